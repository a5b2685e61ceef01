"""Result files as learners save them: their shapes, and the reading of one as a stranger's.

`leerpad results --schema` prints the shapes as JSON Schema. A later version of Leerpad may raise `VERSION`; then files of
the earlier one go on being read.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError, model_validator

from leerpad.source.limits import LIMITS

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "leerpad-result"
VERSION = 1
MAX_BYTES = 5_000_000
"""More than all attempts that a browser's storage can hold."""

Id = Annotated[str, Field(min_length=1, max_length=LIMITS["id"])]
Points = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]
Seconds = Annotated[int, Field(ge=0, le=31_536_000)]


class UnreadableFileError(Exception):
    """What is wrong with a file: `results.<key>` has the words, `values` fill them."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CourseName(_Shape):
    """Which course, in which edition of its text."""

    id: Id
    title: Annotated[str, Field(max_length=500)]
    edition: Annotated[str, Field(max_length=64)]


class Answer(_Shape):
    """One answer. `value` names what was chosen; it is null where somebody typed, for that may be anything."""

    question: Id
    revision: Annotated[str, Field(max_length=64)]
    value: JsonValue
    points: Points
    max: Annotated[Points, Field(gt=0)]
    seconds: Seconds | None

    @model_validator(mode="after")
    def _not_over(self) -> Answer:
        if self.points > self.max:
            raise ValueError("points over max")
        return self


class Attempt(_Shape):
    """One time through a quiz. `practice`: only what went wrong before was asked."""

    practice: bool
    seconds: Seconds | None
    answers: Annotated[tuple[Answer, ...], Field(max_length=LIMITS["items"])]


class QuizAttempts(_Shape):
    """The attempts at one quiz, the first one first."""

    quiz: Id
    attempts: Annotated[tuple[Attempt, ...], Field(max_length=10_000)]


class _ResultFile(_Shape):
    format: Literal["leerpad-result"]
    version: Literal[1]
    course: CourseName
    made: date


class AnswersFile(_ResultFile):
    """Answers to questions. No name, no day but that of the file, nothing that was typed."""

    kind: Literal["answers"]
    quizzes: Annotated[tuple[QuizAttempts, ...], Field(max_length=10_000)]


class Dimension(_Shape):
    """How far somebody stands on one dimension of a scan, in percent; null where too little was answered."""

    dimension: Id
    percent: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)] | None


class ScanFile(_ResultFile):
    """The picture of a scan. No name, no statements."""

    kind: Literal["scan"]
    scan: Id
    dimensions: Annotated[tuple[Dimension, ...], Field(max_length=LIMITS["items"])]


class PassedLevel(_Shape):
    """A level, and the day on which its test was first passed."""

    level: Id
    title: Annotated[str, Field(max_length=500)]
    passed: date


class StatementFile(_ResultFile):
    """What somebody says of themselves: a name, and the levels they passed."""

    kind: Literal["statement"]
    name: Annotated[str, Field(min_length=1, max_length=LIMITS["name"])]
    levels: Annotated[tuple[PassedLevel, ...], Field(max_length=1_000)]


ResultFile = Annotated[AnswersFile | ScanFile | StatementFile, Field(discriminator="kind")]
_ADAPTER: TypeAdapter[AnswersFile | ScanFile | StatementFile] = TypeAdapter(ResultFile)


def schema() -> dict[str, object]:
    """The JSON Schema of all three kinds."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_ADAPTER.json_schema()}


def read_file(path: Path) -> AnswersFile | ScanFile | StatementFile:
    """One file. Raises UnreadableFileError with the reason, whatever is in it."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnreadableFileError("too_large", most=str(MAX_BYTES // 1_000_000))
        return parse(path.read_bytes())
    except OSError as error:
        raise UnreadableFileError("unreachable", why=error.strerror or type(error).__name__) from None


def parse(data: bytes) -> AnswersFile | ScanFile | StatementFile:
    """The same for bytes."""
    try:
        return _ADAPTER.validate_json(data)
    except ValidationError as error:
        raise _reason(error) from None


def _reason(error: ValidationError) -> UnreadableFileError:
    """The first thing that is wrong, in our words: what pydantic says of the value may hold what a learner typed."""
    first = error.errors(include_url=False, include_context=False)[0]
    where, given = first["loc"], first["input"]
    if first["type"] == "json_invalid":
        return UnreadableFileError("no_json")
    if not isinstance(given, dict | str | int) or "kind" in where or first["type"].startswith("union_tag"):
        document = given if isinstance(given, dict) else {}
        if document.get("format") != FORMAT:
            return UnreadableFileError("other_file")
    if where[-1:] == ("version",) and isinstance(given, int) and given > VERSION:
        return UnreadableFileError("newer")
    if where[-1:] == ("format",):
        return UnreadableFileError("other_file")
    return UnreadableFileError("bad_part", part=".".join(str(step) for step in where[1:]) or "?")
