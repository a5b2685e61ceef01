"""Advice on words: those that few people know, and those by which a course speaks to its reader."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from leerpad.advice.language import words_of
from leerpad.source.diagnostics import advice_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.advice.language import Language
    from leerpad.advice.pieces import Piece
    from leerpad.advice.splitting import Sentence
    from leerpad.source.diagnostics import Diagnostic, Position


class Spoken(NamedTuple):
    """A sentence with its words, as written."""

    sentence: Sentence
    words: list[str]


class HardWords:
    """Each hard word once per file, at its first place."""

    def __init__(self, language: Language) -> None:
        self._known = language.hard_words
        self._first_words = {phrase[0] for phrase in self._known}
        self._longest = max(map(len, self._known), default=0)
        self._found: dict[tuple[str, tuple[str, ...]], Position] = {}
        self._counts: Counter[tuple[str, tuple[str, ...]]] = Counter()

    def hear(self, piece: Piece, spoken: list[Spoken]) -> None:
        """Take note of the hard words in a piece."""
        for sentence, written in spoken:
            words = [word.lower() for word in written]
            if self._first_words.isdisjoint(words):
                continue
            for phrase in self._phrases(words):
                key = piece.path, phrase
                if key not in self._found:
                    self._found[key] = piece.position(sentence.start)
                self._counts[key] += 1

    def _phrases(self, words: list[str]) -> Iterator[tuple[str, ...]]:
        for index, word in enumerate(words):
            if word in self._first_words:
                for end in range(index + 1, min(index + self._longest, len(words)) + 1):
                    phrase = tuple(words[index:end])
                    if phrase in self._known:
                        yield phrase

    def advice(self) -> Iterator[Diagnostic]:
        """What is to be said of all pieces."""
        for key, position in self._found.items():
            path, phrase = key
            params = {"word": " ".join(phrase), "plain": self._known[phrase], "count": self._counts[key]}
            yield advice_at(path, position, "hard-word", params)


class Address:
    """A course speaks to its reader in one way. What others say in quotes doesn't count."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._ways = {"u": language.formal, "je": language.informal}
        self._places: dict[str, dict[str, Position]] = {way: {} for way in self._ways}
        self._totals: Counter[str] = Counter()

    def hear(self, piece: Piece, spoken: list[Spoken]) -> None:
        """Take note of how a piece speaks to its reader."""
        if piece.has_quotes:
            own = piece.sentences(self._language, quotes=False)
            spoken = [Spoken(sentence, words_of(sentence.text)) for sentence in own]
        for sentence, written in spoken:
            words = [word.lower() for word in written]
            for way, known in self._ways.items():
                if not known.isdisjoint(words):
                    self._totals[way] += 1
                    if piece.path not in self._places[way]:
                        self._places[way][piece.path] = piece.position(sentence.start)

    def advice(self) -> Iterator[Diagnostic]:
        """The places where the course speaks in the way that it uses less."""
        if not all(self._places.values()):
            return
        usual, other = ("je", "u") if self._totals["je"] >= self._totals["u"] else ("u", "je")
        for path, position in self._places[other].items():
            yield advice_at(path, position, "mixed-address", {"usual": usual, "other": other})
