"""My progress, the page: what it counts of the path and of the learner's other pages, and where it leads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.learners import attempt, progress, returned

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.browser import Visitor

COURSE = "proefpad"


def test_my_progress_shows_the_path_and_every_attempt(visitor: Visitor) -> None:
    page = visitor.open("mijn-voortgang.html")
    expect(page.get_by_text("Je bent nog niet begonnen.")).to_be_visible()
    expect(page.get_by_text("0 te doen, 0 gedaan")).to_be_visible()
    expect(page.get_by_text("0 notities")).to_be_visible()
    expect(page.get_by_text("0 vragen vandaag")).to_be_visible()
    expect(page.get_by_text("Nog geen. Je verdient er een met elke toets van een niveau.")).to_be_visible()
    quizzes = {"toets-een": {"a": attempt(0, 0, passed=False), "b": attempt(1, 1, passed=True)}}
    page = returned(visitor, progress(COURSE, ["een-b"], [], quizzes=quizzes), COURSE).open("mijn-voortgang.html")
    row = page.get_by_role("row", name="Start: Eerste")
    for words in ("Afgerond", "1 van 2 gelezen", "Beste score 100%"):
        expect(row).to_contain_text(words)
    test = page.get_by_role("region", name="Quiz toets-een", exact=True)
    attempts = test.get_by_role("row")
    expect(attempts).to_have_count(3)
    expect(attempts.nth(1)).to_contain_text("Geslaagd")
    expect(attempts.nth(2)).to_contain_text("Nog niet geslaagd")
    line = "Lijn van je scores, van eerst naar laatst: 0%, 100%. Je slaagt vanaf 60%."
    expect(test.get_by_role("img", name=line)).to_be_visible()
    assert test.locator("circle.lp-line-passed").count() == 1  # a full dot: not by colour alone
    expect(page.get_by_role("link", name="Ga verder: Les twee A")).to_be_visible()


def test_a_lesson_can_be_undone(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    page.get_by_role("button", name="Afronden en hier blijven").click()
    expect(page.get_by_role("link", name="Volgende les: Les een B")).to_be_focused()
    page.get_by_role("button", name="Toch niet afgerond").click()
    page.reload()
    expect(page.get_by_role("button", name="Afronden en hier blijven")).to_be_visible()


def fill_progress(visitor: Visitor) -> Page:
    """Two tests passed, the first at the third time; a note, two actions, and a certificate for each test."""
    first = {"a": attempt(0, 0.2, passed=False), "b": attempt(1, 0.4, passed=False), "c": attempt(2, 0.8, passed=True)}
    action = {"who": "", "when": "", "lesson": None, "removed": False, "since": 1, "at": 1}
    parts = {
        "quizzes": {"toets-een": first, "toets-twee": {"d": attempt(3, 1, passed=True)}},
        "notes": {"een": {"text": "Iets", "prompt": "?", "at": 1}, "leeg": {"text": "", "prompt": "?", "at": 1}},
        "plan": {"een": {**action, "text": "Doen", "done": False}, "twee": {**action, "text": "Klaar", "done": True}},
    }
    return returned(visitor, progress(COURSE, [], [], **parts), COURSE).open("mijn-voortgang.html")


def test_my_progress_counts_what_is_on_the_other_pages_leads_there_and_fits_the_narrowest_screen(
    visitor: Visitor,
) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    page = fill_progress(visitor)
    expect(page.get_by_text("1 te doen, 1 gedaan")).to_be_visible()
    expect(page.get_by_text("Eén notitie")).to_be_visible()
    expect(page.get_by_text("5 vragen vandaag, 8 vragen mogen wachten")).to_be_visible()
    for name in ("Mijn actieplan", "Mijn notities", "Mijn certificaten", "Herhalen"):
        expect(page.get_by_role("main").get_by_role("link", name=name).first).to_be_visible()

    # One attempt is no line.
    expect(page.get_by_role("region", name="Quiz toets-een", exact=True).get_by_role("img")).to_have_count(1)
    expect(page.get_by_role("region", name="Quiz toets-twee", exact=True).get_by_role("img")).to_have_count(0)

    # It passes axe on the narrowest screen.
    page.set_viewport_size({"width": 320, "height": 640})
    assert violations_in_both_schemes(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("main").get_by_role("link", name="Tweede", exact=True).click()
    expect(page.get_by_role("article", name="Certificaat: Tweede")).to_be_visible()

    # It says it when the whole path is done.
    kept = visitor.stored(COURSE)
    kept["quizzes"]["toets-drie"] = {"e": attempt(4, 1, passed=True)}
    visitor.store(COURSE, json.dumps(kept))
    page = visitor.open("mijn-voortgang.html")
    expect(page.get_by_text("Je hebt het hele pad afgerond.")).to_be_visible()
    expect(page.get_by_role("link", name="Het hele pad")).to_be_visible()


def test_my_progress_follows_what_was_reviewed_and_the_switch_of_reviews(visitor: Visitor) -> None:
    waits = fill_progress(visitor).locator("[data-count=reviews]")
    expect(waits).to_have_text("5 vragen vandaag, 8 vragen mogen wachten")
    other = visitor.tab()
    visitor.open("herhalen.html", other)
    other.locator("leerpad-reviews .lp-question input").first.check()
    other.get_by_role("button", name="Controleer").click()
    expect(waits).to_have_text("4 vragen vandaag, 8 vragen mogen wachten")
    other.get_by_role("button", name="Stop met herhalen").click()
    expect(waits).to_have_text("Herhalen staat uit. Er komen geen vragen terug.")
