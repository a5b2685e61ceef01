"""Make sure that a browser for the tests is there: Debian's Chromium, else Playwright's own, else say what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The headless shell is Chromium without windows: the same engine, twice as fast to open a page."""


def find_browser() -> str | None:
    """The path of an installed browser; None for Playwright's own. Raises LookupError if there is neither."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    with sync_playwright() as playwright:
        if Path(playwright.chromium.executable_path).is_file():
            return None
    raise LookupError


def install_browser() -> None:
    """Try what is usual here: Debian's package as root, then Playwright's download."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-q"], env=environment, check=False)
        for package in NAMES[:2]:
            command = ["apt-get", "install", "-y", "-q", "--no-install-recommends", package]
            if subprocess.run(command, env=environment, check=False).returncode == 0:
                return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Install a browser if there is none; 1 with advice if that can't be done."""
    for attempt in range(2):
        try:
            find_browser()
        except (LookupError, Error):
            if attempt == 0:
                install_browser()
        else:
            return 0
    print("The tests need a browser. Install Chromium (on Debian: apt-get install chromium) and run make test again.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
