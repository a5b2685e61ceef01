"""A cache of results, keyed by the content they were computed from. Used while a site is served."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, TypeVar

from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")


class Memory:
    """Keeps results under keys. A key must cover everything that its result depends on.

    A result is handed out many times, so callers must not change it.
    """

    def __init__(self) -> None:
        self._asked: dict[Hashable, Any] = {}
        self._earlier: dict[Hashable, Any] = {}

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result under this key; `make` is called only if it isn't known."""
        if key not in self._asked:
            self._asked[key] = self._earlier[key] if key in self._earlier else make()
        result: T = self._asked[key]
        return result

    def recall_told(self, key: Hashable, make: Callable[[Report], T], report: Report) -> T:
        """The same for a `make` that reports faults: those found the first time are reported each time."""

        def told() -> tuple[T, Report]:
            own = Report()
            return make(own), own

        result, own = self.recall(key, told)
        report.include(own)
        return result

    def turn(self) -> None:
        """Begin the next build. Results that the last one did not ask for are dropped, so that memory stays bounded."""
        self._earlier, self._asked = self._asked, {}


class NoMemory(Memory):
    """Keeps nothing: for a single build, which would only pay for the memory."""

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """Call `make` each time."""
        return make()


def digest(data: bytes | str) -> str:
    """The SHA-256 of some content, in hexadecimal."""
    return hashlib.sha256(data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data).hexdigest()
