"""Reviews: questions of earlier come back on their days, on the page, at home, and in the pure schedule."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page, expect
from support.axe import violations
from support.learners import progress, returned
from support.reviews import NINETY_DAYS

if TYPE_CHECKING:
    from support.browser import Visitor

PAGE = "herhalen.html"
CHECK = ["check-een", "check-meer", "check-waar"]
LEARNED = progress("proefpad", ["een-a"], ["toets-een"])
"""Long ago: all eight questions are due."""
HOUR = 3_600_000


@pytest.mark.parametrize("hour", [7, 20, 23])
def test_a_learner_of_ninety_days_meets_every_question_within_a_day_of_its_promise(hour: int, still_page: Page) -> None:
    found = still_page.evaluate(NINETY_DAYS, {"hour": hour, "ahead": HOUR, "skill": 0.7})
    assert found["faults"] == []
    assert found["all"] >= 4 * 35
    assert max(map(int, found["sizes"])) <= 5


def test_who_knows_all_is_asked_four_times_and_no_more(still_page: Page) -> None:
    found = still_page.evaluate(NINETY_DAYS, {"hour": 20, "ahead": 0, "skill": 1})
    assert found == {"faults": [], "sizes": found["sizes"], "all": 4 * 35, "left": 0}
    assert sum(count for size, count in found["sizes"].items() if int(size) < 3) == 0


def entries(page: Page, document: dict[str, Any], today: int, *, days: list[int] | None = None) -> list[dict[str, Any]]:
    """What is due of two lessons with a question each and a test with two, all by their ids."""
    sources = [
        {"quiz": "check-a", "lesson": "a", "questions": ["a-1"]},
        {"quiz": "check-b", "lesson": "b", "questions": ["b-1"]},
        {"quiz": "test", "questions": ["t-1", "t-2"]},
    ]
    data = {"days": days or [1, 7, 21, 60], "levels": [{"id": "een", "sources": sources}]}
    script = """([said, data, today]) => {
      const known = { ...Leerpad.progress.empty("proefpad"), ...said };
      const entries = Leerpad.reviews.entries(known, data, today);
      return entries.map((entry) => ({ ...entry, picked: Leerpad.reviews.pick(entries, today).some(({ id }) => id === entry.id) }));
    }"""
    found: list[dict[str, Any]] = page.evaluate(script, [document, data, today])
    return found


def noon(day: int) -> int:
    """A moment of a day since 1970, wherever the learner lives."""
    return day * 24 * HOUR + 12 * HOUR


def done(day: int) -> dict[str, Any]:
    return {"done": True, "at": noon(day)}


def due_of(page: Page, document: dict[str, Any], today: int, **more: Any) -> dict[str, int | None]:
    return {entry["id"]: entry["due"] for entry in entries(page, document, today, **more)}


def test_only_what_was_learned_comes_back_and_undoing_a_lesson_takes_it_away(still_page: Page) -> None:
    lessons = {"a": done(100), "b": {"done": False, "at": noon(100)}}
    assert due_of(still_page, {"lessons": lessons}, 100) == {"a-1": 101}


def test_who_comes_late_gets_the_rest_sooner_but_never_at_once(still_page: Page) -> None:
    reviewed = {"a-1": {"results": "+", "day": 130, "at": 1}}
    assert due_of(still_page, {"lessons": {"a": done(100)}, "reviews": reviewed}, 130) == {"a-1": 133}
    reviewed = {"a-1": {"results": "+", "day": 102, "at": 1}}  # a day late: the next one is on its own day
    assert due_of(still_page, {"lessons": {"a": done(100)}, "reviews": reviewed}, 102) == {"a-1": 107}


def test_what_went_wrong_on_the_last_day_comes_back_until_it_is_right(still_page: Page) -> None:
    reviewed = {"a-1": {"results": "+++-", "day": 160, "at": 1}, "b-1": {"results": "---+", "day": 160, "at": 1}}
    lessons = {"a": done(100), "b": done(100)}
    assert due_of(still_page, {"lessons": lessons, "reviews": reviewed}, 160) == {"a-1": 180, "b-1": None}


def test_a_day_that_is_yet_to_come_holds_no_question_back(still_page: Page) -> None:
    """A clock that was years ahead wrote when the lesson was done, and when the question was asked."""
    lessons, reviewed = {"a": done(40_000)}, {"a-1": {"results": "+", "day": 40_000, "at": noon(40_000)}}
    [entry] = entries(still_page, {"lessons": lessons, "reviews": reviewed}, 100)
    assert entry["picked"]


def test_wrong_ones_come_first_and_those_of_the_last_visit_come_last(still_page: Page) -> None:
    outcome = {"points": 1, "max": 2, "passed": True, "questions": {"t-2": {"points": 0, "max": 1}}}
    attempt = {"started": 1, "seed": 1, "questions": [], "retry": False, "answers": {}, "finished": noon(90)}
    document = {
        "lessons": {"a": done(90), "b": done(90)},
        "quizzes": {"test": {"x": {**attempt, "outcome": outcome}}},
        "reviews": {"a-1": {"results": "-", "day": 94, "at": 1}},
    }
    found = {entry["id"]: entry for entry in entries(still_page, document, 99)}
    assert [found[name]["wrong"] for name in ("a-1", "b-1", "t-1", "t-2")] == [True, False, False, True]
    script = "([entries]) => Leerpad.reviews.pick(entries, 99).map(({ id }) => id)"
    picked = still_page.evaluate(script, [list(found.values())])
    assert (picked[0], picked[-1]) == ("t-2", "a-1")
    assert set(picked) == set(found)


def test_days_that_the_author_takes_away_or_adds_leave_no_review_broken(still_page: Page) -> None:
    reviewed = {"a-1": {"results": "+++", "day": 121, "at": 1}, "gone-1": {"results": "+", "day": 1, "at": 1}}
    document = {"lessons": {"a": done(100)}, "reviews": reviewed}
    assert due_of(still_page, document, 121, days=[1, 7]) == {"a-1": None}
    assert due_of(still_page, document, 121, days=[1, 7, 21, 60, 200]) == {"a-1": 160}


def answer(page: Page) -> str:
    """Answer the question on the page somehow, and have it checked; gives its id."""
    item = page.locator("leerpad-reviews .lp-question")
    name = str(item.get_attribute("id"))
    item.locator("input").first.check()
    item.get_by_role("button", name="Controleer").click()
    expect(item.locator(".lp-feedback-title")).to_be_focused()
    return name.removeprefix("question-")


def sit(page: Page, count: int) -> list[str]:
    """Answer all questions of a sitting; gives their ids."""
    asked = []
    for number in range(1, count + 1):
        expect(page.locator("leerpad-reviews .lp-question-number")).to_have_text(f"Vraag {number} van {count}")
        asked.append(answer(page))
        page.get_by_role("button", name="Volgende vraag" if number < count else "Bekijk hoe het ging").click()
    return asked


def test_questions_of_earlier_come_once_and_can_be_stopped_and_go_on_where_they_were(visitor: Visitor) -> None:
    # A learner without anything to review is told what will come.
    page = visitor.open(PAGE)
    expect(page.get_by_text("Je hebt nog niets om te herhalen.")).to_be_visible()
    expect(page.get_by_text("Een vraag komt terug op dag 1, 7, 21 en 60")).to_be_visible()
    assert violations(page) == []
    home = visitor.open("index.html", visitor.tab())
    offer = home.locator("leerpad-due").get_by_role("link")  # around it is no box that could be seen
    expect(offer).to_be_hidden()

    visitor.store("proefpad", LEARNED)
    home.reload()
    expect(offer).to_have_text("Vier vragen van eerder")
    expect(offer).to_be_visible()
    assert str(offer.evaluate("(link) => link.href")).endswith(f"/{PAGE}")
    visitor.open(PAGE)
    expect(page.get_by_role("heading", name="Vier vragen van eerder")).to_be_visible()
    assert violations(page) == []
    today = page.get_by_role("row").filter(has_text="Vandaag")
    expect(today).to_contain_text("4 vragen, 4 vragen mogen wachten")
    page.get_by_role("button", name="Stop met herhalen").click()
    expect(page.get_by_role("button", name="Begin weer met herhalen")).to_be_focused()
    expect(page.locator("leerpad-reviews .lp-question")).to_have_count(0)
    expect(offer).to_be_hidden()
    page.get_by_role("button", name="Begin weer met herhalen").click()
    expect(offer).to_be_visible()

    first = sit(page, 4)
    expect(page.get_by_role("heading", name="Klaar voor nu")).to_be_focused()
    expect(page.get_by_text("van 4 vragen goed.")).to_be_visible()
    assert violations(page) == []
    expect(today.get_by_role("cell").last).to_have_text("4 vragen mogen wachten")  # enough for today
    expect(offer).to_be_hidden()
    page.get_by_role("button", name="Nog een paar vragen").click()  # who wants to goes on
    second = [answer(page)]
    page.get_by_role("button", name="Stop met herhalen").click()
    page.reload()  # in the middle: what was answered is kept, the others are asked
    page.get_by_role("button", name="Begin weer met herhalen").click()
    second += sit(page, 3)
    assert sorted(first + second) == sorted([*CHECK, *(f"een-{number}" for number in range(1, 6))])
    expect(page.get_by_role("button", name="Nog een paar vragen")).to_have_count(0)
    expect(page.get_by_text("De volgende vragen komen:")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Dag 1").last).to_contain_text("van 8 goed")
    stored = visitor.stored("proefpad")
    assert {name: stored[name] for name in ("lessons", "quizzes")} == {
        name: json.loads(LEARNED)[name] for name in ("lessons", "quizzes")
    }
    assert set(stored["reviews"]) == {*first, *second}
    home.reload()
    expect(offer).to_be_hidden()
    expect(home.locator("leerpad-due")).to_have_js_property("hidden", True)


def test_a_review_says_what_is_missing_what_was_right_and_where_to_read(visitor: Visitor) -> None:
    reviewed = {name: {"results": "++++", "day": 1, "at": 1} for name in CHECK if name != "check-meer"}
    returned(visitor, progress("proefpad", ["een-a"], [], reviews=reviewed), "proefpad")
    page = visitor.open("index.html")
    page.get_by_role("link", name="Eén vraag van eerder").click()
    page.get_by_role("button", name="Controleer").click()
    expect(page.get_by_text("Je hebt hier nog niets gekozen.")).to_be_visible()
    for choice in ("A", "B"):
        page.get_by_label(choice, exact=True).check()
    page.get_by_role("button", name="Controleer").click()
    expect(page.get_by_text("Goed · 2 van 2 punten")).to_be_focused()
    expect(page.get_by_text("Reden van A.").first).to_be_visible()
    page.get_by_role("link", name="Les een A").last.click()  # the lesson where the check stands
    expect(page.get_by_role("heading", level=1)).to_have_text("Les een A")


def test_questions_that_did_not_load_are_left_for_another_time(visitor: Visitor) -> None:
    returned(visitor, LEARNED, "proefpad")
    visitor.context.route("**/reviews-een-*.js", lambda route: route.abort())
    page = visitor.open(PAGE)
    expect(page.get_by_text("De vragen konden niet worden geladen.")).to_be_visible()
    expect(page.get_by_role("button", name="Stop met herhalen")).to_be_visible()
    assert visitor.stored("proefpad").get("reviews", {}) == {}
    visitor.complaints.clear()


def test_two_tabs_that_ask_the_same_question_count_it_once(visitor: Visitor) -> None:
    returned(visitor, progress("proefpad", ["een-a"], []), "proefpad")
    page = visitor.open(PAGE)
    other = visitor.open(PAGE, visitor.tab())
    expect(other.locator("leerpad-reviews .lp-question")).to_be_visible()
    assert answer(page) == answer(other)
    assert [review["results"] for review in visitor.stored("proefpad")["reviews"].values()] in (["+"], ["-"])
