"""What a result says: lesson by lesson what to read again, and every attempt that went before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.browser import choose
from support.trees import build_site, course, question, quiz

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

TEST = "een/toets-een.html"
LESSONS = {"een-1": "een-a", "een-2": "een-b", "een-3": "een-b"}


@pytest.fixture(scope="module")
def results_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = course()
    questions = [question(name, more=f"lesson: {lesson}") for name, lesson in LESSONS.items()]
    files["quizzes/0-een/toets.yml"] = quiz("toets-een", *questions)
    return build_site(tmp_path_factory.mktemp("results"), {**files})


@pytest.fixture
def visitor(visitors: Visitors, results_site: Path) -> Visitor:
    return visitors.arrive(results_site.as_uri())


def take(page: Page, *right: str) -> None:
    """Answer these right, the others wrong, and hand in."""
    for name in LESSONS:
        choose(page, name, "Goed" if name in right else "Fout")
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_be_focused()


def again(page: Page) -> None:
    page.get_by_role("button", name="Opnieuw, alle vragen").click()


def rows(page: Page) -> list[list[str]]:
    """The table of attempts, with what can be done in the place of its first column, which is a time."""
    found = []
    for row in page.locator(".lp-attempts tbody tr").all():
        button = row.get_by_role("button")
        name = (
            str(button.get_attribute("aria-label")).split(":")[0]
            if button.count()
            else row.locator(".lp-why").inner_text()
        )
        found.append([name, *row.locator("td").all_inner_texts()])
    return found


def test_a_result_says_lesson_by_lesson_what_to_read_again(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    take(page, "een-1", "een-2")
    result = page.get_by_role("region", name="Je resultaat")
    expect(result.get_by_role("listitem")).to_have_text(["Les een AAlles goed", "Lees terug: Les een B1 van 2 punten"])
    result.get_by_role("link", name="Les een B").click()
    expect(page.get_by_role("heading", level=1, name="Les een B")).to_be_visible()


def test_a_pass_leads_to_the_certificate_that_it_earned(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    take(page)
    expect(page.get_by_role("link", name="Bekijk je certificaat")).to_have_count(0)
    again(page)
    take(page, *LESSONS)
    page.get_by_role("link", name="Bekijk je certificaat").click()
    expect(page.get_by_role("article", name="Certificaat: Eerste")).to_be_visible()


def test_all_attempts_stay_and_each_can_be_looked_at_again(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    take(page)
    expect(page.locator(".lp-attempts")).to_have_count(0)
    again(page)
    take(page, *LESSONS)
    page.get_by_text("Al je pogingen (2)").click()
    assert rows(page) == [["Deze zie je nu", "100%", "Geslaagd"], ["Bekijk", "0%", "Nog niet geslaagd"]]
    page.get_by_role("button", name="Bekijk").click()
    expect(page.locator(".lp-result-title")).to_have_text("Nog niet geslaagd")
    expect(page.locator(".lp-result-title")).to_be_focused()
    expect(page.get_by_text("Niet goed (jouw antwoord)")).to_have_count(3)
    page.reload()  # the newest is what counts
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")


def test_a_test_that_is_under_way_is_found_again_after_looking_back(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    take(page)
    again(page)
    choose(page, "een-1", "Goed")
    page.get_by_text("Al je pogingen (2)").click()
    page.get_by_role("button", name="Bekijk").click()
    expect(page.get_by_text("Nog niet geslaagd").first).to_be_visible()
    page.get_by_text("Al je pogingen (2)").click()
    assert rows(page) == [["Ga verder", "–", "Nog bezig"], ["Deze zie je nu", "0%", "Nog niet geslaagd"]]
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_text("1 van 3 beantwoord")).to_be_visible()
    expect(page.get_by_text("1 van 3 beantwoord")).to_be_focused()


def test_what_was_practised_again_is_an_attempt_too_and_sends_nobody_back_to_what_is_right(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    take(page, "een-1")
    page.get_by_role("button", name="Oefen wat fout ging").click()
    for name in ("een-2", "een-3"):
        choose(page, name, "Goed")
    page.get_by_role("button", name="Lever in").click()
    result = page.get_by_role("region", name="Je resultaat")
    expect(result).to_contain_text("2 van 2 punten (100%)")
    expect(result.get_by_role("link")).to_have_count(0)
    page.get_by_text("Al je pogingen (2)").click()
    practised = ["Deze zie je nu", "100%", "Oefening met wat fout ging"]
    assert rows(page) == [practised, ["Bekijk", "33%", "Nog niet geslaagd"]]
    page.get_by_role("button", name="Bekijk").click()
    expect(page.get_by_text("1 van 3 punten (33%)")).to_be_visible()


def test_result_and_attempts_pass_axe(results_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(results_site.as_uri(), viewport={"width": 320, "height": 640})
    page = visitor.open(TEST)
    take(page, "een-1")
    again(page)
    take(page, "een-2")
    page.get_by_text("Al je pogingen (2)").click()
    assert violations_in_both_schemes(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
