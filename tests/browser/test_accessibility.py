"""axe finds nothing on any page; test_states.py has the states that pages come into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.axe import COLOUR, WIDTH, violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


def pages_of(site: Path) -> list[str]:
    """All pages but the one for lost visitors, which has nothing of the theme: see test_hosting."""
    return [name for file in sorted(site.rglob("*.html")) if (name := file.relative_to(site).as_posix()) != "404.html"]


ONE_OF_EACH = [
    "index.html",
    "basis/index.html",
    "tevredenheid/tevreden-is-een-begin.html",
    "basis/erkenning.html",
    "passie/toets-passie.html",
    "mijn-voortgang.html",
    "over-dit-model.html",
    "begrippen.html",
    "scan.html",
    "maken/vakken-en-beelden.html",
]


def faults_of(page: Page) -> list[str]:
    """All that must hold for any page, in one visit; the visitors' fixture hears what it complains of.

    In the light: colours belong to kinds of pages, which come below. `make audit` looks at every page in every form.
    """
    found = violations(page)
    if page.locator("h1").count() != 1:
        found.append("not one h1")
    if not page.evaluate("[...document.images].every((image) => image.naturalWidth > 0)"):
        found.append("an image is missing")
    page.set_viewport_size(NARROW)
    if page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]:
        found.append("scrolls sideways at 320 px")
    page.set_viewport_size(WIDE)
    return found


@pytest.mark.parametrize("part", range(4))
def test_every_page(part: int, site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(site.as_uri(), reduced_motion="reduce")
    found = {name: faults_of(visitor.open(name)) for name in pages_of(site)[part::4]}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    ("form", "rules"),
    [
        ({"color_scheme": "dark"}, COLOUR),
        ({"viewport": NARROW}, WIDTH),
        ({"viewport": NARROW, "color_scheme": "dark"}, COLOUR),
    ],
    ids=["dark", "narrow", "narrow and dark"],
)
def test_each_kind_of_page_in_another_form(
    form: dict[str, Any], rules: dict[str, object], site: Path, visitors: Visitors
) -> None:
    visitor = visitors.arrive(site.as_uri(), reduced_motion="reduce", **form)
    found = {name: violations(visitor.open(name), rules) for name in ONE_OF_EACH}
    assert {name: lines for name, lines in found.items() if lines} == {}
