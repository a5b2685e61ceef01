"""Where scripts or storage are blocked, everything can be read, and words say what doesn't work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import serve
from course.support.states import CLOSED, HOME, LESSON, PROGRESS, SCAN, TEST
from playwright.sync_api import expect
from support.storage import BLOCK

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors

AGGRESSIVE = "default-src 'none'; style-src 'self'; img-src 'self'; sandbox"
SAID = {
    HOME: ["Je kunt alles lezen, en alle lessen staan open."],
    LESSON: ["wordt dit niet bewaard", "De antwoorden met uitleg staan onder", "Om te printen staan alle stappen"],
    TEST: ["De antwoorden met uitleg staan onder"],
    SCAN: ["op papier invullen"],
    PROGRESS: ["Je voortgang wordt bijgehouden door JavaScript,"],
    "herhalen.html": ["JavaScript"],
    "mijn-notities.html": ["JavaScript"],
    "mijn-actieplan.html": ["Hieronder staan alle stappen uit de lessen."],
    "mijn-certificaten.html": ["JavaScript"],
    CLOSED: ["De antwoorden met uitleg staan onder"],
}
"""What a page says of itself when its script doesn't run."""
PROMISES = ["Je vindt dit terug", "Wat je kiest, vind je terug", "nog gesloten"]


@pytest.mark.parametrize("policy", [None, "script-src 'none'", AGGRESSIVE], ids=["off", "blocked", "aggressive"])
def test_without_scripts_everything_can_be_read(policy: str | None, site: Path, visitors: Visitors) -> None:
    headers = None if policy is None else {"Content-Security-Policy": policy}
    with serve(site, headers) as address:
        visitor = visitors.arrive(address, java_script_enabled=policy is not None)
        for path, words in SAID.items():
            page = visitor.open(path)
            seen = page.locator("body").inner_text()
            assert [said for said in words if said not in seen] == [], path
            assert [promise for promise in PROMISES if promise in seen] == [], path
            expect(page.get_by_role("textbox", name="Zoeken")).to_be_hidden()
        expect(page.get_by_role("heading", name="Misverstanden")).to_be_visible()
        page.locator(".lp-answers summary").click()
        expect(page.locator("[data-reason]").first).to_be_visible()
        visitor.complaints.clear()  # the browser says what it blocked


def test_a_browser_that_is_too_old_reads_too(site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(site.as_uri())
    visitor.context.add_init_script("delete Array.prototype.findLast;")
    expect(visitor.open(HOME).get_by_text("of deze browser is te oud")).to_be_visible()
    page = visitor.open(CLOSED)
    expect(page.get_by_role("heading", name="Misverstanden")).to_be_visible()
    expect(page.get_by_text("De antwoorden met uitleg staan onder de vragen.").first).to_be_visible()
    assert {said.split(":")[0] for said in visitor.complaints} == {"error"}
    visitor.complaints.clear()


def expect_to_work(page: Page) -> None:
    """Everything but keeping: what is closed to others is open, and the theme isn't stopped."""
    expect(page.get_by_text("Deze browser bewaart je voortgang niet.")).to_be_visible()
    expect(page.get_by_role("heading", name="Misverstanden")).to_be_visible()
    page.locator("label[title='Donkere weergave']:not([hidden])").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_storage_that_the_browser_refuses_is_said_and_stops_nothing(site: Path, visitors: Visitors) -> None:
    with serve(site, {"Content-Security-Policy": "sandbox allow-scripts"}) as address:
        sandboxed = visitors.arrive(address)
        expect_to_work(sandboxed.open(CLOSED))
        # A page without an origin gets no font, not of its own server either: headings have that of the system.
        assert [said for said in sandboxed.complaints if ".woff2" not in said and "net::ERR_" not in said] == []
        sandboxed.complaints.clear()
    visitor = visitors.arrive(site.as_uri())
    visitor.context.add_init_script(BLOCK)  # by double-click, no browser can be told to refuse
    page = visitor.open(CLOSED)
    expect_to_work(page)
    page.get_by_role("textbox", name="Zoeken").press_sequentially("erkenning")
    page.locator(".md-search-result").get_by_role("link").filter(has_text="Erkenning").first.click()
    expect(page.get_by_role("heading", level=1, name="Erkenning")).to_be_visible()
