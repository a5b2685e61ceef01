"""The guides for authors, taken apart: what they tell to type, to write and to see, so that tests can follow them."""

from __future__ import annotations

import re
import shlex
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.site.plan.guide_words import PYTHON
from support.trees import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

GUIDES = REPOSITORY / "hooks" / "leerpad" / "guide" / "nl"
MAKEFILE = (REPOSITORY / "Makefile").read_text("utf-8")


def guide(name: str) -> str:
    """The text of a guide."""
    return (GUIDES / f"{name}.md").read_text("utf-8")


@dataclass(frozen=True)
class Fence:
    """A block of code with its language and title."""

    language: str
    title: str
    text: str


_FENCE = re.compile(
    r'^```(?P<language>\w+)(?: title="(?P<title>[^"]*)")?\n(?P<text>.*?)^```$', re.MULTILINE | re.DOTALL
)


def fences(markdown: str) -> list[Fence]:
    """All blocks of code at the beginning of the line."""
    return [Fence(match["language"], match["title"] or "", match["text"]) for match in _FENCE.finditer(markdown)]


def recipe(target: str) -> list[str]:
    """The commands of a target of the Makefile, as they stand there."""
    rule = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE)
    assert rule is not None, f"no target {target} in the Makefile"
    return [line.strip().removeprefix("@") for line in rule[1].splitlines()]


def arguments(typed: str) -> list[str]:
    """What a line that an author types runs, with the Python of the tests."""
    program, *words = shlex.split(typed)
    assert program == PYTHON, typed
    return [sys.executable, *words]


def numbered(folder: Path, name: str) -> Path:
    """The file that a guide calls `03-les.md` or `5-niveau/level.yml`, whatever number it has in this course."""
    if (folder / name).exists():
        return folder / name
    found = sorted(folder.glob(re.sub(r"(?<=/)\d+-", "*-", name)))
    assert len(found) <= 1, f"{name}: {found}"
    return found[0] if found else folder / name
