"""Put a question at the end of a quiz that an author wrote, keeping every byte that was there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.tree import Mapping, Scalar, Sequence, read_tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.source.tree import Data

DEFAULT_INDENT = 2


def addition(text: str, starter: Callable[[int], str]) -> str | None:
    """What to write behind `text` so that it has one more question; None if that can't be done at its end.

    `starter` gives the question, as an item of a list with this indentation. That the file will say what it said,
    and the new question, is not reasoned but read: the result is parsed and compared.
    """
    before = _read(text)
    indent = None if before is None else _indent_of_questions(text, before)
    if before is None or indent is None:
        return None
    newline = (re.search(r"\r\n|\n|\r", text) or ["\n"])[0]
    added = newline.join(starter(indent).split("\n"))
    if text and text[-1] not in "\r\n":
        added = newline + added
    after = _read(text + added)
    return added if after is not None and _is_one_more(before.data(), after.data()) else None


def _read(text: str) -> Mapping | None:
    report = Report()
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    tree = read_tree(SourceText("", lines), report)
    return None if report.faults else tree


def _indent_of_questions(text: str, tree: Mapping) -> int | None:
    """How far a question must be indented; None if the list of questions isn't open at the end of the file."""
    if list(tree.entries)[-1:] != ["questions"]:
        return None
    questions = tree.entries["questions"]
    if isinstance(questions, Scalar):
        return DEFAULT_INDENT if questions.data() is None else None
    line, column = questions.position
    is_block = isinstance(questions, Sequence) and re.split(r"\r\n|\n|\r", text)[line - 1][column - 1] == "-"
    return column - 1 if is_block else None


def _is_one_more(before: dict[str, Data], after: dict[str, Data]) -> bool:
    questions = after.get("questions")
    if not isinstance(questions, list) or not questions:
        return False
    old = {**before, "questions": before["questions"] or []}
    return _stripped(old) == _stripped({**after, "questions": questions[:-1]})


def _stripped(data: Data) -> Data:
    """Without the spaces around texts, as they are read: a last line gets the end it lacked."""
    if isinstance(data, dict):
        return {key: _stripped(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_stripped(item) for item in data]
    return data.strip() if isinstance(data, str) else data
