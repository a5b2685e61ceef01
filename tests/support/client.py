"""What the client's files say of themselves: which names each hangs on `Leerpad`, and which it uses; and all of it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from leerpad.site.assets.split import make_bundles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

_COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
_SET = re.compile(r"\bLeerpad\.(\w+(?:\.\w+)?) = ")
_ADDED = re.compile(r"Object\.assign\(Leerpad\.(\w+), \{([^}]*)\}\)")
_USED = re.compile(r"\bLeerpad\.(\w+(?:\.\w+)?)")
_TAKEN = re.compile(r"\{([^{}]*)\} = Leerpad(?:\.(\w+))?;")


def without_comments(script: str) -> str:
    return _COMMENT.sub("", script)


def provided_by(file: Path) -> set[str]:
    """Such as `el`, or `progress.merge` for what is added to what another file provides."""
    script = without_comments(file.read_text("utf-8"))
    added = {f"{owner}.{name}" for owner, names in _ADDED.findall(script) for name in _names(names)}
    return (
        set(_SET.findall(script))
        | added
        | ({"root", "course", "bundles", "rest", "questions"} if file.name == "namespace.js" else set())
    )


def used_by(file: Path) -> set[str]:
    """The same names, also where they are taken apart: `const { el, words } = Leerpad`."""
    script = without_comments(file.read_text("utf-8"))
    taken = {f"{owner}.{name}" if owner else name for names, owner in _TAKEN.findall(script) for name in _names(names)}
    return taken | set(_USED.findall(script))


def provider_of(name: str, providers: dict[str, Path]) -> Path | None:
    return providers.get(name) or providers.get(name.split(".")[0])


def providers(files: Iterable[Path]) -> dict[str, Path]:
    return {name: file for file in files for name in provided_by(file)}


def _names(taken: str) -> Iterator[str]:
    return (part.split(":")[0].strip() for part in taken.split(",") if part.strip())


def load_whole_client(page: Page, site: Path) -> None:
    """The scripts too that this page of a site itself has no use for."""
    here = page.evaluate("Leerpad.bundles")
    for bundle in make_bundles():
        if bundle.name not in here:
            page.add_script_tag(path=next((site / "assets/leerpad").glob(f"{bundle.name}.*.js")))


@contextmanager
def whole_client(browser: Browser, site: Path, *scripts: Path) -> Iterator[Page]:
    """A page of a site with the whole client, and with these scripts besides."""
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/index.html")
    load_whole_client(page, site)
    for script in scripts:
        page.add_script_tag(content=script.read_text("utf-8"))
    yield page
    page.close()
