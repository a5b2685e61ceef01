"""The guide in the words of one course: its own names, and commands that can be typed in its folder as they stand.

A page of the guide calls a command `leerpad check`. What readers copy (blocks of `sh`, with lines that begin with
`leerpad` or `python`) is shown as it is typed in this course. Words between two @ become those of the course: see
`course_words`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from leerpad.course.model.course import Course

PYTHON = ".venv/bin/python"
"""The Python of a course, as both ways to begin one make it. On Windows it stands in `Scripts`: the guide says so."""
_OWN_DOOR, _OWN_LOCK = "hooks/cli.py", "requirements/site.lock"
_BLOCK = re.compile(r"^```sh(?: .*)?\n.*?^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^(leerpad|python) ", re.MULTILINE)
_WORD = re.compile(r"@([a-z]+(?:_[a-z]+)*)@")


def call_in(project: Path) -> str:
    """How a command begins in this folder: through the door of a course that carries the engine, or the package."""
    return f"{PYTHON} {_OWN_DOOR}" if (project / _OWN_DOOR).is_file() else f"{PYTHON} -m leerpad"


def course_words(course: Course, site_name: str, project: Path) -> dict[str, str]:
    """What stands in the place of @call@, @install@, @site@, and of the first level's @level@, @level_id@,
    @level_folder@ and @number@: that of the next lesson in it."""
    has_lock = (project / _OWN_LOCK).is_file()
    words = {
        "call": call_in(project),
        "install": f"--require-hashes -r {_OWN_LOCK}" if has_lock else "-r requirements.txt",
        "site": site_name,
    }
    if course.levels:
        level = course.levels[0]
        words |= {"level": level.title, "level_id": level.id, "level_folder": level.folder}
        words["number"] = f"{len(level.lessons) + 1:02}"
    return words


def fitted(text: str, words: Mapping[str, str]) -> str:
    """A page of the guide for the course with these words."""

    def typed(block: re.Match[str]) -> str:
        return _COMMAND.sub(lambda begun: f"{words['call'] if begun[1] == 'leerpad' else PYTHON} ", block[0])

    return _WORD.sub(lambda found: words.get(found[1], found[0]), _BLOCK.sub(typed, text))
