"""Result files as learners save them: their shapes, and the reading of one as a stranger's.

`leerpad results --schema` prints the shapes as JSON Schema. A later Leerpad may raise `VERSION`; then files of the
earlier one go on being read.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads annotations at run time
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator
from pydantic_core import from_json

from leerpad.source.limits import LIMITS

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "leerpad-result"
VERSION = 1
MAX_BYTES = 5_000_000
"""More than all attempts that a browser's storage can hold."""

Id = Annotated[str, Field(min_length=1, max_length=LIMITS["id"])]
Points = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]
Choice = Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")]
"""The name of a choice or an item, made from its text: see `text_key`. What somebody typed is none."""
Several = Annotated[list[Choice], Field(max_length=LIMITS["items"])]
Pairs = Annotated[dict[Choice, Choice], Field(max_length=LIMITS["items"])]
Chosen = bool | Choice | Several | Pairs | None
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
    value: Chosen
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
    """The picture of a scan. No name, no statements.

    `serial` is the same in each file of the same answers, and tells two who score the same apart. It says nothing else.
    """

    kind: Literal["scan"]
    scan: Id
    serial: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
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
    """The same for bytes. What is said of a wrong part is its place only: its value may be what a learner typed."""
    try:
        document = from_json(data)
    except ValueError:
        raise UnreadableFileError("no_json") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise UnreadableFileError("other_file")
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise UnreadableFileError("newer")
    try:
        return _ADAPTER.validate_python(document)
    except ValidationError as error:
        place = error.errors(include_url=False, include_context=False, include_input=False)[0]["loc"]
        raise UnreadableFileError("bad_part", part=".".join(map(str, place[1:])) or "kind") from None
