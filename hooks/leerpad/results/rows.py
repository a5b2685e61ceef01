"""What is told of the sums: a row for each question, and one for each of its choices."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from leerpad.questions.base import text_key
from leerpad.questions.neutral import ChoiceForm, TruthForm
from leerpad.results.statistics import FEW
from leerpad.source.markdown_text import MarkdownText

if TYPE_CHECKING:
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale
    from leerpad.questions.base import Question
    from leerpad.results.statistics import Analysis, Key, QuestionSums

Value = str | int | float | bool | None


@dataclass(frozen=True)
class QuestionRow:
    """One revision of one question. The names are those of the columns; the guide explains each."""

    quiz: str
    question: str
    revision: str
    current: bool | None
    """Whether the course asks it in this form today; None for a question that it doesn't have."""
    prompt: str
    n: int
    few: bool
    difficulty: float
    """Mean share of the points, from 0 (nobody knew it) to 1 (everybody did)."""
    discrimination: float | None
    """From -1 to 1; None if nothing can be compared."""
    seconds: float | None
    """Mean; None if no time was told."""


@dataclass(frozen=True)
class ChoiceRow:
    """One choice of a question as the course asks it today."""

    quiz: str
    question: str
    revision: str
    choice: str
    """As stored answers name it."""
    text: str
    right: bool
    n: int
    share: float
    """Of all who answered the question."""


@dataclass(frozen=True)
class Rows:
    """Both tables, in the order of the course; what it doesn't have comes last."""

    questions: list[QuestionRow]
    choices: list[ChoiceRow]


def rows_of(analysis: Analysis, course: Course, locale: Locale) -> Rows:
    """The sums beside the questions they belong to."""
    asked = {
        (quiz.model.id, question.id): (place, question)
        for place, (quiz, question) in enumerate(
            (quiz, question) for quiz in course.quizzes.values() for question in quiz.model.questions
        )
    }

    def order(key: Key) -> tuple[int, Key]:
        found = asked.get(key[:2])
        return (len(asked) if found is None else found[0], key)

    rows = Rows([], [])
    for key in sorted(analysis.sums, key=order):
        sums = analysis.sums[key]
        found = asked.get(key[:2])
        question = found[1] if found else None
        rows.questions.append(_question_row(key, sums, question))
        if question is not None and question.revision() == key[2]:
            rows.choices.extend(_choice_rows(key, sums, question, locale))
    return rows


def columns(kind: type[QuestionRow | ChoiceRow]) -> list[str]:
    """The names of its columns, in their order."""
    return [one.name for one in fields(kind)]


def plain(text: str) -> str:
    """A text on one line, as people read it in a list."""
    return " ".join(" ".join(MarkdownText(text).readable).split())


def _question_row(key: Key, sums: QuestionSums, question: Question | None) -> QuestionRow:
    return QuestionRow(
        *key,
        current=None if question is None else question.revision() == key[2],
        prompt="" if question is None else plain(question.prompt),
        n=sums.n,
        few=sums.n < FEW,
        difficulty=sums.difficulty,
        discrimination=sums.rest.r,
        seconds=sums.seconds if sums.timed else None,
    )


def _choice_rows(key: Key, sums: QuestionSums, question: Question, locale: Locale) -> list[ChoiceRow]:
    def row(choice: str, text: str, right: bool) -> ChoiceRow:
        count = sums.choices[choice]
        return ChoiceRow(*key, choice, text, right, count, count / sums.n)

    form = question.neutral()
    if isinstance(form, ChoiceForm):
        return [row(text_key(option.text), plain(option.text), option.is_right) for option in form.options]
    if isinstance(form, TruthForm):
        return [
            row("true", locale.text("question.true"), form.is_true),
            row("false", locale.text("question.false"), not form.is_true),
        ]
    return []
