"""The text of a Markdown page: what people read, every letter at the place where it stands in the file.

What is no text (code, tags, link targets, comments, markers) becomes spaces, so that no place is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leerpad.source.markdown_patterns import ATTRIBUTES, CITED, DEFINED, TARGET
from leerpad.source.markdown_text import CODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.source.markdown_text import MarkdownText

Kind = Literal["text", "heading", "cell"]

_NO_TEXT = [
    re.compile(r"<[A-Za-z/!][^<>]*>"),  # tags
    re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])?"),  # images
    re.compile(r"\[\^[^\[\]]*\]:?"),  # footnote marks
    re.compile(CITED),
    re.compile(ATTRIBUTES),
    re.compile(r"https?://[^\s)>\]]+"),
    re.compile(rf"\]{TARGET}"),
    re.compile(r"\]\[[^\[\]]*\]"),
    re.compile(r"[\[\]*~=]"),
    re.compile(r"(?<!\w)_|_(?!\w)"),
]
_MARK = re.compile(rf"[<\[\]{{*~=_{CODE}]|://")
"""What stands in all of those. Most lines are just words."""
_WHOLE_LINE = re.compile(rf"^\s*(?:!!!|\?\?\?\+?|===)\s|^ {{0,3}}{DEFINED}|^\s*(?:[-*_]\s*){{3,}}$|^[=-]+\s*$")
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
    line: int


def blocks_of(markdown: MarkdownText) -> list[Block]:
    """The blocks of a Markdown text, top to bottom."""
    found: list[Block] = []
    open_lines: list[str] = []
    start = offset = 0

    def close() -> None:
        nonlocal open_lines
        if open_lines:
            found.append(Block("text", "\n".join(open_lines), start))
        open_lines = []

    for raw, line in zip(markdown.lines, markdown.readable, strict=True):
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


def headings_of(markdown: MarkdownText) -> Iterator[Heading]:
    """The headings written with #, in the order of the page; inside admonitions and lists there are none."""
    for number, line in enumerate(markdown.readable):
        match = _HEADING.match(line)
        if match:
            yield Heading(len(match["marks"]), number)


def blank(line: str) -> str:
    """A readable line with spaces for all that is no text."""
    if not _MARK.search(line):
        return line
    line = line.replace(CODE, " ")
    for pattern in _NO_TEXT:
        line = pattern.sub(_spaces, line)
    return line


def without_quotes(text: str) -> str:
    """The text with spaces for what others say: “…” and "…"."""
    return _blank_between(_blank_between(text, "“", "”"), '"', '"')


def _blank_between(text: str, opening: str, closing: str) -> str:
    parts: list[str] = []
    done = 0
    while True:
        start = text.find(opening, done)
        end = text.find(closing, start + len(opening)) if start >= 0 else -1
        if end < 0:
            return "".join([*parts, text[done:]])
        end += len(closing)
        parts += [text[done:start], " " * (end - start)]
        done = end


def _cells(line: str, offset: int) -> Iterator[Block]:
    if _RULE.match(line):
        return
    for cell in re.finditer(r"[^|]+", line):
        if cell[0].strip():
            yield Block("cell", blank(cell[0]), offset + cell.start())


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
