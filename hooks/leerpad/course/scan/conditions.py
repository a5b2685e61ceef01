"""The conditions of a scan's profiles: read from what an author wrote, never evaluated as code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from leerpad.source.diagnostics import Fault
from leerpad.source.model_keys import KNOWN_KEYS
from leerpad.source.names import Names, did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from leerpad.source.shape import KeyPath

WORDS = ("any", "all", "not", "same_answers")
"""The words of a condition; every other key is the id of a dimension."""
KNOWN_KEYS.update(WORDS)


class Outcome(NamedTuple):
    """What a condition looks at: the band of each dimension, and whether every raw answer was the same."""

    bands: Mapping[str, str]
    same_answers: bool


@dataclass(frozen=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]

    def holds(self, outcome: Outcome) -> bool:
        """Whether it does, for this outcome."""
        return all(part.holds(outcome) for part in self.parts)


@dataclass(frozen=True)
class Any:
    """One part holds, or more."""

    parts: tuple[Condition, ...]

    def holds(self, outcome: Outcome) -> bool:
        """Whether one does, for this outcome."""
        return any(part.holds(outcome) for part in self.parts)


@dataclass(frozen=True)
class Not:
    """The part doesn't hold."""

    part: Condition

    def holds(self, outcome: Outcome) -> bool:
        """Whether it doesn't, for this outcome."""
        return not self.part.holds(outcome)


@dataclass(frozen=True)
class InBand:
    """A dimension is in one of these bands."""

    dimension: str
    bands: tuple[str, ...]

    def holds(self, outcome: Outcome) -> bool:
        """Whether it is, for this outcome."""
        return outcome.bands[self.dimension] in self.bands


@dataclass(frozen=True)
class SameAnswers:
    """Every statement that counts got the same raw answer (or, if not `same`, they differ)."""

    same: bool

    def holds(self, outcome: Outcome) -> bool:
        """Whether they are, for this outcome."""
        return outcome.same_answers == self.same


Condition = All | Any | Not | InBand | SameAnswers
ALWAYS = All(())


def size(condition: Condition) -> int:
    """Of how many parts it is made."""
    if isinstance(condition, All | Any):
        return 1 + sum(size(part) for part in condition.parts)
    return 1 + (size(condition.part) if isinstance(condition, Not) else 0)


class Known:
    """Names that may be used, in their order, asked after often."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = dict.fromkeys(names)
        self._alike = Names(self._names)

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def fault(self, code: str, place: KeyPath, word: str, *, of_key: bool = False) -> Fault[KeyPath]:
        """A name of nothing, with what was probably meant, or else with what there is."""
        code, params = did_you_mean(code, word, self._alike, id=word, known=listed(self._names))
        return Fault(code, place, params, of_key)


class ConditionReader:
    """Reads conditions that speak of these dimensions and bands; collects their faults."""

    def __init__(self, dimensions: Iterable[str], bands: Iterable[str]) -> None:
        dimensions = list(dimensions)
        self.dimensions = Known(dimensions)
        self.keys = Known([*dimensions, *WORDS])
        self.bands = Known(bands)
        self.faults: list[Fault[KeyPath]] = []

    def read(self, written: object, place: KeyPath) -> Condition:
        """The condition at `place`; where it has faults, something that stands in for it."""
        if not isinstance(written, dict):
            return self._fault("expected_mapping", place)
        if not written:
            return self._fault("condition_empty", place)
        parts = tuple(self._entry(key, value, (*place, key)) for key, value in written.items())
        return parts[0] if len(parts) == 1 else All(parts)

    def _entry(self, key: str, value: object, place: KeyPath) -> Condition:
        if key in ("any", "all"):
            if not isinstance(value, list):
                return self._fault("expected_list", place, key=key)
            if not value:
                return self._fault("condition_empty", place)
            parts = tuple(self.read(part, (*place, index)) for index, part in enumerate(value))
            return Any(parts) if key == "any" else All(parts)
        if key == "not":
            return Not(self.read(value, place))
        if key == "same_answers":
            if not isinstance(value, str):
                return self._fault("expected_value", place, key=key)
            if value not in ("true", "false"):
                return self._fault("expected_flag", place, key=key, value=value)
            return SameAnswers(value == "true")
        if key not in self.dimensions:
            self.faults.append(self.keys.fault("unknown_dimension", place, key, of_key=True))
            return ALWAYS
        return InBand(key, self._bands(value, place))

    def _bands(self, value: object, place: KeyPath) -> tuple[str, ...]:
        if value == []:
            self._fault("condition_empty", place)
        bands = value if isinstance(value, list) else [value]
        for index, band in enumerate(bands):
            at = (*place, index) if isinstance(value, list) else place
            if not isinstance(band, str):
                self._fault("expected_text", at, key=place[-1])
            elif band not in self.bands:
                self.faults.append(self.bands.fault("unknown_band", at, band))
        return tuple(str(band) for band in bands)

    def _fault(self, code: str, place: KeyPath, **params: object) -> Condition:
        self.faults.append(Fault(code, place, params))
        return ALWAYS
