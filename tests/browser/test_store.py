"""The store: clocks that are wrong, tabs that write at once, other versions of the site, storage that comes and goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from support.browser import choose, hand_in, question
from support.storage import FILL

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor

TEST, LESSON = "een/toets-een.html", "een/een-b.html"
COURSE = "proefpad"
KEY = f"leerpad:{COURSE}"
HOUR = 3_600_000
MONTH = 30 * 24 * HOUR

in_browser = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


def in_store(page: Page, expression: str) -> None:
    """Wait until the page itself knows this of its progress `p`."""
    page.wait_for_function(f"() => ((p) => {expression})(Leerpad.store.progress)")


def attempts(visitor: Visitor) -> list[Any]:
    return list(visitor.stored(COURSE)["quizzes"]["toets-een"].values())


# --- clocks ------------------------------------------------------------------------------------------------------------

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
@in_browser
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
    put_ahead(visitor.open(LESSON), HOUR)
    page.get_by_role("button", name="Afronden en hier blijven").click()
    page.reload()
    page.get_by_role("button", name="Toch niet afgerond").click()
    expect(page.get_by_role("button", name="Afronden en hier blijven")).to_be_visible()
    choose(visitor.open(TEST, page), "een-1", "Goed")
    expect(question(other, "een-1").get_by_label("Goed", exact=True)).to_be_checked()
    for tab in (page, other):
        tab.reload()
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


# --- other versions of the site ------------------------------------------------------------------------------------------


def later_document(known: Any) -> Any:
    """The document as a later version would keep it: with more at every level, and kinds of records that we can't read."""
    made = json.loads(json.dumps(known))
    made |= {"version": 2, "bookmarks": {"a": {"at": 5, "page": "x"}}, "theme": "dark", "visits": 3}
    made["lessons"]["een-b"]["minutes"] = 4
    made["lessons"]["een-a"] = {"state": "half", "at": 7}
    made["notes"]["bestaat"] = {"text": "Tekst", "prompt": "?", "at": 6, "mood": {"happy": [1, 2]}}
    (attempt,) = made["quizzes"]["toets-een"].values()
    attempt["pace"] = {"q": [1, {"constructor": 2}]}
    attempt["answers"]["een-1"]["sure"] = True
    attempt["answers"]["een-9"] = {"words": ["a"]}
    made["quizzes"]["toets-een"]["anders"] = {"form": "new"}
    made["quizzes"]["toets-drie"] = {"x": {"form": "new"}}
    return made


def without_times(document: Any) -> Any:
    return json.loads(json.dumps(document), object_hook=lambda part: {k: v for k, v in part.items() if k != "at"})


@pytest.fixture
def later(visitor: Visitor) -> Any:
    choose(visitor.open(TEST), "een-1", "Goed")
    visitor.open(LESSON).get_by_role("button", name="Afronden en hier blijven").click()
    visitor.page.evaluate("Leerpad.keepNote(Leerpad.store, 'bestaat', 'Tekst', '?')")
    return later_document(visitor.stored(COURSE))


def test_parts_of_a_later_version_are_still_there_after_every_click(later: Any, visitor: Visitor) -> None:
    visitor.store(COURSE, json.dumps(later))
    page = visitor.open(TEST)
    choose(page, "een-1", "Fout")
    choose(page, "een-2", "Goed")
    page.evaluate("Leerpad.settings.set(Leerpad.store, 'quiz-view', 'one')")
    visitor.open(LESSON).get_by_role("button", name="Toch niet afgerond").click()
    page.evaluate("Leerpad.keepNote(Leerpad.store, 'bestaat', 'Anders', '?')")
    after = without_times(visitor.stored(COURSE))
    expected = without_times(later)
    expected["lessons"]["een-b"]["done"] = False
    expected["notes"]["bestaat"]["text"] = "Anders"
    expected["settings"] = {"quiz-view": {"value": "one"}}
    name = next(name for name, attempt in expected["quizzes"]["toets-een"].items() if "seed" in attempt)
    now, was = after["quizzes"]["toets-een"][name]["answers"], expected["quizzes"]["toets-een"][name]["answers"]
    assert now["een-1"].pop("value") != was["een-1"].pop("value")
    assert now.pop("een-2")
    assert after == expected


def test_a_later_and_an_older_version_write_in_one_document(later: Any, visitor: Visitor) -> None:
    """Three tabs: two of ours, and one of a later version, which adds to its own parts meanwhile."""
    one, two, newer = visitor.open(TEST), visitor.open(TEST, visitor.tab()), visitor.open("index.html", visitor.tab())
    put = "([key, text]) => localStorage.setItem(key, text)"
    newer.evaluate(put, [KEY, json.dumps(later)])
    in_store(two, "p.version === 2")
    choose(one, "een-3", "Goed")
    in_store(two, "Object.values(p.quizzes['toets-een']).some(({ answers }) => answers['een-3'])")
    document = visitor.stored(COURSE)
    document["visits"] = 4
    document["bookmarks"]["a"] = {"at": 9, "page": "y"}
    newer.evaluate(put, [KEY, json.dumps(document)])
    in_store(one, "p.unread.visits === 4")
    choose(two, "een-4", "Goed")
    in_store(one, "Object.values(p.quizzes['toets-een']).some(({ answers }) => answers['een-4'])")
    stored = visitor.stored(COURSE)
    assert (stored["visits"], stored["bookmarks"]["a"]["page"], stored["version"]) == (4, "y", 2)
    assert stored["lessons"]["een-a"] == {"state": "half", "at": 7}
    (draft,) = [attempt for attempt in stored["quizzes"]["toets-een"].values() if "seed" in attempt]
    assert set(draft["answers"]) == {"een-1", "een-3", "een-4", "een-9"}


def test_an_older_version_beside_this_one_loses_nothing_and_starts_no_quarrel(visitor: Visitor) -> None:
    """It writes no mark of a wipe and drops what it doesn't know, as the first versions did."""
    page, old = visitor.open(TEST), visitor.open("index.html", visitor.tab())
    page.evaluate("Leerpad.store.wipe()")
    choose(page, "een-1", "Goed")
    document = visitor.stored(COURSE)
    del document["wiped"]
    document["lessons"]["een-a"] = {"done": True, "at": 5}
    count(page)
    old.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(document)])
    in_store(page, "p.lessons['een-a']?.done")
    expect(page.get_by_text("1 van 5 beantwoord")).to_be_visible()
    assert page.evaluate("written") <= 1
    assert visitor.stored(COURSE)["lessons"]["een-a"]["done"]


def test_a_tab_of_a_later_version_fills_no_storage_with_copies(later: Any, visitor: Visitor) -> None:
    page, newer = visitor.open("index.html"), visitor.open("index.html", visitor.tab())
    for visits in range(20):
        newer.evaluate(
            "([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps({**later, "visits": visits})]
        )
        in_store(page, f"p.unread.visits === {visits}")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':kopie-')).length") == 1
    assert json.loads(page.evaluate("Leerpad.store.copies()[0]"))["visits"] == 0


def test_copies_of_damaged_texts_are_few_and_old_names_are_found(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    page.evaluate("key => { for (const n of ['abc', 'x1y']) localStorage.setItem(`${key}:kopie-${n}`, n); }", KEY)
    for number in range(8):
        visitor.open("index.html")
        visitor.store(COURSE, f"kapot {number}")
    page = visitor.open("mijn-voortgang.html")
    copies = page.evaluate("Leerpad.store.copies()")
    assert (len(copies), set(copies) >= {"abc", "x1y", "kapot 7"}) == (5, True)
    # By these names an older script in another tab, or in an offline cache, finds them, and takes them away.
    keys = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('leerpad:'))")
    assert set(keys) == {KEY, *(f"{KEY}:kopie-{number}" for number in range(1, 6))}
    page.evaluate("Leerpad.store.wipe()")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':kopie-'))") == []


@pytest.mark.parametrize("part", [{"a": "x" * 600_000}, json.loads("[" * 40 + "]" * 40)], ids=["large", "deep"])
def test_what_is_strange_and_too_much_is_copied_aside_and_left_out(part: Any, visitor: Visitor) -> None:
    visitor.open("index.html")
    text = json.dumps({"version": 1, "course": COURSE, "lessons": {}, "quizzes": {}, "more": part})
    visitor.store(COURSE, text)
    page = visitor.open(LESSON)
    page.get_by_role("button", name="Afronden en hier blijven").click()
    assert "more" not in visitor.stored(COURSE)
    assert page.evaluate("Leerpad.store.copies()") == [text]


# --- storage that comes and goes -------------------------------------------------------------------------------------------


def count(page: Page) -> None:
    page.evaluate("""() => {
      window.written = 0;
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (...entry) { written += 1; return setItem.apply(this, entry); };
    }""")


def test_six_tabs_that_all_answer_write_no_storm(visitor: Visitor) -> None:
    tabs = [visitor.open(LESSON, visitor.page if number == 0 else visitor.tab()) for number in range(6)]
    for tab in tabs:
        count(tab)
    said = """([start, n]) => [0, 1, 2, 3, 4].forEach((turn) =>
      setTimeout(() => Leerpad.keepNote(Leerpad.store, `note-${n}-${turn}`, 'x', '?'), start + turn - Date.now()))"""
    start = tabs[0].evaluate("Date.now()") + 500
    for number, tab in enumerate(tabs):
        tab.evaluate(said, [start, number])
    for tab in tabs:
        in_store(tab, "Object.keys(p.notes).length === 30")
    tabs[0].evaluate("Leerpad.keepNote(Leerpad.store, 'end', 'x', '?')")
    for tab in tabs:
        in_store(tab, "p.notes.end")
    assert sum(tab.evaluate("written") for tab in tabs) <= 31 * 6  # to each write, one answer of each other tab


def test_storage_that_another_page_cleared_is_put_back(visitor: Visitor) -> None:
    page, other = visitor.open(TEST), visitor.open("index.html", visitor.tab())
    choose(page, "een-1", "Goed")
    other.evaluate("localStorage.clear()")
    other.wait_for_function("key => localStorage.getItem(key)?.includes('een-1')", arg=KEY)
    choose(page, "een-2", "Goed")
    page.reload()
    expect(page.get_by_text("2 van 5 beantwoord")).to_be_visible()


def test_a_wipe_stays_a_wipe_for_tabs_that_did_not_hear_of_it(visitor: Visitor) -> None:
    page, other = visitor.open(TEST), visitor.open(TEST, visitor.tab())
    choose(other, "een-1", "Goed")
    expect(page.get_by_text("1 van 5 beantwoord")).to_be_visible()
    other.evaluate("window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    other.evaluate("""() => { const { getItem } = Storage.prototype, stale = localStorage.getItem('leerpad:proefpad');
      window.wake = () => { Storage.prototype.getItem = getItem; };
      Storage.prototype.getItem = () => stale; }""")
    page.evaluate("Leerpad.store.wipe()")
    choose(other, "een-2", "Goed")  # at the same moment: it writes all it knows
    expect(page.get_by_text("0 van 5 beantwoord")).to_be_visible()
    page.wait_for_function("key => !localStorage.getItem(key).includes('een-1')", arg=KEY)
    other.evaluate("wake(), dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(other.get_by_text("0 van 5 beantwoord")).to_be_visible()


def test_a_copy_from_before_a_wipe_can_be_put_back(visitor: Visitor, tmp_path: Path) -> None:
    choose(visitor.open(TEST), "een-1", "Goed")
    visitor.save_copy(tmp_path / "kopie.json")
    visitor.page.evaluate("Leerpad.store.wipe()")
    visitor.restore(tmp_path / "kopie.json")
    expect(visitor.page.get_by_text("De kopie is teruggezet.")).to_be_visible()
    expect(visitor.open(TEST).get_by_text("1 van 5 beantwoord")).to_be_visible()


@pytest.mark.parametrize("when", ["after a while", "on leaving", "on coming back"])
def test_what_was_done_while_storage_was_full_is_kept_once_there_is_room(when: str, visitor: Visitor) -> None:
    visitor.open(LESSON).get_by_role("button", name="Afronden en hier blijven").click()
    visitor.page.evaluate(FILL)
    visitor.page.clock.install()
    page = visitor.open(TEST)
    choose(page, "een-1", "Goed")
    expect(page.get_by_text("De opslag van deze browser is vol.")).to_be_visible()
    page.evaluate("localStorage.removeItem('vulling')")
    if when == "after a while":
        page.clock.run_for(6_000)
        expect(page.get_by_text("De opslag van deze browser is vol.")).to_be_hidden()
    elif when == "on coming back":
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        expect(page.get_by_text("De opslag van deze browser is vol.")).to_be_hidden()
    else:
        visitor.open("index.html")
    assert list(attempts(visitor)[0]["answers"]) == ["een-1"]


def test_a_write_that_another_tab_overwrote_comes_with_the_next_one(visitor: Visitor) -> None:
    """Also before the browser has said that it was overwritten."""
    page = visitor.open(TEST)
    choose(page, "een-1", "Goed")
    page.evaluate(
        "key => localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), quizzes: {} }))",
        KEY,
    )
    choose(page, "een-2", "Goed")
    assert set(attempts(visitor)[0]["answers"]) == {"een-1", "een-2"}


# --- limits ----------------------------------------------------------------------------------------------------------------


def test_a_note_of_more_letters_than_fit_is_kept_as_far_as_it_fits_and_said_so(
    visitor: Visitor,
) -> None:
    """A browser stops who types. What a script puts there is cut by the store: what is on the screen is what comes back."""
    page = visitor.open("een/een-a.html")
    page.evaluate("Leerpad.keepNote(Leerpad.store, 'lang', 'x'.repeat(20_001), '?')")
    page.evaluate("Leerpad.settings.set(Leerpad.store, 'quiz-view', 'all')")
    page.reload()
    assert page.evaluate("[Leerpad.store.progress.notes.lang.text.length, Leerpad.store.problems.size]") == [20_000, 0]


@pytest.mark.parametrize("name", ["constructor", "__proto__", "toString"])
def test_a_name_that_means_something_to_javascript_is_just_a_name(name: str, still_page: Page) -> None:
    script = """(name) => {
      const { attempt, words, questions, progress } = Leerpad;
      const question = { id: name, type: "single_choice", revision: "r", points: 1, correct: "a", lesson: null };
      const draft = attempt.start({ draw: null, shuffle: false }, [question]);
      const outcome = attempt.score(draft, new Map([[name, question]]), null);
      const { progress: read } = progress.parse({ version: 1, course: "proefpad", lessons: {}, quizzes: {}, scans: { a: {} } }, "proefpad");
      const gaps = { [name]: { accept: ["goed"], typos: 0 }, ander: { accept: ["goed"], typos: 0 } };
      const typed = questions.fill_in.score({ points: 2, gaps, reject: { ander: [["fout"]] } }, { ander: "goed" });
      let said = false;
      try { words.text(name); said = true; } catch {}
      return [questions[name] === undefined, attempt.judge({ ...draft, outcome }, question).state, said, typed.points,
        ["lessons", "quizzes", "notes", "predictions", "scans", "pastScans", "shown", "opened", "plan", "looks", "talk", "settings", "unread"].every((part) => read[part][name] === undefined),
        read.scans.a[name] === undefined, Leerpad.path.best(read, name), Leerpad.path.lessonDone(read, name)];
    }"""
    assert still_page.evaluate(script, name) == [True, "unanswered", False, 1, True, True, None, False]


# --- drafts --------------------------------------------------------------------------------------------------------------


def test_a_draft_whose_questions_are_gone_does_not_lock_the_test(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    hand_in(page, right=0)
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    document = visitor.stored(COURSE)
    for attempt in document["quizzes"]["toets-een"].values():
        attempt["questions"] = ["weg"] if attempt["finished"] is None else attempt["questions"]
        attempt["retry"] = attempt["finished"] is None
    visitor.store(COURSE, json.dumps(document))
    page = visitor.open(TEST, visitor.tab())
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    hand_in(page)
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")
    assert [attempt.get("closed", False) for attempt in attempts(visitor) if attempt["finished"] is None] == [True]


def test_a_test_of_which_all_questions_were_replaced_can_be_taken(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    hand_in(page, right=0)
    document = visitor.stored(COURSE)
    (old,) = document["quizzes"]["toets-een"].values()
    old |= {"questions": ["weg", "ook-weg"], "answers": {}}
    draft = {**old, "started": old["started"] + 1, "finished": None, "outcome": None}
    document["quizzes"]["toets-een"]["draft"] = draft
    visitor.store(COURSE, json.dumps(document))
    page = visitor.open(TEST, visitor.tab())
    hand_in(page)
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")


def test_two_tabs_that_begin_at_the_same_moment_go_on_with_one_draft(visitor: Visitor) -> None:
    """As it is in storage when neither tab had heard of the other."""
    choose(visitor.open(TEST), "een-1", "Goed")
    document = visitor.stored(COURSE)
    ((_, draft),) = document["quizzes"]["toets-een"].items()
    answer = draft["answers"]["een-1"]
    other = {**draft, "seed": 5, "answers": {"een-1": {**answer, "at": 1}, "een-2": answer, "een-3": answer}}
    document["quizzes"]["toets-een"]["ander"] = other
    visitor.store(COURSE, json.dumps(document))
    page, tab = visitor.open(TEST, visitor.tab()), visitor.open(TEST, visitor.tab())
    for seen in (page, tab):
        expect(seen.get_by_text("3 van 5 beantwoord")).to_be_visible()
    choose(page, "een-4", "Goed")
    expect(tab.get_by_text("4 van 5 beantwoord")).to_be_visible()
    choose(tab, "een-5", "Goed")
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_be_visible()
    (result,) = [attempt for attempt in attempts(visitor) if attempt["finished"] is not None]
    assert len(result["answers"]) == 5
    page.get_by_role("button", name="Opnieuw, alle vragen").first.click()
    expect(page.get_by_text("0 van 5 beantwoord")).to_be_visible()


def test_one_event_tells_that_an_attempt_is_finished(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    page.evaluate("window.told = []; addEventListener('leerpad-finished', ({ detail }) => told.push(detail.quiz))")
    hand_in(page)
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")
    assert page.evaluate("told") == ["toets-een"]
