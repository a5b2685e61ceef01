"""Build a site beside the one that is there, and put it in its place when all is well.

A build that is stopped, killed or fails leaves the last good site as it was. Beside the site, a hidden folder holds the
new site while it is made, and the old one while the two change places:

    .site-building-x7k2/lock    held as long as the build runs, so that others see that it does
    .site-building-x7k2/new     what is built
    .site-building-x7k2/old     the last good site, between two renames and until it is removed

At any moment the old site or the new one is whole on disk. If a build was killed between the two renames, the next
build puts the old site back. Two builds at once don't meet: the last one to end is the one that stays.
"""

from __future__ import annotations

import glob
import os
import shutil
import stat
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE = 20
"""How often a rename is tried: on Windows a virus scanner holds for a moment what was just written."""
PAUSE = 0.1
"""Seconds between two tries."""


class Staging:
    """The place where the next version of a site is made. Use `folder`, then `publish` or `discard`."""

    def __init__(self, site: Path) -> None:
        """Take away what killed builds left, and make an empty folder. Raises OSError where that can't be done."""
        self.site = Path(os.path.realpath(site))  # the folder itself, where the name of the site is a link to it
        self.site.parent.mkdir(parents=True, exist_ok=True)
        _clear(self.site)
        self._room, self._lock = _new_room(self.site)
        self.folder = self._room / "new"
        self.folder.mkdir()

    def publish(self) -> None:
        """Put the new site in the place of the old one. Raises OSError, and leaves the old one, where that can't be."""
        try:
            if self.site.is_dir():
                _keep_hidden(self.site, self.folder)
                self.folder.chmod(stat.S_IMODE(self.site.stat().st_mode))
            for turn in range(PATIENCE):
                try:
                    self._exchange()
                    break
                except OSError:
                    if turn == PATIENCE - 1:
                        raise
                    time.sleep(PAUSE)
        finally:
            self.discard()

    def discard(self) -> None:
        """Remove what was made, and give the old site its place back if it lost it. More than once is fine."""
        _recover(self._room, self.site)
        self._lock.close()
        shutil.rmtree(self._room, ignore_errors=True)

    def _exchange(self) -> None:
        old = self._room / "old"
        try:
            if self.site.exists():
                shutil.rmtree(old, ignore_errors=True)  # a build that ended after we took it away brought a newer one
                self.site.rename(old)
            self.folder.rename(self.site)
        except BaseException:  # Ctrl-C too
            _recover(self._room, self.site)
            raise


def put(file: Path, content: str | bytes) -> Path:
    """Write a file of a site, with the folders that it stands in. Gives back where it is."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def _new_room(site: Path) -> tuple[Path, IO[bytes]]:
    room = Path(tempfile.mkdtemp(prefix=_prefix(site), dir=site.parent))
    try:
        return room, _lock(room, "wb")
    except FileNotFoundError:  # another build took it for one that was left
        return _new_room(site)


def _keep_hidden(site: Path, new: Path) -> None:
    """Copy what stands in the site under a name with a dot, such as `.git`: no build made it, so none removes it."""
    for entry in site.iterdir():
        copy = new / entry.name
        if not entry.name.startswith(".") or copy.exists():
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, copy, symlinks=True)
        else:
            shutil.copy2(entry, copy, follow_symlinks=False)


def _prefix(site: Path) -> str:
    return f".{site.name}-building-"


def _clear(site: Path) -> None:
    """Put back what a killed build took away, and remove what killed builds left."""
    for room in site.parent.glob(f"{glob.escape(_prefix(site))}*"):
        _recover(room, site)
        try:
            lock = _lock(room, "r+b")
        except FileNotFoundError:  # killed before it had begun, or about to begin
            with suppress(OSError):
                room.rmdir()
        except OSError:  # it runs
            continue
        else:
            shutil.rmtree(room / "new", ignore_errors=True)
            shutil.rmtree(room / "old", ignore_errors=True)
            lock.close()
            shutil.rmtree(room, ignore_errors=True)


def _recover(room: Path, site: Path) -> None:
    """If the site is gone, put back the one that stands in this folder."""
    old = room / "old"
    if old.exists() and not site.exists():
        old.rename(site)


def _lock(room: Path, mode: str) -> IO[bytes]:
    """The lock of a folder. It is let go when this process ends, however that happens.

    Raises FileNotFoundError where there is none, another OSError where somebody has it. A disk that knows no locks is
    as one on which every build still runs: nothing there is removed too early.
    """
    file = (room / "lock").open(mode)
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if mode == "r+b":
            file.close()
            raise
    return file
