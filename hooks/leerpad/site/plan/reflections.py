"""Every question that a reader can think about and write at, in the order of the course."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leerpad.site.plan.pages import lesson_url, site_urls, test_url
from leerpad.source.directives import split_argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.course.model.course import Course
    from leerpad.source.directives import Directive


class Reflection(NamedTuple):
    """One question. `path` is that of the file that asks it, `url` and `where` the page where it stands."""

    id: str
    prompt: str
    path: str
    url: str
    where: str


def reflections(course: Course) -> list[Reflection]:
    """All of them, each once, where a reader comes upon it first: lessons, then the test; pages of `docs/` last."""
    found: dict[str, Reflection] = {}
    for one in _in_order(course):
        found.setdefault(one.id, one)
    return list(found.values())


def _in_order(course: Course) -> Iterator[Reflection]:
    for level in course.levels:
        for lesson in level.lessons:
            yield from _on_page(course, lesson.directives, lesson.path, lesson_url(level, lesson), lesson.title)
        yield from _in_quiz(course, level.quiz, test_url(level), course.quizzes[level.quiz].model.title)
    urls = site_urls(course)
    for page in course.docs_pages:
        yield from _on_page(course, page.directives, page.path, urls[page.path], page.title)


def _on_page(
    course: Course, directives: tuple[Directive, ...], path: str, url: str, where: str
) -> Iterator[Reflection]:
    for directive in directives:
        match directive.kind.argument:
            case "quiz":
                yield from _in_quiz(course, split_argument(directive)[0], url, where)
            case "note":
                yield Reflection(*split_argument(directive), path, url, where)


def _in_quiz(course: Course, quiz_id: str, url: str, where: str) -> Iterator[Reflection]:
    quiz = course.quizzes[quiz_id]
    for question in quiz.model.questions:
        if question.is_note:
            yield Reflection(question.id, question.prompt, quiz.path, url, where)
