"""The ways in which a site reaches a reader. Each is a context manager that says how somebody arrives at home."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from conftest import serve

from leerpad.deploy.servers import furnish
from leerpad.locales import load_locale
from support.servers import NGINX, nginx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Frame, Page

    from support.browser import Visitors

    Arrive = Callable[[Visitors], Page | Frame]
    """Somebody arrives: the page, or the frame in it, that shows them home."""

FOLDER = "/intranet/leren/"


@contextmanager
def by_double_click(site: Path, _: Path) -> Iterator[Arrive]:
    """No server: the file index.html, opened."""
    yield lambda visitors: _at_home(visitors, site.as_uri())


@contextmanager
def from_a_subfolder(site: Path, workplace: Path) -> Iterator[Arrive]:
    """A real nginx in a folder, with the settings and the policy that the build made."""
    with _nginx(site, workplace) as address:
        yield lambda visitors: _at_home(visitors, address)


@contextmanager
def in_a_frame(site: Path, workplace: Path) -> Iterator[Arrive]:
    """In a frame on a page of another server, which the setting `framed_by` allows."""
    intranet, framed = workplace / "intranet", workplace / "site"
    intranet.mkdir()
    shutil.copytree(site, framed)
    with serve(intranet) as origin:
        furnish(framed, load_locale("nl"), None, [origin])
        with _nginx(framed, workplace) as address:
            style = "width: 1250px; height: 850px"
            page = f'<!doctype html><title>Intranet</title><iframe style="{style}" src="{address}/index.html"></iframe>'
            (intranet / "pagina.html").write_text(page)

            def arrive(visitors: Visitors) -> Frame:
                page = visitors.arrive(address, origin).page
                page.goto(f"{origin}/pagina.html")
                return page.frames[1]

            yield arrive


@contextmanager
def without_a_network(site: Path, workplace: Path) -> Iterator[Arrive]:
    """Somebody opened the site once; then the server goes."""

    def arrive(visitors: Visitors) -> Page:
        with _nginx(site, workplace) as address:
            visitor = visitors.arrive(address, service_workers="allow")
            visitor.open("basis/index.html").evaluate("navigator.serviceWorker.ready")
        return visitor.open("index.html")

    yield arrive


TRANSPORTS = {
    "double-click": by_double_click,
    "subfolder": from_a_subfolder,
    "frame": in_a_frame,
    "offline": without_a_network,
}
"""What the journey is made over. Whoever adds one, adds a line."""


def _at_home(visitors: Visitors, address: str) -> Page:
    return visitors.arrive(address).open("index.html")


@contextmanager
def _nginx(site: Path, workplace: Path) -> Iterator[str]:
    if NGINX is None:
        pytest.skip("there is no nginx (Debian: apt-get install nginx-light)")
    with nginx(site, FOLDER, workplace) as address:
        yield address
