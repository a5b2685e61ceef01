"""Text into sentences. Abbreviations, numbers and quotes end none by mistake; every text is read once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.advice.language import Language

_END = re.compile(r"(?<![.!?…])[.!?…]++[”’\"'»)\]]*+(?=\s|$)")  # possessive: a million dots are read once
_AHEAD = re.compile(r"\s*[“‘\"'«(\[]*")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_LONGEST_ABBREVIATION = 12
_OPENING = "“‘\"'«(["


class Sentence(NamedTuple):
    """A sentence without the space around it, and where it begins in its text."""

    text: str
    start: int


def split_sentences(text: str, language: Language) -> Iterator[Sentence]:
    """The sentences of one block of text. What has no letter or digit is none."""
    begin = 0
    for end in _END.finditer(text):
        if end.end() < len(text) and not _ends(text, end, language):
            continue
        yield from _sentence(text, begin, end.end())
        begin = end.end()
    yield from _sentence(text, begin, len(text))


def _ends(text: str, end: re.Match[str], language: Language) -> bool:
    """Whether a sentence ends here: the next begins with a capital or a digit, and the dot is no abbreviation's."""
    ahead = _AHEAD.match(text, end.end())
    after = text[ahead.end() : ahead.end() + 1] if ahead else ""
    if after.islower():
        return False
    if not end[0].startswith(".") or end[0].startswith(".."):
        return True
    word = _word_before(text, end.start()).lower()
    if word in language.may_end:
        return after.isupper()
    is_initial = len(word) == 1 and word.isalpha() and text[end.start() - 1].isupper()
    return not (word in language.abbreviations or is_initial)


def _word_before(text: str, end: int) -> str:
    before = text[max(0, end - _LONGEST_ABBREVIATION) : end].split()
    return before[-1].lstrip(_OPENING) if before and not text[end - 1].isspace() else ""


def _sentence(text: str, begin: int, end: int) -> Iterator[Sentence]:
    piece = text[begin:end]
    stripped = piece.strip()
    if _LETTER_OR_DIGIT.search(stripped):
        yield Sentence(stripped, begin + len(piece) - len(piece.lstrip()))
