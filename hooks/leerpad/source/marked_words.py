"""Texts of which is known at a glance what they hold: words, or words with bold, emphasis, code and links among them.

Each mark is well formed, and none stands inside another.
"""

from __future__ import annotations

import re

_WORD = r"[^\W_]+(?:[-’'][^\W_]+)*"
_BEFORE, _AFTER = r"[(“‘\"]?", r"[.,:;!?…]?[)”’\"%]?[.,:;!?…]?"
_PART = rf"(?>{_BEFORE}{_WORD}{_AFTER})"
_WORDS = re.compile(rf"(?!\d+[.)]){_PART}(?: (?:– )?{_PART})*+")
"""Words between single spaces, each with its ordinary punctuation. A mark that Markdown knows is never ordinary: no
`*`, `_`, `` ` ``, `<`, `&`, `[`, no line end, no address (`www.`, `a:b`), and no number with a point at the beginning,
which would be a list. What was matched is never tried again in another way: of a long text that ends in a mark, there
would be more ways than anyone can wait for."""

_RUN = rf"{_PART}(?: {_PART})*+"
_IN_CODE = r"[\w.,;=/()'\"-]"
_MARKED = rf"(?:\*\*{_RUN}\*\*|\*{_RUN}\*|`{_IN_CODE}(?:[ :]?{_IN_CODE})*+`|\[{_RUN}\]\((?:https?://)?[\w./#?=~-]+\))"
_MARKED_PART = rf"(?>{_BEFORE}(?:{_WORD}|{_MARKED}){_AFTER})"
_MARKED_WORDS = re.compile(rf"(?!\d+[.)]){_MARKED_PART}(?: (?:– )?{_MARKED_PART})*+")
"""The same with words between marks. Nothing that may stand in code or in an address is a mark to Markdown."""

MARK = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*|`(?P<code>[^`]+)`|\[(?P<words>[^\]]+)\]\((?P<target>[^)]+)\)"
)
"""One mark in such a text."""


def is_words(text: str) -> bool:
    """Whether the text is words and their punctuation."""
    return _WORDS.fullmatch(text) is not None


def is_marked_words(text: str) -> bool:
    """Whether the text is words, with bold, emphasis, code and links among them, and nothing else."""
    return _MARKED_WORDS.fullmatch(text) is not None
