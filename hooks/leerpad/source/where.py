"""Words that hold for one delivery only: what a website promises, a package for a learning system may not.

<!-- where: website -->
Your answers stay in this browser.
<!-- where: lms -->
Your learning system keeps your score.
<!-- where: lms, answers: true -->
It also gets what you answered. (Only where the settings of packages say so.)
<!-- /where -->
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Fault
from leerpad.source.markdown_text import MarkdownText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.source.diagnostics import LineColumn

Delivery = frozenset[str]
"""All that is so of a delivery: its name, and of a package each of `CHOICES` as it is set, such as `answers: true`."""

WEBSITE, LMS = DELIVERIES = ("website", "lms")
CHOICES = {"answers": ("true", "false"), "resume": ("answers", "scores"), "keep_on_device": ("true", "false")}
"""The settings of packages that decide what a learning system gets, and what stays on the device."""

FOR_WEBSITE: Delivery = frozenset({WEBSITE})
_KNOWN = {f"{name}: {value}" for name, values in CHOICES.items() for value in values}
_BEGIN = re.compile(r"\s*<!--\s*where:(?P<asked>[^<>]*)-->\s*")
_END = re.compile(r"\s*<!--\s*/where\s*-->\s*")


def for_package(settings: object) -> Delivery:
    """The delivery of a package with these settings."""
    return frozenset({LMS, *(f"{name}: {str(getattr(settings, name)).lower()}" for name in CHOICES)})


def said_for(text: MarkdownText, delivery: Delivery) -> MarkdownText:
    """What holds for a delivery. Lines that don't, and the marks, become empty: each keeps its number."""
    if "where" not in text.text:
        return text
    marks = {number for number, line in text.outside if _BEGIN.fullmatch(line) or _END.fullmatch(line)}
    said, holds = [], True
    for number, line in enumerate(text.lines):
        if number in marks:
            begun = _BEGIN.fullmatch(line)
            holds = begun is None or delivery.issuperset(_asked(begun))
        said.append(line if holds and number not in marks else "")
    return MarkdownText("\n".join(said), text.first_line, text.position)


def slips_in(text: MarkdownText) -> Iterator[Fault[LineColumn]]:
    """What is wrong with these marks."""
    open_at: int | None = None
    for number, line in text.outside:
        begun = _BEGIN.fullmatch(line)
        if begun:
            yield from _unknown(_asked(begun), number)
            open_at = number if open_at is None else open_at
        elif _END.fullmatch(line):
            if open_at is None:
                yield Fault("where_not_begun", (number, 1), {"value": ""})
            open_at = None
    if open_at is not None:
        yield Fault("where_not_ended", (open_at, 1), {"value": ""})


def _asked(begun: re.Match[str]) -> list[str]:
    """What a mark asks for, each as it is written in the settings."""
    parts = (part.partition(":") for part in begun["asked"].split(","))
    return [f"{name.strip()}{mark} {value.strip()}".strip() for name, mark, value in parts]


def _unknown(asked: list[str], number: int) -> Iterator[Fault[LineColumn]]:
    delivery, *choices = asked
    if delivery not in DELIVERIES:
        yield Fault("where_unknown", (number, 1), {"value": delivery})
        return
    for choice in choices:
        if delivery != LMS or choice not in _KNOWN:
            yield Fault("where_choice", (number, 1), {"value": choice})
