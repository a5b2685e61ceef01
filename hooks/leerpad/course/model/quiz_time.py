"""How long a quiz and a lesson take: by their words, and by the questions that make a reader stop to think."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.source.directives import split_argument

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leerpad.course.model.course import Lesson
    from leerpad.course.model.files import QuizFile
    from leerpad.source.shape import ModelFile

WORDS_PER_MINUTE = 200
"""Calm reading of informative text. Brysbaert (2019), “How many words do we read per minute?”, finds 238 for English
non-fiction; we round down, because readers of a lesson stop to think."""

THINKING = 1 / 3
"""Minutes to think about a question, beside reading it and its reasons: with those about a minute a question. That is
an estimate of ours; nobody was measured."""


def asking_minutes(quiz: QuizFile) -> float:
    """How long answering and reading the reasons takes.

    Of a pool it is the average question times those that are drawn; questions of levels before are taken to be as long.
    """
    every = len(quiz.questions)
    asked = min(quiz.draw or every, every) + (quiz.recall or 0)
    return asked * (quiz.words / every / WORDS_PER_MINUTE + THINKING)


def quiz_minutes(quiz: QuizFile) -> int:
    """The same in whole minutes."""
    return whole(asking_minutes(quiz))


def lesson_time(lesson: Lesson, quizzes: Mapping[str, ModelFile[QuizFile]]) -> float:
    """How long a lesson takes: its words, the questions of its quizzes, and those only there to think about."""
    asked = dict.fromkeys(split_argument(one)[0] for one in lesson.directives if one.kind.argument == "quiz")
    thoughts = sum(one.kind.argument == "note" for one in lesson.directives)
    asking = sum(asking_minutes(quizzes[name].model) for name in asked if name in quizzes)
    return lesson.words / WORDS_PER_MINUTE + thoughts * THINKING + asking


def whole(minutes: float) -> int:
    """The nearest; at least one."""
    return max(1, round(minutes))
