"""Which questions come back, and after what: as data for the browser, and for who renders them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from leerpad.source.directives import split_argument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.course.model.course import Course, Level
    from leerpad.course.model.files import QuizFile
    from leerpad.questions.base import Question
    from leerpad.site.data import ReviewData, ReviewLevel, ReviewSource


class Origin(NamedTuple):
    """A quiz whose questions come back: once its lesson is done or, without a lesson, once it is passed as a test."""

    quiz: str
    lesson: str | None


def origins(course: Course, level: Level) -> Iterator[Origin]:
    """The quizzes of a level whose questions come back, in the order of the course, each once."""
    met = {level.quiz}
    for lesson in level.lessons:
        for directive in lesson.directives:
            quiz, _ = split_argument(directive)
            if directive.kind.argument == "quiz" and quiz not in met:
                met.add(quiz)
                yield Origin(quiz, lesson.id)
    yield Origin(level.quiz, None)


def scored(quiz: QuizFile) -> list[Question]:
    """The questions of a quiz of which can be told whether an answer is right; a prediction asks for none."""
    return [question for question in quiz.questions if question.is_scored]


Scripts = Mapping[tuple[str, str], list[str]]
"""By level and quiz the scripts that hold its questions, in their order."""


def review_data(course: Course, scripts: Scripts | None = None) -> ReviewData:
    """What the browser must know to say which questions are due, and where they stand for a page that asks them."""
    levels: list[ReviewLevel] = [
        {"id": level.id, "sources": review_sources(course, level, scripts or {})} for level in course.levels
    ]
    return {"days": list(course.settings.reviews.days), "levels": [level for level in levels if level["sources"]]}


def review_sources(course: Course, level: Level, scripts: Scripts) -> list[ReviewSource]:
    """The questions of a level that come back."""
    found = [_source(course, origin, scripts.get((level.id, origin.quiz), [])) for origin in origins(course, level)]
    return [source for source in found if source["questions"]]


def _source(course: Course, origin: Origin, scripts: list[str]) -> ReviewSource:
    source: ReviewSource = {
        "quiz": origin.quiz,
        "questions": [question.id for question in scored(course.quizzes[origin.quiz].model)],
    }
    if origin.lesson:
        source["lesson"] = origin.lesson
    if scripts:
        source["scripts"] = scripts
    return source
