"""What this course promises to who has another system: nearly all of its questions go there, and come back the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from course.support.real import real_course
from support.banks import take_in
from support.promises import kept

from leerpad.exchange.export import export
from leerpad.exchange.read_any import read_any
from leerpad.locales import load_locale

if TYPE_CHECKING:
    from leerpad.questions.base import Question

WANTED = {"gift": 0.84, "moodle": 0.89, "qti3": 0.89, "qti22": 0.89}
"""The part of all questions that comes back with its revision, so that learners keep their points.

Conversations have no form in any of them, and the lessons about talking have one each.
"""


def ours() -> dict[str, Question]:
    """All questions but those that no system asks: before the text that answers them."""
    questions = (question for quiz in real_course().quizzes.values() for question in quiz.model.questions)
    return {question.id: question for question in questions if not question.is_prediction}


@pytest.mark.parametrize("kind", WANTED)
def test_questions_that_went_out_come_back_as_the_same_questions(kind: str) -> None:
    course, questions = real_course(), ours()
    bank = export(course, kind, course.quizzes, load_locale("nl"))
    back = take_in(read_any(bank.content, "bank"), lessons=course.lessons).questions
    same = [name for name, one in questions.items() if name in back and back[name].revision() == one.revision()]
    assert len(same) == bank.count  # whatever goes out, comes back
    if len(same) < WANTED[kind] * len(questions):
        kept(
            f"Maar {len(same)} van de {len(questions)} vragen passen in {kind}; beloofd is {WANTED[kind]:.0%}. Gebruik "
            "minder vragen van een type dat daar geen vorm heeft: zie hooks/leerpad/guide/nl/exchange.md."
        )
