"""What the advice knows about the language of a course: a data file per language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypedDict

import yaml
from pydantic import TypeAdapter

from leerpad.locales import load_locale

_WORD = re.compile(r"[^\W_]+(?:[’'.&/-][^\W_]+)*")


def words_of(text: str) -> list[str]:
    """The words of a text as written: `z’n`, `HR-afdeling`, `o.a` and `7,8` are one word each, or nearly so."""
    return _WORD.findall(text)


@dataclass(frozen=True)
class Passive:
    """How a language says that something is done to somebody."""

    auxiliaries: frozenset[str]
    perfect: frozenset[str]
    agents: frozenset[str]
    participle: re.Pattern[str]
    not_participles: frozenset[str]


@dataclass(frozen=True)
class ReadingFormula:
    """The numbers of Flesch's formula for a language, and how to count its syllables."""

    hyphenation: str
    vowels: str
    tail: str
    base: float
    per_word_in_sentence: float
    per_syllable_in_word: float


@dataclass(frozen=True)
class Language:
    """The words that the advice looks for."""

    abbreviations: frozenset[str]
    may_end: frozenset[str]
    passive: Passive
    informal: frozenset[str]
    formal: frozenset[str]
    negatives: frozenset[str]
    small_words: frozenset[str]
    about_choices: re.Pattern[str]
    friendly: re.Pattern[str]
    hedges: re.Pattern[str]
    absolutes: re.Pattern[str]
    hard_words: dict[tuple[str, ...], str]
    reading: ReadingFormula


class _PassiveWords(TypedDict):
    auxiliaries: list[str]
    perfect: list[str]
    agents: list[str]
    participle: str
    not_participles: list[str]


class _Words(TypedDict):
    """What stands in the data file of a language."""

    abbreviations: list[str]
    may_end: list[str]
    passive: _PassiveWords
    address: dict[str, list[str]]
    negatives: list[str]
    small_words: list[str]
    about_choices: list[str]
    friendly: list[str]
    hedges: list[str]
    absolutes: list[str]
    hard_words: dict[str, str]
    reading: object


def _any_of(words: list[str]) -> re.Pattern[str]:
    """Each word by itself; a question mark is one, too."""
    return re.compile("|".join(word if word == r"\?" else rf"\b(?:{word})\b" for word in words), re.IGNORECASE)


@cache
def load_language(language: str) -> Language:
    """The knowledge for a language; of English where we don't have it, as the portal itself does."""
    code = load_locale(language).language
    data: _Words = yaml.safe_load(Path(__file__).with_name(f"language_{code}.yml").read_text("utf-8"))
    passive = data["passive"]
    return Language(
        abbreviations=frozenset(data["abbreviations"]),
        may_end=frozenset(data["may_end"]),
        passive=Passive(
            frozenset(passive["auxiliaries"]),
            frozenset(passive["perfect"]),
            frozenset(passive["agents"]),
            re.compile(passive["participle"]),
            frozenset(passive["not_participles"]),
        ),
        informal=frozenset(data["address"]["informal"]),
        formal=frozenset(data["address"]["formal"]),
        negatives=frozenset(data["negatives"]),
        small_words=frozenset(data["small_words"]),
        about_choices=re.compile(rf"(?:{'|'.join(data['about_choices'])})", re.IGNORECASE),
        friendly=_any_of(data["friendly"]),
        hedges=_any_of(data["hedges"]),
        absolutes=_any_of(data["absolutes"]),
        hard_words={
            tuple(form.split()): plain for forms, plain in data["hard_words"].items() for form in forms.split("|")
        },
        reading=TypeAdapter(ReadingFormula).validate_python(data["reading"]),
    )
