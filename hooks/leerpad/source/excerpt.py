"""The lines around a position in a file, to show to an author: shortened, with invisible characters made visible."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leerpad.source.diagnostics import Position

CONTEXT = 2
WIDTH = 160
_WORD = re.compile(r"[\w-]{1,60}|[^\w\s]{1,60}|.")
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # bidirectional controls: they reorder what follows


@dataclass(frozen=True)
class ExcerptLine:
    """One line. Only the line of the place itself `is_here`, and has its text in three: before, `marked`, after."""

    number: int
    text: str
    marked: str = ""
    after: str = ""
    is_here: bool = False


def excerpt(lines: Sequence[str], place: Position) -> tuple[ExcerptLine, ...]:
    """The line of the place with its neighbours; nothing if the file has no such line."""
    if not 1 <= place.line <= len(lines):
        return ()
    last = len(lines) - (not lines[-1] and place.line < len(lines))  # what follows the last line end is no line
    numbers = range(max(1, place.line - CONTEXT), min(last, place.line + CONTEXT) + 1)
    return tuple(_line(number, lines[number - 1], place) for number in numbers)


def _line(number: int, text: str, place: Position) -> ExcerptLine:
    if number != place.line:
        return ExcerptLine(number, _visible(text[:WIDTH]) + ("…" if len(text) > WIDTH else ""))
    column = min(place.column - 1, len(text))
    start = max(0, min(column - WIDTH // 3, len(text) - WIDTH))
    end = start + WIDTH
    word = _WORD.match(text, column, end)
    after = column if word is None else word.end()
    return ExcerptLine(
        number,
        ("…" if start else "") + _visible(text[start:column]),
        _visible(text[column:after]),
        _visible(text[after:end]) + ("…" if len(text) > end else ""),
        is_here=True,
    )


def _visible(text: str) -> str:
    """A tab as a sign, because it is what is wrong so often; what has no shape at all as the sign for that."""
    return "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character == "\t":
        return "⇥"
    return "\ufffd" if unicodedata.category(character) in ("Cc", "Cs") or character in _TURNING else character
