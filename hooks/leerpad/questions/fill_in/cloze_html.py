"""Putting HTML, such as a field to fill in, into the gaps of a Markdown text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from leerpad.questions.fill_in.gap import GAP

if TYPE_CHECKING:
    from collections.abc import Callable

_FIRST = 0x10F800
"""Private use: Markdown passes over such a character as over any letter, and no author writes one."""

_TOKEN = "[\U0010f800-\U0010fffd]"
_TAG_OR_GAP = re.compile(rf"<!--.*?-->|<[^>]*>|(?P<gap>{_TOKEN})(?P<mark>[.,;:!?…)”’])?", re.DOTALL)


def fill_gaps(text: str, part: Callable[[str], str], markdown: Callable[[str], Markup]) -> Markup:
    """The text as HTML, with `part(name)` in each gap.

    Each gap is one letter while Markdown is at work, so it may stand wherever text may: in bold, in a list, in a
    table, in code. A gap that Markdown made an attribute or a comment of would be lost: it comes after the text.
    """
    names: list[str] = []

    def token(gap: re.Match[str]) -> str:
        names.append(gap[1].strip())
        return chr(_FIRST + len(names) - 1)

    placed: set[str] = set()

    def put(found: re.Match[str]) -> str:
        if found["gap"] is None:
            return re.sub(_TOKEN, "", found[0])
        name = names[ord(found["gap"]) - _FIRST]
        placed.add(name)
        # A line may end after a field, and a full stop would come to stand alone on the next: see style.css.
        if not found["mark"]:
            return part(name)
        return f'<span class="lp-with-mark">{part(name)}<span class="lp-after">{found["mark"]}</span></span>'

    html = _TAG_OR_GAP.sub(put, markdown(GAP.sub(token, text)))
    return Markup(html + "".join(part(name) for name in names if name not in placed))
