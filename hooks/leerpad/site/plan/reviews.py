"""Which questions come back, and after what: as data for the browser, and for who renders them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leerpad.source.directives import split_argument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
            if directive.name == "quiz" and quiz not in met:
                met.add(quiz)
                yield Origin(quiz, lesson.id)
    yield Origin(level.quiz, None)


def scored(quiz: QuizFile) -> list[Question]:
    """The questions of a quiz of which can be told whether an answer is right; a prediction asks for none."""
    return [question for question in quiz.questions if question.worth > 0]


def review_data(course: Course, scripts: Mapping[str, str] | None = None) -> ReviewData:
    """What the browser must know to say which questions are due.

    `scripts` are where the questions of each level stand, for the page that asks them.
    """
    levels = [_level(course, level, (scripts or {}).get(level.id)) for level in course.levels]
    return {"days": list(course.settings.reviews.days), "levels": [level for level in levels if level["sources"]]}


def _level(course: Course, level: Level, script: str | None) -> ReviewLevel:
    sources = [_source(course, origin) for origin in origins(course, level)]
    data: ReviewLevel = {"id": level.id, "sources": [source for source in sources if source["questions"]]}
    if script:
        data["script"] = script
    return data


def _source(course: Course, origin: Origin) -> ReviewSource:
    source: ReviewSource = {
        "quiz": origin.quiz,
        "questions": [question.id for question in scored(course.quizzes[origin.quiz].model)],
    }
    if origin.lesson:
        source["lesson"] = origin.lesson
    return source
