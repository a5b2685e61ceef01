"""A scan: statements to agree or disagree with, that together draw a picture. Never a test, never a total score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from leerpad.course.scan.conditions import ALWAYS, Condition, ConditionReader
from leerpad.questions.base import fingerprint
from leerpad.source.day import Day
from leerpad.source.shape import Count, Flag, Id, KeyPath, Shaped, Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction


class Dimension(Shaped):
    """One thing that the scan draws: the mean of its statements, if enough of them were filled in."""

    id: Id
    title: Text
    level: Id | None = None
    min_answered: Count = 1


class ScanBand(Shaped):
    """What a mean is called from a number upward."""

    id: Id
    title: Text
    from_: Annotated[float, Field(alias="from", allow_inf_nan=False)]


class Statement(Shaped):
    """One statement. Without a dimension it is asked, but doesn't count."""

    id: Id
    text: Text
    dimension: Id | None = None
    reverse: Flag = False


class Alert(Shaped):
    """What is always said when the raw answer to a statement is `from` or higher."""

    statement: Id
    from_: Annotated[int, Field(alias="from")]
    text: Text


class Part(Shaped):
    """One part of what an outcome is told: the first of its profiles that holds, or all of them."""

    id: Id
    title: Text
    several: Flag = False


class Profile(Shaped):
    """What the picture means, and the level to begin with.

    With a part it is told in that part; without one it is told alone, in place of all parts. `says` declares what the
    text says of the dimensions, as a condition: a check holds every outcome that is told this profile against it.
    """

    id: Id
    title: Text
    text: Text
    part: Id | None = None
    level: Id | None = None
    when: dict[str, object] | None = None
    says: dict[str, object] | None = None


class RetiredStatement(Shaped):
    """A statement of an earlier edition: no longer asked, but who answered it sees it back with the answer."""

    id: Id
    text: Text


class ScanFile(Shaped):
    """A scan: a file in `quizzes/` with `kind: scan`."""

    id: Id
    kind: Literal["scan"]
    title: Text
    owner: Text | None = None
    review_by: Day | None = None
    intro: Text | None = None
    caveats: Text
    scale: Annotated[list[Text], Field(min_length=2, max_length=10)]
    not_applicable: Flag = False
    shuffle: Flag = False
    dimensions: Annotated[list[Dimension], Field(min_length=1)]
    bands: Annotated[list[ScanBand], Field(min_length=1)]
    statements: Annotated[list[Statement], Field(min_length=1)]
    alerts: tuple[Alert, ...] = ()
    parts: tuple[Part, ...] = ()
    profiles: Annotated[list[Profile], Field(min_length=1)]
    retired: tuple[RetiredStatement, ...] = ()

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Every Markdown text of the scan, with its place."""
        if self.intro is not None:
            yield ("intro",), self.intro
        yield ("caveats",), self.caveats
        for name in ("statements", "alerts", "profiles", "retired"):
            for index, part in enumerate(getattr(self, name)):
                yield (name, index, "text"), part.text

    def levels(self) -> Iterator[tuple[KeyPath, str]]:
        """Every level that the scan speaks of, with its place."""
        for name in ("dimensions", "profiles"):
            for index, part in enumerate(getattr(self, name)):
                if part.level is not None:
                    yield (name, index, "level"), part.level

    def in_order(self) -> list[Statement]:
        """The statements as they are asked. Shuffled is: by the hash of their ids, so the same for everybody."""
        if not self.shuffle:
            return self.statements
        return sorted(self.statements, key=lambda statement: fingerprint(statement.id))

    def counted(self, dimension: Dimension) -> list[Statement]:
        """The statements of a dimension."""
        return [statement for statement in self.statements if statement.dimension == dimension.id]

    def band(self, mean: Fraction) -> str:
        """The id of the band of a mean, as the browser finds it: a bound in fractions may fall a hair short."""
        return next(band.id for band in reversed(self.bands) if mean >= band.from_ - 1e-9)

    def reader(self) -> ConditionReader:
        """Reads conditions that speak of this scan."""
        return ConditionReader([dimension.id for dimension in self.dimensions], [band.id for band in self.bands])

    def conditions(self, reader: ConditionReader | None = None) -> list[Condition]:
        """When each profile holds; the reader's faults tell whether that can be trusted."""
        reader = reader or self.reader()
        return [self._read(reader, index, "when", one.when) for index, one in enumerate(self.profiles)]

    def claims(self, reader: ConditionReader | None = None) -> list[Condition]:
        """What each profile says of the dimensions; faults as with `conditions`."""
        reader = reader or self.reader()
        return [self._read(reader, index, "says", one.says) for index, one in enumerate(self.profiles)]

    def _read(self, reader: ConditionReader, index: int, key: str, written: dict[str, object] | None) -> Condition:
        return ALWAYS if written is None else reader.read(written, ("profiles", index, key))
