"""Markdown that is almost a list, a box, a link or bold text, so that readers see the characters instead.

Each pattern reads a line once. A slip is a fault where the text can never be meant so, and advice where it might be.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Fault
from leerpad.source.markdown_blocks import TAB, is_item
from leerpad.source.names import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leerpad.source.diagnostics import LineColumn
    from leerpad.source.markdown_text import MarkdownText

_KINDS = """\
voorbeeld praktijk kanttekening misverstand bron privacy begeleider kennismaking
example practice caveat misconception source facilitator introduction
note abstract summary tldr info todo tip hint important
success check done question help faq warning caution attention failure fail missing danger error bug quote
cite seealso"""
KINDS = tuple(_KINDS.split())
"""The kinds of boxes that have a look of their own: ours and those of the theme."""

_MOST_TOLD = 10  # in one line
_PLACES = {"inline", "end"}
_BOX = re.compile(r"[!?]{2,4}\+?(?=[\s\w\"“”„]|$)")
_BOX_HEAD = re.compile(r'(?:!!!|\?\?\?\+?) ?(?P<kinds>[\w-]+(?: +[\w-]+)*)?(?P<title> +"[^"]*")? *')
_QUOTES = "“”„‟«»’‘"
_SPACED = re.compile(r"!?\[[^\[\]]*\][ \t]+\((?=[^\s()]+\))(?=(?:https?://|www\.|\.{0,2}/)?[^\s()]*[/.#])")
_HALF_LINK = re.compile(  # looks ahead only so far: each bracket of a long line would look to its end
    r"!\[[^\[\]]*\](?=[^(\[\s:]\S{0,300}\))|\(\](?=\S)|\][^\s()\[\]{:](?=\([^()\s]{0,300}[/.][^()\s]{0,300}\))"
    r"|\](?=https?://[^\s()]+\))|\](?=[\w./-]+\.(?:md|svg|png|jpe?g|gif|pdf|webp)(?:#[\w-]*)?\))"
)
_NUMBERED = re.compile(r"\d{1,3}\)[ \t]+\S")
_HARD_SPACES = "\u00a0\u2007\u202f"
_STRANGE_BULLET = re.compile(
    rf"(?:[{_HARD_SPACES}]+[ \t]*(?=[-*+•])|[•·●○▪■◦‣⁃∙➢➤✓✔]|(?:[-*+–—]|\d{{1,3}}\.)(?=[{_HARD_SPACES}])|[–—](?=[ \t]))"
    rf"[ \t{_HARD_SPACES}]*(?=\S)"
)
_TIGHT_BULLET = re.compile(r"--(?= )|[-+](?=[^\W\d_])|\*(?=[^\W\d_][^*]*$)|\d{1,2} ?\.(?=[^\W\d_])")
_TIGHT_HEADING = re.compile(r"#(?=[^\s#])|#{1,6}[ \t]*$")
_MOVED_HEADING = re.compile(r" {1,3}#{1,6} +\S")
_SENTENCE = re.compile(
    r"\S+(?:\s+\S+){1,}[.!?:…][”\"')]*|[A-ZÀ-Þ]\w+[.!?…]|!\[.*"
    r"|(?:!!!|\?\?\?|#{1,6}|>|[-*+]|\d{1,2}\.|\[\^\w+\]:) ?\w.*"
)


def find_text_slips(markdown: MarkdownText) -> Iterator[Fault[LineColumn]]:
    """The slips of a text: of what people read, and of lines that are code by their indent."""
    lines, prose = markdown.lines, markdown.prose
    in_list, base = False, 0
    for number, line in enumerate(prose):
        text = line.lstrip(" \t")
        if text:
            below = prose[number + 1] if number + 1 < len(prose) else ""
            yield from _in_line(number, line, text, below)
            if _BOX.match(text):
                yield from _box(number, line, text, lines)
            if is_item(text):
                base = base if in_list else _indent(line)
            yield from _list(number, line, text, prose, base if in_list else None)
            if is_item(text) and not in_list and _runs_on(number, line, prose):
                yield Fault("list-against-text", (number, len(line) - len(text) + 1), is_advice=True)
            yield from _underline(number, text, prose)
            in_list = in_list or is_item(text)
        else:
            in_list = False
    for number in markdown.indented:
        yield from _words_as_code(number, lines)


def _in_line(number: int, line: str, text: str, below: str) -> Iterator[Fault[LineColumn]]:
    yield from islice(_links(number, line, below), _MOST_TOLD)
    if text.startswith((">!!!", ">???")):
        yield Fault("box_head", (number, line.index(">") + 1), {"marks": text[1:4]})
    if _MOVED_HEADING.match(line):
        yield Fault("indented-heading", (number, 1), is_advice=True)
    elif _TIGHT_HEADING.match(line):
        yield Fault("leading-hash", (number, 1), is_advice=True)


def _links(number: int, line: str, below: str) -> Iterator[Fault[LineColumn]]:
    for match in _SPACED.finditer(line):
        code = "image_apart" if match[0].startswith("!") else "link_apart"
        yield Fault(code, (number, match.start() + 1))
    for match in _HALF_LINK.finditer(line):
        yield Fault("half_link", (number, match.start() + 1))
    at = line.find("](")
    while at >= 0:
        following = line.find("](", at + 2)
        rest = line[at + 1 : following] if following >= 0 else f"{line[at + 1 :]}\n{below}"
        if not _closes(rest):
            yield Fault("half_link", (number, at + 1))
        at = following


def _closes(text: str) -> bool:
    """Whether the bracket at the beginning of a text has an end."""
    depth = 0
    for sign in text:
        depth += (sign == "(") - (sign == ")")
        if not depth:
            return True
    return False


def _box(number: int, line: str, text: str, lines: Sequence[str]) -> Iterator[Fault[LineColumn]]:
    column = len(line) - len(text) + 1
    marks = re.match(r"[!?]+\+?", text)
    assert marks is not None
    kind = text[marks.end() :].split()[:1]
    is_kind = bool(kind) and kind[0].strip('":.,“”').lower() in KINDS
    if marks[0] not in ("!!!", "???", "???+"):
        if is_kind:
            yield Fault("box_marks", (number, column), {"right": marks[0][:1] * 3, "wrong": marks[0]})
        return
    head = _BOX_HEAD.fullmatch(text)
    named = head and (head["kinds"] or (head["title"] and marks[0] != "!!!"))
    if head is None or not named:
        curly = any(sign in text for sign in _QUOTES)
        yield Fault("box_quotes" if curly else "box_head", (number, column), {"marks": marks[0]})
        return
    for name in (head["kinds"] or "").lower().split():
        if name not in KINDS and name not in _PLACES:
            meant = suggestion(name, KINDS) or "note"
            yield Fault("unknown-box", (number, column), {"kind": name, "suggestion": meant}, is_advice=True)
    yield from _inside(number, len(line) - len(text), column, lines)


def _inside(number: int, indent: int, column: int, lines: Sequence[str]) -> Iterator[Fault[LineColumn]]:
    """What stands below the head of a box: at least one line, indented, and no line that falls out of it."""
    below = next((at for at in range(number + 1, len(lines)) if lines[at].strip()), None)
    if below is None or _indent(lines[below]) < indent + TAB:
        yield Fault("box_empty", (number, column))
        return
    was_blank = False
    for at in range(below + 1, len(lines)):
        line = lines[at]
        if line.strip() and _indent(line) < indent + TAB:
            if not was_blank or _indent(line) > indent:
                yield Fault("outside-box", (at, _indent(line) + 1), is_advice=True)
            return
        was_blank = not line.strip()


def _list(number: int, line: str, text: str, prose: Sequence[str], base: int | None) -> Iterator[Fault[LineColumn]]:
    """What is wrong with a line of a list; `base` is the indent of the list that it stands in."""
    column = len(line) - len(text) + 1
    is_strange_colon = text.startswith(": ") and number > 0 and is_item(prose[number - 1].lstrip())
    if is_strange_colon or _STRANGE_BULLET.match(text):
        yield Fault("odd-bullet", (number, column), {"mark": text[0]}, is_advice=True)
    elif _NUMBERED.match(text) and (_is_next_numbered(prose, number + 1) or _is_next_numbered(prose, number - 1)):
        mark = text[: text.index(")") + 1]
        yield Fault("odd-bullet", (number, column), {"mark": mark}, is_advice=True)
    elif _TIGHT_BULLET.match(text) and (_is_near_item(prose, number + 1) or _is_near_item(prose, number - 1)):
        yield Fault("list-without-space", (number, column), {"mark": text[0]}, is_advice=True)
    elif is_item(text) and base is not None and (_indent(line) - base) % TAB:
        yield Fault("list-indent", (number, column), is_advice=True)


def _is_next_numbered(prose: Sequence[str], at: int) -> bool:
    return 0 <= at < len(prose) and _NUMBERED.match(prose[at].lstrip()) is not None


def _is_near_item(prose: Sequence[str], at: int) -> bool:
    text = prose[at].lstrip() if 0 <= at < len(prose) else ""
    return is_item(text) or _TIGHT_BULLET.match(text) is not None


def _runs_on(number: int, line: str, prose: Sequence[str]) -> bool:
    """Whether an item stands right below text that it runs into."""
    before = prose[number - 1] if number else ""
    text = before.strip()
    begins = line.lstrip()[0] in "-*+" or line.lstrip().startswith("1. ")
    return begins and bool(text) and text[0] not in "#>|<:!?=" and _indent(before) == _indent(line)


def _underline(number: int, text: str, prose: Sequence[str]) -> Iterator[Fault[LineColumn]]:
    """A line of hyphens right below a sentence makes a heading of that sentence."""
    before = prose[number - 1].strip() if number else ""
    if len(text.rstrip()) > 1 and not text.strip("- ") and before.endswith((".", "!", "?", "…")):
        yield Fault("rule-against-text", (number, 1), is_advice=True)


def _words_as_code(number: int, lines: Sequence[str]) -> Iterator[Fault[LineColumn]]:
    """A sentence that is indented so far that it is shown as code."""
    before = lines[number - 1].strip() if number else ""
    if (not before or before.startswith(("!!!", "???"))) and _SENTENCE.fullmatch(lines[number].strip()):
        yield Fault("sentence-as-code", (number, _indent(lines[number]) + 1), is_advice=True)


def _indent(line: str) -> int:
    line = line.expandtabs(TAB)
    return len(line) - len(line.lstrip(" "))
