"""Code inside a line of Markdown: what stands between as many backticks on both sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BACKTICKS = re.compile(r"`+")


def find_code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the code spans of a paragraph begin and end, with their backticks."""
    if "`" not in text:
        return
    marks = list(_BACKTICKS.finditer(text))
    later: dict[int, list[int]] = {}  # per length, where such marks stand, last one first
    for index in range(len(marks) - 1, -1, -1):
        later.setdefault(len(marks[index][0]), []).append(index)
    index = 0
    while index < len(marks):
        alike = later[len(marks[index][0])]
        while alike and alike[-1] <= index:
            alike.pop()
        if alike and not _is_escaped(text, marks[index].start()):
            yield marks[index].start(), marks[alike[-1]].end()
            index = alike[-1]
        index += 1


def filled(text: str, spans: Iterable[tuple[int, int]], filler: str) -> str:
    """The text with a filler for each letter in these spans, which rise; lines stay lines."""
    parts, done = [], 0
    for start, end in spans:
        parts += [text[done:start], "\n".join(filler * len(line) for line in text[start:end].split("\n"))]
        done = end
    return "".join([*parts, text[done:]]) if parts else text


def _is_escaped(text: str, start: int) -> bool:
    before = start
    while before and text[before - 1] == "\\":
        before -= 1
    return (start - before) % 2 == 1
