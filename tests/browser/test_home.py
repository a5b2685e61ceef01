"""The pages of the path as a learner meets them: what is done is said, and the way on comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from support.learners import progress, returned

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitor, Visitors

COURSE = "proefpad"


def test_a_lesson_that_is_done_brings_the_way_on_to_the_front(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    header = page.locator(".lp-page-header")
    expect(header.get_by_text("Afgerond")).to_have_count(0)
    following = page.get_by_role("link", name="Volgende les: Les een B")
    expect(following).to_be_visible()
    page.get_by_role("button", name="Les afronden").click()
    expect(following).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Les afgerond")).to_have_count(1)
    expect(header.get_by_text("Afgerond")).to_have_count(1)
    page.get_by_role("button", name="Toch niet afgerond").click()
    expect(page.get_by_role("button", name="Les afronden")).to_be_focused()
    expect(header.get_by_text("Afgerond")).to_have_count(0)
    page.get_by_role("link", name="Terug naar het niveau: Eerste").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Eerste")


def test_a_level_page_says_what_is_done_and_the_best_score(visitor: Visitor) -> None:
    returned(visitor, progress(COURSE, ["een-b"], []), COURSE)
    page = visitor.open("een/index.html")
    cards = page.locator(".lp-card")
    expect(cards.nth(0)).not_to_contain_text("Afgerond")
    expect(cards.nth(1)).to_contain_text("Afgerond")
    expect(cards.nth(2)).to_contain_text("Nog niet gemaakt")
    expect(page.locator(".lp-page-header")).to_contain_text("2 lessen")
    expect(page.locator(".lp-page-header")).to_contain_text("2 minuten")
    returned(visitor, progress(COURSE, [], ["toets-een"]), COURSE)
    page = visitor.open("een/index.html")
    expect(cards.nth(2)).to_contain_text("Geslaagd")


def test_home_leads_to_all_that_belongs_to_the_learner(small_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(small_site.as_uri()).open("index.html")
    own = page.get_by_role("navigation", name="Van jou").get_by_role("link")
    assert own.all_inner_texts() == [
        "Mijn voortgang",
        "Herhalen",
        "Mijn actieplan",
        "Mijn notities",
        "Mijn certificaten",
    ]
    own.last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn certificaten")
