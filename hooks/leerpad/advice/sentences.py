"""Advice on how a text reads: its sentences, one by one and on the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.advice.language import words_of
from leerpad.advice.reading import reading_ease
from leerpad.advice.word_choice import Address, HardWords, Spoken
from leerpad.source.diagnostics import START, advice_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leerpad.advice.language import Language, Passive
    from leerpad.advice.pieces import Piece
    from leerpad.source.diagnostics import Diagnostic

LONGEST_SENTENCE = 25
HIGHEST_MEAN = 13
LOWEST_READING_EASE = 60
MOST_PASSIVES = 0.1
FEWEST_PASSIVES = 3
ENOUGH_WORDS = 100
"""A mean says nothing about a few words."""

_EXCERPT = 5


def advice(pieces: Iterable[Piece], language: Language, *, is_whole: bool) -> Iterator[Diagnostic]:
    """All advice on sentences and words. Each text is read once, and needn't be kept.

    Whom a course speaks to is asked of one that is whole: a file that could not be read may tip the balance.
    """
    hard_words, address = HardWords(language), Address(language)
    for piece in pieces:
        spoken = [Spoken(sentence, words_of(sentence.text)) for sentence in piece.sentences(language)]
        yield from _long_sentences(piece, spoken)
        if piece.is_body:
            yield from _long_on_the_whole(piece, spoken)
            yield from _reading_level(piece, spoken, language)
            yield from _passives(piece, spoken, language.passive)
        hard_words.hear(piece, spoken)
        if is_whole:
            address.hear(piece, spoken)
    yield from hard_words.advice()
    yield from address.advice()


def _long_sentences(piece: Piece, spoken: list[Spoken]) -> Iterator[Diagnostic]:
    for sentence, words in spoken:
        if len(words) > LONGEST_SENTENCE:
            params = {"words": len(words), "most": LONGEST_SENTENCE, "start": " ".join(words[:_EXCERPT])}
            yield advice_at(piece.path, piece.position(sentence.start), "long-sentence", params)


def _long_on_the_whole(piece: Piece, spoken: list[Spoken]) -> Iterator[Diagnostic]:
    count = sum(len(words) for _, words in spoken)
    if count >= ENOUGH_WORDS and count / len(spoken) > HIGHEST_MEAN:
        mean = f"{count / len(spoken):.0f}"
        yield advice_at(piece.path, START, "long-sentences", {"mean": mean, "most": HIGHEST_MEAN})


def _reading_level(piece: Piece, spoken: list[Spoken], language: Language) -> Iterator[Diagnostic]:
    if sum(len(words) for _, words in spoken) < ENOUGH_WORDS:
        return
    score = reading_ease((words for _, words in spoken), language.reading)
    if score is not None and score < LOWEST_READING_EASE:
        params = {"score": f"{max(0, score):.0f}", "least": LOWEST_READING_EASE}
        yield advice_at(piece.path, START, "reading-level", params)


def _passives(piece: Piece, spoken: list[Spoken], passive: Passive) -> Iterator[Diagnostic]:
    places = [piece.position(sentence.start) for sentence, words in spoken if is_passive(words, passive)]
    if len(places) >= FEWEST_PASSIVES and len(places) > MOST_PASSIVES * len(spoken):
        lines = ", ".join(str(line) for line in sorted({place.line for place in places}))
        params = {"count": len(places), "total": len(spoken), "lines": lines}
        yield advice_at(piece.path, places[0], "passive-voice", params)


def is_passive(written: Iterable[str], passive: Passive) -> bool:
    """Whether something is done to somebody in a sentence of these words. Says no where it isn't clear."""
    words = {word.lower() for word in written}
    helped = words & passive.auxiliaries or (words & passive.perfect and words & passive.agents)
    return bool(helped) and any(passive.participle.fullmatch(word) for word in words - passive.not_participles)
