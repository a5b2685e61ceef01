"""On a server the search waits for somebody who searches, and loses nothing of what they type."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import serve
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Route
    from support.browser import Visitors

INDEX, WORKER = "**/search/search_index.json", "**/workers/search.*.js"


@pytest.fixture(scope="module")
def hosted(small_site: Path) -> Iterator[str]:
    with serve(small_site) as address:
        yield address


def asked_for(page: Page) -> list[str]:
    """The files of the search that this page has asked for, without what the worker asks for itself."""
    names: list[str] = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    return [name for name in names if "search_index" in name or "/workers/" in name]


def field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Zoeken")


def expect_an_answer(page: Page) -> None:
    expect(page.locator(".md-search-result").get_by_role("link").first).to_be_visible()


def test_a_page_without_a_search_loads_nothing_of_it(hosted: str, visitors: Visitors) -> None:
    page = visitors.arrive(hosted).open("index.html")
    page.wait_for_load_state("networkidle")
    assert asked_for(page) == []
    field(page).focus()
    field(page).press_sequentially("gewone")  # the theme listens to keys
    expect_an_answer(page)
    assert len([name for name in asked_for(page) if "search_index" in name]) == 1


def test_what_is_typed_before_the_words_are_there_is_answered(hosted: str, visitors: Visitors) -> None:
    page = visitors.arrive(hosted).open("index.html")
    late: list[Route] = []
    page.route(INDEX, lambda route: late.append(route))
    with page.expect_request(INDEX):
        page.keyboard.press("f")  # the shortcut of the theme
        field(page).press_sequentially("gewone")
    expect(field(page)).to_have_value("gewone")
    expect(page.locator(".md-search-result").get_by_role("link")).to_have_count(0)
    late[0].continue_()
    expect_an_answer(page)


def test_an_address_with_a_search_in_it_is_answered_by_itself(hosted: str, visitors: Visitors) -> None:
    expect_an_answer(visitors.arrive(hosted).open("index.html?q=gewone"))


def test_a_search_on_a_page_that_was_open_during_an_update_is_answered(
    small_site: Path, tmp_path: Path, visitors: Visitors
) -> None:
    """The worker of the page that stood open is gone; the page of now knows its own."""
    site = shutil.copytree(small_site, tmp_path / "site")
    with serve(site) as address:
        visitor = visitors.arrive(address)
        page = visitor.open("index.html")
        [worker] = site.glob("assets/javascripts/workers/search.*.js")
        worker.rename(worker.with_name("search.new.min.js"))
        for html in site.rglob("*.html"):
            html.write_text(html.read_text("utf-8").replace(worker.name, "search.new.min.js"), "utf-8")
        with page.expect_navigation(url="**/index.html?q=gewone"):
            field(page).fill("gewone")  # at once: the page is opened anew as soon as the worker is missed
        expect_an_answer(page)
        visitor.complaints.clear()  # the browser says what it missed
