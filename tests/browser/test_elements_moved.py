"""An element can be moved in the page and taken out of it: what it showed stays, and nothing goes on listening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import choose, question

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page
    from support.browser import Visitor

CHECK, TEST = "een/een-a.html", "een/toets-een.html"
PLACES = {
    "path": "index.html",
    "intention": "index.html",
    "lesson": CHECK,
    "reviews": "herhalen.html",
    "plan": "mijn-actieplan.html",
    "notes": "mijn-notities.html",
    "progress": "mijn-voortgang.html",
    "certificate": "mijn-certificaten.html",
}
MOVE = "(name) => document.querySelector('h1').before(document.querySelector(name))"
REMOVE = "(name) => { window.away = document.querySelector(name); away.remove(); }"
BACK = "() => document.querySelector('h1').after(away)"
COUNT_FOLLOWERS = """() => {
  const { subscribe } = Leerpad.Store.prototype;
  window.signals = [];
  Leerpad.Store.prototype.subscribe = function (listener, signal) {
    signals.push(signal);
    return subscribe.call(this, listener, signal);
  };
}"""


def listeners(session: CDPSession) -> int:
    """How many listeners the window and the document have, as the browser counts them."""
    count = 0
    for name in ("window", "document"):
        found = session.send("Runtime.evaluate", {"expression": name})["result"]
        count += len(session.send("DOMDebugger.getEventListeners", {"objectId": found["objectId"]})["listeners"])
    return count


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


@pytest.mark.parametrize("name", PLACES)
def test_an_element_that_is_taken_out_follows_the_store_no_more(visitor: Visitor, name: str) -> None:
    page = visitor.open(PLACES[name])
    name = f"leerpad-{name}"
    page.wait_for_function("(name) => customElements.get(name) && document.readyState === 'complete'", arg=name)
    page.evaluate(COUNT_FOLLOWERS)
    page.evaluate(MOVE, name)
    page.evaluate(REMOVE, name)
    ended = page.evaluate("() => signals.map((signal) => signal?.aborted)")
    assert set(ended) == {True}  # also of an element within it
    page.evaluate(BACK)
    assert page.evaluate("() => signals.map((signal) => signal.aborted)") == ended + [False] * len(ended)
