"""Advice that shows only when all files are seen together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leerpad.course.model.bibliography import cited_sources
from leerpad.course.model.glossary import lessons_by_term
from leerpad.source.diagnostics import START, advice_at

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from leerpad.course.model.course import Course
    from leerpad.source.diagnostics import Diagnostic, Position
    from leerpad.source.shape import Document

ENOUGH_QUESTIONS = 10
"""In a smaller course every type is rare."""


def advice(course: Course) -> Iterator[Diagnostic]:
    """What is asked nowhere, or met only once."""
    yield from _lessons_without_question(course)
    yield from _rare_types(course)
    yield from _unused(course.glossary, "terms", lessons_by_term(course), "unused-term")
    yield from _unused(course.bibliography, "sources", cited_sources(course), "unused-source")


def _lessons_without_question(course: Course) -> Iterator[Diagnostic]:
    asked = {question.lesson for quiz in course.quizzes.values() for question in quiz.model.questions}
    for lesson in course.lessons.values():
        has_quiz = any(directive.name == "quiz" for directive in lesson.directives)
        if lesson.id not in asked and not has_quiz:
            yield advice_at(lesson.path, START, "lesson-without-question", {"id": lesson.id})


def _unused(document: Document[Any] | None, key: str, used: Container[str], code: str) -> Iterator[Diagnostic]:
    for index, entry in enumerate(getattr(document.model, key) if document else ()):
        if document and entry.id not in used:
            yield advice_at(document.path, document.position((key, index, "id")), code, {"id": entry.id})


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
