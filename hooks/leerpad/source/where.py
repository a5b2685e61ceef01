"""Words that hold for one delivery only: what a website promises, a package for a learning system may not.

<!-- where: website -->
Your answers stay in this browser.
<!-- where: lms -->
Your learning system keeps your score.
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

WEBSITE, LMS = DELIVERIES = ("website", "lms")
_BEGIN = re.compile(r"\s*<!--\s*where:\s*(?P<delivery>[^\s]*)\s*-->\s*")
_END = re.compile(r"\s*<!--\s*/where\s*-->\s*")


def said_for(text: MarkdownText, delivery: str) -> MarkdownText:
    """What holds for a delivery. Lines that don't, and the marks, become empty: each keeps its number."""
    if "where" not in text.text:
        return text
    marks = {number for number, line in text.outside if _BEGIN.fullmatch(line) or _END.fullmatch(line)}
    said, here = [], delivery
    for number, line in enumerate(text.lines):
        if number in marks:
            begun = _BEGIN.fullmatch(line)
            here = begun["delivery"] if begun else delivery
        said.append(line if here == delivery and number not in marks else "")
    return MarkdownText("\n".join(said), text.first_line, text.position)


def slips_in(text: MarkdownText) -> Iterator[Fault[LineColumn]]:
    """What is wrong with these marks."""
    open_at: int | None = None
    for number, line in text.outside:
        begun = _BEGIN.fullmatch(line)
        if begun and begun["delivery"] not in DELIVERIES:
            yield Fault("where_unknown", (number, 1), {"value": begun["delivery"]})
        if begun:
            open_at = number if open_at is None else open_at
        elif _END.fullmatch(line):
            if open_at is None:
                yield Fault("where_not_begun", (number, 1), {"value": ""})
            open_at = None
    if open_at is not None:
        yield Fault("where_not_ended", (open_at, 1), {"value": ""})
