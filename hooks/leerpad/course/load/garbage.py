"""Keep Python's garbage collector away from a course: off while it is read, and elsewhere afterwards."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without_collector() -> Iterator[None]:
    """Run a block without garbage collection: what reading makes is kept, and searching it was a third of the time.

    Neither is it searched while the site is built. It is when the next course is read, for then it may be garbage.
    """
    was_on = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
