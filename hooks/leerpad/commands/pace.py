"""`pace`: how far one reads in each lesson before there is something to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.advice.pace import tell_pace
from leerpad.commands.project import language_of, roots_of
from leerpad.course.load.course import load_course, read_sources
from leerpad.locales import load_locale
from leerpad.source.diagnostics import Report
from leerpad.source.front_matter import body_of

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from leerpad.commands.project import Commands
    from leerpad.locales import Locale


def add(commands: Commands, locale: Locale) -> None:
    """The command `pace`."""
    commands.add_parser("pace", help=locale.text("pace.help")).set_defaults(run=_run)


def _run(project: Path, _: argparse.Namespace) -> int:
    """Print where the first thing to do stands in every lesson."""
    roots = roots_of(project)
    course = load_course(roots, Report())
    pages = {path: body_of(source) for path, source in read_sources(roots).items() if path.endswith(".md")}
    print("\n".join(tell_pace(course, pages, load_locale(language_of(project)))))
    return 0
