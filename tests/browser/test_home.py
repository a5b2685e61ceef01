"""The pages of the path as a learner meets them: what is done is said, and the way on comes to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.browser import choose
from support.learners import progress, returned
from support.plans import action

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitor, Visitors

COURSE = "proefpad"


def test_one_press_finishes_a_lesson_and_opens_the_next(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    page.get_by_role("link", name="Afronden en naar les 2: Les een B").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Les een B")
    page.get_by_role("link", name="Afronden en naar de toets: Quiz toets-een").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Quiz toets-een")
    page = visitor.open("een/een-a.html")
    expect(page.get_by_text("Les afgerond").first).to_be_visible()
    expect(page.get_by_role("link", name="Volgende les: Les een B")).to_be_visible()
    expect(visitor.open("een/index.html").locator(".lp-page-header")).to_contain_text("2 van 2 lessen")


def test_a_lesson_can_be_finished_without_going_on(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    header = page.locator(".lp-page-header")
    expect(header.get_by_text("Afgerond")).to_have_count(0)
    page.get_by_role("button", name="Afronden en hier blijven").click()
    expect(page.get_by_role("link", name="Volgende les: Les een B")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Les afgerond")).to_have_count(1)
    expect(header.get_by_text("Afgerond")).to_have_count(1)
    page.get_by_role("button", name="Toch niet afgerond").click()
    expect(page.get_by_role("button", name="Afronden en hier blijven")).to_be_focused()
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


def test_below_a_check_that_ends_a_lesson_there_is_one_way_on(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    on = page.get_by_role("link", name="Afronden en naar les 2: Les een B")
    choose(page, "Welke is goed?", "Goed")
    choose(page, "Welke zijn goed?", "A")
    choose(page, "Klopt dit?", "Waar")
    for _ in range(3):
        page.get_by_role("button", name="Controleer").first.press("Enter")
    expect(page.locator(".lp-result-title")).to_have_text("Klaar")
    expect(on).to_have_count(1)
    expect(page.locator(".lp-further")).to_be_hidden()
    on.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Les een B")
    expect(visitor.open("een/index.html").locator(".lp-card").first).to_contain_text("Afgerond")


@pytest.mark.parametrize(
    ("lessons", "passed", "said", "leads_to"),
    [
        ([], [], "Begin met les 1: Les een A", "Les een A"),
        (["een-a"], [], "Ga verder met les 2: Les een B", "Les een B"),
        (["een-a", "een-b"], [], "Doe de toets: Quiz toets-een", "Quiz toets-een"),
        ([], ["toets-een"], "Dit niveau heb je. Verder met: Tweede", "Tweede"),
        ([], ["toets-een", "toets-twee", "toets-drie"], "Je hebt het hele pad afgerond. Kijk terug", "Mijn voortgang"),
    ],
)
def test_a_level_page_leads_on_with_its_one_button(
    lessons: list[str], passed: list[str], said: str, leads_to: str, visitor: Visitor
) -> None:
    returned(visitor, progress(COURSE, lessons, passed), COURSE)
    page = visitor.open("een/index.html")
    expect(page.get_by_role("article").locator(".lp-button:visible")).to_have_count(1)
    page.get_by_role("link", name=said).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(leads_to)


def test_a_closed_level_leads_to_what_opens_it_and_nowhere_else(visitor: Visitor) -> None:
    page = visitor.open("twee/index.html")
    expect(page.get_by_role("article").locator(".lp-button:visible")).to_have_text(["Naar de lessen van Eerste"])


def test_home_says_how_far_a_level_is_and_what_is_the_learners(visitor: Visitor) -> None:
    steps = {"bellen": action("Bel één klant."), "klaar": action("Klaar.", done=True)}
    notes = {"vraag": {"text": "Dat ik kan wachten.", "prompt": "Wat?", "at": 1}}
    returned(visitor, progress(COURSE, ["een-a", "twee-a"], ["toets-een"], plan=steps, notes=notes), COURSE)
    page = visitor.open("index.html")
    stations = page.get_by_role("navigation", name="Het pad").get_by_role("listitem")
    expect(stations.nth(0)).to_contain_text("Afgerond")
    expect(stations.nth(1)).to_contain_text("1 van 2 lessen")
    mine = page.get_by_role("navigation", name="Van jou").get_by_role("listitem")
    said = [" ".join(text.split()) for text in mine.all_inner_texts()]
    assert said[0] == "Mijn voortgang 2 van 6 lessen"
    assert said[2:] == [
        "Mijn actieplan 1 stap te doen",
        "Mijn notities 1 notitie",
        "Mijn certificaten 1 niveau gehaald",
    ]
    assert said[1] == "Herhalen 4 vragen vandaag"


def test_the_end_of_the_path_is_a_look_back(visitor: Visitor) -> None:
    tests = [f"toets-{name}" for name in ("een", "twee", "drie")]
    steps = {
        "bellen": action("Bel één klant.", when="2020-01-02"),
        "later": action("Vraag wat wacht.", 2, when="2130-05-04"),
        "klaar": action("Zeg dank.", 3, done=True),
    }
    looks = {"bellen": {"2020-01-02": {"went": "partly", "note": "Hij was weg.", "at": 1}}}
    back = visitor.open("mijn-voortgang.html").get_by_role("region", name="Terugblik")
    expect(back).to_be_hidden()
    returned(visitor, progress(COURSE, [], tests, plan=steps, looks=looks), COURSE)
    page = visitor.open("index.html")
    page.get_by_role("link", name="Kijk terug op wat je leerde").click()
    expect(back.get_by_role("heading", name="Terugblik")).to_be_in_viewport()
    for title in ("Eerste", "Tweede", "Derde"):
        expect(back.get_by_role("heading", name=title)).to_be_visible()
    expect(back.get_by_text("Je kunt meedoen.")).to_have_count(3)
    expect(back.get_by_text("Toets gehaald op 1 januari 1970.")).to_have_count(3)
    chosen = [" ".join(text.split()) for text in back.locator(".lp-chosen-steps > li").all_inner_texts()]
    assert chosen == [
        "Bel één klant. Nog te doen, uiterlijk 2 januari 2020 2 januari 2020: deels gelukt (Hij was weg.)",
        "Vraag wat wacht. Nog te doen, uiterlijk 4 mei 2130",
        "Zeg dank. Gedaan",
    ]
    again = [" ".join(text.split()) for text in back.locator(".lp-again > li:visible").all_inner_texts()]
    assert again == ["Herhalen: er liggen vragen klaar.", "Mijn actieplan: 4 mei 2130: Vraag wat wacht."]
    assert violations_in_both_schemes(page) == []


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
