"""Handouts: pages for a team beside the lessons of a level, each for one sheet of paper. Nothing in them counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from leerpad.course.model.page import Headed, Page
from leerpad.source.day import Day
from leerpad.source.memory import digest
from leerpad.source.shape import Id, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.source.markdown_text import MarkdownText

_HEADING = re.compile(r"##[ \t]+(?P<text>\S.*)")
_MINUTES = re.compile(r"[ \t]*\((?P<minutes>[1-9]\d{0,2}) min\)$")


@dataclass(frozen=True)
class HandoutKind:
    """What one kind of handout asks of its text. `elements/<name>/<name>.html` is how it looks.

    `has_steps`: each heading with two hash marks is a step, and says how many minutes it takes.
    """

    name: str
    has_steps: bool = False


HANDOUT_KINDS: dict[str, HandoutKind] = {
    kind.name: kind for kind in (HandoutKind("card"), HandoutKind("session", has_steps=True))
}
"""Every kind by its name, in the order in which a level lists them."""


class HandoutFile(Headed):
    """The front matter of a handout. `lessons` are those that lead to it, in any level."""

    kind: Text
    id: Id | None = None
    lessons: tuple[Id, ...] = ()
    owner: Text | None = None
    review_by: Day | None = None
    moved_from: tuple[Text, ...] = ()


class Step(NamedTuple):
    """A part of a handout under a heading of its own, at a line of the body; None where it says no minutes."""

    title: str
    minutes: int | None
    line: int


@dataclass(frozen=True)
class Handout(Page[HandoutFile]):
    """One handout, with its parts."""

    steps: tuple[Step, ...]

    @property
    def kind(self) -> str:
        """The name of its kind: one of `HANDOUT_KINDS`."""
        return self.document.model.kind

    @property
    def step_minutes(self) -> list[int]:
        """How long each step takes."""
        return [step.minutes or 0 for step in self.steps] if HANDOUT_KINDS[self.kind].has_steps else []

    @property
    def outline(self) -> str:
        """A short name for all that other pages can say of it."""
        return digest(repr((self.document.model, self.step_minutes)))

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands among those of its level: by kind, then by the name of its file."""
        return [*HANDOUT_KINDS].index(self.kind), self.file.removesuffix(".md")


def steps_of(body: MarkdownText) -> Iterator[Step]:
    """The parts of a text under headings with two hash marks; `(8 min)` at the end of one says how long it takes."""
    for number, line in enumerate(body.readable):
        heading = _HEADING.match(line)
        if heading:
            text = heading["text"].rstrip("# \t")
            said = _MINUTES.search(text)
            yield Step(_MINUTES.sub("", text), int(said["minutes"]) if said else None, number)
