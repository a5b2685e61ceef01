"""How easily a text reads: Flesch's formula, with the numbers that belong to the language.

Dutch: W. H. Douma (1960), *De leesbaarheid van landbouwbladen*: 206,84 - 0,93 x words per sentence - 77 x syllables
per word. English: R. Flesch (1948), *A new readability yardstick*.

Syllables are counted with pyphen (hyphenation patterns kept by LibreOffice, no download, pure Python). Textstat, which
knows the same formula, brings nltk, whose data are fetched at run time, and counts with pyphen as well.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyphen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.advice.language import ReadingFormula


def reading_ease(sentences: Iterable[list[str]], formula: ReadingFormula) -> float | None:
    """From about 0 (hard) to 100 (easy), for the words of each sentence; None for a text without words."""
    count = words = syllables = 0
    for in_sentence in sentences:
        if in_sentence:
            count += 1
            words += len(in_sentence)
            syllables += sum(syllables_of(word.lower(), formula) for word in in_sentence)
    if not count:
        return None
    per_sentence, per_word = words / count, syllables / words
    return formula.base - formula.per_word_in_sentence * per_sentence - formula.per_syllable_in_word * per_word


@cache
def syllables_of(word: str, formula: ReadingFormula) -> int:
    """The syllables of a word in small letters, at least one.

    A hyphen never leaves one letter alone (o-ver), a syllable may: so letters are put before and behind it.
    """
    head = "b" if word[:1] in formula.vowels else ""
    longer = f"{head}{word}{formula.tail}"
    places: list[int] = _hyphenation(formula.hyphenation).positions(longer)
    return 1 + sum(len(head) < place < len(head) + len(word) for place in places)


@cache
def _hyphenation(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=language, left=1, right=1)
