"""The path: what is open, what is closed and why, and what opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import choose, hand_in

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

CLOSED = "drie/drie-a.html"
TEXT = "Tekst van de les."


def navigation(page: Page) -> list[str]:
    """The links of the navigation, as a screen reader says them."""
    links = page.get_by_role("navigation", name="Navigatie").get_by_role("link")
    return [" ".join(text.split()) for text in links.all_text_contents()]


def test_a_closed_lesson_says_why_and_what_opens_it(visitor: Visitor) -> None:
    page = visitor.open("twee/twee-a.html")
    expect(page.get_by_text(TEXT)).to_be_hidden()
    expect(page.get_by_text("Dit niveau is nog gesloten")).to_be_visible()
    expect(page.get_by_text("“Tweede” gaat open als je slaagt voor “Quiz toets-een”.")).to_be_visible()
    expect(page.get_by_role("link", name="Naar de lessen van Eerste")).to_be_visible()
    page.get_by_role("link", name="Doe meteen: Quiz toets-een").click()
    hand_in(page)
    expect(visitor.open("twee/twee-a.html").get_by_text(TEXT)).to_be_visible()
    page.reload()
    expect(page.get_by_text(TEXT)).to_be_visible()
    expect(visitor.open(CLOSED).get_by_text(TEXT)).to_be_hidden()


def test_a_failed_test_opens_nothing(visitor: Visitor) -> None:
    hand_in(visitor.open("een/toets-een.html"), right=0)
    expect(visitor.open("twee/twee-a.html").get_by_text("Dit niveau is nog gesloten")).to_be_visible()


def test_who_knows_the_matter_can_go_straight_to_a_later_test(visitor: Visitor) -> None:
    page = visitor.open("drie/toets-drie.html")
    expect(page.get_by_text("Je mag deze toets wel meteen doen.")).to_be_visible()
    hand_in(page, test="drie")
    for path in ("twee/twee-a.html", "drie/drie-a.html"):
        expect(visitor.open(path).get_by_text(TEXT)).to_be_visible()
    page = visitor.open("index.html")
    expect(page.get_by_role("link", name="Ga verder met: Les een A")).to_be_visible()


def test_the_navigation_says_what_is_done_open_and_closed(visitor: Visitor) -> None:
    visitor.open("een/een-a.html").get_by_role("button", name="Afronden en hier blijven").click()
    said = navigation(visitor.page)
    for words in ("Les een A (afgerond)", "Les een B (open)", "Quiz toets-een (open)", "Tweede (nog gesloten)"):
        assert words in said
    hand_in(visitor.open("een/toets-een.html"))
    said = navigation(visitor.page)
    for words in ("Eerste (afgerond)", "Quiz toets-een (afgerond)", "Tweede (open)", "Derde (nog gesloten)"):
        assert words in said


def test_home_shows_where_you_are_and_one_next_step(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    stages = page.get_by_role("navigation", name="Het pad").get_by_role("listitem")
    expect(stages).to_have_count(3)
    expect(stages.nth(0)).to_contain_text("Open")
    expect(stages.nth(1)).to_contain_text("Gesloten")
    expect(stages.nth(1)).to_contain_text("Gaat open na: Quiz toets-een")
    page.get_by_role("link", name="Begin: Les een A").click()
    page.get_by_role("link", name="Afronden en naar les 2: Les een B").click()
    page.get_by_role("link", name="Afronden en naar de toets: Quiz toets-een").click()
    hand_in(page)
    page = visitor.open("index.html")
    expect(stages.nth(0)).to_contain_text("Afgerond")
    expect(stages.nth(1)).to_contain_text("Open")
    expect(page.get_by_role("link", name="Ga verder met: Les twee A")).to_be_visible()


def test_a_test_that_was_begun_is_the_next_step(visitor: Visitor) -> None:
    choose(visitor.open("een/toets-een.html"), "een-1", "Goed")
    expect(visitor.open("index.html").get_by_role("link", name="Ga verder met: Quiz toets-een")).to_be_visible()


def test_the_end_of_the_path_is_said(visitor: Visitor) -> None:
    hand_in(visitor.open("een/toets-een.html"))
    page = visitor.open("twee/toets-twee.html")
    for group in page.locator("fieldset:visible").all():
        group.get_by_label("Goed", exact=True).or_(group.get_by_label("Een", exact=True)).check()
    page.get_by_role("button", name="Lever in").click()
    page = visitor.open("drie/toets-drie.html")
    hand_in(page, test="drie")
    expect(page.get_by_text("Je hebt het hele pad afgerond.")).to_be_visible()
    expect(visitor.open("index.html").get_by_role("link", name="Kijk terug op wat je leerde")).to_be_visible()


@pytest.mark.parametrize("gating", ["advised", "off"])
def test_other_gating_closes_nothing(gating: str, gated: Callable[[str], Path], visitors: Visitors) -> None:
    visitor = visitors.arrive(gated(gating).as_uri())
    page = visitor.open(CLOSED)
    expect(page.get_by_text(TEXT)).to_be_visible()
    expect(page.get_by_text("Je loopt vooruit")).to_have_count(1 if gating == "advised" else 0)
    state = "voor later" if gating == "advised" else "open"
    assert f"Derde ({state})" in navigation(page)


def test_a_passed_test_opens_the_level_in_a_tab_that_stands_open(visitor: Visitor) -> None:
    waiting = visitor.open("twee/twee-a.html", visitor.tab())
    expect(waiting.get_by_text(TEXT)).to_be_hidden()
    hand_in(visitor.open("een/toets-een.html"))
    expect(waiting.get_by_text(TEXT)).to_be_visible()
