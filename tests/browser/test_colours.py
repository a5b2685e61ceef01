"""Light or dark as the reader's system says, until the reader chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import serve
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitors

LIGHT, DARK = "default", "slate"
FROZEN = '{"index":1,"color":{"media":"(prefers-color-scheme: dark)","scheme":"slate"}}'
"""What the theme stored at a first visit in the dark, when it knew two schemes."""


@pytest.fixture(scope="module")
def hosted(small_site: Path) -> Iterator[str]:
    with serve(small_site) as address:
        yield address


def expect_scheme(page: Page, scheme: str) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


def expect_browser_in(page: Page, scheme: str) -> None:
    """What the browser draws itself, such as scroll bars and its own bar, goes along."""
    expect(page.locator("meta[name=color-scheme]")).to_have_attribute("content", scheme)
    colour = page.locator(".md-header").evaluate("header => getComputedStyle(header).backgroundColor")
    expect(page.locator("meta[name=theme-color]")).to_have_attribute("content", colour)


def switch(page: Page) -> Locator:
    return page.locator(".md-header__option label:not([hidden])")


@pytest.mark.parametrize("transport", ["http", "file"])
def test_the_page_follows_the_system_for_who_chose_nothing(
    transport: str, hosted: str, small_site: Path, visitors: Visitors
) -> None:
    visitor = visitors.arrive(hosted if transport == "http" else small_site.as_uri(), color_scheme="dark")
    page = visitor.page
    if transport == "http":  # the first visit in the dark is dark before the theme starts
        page.route("**/bundle.*.js", lambda route: route.abort())
        expect_scheme(visitor.open("index.html"), DARK)
        visitor.complaints.clear()
        page.unroute("**/bundle.*.js")
    visitor.open("index.html")
    expect_scheme(page, DARK)
    expect(switch(page)).to_have_attribute("title", "Lichte weergave")
    expect_browser_in(page, "dark")
    page.emulate_media(color_scheme="light")
    expect_scheme(page, LIGHT)
    expect(switch(page)).to_have_attribute("title", "Donkere weergave")
    expect_browser_in(page, "light")
    expect_scheme(visitor.open("een/index.html"), LIGHT)
    page.emulate_media(color_scheme="dark")
    expect_scheme(page, DARK)


def test_a_choice_stays_also_by_keyboard_and_choosing_what_the_system_says_follows_it_again(
    hosted: str, visitors: Visitors
) -> None:
    visitor = visitors.arrive(hosted, color_scheme="light")
    page = visitor.open("index.html")
    switch(page).click()
    expect_scheme(page, DARK)
    expect_scheme(visitor.open("een/index.html"), DARK)
    for system in ("dark", "light"):
        page.emulate_media(color_scheme=system)
        expect_scheme(page, DARK)
    switch(page).click()
    expect_scheme(page, LIGHT)
    for system, scheme in (("dark", DARK), ("light", LIGHT)):
        page.emulate_media(color_scheme=system)
        expect_scheme(page, scheme)
    # The keyboard switches too, and every choice says what it is.
    choices = page.locator(".md-header__option input")
    names = ["Weergave van het systeem", "Lichte weergave", "Donkere weergave"]
    assert choices.evaluate_all("(all) => all.map((one) => one.ariaLabel)") == names
    choices.first.focus()
    page.keyboard.press("Enter")
    expect_scheme(page, DARK)
    expect(choices.last).to_be_focused()
    page.keyboard.press("Enter")
    expect_scheme(page, LIGHT)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect_scheme(page, DARK)
    # Dark that nobody chose is let go.
    page.evaluate("text => localStorage.setItem('/.__palette', text)", FROZEN)
    expect_scheme(visitor.open("index.html"), LIGHT)
    page.evaluate("localStorage.setItem('/.__palette', '{\"index\":0}')")  # of nobody's making
    switch(visitor.open("een/index.html")).click()
    expect_scheme(page, DARK)
