"""The path: what is open, what is closed and why, and what opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import choose, hand_in
from support.learners import progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

COURSE = "proefpad"
CLOSED = "drie/drie-a.html"
TEXT = "Tekst van de les."


def navigation(page: Page) -> list[str]:
    """The links of the navigation, as a screen reader says them."""
    links = page.get_by_role("navigation", name="Navigatie").get_by_role("link")
    return [" ".join(text.split()) for text in links.all_text_contents()]


def test_home_and_navigation_say_what_is_done_open_and_closed_until_a_passed_test_opens_more(visitor: Visitor) -> None:
    # A closed lesson says why, and what opens it.
    waiting = visitor.open("twee/twee-a.html", visitor.tab())
    expect(waiting.get_by_text(TEXT)).to_be_hidden()
    expect(waiting.get_by_text("Dit niveau is nog gesloten")).to_be_visible()
    expect(waiting.get_by_text("“Tweede” gaat open als je slaagt voor “Quiz toets-een”.")).to_be_visible()
    expect(waiting.get_by_role("link", name="Naar de lessen van Eerste")).to_be_visible()
    direct = waiting.get_by_role("link", name="Doe meteen: Quiz toets-een")
    assert str(direct.evaluate("(link) => link.href")).endswith("/een/toets-een.html")

    # Home shows where you are, and one next step.
    page = visitor.open("index.html")
    stages = page.get_by_role("navigation", name="Het pad").get_by_role("listitem")
    expect(stages).to_have_count(3)
    expect(stages.nth(0)).to_contain_text("Open")
    expect(stages.nth(1)).to_contain_text("Gesloten")
    expect(stages.nth(1)).to_contain_text("Gaat open na: Quiz toets-een")
    page.get_by_role("link", name="Begin: Les een A").click()
    page.get_by_role("link", name="Afronden en naar les 2: Les een B").click()
    last = page.get_by_role("link", name="Afronden en naar de toets: Quiz toets-een")
    expect(last).to_be_visible()
    said = navigation(page)
    for words in ("Les een A (afgerond)", "Les een B (open)", "Quiz toets-een (open)", "Tweede (nog gesloten)"):
        assert words in said
    last.click()
    hand_in(page)
    said = navigation(page)
    for words in ("Eerste (afgerond)", "Quiz toets-een (afgerond)", "Tweede (open)", "Derde (nog gesloten)"):
        assert words in said

    # The level opens, in a tab that stands open too; those after it don't.
    expect(waiting.get_by_text(TEXT)).to_be_visible()
    expect(visitor.open("twee/twee-a.html", waiting).get_by_text(TEXT)).to_be_visible()
    expect(visitor.open(CLOSED, waiting).get_by_text(TEXT)).to_be_hidden()
    page = visitor.open("index.html")
    expect(stages.nth(0)).to_contain_text("Afgerond")
    expect(stages.nth(1)).to_contain_text("Open")
    expect(page.get_by_role("link", name="Ga verder met: Les twee A")).to_be_visible()


def test_a_test_that_was_begun_is_the_next_step_and_a_failed_one_opens_nothing(visitor: Visitor) -> None:
    choose(visitor.open("een/toets-een.html"), "een-1", "Goed")
    expect(visitor.open("index.html").get_by_role("link", name="Ga verder met: Quiz toets-een")).to_be_visible()
    failed = progress(COURSE, [], ["toets-een"]).replace('"passed": true', '"passed": false')
    visitor.store(COURSE, failed)
    expect(visitor.open("twee/twee-a.html").get_by_text("Dit niveau is nog gesloten")).to_be_visible()


def test_who_knows_the_matter_can_go_straight_to_a_later_test(visitor: Visitor) -> None:
    page = visitor.open("drie/toets-drie.html")
    expect(page.get_by_text("Je mag deze toets wel meteen doen.")).to_be_visible()
    hand_in(page, test="drie")
    for path in ("twee/twee-a.html", "drie/drie-a.html"):
        expect(visitor.open(path).get_by_text(TEXT)).to_be_visible()
    page = visitor.open("index.html")
    expect(page.get_by_role("link", name="Ga verder met: Les een A")).to_be_visible()
    visitor.store(COURSE, progress(COURSE, [], ["toets-een", "toets-twee", "toets-drie"]))
    page.reload()
    expect(page.get_by_role("link", name="Kijk terug op wat je leerde")).to_be_visible()  # the end of the path is said


@pytest.mark.parametrize("gating", ["advised", "off"])
def test_other_gating_closes_nothing(gating: str, gated: Callable[[str], Path], visitors: Visitors) -> None:
    visitor = visitors.arrive(gated(gating).as_uri())
    page = visitor.open(CLOSED)
    expect(page.get_by_text(TEXT)).to_be_visible()
    expect(page.get_by_text("Je loopt vooruit")).to_have_count(1 if gating == "advised" else 0)
    state = "voor later" if gating == "advised" else "open"
    assert f"Derde ({state})" in navigation(page)
