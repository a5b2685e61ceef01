"""Gaps as Moodle writes them inside a text: `{1:SHORTANSWER:=right#why~%0%wrong#why}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from leerpad.questions.neutral import Blank, ClozeForm, Mistake

if TYPE_CHECKING:
    from collections.abc import Callable

_OURS = re.compile(r"\{\{\s*([a-z0-9-]+)\s*\}\}")
_OPENED = re.compile(r"\{(?P<weight>\d{0,6}):(?P<kind>[A-Z_]{1,30}):")
_CLOSED = re.compile(r"(?P<answers>(?:\\.|[^}\\])*)\}", re.DOTALL)
_SPECIAL = re.compile(r"([}#~/\"\\])")
_SHORT = {"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"}
_STRICT = {"SHORTANSWER_C", "SAC", "MWC"}
_NUMBERS = {"NUMERICAL", "NM"}
_WEIGHT = re.compile(r"^%-?\d+(?:\.\d+)?%")
_LISTS = ("MULTICHOICE", "MC", "MULTIRESPONSE", "MR")


def write_gaps(form: ClozeForm, plain: Callable[[str], str]) -> tuple[str, dict[str, str]]:
    """The text with a mark for each gap, and what to put in the place of each mark once the text is HTML."""
    gaps: dict[str, str] = {}

    def mark(found: re.Match[str]) -> str:
        name = f"GAPMARK{len(gaps)}END"
        gaps[name] = _gap(form.blanks[found[1]], plain)
        return name

    return _OURS.sub(mark, form.text), gaps


def _gap(blank: Blank, plain: Callable[[str], str]) -> str:
    kind = "SHORTANSWER_C" if blank.case_sensitive else "SHORTANSWER"
    why = f"#{_escape(plain(blank.feedback))}" if blank.feedback else ""
    answers = [f"={_escape(text)}{why}" for text in blank.accept]
    answers += [f"%0%{_escape(text)}#{_escape(plain(one.feedback))}" for one in blank.mistakes for text in one.texts]
    return "{1:" + kind + ":" + "~".join(answers) + "}"


class ReadGaps(NamedTuple):
    """A text with our gaps, their rules, the kinds of gaps that we don't have, and whether all gaps weigh the same."""

    text: str
    blanks: dict[str, Blank]
    unknown: list[str]
    is_even: bool


def read_gaps(html: str, name: Callable[[int], str]) -> ReadGaps:
    """Find Moodle's gaps in a text; `name` gives the name of the gap with this number, from 1."""
    blanks: dict[str, Blank] = {}
    unknown: list[str] = []
    weights: set[str] = set()
    parts: list[str] = []
    at = 0
    for opened in _OPENED.finditer(html):
        if opened.start() < at:
            continue
        closed = _CLOSED.match(html, opened.end())
        if closed is None:
            break  # nor is any later gap closed
        kind = opened["kind"]
        is_list = kind.startswith(_LISTS)
        if kind not in _SHORT:
            unknown.append(kind)
        if kind not in _SHORT and not is_list and kind not in _NUMBERS:
            continue
        own = name(len(blanks) + 1)
        blanks[own] = _read(closed["answers"], strict=kind in _STRICT, is_number=kind in _NUMBERS)
        weights.add(opened["weight"] or "1")
        choices = f" ({' / '.join(_texts(closed['answers']))})" if is_list else ""
        parts += [html[at : opened.start()], "{{", own, "}}", choices]
        at = closed.end()
    return ReadGaps("".join([*parts, html[at:]]), blanks, unknown, is_even=len(weights) < 2)


def _texts(written: str) -> list[str]:
    """The choices of a gap with a list, which a learner must see."""
    texts = (_WEIGHT.sub("", _split(part)[0].removeprefix("=")) for part in re.split(r"(?<!\\)~", written))
    return [_plain(text) for text in texts]


def _read(written: str, *, strict: bool, is_number: bool) -> Blank:
    accept: list[str] = []
    mistakes: dict[str, list[str]] = {}
    reasons: list[str] = []
    for part in re.split(r"(?<!\\)~", written):
        text, _, why = _split(part)
        weight = re.match(r"%(-?\d+(?:\.\d+)?)%", text)
        answer = _plain(text[weight.end() :] if weight else text.removeprefix("="))
        answer = answer.partition(":")[0] if is_number else answer
        reason = _plain(why)
        if text.startswith("=") or (weight and float(weight[1]) >= 100):
            accept.append(answer.removeprefix("="))
            reasons.append(reason)
        elif answer and answer != "*" and reason:
            mistakes.setdefault(reason, []).append(answer)
    found = tuple(Mistake(tuple(texts), reason) for reason, texts in mistakes.items())
    same = reasons[0] if reasons and len(set(reasons)) == 1 else ""
    return Blank(tuple(accept), found, case_sensitive=strict, feedback=same or None)


def _split(part: str) -> tuple[str, str, str]:
    at = re.search(r"(?<!\\)#", part)
    return (part[: at.start()], "#", part[at.end() :]) if at else (part, "", "")


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL).strip()


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
