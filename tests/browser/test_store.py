"""The store: storage that comes and goes, tabs that write at once, what fits, and drafts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.browser import choose, hand_in
from support.learners import QUIET, progress, returned
from support.storage import FILL, count_writes, in_store

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor

TEST, LESSON = "een/toets-een.html", "een/een-b.html"
COURSE = "proefpad"
KEY = f"leerpad:{COURSE}"


def attempts(visitor: Visitor) -> list[Any]:
    return list(visitor.stored(COURSE)["quizzes"]["toets-een"].values())


# --- storage that comes and goes --------------------------------------------------------------------------------------


def test_six_tabs_that_all_answer_write_no_storm(visitor: Visitor) -> None:
    tabs = [visitor.open(LESSON, visitor.page if number == 0 else visitor.tab()) for number in range(6)]
    for tab in tabs:
        count_writes(tab)
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


def test_storage_that_another_page_overwrote_or_cleared_is_put_back_but_a_wipe_stays_a_wipe(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    choose(page, "een-1", "Goed")
    # A write that another tab overwrote comes with the next one, also before the browser has said that it was overwritten.
    page.evaluate(
        "key => localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), quizzes: {} }))",
        KEY,
    )
    choose(page, "een-2", "Goed")
    assert set(attempts(visitor)[0]["answers"]) == {"een-1", "een-2"}

    other = visitor.open(TEST, visitor.tab())
    expect(other.get_by_text("2 van 5 beantwoord")).to_be_visible()
    other.evaluate("localStorage.clear()")
    other.wait_for_function("key => localStorage.getItem(key)?.includes('een-1')", arg=KEY)
    choose(page, "een-3", "Goed")
    page.reload()
    expect(page.get_by_text("3 van 5 beantwoord")).to_be_visible()

    # A wipe stays one for tabs that did not hear of it.
    expect(other.get_by_text("3 van 5 beantwoord")).to_be_visible()
    other.evaluate("window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true)")
    other.evaluate("""() => { const { getItem } = Storage.prototype, stale = localStorage.getItem('leerpad:proefpad');
      window.wake = () => { Storage.prototype.getItem = getItem; };
      Storage.prototype.getItem = () => stale; }""")
    page.evaluate("Leerpad.store.wipe()")
    choose(other, "een-4", "Goed")  # at the same moment: it writes all it knows
    expect(page.get_by_text("0 van 5 beantwoord")).to_be_visible()
    page.wait_for_function("key => !localStorage.getItem(key).includes('een-1')", arg=KEY)
    other.evaluate("wake(), dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(other.get_by_text("0 van 5 beantwoord")).to_be_visible()


def test_a_copy_from_before_a_wipe_can_be_put_back(visitor: Visitor, tmp_path: Path) -> None:
    choose(visitor.open(TEST), "een-1", "Goed")
    visitor.save_copy(tmp_path / "kopie.json")
    page = visitor.page
    page.evaluate("Leerpad.store.wipe()")
    page.set_input_files("input[type=file]", tmp_path / "kopie.json")
    expect(page.get_by_text("De kopie is teruggezet.")).to_be_visible()
    expect(visitor.open(TEST).get_by_text("1 van 5 beantwoord")).to_be_visible()


def test_what_was_done_while_storage_was_full_is_kept_once_there_is_room(visitor: Visitor) -> None:
    visitor.page.clock.install()
    page = visitor.open(TEST)
    full = page.get_by_text("De opslag van deze browser is vol.")
    given = []
    for number, when in enumerate(("after a while", "on coming back", "on leaving"), start=1):
        page.evaluate(FILL)
        choose(page, f"een-{number}", "Goed")
        expect(full).to_be_visible()
        page.evaluate("localStorage.removeItem('vulling')")
        if when == "after a while":
            page.clock.run_for(6_000)
        elif when == "on coming back":
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        else:
            visitor.open(QUIET)
        expect(full).to_be_hidden()
        given.append(f"een-{number}")
        assert list(attempts(visitor)[0]["answers"]) == given, when


# --- limits -----------------------------------------------------------------------------------------------------------


def test_a_note_of_more_letters_than_fit_is_kept_as_far_as_it_fits_and_said_so(still_page: Page) -> None:
    """A browser stops who types. What a script puts there is cut by the store: what is on the screen is what comes back."""
    script = """() => {
      const backend = Leerpad.backends.memory();
      const store = new Leerpad.Store(backend, "proefpad");
      Leerpad.keepNote(store, "lang", "x".repeat(20_001), "?");
      Leerpad.settings.set(store, "quiz-view", "all");
      const again = new Leerpad.Store(backend, "proefpad");
      return [again.progress.notes.lang.text.length, again.problems.size];
    }"""
    assert still_page.evaluate(script) == [20_000, 0]


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


# --- drafts -----------------------------------------------------------------------------------------------------------


FAILED = {
    "started": 1,
    "seed": 1,
    "questions": ["weg", "ook-weg"],
    "retry": False,
    "answers": {},
    "finished": 2,
    "outcome": {"points": 0, "max": 5, "passed": False, "questions": {}},
}
DRAFT = {**FAILED, "started": 3, "finished": None, "outcome": None}


def test_a_draft_whose_questions_are_gone_does_not_lock_the_test(visitor: Visitor) -> None:
    failed = {**FAILED, "questions": [f"een-{number}" for number in range(1, 6)]}
    draft = {**DRAFT, "questions": ["weg"], "retry": True}
    returned(visitor, progress(COURSE, [], [], quizzes={"toets-een": {"poging": failed, "draft": draft}}), COURSE)
    page = visitor.open(TEST)
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    hand_in(page)
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")
    assert [attempt.get("closed", False) for attempt in attempts(visitor) if attempt["finished"] is None] == [True]


def test_a_test_of_which_all_questions_were_replaced_can_be_taken(visitor: Visitor) -> None:
    returned(visitor, progress(COURSE, [], [], quizzes={"toets-een": {"poging": FAILED, "draft": DRAFT}}), COURSE)
    page = visitor.open(TEST)
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
