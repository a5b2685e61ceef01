"""A Markdown text, read once: its code, comments, links, citations, directives and words, each with its place.

Whoever wants to know what stands in a text asks it here. Each part is found the first time that it is asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from leerpad.source.citations import find_citations
from leerpad.source.code_spans import filled, find_code_spans
from leerpad.source.diagnostics import Position
from leerpad.source.directives import read_directives
from leerpad.source.links import Link, find_links
from leerpad.source.markdown_blocks import Fences, find_fences, find_indented_code, is_item
from leerpad.source.marked_words import MARK, is_marked_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from leerpad.source.citations import Citation
    from leerpad.source.diagnostics import Fault, LineColumn
    from leerpad.source.directives import Directive

CODE = "\ue000"
"""Stands for each letter of code in a line: something, but no space and no letter."""


class MarkdownText:
    """A text whose first line is `first_line` of its file, or that is a value in YAML: all in it has one `position`.

    Lines count from 0, columns from 1. In its lists of lines each line has its number, and each letter its column.
    """

    def __init__(self, text: str, first_line: int = 1, position: Position | None = None) -> None:
        self.text = text
        self.first_line = first_line
        self.position = position

    def at(self, line: int, column: int) -> Position:
        """Where this is in the file."""
        return self.position or Position(self.first_line + line, column)

    def at_offset(self, offset: int) -> Position:
        """Where a letter is in the file; `offset` counts from the beginning of the text."""
        if self.position is not None:
            return self.position
        line = bisect_right(self._starts, offset) - 1
        return self.at(line, offset - self._starts[line] + 1)

    def located(self, faults: Iterable[Fault[LineColumn]]) -> Iterator[Fault[Position]]:
        """Faults that were found in this text, each with its place in the file."""
        return (fault.at(self.at(*fault.place)) for fault in faults)

    @cached_property
    def lines(self) -> list[str]:
        """The lines as written."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    @cached_property
    def fences(self) -> Fences:
        """The fenced blocks of code, and marks that make none."""
        return find_fences(self.lines) if "```" in self.text or "~~~" in self.text else Fences()

    @cached_property
    def outside(self) -> list[tuple[int, str]]:
        """The lines that aren't in a fenced block, with their numbers: an example of a directive is no directive."""
        if not self.fences.blocks:
            return list(enumerate(self.lines))
        fenced = {number for block in self.fences.blocks for number in block}
        return [(number, line) for number, line in enumerate(self.lines) if number not in fenced]

    @cached_property
    def _unfenced(self) -> list[str]:
        if not self.fences.blocks:
            return self.lines
        kept = [""] * len(self.lines)
        for number, line in self.outside:
            kept[number] = line
        return kept

    @cached_property
    def indented(self) -> list[int]:
        """The lines that are code by their indent."""
        return list(find_indented_code(self._unfenced))

    @cached_property
    def coded(self) -> list[str]:
        """The lines with CODE for each letter of a code span, and without fenced blocks."""
        return _coded(self._unfenced, frozenset(self.indented)) if "`" in self.text else self._unfenced

    @cached_property
    def plain(self) -> list[str]:
        """The lines with spaces for code spans, and without fenced blocks."""
        return [line.replace(CODE, " ") for line in self.coded] if "`" in self.text else self._unfenced

    @cached_property
    def comments(self) -> list[tuple[int, int]]:
        """Where comments begin and end, as offsets in the lines of `coded`."""
        return _comments("\n".join(self.coded), frozenset(self.indented)) if "<!--" in self.text else []

    def without_comments(self, filler: str = " ") -> list[str]:
        """The lines of `coded` with a filler for each letter of a comment."""
        return filled("\n".join(self.coded), self.comments, filler).split("\n") if self.comments else self.coded

    @cached_property
    def readable(self) -> list[str]:
        """The lines without comments; code is CODE where it is in a line."""
        return self.without_comments()

    @cached_property
    def prose(self) -> list[str]:
        """The lines that people read as text: `readable` without what is code by its indent."""
        kept = list(self.readable)
        for number in self.indented:
            kept[number] = ""
        return kept

    @cached_property
    def directives(self) -> list[Directive]:
        """Every line that is one comment and looks like a directive; its name may be unknown."""
        return list(read_directives(self)) if "<!--" in self.text else []

    @cached_property
    def is_marked_words(self) -> bool:
        """Whether it is words with well-formed marks among them: then there is nothing to find but links."""
        return is_marked_words(self.text)

    @cached_property
    def links(self) -> list[Link]:
        """The targets of links and images, and of definitions of links, outside code."""
        if self.is_marked_words:
            marks = MARK.finditer(self.text)
            return [Link(mark["target"], 0, mark.start("target") + 1) for mark in marks if mark["target"]]
        return list(find_links(self.plain)) if "](" in self.text or "]:" in self.text else []

    @cached_property
    def citations(self) -> list[Citation]:
        """Every source that is cited outside code."""
        return list(find_citations(self.plain)) if "@" in self.text else []


def _coded(lines: Sequence[str], indented: frozenset[int]) -> list[str]:
    """The lines with their code spans filled; a span may go on in the next line of a paragraph."""
    result: list[str] = []
    paragraph: list[str] = []
    for number, line in enumerate([*lines, ""]):
        text = line.strip()
        is_apart = not text or text[0] in "#|>" or is_item(text) or (number in indented) != (number - 1 in indented)
        if paragraph and is_apart:
            result += _filled_code(paragraph)
            paragraph = []
        if text:
            paragraph.append(line)
        else:
            result.append(line)
    return result[:-1]


def _filled_code(paragraph: Iterable[str]) -> list[str]:
    text = "\n".join(paragraph)
    return filled(text, find_code_spans(text), CODE).split("\n")


def _comments(text: str, indented: frozenset[int]) -> list[tuple[int, int]]:
    """The comments that begin outside indented code."""
    found = []
    line = done = 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start)) >= 0:
        line += text.count("\n", done, start)
        if line in indented:
            line, done = line, start + 4
            continue
        found.append((start, end + 3))
        line += text.count("\n", start, end)
        done = end + 3
    return found
