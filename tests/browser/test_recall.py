"""Questions of levels before, asked again at the end of a test: they teach, and count only if the course says so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page, expect
from support.axe import violations
from support.browser import question
from support.learners import returned
from support.trees import build_site, rich_course

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitor, Visitors

TEST = "twee/toets-twee.html"
AGAIN = ".lp-recalled:not([hidden])"
MISSED = {"check": {"check-waar": 0, "check-een": 1}, "toets-een": {"een-1": 1, "een-2": 0, "een-3": 1}}
"""What somebody got for questions of the level before."""


@pytest.fixture(scope="module")
def recall_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = rich_course()
    files["quizzes/1-twee/toets.yml"] = files["quizzes/1-twee/toets.yml"].replace("draw: 4\n", "draw: 4\nrecall: 3\n")
    return build_site(tmp_path_factory.mktemp("recall"), {**files})


def who_missed(missed: dict[str, dict[str, int]], visitors: Visitors, site: Path) -> Visitor:
    """Somebody who passed the level before, with these points."""
    draft = {"started": 1, "seed": 5, "questions": [], "retry": False, "answers": {}, "finished": 10}
    quizzes = {}
    for quiz, points in missed.items():
        questions = {name: {"points": got, "max": 1} for name, got in points.items()}
        outcome = {"points": 2, "max": 3, "passed": quiz == "toets-een", "questions": questions}
        quizzes[quiz] = {"poging": {**draft, "outcome": outcome}}
    stored = {"version": 1, "course": "proefpad", "lessons": {}, "quizzes": quizzes}
    return returned(visitors.arrive(site.as_uri()), json.dumps(stored), "proefpad")


@pytest.fixture
def visitor(visitors: Visitors, recall_site: Path) -> Visitor:
    """Somebody with two questions wrong."""
    return who_missed(MISSED, visitors, recall_site)


def asked_again(page: Page) -> list[str]:
    items = page.locator(AGAIN).all()
    return [str(item.get_attribute("id")).removeprefix("question-") for item in items]


def answer_own(page: Page) -> None:
    """All that belongs to the test itself, rightly."""
    for item in page.locator(".lp-question:not([hidden], .lp-recalled)").all():
        right = "Een" if "Welke staat vast?" in item.inner_text() else "Goed"
        item.get_by_label(right, exact=True).check()


def test_a_test_ends_with_what_went_wrong_before_and_that_does_not_count(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    expect(page.get_by_text("Aan het eind staan nog 3 vragen van eerdere niveaus.")).to_contain_text(
        "Je krijgt 4 vragen uit een verzameling van 8."
    )
    page.get_by_text("Over deze toets").click()
    expect(page.get_by_text("Die tellen niet mee voor je score.")).to_be_visible()
    asked = asked_again(page)
    assert len(asked) == 3
    assert {"check-waar", "een-2"} < set(asked)
    numbers = page.locator(".lp-question:not([hidden]) .lp-question-number").all_inner_texts()
    assert numbers == [f"Vraag {number}" for number in range(1, 8)]
    expect(page.locator(f".lp-question:not(.lp-recalled, [hidden]) ~ {AGAIN}")).to_have_count(3)  # at the end
    assert violations(page) == []
    answer_own(page)
    wrong = question(page, "Klopt dit?").get_by_label("Niet waar", exact=True)
    wrong.check()
    page.reload()  # in the middle: the same questions, with what was answered
    assert asked_again(page) == asked
    expect(wrong).to_be_checked()
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("button", name="Toch inleveren").click()
    result = page.get_by_role("region", name="Je resultaat")
    expect(result.get_by_text("4 van 4 punten (100%)")).to_be_visible()
    expect(result.get_by_text("Van eerdere niveaus:")).to_contain_text("0 van 3 goed.")
    expect(page.locator(f"{AGAIN} .lp-feedback-title")).to_have_count(3)
    assert violations(page) == []
    [again] = [attempt for name, attempt in visitor.stored("proefpad")["quizzes"]["toets-twee"].items()]
    assert again["questions"][-3:] == asked
    assert (again["outcome"]["max"], len(again["outcome"]["questions"])) == (4, 7)

    # A question of before leads to its own lesson, and can be practised.
    link = page.locator("#question-check-waar").get_by_role("link", name="Les een A")
    assert str(link.evaluate("(link) => link.href")).endswith("/een/een-a.html")
    page.get_by_role("button", name="Oefen wat fout ging").click()
    expect(page.locator(".lp-question:not([hidden])")).to_have_count(3)
    question(page, "Klopt dit?").get_by_label("Waar", exact=True).check()
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("button", name="Toch inleveren").click()
    expect(page.get_by_text("1 van ").first).to_be_visible()
    page.get_by_role("button", name="Doe de hele toets opnieuw").click()
    expect(page.locator(AGAIN)).to_have_count(3)  # drawn anew, and no question of before among those of the test
    expect(page.locator(".lp-question:not([hidden], .lp-recalled)")).to_have_count(4)


def test_a_test_loads_no_more_questions_of_before_than_it_asks(visitors: Visitors, recall_site: Path) -> None:
    visitor = who_missed({"toets-een": {"een-1": 0, "een-2": 0, "een-3": 0}}, visitors, recall_site)
    page = visitor.open(TEST)
    expect(page.locator(AGAIN)).to_have_count(3)
    assert set(asked_again(page)) == {"een-1", "een-2", "een-3"}
    loaded = page.evaluate("() => Object.keys(window.LeerpadReviews)")
    assert ["/reviews-een-2." in script for script in loaded] == [True]


def test_what_cannot_be_loaded_is_not_asked_again(visitor: Visitor) -> None:
    visitor.context.route("**/reviews-een-1.*.js", lambda route: route.abort())
    page = visitor.open(TEST)
    expect(page.locator(AGAIN)).to_have_count(3)
    again = asked_again(page)
    assert "een-2" in again
    assert all(name.startswith("een-") for name in again)
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("button", name="Toch inleveren").click()
    expect(page.get_by_text("Van eerdere niveaus:")).to_contain_text("van 3 goed.")
    visitor.complaints.clear()


def test_a_test_waits_no_longer_for_questions_of_before_than_a_learner_does(visitor: Visitor) -> None:
    """A server that neither answers nor refuses."""
    visitor.context.route("**/reviews-een-*.js", lambda route: None)
    page = visitor.page
    page.clock.install()
    page.goto(f"{visitor.address}/{TEST}", wait_until="domcontentloaded")
    page.clock.fast_forward(6000)
    expect(page.locator(".lp-question:not([hidden])")).to_have_count(4)
    assert asked_again(page) == []
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("button", name="Toch inleveren").click()
    expect(page.get_by_role("region", name="Je resultaat")).to_be_visible()
    visitor.complaints.clear()


def test_a_test_without_recall_asks_nothing_of_before(visitor: Visitor) -> None:
    page = visitor.open("drie/toets-drie.html")
    expect(page.locator(".lp-question:not([hidden])")).to_have_count(5)
    assert asked_again(page) == []


SCORED = """(recalled) => {
  const [own, before] = ["een", "twee"].map((id) => ({ id, type: "true_false", points: 1, revision: "r", correct: true }));
  Object.assign(before, { recalled });
  const said = (value) => ({ value, revision: "r", at: 1, checked: false });
  const attempt = { questions: ["een", "twee"], retry: false, answers: { een: said(true), twee: said(false) } };
  const outcome = Leerpad.attempt.score(attempt, new Map([["een", own], ["twee", before]]), 0.7);
  return { points: outcome.points, max: outcome.max, passed: outcome.passed, told: Object.keys(outcome.questions) };
}"""


@pytest.mark.parametrize(("recalled", "most", "passed"), [("apart", 1, True), ("counts", 2, False)])
def test_the_course_says_whether_questions_of_before_count(
    recalled: str, most: int, passed: bool, still_page: Page
) -> None:
    scored: dict[str, Any] = still_page.evaluate(SCORED, recalled)
    assert scored == {"points": 1, "max": most, "passed": passed, "told": ["een", "twee"]}
