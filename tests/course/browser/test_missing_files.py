"""A page of which a file didn't come says so, and never leaves half a page."""

from __future__ import annotations

from fnmatch import fnmatch
from typing import TYPE_CHECKING

import pytest
from conftest import serve
from course.support.states import CLOSED, TEST
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page, Route
    from support.browser import Visitors

OURS = "**/assets/leerpad/*"
"""Files without which a page can't start."""
NOT_NEEDED = "**/leerpad/iframe-worker.*.js"
"""But for the file that only a page opened by double-click needs."""
MAP = "**/leerpad/course.*.js"
FILES = """() => [
  ...[...document.querySelectorAll("script[src], link[rel=stylesheet]")].map((file) => file.src ?? file.href), ...Leerpad.rest
]"""
LATER = "**/leerpad/*-later.*.js"
"""Those that come when the browser is idle: without them the page runs, and says that something is missing."""
AT_ONCE = 3_000
"""Milliseconds: far less than the quiz waits for a page that is slow to come."""


def missing(route: Route) -> None:
    if route.request.url.startswith("file:"):
        route.abort()
    else:
        route.fulfill(status=404)


def stale(route: Route) -> None:
    """As a server does that answers everything with some page."""
    route.fulfill(content_type="text/html", body="<!doctype html><title>Welkom</title>")


@pytest.fixture(scope="module")
def hosted(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.mark.parametrize(("transport", "answer"), [("http", missing), ("http", stale), ("file", missing)])
def test_a_page_with_a_file_missing_says_so_and_reads_whole(
    transport: str, answer: type, site: Path, hosted: str, visitors: Visitors
) -> None:
    visitor = visitors.arrive(hosted if transport == "http" else site.as_uri())
    files = list(dict.fromkeys(visitor.open(CLOSED).evaluate(FILES)))
    assert len(set(files)) >= 7 + 4  # of the quiz a script, its styles and what comes later
    page = visitor.page
    for file in files:
        page.route(file, answer)
        visitor.open(CLOSED)
        if fnmatch(file, OURS) and not fnmatch(file, NOT_NEEDED) and not fnmatch(file, LATER):
            expect_to_read_as_without_scripts(page)
        elif transport == "file" or not fnmatch(file, NOT_NEEDED):
            expect_to_run_and_say_that_something_is_missing(page)
        else:
            expect(page.get_by_text("is niet heel aangekomen")).to_be_hidden()
        page.unroute(file)
    visitor.complaints.clear()  # the browser says what it missed


def expect_to_read_as_without_scripts(page: Page) -> None:
    expect(page.get_by_text("dan helpt het om haar opnieuw te laden")).to_be_visible(timeout=AT_ONCE)
    expect(page.get_by_role("heading", name="Misverstanden")).to_be_visible(timeout=AT_ONCE)
    expect(page.locator(".lp-question").first).to_be_visible(timeout=AT_ONCE)
    expect(page.get_by_text("De antwoorden met uitleg staan onder de vragen.").first).to_be_visible()
    expect(page.get_by_text("nog gesloten")).to_have_count(0)
    expect(page.get_by_role("button", name="Controleer")).to_have_count(0)


def expect_to_run_and_say_that_something_is_missing(page: Page) -> None:
    expect(page.get_by_text("Deze pagina is niet heel aangekomen.")).to_be_visible(timeout=AT_ONCE)
    expect(page.get_by_text("JavaScript werkt hier niet")).to_be_hidden()
    expect(page.get_by_text("Dit niveau is nog gesloten")).to_be_visible()


def test_a_test_without_the_course_map_shows_its_questions_at_once(site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(site.as_uri())
    visitor.page.route(MAP, missing)
    page = visitor.open(TEST)
    expect(page.locator(".lp-question").first).to_be_visible(timeout=AT_ONCE)
    expect(page.get_by_text("Zonder JavaScript kun je de vragen lezen.")).to_be_visible()
    visitor.complaints.clear()


def test_a_page_that_is_whole_says_nothing(hosted: str, site: Path, visitors: Visitors) -> None:
    for address in (hosted, site.as_uri()):
        page = visitors.arrive(address).open(TEST)
        page.wait_for_load_state("load")
        expect(page.locator(".lp-live")).to_be_visible()
        expect(page.locator("[data-incomplete]")).to_be_hidden()
