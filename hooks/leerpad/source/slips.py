"""Text that looks like a directive or comment in Markdown but is neither. It would vanish unseen, so it is a fault."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from leerpad.source.directives import DIRECTIVES, is_open_directive, read_directive
from leerpad.source.html_slips import find_html_slips
from leerpad.source.text_slips import find_text_slips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.source.diagnostics import Position, Report
    from leerpad.source.markdown_text import MarkdownText

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


def find_slips(path: str, text: MarkdownText, report: Report) -> None:
    """Report directives that are almost right, directives between other text, and a comment that never ends."""
    for number, line in enumerate(text.plain):
        might_be = ":" in line or "<!--" in line
        if might_be and read_directive(line) is None and not is_open_directive(line):
            _report_slip(path, line, text.at(number, 1), report)
    _report_fences(path, text, report)
    report_text_slips(path, text, report)
    opened = _open_comment(text.plain)
    if opened is not None:
        report.fault(path, text.at(opened[0], opened[1] + 1), "open_comment")


def _report_fences(path: str, text: MarkdownText, report: Report) -> None:
    for stray in text.fences.stray:
        there = text.lines[stray.other].strip("> \t")
        other = {"line": text.first_line + stray.other, "other": there} if stray.other >= 0 else {}
        report.fault(path, text.at(stray.line, stray.column), stray.why, marks=stray.marks, **other)


def report_text_slips(path: str, text: MarkdownText, report: Report) -> None:
    """Report what never makes sense in Markdown: in a page, or in a text of YAML."""
    if text.is_marked_words:
        return
    report.note(path, text.located(slip for slip in find_text_slips(text) if not slip.is_advice))
    prose = "\n".join(text.prose)
    for slip in islice(find_html_slips(prose), _MOST_TAGS):
        line, before = prose.count("\n", 0, slip.place), prose.rfind("\n", 0, slip.place)
        report.note(path, [slip.at(text.at(line, slip.place - before))])


def _report_slip(path: str, line: str, begin: Position, report: Report) -> None:
    text = line.strip()
    place = begin._replace(column=len(line) - len(line.lstrip()) + 1)
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
        report.fault(path, begin._replace(column=inside.start() + 1), "directive_not_alone", name=inside["name"])


def _has_marks(match: re.Match[str]) -> bool:
    """Whether a line has something of `<!--` and `-->`: `quiz: morgen` is a sentence."""
    begins = any(sign in match["open"] for sign in ("<", "‹", "«", "!", "--", "&lt;"))
    return begins or bool(match["close"]) or match["argument"].endswith(("--", "–", "—"))


def _open_comment(lines: Iterable[str]) -> tuple[int, int] | None:
    """The line and column, from 0, of a comment without an end. An open directive has a fault of its own."""
    opened: tuple[int, int] | None = None
    for number, line in enumerate(lines):
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
