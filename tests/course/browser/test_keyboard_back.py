"""The keyboard through whole pages, forward and backward: no stop is hidden, none is a trap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from course.support.states import HALFWAY, come_back
from playwright.sync_api import expect
from support.keyboard import complaints, walk

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.fixture
def visitor(visitors: Visitors, site: Path) -> Visitor:
    return come_back(visitors.arrive(site.as_uri(), reduced_motion="reduce"), HALFWAY)


@pytest.mark.parametrize("path", KINDS)
def test_shift_tab_shows_every_stop_and_comes_back_the_way_it_went(path: str, visitor: Visitor) -> None:
    page = visitor.open(path)
    page.wait_for_load_state("load")
    back = walk(page, "Shift+Tab")
    there = walk(page, "Tab")
    assert complaints(back) == []
    assert complaints(there) == []
    # What the search says of itself changes meanwhile.
    assert [stop.name for stop in reversed(back)] == [stop.name for stop in there]


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


@pytest.mark.parametrize("path", ["scan.html", "basis/index.html", "basis/erkenning.html", "basis/toets-basis.html"])
def test_the_page_you_are_on_is_marked_in_more_than_colour(path: str, visitor: Visitor) -> None:
    page = visitor.open(path)
    here = page.get_by_role("navigation", name="Navigatie").locator("a[aria-current=page]")
    assert here.evaluate_all("(links) => links.map((link) => link.href)") == [page.url]
    marked = here.screenshot()
    here.evaluate("(link) => { link.style.textDecoration = 'none'; }")
    assert here.screenshot() != marked, "its line can't be seen"


@pytest.mark.parametrize("width", [390, 320])
def test_the_keyboard_opens_the_menu_of_a_narrow_screen_and_never_walks_through_a_closed_one(
    width: int, visitors: Visitors, site: Path
) -> None:
    visitor = visitors.arrive(site.as_uri(), viewport={"width": width, "height": 640}, reduced_motion="reduce")
    page = visitor.open("basis/erkenning.html")
    menu = page.get_by_role("button", name="Menu", exact=True)
    assert not {"Home", "Open communicatie", "Mijn voortgang"} & {stop.name for stop in walk(page, "Tab")}
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
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_a_menu_that_the_focus_leaves_closes(visitors: Visitors, site: Path) -> None:
    visitor = visitors.arrive(site.as_uri(), viewport={"width": 390, "height": 640}, reduced_motion="reduce")
    page = visitor.open("mijn-voortgang.html")
    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.press("Enter")
    page.get_by_role("navigation", name="Van mij").get_by_role("link", name="Mijn certificaten").focus()
    page.keyboard.press("Tab")
    expect(menu).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.activeElement.closest('article') !== null")
