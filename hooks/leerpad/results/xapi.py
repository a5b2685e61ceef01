"""Answers out of xAPI statements: those that our cmi5 packages send, as a learning record store exports them.

One statement a line (JSON Lines), or a line with a list of them. Only *answered* statements of this course count. An
export has no order, so the answers of each session wait until the end of the file; of one only its numbers are kept.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, Field, JsonValue, ValidationError

from leerpad.results.statistics import Given

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leerpad.course.model.course import Course
    from leerpad.results.files import Chosen
    from leerpad.results.statistics import Analysis

ANSWERED = "http://adlnet.gov/expapi/verbs/answered"
LONGEST_LINE = 5_000_000
_NAMES = re.compile(r"/(?P<quiz>[^/]+)/(?P<question>[^/]+)$")
_CHOICE = re.compile(r"k[0-9a-f]{8}")


class _Named(BaseModel):
    id: str


class _Score(BaseModel):
    raw: Annotated[float, Field(allow_inf_nan=False)]
    max: Annotated[float, Field(gt=0, allow_inf_nan=False)]


class _Result(BaseModel):
    score: _Score
    response: str = ""


class _Context(BaseModel):
    registration: str


class _Statement(BaseModel):
    verb: _Named
    object: _Named
    result: _Result
    context: _Context
    timestamp: str


class _Answers:
    """What was answered in one session, by quiz; the first answer to a question stands."""

    def __init__(self) -> None:
        self.quizzes: dict[str, dict[str, Given]] = defaultdict(dict)

    def add(self, quiz: str, moment: str, given: Given, moments: dict[str, str]) -> None:
        known = moments.get(given.question)
        if known is None or moment < known:
            moments[given.question] = moment
            self.quizzes[quiz][given.question] = given


def add_statements(analysis: Analysis, path: Path, course: Course) -> Iterator[int]:
    """Add all answers of a file to the sums. Gives the numbers of lines that can't be read. Raises OSError."""
    revisions = {
        (quiz.model.id, question.id): question.revision()
        for quiz in course.quizzes.values()
        for question in quiz.model.questions
    }
    sessions: dict[str, tuple[_Answers, dict[str, str]]] = {}
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST_LINE):
            number += 1
            try:
                statements = _statements(line)
            except (ValueError, RecursionError):
                yield number
                continue
            for statement in statements:
                found = _answer(statement, revisions)
                if found is not None:
                    session, quiz, moment, given = found
                    answers, moments = sessions.setdefault(session, (_Answers(), {}))
                    answers.add(quiz, moment, given, moments)
    analysis.files += len(sessions)
    for answers, _ in sessions.values():
        for quiz, given_answers in answers.quizzes.items():
            analysis.add_attempt(quiz, list(given_answers.values()))


def _statements(line: bytes) -> list[JsonValue]:
    if not line.strip():
        return []
    value: JsonValue = json.loads(line)
    return value if isinstance(value, list) else [value]


def _answer(found: JsonValue, revisions: dict[tuple[str, str], str]) -> tuple[str, str, str, Given] | None:
    """The session, the quiz, the moment and the answer; None for whatever is no answer to a question of this course."""
    try:
        statement = _Statement.model_validate(found)
    except ValidationError:
        return None
    names, score = _NAMES.search(statement.object.id), statement.result.score
    if statement.verb.id != ANSWERED or names is None or not 0 <= score.raw <= score.max:
        return None
    revision = revisions.get((names["quiz"], names["question"]))
    if revision is None:
        return None
    given = Given(names["question"], revision, score.raw, score.max, _value(statement.result.response))
    return statement.context.registration, names["quiz"], statement.timestamp, given


def _value(response: str) -> Chosen:
    if response in ("true", "false"):
        return response == "true"
    parts = response.split("[,]")
    return [part[1:] for part in parts] if all(map(_CHOICE.fullmatch, parts)) else None
