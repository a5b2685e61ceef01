"""The blocks of code in a Markdown page: between fences, or indented.

The one rule for fences is that of the extension that renders them (pymdownx.superfences); a test holds both together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TAB = 4
"""Columns of a tab, and of what Markdown calls indented."""

NEAR = 3
"""Closing marks that are looked at to say which was meant to end a fence."""

_PREFIX = re.compile(r"[> ]*")
_MARKS = re.compile(r"`{3,}|~{3,}")
_LANGUAGE = re.compile(r"[ \t]*\.?[\w#.+-]+(?=[\t ]|$)")
_OPTION = re.compile(
    r"""[ \t]*(?P<key>[A-Za-z]\w*)(?:=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'))?(?=[\t ]|$)""", re.A
)
_LINE_NUMBERS = re.compile(r"\d+(?:-\d+)?(?:[ \t]+\d+(?:-\d+)?)*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}\.)[ \t]")
_CONTAINER = re.compile(r"(?:[-*+]|\d{1,9}\.)[ \t]|!!!|\?\?\?|===|\[\^[^\[\]]+\]:|:[ \t]")

Why = Literal["fence_open", "fence_length", "fence_indent", "fence_header"]
"""Why marks of a fence open no block: nothing closes them, or only marks of another length or at another indent; or
what stands behind them can't be read."""


class StrayFence(NamedTuple):
    """Marks that begin a block of code in the eyes of an author only. `other` is the line that was to end it, or -1."""

    line: int
    column: int
    marks: str
    why: Why
    other: int


@dataclass
class Fences:
    """The fenced blocks of a page, as lines from the opening marks up to and including the closing ones."""

    blocks: list[range] = field(default_factory=list)
    stray: list[StrayFence] = field(default_factory=list)


def find_fences(lines: Sequence[str]) -> Fences:
    """All fenced blocks, and all marks that make none."""
    found = Fences()
    marked = [number for number, line in enumerate(lines) if "```" in line or "~~~" in line]
    closers = [number for number in marked if _is_bare(lines[number])]
    done = -1
    for number in marked:
        if number <= done:
            continue
        line = lines[number].expandtabs(TAB)
        indent = _width(line)
        marks = _MARKS.match(line, indent)
        if marks is None:
            continue
        if not _is_header(line[marks.end() :]):
            if not _is_one_line_of_code(line[indent:], marks[0]):
                found.stray.append(StrayFence(number, indent + 1, marks[0], "fence_header", -1))
            continue
        end, is_closed = _end_of_fence(lines, number, line[:indent], marks[0])
        if is_closed:
            found.blocks.append(range(number, end + 1))
        else:
            found.stray.append(_stray(lines, closers, number, marks[0]))
        done = end
    return found


def _width(line: str) -> int:
    match = _PREFIX.match(line)
    return match.end() if match else 0


def _is_one_line_of_code(text: str, marks: str) -> bool:
    """Whether this is ```` ```code``` ```` in a sentence: its marks end on the same line."""
    return marks in text[len(marks) :]


def _is_header(text: str) -> bool:
    """Whether the renderer can read what stands behind the opening marks: a language, options or {attributes}."""
    text = text.rstrip(" \t")
    language = _LANGUAGE.match(text)
    after = language.end() if language else 0
    return _is_rest_of_header(text[after:]) or _is_rest_of_header(text)


def _is_rest_of_header(text: str) -> bool:
    rest = text.lstrip(" \t")
    if rest.startswith("{"):
        return rest.endswith("}")
    at = 0
    while at < len(text):
        option = _OPTION.match(text, at)
        if option is None or not _is_known_option(option):
            return False
        at = option.end()
    return True


def _is_known_option(option: re.Match[str]) -> bool:
    value = option["double"] if option["double"] is not None else option["single"]
    if option["key"] in ("title", "title_mode"):
        return True
    if value is None:
        return False
    if option["key"] == "hl_lines":
        return _LINE_NUMBERS.fullmatch(value) is not None
    return option["key"] == "linenums" and value[:1].isdigit()


def _end_of_fence(lines: Sequence[str], first: int, prefix: str, marks: str) -> tuple[int, bool]:
    """The last line that is read for a fence, and whether that closes it."""
    width, quotes, empty = len(prefix), prefix.count(">"), 0
    for number in range(first + 1, len(lines)):
        line = lines[number].expandtabs(TAB)
        here = min(_width(line), width)
        before, content = line[:here], line[here:]
        level = before.count(">")
        if level > quotes:
            return number, False
        if not (content if quotes else line.strip()):
            empty += 1
        elif here < width or (quotes and empty and level < quotes):
            return number, False
        elif content.rstrip(" \t") == marks:
            return number, True
        else:
            empty = 0
    return len(lines) - 1, False


def _is_bare(line: str) -> bool:
    text = line.lstrip("> \t").rstrip(" \t")
    return text in (text[:1] * len(text), "") and len(text) >= 3


def _stray(lines: Sequence[str], closers: Sequence[int], first: int, marks: str) -> StrayFence:
    """Say what was probably to end a fence: marks of the same sign, nearest below, with nothing behind them."""
    place = first, _width(lines[first].expandtabs(TAB)) + 1, marks
    for number in closers[bisect_right(closers, first) :][:NEAR]:
        text = lines[number].strip("> \t")
        if text[0] == marks[0]:
            return StrayFence(*place, "fence_length" if text != marks else "fence_indent", number)
    return StrayFence(*place, "fence_open", -1)


def is_item(text: str) -> bool:
    """Whether a line, without the spaces before it, begins an item of a list."""
    return _ITEM.match(text) is not None


def find_indented_code(lines: Sequence[str]) -> Iterator[int]:
    """The lines of blocks that are code by their indent: deeper than what stands in a list or box may be.

    `lines` are those of a page without its fenced blocks.
    """
    containers: list[int] = []  # the columns where their content begins
    was_blank, in_code = True, False
    for number, raw in enumerate(lines):
        line = raw.expandtabs(TAB)
        text = line.lstrip(" ")
        if not text:
            was_blank = True
            continue
        indent = len(line) - len(text)
        if was_blank or not in_code:
            while was_blank and containers and indent < containers[-1]:
                containers.pop()
            base = containers[-1] if containers else 0
            in_code = was_blank and indent >= base + TAB
        if in_code and indent >= TAB:
            yield number
        else:
            in_code = False
            if _CONTAINER.match(text):
                containers = [column for column in containers if column <= indent]
                containers.append((containers[-1] if containers else 0) + TAB)
        was_blank = text.startswith(("!!!", "???", "==="))
