"""The course in the current folder, as every command sees it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.authoring.updating import RECORD
from leerpad.course.load.reader import Roots
from leerpad.source.diagnostics import Report
from leerpad.source.files import read_text
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    import argparse

    from leerpad.course.model.course import Course
    from leerpad.source.tree import Data

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

SETTINGS = "mkdocs.yml"
_LANGUAGE = re.compile(r"""^\s+language:\s*["']?(\w+)""", re.MULTILINE)
_NOTED = re.compile(r'"language":\s*"(\w+)"')
CONSOLE = "leerpad"
"""The command that a package brings."""


def roots_of(project: Path) -> Roots:
    """Where the course stands."""
    return Roots(project, project / "docs", project / SETTINGS)


def is_course(project: Path) -> bool:
    """Whether a course stands in this folder."""
    return (project / SETTINGS).is_file()


def course_near(project: Path) -> Path | None:
    """The folder of a course around this one, or else in it."""
    inside = sorted(file.parent for file in project.glob(f"*/{SETTINGS}"))
    return next(filter(is_course, [*project.parents, *inside]), None)


def language_of(project: Path) -> str:
    """The language of the theme, which is the site's; empty where nothing tells it.

    Of settings that can't be read, what they seem to say counts, and else what the course noted when it was begun.
    """
    settings = settings_of(project)
    theme = settings.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    if isinstance(language, str):
        return language
    return "" if settings else _language_at_sight(project)


def _language_at_sight(project: Path) -> str:
    for name, pattern in ((SETTINGS, _LANGUAGE), (RECORD, _NOTED)):
        source = read_text(project / name, name, Report())
        if source and (match := pattern.search(source.text)):
            return match[1]
    return ""


def settings_of(project: Path) -> dict[str, Data]:
    """The values in mkdocs.yml, as text; nothing where it can't be read."""
    source = read_text(project / SETTINGS, SETTINGS, Report())
    tree = read_tree(source, Report(), tags_allowed=True) if source else None
    return tree.data() if tree else {}


def site_title(settings: dict[str, Data], course: Course) -> str:
    """What the site is called in mkdocs.yml; the id of its course where it has no name."""
    return str(settings.get("site_name") or course.settings.course_id)


def how_called(door: str, project: Path) -> str:
    """How we were called, so that what we say can be typed."""
    return door if door == CONSOLE else f"{program_of(project)} {door}"


def program_of(project: Path) -> str:
    """The Python that runs us, as somebody in this folder types it."""
    program = Path(sys.executable)
    return str(program.relative_to(project)) if program.is_relative_to(project) else program.name
