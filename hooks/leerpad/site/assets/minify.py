"""Scripts and styles in fewer bytes: without comments and layout, by one minifier for every machine and Python.

A wheel carries each file minified already, under `minified/`, so that whoever installs it needs no minifier.
`hooks/wheel.py` makes those files with this module, which therefore imports nothing else of the engine.
"""

from __future__ import annotations

from pathlib import Path

ENGINE = Path(__file__).parents[2]
READY = "minified"
"""The folder with the minified files, in a wheel."""


def minified(file: Path) -> str:
    """The text of a script or stylesheet, doing the same in fewer bytes."""
    if file.is_relative_to(ENGINE):
        ready = ENGINE / READY / file.relative_to(ENGINE)
        if ready.is_file():
            return ready.read_text("utf-8")
    return minify(file.read_text("utf-8"), file.suffix)


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
