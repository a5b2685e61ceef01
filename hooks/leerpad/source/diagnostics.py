"""Faults and advice about what authors wrote, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Position(NamedTuple):
    """A place in a file, both counted from 1 as editors do."""

    line: int
    column: int


START = Position(1, 1)

LineColumn = tuple[int, int]
"""A line from 0 and a column from 1 of a text that may be only a part of its file: see `MarkdownText.at`."""

PlaceT = TypeVar("PlaceT")
_NO_PARAMS: Mapping[str, object] = MappingProxyType({})

MOST_SHOWN = 400
"""Letters of an author's own text in a message."""

JOINER = "\u200d"  # between the parts of an emoji


class Fault(NamedTuple, Generic[PlaceT]):
    """One fault or piece of advice as it is found, by a part that may know neither its file nor its line.

    `place` is a `Position` in the file, a `LineColumn` in a text, or the `KeyPath` from a thing to its value in the
    model (`source/shape.py`). There `of_key` points at the key, not at its value: for a name that the author gives,
    and for what stands under it. `params` fill the gaps of its words.
    """

    code: str
    place: PlaceT
    params: Mapping[str, object] = _NO_PARAMS
    of_key: bool = False
    is_advice: bool = False

    def at(self, position: Position) -> Fault[Position]:
        """The same, with its place in the file."""
        return Fault(self.code, position, self.params, is_advice=self.is_advice)


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One fault or piece of advice. Its words are in the locales, under `fault.<code>` or `advice.<code>`."""

    path: str
    position: Position
    code: str
    params: tuple[tuple[str, str], ...] = ()
    is_advice: bool = field(default=False, compare=False)


def advice_at(path: str, position: Position, code: str, params: Mapping[str, object] = _NO_PARAMS) -> Diagnostic:
    """Advice: something an author probably wants to change, but the site can be built."""
    return Diagnostic(path, position, code, _as_text(params), is_advice=True)


class Report:
    """Collects diagnostics, so that one run shows them all."""

    def __init__(self) -> None:
        self._found: set[Diagnostic] = set()

    def fault(self, path: str, position: Position, code: str, /, **params: object) -> None:
        """Note a fault: something that must be mended before the site can be built."""
        self._found.add(Diagnostic(path, position, code, _as_text(params)))

    def advice(self, path: str, position: Position, code: str, /, **params: object) -> None:
        """Note advice: something an author probably wants to change, but the site can be built."""
        self._found.add(advice_at(path, position, code, params))

    def note(self, path: str, faults: Iterable[Fault[Position]]) -> None:
        """Note what was found in this file, be it faults or advice."""
        for code, position, params, _, is_advice in faults:
            self._found.add(Diagnostic(path, position, code, _as_text(params), is_advice))

    def add(self, found: Iterable[Diagnostic]) -> None:
        """Note these, which are told already where they stand."""
        self._found.update(found)

    def include(self, other: Report) -> None:
        """Note all that stands in another report."""
        self._found |= other._found

    def replace(self, gone: Iterable[Diagnostic], told: Diagnostic) -> None:
        """Tell this in the place of what has the same cause."""
        self._found.difference_update(gone)
        self._found.add(told)

    @property
    def faults(self) -> list[Diagnostic]:
        """All faults, sorted by file and place."""
        return [found for found in self if not found.is_advice]

    @property
    def advices(self) -> list[Diagnostic]:
        """All advice, sorted by file and place."""
        return [found for found in self if found.is_advice]

    def take_advice(self) -> list[Diagnostic]:
        """All advice, which then isn't here any more: for who chooses which to put back."""
        taken = self.advices
        self._found.difference_update(taken)
        return taken

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(self._found))


def _as_text(params: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, _shown(str(value))) for name, value in params.items()))


def _shown(text: str) -> str:
    """Fit for a message of one line: what an author can't see is told, such as a space that isn't one."""
    text = text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
    return text if text.isprintable() else "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character.isprintable() or character == JOINER:
        return character
    return " " if character in "\n\t" else f"<U+{ord(character):04X}>"
