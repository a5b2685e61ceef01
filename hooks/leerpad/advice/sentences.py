"""Advice on how a text reads: sentences, words, and whom it speaks to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from leerpad.advice.language import words_of
from leerpad.advice.reading import reading_ease
from leerpad.source.diagnostics import START, advice_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.advice.language import Language, Passive
    from leerpad.advice.pieces import Piece
    from leerpad.source.diagnostics import Diagnostic, Position

LONGEST_SENTENCE = 25
HIGHEST_MEAN = 13
LOWEST_READING_EASE = 60
MOST_PASSIVES = 0.1
FEWEST_PASSIVES = 3
ENOUGH_WORDS = 100
"""A mean says nothing about a few words."""

_EXCERPT = 5


def advice(pieces: list[Piece], language: Language) -> Iterator[Diagnostic]:
    """All advice that one text gives by itself."""
    for piece in pieces:
        sentences = list(piece.sentences(language))
        yield from _long_sentences(piece, sentences)
        if piece.is_body:
            yield from _long_on_the_whole(piece, sentences)
            yield from _reading_level(piece, sentences, language)
            yield from _passives(piece, sentences, language.passive)
    yield from _hard_words(pieces, language)


def _long_sentences(piece: Piece, sentences: list[tuple[str, Position]]) -> Iterator[Diagnostic]:
    for text, position in sentences:
        words = words_of(text)
        if len(words) > LONGEST_SENTENCE:
            start = " ".join(words[:_EXCERPT])
            params = {"words": len(words), "most": LONGEST_SENTENCE, "start": start}
            yield advice_at(piece.path, position, "long-sentence", params)


def _long_on_the_whole(piece: Piece, sentences: list[tuple[str, Position]]) -> Iterator[Diagnostic]:
    lengths = [len(words_of(text)) for text, _ in sentences]
    if sum(lengths) >= ENOUGH_WORDS and sum(lengths) / len(lengths) > HIGHEST_MEAN:
        mean = f"{sum(lengths) / len(lengths):.0f}"
        yield advice_at(piece.path, START, "long-sentences", {"mean": mean, "most": HIGHEST_MEAN})


def _reading_level(piece: Piece, sentences: list[tuple[str, Position]], language: Language) -> Iterator[Diagnostic]:
    texts = [text for text, _ in sentences]
    if sum(len(words_of(text)) for text in texts) < ENOUGH_WORDS:
        return
    score = reading_ease(texts, language.reading)
    if score is not None and score < LOWEST_READING_EASE:
        params = {"score": f"{max(0, score):.0f}", "least": LOWEST_READING_EASE}
        yield advice_at(piece.path, START, "reading-level", params)


def _passives(piece: Piece, sentences: list[tuple[str, Position]], passive: Passive) -> Iterator[Diagnostic]:
    places = [position for text, position in sentences if is_passive(text, passive)]
    if len(places) >= FEWEST_PASSIVES and len(places) > MOST_PASSIVES * len(sentences):
        lines = ", ".join(str(line) for line in sorted({place.line for place in places}))
        params = {"count": len(places), "total": len(sentences), "lines": lines}
        yield advice_at(piece.path, places[0], "passive-voice", params)


def is_passive(sentence: str, passive: Passive) -> bool:
    """Whether something is done to somebody here. Says no where it isn't clear."""
    words = {word.lower() for word in words_of(sentence)}
    helped = words & passive.auxiliaries or (words & passive.perfect and words & passive.agents)
    return bool(helped) and any(passive.participle.fullmatch(word) for word in words - passive.not_participles)


def _hard_words(pieces: list[Piece], language: Language) -> Iterator[Diagnostic]:
    """Each hard word once per file, at its first place."""
    found: dict[tuple[str, tuple[str, ...]], Position] = {}
    counts: Counter[tuple[str, tuple[str, ...]]] = Counter()
    longest = max(map(len, language.hard_words), default=0)
    for piece in pieces:
        for text, position in piece.sentences(language):
            words = [word.lower() for word in words_of(text)]
            for index in range(len(words)):
                for end in range(index + 1, min(index + longest, len(words)) + 1):
                    phrase = tuple(words[index:end])
                    if phrase in language.hard_words:
                        found.setdefault((piece.path, phrase), position)
                        counts[piece.path, phrase] += 1
    for (path, phrase), position in found.items():
        params = {"word": " ".join(phrase), "plain": language.hard_words[phrase], "count": counts[path, phrase]}
        yield advice_at(path, position, "hard-word", params)


def address_advice(pieces: list[Piece], language: Language) -> Iterator[Diagnostic]:
    """A course speaks to its reader in one way. What others say in quotes doesn't count."""
    formal: dict[str, Position] = {}
    informal: dict[str, Position] = {}
    totals: Counter[str] = Counter()
    for piece in pieces:
        for text, position in piece.sentences(language, quotes=False):
            words = {word.lower() for word in words_of(text)}
            for name, known, places in (("u", language.formal, formal), ("je", language.informal, informal)):
                if words & known:
                    totals[name] += 1
                    places.setdefault(piece.path, position)
    if not formal or not informal:
        return
    usual, other, places = ("je", "u", formal) if totals["je"] >= totals["u"] else ("u", "je", informal)
    for path, position in places.items():
        yield advice_at(path, position, "mixed-address", {"usual": usual, "other": other})
