"""What every question tells the browser, as a type; see `site/data.py`. What a type tells besides is in its folder."""

from __future__ import annotations

from typing import TypedDict


class QuestionFacts(TypedDict):
    """What every question has, whatever its type. `revision` changes when another answer becomes right.

    `scored` is false for what asks for no right answer: a reflection, a prediction.
    """

    id: str
    type: str
    scored: bool
    points: float
    lesson: str | None
    revision: str
