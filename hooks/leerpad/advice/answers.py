"""Advice on questions as learners answered them: from figures that `leerpad results --keep` laid down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.load.course import RESULTS
from leerpad.results.kept import read_kept
from leerpad.source.diagnostics import START, advice_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leerpad.course.model.course import Course
    from leerpad.course.model.files import QuizFile
    from leerpad.results.rows import ChoiceRow, QuestionRow
    from leerpad.source.diagnostics import Diagnostic
    from leerpad.source.files import SourceText
    from leerpad.source.shape import Document

EASIEST = 0.95
HARDEST = 0.30
LEAST_RELATION = 0.10
"""Ebel's rule calls less than 0.20 poor; we only name what says next to nothing."""


def advice(course: Course, sources: Mapping[str, SourceText]) -> Iterator[Diagnostic]:
    """Advice on questions that are still asked as they were then. In a practice an easy question is no flaw."""
    source = sources.get(RESULTS)
    if source is None:
        return
    try:
        rows = read_kept(source.text)
    except ValueError:
        yield advice_at(RESULTS, START, "unreadable-results", {})
        return
    by_quiz = {quiz.model.id: quiz for quiz in course.quiz_documents()}
    for row in rows.questions:
        quiz = by_quiz.get(row.quiz)
        if quiz is not None and quiz.model.mode == "test":
            yield from _of_question(quiz, row)
    for choice in rows.choices:
        quiz = by_quiz.get(choice.quiz)
        if quiz is not None:
            yield from _of_choice(quiz, choice)


def _of_question(quiz: Document[QuizFile], row: QuestionRow) -> Iterator[Diagnostic]:
    index = _index(quiz, row)
    if index is None:
        return
    place = quiz.position(("questions", index))
    share = {"n": row.n, "share": f"{row.difficulty * 100:.0f}"}
    if row.difficulty >= EASIEST:
        yield advice_at(quiz.path, place, "answered-by-all", share)
    elif row.difficulty < HARDEST:
        yield advice_at(quiz.path, place, "answered-by-few", share)
    if row.discrimination is not None and row.discrimination < LEAST_RELATION:
        params = {"n": row.n, "relation": f"{row.discrimination:.2f}"}
        yield advice_at(quiz.path, place, "says-nothing-of-the-rest", params)


def _of_choice(quiz: Document[QuizFile], row: ChoiceRow) -> Iterator[Diagnostic]:
    index = _index(quiz, row)
    if index is not None and row.n == 0 and not row.right:
        place = quiz.position(("questions", index))
        yield advice_at(quiz.path, place, "choice-nobody-takes", {"choice": row.text})


def _index(quiz: Document[QuizFile], row: QuestionRow | ChoiceRow) -> int | None:
    """Which question of the quiz it is, if that is still the same one."""
    for index, question in enumerate(quiz.model.questions):
        if question.id == row.question:
            return index if question.revision() == row.revision else None
    return None
