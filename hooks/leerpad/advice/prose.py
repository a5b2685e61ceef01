"""The text of a Markdown page: what people read, every letter at the place where it stands in the file.

What is no text (code, tags, link targets, comments, markers) becomes spaces, so that no place is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leerpad.source.diagnostics import Position
from leerpad.source.markdown_blocks import outside_code, without_code_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Kind = Literal["text", "heading", "cell"]

# Each reads a line once: no part may match the same letters in two ways.
_NO_TEXT = [
    re.compile(r"<[A-Za-z/!][^<>]*>"),  # tags
    re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])?"),  # images
    re.compile(r"\[\^[^\[\]]*\]:?"),  # footnote marks
    re.compile(r"\[\s*-?@[^\[\]]*\]"),  # citations
    re.compile(r"\{[:#.][^{}]*\}"),  # attributes
    re.compile(r"https?://[^\s)>\]]+"),
    re.compile(r"\]\([^()]*(?:\([^()]*\)[^()]*)?\)"),  # where a link leads
    re.compile(r"\]\[[^\[\]]*\]"),
    re.compile(r"[\[\]*~=]"),
    re.compile(r"(?<!\w)_|_(?!\w)"),
]
_WHOLE_LINE = re.compile(r"^\s*(?:!!!|\?\?\?\+?|===)\s|^ {0,3}\*?\[[^\[\]]+\]:|^\s*(?:[-*_]\s*){3,}$|^[=-]+\s*$")
_HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})(?=\s|$)(?P<text>.*)$")
_TRAILING_MARKS = re.compile(r"\s#+\s*$")
_ITEM = re.compile(r"^\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)]|:)\s+")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_RULE = re.compile(r"^[\s|:-]*$")


@dataclass(frozen=True)
class Block:
    """A stretch that is read as one: a paragraph, a list item, a heading, a cell. `start` counts from the body's."""

    kind: Kind
    text: str
    start: int


@dataclass(frozen=True)
class Heading:
    """A heading; `line` counts from 0."""

    level: int
    text: str
    line: int


class Places:
    """From offsets in a body to places in its file."""

    def __init__(self, body: str, first_line: int) -> None:
        self.first_line = first_line
        self.starts = [0]
        for line in body.split("\n"):
            self.starts.append(self.starts[-1] + len(line) + 1)

    def at(self, offset: int) -> Position:
        """The place of the letter at an offset."""
        line = bisect_right(self.starts, offset) - 1
        return Position(self.first_line + line, offset - self.starts[line] + 1)


def blocks_of(body: str) -> list[Block]:
    """The blocks of a Markdown body, top to bottom."""
    readable = dict(outside_code(without_comments(body).split("\n")))
    found: list[Block] = []
    open_lines: list[str] = []
    start = offset = 0

    def close() -> None:
        nonlocal open_lines
        if open_lines:
            found.append(Block("text", "\n".join(open_lines), start))
        open_lines = []

    for number, raw in enumerate(body.split("\n")):
        line = readable.get(number, "")
        heading = _HEADING.match(line)
        if not line.strip() or _WHOLE_LINE.match(line):
            close()
        elif heading:
            close()
            found.append(
                Block("heading", blank(_TRAILING_MARKS.sub("", heading["text"])), offset + heading.start("text"))
            )
        elif line.lstrip().startswith("|"):
            close()
            found += _cells(line, offset)
        else:
            item = _ITEM.match(line)
            if item:
                close()
            if not open_lines:
                start = offset
            marker = item or _QUOTE.match(line)
            width = marker.end() if marker else 0
            open_lines.append(" " * width + blank(line[width:]))
        offset += len(raw) + 1
    close()
    return found


def headings_of(body: str) -> Iterator[Heading]:
    """The headings written with #, in the order of the page; inside admonitions and lists there are none."""
    for number, line in outside_code(without_comments(body).split("\n")):
        match = _HEADING.match(line)
        if match:
            text = _TRAILING_MARKS.sub("", match["text"]).strip()
            yield Heading(len(match["marks"]), text, number)


def blank(line: str) -> str:
    """The line with spaces for all that is no text."""
    line = without_code_spans(line)
    for pattern in _NO_TEXT:
        line = pattern.sub(_spaces, line)
    return line


def without_comments(body: str) -> str:
    """The body with spaces for HTML comments, lines kept. An unclosed one is left as it is."""
    return _blank_between(body, "<!--", "-->", lambda text: re.sub(r"[^\n]", " ", text))


def without_quotes(text: str) -> str:
    """The text with spaces for what others say: “…” and "…"."""
    text = _blank_between(text, "“", "”", lambda quote: " " * len(quote))
    return _blank_between(text, '"', '"', lambda quote: " " * len(quote))


def _blank_between(text: str, opening: str, closing: str, blanked: Callable[[str], str]) -> str:
    parts: list[str] = []
    done = 0
    while True:
        start = text.find(opening, done)
        end = text.find(closing, start + len(opening)) if start >= 0 else -1
        if end < 0:
            return "".join([*parts, text[done:]])
        end += len(closing)
        parts += [text[done:start], blanked(text[start:end])]
        done = end


def _cells(line: str, offset: int) -> Iterator[Block]:
    if _RULE.match(line):
        return
    for cell in re.finditer(r"[^|]+", line):
        if cell[0].strip():
            yield Block("cell", blank(cell[0]), offset + cell.start())


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
