"""What the build tells the shell of a package, as types; see `site/data.py`. `make types` gives them to its scripts."""

from __future__ import annotations

from typing import Literal, TypedDict

Named = tuple[str, str]
"""The key of something in stored answers, and its words."""

KindName = Literal["scorm12", "scorm2004", "cmi5"]


class Told(TypedDict):
    """What a learning system hears of every question."""

    id: str
    prompt: str


class ToldChoice(Told):
    """A list of choices, with the keys of the right ones."""

    form: Literal["choice"]
    options: list[Named]
    correct: list[str]


class ToldTruth(Told):
    """A statement."""

    form: Literal["truth"]
    correct: bool


class ToldOrder(Told):
    """Things, with their keys in the right order."""

    form: Literal["order"]
    options: list[Named]
    correct: list[str]


class ToldMatch(Told):
    """Rows that each get an option, with the key of the right one for each."""

    form: Literal["match"]
    rows: list[Named]
    options: list[Named]
    correct: dict[str, str]


class ToldNumber(Told):
    """A number, with the bounds of what is right, and its unit, if any."""

    form: Literal["number"]
    low: float
    high: float
    unit: str


class ToldGaps(Told):
    """Gaps in a text, with what is right in each."""

    form: Literal["gaps"]
    rows: list[Named]
    correct: dict[str, str]


class ToldTalk(Told):
    """A conversation: where it begins, at each step the keys of the choices with where they lead, and their words."""

    form: Literal["talk"]
    start: str
    steps: dict[str, list[Named]]
    said: dict[str, str]
    options: list[Named]


TellableQuestion = ToldChoice | ToldTruth | ToldOrder | ToldMatch | ToldNumber | ToldGaps | ToldTalk
"""A question as a learning system hears of it. Keys are those of stored answers, in the author's order."""


class Completion(TypedDict):
    """What must be done: tests, lessons or both; of one level, if that is said."""

    tests: bool
    lessons: bool
    level: str | None


class PackageFacts(TypedDict):
    """What the shell of a package knows of the course.

    `iri` is the name of the course in statements of cmi5; `home` the page that a new learner sees first; `level` the id
    of the level of which alone it is, empty if it is of all; `quizzes` the ids of the questions of every quiz;
    `questions` what is told of each, empty if answers aren't told.
    """

    kind: KindName
    title: str
    language: str
    iri: str
    home: str
    level: str
    quizzes: dict[str, list[str]]
    completion: Completion
    done_status: Literal["passed", "completed"]
    resume: Literal["answers", "scores"]
    keep_on_device: bool
    questions: dict[str, TellableQuestion]
    words: dict[str, str]
