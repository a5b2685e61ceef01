"""The store while clocks are wrong: what was said last stands last."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from support.browser import choose, hand_in, question
from support.hypotheses import in_browser
from support.storage import in_store

if TYPE_CHECKING:
    from playwright.sync_api import Page
from support.browser import Visitor

TEST, LESSON = "een/toets-een.html", "een/een-b.html"
COURSE = "proefpad"
HOUR = 3_600_000
MONTH = 30 * 24 * HOUR

CLOCKS = """([said, clocks, long]) => {
  const kept = new Map(), tabs = [], heard = [];
  const backend = (tab) => ({
    long,
    read: (name) => kept.get(name) ?? null,
    write: (name, text) => {
      if (text === null) kept.delete(name);
      else kept.set(name, text);
      tabs.forEach((other, number) => number !== tab && heard.push(other));
    },
    listen: (run) => void (tabs[tab] = run),
  });
  const result = (at) => ({ started: at, finished: at, seed: 1, questions: [], retry: false, answers: {},
    outcome: { points: 1, max: 1, passed: true, questions: {} } });
  const real = Date.now;
  const stores = [0, 1, 2].map((tab) => new Leerpad.Store(backend(tab), "proefpad"));
  const last = {};
  let results = 0;
  try {
    said.forEach(([tab, part, value, isHeard], turn) => {
      Date.now = () => clocks[turn % clocks.length];
      stores[tab].update((progress, { put }) => {
        if (part === "name") put(progress, "name", { text: String(value) });
        else if (part === "lessons") put(progress.lessons, "x", { done: value % 2 === 0 });
        else if (part === "results") (progress.quizzes.toets ??= Leerpad.progress.map())[`poging-${tab}-${turn}`] = result(turn + 1);
        else put(progress.notes, "constructor", { text: String(value), prompt: "" });
      });
      last[part] = value;
      results += Number(part === "results");
      for (let turn = 0; isHeard && heard.length && turn < 1000; turn += 1) heard.shift()();
    });
    for (let turn = 0; heard.length && turn < 1000; turn += 1) heard.shift()();
  } finally { Date.now = real; }
  if (heard.length) return false; // a quarrel without end
  return [...stores, new Leerpad.Store(backend(3), "proefpad")].every(({ progress: { name, lessons, notes, quizzes } }) =>
    Object.keys(quizzes.toets ?? {}).length === results &&
    (last.name === undefined || name.text === String(last.name)) &&
    (last.lessons === undefined || lessons.x.done === (last.lessons % 2 === 0)) &&
    (last.notes === undefined || notes.constructor.text === String(last.notes)));
}"""
turns = st.tuples(
    st.integers(0, 2), st.sampled_from(["name", "lessons", "notes", "results"]), st.integers(0, 9), st.booleans()
)


@example(
    said=[(0, "name", 1, False), (1, "name", 2, False), (2, "name", 3, True)], clocks=[8_640_000_000_000_000], long=None
)
@example(said=[(0, "name", 1, False), (1, "results", 2, False), (0, "notes", 3, False)], clocks=[5], long=0)
@given(
    said=st.lists(turns, min_size=1, max_size=12),
    clocks=st.lists(st.integers(-5, 8_640_000_000_000_000), min_size=1),
    long=st.sampled_from([None, 0, 400]),
)
@settings(in_browser, max_examples=60)
def test_what_was_said_last_stands_last_whatever_the_clocks_say(
    still_page: Page, said: Any, clocks: Any, long: int | None
) -> None:
    """Also where what is long is kept in two texts."""
    assert still_page.evaluate(CLOCKS, [said, clocks, long])


def put_ahead(page: Page, by: int) -> None:
    """The clock of this page is wrong until it is loaded again."""
    page.evaluate("by => { const { now } = Date; Date.now = () => now() + by; }", by)


def test_a_test_failed_with_a_clock_a_month_ahead_can_be_taken_again(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    put_ahead(page, MONTH)
    hand_in(page, right=0)
    page.reload()
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    choose(page, "een-1", "Goed")
    expect(page.get_by_text("1 van 5 beantwoord")).to_be_visible()
    page.reload()
    hand_in(page)
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")


def test_an_answer_and_a_lesson_from_a_clock_an_hour_ahead_can_be_changed(visitor: Visitor) -> None:
    page, other = visitor.open(TEST), visitor.open(TEST, visitor.tab())
    put_ahead(page, HOUR)
    choose(page, "een-1", "Fout")
    page.evaluate("Leerpad.store.update(({ lessons }, { put }) => put(lessons, 'een-b', { done: true }))")
    visitor.open(LESSON).get_by_role("button", name="Toch niet afgerond").click()  # by now, its clock is right
    expect(page.get_by_role("button", name="Afronden en hier blijven")).to_be_visible()
    choose(visitor.open(TEST, page), "een-1", "Goed")
    expect(question(other, "een-1").get_by_label("Goed", exact=True)).to_be_checked()
    other.reload()
    for tab in (page, other):
        expect(question(tab, "een-1").get_by_label("Goed", exact=True)).to_be_checked()
    expect(visitor.open(LESSON).get_by_role("button", name="Afronden en hier blijven")).to_be_visible()


def test_a_note_from_the_end_of_time_can_be_written_anew(visitor: Visitor) -> None:
    note = {"text": "Oud", "prompt": "?", "at": 8_640_000_000_000_000}
    other = visitor.open("index.html", visitor.tab())
    visitor.open("index.html")
    visitor.store(
        COURSE, json.dumps({"version": 1, "course": COURSE, "lessons": {}, "quizzes": {}, "notes": {"x": note}})
    )
    in_store(other, "p.notes.x?.text === 'Oud'")
    page = visitor.open("index.html")
    page.evaluate("Leerpad.keepNote(Leerpad.store, 'x', 'Nieuw', '?')")
    in_store(other, "p.notes.x.text === 'Nieuw'")
    assert visitor.stored(COURSE)["notes"]["x"]["text"] == "Nieuw"
    assert visitor.open("index.html").evaluate("Leerpad.store.progress.notes.x.text") == "Nieuw"
