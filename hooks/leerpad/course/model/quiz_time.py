"""How long a quiz takes."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from leerpad.course.model.course import WORDS_PER_MINUTE

if TYPE_CHECKING:
    from leerpad.course.model.files import QuizFile


def quiz_minutes(quiz: QuizFile) -> int:
    """About how long answering and reading the reasons takes, reckoned by words as for a lesson.

    Of a pool it is the average question times those that are drawn; questions of levels before are taken to be as long.
    """
    words = sum(len(text.split()) for question in quiz.questions for _, text in question.texts())
    asked = min(quiz.draw or len(quiz.questions), len(quiz.questions)) + (quiz.recall or 0)
    return max(1, ceil(words * asked / len(quiz.questions) / WORDS_PER_MINUTE))
