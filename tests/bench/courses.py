"""Courses of any size, made from a seed: the same text as a course, as plain Markdown, and for mkdocs-quiz."""

from __future__ import annotations

import json
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


def made_levels(lessons: int, seed: int = 1, questions_in_test: int = QUESTIONS) -> list[Level]:
    """The same course for the same numbers, on every machine."""
    random = Random(seed)
    levels = []
    for index, first in enumerate(range(1, lessons + 1, LESSONS_IN_LEVEL)):
        group = range(first, min(first + LESSONS_IN_LEVEL, lessons + 1))
        pages = tuple(_page(random, f"les-{number}", f"Les {number}", _text(random), QUESTIONS) for number in group)
        test = _page(random, f"toets-{index}", f"Toets {index}", "", questions_in_test)
        levels.append(Level(f"niveau-{index}", f"Niveau {index}", _sentence(random), pages, test))
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
    return files


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
            parts = [f"# {page.title}", page.summary, page.text, *map(question, page.questions)]
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


def _page(random: Random, name: str, title: str, text: str, questions: int) -> Page:
    return Page(name, title, _sentence(random), text, tuple(_question(random, n) for n in range(1, questions + 1)))


def _question(random: Random, number: int) -> Question:
    choices = tuple((f"{_sentence(random, 6)[:-1]} {index}", _sentence(random)) for index in range(1, CHOICES + 1))
    return Question(f"{number}: {_sentence(random)[:-1]}?", choices, _sentence(random))


def _text(random: Random) -> str:
    """About 400 words, with the marks that a lesson has."""
    parts = []
    for number in range(1, 5):
        parts += [f"## Deel {number}", *(" ".join(_sentence(random) for _ in range(4)) for _ in range(2))]
        parts.append("\n".join(f"- **{random.choice(_WORDS)}**: {_sentence(random)}" for _ in range(3)))
    return "\n\n".join(parts)


def _sentence(random: Random, words: int = 10) -> str:
    return " ".join(random.choices(_WORDS, k=words)).capitalize() + "."
