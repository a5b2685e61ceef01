"""The keyboard through whole pages, forward and backward: no stop is hidden, none is a trap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from course.support.states import HALFWAY, come_back
from playwright.sync_api import expect
from support.keyboard import complaints, walk

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

KINDS = [
    "index.html",
    "basis/index.html",
    "tevredenheid/tevreden-is-een-begin.html",
    "basis/toets-basis.html",
    "passie/ideeen-die-meetellen.html",
    "scan.html",
    "mijn-voortgang.html",
    "mijn-certificaten.html",
    "voor-hr.html",
]
"""One page of each kind that has stops of its own."""


IN_MENU = {"scan.html", "basis/index.html", "basis/toets-basis.html"}
"""Some that the menu leads to."""


@pytest.fixture
def visitor(visitors: Visitors, site: Path) -> Visitor:
    return come_back(visitors.arrive(site.as_uri(), reduced_motion="reduce"), HALFWAY)


@pytest.mark.parametrize("part", range(3))
def test_shift_tab_shows_every_stop_and_comes_back_the_way_it_went(part: int, visitor: Visitor) -> None:
    found = {}
    for path in KINDS[part::3]:
        page = visitor.open(path)
        page.wait_for_load_state("load")
        faults = where_you_are(page) if path in IN_MENU else []
        back, there = walk(page, "Shift+Tab"), walk(page, "Tab")
        faults += [f"back: {line}" for line in complaints(back)] + [f"there: {line}" for line in complaints(there)]
        # What the search says of itself changes meanwhile.
        if [stop.name for stop in reversed(back)] != [stop.name for stop in there]:
            faults.append("the way back is not the way there")
        if there[0].name != "Ga naar de inhoud":
            faults.append(f"the first stop is {there[0].name}")
        found[path] = faults
    assert {path: faults for path, faults in found.items() if faults} == {}


def where_you_are(page: Page) -> list[str]:
    """The page you are on is marked in the menu, and in more than colour."""
    here = page.get_by_role("navigation", name="Navigatie").locator("a[aria-current=page]")
    if here.evaluate_all("(links) => links.map((link) => link.href)") != [page.url]:
        return ["the menu doesn't mark this page"]
    marked = here.screenshot()
    here.evaluate("(link) => { link.style.textDecoration = 'none'; }")
    return ["the line under this page in the menu can't be seen"] if here.screenshot() == marked else []


def test_results_of_a_search_that_was_closed_are_no_stops(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    page.get_by_role("textbox", name="Zoeken").press_sequentially("erkenning")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    assert complaints(walk(page, "Tab")) == []


def test_every_page_begins_with_a_link_to_its_content(site: Path, visitor: Visitor) -> None:
    """But for 404.html, where nothing stands before the content."""
    pages = [file for file in site.rglob("*.html") if file.name != "404.html"]
    without = [file.name for file in pages if '<a href="#lp-content" class="md-skip">' not in file.read_text("utf-8")]
    assert without == []
    page = visitor.open("basis/toets-basis.html")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Ga naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_keyboard_opens_the_menu_of_a_narrow_screen_never_walks_through_a_closed_one_and_closes_it_by_leaving(
    visitors: Visitors, site: Path
) -> None:
    visitor = visitors.arrive(site.as_uri(), reduced_motion="reduce")
    page = visitor.open("basis/erkenning.html")
    assert where_you_are(page) == []
    menu = page.get_by_role("button", name="Menu", exact=True)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 640})
        names = {stop.name.split(" (")[0] for stop in walk(page, "Tab")}  # what is closed says so behind its name
        assert not {"Home", "Open communicatie", "Mijn voortgang"} & names
        menu.press("Enter")
        expect(menu).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Tab")
        part = page.get_by_role("checkbox", name="Basisbetrokkenheid", exact=True)
        expect(part).to_be_focused()  # which leads back to the levels
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="De zeven factoren")).to_be_focused()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Space")
        expect(part).to_be_focused()
        expect(page.get_by_role("link", name="Betrokkenheidsscan")).to_be_visible()
        page.keyboard.press("Space")
        expect(page.get_by_role("link", name="De zeven factoren")).to_be_visible()
        page.keyboard.press("Escape")
        expect(menu).to_be_focused()
        expect(menu).to_have_attribute("aria-expanded", "false")
    page = visitor.open("mijn-voortgang.html")
    menu.press("Enter")
    page.get_by_role("navigation", name="Van mij").get_by_role("link", name="Mijn certificaten").focus()
    page.keyboard.press("Tab")
    expect(menu).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.activeElement.closest('article') !== null")
