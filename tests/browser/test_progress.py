"""Progress as it is kept: in two tabs, in storage that is full, blocked or damaged, and in a copy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect
from support.browser import choose, finish_lesson, pass_first_test, question
from support.learners import attempt, progress, returned
from support.storage import BLOCK, FILL

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

TEST = "een/toets-een.html"
COURSE = "proefpad"
KEY = f"leerpad:{COURSE}"


def notice(page: Page) -> Any:
    return page.get_by_role("region", name="Melding over je voortgang")


def test_two_tabs_that_answer_different_questions_lose_nothing_and_see_what_the_other_hands_in_or_wipes(
    visitor: Visitor,
) -> None:
    one, two = visitor.page, visitor.tab()
    visitor.open(TEST, one)
    visitor.open(TEST, two)
    choose(one, "een-1", "Goed")
    expect(question(two, "een-1").get_by_label("Goed", exact=True)).to_be_checked()
    choose(two, "een-2", "Fout")
    choose(one, "een-3", "Goed")
    for page in (one, two):
        expect(page.get_by_text("3 van 5 beantwoord")).to_be_visible()
        page.reload()
        expect(question(page, "een-1").get_by_label("Goed", exact=True)).to_be_checked()
        expect(question(page, "een-2").get_by_label("Fout", exact=True)).to_be_checked()
        expect(question(page, "een-3").get_by_label("Goed", exact=True)).to_be_checked()
    assert len(visitor.stored(COURSE)["quizzes"]["toets-een"]) == 1

    # Handing in is seen by the other tab, and stands.
    pass_first_test(one)
    expect(two.locator(".lp-result-title")).to_have_text("Geslaagd")
    expect(two.get_by_role("button", name="Lever in")).to_have_count(0)

    # A wipe in one tab is a wipe in the other.
    two.get_by_role("button", name="Opnieuw, alle vragen").click()
    choose(two, "een-1", "Goed")
    expect(two.get_by_text("1 van 5 beantwoord")).to_be_visible()
    visitor.open("mijn-voortgang.html", one)
    one.get_by_role("button", name="Wis alles").click()
    one.get_by_role("button", name="Ja, wis alles").click()
    expect(one.get_by_text("Je voortgang is gewist.")).to_be_visible()
    expect(two.get_by_text("0 van 5 beantwoord")).to_be_visible()
    assert visitor.kept(COURSE) == {"name": {"text": "", "at": 0}}
    choose(two, "een-2", "Goed")
    answers = [one["answers"] for one in visitor.stored(COURSE)["quizzes"]["toets-een"].values()]
    assert [list(answer) for answer in answers] == [["een-2"]]


def test_two_writes_at_the_same_moment_heal(visitor: Visitor) -> None:
    """A write that another tab overwrote comes back, because the tab that made it sees that it is missing."""
    one, two = visitor.page, visitor.tab()
    visitor.open("een/een-b.html", one)
    visitor.open("een/een-b.html", two)
    one.get_by_role("button", name="Afronden en hier blijven").click()
    other = {"version": 1, "course": COURSE, "lessons": {"een-a": {"done": True, "at": 5}}, "quizzes": {}}
    two.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(other)])
    one.wait_for_function("key => Object.keys(JSON.parse(localStorage.getItem(key)).lessons).length === 2", arg=KEY)
    assert set(visitor.stored(COURSE)["lessons"]) == {"een-a", "een-b"}


def test_full_storage_is_said_and_nothing_done_is_lost(visitor: Visitor) -> None:
    returned(visitor, progress(COURSE, ["een-b"], []), COURSE)
    visitor.page.evaluate(FILL)
    page = visitor.open(TEST)
    pass_first_test(page)
    expect(notice(page)).to_contain_text("De opslag van deze browser is vol.")
    assert visitor.stored(COURSE)["lessons"]["een-b"]["done"]
    page.evaluate("localStorage.removeItem('vulling')")
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    expect(notice(page)).to_be_hidden()
    attempts = visitor.stored(COURSE)["quizzes"]["toets-een"].values()
    assert [attempt["outcome"]["passed"] for attempt in attempts if attempt["outcome"]] == [True]


BROKEN = """Storage.prototype.setItem = () => { throw new DOMException("no", "SecurityError"); };
            Storage.prototype.getItem = () => { throw new DOMException("no", "SecurityError"); };"""


def test_blocked_storage_is_said_and_the_learner_can_go_on(visitor: Visitor) -> None:
    for script, page in ((BLOCK, visitor.page), (BROKEN, visitor.tab())):  # no storage at all, and storage that refuses
        page.add_init_script(script)
        visitor.open(TEST, page)
        expect(notice(page)).to_contain_text("Deze browser bewaart je voortgang niet.")
        pass_first_test(page)
        expect(page.get_by_text("“Tweede” is nu open.")).to_be_visible()
        with page.expect_download() as download:
            notice(page).get_by_role("button", name="Bewaar een kopie").click()
        assert json.loads(download.value.path().read_text())["quizzes"]["toets-een"]
        # On the next page nothing is known of this one: a closed level would never open.
        expect(visitor.open("drie/drie-a.html", page).get_by_text("Tekst van de les.")).to_be_visible()


COPIES = "Object.entries(localStorage).filter(([key]) => key.includes(':kopie-')).map(([, value]) => value)"

RUBBISH = [
    "geen json",
    "[]",
    "null",
    '"tekst"',
    "{}",
    '{"version":1,"course":"ander"}',
    "[" * 5000,
    '{"version":1,"course":"proefpad","lessons":7}',
]


READ = """([course, texts]) => texts.map((text) => {
  const backend = Leerpad.backends.memory();
  backend.write(`leerpad:${course}`, text);
  const store = new Leerpad.Store(backend, course);
  const {problems, progress: {lessons}} = store;
  const known = [[...problems], Object.keys(lessons), store.copies().length === 1 && store.copies()[0] === text];
  Leerpad.keepNote(store, "een", "Iets", "?");
  const again = new Leerpad.Store(backend, course);
  return [...known, again.problems.size === 0 && again.progress.notes.een.text === "Iets" && again.copies()[0] === text];
})"""
"""Of each text that is stored: what is wrong with it, the lessons in it, and that it is copied aside and written over."""


def test_each_kind_of_rubbish_is_said_and_copied_aside_before_it_is_written_over(still_page: Page) -> None:
    found = dict(zip(RUBBISH, still_page.evaluate(READ, [COURSE, RUBBISH]), strict=True))
    assert found == {text: [["damaged"], [], True, True] for text in RUBBISH}


def test_rubbish_in_storage_is_said_and_can_be_downloaded(visitor: Visitor) -> None:
    text = RUBBISH[0]
    page = returned(visitor, text, COURSE).open(TEST)
    expect(notice(page)).to_contain_text("niet te lezen")
    pass_first_test(page)
    assert page.evaluate(COPIES) == [text]
    page = visitor.open("mijn-voortgang.html")
    expect(notice(page)).to_be_hidden()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download deze kopie").click()
    assert download.value.path().read_text() == text


def test_what_is_readable_in_a_damaged_document_stays(visitor: Visitor) -> None:
    document = json.loads(progress(COURSE, ["een-b"], []))
    document["lessons"] |= {"een-a": "kapot", "__proto__": {"done": True, "at": 1}, "te groot": {"done": True, "at": 1}}
    document["quizzes"] = {"toets-een": {"x": {"started": -1}}, "toets-twee": 3}
    page = returned(visitor, json.dumps(document), COURSE).open("een/een-b.html")
    expect(page.get_by_text("Les afgerond").first).to_be_visible()
    expect(notice(page)).to_contain_text("Wat leesbaar was, is er nog.")


def test_a_document_of_another_version_is_read_and_kept(visitor: Visitor, still_page: Page) -> None:
    document = {**json.loads(progress(COURSE, ["een-b"], [])), "later": "meer"}
    others = [json.dumps({**document, "version": version}) for version in (0, 2, "nieuw")]
    found = dict(zip(others, still_page.evaluate(READ, [COURSE, others]), strict=True))
    assert {text: said[:3] for text, said in found.items()} == {text: [["version"], ["een-b"], True] for text in others}
    page = returned(visitor, others[1], COURSE).open("een/een-b.html")
    expect(notice(page)).to_contain_text("andere versie")
    expect(page.get_by_text("Les afgerond").first).to_be_visible()
    assert page.evaluate(COPIES) == [others[1]]


def test_damaged_and_full_at_once_never_writes_over_what_is_there(visitor: Visitor) -> None:
    text = "onleesbaar " * 1000
    returned(visitor, text, COURSE).page.evaluate(FILL)
    page = visitor.open(TEST)
    pass_first_test(page)
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == text
    expect(notice(page)).to_contain_text("vol")


def test_a_copy_goes_to_another_device_and_is_merged(visitor: Visitor, visitors: Visitors, tmp_path: Path) -> None:
    passed = {"toets-een": {"a": attempt(0, 1, passed=True)}}
    returned(visitor, progress(COURSE, ["een-b"], [], quizzes=passed), COURSE)
    copy = tmp_path / "kopie.json"
    name = visitor.save_copy(copy)
    assert name.startswith("voortgang-proefpad-")
    expect(visitor.page.get_by_role("status").filter(has_text=f"Je kopie heet “{name}”.")).to_be_visible()

    other = visitors.arrive(visitor.address)
    finish_lesson(other, "een/een-a.html")
    page = other.restore(copy)
    expect(page.get_by_text("De kopie is teruggezet.")).to_be_visible()
    row = page.get_by_role("row", name="Start: Eerste")
    expect(row).to_contain_text("2 van 2 gelezen")
    expect(row).to_contain_text("Beste score 100%")
    expect(other.open("twee/twee-b.html").get_by_text("Een gewone tekst.")).to_be_visible()


IMAGE = '{"<img src=x onerror=alert(1)>": {"done": true, "at": 1}}'
HOSTILE = [  # no two with the same message after each other
    ("geen json", "geen kopie van je voortgang"),
    ('{"course": "proefpad", "version": 1, "lessons": ' + IMAGE + ', "quizzes": {}}', "overgeslagen"),
    ("[1, 2]", "geen kopie van je voortgang"),
    (
        '{"course": "proefpad", "version": 1, "lessons": {}, "quizzes": {"__proto__": {"polluted": true}}}',
        "overgeslagen",
    ),
    ('{"course": "ander", "lessons": {}, "quizzes": {}}', "ander leerpad"),
    (
        '{"course": "proefpad", "version": 1, "lessons": {}, "quizzes": {"toets-een": {"a": {"started": 1e300}}}}',
        "overgeslagen",
    ),
    ("x" * 5_000_001, "te groot"),
]


def test_a_hostile_file_changes_nothing(visitor: Visitor, tmp_path: Path) -> None:
    finish_lesson(visitor)
    page = visitor.open("mijn-voortgang.html")
    before = visitor.stored(COURSE)
    file = tmp_path / "kopie.json"
    for content, said in HOSTILE:
        file.write_text(content)
        page.set_input_files("input[type=file]", file)
        expect(page.get_by_text(said)).to_be_visible()
        assert visitor.stored(COURSE) == before, content[:90]
        assert page.evaluate("({}).polluted") is None, content[:90]
