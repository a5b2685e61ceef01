"""How far one reads in a lesson before there is something to do."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from leerpad.advice.language import words_of
from leerpad.advice.prose import blank
from leerpad.source.diagnostics import advice_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from leerpad.course.model.course import Course, Lesson
    from leerpad.locales import Locale
    from leerpad.source.diagnostics import Diagnostic
    from leerpad.source.directives import Directive
    from leerpad.source.markdown_text import MarkdownText


LATE = 1 / 3
FEW_WORDS = 150
"""So many are read in less than a minute: then the page is too short for its first task to come late."""


class Task(NamedTuple):
    """The first thing to do in a lesson: how many words come before it, and what share of all words that is."""

    directive: Directive
    words: int
    share: float


def first_task(lesson: Lesson, page: MarkdownText) -> Task | None:
    """The first thing to do in a lesson; None if there is nothing."""
    directive = next((found for found in lesson.directives if found.kind.is_task), None)
    if directive is None:
        return None
    counts = [len(words_of(blank(line))) for line in page.readable]
    before = sum(counts[: directive.position.line - page.first_line])
    return Task(directive, before, before / max(sum(counts), 1))


def advice(course: Course, pages: Mapping[str, MarkdownText]) -> Iterator[Diagnostic]:
    """Lessons that only give something to read for a third of their length."""
    for lesson in course.lessons.values():
        task = first_task(lesson, pages[lesson.path])
        if task is not None and task.share > LATE and task.words > FEW_WORDS:
            params = {"percent": round(task.share * 100)}
            yield advice_at(lesson.path, task.directive.position, "late-first-task", params)


def tell_pace(course: Course, pages: Mapping[str, MarkdownText], locale: Locale) -> Iterator[str]:
    """For each lesson how far its first task stands, and the median of all."""
    tasks = [(lesson, first_task(lesson, pages[lesson.path])) for lesson in course.lessons.values()]
    for lesson, task in tasks:
        yield locale.text("pace.line", share=_percent(task), path=lesson.path)
    shares = shares_of(task for _, task in tasks)
    if shares:
        yield ""
        yield locale.text("pace.median", percent=round(median(shares) * 100))


def shares_of(tasks: Iterable[Task | None]) -> list[float]:
    """How far each stands, of the lessons that give something to do."""
    return [task.share for task in tasks if task is not None]


def _percent(task: Task | None) -> str:
    return ("–" if task is None else f"{task.share:.0%}").rjust(4)
