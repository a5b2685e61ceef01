"""An element can be moved in the page and taken out of it: what it showed stays, and nothing goes on listening."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect
from support.browser import choose, question
from support.handouts import handouts_course
from support.moved import BACK, LISTENERS, MOVE, REMOVE
from support.roles import role_files
from support.splits import split_course
from support.trees import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import CDPSession, Page
    from support.browser import Visitor, Visitors

CHECK, TEST, PLAN = "een/een-a.html", "een/toets-een.html", "mijn-actieplan.html"
FOLLOW_NOTHING = {"leerpad-session", "leerpad-results"}  # they wait for somebody to open what stands in them
PLACES = {
    ("small", "index.html"): ("path", "intention"),
    ("small", CHECK): ("lesson", "quiz"),
    ("small", TEST): ("quiz",),
    ("small", "herhalen.html"): ("reviews",),
    ("small", PLAN): ("plan",),
    ("small", "mijn-notities.html"): ("notes",),
    ("small", "mijn-voortgang.html"): ("progress", "results"),
    ("small", "mijn-certificaten.html"): ("certificate",),
    ("plan", CHECK): ("actions",),
    ("plan", PLAN): ("calendar", "talk"),
    ("roles", CHECK): ("roles",),
    ("roles", "mijn-voortgang.html"): ("role",),
    ("scan", "scan.html"): ("scan",),
    ("scan", "teambeeld.html"): ("team",),
    ("split", CHECK): ("predict", "recall"),
    ("handouts", "drie/sessie-terugkijken.html"): ("session",),
}
COUNT_FOLLOWERS = """() => {
  const { subscribe } = Leerpad.Store.prototype;
  window.signals = [];
  Leerpad.Store.prototype.subscribe = function (listener, signal) {
    signals.push(signal);
    return subscribe.call(this, listener, signal);
  };
}"""


def test_a_quiz_keeps_its_answers_when_moved_and_shows_those_given_while_it_was_away(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    expect(page.locator("leerpad-quiz.lp-live")).to_be_attached()
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
    page.evaluate(MOVE, "leerpad-quiz")
    for number in (1, 2):
        expect(question(page, f"een-{number}").get_by_label("Goed", exact=True)).to_be_checked()
    for number in (3, 4, 5):  # and it takes more
        choose(page, f"een-{number}", "Goed")
    expect(page.get_by_text("5 van 5 beantwoord")).to_be_visible()
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title", has_text="Geslaagd")).to_be_focused()
    assert len(visitor.stored("proefpad")["quizzes"]["toets-een"]) == 1


class State(NamedTuple):
    """How many listen to the window and the document, what an element says, and which followers have ended."""

    listeners: int
    said: str
    ended: list[bool | None]


def state(session: CDPSession, name: str) -> State:
    signals = "signals.map((signal) => signal?.aborted ?? null)"
    asked = f"[{LISTENERS}, (document.querySelector({name!r}) ?? away).textContent, {signals}]"
    told = session.send("Runtime.evaluate", {"expression": asked, "includeCommandLineAPI": True, "returnByValue": True})
    return State(*told["result"]["value"])


def traces_of(page: Page, session: CDPSession, name: str) -> list[str]:
    """What goes wrong where an element is moved, taken out, put back, and taken out again."""

    def after(script: str) -> State:
        page.evaluate(script, name)
        return state(session, name)

    page.wait_for_function("(name) => customElements.get(name) && document.readyState === 'complete'", arg=name)
    there = after("() => { window.signals = []; }")
    moved, away, back, gone = after(MOVE), after(REMOVE), after(BACK), after(REMOVE)
    page.evaluate(BACK)
    holds = {
        "moved, it is as it was": moved[:2] == there[:2],
        "what followed has ended, also of an element within it": set(away.ended) <= {True},
        "it follows something": (not away.ended and away.listeners == there.listeners) == (name in FOLLOW_NOTHING),
        "a quiz takes its listeners along": name != "leerpad-quiz" or away.listeners < there.listeners,
        "back, it follows again": back.ended == away.ended + [False] * len(away.ended),
        "back, it is as it was": back[:2] == there[:2],
        "away again, it leaves no more than before": gone.listeners == away.listeners,
    }
    return [promise for promise, is_kept in holds.items() if not is_kept]


@pytest.fixture(scope="module")
def sites(
    tmp_path_factory: pytest.TempPathFactory, small_site: Path, plan_site: Path, scan_site: Path
) -> dict[str, Path]:
    """The sites of the courses, by the names above: of those that other tests build too, when all tests run."""
    made = {"roles": role_files(), "split": {**split_course()}, "handouts": handouts_course()}
    others = {name: build_site(tmp_path_factory.mktemp(name), files) for name, files in made.items()}
    return {"small": small_site, "plan": plan_site, "scan": scan_site, **others}


def test_an_element_that_is_taken_out_leaves_no_listener_and_comes_back_as_it_was(
    visitors: Visitors, sites: dict[str, Path]
) -> None:
    """One visitor goes round all sites."""
    visitor = visitors.arrive(sites["small"].as_uri())
    session = visitor.context.new_cdp_session(visitor.page)
    found: dict[tuple[str, str, str], list[str]] = {}
    for (course, path), names in PLACES.items():
        visitor.address = sites[course].as_uri()
        page = visitor.open(path)
        if "quiz" in names:
            expect(page.locator("leerpad-quiz.lp-live")).to_be_attached()
        page.evaluate("() => new Promise((here) => Leerpad.later.run(here))")  # what comes late listens too
        page.evaluate(COUNT_FOLLOWERS)
        found |= {(course, path, name): traces_of(page, session, f"leerpad-{name}") for name in names}
    assert {place: traces for place, traces in found.items() if traces} == {}
