"""Courses of any size, made from a seed: the same text as a course, as plain Markdown, and for mkdocs-quiz."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from support.trees import REPOSITORY, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Files = dict[str, str]

LESSONS_IN_LEVEL = 25
QUESTIONS = 10
CHOICES = 4
TERMS, SOURCES = 40, 20
_WORDS = [
    "aandacht",
    "afspraak",
    "antwoord",
    "betrokken",
    "collega",
    "doel",
    "durven",
    "eerlijk",
    "elkaar",
    "feedback",
    "gesprek",
    "goed",
    "groei",
    "houvast",
    "idee",
    "invloed",
    "keuze",
    "kracht",
    "leiding",
    "leren",
    "luisteren",
    "maken",
    "medewerker",
    "mening",
    "meten",
    "moed",
    "moment",
    "nodig",
    "openheid",
    "opbrengst",
    "passie",
    "plan",
    "plezier",
    "praten",
    "richting",
    "rol",
    "ruimte",
    "samen",
    "steun",
    "succes",
    "taak",
    "team",
    "tevreden",
    "tijd",
    "toekomst",
    "trots",
    "vertrouwen",
    "verschil",
    "voelen",
    "voortgang",
    "vraag",
    "waarde",
    "week",
    "weten",
    "werk",
    "zicht",
    "zien",
    "zorg",
    "een",
    "het",
    "de",
    "van",
    "met",
    "voor",
    "naar",
    "door",
]


@dataclass(frozen=True)
class Shape:
    """What a course looks like: how many lessons a level holds, and whether its words are marked up.

    A course with markup has a glossary and sources too: each lesson cites two.
    """

    name: str
    lessons_in_level: int = LESSONS_IN_LEVEL
    is_marked: bool = False


ORDINARY = Shape("25 per level")
SHAPES = (ORDINARY, Shape("one level", 10**6), Shape("25, marked up", is_marked=True))


@dataclass(frozen=True)
class Question:
    """One question of which the first choice is right. Each choice has its text and its reason."""

    prompt: str
    choices: tuple[tuple[str, str], ...]
    explanation: str


@dataclass(frozen=True)
class Page:
    """A lesson, or the test of a level (whose text is empty), with its questions."""

    name: str
    title: str
    summary: str
    text: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Level:
    """Lessons, and the test behind them."""

    name: str
    title: str
    summary: str
    lessons: tuple[Page, ...]
    test: Page

    @property
    def pages(self) -> tuple[Page, ...]:
        """The lessons and the test."""
        return (*self.lessons, self.test)


def made_levels(
    lessons: int, seed: int = 1, questions_in_test: int = QUESTIONS, shape: Shape = ORDINARY
) -> list[Level]:
    """The same course for the same numbers, on every machine."""
    make = _Maker(seed, shape)
    levels = []
    for index, first in enumerate(range(1, lessons + 1, shape.lessons_in_level)):
        group = range(first, min(first + shape.lessons_in_level, lessons + 1))
        pages = tuple(make.page(f"les-{number}", f"Les {number}", make.text(), QUESTIONS) for number in group)
        test = make.page(f"toets-{index}", f"Toets {index}", "", questions_in_test)
        levels.append(Level(f"niveau-{index}", f"Niveau {index}", make.summary(), pages, test))
    return levels


def as_course(levels: list[Level]) -> Files:
    """As Leerpad reads it: lessons in Markdown, quizzes in YAML."""
    files = {"mkdocs.yml": _settings(engine=True), "docs/index.md": "# Welkom\n\n<!-- path -->\n"}
    for number, level in enumerate(levels):
        folder = f"{number}-{level.name}"
        names = {"id": level.name, "title": level.title, "summary": level.summary, "quiz": level.test.name}
        files[f"modules/{folder}/level.yml"] = _yaml(names)
        files[f"quizzes/{folder}/toets.yml"] = _quiz(level.test, level.test.name, "mode: test\n")
        for index, page in enumerate(level.lessons, start=1):
            body = f"{page.text}\n\n<!-- quiz: check-{page.name} -->\n"
            files[f"modules/{folder}/{index:04}-{page.name}.md"] = _with_front_matter(page, body)
            files[f"quizzes/{folder}/check-{page.name}.yml"] = _quiz(page, f"check-{page.name}", "")
    return {**files, **_lists(files)}


def _lists(files: Files) -> Files:
    """A glossary, and the sources, of a course that cites any."""
    if not any("[@" in text for text in files.values()):
        return {}
    terms = [
        f"  - id: {word}\n    term: {word}\n    explanation: Wat {word} is, en wat niet.\n" for word in _WORDS[:TERMS]
    ]
    sources = [
        f"  - id: bron-{number}\n    authors: [Auteur {number}]\n    year: {2000 + number}\n    title: Titel {number}\n"
        f"    kind: study\n    certainty: full\n    shows: Wat het laat zien.\n    limit: Wat het niet zegt.\n"
        for number in range(1, SOURCES + 1)
    ]
    return {
        "docs/glossary.yml": "terms:\n" + "".join(terms),
        "docs/sources.yml": "sources:\n" + "".join(sources),
        "docs/begrippen.md": "# Begrippen\n\n<!-- terms -->\n",
        "docs/bronnen.md": "# Bronnen\n\n<!-- sources -->\n",
    }


def _without_citations(text: str) -> str:
    """What a reader sees of citations, written out."""
    return re.sub(r"\[@bron-(\d+)\]", lambda cited: f"(Auteur {cited[1]}, {2000 + int(cited[1])})", text)


def as_plain(levels: list[Level]) -> Files:
    """As Markdown for MkDocs alone: every word once, the choices as a list."""
    return _as_pages(levels, _settings(), _plain_question)


def as_peer(levels: list[Level]) -> Files:
    """As mkdocs-quiz reads it. What it shows after an answer is one text: the reasons and the explanation."""
    return _as_pages(levels, _settings(plugins="search, offline, mkdocs_quiz"), _peer_question)


def _as_pages(levels: list[Level], settings: str, question: Callable[[Question], str]) -> Files:
    files = {"mkdocs.yml": settings, "docs/index.md": "# Welkom\n"}
    for level in levels:
        cards = "\n\n".join(f"### [{page.title}]({page.name}.md)\n\n{page.summary}" for page in level.pages)
        files[f"docs/{level.name}/index.md"] = f"# {level.title}\n\n{level.summary}\n\n{cards}\n"
        for page in level.pages:
            parts = [f"# {page.title}", page.summary, _without_citations(page.text), *map(question, page.questions)]
            files[f"docs/{level.name}/{page.name}.md"] = _with_front_matter(page, "\n\n".join(parts))
    return files


def _plain_question(question: Question) -> str:
    choices = "\n".join(f"- {text}\n\n    {reason}\n" for text, reason in question.choices)
    return f"{question.prompt}\n\n{choices}\n{question.explanation}"


def _peer_question(question: Question) -> str:
    marks = ["x", *[" "] * (len(question.choices) - 1)]
    choices = "\n".join(f"- [{mark}] {text}" for mark, (text, _) in zip(marks, question.choices, strict=True))
    reasons = "\n".join(f"- {reason}" for _, reason in question.choices)
    return f"<quiz>\n{question.prompt}\n{choices}\n\n{question.explanation}\n\n{reasons}\n</quiz>"


def _settings(*, engine: bool = False, plugins: str = "search, offline") -> str:
    """One MkDocs, theme, search and Markdown for all; ours has the hook besides."""
    lines = SETTINGS.replace("plugins: [search, offline]", f"plugins: [{plugins}]")
    lines = lines.replace("[navigation.indexes]", "[navigation.indexes, navigation.footer, navigation.prune]")
    lines = lines.replace("watch: [modules, quizzes]\n", "use_directory_urls: false\n")
    return lines if engine else lines.replace(f"hooks: [{REPOSITORY / 'hooks' / 'portal.py'}]\n", "")


def _with_front_matter(page: Page, body: str) -> str:
    return f"---\n{_yaml({'title': page.title, 'summary': page.summary})}---\n{body}\n"


def _quiz(page: Page, name: str, keys: str) -> str:
    return "\n".join([f"id: {name}\ntitle: {page.title}\n{keys}questions:", *_question_lines(page, name)]) + "\n"


def _question_lines(page: Page, name: str) -> Iterator[str]:
    for number, question in enumerate(page.questions, start=1):
        yield f"  - id: {name}-{number}\n    type: single_choice\n    prompt: {json.dumps(question.prompt)}\n    choices:"
        for index, (text, reason) in enumerate(question.choices):
            yield f"      - text: {json.dumps(text)}"
            if index == 0:
                yield "        correct: true"
            yield f"        feedback: {json.dumps(reason)}"
        yield f"    explanation: {json.dumps(question.explanation)}"


def _yaml(names: dict[str, str]) -> str:
    return "".join(f"{name}: {json.dumps(value)}\n" for name, value in names.items())


class _Maker:
    """Makes pages by chance, always the same for a seed."""

    def __init__(self, seed: int, shape: Shape) -> None:
        self._random = Random(seed)
        self._shape = shape

    def page(self, name: str, title: str, text: str, questions: int) -> Page:
        """A lesson or a test."""
        return Page(name, title, self.summary(), text, tuple(self._question(n) for n in range(1, questions + 1)))

    def text(self) -> str:
        """About 400 words, with the marks that a lesson has."""
        parts = []
        for number in range(1, 5):
            parts += [f"## Deel {number}", *(" ".join(self._sentence() for _ in range(4)) for _ in range(2))]
            parts.append("\n".join(f"- **{self._random.choice(_WORDS)}**: {self._sentence()}" for _ in range(3)))
        if self._shape.is_marked:
            parts += [f"{self._sentence()} [@bron-{self._random.randint(1, SOURCES)}]" for _ in range(2)]
        return "\n\n".join(parts)

    def summary(self, words: int = 10) -> str:
        """A sentence without marks."""
        return " ".join(self._random.choices(_WORDS, k=words)).capitalize() + "."

    def _sentence(self, words: int = 10) -> str:
        """In a course with markup: with bold, code and a link."""
        plain = self.summary(words)
        if not self._shape.is_marked:
            return plain
        first, second, third, *others = plain.split(" ")
        return " ".join([f"**{first}**", f"`{second}`", f"[{third}](https://example.org/{second})", *others])

    def _question(self, number: int) -> Question:
        choices = tuple((f"{self._sentence(6)[:-1]} {index}", self._sentence()) for index in range(1, CHOICES + 1))
        return Question(f"{number}: {self._sentence()[:-1]}?", choices, self._sentence())
