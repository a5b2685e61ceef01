"""How the course goes into a learning system: `extra.leerpad.packages` of mkdocs.yml."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from leerpad.source.names import ID_PATTERN
from leerpad.source.shape import Flag, Shaped, Text

LEVEL = "level:"
ALL_TESTS = "tests"
DoneStatus = Literal["passed", "completed"]


def _completion(value: object) -> object:
    if value not in (ALL_TESTS, "lessons", "both") and not re.fullmatch(LEVEL + ID_PATTERN, str(value)):
        raise PydanticCustomError("not_a_completion", "what must be done")
    return value


def _iri(value: object) -> str:
    # It names the course in statements: it need not lead anywhere, and it must never change.
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[A-Za-z0-9._~/-]*)?", str(value)):
        raise PydanticCustomError("not_an_iri", "an address that names the course")
    return str(value).rstrip("/")


class Packages(Shaped):
    """What a learning system is told of a learner, and when the course is done there."""

    completion: Annotated[str, BeforeValidator(_completion)] = ALL_TESTS
    done_status: DoneStatus = "passed"
    answers: Flag = False
    resume: Literal["answers", "scores"] = "answers"
    keep_on_device: Flag = True
    iri: Annotated[str, BeforeValidator(_iri)] | None = None
    leave_out: tuple[Text, ...] = ()

    @property
    def asks_tests(self) -> bool:
        """Whether a test must be passed."""
        return self.completion != "lessons"

    @property
    def asks_lessons(self) -> bool:
        """Whether lessons must be read."""
        return self.completion in ("lessons", "both")

    @property
    def level(self) -> str | None:
        """The level of which the test alone must be passed; None where it is about the whole path."""
        return self.completion.removeprefix(LEVEL) if self.completion.startswith(LEVEL) else None
