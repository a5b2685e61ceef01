"""Sites that were built during this run: each is built once, whichever process needs it first, and never changed.

The name of a site is the hash of all files it was made of; the engine stays the same as long as tests run.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SITE = "site"


class Shelf:
    """A folder with built sites, shared by the processes of one run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def site_of(self, course: Path, build: Callable[[Path], None]) -> Path:
        """The site of a course, in its folder, as if it were built there: of the test that asks, to do with as it likes.

        If this course wasn't built before in this run, `build` does it.
        """
        name, site = name_of(course), course / SITE
        kept = self.folder / name
        with self._alone(name):
            if not kept.is_dir():
                build(course)
                shutil.copytree(site, kept.with_suffix(".new"), dirs_exist_ok=True)
                kept.with_suffix(".new").rename(kept)
                return site
        shutil.rmtree(site, ignore_errors=True)
        return shutil.copytree(kept, site)

    @contextmanager
    def _alone(self, name: str) -> Iterator[None]:
        """Let one process at a time build this site; whoever comes later finds it."""
        with Path(self.folder / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def name_of(course: Path) -> str:
    """The hash of all that a course is made of, in any order and wherever it stands."""
    parts = hashlib.sha256()
    for file in sorted(course.rglob("*")):
        name = file.relative_to(course).as_posix()
        if file.is_file() and not name.startswith(f"{SITE}/") and "__pycache__" not in name:
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            parts.update(f"{name}\0{content}\0".encode())
    return parts.hexdigest()[:32]
