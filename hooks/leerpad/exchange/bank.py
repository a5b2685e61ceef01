"""The questions of a course as a bank: neutral, each with its category and the file its texts come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from leerpad.questions.neutral import NeutralQuestion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.course.model.course import Course
    from leerpad.course.model.files import QuizFile
    from leerpad.questions.base import Question
    from leerpad.source.shape import ModelFile


class Loss(NamedTuple):
    """Something of a question that a format can't carry. `what` is a key of the locale, under `exchange.loss`."""

    question: str
    what: str


@dataclass(frozen=True)
class BankItem:
    """A question on its way out. `path` is that of its file in the project, where its links and images start.

    `category` leads from the widest to the narrowest: the level, then the lesson or else the quiz.
    """

    question: NeutralQuestion
    path: str
    category: tuple[str, ...]


def collect(course: Course, quizzes: Iterable[str]) -> tuple[list[BankItem], list[Loss]]:
    """The questions of these quizzes, in their order, and which of them no bank can hold, or would judge."""
    items: list[BankItem] = []
    losses: list[Loss] = []
    for quiz_id in quizzes:
        quiz = course.quizzes[quiz_id]
        for question in quiz.model.questions:
            neutral = _neutral(question)
            if question.is_prediction:
                losses.append(Loss(question.id, "prediction"))
            elif neutral is None:
                losses.append(Loss(question.id, "question"))
            else:
                items.append(BankItem(neutral, quiz.path, _category(course, quiz, question)))
    return items, losses


def _neutral(question: Question) -> NeutralQuestion | None:
    form = question.neutral()
    if form is None:
        return None
    return NeutralQuestion(
        question.id, question.prompt, form, question.worth, question.hint, question.explanation, question.lesson
    )


def _category(course: Course, quiz: ModelFile[QuizFile], question: Question) -> tuple[str, ...]:
    folder = quiz.path.split("/")[1]
    level = course.level_folders.get(folder)
    lesson = course.lessons.get(question.lesson or "")
    narrow = lesson.title if lesson else quiz.model.title
    return (level.title, narrow) if level else (narrow,)
