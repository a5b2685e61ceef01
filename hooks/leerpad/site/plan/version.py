"""Which version of the course a site is made of, as git tells it. Who wrote it, where and when it is built stay out."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.locales import Locale

PUBLISHED = ("mkdocs.yml", "docs", "modules", "quizzes", "badges", "hooks", "requirements")
"""What a site is made of: a change anywhere else changes nothing for readers."""


@dataclass(frozen=True)
class Version:
    """The newest commit of a course. `commit` is empty where git knows none; `changed` are files that it lacks."""

    commit: str = ""
    time: int = 0
    changed: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """The commit, short enough to read out over the telephone."""
        return self.commit[:10]

    @property
    def day(self) -> str:
        """The day of the commit in UTC: the same wherever this is asked."""
        return self._moment.date().isoformat()

    def day_in(self, locale: Locale) -> str:
        """The same day as a reader says it."""
        return locale.day(self._moment.date())

    @property
    def _moment(self) -> datetime:
        return datetime.fromtimestamp(self.time, UTC)


def read_version(project: Path) -> Version:
    """The version of the course in a folder."""
    known = git(project, "log", "-1", "--format=%H %ct").split()
    files = [name for name in PUBLISHED if (project / name).exists()]
    if len(known) != 2 or not git(project, "ls-files", "--", *files):  # a copy in another's repository is none of it
        return Version()
    status = git(project, "status", "--porcelain=v1", "-z", "--no-renames", "--", *files).split("\0")
    return Version(known[0], int(known[1]), tuple(line[3:] for line in status if line))


def git(project: Path, *words: str) -> str:
    """What git says; nothing if it isn't there or knows nothing of this folder."""
    try:
        command = ["git", "--no-optional-locks", "-C", str(project), *words]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    except (OSError, ValueError, subprocess.CalledProcessError):
        return ""
