"""Advice that shows only when all files are seen together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.model.bibliography import cited_sources
from leerpad.course.model.glossary import lessons_by_term
from leerpad.source.diagnostics import START, advice_at

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from leerpad.course.model.course import Course
    from leerpad.source.diagnostics import Diagnostic, Position
    from leerpad.source.shape import Document, ModelT

ENOUGH_QUESTIONS = 10
"""In a smaller course every type is rare."""


def advice(course: Course) -> Iterator[Diagnostic]:
    """What is asked nowhere, or met only once."""
    yield from _lessons_without_question(course)
    yield from _levels_without_handout(course)
    yield from _rare_types(course)
    if course.glossary:
        terms = [term.id for term in course.glossary.model.terms]
        yield from _unused(course.glossary, "terms", terms, lessons_by_term(course), "unused-term")
    if course.bibliography:
        sources = [source.id for source in course.bibliography.model.sources]
        yield from _unused(course.bibliography, "sources", sources, cited_sources(course), "unused-source")


def _lessons_without_question(course: Course) -> Iterator[Diagnostic]:
    asked = {question.lesson for quiz in course.quizzes.values() for question in quiz.model.questions}
    for lesson in course.lessons.values():
        has_quiz = any(directive.kind.argument == "quiz" for directive in lesson.directives)
        if lesson.id not in asked and not has_quiz:
            yield advice_at(lesson.path, START, "lesson-without-question", {"id": lesson.id})


def _levels_without_handout(course: Course) -> Iterator[Diagnostic]:
    for level in course.levels if course.settings.handouts else ():
        if not level.handouts:
            yield advice_at(level.document.path, START, "level-without-handout")


def _unused(
    document: Document[ModelT], key: str, ids: Iterable[str], used: Container[str], code: str
) -> Iterator[Diagnostic]:
    for index, name in enumerate(ids):
        if name not in used:
            yield advice_at(document.path, document.position((key, index, "id")), code, {"id": name})


def _rare_types(course: Course) -> Iterator[Diagnostic]:
    places: dict[str, list[tuple[str, Position]]] = {}
    for quiz in course.quiz_documents():
        for index, question in enumerate(quiz.model.questions):
            place = (quiz.path, quiz.position(("questions", index, "type")))
            places.setdefault(question.type, []).append(place)
    if sum(map(len, places.values())) < ENOUGH_QUESTIONS:
        return
    for name, where in places.items():
        if len(where) == 1:
            path, position = where[0]
            yield advice_at(path, position, "single-use-type", {"type": name})
