"""Text on which Python-Markdown would hang, found by counting before anything is rendered.

Python-Markdown looks for the end of each bracket, code mark or star from where it begins. Where there is none it reads
to the end of the piece in vain, and does so once more after everything else that it finds in that piece. The effort
below counts those signs. Text that people write costs some thousands; a million takes the renderer up to 0.3 s.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Fault
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leerpad.source.diagnostics import LineColumn, Report

HANGING = {"tangled_text", "deep_marks"}
"""The faults of text that must not be rendered."""
MOST_EFFORT = 4_000_000
DEEPEST = 50
"""Marks of a list or quote on one line. The renderer gives up at 331."""
SHORT = 300
"""So short a text can't cost more than is allowed."""

_MARK = re.compile(r"\\.|(?P<fence>`+|\*+|_+)|\]\(|[\[\]()]", re.DOTALL)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_PIECE = re.compile(r"[ \t>]*(?:[*+-]|\d{1,9}[.)]|:)[ \t]|[^|]*\|")
"""A line that begins a new item of a list, or is a row of a table: a piece of its own to the renderer."""
_DEEP = re.compile(rf"(?:[ \t]*+(?:>|(?:[*+:-]|\d{{1,9}}[.)])[ \t])){{{DEEPEST}}}")
_DEEP_SOMEWHERE = re.compile(rf"^{_DEEP.pattern}", re.MULTILINE)
_RULE = re.compile(r"[ \t>]*([-*])(?: {0,2}\1)*+ *")
_TAG_IS_CHEAP = 8
"""How many signs the renderer reads for a tag in the time of one of a bracket."""
_STAR_IS_CHEAP = 4


def report_tangles(path: str, text: MarkdownText, report: Report) -> None:
    """A fault for each piece of a page that can't be rendered."""
    report.note(path, text.located(find_tangles(text)))


def report_tangled_values(path: str, tree: Mapping, report: Report) -> None:
    """A fault for each text of a YAML file that can't be rendered."""
    todo: list[Node] = [tree]
    while todo:
        node = todo.pop()
        if isinstance(node, Scalar):
            if may_tangle(node.text):
                tangles = islice(find_tangles(MarkdownText(node.text)), 1)
                report.note(path, (tangle.at(node.position) for tangle in tangles))
        else:
            todo += reversed(node.items if isinstance(node, Sequence) else [*node.entries.values()])


def may_tangle(text: str) -> bool:
    """Whether a text is worth a closer look: in a short one only marks of lists and quotes can be too many."""
    return len(text) >= DEEPEST and (len(text) > SHORT or _DEEP_SOMEWHERE.search(text) is not None)


def find_tangles(text: MarkdownText) -> Iterator[Fault[LineColumn]]:
    """The pieces that the renderer would hang on, top to bottom."""
    if len(text.text) < DEEPEST:
        return
    lines = text.outside
    for number, line in lines:
        if len(line) >= DEEPEST and _DEEP.match(line) and not _RULE.fullmatch(line):
            yield Fault("deep_marks", (number, 1))
    for number, piece in _pieces(lines):
        if len(piece) > SHORT and _effort(piece) > MOST_EFFORT:
            yield Fault("tangled_text", (number, _first_mark(piece)))
    yield from _open_tags(lines)


def _pieces(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The pieces that are rendered each on their own, with the number of their first line."""
    piece: list[str] = []
    last = -1
    for number, line in lines:
        if piece and (not line.strip() or number != last + 1 or _PIECE.match(line)):
            yield last + 1 - len(piece), "\n".join(piece)
            piece = []
        if line.strip():
            piece.append(line)
        last = number
    yield last + 1 - len(piece), "\n".join(piece)


def _first_mark(text: str) -> int:
    first = text.partition("\n")[0]
    mark = _MARK.search(first)
    return mark.start() + 1 if mark else len(first) - len(first.lstrip()) + 1


def _effort(text: str) -> int:
    """How many signs the renderer reads more than once in a piece, near enough."""
    found, once, in_vain = 0, 0, 0
    brackets: list[int] = []
    parens: list[int | None] = []
    runs: dict[str, int] = {}  # where a run of these very marks is open
    for mark in _MARK.finditer(text):
        place, sign = mark.start(), mark[0]
        if mark["fence"]:
            once += 2 * len(sign) ** 2 if sign[0] != "`" else 0  # each star is an element inside the one before
            begin = runs.pop(sign, None)
            if begin is None:
                runs[sign] = place
            else:
                found += 1
                once += place - begin
        elif sign == "[":
            brackets.append(place)
        elif sign in ("]", "]("):
            if brackets:
                in_vain += place - brackets.pop()
            if sign == "](":
                parens.append(place)
        elif sign == "(":
            parens.append(None)
        elif sign == ")" and parens and (begin := parens.pop()) is not None:
            found += 1
            once += place - begin
    end = len(text)
    in_vain += sum(end - place for place in brackets) + sum(end - place for place in parens if place is not None)
    for run, place in runs.items():
        in_vain += (end - place) * len(run) if run[0] == "`" else (end - place) // _STAR_IS_CHEAP
    return once + in_vain * (1 + found)


def _open_tags(lines: list[tuple[int, str]]) -> Iterator[Fault[LineColumn]]:
    """The renderer reads HTML in a whole page at once: tags that never end cost up to its end."""
    text = "\n".join(line for _, line in lines)
    effort, first, ends = 0, -1, text.find(">")
    for tag in _TAG.finditer(text):
        while 0 <= ends < tag.start():
            ends = text.find(">", ends + 1)
        span = (ends if ends >= 0 else len(text)) - tag.start()
        effort += span
        first = tag.start() if first < 0 and span > SHORT else first
    if effort > MOST_EFFORT * _TAG_IS_CHEAP:
        before = text[:first]
        yield Fault("tangled_text", (lines[before.count("\n")][0], first - before.rfind("\n")))
