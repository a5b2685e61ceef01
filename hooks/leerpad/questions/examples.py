"""The examples of the question types: what the author's guide shows is what the tests score."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel

from leerpad.locales import LANGUAGES
from leerpad.questions import FOLDER, TYPES
from leerpad.source.diagnostics import Report
from leerpad.source.files import read_text
from leerpad.source.shape import locate
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from leerpad.questions.base import Question
    from leerpad.source.shape import KeyPath


class _Answer(BaseModel):
    answer: object
    points: float


class _Entry(BaseModel):
    title: str
    question: dict[str, object]
    responses: list[_Answer]


class _ExamplesFile(BaseModel):
    examples: list[_Entry]


@dataclass(frozen=True)
class Example:
    """A question with answers. `yaml` is its text as written; each response has the points it must get."""

    title: str
    yaml: str
    data: dict[str, object]
    question: Question
    responses: list[tuple[object, float]]


def load_examples(name: str, language: str = LANGUAGES[0]) -> list[Example]:
    """The examples of one type in a language, read as the engine reads a quiz. Raises ValueError if they can't be."""
    file = FOLDER / name / f"examples.{language}.yml"
    report = Report()
    source = read_text(file, file.name, report)
    tree = read_tree(source, report) if source else None
    if source is None or tree is None or report.faults:
        raise ValueError(f"{file}: {report.faults}")
    lines = source.text.splitlines()

    def line(*place: str | int, of_key: bool = False) -> int:
        where: KeyPath = ("examples", *place)
        return locate(tree, where, of_key=of_key).line

    found = []
    for number, entry in enumerate(_ExamplesFile.model_validate(tree.data()).examples):
        question = TYPES[name].model_validate(entry.question)
        written = lines[line(number, "question") - 1 : line(number, "responses", of_key=True) - 1]
        responses = [(question.response_of(item.answer), item.points) for item in entry.responses]
        yaml = textwrap.dedent("\n".join(written)).strip()
        found.append(Example(entry.title, yaml, entry.question, question, responses))
    return found
