"""Stop rendering that takes too long or nests too deep, and report the page instead of hanging."""

from __future__ import annotations

import _thread
import signal
import threading
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


@contextmanager
def _clock(seconds: float) -> Iterator[None]:
    """After `seconds`, raise a StuckError where the program is then, also inside a regular expression.

    A thread counts, and acts as if somebody pressed Ctrl-C: Python knows that on every system, alarms only on some. A
    real Ctrl-C goes where it went.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread can be stopped; a build runs there
        return
    before = signal.getsignal(signal.SIGINT)
    is_late = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        if is_late.is_set():
            raise StuckError("page_too_long", seconds=round(seconds))
        if callable(before):
            before(number, frame)

    def ring() -> None:
        is_late.set()
        _thread.interrupt_main()

    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    signal.signal(signal.SIGINT, stop)
    try:
        timer.start()
        yield
    finally:
        timer.cancel()
        timer.join()
        signal.signal(signal.SIGINT, before)
