"""The examples of every question type, with a name for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from leerpad.questions import TYPES
from leerpad.questions.examples import load_examples


@dataclass(frozen=True)
class Example:
    """A question with answers and the points that each must get."""

    name: str
    data: dict[str, Any]
    question: Any
    responses: list[tuple[Any, float]]


def examples(language: str = "nl") -> list[Example]:
    """All examples of all types."""
    return [
        Example(f"{name}: {found.title}", found.data, found.question, found.responses)
        for name in TYPES
        for found in load_examples(name, language)
    ]
