"""Work that grows with a text, and not with its square: measured as a ratio, so that a slow machine changes nothing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
TIMES, AT_MOST = 4, 9
"""Four times as much may take four times as long, and more than twice that by bad luck; sixteen times is quadratic."""


def assert_linear(work: Callable[[T], object], small: T, large: T, nothing: T | None = None) -> None:
    """`large` is TIMES as large as `small`. What work takes that has `nothing` to do isn't counted.

    The ratio of work, not its time. What disturbs one measurement makes it larger, so the least of a few counts.
    """
    least = [float("inf")] * 3
    for _ in range(8):
        least[1:] = [min(old, seconds(work, given)) for old, given in zip(least[1:], (small, large), strict=True)]
        least[0] = 0.0 if nothing is None else min(least[0], seconds(work, nothing))
        once, more = (max(taken - least[0], 0.004) for taken in least[1:])
        if more / once <= AT_MOST:
            return
    raise AssertionError(least)


def seconds(work: Callable[[T], object], given: T) -> float:
    """By the clock that stands still while others work."""
    before = time.process_time()
    work(given)
    return time.process_time() - before
