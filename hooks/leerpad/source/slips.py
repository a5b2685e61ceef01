"""Text that looks like a directive or comment in Markdown but is neither. It would vanish unseen, so it is a fault."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Position
from leerpad.source.directives import DIRECTIVES, is_open_directive, read_directive
from leerpad.source.html_slips import find_html_slips
from leerpad.source.markdown_blocks import find_fences, outside_code, read_prose, without_code_spans
from leerpad.source.text_slips import find_text_slips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.source.diagnostics import Report

_MOST_TAGS = 50


@cache
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A directive without its colon, one without its marks, and one inside other text."""
    name = rf"(?P<name>{'|'.join(names)})"
    return (
        re.compile(rf"<!--[ \t]*{name}[ \t;,.=]+(?P<argument>[\w-]+)[ \t]*-->"),
        re.compile(
            rf"(?P<open>(?:[<‹«!–—\- \t.\\]|&lt;)*+){name}[ \t]*:(?P<argument>[^<>‹›«»&]*)(?P<close>(?:[>›»]|&gt;)?)"
        ),
        re.compile(rf"<!--[ \t]*{name}[ \t]*:"),
    )


def find_slips(path: str, body: str, first_line: int, report: Report) -> None:
    """Report directives that are almost right, directives between other text, and a comment that never ends."""
    lines = [(number, without_code_spans(line)) for number, line in outside_code(body.split("\n"))]
    for number, line in lines:
        if read_directive(line) is None and not is_open_directive(line):
            _report_slip(path, line, first_line + number, report)
    _report_fences(path, body, first_line, report)
    _report_page(path, body, first_line, report)
    opened = _open_comment(lines)
    if opened is not None:
        report.fault(path, Position(first_line + opened[0], opened[1] + 1), "open_comment")


def _report_fences(path: str, body: str, first_line: int, report: Report) -> None:
    lines = body.split("\n")
    for stray in find_fences(lines).stray:
        other = (
            {"line": first_line + stray.other, "other": lines[stray.other].strip("> \t")} if stray.other >= 0 else {}
        )
        place = Position(first_line + stray.line, stray.column)
        report.fault(path, place, stray.why, marks=stray.marks, **other)


def _report_page(path: str, body: str, first_line: int, report: Report) -> None:
    lines = body.split("\n")
    prose = read_prose(lines)
    for slip in find_text_slips(lines, prose):
        if not slip.is_advice:
            report.fault(path, Position(first_line + slip.line, slip.column), slip.code, **slip.params)
    text = "\n".join(prose)
    for tag in islice(find_html_slips(text), _MOST_TAGS):
        line = text.count("\n", 0, tag.start)
        place = Position(first_line + line, tag.start - (text.rfind("\n", 0, tag.start) + 1) + 1)
        report.fault(path, place, tag.code, tag=tag.tag)


def report_text_slips(path: str, text: str, place: Position, report: Report) -> None:
    """Report what never makes sense in a Markdown text of YAML, which begins at a place."""
    lines = text.split("\n")
    prose = read_prose(lines)
    for slip in find_text_slips(lines, prose):
        if not slip.is_advice:
            report.fault(path, place, slip.code, **slip.params)
    for tag in find_html_slips("\n".join(prose)):
        report.fault(path, place, tag.code, tag=tag.tag)


def _report_slip(path: str, line: str, number: int, report: Report) -> None:
    text = line.strip()
    place = Position(number, len(line) - len(line.lstrip()) + 1)
    without_colon, without_marks, inside_text = _patterns(tuple(DIRECTIVES))
    match = without_colon.fullmatch(text)
    if match is not None:
        report.fault(path, place, "directive_without_colon", name=match["name"], argument=match["argument"])
        return
    match = without_marks.fullmatch(text)
    if match is not None and _has_marks(match):
        argument = match["argument"].rstrip(" \t-–—").strip()
        report.fault(path, place, "broken_directive", name=match["name"], argument=argument)
        return
    inside = inside_text.search(line)
    if inside is not None:
        report.fault(path, Position(number, inside.start() + 1), "directive_not_alone", name=inside["name"])


def _has_marks(match: re.Match[str]) -> bool:
    """Whether a line has something of `<!--` and `-->`: `quiz: morgen` is a sentence."""
    begins = any(sign in match["open"] for sign in ("<", "‹", "«", "!", "--", "&lt;"))
    return begins or bool(match["close"]) or match["argument"].endswith(("--", "–", "—"))


def _open_comment(lines: Iterable[tuple[int, str]]) -> tuple[int, int] | None:
    """The line and column, from 0, of a comment without an end. An open directive has a fault of its own."""
    opened: tuple[int, int] | None = None
    for number, line in lines:
        at = 0
        while at >= 0:
            sign = "<!--" if opened is None else "-->"
            at = line.find(sign, at)
            if at >= 0:
                opened = None if opened else (number, at)
                at += len(sign)
        if opened and opened[0] == number and is_open_directive(line):
            opened = None
    return opened
