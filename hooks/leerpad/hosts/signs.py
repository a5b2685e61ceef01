"""Finished HTML on its way through a host that reads Markdown: signs with a meaning there travel as private characters.

So it makes no difference where the host escapes a title and where it doesn't, nor which marks it knows.
"""

from __future__ import annotations

import re
from html import escape

_FIRST = 0xE000
"""Where Unicode has characters for private use: sign number n of ASCII travels as the nth of them."""
_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")
_PRIVATE = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + 0x7F)}]")
_HIDDEN_TAG = re.compile("{0}/?[^{0}{1}]*{1}".format(chr(_FIRST + ord("<")), chr(_FIRST + ord(">"))))


def hidden(html: str) -> str:
    """The same HTML without any sign that a host could read."""
    return _SIGNS.sub(lambda sign: chr(_FIRST + ord(sign[0])), html)


def hidden_text(text: object) -> str:
    """A text, as HTML in which no sign can be read."""
    return hidden(escape(str(text)))


def without_hidden_tags(text: str) -> str:
    """A text that holds no tags that were hidden; of other signs, all."""
    return _HIDDEN_TAG.sub("", text)


def shown(html: str) -> str:
    """What was hidden is HTML again."""
    return _PRIVATE.sub(lambda sign: chr(ord(sign[0]) - _FIRST), html)
