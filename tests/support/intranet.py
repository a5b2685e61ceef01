"""A site on an intranet, which a browser keeps and which is then updated; and who reads it."""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from support.servers import NGINX, nginx, static_host
from support.trees import SETTINGS, lesson, rich_course

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from support.browser import Visitor, Visitors

OURS, BESIDE = "leren", "leren-engels"
CACHES = "async () => (await caches.keys()).map((name) => name.replace(location.origin, ''))"
OLD, NEW = "Een gewone tekst.", "Tekst van de nieuwe les."


def changed(settings: str = SETTINGS) -> dict[str, str | bytes]:
    """The small course with another text in a lesson, and another title on its map, which is a script."""
    return {
        **rich_course(),
        "mkdocs.yml": settings,
        "modules/0-een/02-een-b.md": lesson("Les een B, bijgewerkt", f"{NEW}\n\n[Lijst](../../docs/lijst.csv)"),
        "docs/lijst.csv": "Naam;Dag",  # kept once it is opened
    }


class Intranet:
    """A folder of a server in which sites stand side by side."""

    def __init__(self, folder: Path, site: Path) -> None:
        self.folder = folder
        for name in (OURS, BESIDE):
            shutil.copytree(site, folder / name)
        for name in ("nginx.conf", "_headers", "404.html"):
            shutil.copy(site / name, folder)

    def publish(self, site: Path) -> None:
        """Put another version in the place of ours, as the guide says: everything old is gone."""
        shutil.rmtree(self.folder / OURS)
        shutil.copytree(site, self.folder / OURS)

    @contextmanager
    def open(self, workplace: Path) -> Iterator[str]:
        """A real nginx if there is one."""
        workplace.mkdir()
        server = nginx(self.folder, "/intranet/", workplace) if NGINX else static_host(self.folder, "/intranet/")
        with server as address:
            yield address


def come(visitors: Visitors, address: str) -> Visitor:
    """Somebody's first visit, until the site is kept."""
    visitor = visitors.arrive(f"{address}/{OURS}", service_workers="allow")
    visitor.open("een/een-b.html").evaluate("navigator.serviceWorker.ready")
    return visitor


def come_back(visitor: Visitor) -> Page:
    """Another visit: no page of the site was open any more."""
    visitor.page.close()
    visitor.page = visitor.tab()
    return visitor.open("een/een-b.html")


def read_both(page: Page, text: str) -> None:
    """From this lesson to the one before and back: both are of one version."""
    expect(page.get_by_role("article").get_by_text(text)).to_be_visible()
    page.get_by_role("link", name="Vorige les: ").click()
    expect(page.get_by_role("heading", level=1, name="Les een A")).to_be_visible()
    link = page.locator(".lp-around-next")
    expect(link).to_have_text(re.compile("bijgewerkt" if text == NEW else "Les een B$"))
    link.click()
    expect(page.get_by_role("article").get_by_text(text)).to_be_visible()
    title = "Leerpad.course.levels[0].lessons[1].title"
    assert page.evaluate(title) == ("Les een B, bijgewerkt" if text == NEW else "Les een B")


def until(page: Page, condition: str) -> None:
    """Wait for a promise of the page to be kept."""
    page.evaluate(
        f"""async () => {{
          for (let tries = 0; tries < 400; tries++) {{
            if (await ({condition})()) return;
            await new Promise((resolve) => setTimeout(resolve, 25));
          }}
          throw new Error("it never came");
        }}"""
    )


def try_update(page: Page) -> str:
    """Let the browser look for a new version now; gives what became of it."""
    return str(
        page.evaluate(
            """async () => {
              const registration = await navigator.serviceWorker.ready;
              const { installing } = await registration.update();
              if (!installing) return "none";
              return new Promise((resolve) => (installing.onstatechange = () => resolve(installing.state)));
            }"""
        )
    )
