"""Scripts and styles in fewer bytes: without comments and layout, by one minifier for every machine and Python.

A wheel carries each file minified already, under `minified/`, so that whoever installs it needs no minifier.
`hooks/wheel.py` makes those files with this module, which therefore imports nothing else of the engine.

A checkout keeps what was minified as Python keeps what it compiled, for the minifier takes 12 MB in every build.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ENGINE = Path(__file__).parents[2]
READY = "minified"
"""The folder with the minified files, in a wheel."""
_KEPT = ENGINE / "__pycache__" / READY


def minified(file: Path) -> str:
    """The text of a script or stylesheet, doing the same in fewer bytes."""
    if not file.is_relative_to(ENGINE):
        return minify(file.read_text("utf-8"), file.suffix)
    path = file.relative_to(ENGINE)
    ready = ENGINE / READY / path
    if ready.is_file():
        return ready.read_text("utf-8")
    return minified_once(file.read_text("utf-8"), file.suffix, _KEPT / f"{path}.txt")


def minified_once(text: str, suffix: str, kept: Path) -> str:
    """The text minified: as the file `kept` has it, if that was made of this text, else made anew and kept there."""
    mark = hashlib.sha256(f"{_minifier()}\0{text}".encode()).hexdigest()
    with suppress(OSError, UnicodeDecodeError):
        known, _, made = kept.read_bytes().decode().partition("\n")
        if known == mark:
            return made
    made = minify(text, suffix)
    if not sys.dont_write_bytecode:
        with suppress(OSError):  # where nothing may be written
            _put(kept, f"{mark}\n{made}")
    return made


def _put(file: Path, text: str) -> None:
    """Write a file whole: other builds may read it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    own = file.with_name(f"{file.name}-{os.getpid()}")
    try:
        own.write_bytes(text.encode())
        own.replace(file)
    finally:
        own.unlink(missing_ok=True)


@cache
def _minifier() -> str:
    """Which one this is, as another may minify otherwise."""
    try:
        return version("minify-go")
    except PackageNotFoundError:
        return ""


def minify(text: str, suffix: str) -> str:
    """A script (`.js`) or stylesheet (`.css`) without comments and layout, a script with short names of its own.

    The text as it is on a machine for which the minifier is not made: see pyproject.toml.
    """
    try:
        from minify import string
    except ImportError:
        return text
    made = str(string({".js": "text/javascript", ".css": "text/css"}[suffix], text))
    return f"{made};" if suffix == ".js" else made  # it drops the last one, and files are joined
