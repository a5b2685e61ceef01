"""Marks of bold, code and links that have no other half, so that readers see them as signs."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from leerpad.source.diagnostics import Fault
from leerpad.source.html_tags import find_tags
from leerpad.source.markdown_blocks import is_item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from leerpad.source.diagnostics import LineColumn

_NOT_TEXT = re.compile(
    r"\\[^\w\s]|<[^<>\s]+[@:][^<>\s]*>|https?://[^\s)>\]]*|\{[:#.][^{}]*\}|\{ [^{}]*\}"
    r"|^[ ]*\*\[[^\[\]]*\]:|^[ ]*(?:[-*+]|\d{1,9}\.)[ ](?:\[[ xX]\](?=[ ]))?"
)
_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_RUN = re.compile(r"\*+|_+|`+|\[|\]")
_FACES = (":-", ";-")
_MOST_NESTED = 12
_MOST_TOLD = 10
_MOST_MARKS = 2000  # in one paragraph; with more it is no text that anyone wrote


class _Run(NamedTuple):
    text: str
    start: int
    opens: bool
    closes: bool


def find_loose_marks(prose: Sequence[str]) -> Iterator[Fault[LineColumn]]:
    """Advice on the loose marks of a page without its code and comments (`MarkdownText.prose`)."""
    for line, first_column, text in _pieces(prose):
        for run in _loose(_masked(text))[:_MOST_TOLD]:
            above = text.count("\n", 0, run.start)
            column = run.start - (text.rfind("\n", 0, run.start) + 1) + first_column
            yield Fault("unclosed-markup", (line + above, column), {"mark": run.text}, is_advice=True)


def _pieces(prose: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Each stretch of text in which a mark must find its other half, with the line and column where it begins."""
    start, piece = 0, list[str]()
    for number, line in enumerate([*prose, ""]):
        text = line.strip()
        is_apart = text.startswith(("#", "|", "!!!", "???", "===")) or _RULE.fullmatch(line) is not None
        if piece and (not text or is_apart or is_item(text)):
            yield start, 1, "\n".join(piece)
            piece = []
        if text.startswith("|"):
            yield from _cells(number, line)
        elif is_apart:
            yield number, 1, "" if _RULE.fullmatch(line) else line
        elif text:
            start = start if piece else number
            piece.append(line)


def _cells(number: int, line: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for cell in line.split("|"):
        yield number, at + 1, cell
        at += len(cell) + 1


def _masked(text: str) -> str:
    if "<" in text:
        parts, done = [], 0
        for tag in find_tags(text):
            parts += [text[done : tag.start], " " * (tag.end - tag.start)]
            done = tag.end
        text = "".join([*parts, text[done:]])
    return "\n".join(_NOT_TEXT.sub(lambda found: " " * len(found[0]), line) for line in text.split("\n"))


def _loose(text: str) -> list[_Run]:
    if not _RUN.search(text):
        return []
    runs = [_run(match, text) for match in islice(_RUN.finditer(text), _MOST_MARKS)]
    loose = [run for run in runs if run.text[0] == "`"]
    loose += _unmatched([run for run in runs if run.text in ("[", "]")], lambda run: run.text == "[")
    apart = [run for run in runs if run.text[:2] == "**" and not run.opens and not run.closes]
    loose += apart if len(apart) > 1 else []
    for sign in "*_":
        loose += _unpaired([run for run in runs if run.text[0] == sign and (run.opens or run.closes)])
    return sorted(loose, key=lambda run: run.start)


def _run(match: re.Match[str], text: str) -> _Run:
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    sign = match[0][0]
    opens, closes = not after.isspace(), not before.isspace()
    if opens and closes and before.isalnum() and after.isalnum() and (sign == "_" or len(match[0]) == 1):
        opens = closes = False  # snake_case, 3*4
    is_face = match[0] == "*" and text[: match.start()].endswith(_FACES)
    if is_face or (before.isdigit() and after.isdigit()):
        opens = closes = False  # :-*, 2**8
    return _Run(match[0], match.start(), opens, closes)


def _unmatched(runs: Iterable[_Run], is_opening: Callable[[_Run], bool]) -> list[_Run]:
    opened: list[_Run] = []
    loose = []
    for run in runs:
        if is_opening(run):
            opened.append(run)
        elif opened:
            opened.pop()
        else:
            loose.append(run)
    return loose + opened


def _unpaired(runs: Iterable[_Run]) -> list[_Run]:
    """Of runs of one sign those that no other run answers: a run of three closes one of two and one of one."""
    opened: list[_Run] = []
    loose = []
    for run in runs:
        left = len(run.text)
        while left and run.closes and opened and len(opened[-1].text) <= left:
            left -= len(opened.pop().text)
        if left and run.closes and opened and not run.opens:
            rest = opened.pop()
            opened.append(rest._replace(text=rest.text[left:]))
            left = 0
        if left and run.opens and len(opened) < _MOST_NESTED:
            opened.append(run._replace(text=run.text[:left]))
        elif left:
            loose.append(run)
    return loose + opened
