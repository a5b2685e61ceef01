"""The short text that a learning system keeps of a learner's progress: read back, it is the same progress."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.client import whole_client
from support.faults import load_flawless
from support.hypotheses import in_browser
from support.lms import CLIENT, an_attempt
from support.lms_progress import LESSONS, NOW, QUIZZES, documents
from support.trees import rich_course, write_tree

from leerpad.deploy.lms.room import core_letters, text_hash

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from support.browser import Visitor


@pytest.fixture(scope="module")
def code_page(browser: Browser, small_site: Path) -> Iterator[Page]:
    """The small course, with the scripts that pack and unpack."""
    scripts = (CLIENT / f"{name}.js" for name in ("letters", "code", "result"))
    with whole_client(browser, small_site, *scripts) as page:
        yield page


LAWS = """([value, quizzes, room, answers]) => {
  const {parse, merge, canonical} = Leerpad.progress, {pack, unpack} = Leerpad.code, {path} = Leerpad;
  const {progress, damage} = parse(value, "proefpad");
  const {text, core} = pack(progress, quizzes, room, {answers});
  if (text === null) return {damage, core, text};
  const back = unpack(text, quizzes);
  const again = pack(back, quizzes, room, {answers});
  const counts = (doc) => Leerpad.course.levels.map(({id, quiz, lessons}) => [
    Math.round(path.best(doc, quiz.id) * 1e3), path.firstPass(doc, quiz.id), id in doc.opened,
    ...lessons.map((lesson) => path.lessonDone(doc, lesson.id))]);
  const own = (doc) => ({...doc, quizzes: Object.fromEntries(Object.entries(doc.quizzes).map(([quiz, all]) => [quiz,
    Object.fromEntries(Object.entries(all).filter(([id]) => !["other", "a-b-c"].includes(id)))]))});
  return {
    damage, core, text,
    merged: canonical(merge(progress, back)) === canonical(merge(progress, progress)),
    reversed: canonical(merge(back, progress)) === canonical(merge(progress, progress)),
    same: canonical(counts(own(progress))) === canonical(counts(back)),
    again: again.text !== null && again.text.length <= room,
    letters: /^[A-Za-z0-9_.,:;()-]*$/.test(text),
    exact: Object.entries(back.quizzes).every(([quiz, all]) => Object.entries(all).every(([id, a]) =>
      !a.questions.length || canonical(a) === canonical(progress.quizzes[quiz][id]))),
  };
}"""


@given(document=documents(), room=st.sampled_from([400, 700, 1500, 4092, 63_996]), answers=st.booleans())
@settings(in_browser, max_examples=60)
def test_what_is_read_back_adds_nothing_and_loses_nothing_that_counts(
    code_page: Page, document: dict[str, Any], room: int, answers: bool
) -> None:
    found = code_page.evaluate(LAWS, [document, QUIZZES, room, answers])
    assert found["damage"] is None
    if found["text"] is None:
        assert found["core"] > room
        return
    assert len(found["text"]) <= room
    laws = ("merged", "reversed", "same", "again", "letters", "exact")
    assert {law: found[law] for law in laws} == dict.fromkeys(laws, True)


def test_with_room_enough_every_attempt_comes_back_with_its_answers(code_page: Page) -> None:
    quizzes = {
        quiz: {
            f"{n}-{n}": an_attempt(questions, started=NOW + n * 10**6, finished=NOW + n * 10**6 + 99, share=n / 3)
            for n in range(1, 4)
        }
        for quiz, questions in QUIZZES.items()
    }
    draft = {"9-9": an_attempt(QUIZZES["toets-een"], started=NOW + 10**8, finished=None)}
    document = {
        "version": 1,
        "course": "proefpad",
        "wiped": 0,
        "lessons": {"een-a": {"done": True, "at": NOW}},
        "quizzes": {**quizzes, "toets-een": {**quizzes["toets-een"], **draft}},
    }
    script = """([value, quizzes]) => {
      const {progress} = Leerpad.progress.parse(value, "proefpad");
      const {text} = Leerpad.code.pack(progress, quizzes, 63_996, {answers: true});
      return [text.length, Leerpad.progress.canonical(Leerpad.code.unpack(text, quizzes).quizzes) ===
        Leerpad.progress.canonical(progress.quizzes)];
    }"""
    length, is_same = code_page.evaluate(script, [document, QUIZZES])
    assert is_same
    assert length < 4096


CORE = """([value, quizzes]) => {
  const {progress} = Leerpad.progress.parse(value, "proefpad");
  return Leerpad.code.pack(progress, quizzes, 10_000, {answers: false}).core;
}"""


def test_the_core_is_never_longer_than_what_the_build_counts(code_page: Page, tmp_path: Path) -> None:
    """Every lesson read, every level opened, of every test three results that count, with the longest points there are."""
    counted = core_letters(load_flawless(write_tree(tmp_path, {**rich_course()})))
    tests = {quiz: questions for quiz, questions in QUIZZES.items() if quiz != "check"}
    shares = (0.611111, 0.999996, 0.333333)  # the first pass, the best and the newest
    document = {
        "version": 1,
        "course": "proefpad",
        "wiped": NOW,
        "lessons": {lesson: {"done": True, "at": NOW} for lesson in LESSONS},
        "opened": {level: {"at": NOW} for level in ("een", "twee", "drie")},
        "quizzes": {
            quiz: {
                f"1z141z3-{number}": an_attempt(questions[:5], started=NOW, finished=NOW + number, share=share)
                for number, share in enumerate(shares, 1)
            }
            for quiz, questions in tests.items()
        },
    }
    core = code_page.evaluate(CORE, [document, QUIZZES])
    mark = 4  # which the shell puts before it
    assert counted - 9 <= core + mark <= counted


def test_the_build_shortens_names_as_the_browser_does(code_page: Page) -> None:
    names = ["", "een-a", "vraag-" + "x" * 60, "é👍"]
    assert code_page.evaluate("(names) => names.map(Leerpad.order.hash)", names) == [text_hash(name) for name in names]


RESULT = """([value, completion]) => {
  const {progress} = Leerpad.progress.parse({version: 1, course: "proefpad", wiped: 0, ...value}, "proefpad");
  const {isDone, byTest, share} = Leerpad.packageResult(progress, {completion});
  return [isDone, byTest, share];
}"""


def test_each_completion_asks_what_it_says(code_page: Page) -> None:
    def passed(*levels: str) -> dict[str, Any]:
        return {
            f"toets-{level}": {"1-1": an_attempt(QUIZZES[f"toets-{level}"], started=NOW, finished=NOW + 1)}
            for level in levels
        }

    read = {lesson: {"done": True, "at": NOW} for lesson in LESSONS}
    tests = passed("een", "twee", "drie")
    asks = {
        "tests": {"tests": True, "lessons": False, "level": None},
        "lessons": {"tests": False, "lessons": True, "level": None},
        "both": {"tests": True, "lessons": True, "level": None},
        "level": {"tests": True, "lessons": False, "level": "twee"},
    }

    def result(asked: str, **document: Any) -> list[Any]:
        return list(code_page.evaluate(RESULT, [{"lessons": {}, "quizzes": {}, **document}, asks[asked]]))

    assert result("tests", quizzes=tests) == [True, True, 1]
    assert result("tests", lessons=read) == [False, True, None]
    assert result("tests", quizzes=passed("een", "twee"))[0] is False
    assert result("lessons", lessons=read) == [True, False, None]
    assert result("lessons", quizzes=tests)[0] is False
    assert result("both", lessons=read)[0] is False
    assert result("both", lessons=read, quizzes=tests) == [True, True, 1]
    assert result("level", quizzes=passed("twee")) == [True, True, 1]
    assert result("level", quizzes=passed("een", "drie")) == [False, True, None]


hostile = st.text(max_size=80) | st.text(alphabet="L456ABCS_-.,:;()hdstfnoAZaz09", max_size=120)


@given(texts=st.lists(st.tuples(st.booleans(), hostile), min_size=1, max_size=40))
@settings(in_browser, max_examples=60)
def test_no_text_breaks_the_reading(code_page: Page, texts: list[tuple[bool, str]]) -> None:
    """Half of them with a sum that is right, as somebody would make who knows the form."""
    script = """([texts, quizzes]) => texts.map(([sealed, text]) => {
      const read = Leerpad.code.unpack(sealed ? Leerpad.code.sealed("L4" + text) : text, quizzes);
      return read === null || Leerpad.progress.parse(JSON.parse(JSON.stringify(read)), "proefpad").damage === null;
    })"""
    assert all(code_page.evaluate(script, [texts, QUIZZES]))


def test_a_text_that_was_cut_off_or_changed_is_not_read(code_page: Page) -> None:
    script = """(quizzes) => {
      const empty = Leerpad.progress.empty("proefpad");
      empty.lessons["een-a"] = {done: true, at: 1_795_000_000_000};
      const {text} = Leerpad.code.pack(empty, quizzes, 4092, {answers: true});
      const cut = [...text].map((_, end) => Leerpad.code.unpack(text.slice(0, end), quizzes));
      const changed = [...text].map((letter, at) => Leerpad.code.unpack(text.slice(0, at) + (letter === "B" ? "C" : "B") + text.slice(at + 1), quizzes));
      return [Leerpad.code.unpack(text, quizzes) !== null, [...cut, ...changed].filter((read) => read !== null).length];
    }"""
    assert code_page.evaluate(script, QUIZZES) == [True, 0]


def test_names_that_look_alike_get_more_letters(code_page: Page) -> None:
    """Two questions whose short names are the same: found by trying."""
    script = """() => {
      const seen = new Map(); let pair = null;
      for (let n = 0; pair === null; n += 1) {
        const short = Leerpad.order.hash(`v-${n}`) % 64 ** 4;
        if (seen.has(short)) pair = [seen.get(short), `v-${n}`];
        seen.set(short, `v-${n}`);
      }
      const quizzes = {check: pair};
      const doc = Leerpad.progress.parse({version: 1, course: "proefpad", wiped: 0, lessons: {}, quizzes: {check: {"1-1": {
        started: 5, seed: 1, questions: pair, retry: false, answers: {}, finished: null, outcome: null}}}}, "proefpad").progress;
      const {text} = Leerpad.code.pack(doc, quizzes, 4092, {answers: true});
      return [text.slice(0, 2), Leerpad.progress.canonical(Leerpad.code.unpack(text, quizzes).quizzes) === Leerpad.progress.canonical(doc.quizzes)];
    }"""
    assert code_page.evaluate(script) == ["L5", True]


def test_a_result_of_which_only_the_score_is_known_cannot_be_opened(visitor: Visitor) -> None:
    """A learning system had no room for its answers: it stands among the attempts as a day and a score."""
    whole = an_attempt(QUIZZES["toets-een"], started=NOW, finished=NOW + 10**6)
    scored = {
        **an_attempt([], started=NOW - 10**9, finished=NOW - 10**9),
        "outcome": {**whole["outcome"], "questions": {}},
    }
    visitor.open("index.html")
    document = {"version": 1, "course": "proefpad", "wiped": 0, "lessons": {}}
    visitor.store("proefpad", json.dumps({**document, "quizzes": {"toets-een": {"1-1": whole, "2-2": scored}}}))
    page = visitor.open("een/toets-een.html")
    attempts = page.locator(".lp-attempts")
    attempts.locator("summary").click()
    assert attempts.get_by_role("row").count() == 3
    assert attempts.get_by_text("100").count() == 2
    assert attempts.get_by_role("button").count() == 0
