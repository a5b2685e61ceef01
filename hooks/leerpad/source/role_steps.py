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
_STEP = re.compile(
    r"(?P<mark>(?:[-*+]|\d{1,9}\.)\s+)?(?P<bold>\*\*|__)(?P<name>[^*_:]+)(?P<inside>:?)(?P=bold)(?P<after>\s?:)?"
)


class RoleStep(NamedTuple):
    """A line that begins with a name in bold: with a colon it names whom the step is for, if it is in a list at all."""

    name: str
    position: Position
    has_colon: bool
    is_item: bool


def find_role_steps(markdown: MarkdownText) -> Iterator[RoleStep]:
    """Every line of a practice box that begins with a name in bold, from top to bottom."""
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
        elif found := _STEP.match(text):
            has_colon = bool(found["inside"] or found["after"])
            column = len(raw) - len(raw.lstrip()) + found.start("bold") + 1
            yield RoleStep(found["name"].strip(), markdown.at(number, column), has_colon, found["mark"] is not None)
