"""The guide in the words of one course: its own names, and commands that can be typed in its folder as they stand.

A page of the guide calls a command `leerpad check`. What readers copy (blocks of `sh`, with lines that begin with
`leerpad` or `python`) is shown as it is typed in this course, and once more as it is typed on Windows. Words between
two @ become those of the course: see `course_words`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from leerpad.course.model.course import Course
    from leerpad.locales import Locale

PYTHON, ON_WINDOWS = ".venv/bin/python", ".venv/Scripts/python"
"""The Python of a course, as both ways to begin one make it. PowerShell takes these slashes too."""
_OWN_DOOR, _OWN_LOCK = "hooks/cli.py", "requirements/site.lock"
_BLOCK = re.compile(r"^```sh(?: [^\n]*)?\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^(leerpad|python) ", re.MULTILINE)
_WORD = re.compile(r"@([a-z]+(?:_[a-z]+)*)@")


def course_words(course: Course, site_name: str, project: Path, locale: Locale) -> dict[str, str]:
    """What stands in the place of @call@, @windows_call@, @on_windows@, @install@, @site@, and of the first level's
    @level@, @level_id@, @level_folder@ and @number@: that of the next lesson in it."""
    has_lock = (project / _OWN_LOCK).is_file()
    door = _OWN_DOOR if (project / _OWN_DOOR).is_file() else "-m leerpad"
    words = {
        "call": f"{PYTHON} {door}",
        "windows_call": f"{ON_WINDOWS} {door}",
        "on_windows": locale.text("guide.on_windows"),
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
        if not _COMMAND.search(block["lines"]):
            return block[0]
        on_windows = f'```sh title="{words["on_windows"]}"\n{block["lines"]}```'
        shown = _called(block[0], words["call"], PYTHON), _called(on_windows, words["windows_call"], ON_WINDOWS)
        return "\n\n".join(shown)

    return _WORD.sub(lambda found: words.get(found[1], found[0]), _BLOCK.sub(typed, text))


def _called(block: str, call: str, python: str) -> str:
    return _COMMAND.sub(lambda begun: f"{call if begun[1] == 'leerpad' else python} ", block)
