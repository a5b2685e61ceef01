"""Scripts that stand in pages become files: under `default-src 'self'`, which learning systems send, none would run.

On a server of their own pages keep theirs: its policy names each (deploy/servers/policy.py).
"""

from __future__ import annotations

import posixpath
import re
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from leerpad.deploy.servers import site_files
from leerpad.deploy.servers.policy import runs_in_page
from leerpad.deploy.staging import put
from leerpad.source.html_pieces import PIECE

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "assets/inline"
_SCRIPT = re.compile(r"""<script((?:\s(?:"[^"]*"|'[^']*'|[^"'>])*+)?)>(.+)</script\s*>""", re.DOTALL | re.IGNORECASE)


def set_scripts_apart(site: Path) -> None:
    """Put every script that stands in a page of a built site into a file, which the page loads at that place."""
    scripts: dict[str, str] = {}
    for name, page in site_files(site).items():
        if name.endswith(".html"):
            html = page.read_text("utf-8")
            apart = _apart(html, posixpath.dirname(name) or ".", scripts)
            if apart != html:
                put(page, apart)
    for name, text in scripts.items():
        put(site / name, text)


def _apart(html: str, folder: str, scripts: dict[str, str]) -> str:
    """A page that stands in this folder of the site, without its scripts, which are added to those by their names."""

    def loaded(piece: re.Match[str]) -> str:
        found = _SCRIPT.fullmatch(piece[0])
        if found is None or not runs_in_page(_Tag(f"<script{found[1]}>").attributes):
            return piece[0]
        name = f"{FOLDER}/{sha256(found[2].encode()).hexdigest()[:10]}.js"
        scripts[name] = found[2]
        return f'<script{found[1]} src="{posixpath.relpath(name, folder)}"></script>'

    return PIECE.sub(loaded, html)


class _Tag(HTMLParser):
    """The attributes of one tag, as a browser reads them."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.attributes: dict[str, str | None] = {}
        self.feed(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes = dict(attrs)
