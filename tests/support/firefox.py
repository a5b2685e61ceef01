"""Debian's Firefox, driven by Playwright over WebDriver BiDi, the protocol that browsers have in common."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from browser_setup import find_program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Playwright

FIREFOX = find_program("firefox-esr") if os.name == "posix" else None
"""Where it is; None if it isn't."""


@contextmanager
def firefox(playwright: Playwright, path: str, workplace: Path) -> Iterator[Browser]:
    """The Firefox at a path. `workplace`: a folder of the test's own."""
    starter = workplace / "firefox"
    bridge = Path(__file__).with_name("firefox_bridge.py")
    starter.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P "{bridge}" "{path}" "$@"\n')
    starter.chmod(0o755)
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=starter)
    yield browser
    browser.close()
