"""The whole way of reading, from files to faults and advice, with one file of a good course as given."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from leerpad.advice import advise
from leerpad.course.check.course import check_course
from leerpad.course.load.course import Roots, load_course, read_sources
from leerpad.source.diagnostics import Report
from support.mutant_courses import FILES
from support.trees import write_tree

if TYPE_CHECKING:
    from leerpad.course.model.course import Course

LEVEL, LESSON = "modules/1-basis/level.yml", "modules/1-basis/01-begin.md"
QUIZ, PAGE, CONFIG = "quizzes/1-basis/toets.yml", "docs/index.md", "mkdocs.yml"
TERMS, SOURCES, SIGN = "docs/glossary.yml", "docs/sources.yml", "modules/1-basis/teken.svg"
PATHS = (LEVEL, LESSON, QUIZ, PAGE, CONFIG, TERMS, SOURCES, SIGN)


@cache
def folder() -> Path:
    return write_tree(Path(mkdtemp(prefix="reading-")), {**FILES})


def read(path: str, data: str | bytes, *, with_advice: bool = False) -> tuple[Course, Report]:
    """The whole way of reading, with one file of the course as given."""
    try:
        write_tree(folder(), {path: data})
        report = Report()
        roots = Roots(folder(), folder() / "docs", folder() / "mkdocs.yml")
        course = load_course(roots, report)
        check_course(course, report)
        if with_advice:
            advise(course, read_sources(roots), "nl", report)
        return course, report
    finally:
        write_tree(folder(), {path: FILES[path]})


def is_read(course: Course, path: str) -> bool:
    """Whether a file gave a model."""
    if path == SIGN:
        return any(level.sign for level in course.levels)
    if path in (TERMS, SOURCES):
        return (course.glossary if path == TERMS else course.bibliography) is not None
    documents = [level.document for level in course.levels]
    documents += [lesson.document for level in course.levels for lesson in level.lessons]
    documents += [*course.quizzes.values(), *course.scans.values()]
    return path in {document.path for document in documents} or path.startswith("docs/")
