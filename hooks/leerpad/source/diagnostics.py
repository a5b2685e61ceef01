"""Faults and advice about what authors wrote, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Position(NamedTuple):
    """A place in a file, both counted from 1 as editors do."""

    line: int
    column: int


START = Position(1, 1)

MOST_SHOWN = 400
"""Letters of an author's own text in a message."""

JOINER = "\u200d"  # between the parts of an emoji


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One fault or piece of advice. Its words are in the locales, under `fault.<code>` or `advice.<code>`."""

    path: str
    position: Position
    code: str
    params: tuple[tuple[str, str], ...] = ()
    is_advice: bool = field(default=False, compare=False)


class Report:
    """Collects diagnostics, so that one run shows them all."""

    def __init__(self) -> None:
        self._found: set[Diagnostic] = set()

    def fault(self, path: str, position: Position, code: str, /, **params: object) -> None:
        """Note a fault: something that must be mended before the site can be built."""
        self._found.add(Diagnostic(path, position, code, _as_text(params)))

    def advice(self, path: str, position: Position, code: str, /, **params: object) -> None:
        """Note advice: something an author probably wants to change, but the site can be built."""
        self._found.add(Diagnostic(path, position, code, _as_text(params), is_advice=True))

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


def _as_text(params: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, _shown(str(value))) for name, value in params.items()))


def _shown(text: str) -> str:
    """Fit for a message of one line: what an author can't see is told, such as a space that isn't one."""
    text = text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
    return text if text.isprintable() else "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character.isprintable() or character == JOINER:
        return character
    return " " if character in "\n\t" else f"<U+{ord(character):04X}>"
