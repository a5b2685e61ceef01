"""Faults of authors as cases: a course with one file changed, and every line that its author is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leerpad.course.check.course import check_course
from leerpad.course.load.course import Roots, load_course
from leerpad.course.load.markdown import load_markdown
from leerpad.locales import load_locale
from leerpad.site.render.page_faults import Pages
from leerpad.source.diagnostics import Report
from support.trees import write_tree

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.course import Course
    from leerpad.source.memory import Memory

LEVEL = "modules/0-een/level.yml"
LESSON = "modules/0-een/01-een-a.md"
TEST = "quizzes/0-een/toets.yml"


class Case(NamedTuple):
    name: str
    file: str
    content: str | bytes | None
    expected: list[str]


def changed(files: dict[str, str | bytes], case: Case) -> dict[str, str | bytes]:
    """The files with that of the case in its place, or without it."""
    kept = {name: content for name, content in files.items() if name != case.file}
    return kept if case.content is None else {**kept, case.file: case.content}


def checked(folder: Path, memory: Memory | None = None) -> tuple[Course, Report]:
    """The course in a folder, and what is told of it. `memory`: what was read of the files that stayed as they were."""
    report = Report()
    course = load_course(Roots(folder, folder / "docs", folder / "mkdocs.yml"), report, memory)
    check_course(course, report)
    return course, report


def faults_of(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    """What an author is told about these files."""
    course, report = checked(write_tree(folder, files))
    Pages(course, *load_markdown(folder / "mkdocs.yml")).check("mkdocs.yml", report)
    locale = load_locale("nl")
    return [locale.diagnostic(found) for found in report]


def load_flawless(folder: Path) -> Course:
    """A course in which nothing may be wrong."""
    report = Report()
    course = load_course(Roots(folder, folder / "docs", folder / "mkdocs.yml"), report)
    assert report.faults == []
    return course
