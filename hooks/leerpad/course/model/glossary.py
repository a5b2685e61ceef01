"""The terms of a course: docs/glossary.yml, and where its words stand in a text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from leerpad.source.fault import report_same_ids
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.memory import NoMemory
from leerpad.source.names import did_you_mean
from leerpad.source.running_text import running_text
from leerpad.source.shape import Id, KeyPath, Shaped, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leerpad.course.model.course import Course, Lesson
    from leerpad.source.diagnostics import Report
    from leerpad.source.memory import Memory

GLOSSARY = "docs/glossary.yml"
"""Where the terms stand: beside the page that shows them. The file itself is no part of the site."""

EARLIER_GLOSSARY = "docs/begrippen.yml"
"""Its name in earlier courses, which is read too."""


class Term(Shaped):
    """One term. `also` are other words that mean it: a plural, another spelling."""

    id: Id
    term: Text
    explanation: Text
    also: tuple[Text, ...] = ()
    lesson: Id | None = None
    see: tuple[Id, ...] = ()

    def words(self) -> Iterator[tuple[KeyPath, str]]:
        """All words that count as the term, each with its place."""
        yield ("term",), self.term
        for index, word in enumerate(self.also):
            yield ("also", index), word


class GlossaryFile(Shaped):
    """docs/glossary.yml."""

    terms: list[Term]

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Every Markdown text, with its place."""
        for index, term in enumerate(self.terms):
            yield ("terms", index, "explanation"), term.explanation


_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")


class FoundTerm(NamedTuple):
    """A term in a text, from `start` up to `end`."""

    term: str
    start: int
    end: int


class TermFinder:
    """Finds terms in texts: whole words, the longest term first, never one inside another.

    The text is cut into words once, and each word is looked up: the time doesn't grow with the number of terms.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for term in terms:
            for _, written in term.words():
                words = split_words(written)
                if words:
                    self._by_first.setdefault(_folded(words[0]), []).append((words, term.id))
        for forms in self._by_first.values():
            forms.sort(key=lambda form: -len(form[0]))

    def find(self, text: str) -> Iterator[FoundTerm]:
        """Every term in the text, from left to right."""
        matches = list(_WORD.finditer(text))
        index = 0
        while index < len(matches):
            known = self._by_first.get(_folded(matches[index][0]), ())
            for words, term in known:
                if _stand_at(words, text, matches, index):
                    last = index + len(words) - 1
                    yield FoundTerm(term, matches[index].start(), matches[last].end())
                    index = last
                    break
            index += 1


def split_words(written: str) -> tuple[str, ...]:
    """The words of a term as they are compared; none if it holds anything but words and spaces."""
    words = tuple(_plain(word) for word in _WORD.findall(written))
    return words if " ".join(words) == _plain(" ".join(written.split())) else ()


def plain_letters(text: str) -> str:
    """A text as it is put in the order of the alphabet: without capitals and accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _stand_at(words: tuple[str, ...], text: str, matches: list[re.Match[str]], index: int) -> bool:
    if len(words) == 1:
        return _same(words[0], _plain(matches[index][0]))
    there = matches[index : index + len(words)]
    return (
        len(there) == len(words)
        and all(_same(word, _plain(match[0])) for word, match in zip(words, there, strict=True))
        and all(text[a.end() : b.start()].isspace() for a, b in pairwise(there))
    )


def _same(word: str, met: str) -> bool:
    """An abbreviation is only met in capitals: OR is a works council, “or” is nothing."""
    return word == met if len(word) > 1 and word.isupper() else word.casefold() == met.casefold()


@lru_cache(maxsize=4096)  # the same few thousand words make most of a course
def _folded(word: str) -> str:
    return _plain(word).casefold()


def _plain(word: str) -> str:
    return word.replace("’", "'").replace("‑", "-")


def lessons_by_term(course: Course, memory: Memory | None = None) -> dict[str, list[Lesson]]:
    """The lessons whose running text uses each term, in the order of the path."""
    if not course.terms:
        return {}
    finder = TermFinder(course.terms.values())
    recall = (memory or NoMemory()).recall
    found: dict[str, list[Lesson]] = {}
    for lesson in course.lessons.values():
        if lesson.document.model.terms:
            key = ("terms", course.digests.get(GLOSSARY), course.digests[lesson.path])
            for term in recall(key, partial(_terms_in, finder, lesson)):
                found.setdefault(term, []).append(lesson)
    return found


def _terms_in(finder: TermFinder, lesson: Lesson) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place.term for place in finder.find(running_text(MarkdownText(lesson.body)))))


class _Written(NamedTuple):
    """Where a word was met first: by the place of its term in the list, the id of that, and the line."""

    place: int
    term: str
    line: int
    words: tuple[str, ...]


def _covers(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether these are met wherever others are that differ in capitals only: OR isn't met where “or” stands."""
    return all(_same(word, other) for word, other in zip(words, others, strict=True))


def check_glossary(course: Course, report: Report) -> None:
    """Report ids and words given twice, words that can't be found, and terms that lead nowhere."""
    glossary = course.glossary
    if glossary is None:
        return
    report_same_ids(glossary, "terms", [term.id for term in glossary.model.terms], report)
    words: dict[tuple[str, ...], _Written] = {}
    for index, term in enumerate(glossary.model.terms):
        here: KeyPath = ("terms", index)
        for place, written in term.words():
            at = glossary.position((*here, *place))
            split = split_words(written)
            key = tuple(word.casefold() for word in split)
            earlier = words.get(key)
            if not key:
                report.fault(glossary.path, at, "term_not_words", word=written)
            elif earlier is None or (earlier.place == index and not _covers(earlier.words, split)):
                words[key] = _Written(index, term.id, at.line, split)
            elif earlier.place == index:
                report.fault(glossary.path, at, "term_word_again", word=written)
            else:
                report.fault(glossary.path, at, "term_word_twice", word=written, other=earlier.term, line=earlier.line)
        if term.lesson is not None and course.targets["lesson"].is_missing(term.lesson):
            code, params = did_you_mean("missing_lesson", term.lesson, course.targets["lesson"], id=term.lesson)
            report.fault(glossary.path, glossary.position((*here, "lesson")), code, **params)
        for number, wanted in enumerate(term.see):
            if course.targets["term"].is_missing(wanted):
                code, params = did_you_mean("missing_term", wanted, course.targets["term"], id=wanted)
                report.fault(glossary.path, glossary.position((*here, "see", number)), code, **params)
