"""Rows that each get one of the options: what `matching` and `categorize` share."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypedDict

from leerpad.questions.base import ScoredQuestion, text_key
from leerpad.questions.guess import Spread, parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.questions.looks import Guesser


class Option(NamedTuple):
    """Something that a row can be given."""

    key: str
    text: str


class Row(NamedTuple):
    """Something that is given an option: the right one, and why."""

    text: str
    right: str
    feedback: str | None

    @property
    def key(self) -> str:
        """The row's name in stored answers."""
        return text_key(self.text)


class AssignKey(TypedDict):
    """The right option of each row."""

    correct: dict[str, str]


class AssignQuestion(ScoredQuestion):
    """A question with rows, each with a select of the same options. Every right row earns its share of the points."""

    mixes_rows: ClassVar[bool]
    """Whether the rows are mixed, or else the options: both as the author wrote them would show what fits."""

    def rows(self) -> list[Row]:
        """The rows, in the order in which they stand without script."""
        raise NotImplementedError

    def options(self) -> list[Option]:
        """The options, each once, in the order in which they stand without script."""
        raise NotImplementedError

    def key(self) -> AssignKey:
        """The right option of each row. Options that fit nothing may be reworded."""
        return {"correct": {row.key: text_key(row.right) for row in self.rows()}}

    def guess(self) -> Spread:
        """For each row any of the options."""
        return parts([1 / len(self.options())] * len(self.rows()))

    def share_by_looks(self, guesser: Guesser) -> float:
        """The best liked option, for every row."""
        texts = [option.text for option in self.options()]
        liked = {texts[number] for number in guesser.best(texts)}
        return sum(row.right in liked for row in self.rows()) / len(self.rows()) / len(liked)

    def response_of(self, answer: dict[str, str]) -> dict[str, str] | None:
        """The keys of these rows and options; null if nothing is filled in."""
        return {text_key(row): text_key(option) for row, option in answer.items()} or None


def options_of(texts: Iterable[str]) -> list[Option]:
    """An option for each text; texts that say the same are one."""
    found: dict[str, Option] = {}
    for text in texts:
        found.setdefault(text_key(text), Option(text_key(text), text))
    return list(found.values())
