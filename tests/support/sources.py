"""Rules that hold for every file of the source: one test per rule looks at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.trees import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


def found_in(files: Iterable[Path], look: Callable[[Path], object]) -> dict[str, object]:
    """What is wrong in which file, of all files at once: thousands of small tests take longer than what they look at."""
    return {file.relative_to(REPOSITORY).as_posix(): found for file in files if (found := look(file))}
