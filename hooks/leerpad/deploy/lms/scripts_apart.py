"""Scripts that stand in pages become files: under `default-src 'self'`, which learning systems send, none would run.

On a server of their own pages keep theirs: its policy names each (deploy/servers/policy.py).
"""

from __future__ import annotations

import posixpath
import re
from hashlib import sha256
from typing import TYPE_CHECKING

from leerpad.deploy.servers import site_files
from leerpad.deploy.servers.policy import NOT_RUN
from leerpad.source.html_pieces import PIECE

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "assets/inline"
_SCRIPT = re.compile(r"""<script((?:\s(?:"[^"]*"|'[^']*'|[^"'>])*+)?)>(.+)</script\s*>""", re.DOTALL | re.IGNORECASE)
_HAS_ADDRESS = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


def set_scripts_apart(site: Path) -> None:
    """Put every script that stands in a page of a built site into a file, which the page loads at that place."""
    for name, page in site_files(site).items():
        if name.endswith(".html"):
            html = page.read_text("utf-8")
            apart = PIECE.sub(lambda piece, name=name: _apart(piece, site, name), html)  # type: ignore[misc]
            if apart != html:
                page.write_text(apart, "utf-8", newline="\n")


def _apart(piece: re.Match[str], site: Path, page: str) -> str:
    found = _SCRIPT.fullmatch(piece[0])
    if found is None or not _runs(found[1]):
        return piece[0]
    script = f"{FOLDER}/{sha256(found[2].encode()).hexdigest()[:10]}.js"
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    (site / script).write_text(found[2], "utf-8", newline="\n")
    return f'<script{found[1]} src="{posixpath.relpath(script, posixpath.dirname(page) or ".")}"></script>'


def _runs(attributes: str) -> bool:
    kind = _TYPE.search(attributes)
    return not _HAS_ADDRESS.search(attributes) and not (kind and NOT_RUN.fullmatch(kind[1]))
