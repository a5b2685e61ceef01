"""Stop rendering that takes too long or nests too deep, and report the page instead of hanging."""

from __future__ import annotations

import _thread
import math
import signal
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

T = TypeVar("T")

SECONDS = 60
LETTERS_PER_SECOND = 10_000
"""A large page may take longer: a slow computer renders ten times as much."""
SHORT = 1000
"""So short a text can't take long, and a clock for each choice of each question would."""


class StuckError(Exception):
    """A page can't be rendered. `code` is the fault that says why."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def watched(convert: Callable[[str], T], text: str, seconds: float | None = None) -> T:
    """What `convert` makes of a text; a StuckError if it can't within `seconds`, or goes deeper than Python can."""
    limit = SECONDS + len(text) // LETTERS_PER_SECOND if seconds is None else seconds
    try:
        if len(text) < SHORT:
            return convert(text)
        with _clock(limit):
            return convert(text)
    except RecursionError:
        raise StuckError("page_too_deep") from None


class _Alarm:
    """Acts as if somebody pressed Ctrl-C when a moment comes: Python knows that on every system, alarms only on some.

    One thread waits for all pages of a build. One for each page cost as much as many a page, for Python has to wait
    until a thread runs.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._moment = math.inf
        self._wakes = math.inf
        """When the thread wakes up by itself: for a later moment it need not be woken."""
        self.has_rung = False

    def set(self, seconds: float) -> None:
        """Ring after so many seconds."""
        with self._changed:
            self.has_rung = False
            self._moment = time.monotonic() + seconds
            if self._thread is None:
                self._thread = threading.Thread(target=self._wait, daemon=True)
                self._thread.start()
            elif self._moment < self._wakes:
                self._changed.notify()

    def clear(self) -> None:
        """Don't ring any more."""
        with self._changed:
            self._moment = math.inf

    def _wait(self) -> None:
        with self._changed:
            while True:
                now = time.monotonic()
                if self._moment <= now:
                    self._moment, self.has_rung = math.inf, True
                    _thread.interrupt_main()
                self._wakes = self._moment
                self._changed.wait(None if self._wakes == math.inf else self._wakes - now)


_ALARM = _Alarm()


@contextmanager
def _clock(seconds: float) -> Iterator[None]:
    """After `seconds`, raise a StuckError where the program is then, also inside a regular expression.

    A real Ctrl-C goes where it went.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread can be stopped; a build runs there
        return
    before = signal.getsignal(signal.SIGINT)

    def stop(number: int, frame: FrameType | None) -> None:
        if _ALARM.has_rung:
            raise StuckError("page_too_long", seconds=round(seconds))
        if callable(before):
            before(number, frame)

    signal.signal(signal.SIGINT, stop)
    try:
        _ALARM.set(seconds)
        yield
    finally:
        try:
            _ALARM.clear()
        finally:
            signal.signal(signal.SIGINT, before)
