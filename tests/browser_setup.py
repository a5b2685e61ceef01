"""Make sure that a browser for the tests is there: Debian's Chromium, else Playwright's own, else say what to do.

With `--all`, Debian's Firefox and nginx too: what needs them is skipped where they are missing, and that is said.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The headless shell is Chromium without windows: the same engine, twice as fast to open a page."""

ALSO = {"firefox-esr": ("firefox-esr", "firefox"), "nginx-light": ("nginx",)}
"""Debian's packages for what only some tests need, and the programs that do as well."""


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


def find_program(package: str) -> str | None:
    """Where the program of one of the other packages is; None if it isn't. A server may be out of an ordinary path."""
    places = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
    return next(filter(None, (shutil.which(name, path=places) for name in ALSO[package])), None)


def install_browser() -> None:
    """Try what is usual here: Debian's package as root, then Playwright's download."""
    if not any(install_package(package) for package in NAMES[:2]):
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def install_package(package: str) -> bool:
    """Install a package of Debian if this is one and we are root; whether that was done."""
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    refresh_packages()
    return _apt_get("install", "-y", "--no-install-recommends", package)


@cache
def refresh_packages() -> None:
    """Ask once which packages there are."""
    _apt_get("update")


def _apt_get(*words: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(["apt-get", "-q", *words], env=environment, check=False).returncode == 0


def prepare_more() -> None:
    """Install what only some tests need, or say that they will be skipped."""
    for package in ALSO:
        if find_program(package) is None and not install_package(package):
            print(f"Tests that need {package} will be skipped. On Debian: apt-get install {package}")


def main(*arguments: str) -> int:
    """Install a browser if there is none; 1 with advice if that can't be done."""
    for attempt in range(2):
        try:
            find_browser()
        except (LookupError, Error):
            if attempt == 0:
                install_browser()
        else:
            if "--all" in arguments:
                prepare_more()
            return 0
    print("The tests need a browser. Install Chromium (on Debian: apt-get install chromium) and run make test again.")
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
