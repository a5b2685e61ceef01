"""`check`: every fault, then every piece of advice."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

from leerpad.advice import advise
from leerpad.commands.project import SETTINGS, language_of, roots_of, settings_of
from leerpad.course.check.course import check_course
from leerpad.course.check.site_settings import check_site_settings
from leerpad.course.check.upkeep import tell_due
from leerpad.course.load.course import load_course, read_sources
from leerpad.course.load.markdown import load_markdown
from leerpad.deploy.forgotten import tell_forgotten_moves
from leerpad.deploy.lms.check import PackageCheck
from leerpad.locales import load_locale
from leerpad.locales.listing import as_json, as_lines
from leerpad.site.render.page_faults import Pages
from leerpad.source.diagnostics import Report
from leerpad.source.files import read_text
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from leerpad.commands.project import Commands
    from leerpad.locales import Locale


def add(commands: Commands, locale: Locale) -> None:
    """The command `check`."""
    checking = commands.add_parser("check", help=locale.text("command.check"))
    for option in ("no_advice", "json", "settings"):
        flag, words = f"--{option.replace('_', '-')}", locale.text(f"command.{option}")
        checking.add_argument(flag, action="store_true", help=words)
    checking.set_defaults(run=run)


def run(project: Path, asked: argparse.Namespace) -> int:
    """Say what is wrong with the course, or only with its settings."""
    if asked.settings:
        return check_settings(project)
    return check(project, with_advice=not asked.no_advice, in_json=asked.json)


def check(project: Path, *, with_advice: bool = True, in_json: bool = False, today: date | None = None) -> int:
    """Print every fault, then every piece of advice; 1 if there is a fault. Only advice knows which day it is."""
    locale = load_locale(language_of(project))
    report = Report()
    roots = roots_of(project)
    course = load_course(roots, report)
    check_course(course, report)
    Pages(course, *load_markdown(roots.settings)).check(roots.settings.name, report)
    check_site_settings(settings_of(project), roots, report)
    sources = read_sources(roots)
    packages = PackageCheck(course, roots, report)
    packages.levels()
    packages.marks(sources)
    if with_advice:
        tell_forgotten_moves(course, project, report)
        tell_due(course, roots.settings, today or date.today(), report)
        advise(course, sources, locale.language, report)
    print(as_json(report, locale) if in_json else "\n".join(as_lines(report, locale, with_advice=with_advice)))
    return 1 if report.faults else 0


def check_settings(project: Path) -> int:
    """Print why mkdocs.yml can't be read at all, if so, or names what would do harm.

    MkDocs doesn't start then, or speaks for itself; so no page can say this.
    """
    report = Report()
    source = read_text(project / SETTINGS, SETTINGS, report)
    if source and read_tree(source, report, tags_allowed=True):
        report = Report()  # what else is wrong with it, a page can show
        check_site_settings(settings_of(project), roots_of(project), report)
    if not report.faults:
        return 0
    print("\n".join(as_lines(report, load_locale(language_of(project)), with_advice=False)), file=sys.stderr)
    return 1
