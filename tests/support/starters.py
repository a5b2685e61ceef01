"""The command `new`, and what is wrong with a course afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from leerpad.locales import load_locale
from support.faults import checked

if TYPE_CHECKING:
    from pathlib import Path

DUTCH = load_locale("nl")
TEST = "quizzes/0-een/toets.yml"

Command = Callable[..., tuple[int, str, str]]
"""Gives the exit status and what was said."""


def faults(folder: Path) -> list[str]:
    """What an author is told to mend."""
    return [DUTCH.diagnostic(found) for found in checked(folder)[1].faults]
