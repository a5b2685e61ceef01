"""An author at work: a real `mkdocs serve`, and a browser that looks on."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from contextlib import contextmanager
from threading import Condition, Thread
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from support.browser import PATIENCE as USUAL
from support.trees import write_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.browser import Visitor

PATIENCE = 60  # seconds: a slow machine is no fault; nothing waits so long when all is well


class Desk:
    """A course that is being written, and the server that shows it."""

    def __init__(self, folder: Path, address: str, server: subprocess.Popen[str]) -> None:
        self.folder = folder
        self.address = address
        self.server = server
        self._said = ""
        self._new = Condition()
        Thread(target=self._listen, daemon=True).start()

    def write(self, files: dict[str, str | bytes]) -> None:
        """What an author does."""
        write_tree(self.folder, files)

    def wait_until_said(self, pattern: str, times: int = 1) -> str:
        """Wait until the server has said this so often; gives everything it said."""
        with self._new:
            found = self._new.wait_for(
                lambda: len(re.findall(pattern, self._said)) >= times or not self.is_alive, PATIENCE
            )
        assert found, self._said
        assert self.is_alive, self._said
        return self._said

    @property
    def is_alive(self) -> bool:
        """Whether the server still runs."""
        return self.server.poll() is None

    def _listen(self) -> None:
        assert self.server.stderr is not None
        for line in self.server.stderr:
            with self._new:
                self._said += line
                self._new.notify_all()
        self.server.wait()
        with self._new:
            self._new.notify_all()


@contextmanager
def desk(folder: Path, files: dict[str, str | bytes], **environment: str) -> Iterator[Desk]:
    """Write a course and serve it, until the end of the block; then the server must still be there.

    Meanwhile what is expected on a page may take as long as a build of a slow machine.
    """
    write_tree(folder, files)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1", **environment}
    place = f"127.0.0.1:{_free_port()}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", place]
    expect.set_options(timeout=PATIENCE * 1000)
    with subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True) as server:
        try:
            served = Desk(folder, f"http://{place}", server)
            served.wait_until_said("Serving on")
            yield served
            assert served.is_alive
        finally:
            server.terminate()
            expect.set_options(timeout=USUAL * 1000)


def no_noise(visitor: Visitor) -> None:
    """Leave out what belongs to a server whose site is being made anew; the rest counts.

    MkDocs says on every page that it reloads, and a browser that a page was not found. A page that loads while the
    next build removes its scripts misses them, as does the theme's search, which loads its parts late; it reloads by
    itself a moment later.
    """
    expected = re.compile(
        r"Enabled live reload|Failed to load resource.*404|Leerpad\.course|Leerpad is not defined|importScripts"
        r"|The course map did not load|failed: \S+/assets/\S+\.js "
    )
    visitor.complaints[:] = [said for said in visitor.complaints if not expected.search(said)]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
