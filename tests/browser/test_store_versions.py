"""The store beside other versions of the site: nobody's parts are lost, and no two quarrel."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.browser import choose
from support.learners import QUIET
from support.storage import count_writes, in_store

if TYPE_CHECKING:
    from support.browser import Visitor

TEST, LESSON = "een/toets-een.html", "een/een-b.html"
COURSE = "proefpad"
KEY = f"leerpad:{COURSE}"


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
    visitor.page.evaluate("""Leerpad.store.update(({ lessons, notes }, { put }) => {
      put(lessons, "een-b", { done: true });
      put(notes, "bestaat", { text: "Tekst", prompt: "?" });
    })""")
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
    count_writes(page)
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
    page = visitor.open(QUIET)
    page.evaluate("key => { for (const n of ['abc', 'x1y']) localStorage.setItem(`${key}:kopie-${n}`, n); }", KEY)
    visitor.store(COURSE, "kapot 0")
    page = visitor.open("mijn-voortgang.html")
    for number in range(1, 8):  # as often as a page is opened
        visitor.store(COURSE, f"kapot {number}")
        page.evaluate("new Leerpad.Store({ ...Leerpad.backends.browser, listen() {} }, Leerpad.store.progress.course)")
    copies = page.evaluate("Leerpad.store.copies()")
    assert (len(copies), set(copies) >= {"abc", "x1y", "kapot 7"}) == (5, True)
    # By these names an older script in another tab, or in an offline cache, finds them, and takes them away.
    keys = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('leerpad:'))")
    assert set(keys) == {KEY, *(f"{KEY}:kopie-{number}" for number in range(1, 6))}
    page.evaluate("Leerpad.store.wipe()")
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':kopie-'))") == []


def test_what_is_strange_and_too_much_is_copied_aside_and_left_out(visitor: Visitor) -> None:
    for name, part in (("large", {"a": "x" * 600_000}), ("deep", json.loads("[" * 40 + "]" * 40))):
        visitor.open(QUIET).evaluate("localStorage.clear()")
        text = json.dumps({"version": 1, "course": COURSE, "lessons": {}, "quizzes": {}, "more": part})
        visitor.store(COURSE, text)
        page = visitor.open(LESSON)
        page.get_by_role("button", name="Afronden en hier blijven").click()
        assert "more" not in visitor.stored(COURSE), name
        assert page.evaluate("Leerpad.store.copies()") == [text], name
