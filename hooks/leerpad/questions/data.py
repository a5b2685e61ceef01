"""What a question tells the browser, as a type; see `site/data.py`."""

from __future__ import annotations

from typing import TypedDict


class QuestionFacts(TypedDict):
    """What every question has, whatever its type. `revision` changes when another answer becomes right."""

    id: str
    type: str
    points: float
    lesson: str | None
    revision: str
