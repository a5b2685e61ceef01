"""How long a test takes follows from its words, those of the reasons too."""

from __future__ import annotations

import pytest

from leerpad.course.model.course import WORDS_PER_MINUTE
from leerpad.course.model.files import QuizFile
from leerpad.course.model.quiz_time import quiz_minutes

WORDS = " ".join(["woord"] * (WORDS_PER_MINUTE // 2))
"""Half a minute."""


@pytest.mark.parametrize(
    ("count", "keys", "minutes"),
    [
        (1, {}, 1),
        (4, {}, 4),
        (4, {"draw": 2}, 2),
        (4, {"draw": 9}, 4),
        (4, {"draw": 2, "recall": 3}, 5),
    ],
    ids=["one", "all", "drawn", "more than there are", "with what came before"],
)
def test_a_minute_for_each_question_that_is_asked(count: int, keys: dict[str, int], minutes: int) -> None:
    question = {"type": "true_false", "prompt": WORDS, "correct": True, "explanation": WORDS}
    questions = [{**question, "id": f"vraag-{number}"} for number in range(count)]
    quiz = QuizFile.model_validate({"id": "toets", "title": "Toets", "mode": "test", "questions": questions, **keys})
    assert quiz_minutes(quiz) == minutes
