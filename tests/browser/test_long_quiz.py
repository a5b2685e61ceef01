"""A test of two hundred questions costs what is on the screen. Counted, never timed: see hooks/leerpad/docs/how-to-measure.md."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from bench.courses import as_course, made_levels
from bench.reactions import REMEMBER
from conftest import serve
from playwright.sync_api import expect
from support.trees import build_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page
    from support.browser import Visitor, Visitors

QUESTIONS = 200
AT_ONCE = 10
TEST = "niveau-0/toets-0.html"
ALIVE = ".lp-question > .lp-feedback"

# The browser finds no time by itself, only when the test says so. Counts reading and writing of progress.
HELD = """
  window.held = [];
  window.requestIdleCallback = (run) => held.push(run);
  window.release = () => { while (held.length) held.shift()(); };
  window.counted = { writes: 0, reads: 0, letters: 0 };
  const { setItem } = Storage.prototype, { parse } = JSON;
  Storage.prototype.setItem = function (...entry) {
    counted.writes += 1;
    counted.letters += entry[1].length;
    return setItem.apply(this, entry);
  };
  JSON.parse = (...text) => { counted.reads += 1; return parse(...text); };
"""


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred questions in one test, their choices in another order for each attempt."""
    course = as_course(made_levels(1, questions_in_test=QUESTIONS))
    shuffled = {name: text.replace("    choices:", "    shuffle: true\n    choices:") for name, text in course.items()}
    shuffled = {name: text.replace("mode: test\n", "mode: test\nview: all\n") for name, text in shuffled.items()}
    return build_site(tmp_path_factory.mktemp("long"), {**shuffled})


@pytest.fixture
def visitor(visitors: Visitors, long_site: Path) -> Visitor:
    visitor = visitors.arrive(long_site.as_uri())
    visitor.context.add_init_script(HELD)
    return visitor


def radio(page: Page, number: int) -> Locator:
    return page.locator(f"#question-toets-0-{number} input").nth(1)


def answered(page: Page, count: int) -> None:
    expect(page.get_by_text(f"{count} van {QUESTIONS} beantwoord")).to_be_attached()


def styled(browser: Browser) -> int:
    """How many elements had their style worked out since the tracing began, each as often as that was done."""
    events = json.loads(browser.stop_tracing())["traceEvents"]
    return sum(event["args"].get("elementCount", 0) for event in events if event["name"] == "UpdateLayoutTree")


def trace(page: Page, browser: Browser) -> None:
    browser.start_tracing(page=page, categories=["devtools.timeline"])


def test_only_what_is_near_the_screen_comes_to_life_and_answers_cost_what_they_change(
    visitor: Visitor, browser: Browser
) -> None:
    page = visitor.page
    trace(page, browser)
    visitor.open(TEST)
    expect(page.locator(ALIVE)).to_have_count(AT_ONCE)
    # Style is worked out once; the theme had all of it worked out four times more.
    assert 0 < styled(browser) < 1.25 * page.locator("*").count()
    page.evaluate("release()")
    expect(page.locator(ALIVE)).to_have_count(QUESTIONS)
    page.evaluate("document.body.offsetTop")
    trace(page, browser)
    page.evaluate("""() => {
      const { firstChild } = document.querySelector("article");
      firstChild.before("Boven ", document.createElement("p"), document.createElement("b"));
      return document.body.offsetTop;
    }""")
    assert 0 < styled(browser) < 7 * QUESTIONS  # of nine thousand
    page.reload()
    expect(page.locator(ALIVE)).to_have_count(AT_ONCE)
    # An answer given without pointer or focus counts before its question has come to life: as assistive technology
    # presses a choice, and speech fills in a form.
    value = radio(page, 150).input_value()
    chosen = page.locator(f"#question-toets-0-150 input[value='{value}']")  # it gets another place
    chosen.evaluate("input => input.click()")
    answered(page, 1)
    expect(chosen).to_be_checked()
    page.locator("#question-toets-0-120").scroll_into_view_if_needed()
    expect(page.locator("#question-toets-0-120 > .lp-feedback")).to_be_attached()
    radio(page, 120).check()
    answered(page, 2)
    assert page.locator(ALIVE).count() < QUESTIONS / 2
    page.evaluate("release()")
    expect(page.locator(ALIVE)).to_have_count(QUESTIONS)
    expect(radio(page, 120)).to_be_checked()
    page.wait_for_function("history.state?.top !== undefined")  # once the scrolling has ended
    page.reload()
    expect(radio(page, 120)).to_be_in_viewport()
    expect(radio(page, 120)).to_be_checked()
    page.evaluate("release()")
    expect(chosen).to_be_checked()
    # An answer writes once, reads nothing and restyles what it changed.
    radio(page, 1).check()
    before = page.evaluate("({...counted})")
    trace(page, browser)
    radio(page, 2).check()
    expect(page.get_by_text(f"4 van {QUESTIONS} beantwoord")).to_be_visible()
    assert 0 < styled(browser) < 100  # of some nine thousand
    after = page.evaluate("({...counted})")
    assert (after["writes"], after["reads"]) == (before["writes"] + 1, before["reads"])


FIRST, SECOND = "leerpad:proefpad", "leerpad:proefpad:lopend"  # names that an older script finds, and that stay
HISTORY = 50


def attempts_in(page: Page, key: str) -> list[dict[str, Any]] | None:
    """The attempts that stand in one of the two texts."""
    text: str | None = page.evaluate("key => localStorage.getItem(key)", key)
    return None if text is None else list(json.loads(text)["quizzes"].get("toets-0", {}).values())


def count_ongoing(page: Page, key: str) -> list[int]:
    """How many answers stand in each attempt that wasn't handed in."""
    return [len(one["answers"]) for one in attempts_in(page, key) or [] if one["finished"] is None]


NO_ROOM = """key => {
  const { setItem } = Storage.prototype;
  window.makeRoom = () => { Storage.prototype.setItem = setItem; };
  Storage.prototype.setItem = function (name, text) {
    if (name === key) throw new DOMException("no room", "QuotaExceededError");
    return setItem.call(this, name, text);
  };
}"""
OLDER_TAB = """key => {
  const whole = JSON.parse(localStorage.getItem(key)); // it knows of one text only
  whole.lessons["les-1"] = { done: true, at: 5 };
  localStorage.setItem(key, JSON.stringify(whole));
}"""


def test_after_fifty_attempts_an_answer_loses_nothing_and_writes_no_result_again(visitor: Visitor) -> None:
    """The test, begun anew by somebody who handed it in fifty times."""
    page = visitor.open(TEST)
    page.evaluate(REMEMBER, ["all", HISTORY])
    page.reload()
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    expect(page.locator("leerpad-quiz")).to_have_attribute("data-state", "draft")
    # An answer that has no room beside fifty attempts takes the place of the old text.
    page.evaluate(NO_ROOM, SECOND)
    radio(page, 1).check()
    answered(page, 1)
    assert attempts_in(page, SECOND) is None
    assert count_ongoing(page, FIRST) == [1]
    assert page.evaluate("[...Leerpad.store.problems]") == []
    page.evaluate("makeRoom()")
    # A tab of an older version loses no answer.
    radio(page, 2).check()
    page.evaluate(OLDER_TAB, FIRST)
    radio(page, 3).check()
    answered(page, 3)
    page.reload()
    answered(page, 3)
    assert page.evaluate("Leerpad.store.progress.lessons['les-1'].done")
    # An answer writes no result again.
    before = page.evaluate("({...counted})")
    for number in (4, 5, 6):
        radio(page, number).check()
    answered(page, 6)
    after = page.evaluate("({...counted})")
    assert after["reads"] == before["reads"]
    assert 0 < after["letters"] - before["letters"] < 30_000  # of 1.4 million
    assert [attempt["finished"] for attempt in attempts_in(page, SECOND) or []] == [None]
    assert count_ongoing(page, SECOND) == [6]
    tab = visitor.open(TEST, visitor.tab())  # as after a browser that was killed: both texts are there
    answered(tab, 6)
    radio(tab, 7).check()
    answered(page, 7)
    visitor.open("index.html", page)  # a page that goes makes one text of the two
    page.wait_for_function("key => localStorage.getItem(key) === null", arg=SECOND)
    assert len(attempts_in(page, FIRST) or []) == HISTORY + 1
    assert count_ongoing(page, FIRST) == [7]
    tab.get_by_role("button", name="Lever in").click()
    tab.get_by_role("button", name="Toch inleveren").click()
    expect(tab.locator(".lp-result-title")).to_be_visible()
    assert attempts_in(tab, SECOND) is None
    assert [attempt["finished"] is None for attempt in attempts_in(tab, FIRST) or []] == [False] * (HISTORY + 1)
    # A wipe leaves nothing of an answer.
    tab.get_by_role("button", name="Opnieuw, alle vragen").click()
    radio(tab, 1).check()
    assert attempts_in(tab, SECOND)
    tab.evaluate("Leerpad.store.wipe()")
    assert (attempts_in(tab, FIRST), attempts_in(tab, SECOND)) == ([], None)
    tab.reload()
    answered(tab, 0)


def test_handing_in_shows_the_first_answers_at_once_and_all_of_them_to_paper(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    expect(page.locator(ALIVE)).to_have_count(AT_ONCE)
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("button", name="Toch inleveren").click()
    expect(page.locator(".lp-result-title")).to_be_focused()
    expect(page.locator(".lp-locked")).to_have_count(AT_ONCE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # as before a print; all that paper would take long
    expect(page.locator(".lp-locked")).to_have_count(QUESTIONS)


def test_a_press_on_a_question_that_has_not_come_to_life_chooses_what_stands_under_the_finger(
    visitor: Visitor,
) -> None:
    """Its choices get their order when it does, and a press is a press only if they stay until the finger is up."""
    page = visitor.page
    page.add_init_script("IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };")
    visitor.open(TEST)
    height = page.evaluate("document.body.offsetHeight")
    pressed = {}
    for number in range(21, 27):
        choice = radio(page, number)
        pressed[number] = choice.input_value()
        choice.click()
    for number, value in pressed.items():
        expect(page.locator(f"#question-toets-0-{number} input:checked")).to_have_value(value)
        expect(page.locator(f"#question-toets-0-{number} > .lp-feedback")).to_be_attached()
    assert page.evaluate("document.body.offsetHeight") == height  # or what is pressed moves away while it is


TABS = 3
EACH = 40
AT_ONE_MOMENT = """([start, numbers]) => numbers.forEach((number, turn) => {
  const radio = document.querySelectorAll(`#question-toets-0-${number} input`)[1];
  setTimeout(() => radio.click(), start + turn * 5 - Date.now());
})"""


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, long_site: Path) -> Iterator[str]:
    if request.param == "file":
        yield long_site.as_uri()
        return
    with serve(long_site) as address:
        yield address


def renderers(browser: Browser) -> set[int]:
    """The processes that pages run in."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return {process["id"] for process in processes if process["type"] == "renderer"}


def test_three_processes_that_answer_in_the_same_milliseconds_lose_nothing(
    address: str, browser: Browser, visitors: Visitors
) -> None:
    """With bare clicks: no pointer, no focus, and no tab has heard of another's attempt when all begin."""
    visitor = visitors.arrive(address)
    before = renderers(browser)
    tabs = [visitor.open(TEST, visitor.page if number == 0 else visitor.tab()) for number in range(TABS)]
    assert len(renderers(browser) - before) >= TABS - 1  # the first tab was there already
    start = tabs[0].evaluate("Date.now()") + 500
    for number, tab in enumerate(tabs):
        tab.evaluate(AT_ONE_MOMENT, [start, [1 + number + TABS * turn for turn in range(EACH)]])
    for tab in tabs:
        tab.wait_for_function(
            "total => document.querySelectorAll('.lp-question input:checked').length === total", arg=TABS * EACH
        )
    stored = visitor.stored("proefpad")["quizzes"]["toets-0"].values()
    assert len({name for attempt in stored for name in attempt["answers"]}) == TABS * EACH
    tabs[0].reload()
    expect(tabs[0].get_by_text(f"{TABS * EACH} van {QUESTIONS} beantwoord")).to_be_attached()
