"""What was made before, by what it was made of: for who makes nearly the same again and again, as a server does."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, TypeVar

from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")


class Memory:
    """Remembers results by their keys. A key must name everything that its result depends on.

    What is remembered is handed out again and again, so nobody may change it.
    """

    def __init__(self) -> None:
        self._asked: dict[Hashable, Any] = {}
        self._earlier: dict[Hashable, Any] = {}

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result of this key; it is made if it isn't known."""
        if key not in self._asked:
            self._asked[key] = self._earlier[key] if key in self._earlier else make()
        result: T = self._asked[key]
        return result

    def recall_told(self, key: Hashable, make: Callable[[Report], T], report: Report) -> T:
        """The same for who reports: what was found the first time is told each time."""

        def told() -> tuple[T, Report]:
            own = Report()
            return make(own), own

        result, own = self.recall(key, told)
        report.include(own)
        return result

    def turn(self) -> None:
        """Begin the next round: what nobody asked for in the last one is forgotten, so that this never grows on."""
        self._earlier, self._asked = self._asked, {}


class NoMemory(Memory):
    """Remembers nothing: for who makes everything once, and has no use for its weight."""

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """Made each time."""
        return make()


def digest(data: bytes | str) -> str:
    """A short name for what something holds: other content, another name."""
    return hashlib.sha256(data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data).hexdigest()
