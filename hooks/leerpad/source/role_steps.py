"""The steps of a practice box that say whom they are for: items of a list that begin with a name in bold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from leerpad.source.markdown_blocks import TAB

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.source.diagnostics import Position
    from leerpad.source.markdown_text import MarkdownText

PRACTICE = ("praktijk", "practice")
"""The kinds of box, in each language, that hold what readers can do."""

_BOX = re.compile(rf"(?:!!!|\?\?\?\+?) ?(?:{'|'.join(PRACTICE)})(?![\w-])")
_MARK = re.compile(r"(?:[-*+]|\d{1,9}\.)\s+")
_BOLD = re.compile(r"(?P<bold>\*\*|__)(?P<name>[^*_:\s][^*_:]*)(?P<inside>:?)(?P=bold)(?P<after>\s?:)?")
_EMPHASIS = "*_ "


class RoleStep(NamedTuple):
    """A line that begins with a name. One that `is_marked` does so as it should: in bold, as an item of a list."""

    name: str
    position: Position
    has_colon: bool
    is_marked: bool


def has_practice(markdown: MarkdownText) -> bool:
    """Whether a practice box stands anywhere in it."""
    return any(_BOX.match(line.lstrip()) for line in markdown.prose)


def find_role_steps(markdown: MarkdownText) -> Iterator[RoleStep]:
    """Every line of a practice box that begins with a name in bold or before a colon, from top to bottom."""
    inside = 0  # the column from which lines belong to the box
    for number, raw in enumerate(markdown.prose):
        line = raw.expandtabs(TAB)
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        if not text:
            continue
        if indent < inside:
            inside = 0
        if not inside:
            inside = indent + TAB if _BOX.match(text) else 0
        elif step := _read(text):
            name, start, has_colon, is_marked = step
            yield RoleStep(name, markdown.at(number, len(raw) - len(raw.lstrip()) + start + 1), has_colon, is_marked)


def _read(text: str) -> tuple[str, int, bool, bool] | None:
    """The name that a line begins with, where its marks begin, whether a colon follows, and whether it is marked."""
    mark = _MARK.match(text)
    start = mark.end() if mark else 0
    if mark and (bold := _BOLD.match(text, start)):
        return bold["name"].strip(), start, bool(bold["inside"] or bold["after"]), True
    name, colon, _ = text[start:].partition(":")
    return (name.strip(_EMPHASIS), start, True, False) if colon else None
