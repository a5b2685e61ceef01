"""An element can be moved in the page and taken out of it: what it showed stays, and nothing goes on listening."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import choose, question
from support.handouts import handouts_course
from support.moved import BACK, MOVE, REMOVE, listeners
from support.plans import plan_files
from support.roles import role_files
from support.scans import scan_course
from support.splits import split_course
from support.trees import build_site, rich_course

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

CHECK, TEST, PLAN = "een/een-a.html", "een/toets-een.html", "mijn-actieplan.html"
COURSES: dict[str, Callable[[], dict[str, str | bytes]]] = {
    "small": lambda: {**rich_course()},
    "plan": plan_files,
    "roles": role_files,
    "scan": lambda: {**scan_course()},
    "split": lambda: {**split_course()},
    "handouts": lambda: {**handouts_course()},
}
"""Courses whose sites other tests have built already, when all tests run."""
FOLLOW_NOTHING = {"leerpad-session", "leerpad-results"}  # they wait for somebody to open what stands in them
PLACES = {
    "path": ("small", "index.html"),
    "intention": ("small", "index.html"),
    "lesson": ("small", CHECK),
    "reviews": ("small", "herhalen.html"),
    "plan": ("small", PLAN),
    "notes": ("small", "mijn-notities.html"),
    "progress": ("small", "mijn-voortgang.html"),
    "results": ("small", "mijn-voortgang.html"),
    "certificate": ("small", "mijn-certificaten.html"),
    "actions": ("plan", CHECK),
    "calendar": ("plan", PLAN),
    "talk": ("plan", PLAN),
    "roles": ("roles", CHECK),
    "role": ("roles", "mijn-voortgang.html"),
    "scan": ("scan", "scan.html"),
    "team": ("scan", "teambeeld.html"),
    "predict": ("split", CHECK),
    "recall": ("split", CHECK),
    "session": ("handouts", "drie/sessie-terugkijken.html"),
}
COUNT_FOLLOWERS = """() => {
  const { subscribe } = Leerpad.Store.prototype;
  window.signals = [];
  Leerpad.Store.prototype.subscribe = function (listener, signal) {
    signals.push(signal);
    return subscribe.call(this, listener, signal);
  };
}"""


def open_live(visitor: Visitor, path: str) -> Page:
    page = visitor.open(path)
    expect(page.locator("leerpad-quiz.lp-live")).to_be_attached()
    return page


def test_a_quiz_that_is_moved_keeps_its_answers_and_takes_more(visitor: Visitor) -> None:
    page = open_live(visitor, TEST)
    choose(page, "een-1", "Goed")
    page.evaluate(MOVE, "leerpad-quiz")
    expect(question(page, "een-1").get_by_label("Goed", exact=True)).to_be_checked()
    for number in range(2, 6):
        choose(page, f"een-{number}", "Goed")
    expect(page.get_by_text("5 van 5 beantwoord")).to_be_visible()
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title", has_text="Geslaagd")).to_be_focused()
    assert len(visitor.stored("proefpad")["quizzes"]["toets-een"]) == 1


@pytest.mark.parametrize("path", [CHECK, TEST])
def test_a_quiz_that_is_taken_out_leaves_no_listener(visitor: Visitor, path: str) -> None:
    page = open_live(visitor, path)
    page.evaluate("() => new Promise((here) => Leerpad.later.run(here))")  # what comes late listens too
    session = page.context.new_cdp_session(page)
    there = listeners(session)
    page.evaluate(MOVE, "leerpad-quiz")
    assert listeners(session) == there
    page.evaluate(REMOVE, "leerpad-quiz")
    away = listeners(session)
    assert away < there
    page.evaluate(BACK)
    assert listeners(session) == there
    page.evaluate(REMOVE, "leerpad-quiz")
    assert listeners(session) == away


def test_a_quiz_that_was_away_shows_what_was_answered_meanwhile(visitor: Visitor) -> None:
    page = open_live(visitor, TEST)
    choose(page, "een-1", "Goed")
    other = visitor.open(TEST, visitor.tab())
    page.evaluate(REMOVE, "leerpad-quiz")
    choose(other, "een-2", "Goed")
    page.wait_for_function(
        "() => Object.values(Leerpad.store.progress.quizzes['toets-een'])[0].answers['een-2'] !== undefined"
    )
    assert "1 van 5" in page.evaluate("() => away.querySelector('.lp-count').textContent")  # it heard nothing
    page.evaluate(BACK)
    expect(page.get_by_text("2 van 5 beantwoord")).to_be_visible()
    expect(question(page, "een-2").get_by_label("Goed", exact=True)).to_be_checked()


@pytest.fixture(scope="module")
def site_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The site of a course, by its name above."""
    return cache(lambda name: build_site(tmp_path_factory.mktemp(name), COURSES[name]()))


@pytest.mark.parametrize("name", PLACES)
def test_an_element_that_is_taken_out_leaves_nothing_and_comes_back_as_it_was(
    visitors: Visitors, site_of: Callable[[str], Path], name: str
) -> None:
    course, path = PLACES[name]
    page = visitors.arrive(site_of(course).as_uri()).open(path)
    name = f"leerpad-{name}"
    page.wait_for_function("(name) => customElements.get(name) && document.readyState === 'complete'", arg=name)
    page.evaluate("() => new Promise((here) => Leerpad.later.run(here))")
    session = page.context.new_cdp_session(page)
    there, said = listeners(session), page.locator(name).first.text_content()
    page.evaluate(COUNT_FOLLOWERS)
    page.evaluate(MOVE, name)
    assert (listeners(session), page.locator(name).first.text_content()) == (there, said)
    page.evaluate(REMOVE, name)
    away = listeners(session)
    ended = page.evaluate("() => signals.map((signal) => signal?.aborted)")
    assert set(ended) <= {True}  # also of an element within it
    assert (not ended and away == there) == (name in FOLLOW_NOTHING)
    page.evaluate(BACK)
    assert page.evaluate("() => signals.map((signal) => signal.aborted)") == ended + [False] * len(ended)
    assert (listeners(session), page.locator(name).first.text_content()) == (there, said)
    page.evaluate(REMOVE, name)
    assert listeners(session) == away
