"""axe finds nothing on any page, nor has a page of anybody anything to complain of; test_states.py has the states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from course.support.states import COURSE, DONE, HALFWAY
from support.axe import NARROW, WIDE, WIDTH_AND_COLOUR, narrow_page_faults, violations
from support.servers import NGINX, nginx, static_host

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.browser import Visitors

FOLDER = "/intranet/leren/"


def pages_of(site: Path) -> list[str]:
    """All pages but the one for lost visitors, which has nothing of the theme: see test_hosting."""
    return [name for file in sorted(site.rglob("*.html")) if (name := file.relative_to(site).as_posix()) != "404.html"]


LEARNERS = [(0, ""), (1, HALFWAY), (5, DONE)]
"""How many tests somebody passed, and what their browser keeps."""

BECOME = "([key, text]) => (text ? localStorage.setItem(key, text) : localStorage.removeItem(key))"

SEEN = """(passed) => new Promise((seen, fail) => {
  const look = () => Object.keys(Leerpad.store.progress.quizzes).length === passed && requestAnimationFrame(seen);
  setTimeout(() => fail(new Error("the page doesn't notice")), 10000);
  Leerpad.store.subscribe(look);
  look();
})"""
"""The page shows what belongs to somebody who passed so many tests."""

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
    "voor-hr.html",  # with a table that scrolls by itself on a narrow screen
]


@pytest.fixture(scope="module")
def hosted(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site on a server with the settings of the build: what is against its policy is a complaint."""
    place = nginx(site, FOLDER, tmp_path_factory.mktemp("nginx")) if NGINX else static_host(site, FOLDER)
    with place as address:
        yield address


@pytest.mark.parametrize("part", range(4))
def test_every_page_for_every_learner(part: int, site: Path, hosted: str, visitors: Visitors) -> None:
    """Each page opens for one of them; while it stands open, another tab lets that one pass more tests.

    The visitors' fixture hears of every request to another host and every message in the console.
    """
    visitor = visitors.arrive(hosted, viewport=NARROW, reduced_motion="reduce")
    page, other = visitor.page, visitor.open("beeld/pad.svg", visitor.tab())
    found = {}
    for number, name in enumerate(pages_of(site)[part::4]):
        first = number % len(LEARNERS)
        page.goto("about:blank")  # an open page puts back what somebody else takes away
        for passed, stored in LEARNERS[first:]:
            other.evaluate(BECOME, [f"leerpad:{COURSE}", stored])
            if name not in found:
                found[name] = narrow_page_faults(visitor.open(name))
            page.evaluate(SEEN, passed)
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_each_kind_of_page_in_each_form(site: Path, visitors: Visitors) -> None:
    """All there is on a wide screen, and what a narrow one and the dark change, while the page stands open."""
    page = visitors.arrive(site.as_uri(), reduced_motion="reduce").page
    found: dict[str, list[str]] = {}
    for name in ONE_OF_EACH:
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(WIDE)
        page.goto(f"{site.as_uri()}/{name}")
        found[f"{name}, wide and light"] = violations(page)
        page.set_viewport_size(NARROW)
        page.emulate_media(color_scheme="dark")
        page.wait_for_selector("body[data-md-color-scheme=slate]")
        found[f"{name}, narrow and dark"] = violations(page, WIDTH_AND_COLOUR)
    assert {form: lines for form, lines in found.items() if lines} == {}
