"""The examples of every question type: what the author's guide shows is what the tests score."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leerpad.questions import FOLDER, TYPES
from leerpad.source.diagnostics import Report
from leerpad.source.files import read_text
from leerpad.source.tree import read_tree


@dataclass(frozen=True)
class Example:
    """A question with answers and the points that each must get."""

    name: str
    data: dict[str, Any]
    question: Any
    responses: list[tuple[Any, float]]


def examples() -> list[Example]:
    """All examples, read as the engine reads a quiz."""
    found = []
    for name, model in TYPES.items():
        file = Path(FOLDER) / name / "examples.yml"
        report = Report()
        source = read_text(file, file.name, report)
        tree = read_tree(source, report) if source else None
        assert tree is not None, list(report)
        for entry in tree.data()["examples"]:
            question = model.model_validate(entry["question"])
            responses = [(question.response_of(item["answer"]), float(item["points"])) for item in entry["responses"]]
            found.append(Example(f"{name}: {entry['title']}", entry["question"], question, responses))
    return found
