"""Progress as it is kept: in two tabs, in storage that is full, blocked or damaged, and in a copy."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.browser import choose, finish_lesson, pass_first_test, question
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


def test_two_tabs_that_answer_different_questions_lose_nothing(visitor: Visitor) -> None:
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


def test_handing_in_is_seen_by_the_other_tab_and_stands(visitor: Visitor) -> None:
    one, two = visitor.page, visitor.tab()
    visitor.open(TEST, one)
    visitor.open(TEST, two)
    pass_first_test(one)
    expect(two.locator(".lp-result-title")).to_have_text("Geslaagd")
    expect(two.get_by_role("button", name="Lever in")).to_have_count(0)


def test_a_wipe_in_one_tab_is_a_wipe_in_the_other(visitor: Visitor) -> None:
    one, two = visitor.page, visitor.tab()
    visitor.open(TEST, two)
    choose(two, "een-1", "Goed")
    visitor.open("mijn-voortgang.html", one)
    one.get_by_role("button", name="Wis alles").click()
    one.get_by_role("button", name="Ja, wis alles").click()
    expect(one.get_by_text("Je voortgang is gewist.")).to_be_visible()
    expect(two.get_by_text("0 van 5 beantwoord")).to_be_visible()
    assert visitor.kept(COURSE) == {"name": {"text": "", "at": 0}}
    choose(two, "een-2", "Goed")
    answers = [attempt["answers"] for attempt in visitor.stored(COURSE)["quizzes"]["toets-een"].values()]
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
    finish_lesson(visitor)
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


@pytest.mark.parametrize("script", [BLOCK, BROKEN], ids=["no storage at all", "storage that refuses"])
def test_blocked_storage_is_said_and_the_learner_can_go_on(script: str, visitor: Visitor) -> None:
    visitor.context.add_init_script(script)
    page = visitor.open(TEST)
    expect(notice(page)).to_contain_text("Deze browser bewaart je voortgang niet.")
    pass_first_test(page)
    expect(page.get_by_text("“Tweede” is nu open.")).to_be_visible()
    with page.expect_download() as download:
        notice(page).get_by_role("button", name="Bewaar een kopie").click()
    assert json.loads(download.value.path().read_text())["quizzes"]["toets-een"]
    # On the next page nothing is known of this one: a closed level would never open.
    expect(visitor.open("drie/drie-a.html").get_by_text("Tekst van de les.")).to_be_visible()


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


@pytest.mark.parametrize("text", RUBBISH)
def test_rubbish_in_storage_is_said_and_copied_aside(text: str, visitor: Visitor) -> None:
    visitor.open("index.html")
    visitor.store(COURSE, text)
    page = visitor.open(TEST)
    expect(notice(page)).to_contain_text("niet te lezen")
    pass_first_test(page)
    copies = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.includes(':kopie-')).map(([, value]) => value)"
    )
    assert copies == [text]
    page = visitor.open("mijn-voortgang.html")
    expect(notice(page)).to_be_hidden()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download deze kopie").click()
    assert download.value.path().read_text() == text


def test_what_is_readable_in_a_damaged_document_stays(visitor: Visitor) -> None:
    finish_lesson(visitor)
    document = visitor.stored(COURSE)
    document["lessons"] |= {"een-a": "kapot", "__proto__": {"done": True, "at": 1}, "te groot": {"done": True, "at": 1}}
    document["quizzes"] = {"toets-een": {"x": {"started": -1}}, "toets-twee": 3}
    visitor.store(COURSE, json.dumps(document))
    page = visitor.open("een/een-b.html")
    expect(page.get_by_text("Les afgerond").first).to_be_visible()
    expect(notice(page)).to_contain_text("Wat leesbaar was, is er nog.")


@pytest.mark.parametrize("version", [0, 2, "nieuw"])
def test_a_document_of_another_version_is_read_and_kept(version: object, visitor: Visitor) -> None:
    finish_lesson(visitor)
    text = json.dumps({**visitor.stored(COURSE), "version": version, "later": "meer"})
    visitor.store(COURSE, text)
    page = visitor.open("een/een-b.html")
    expect(notice(page)).to_contain_text("andere versie")
    expect(page.get_by_text("Les afgerond").first).to_be_visible()
    copies = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.includes(':kopie-')).map(([, value]) => value)"
    )
    assert copies == [text]


def test_damaged_and_full_at_once_never_writes_over_what_is_there(visitor: Visitor) -> None:
    visitor.open("index.html")
    text = "onleesbaar " * 1000
    visitor.store(COURSE, text)
    visitor.page.evaluate(FILL)
    page = visitor.open(TEST)
    pass_first_test(page)
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == text
    expect(notice(page)).to_contain_text("vol")


def test_a_copy_goes_to_another_device_and_is_merged(visitor: Visitor, visitors: Visitors, tmp_path: Path) -> None:
    pass_first_test(visitor.open(TEST))
    finish_lesson(visitor)
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


HOSTILE = [
    ("geen json", "geen kopie van je voortgang"),
    ("[1, 2]", "geen kopie van je voortgang"),
    ('{"course": "ander", "lessons": {}, "quizzes": {}}', "ander leerpad"),
    (
        '{"course": "proefpad", "version": 1, "lessons": {"<img src=x onerror=alert(1)>": {"done": true, "at": 1}}, "quizzes": {}}',
        "overgeslagen",
    ),
    (
        '{"course": "proefpad", "version": 1, "lessons": {}, "quizzes": {"__proto__": {"polluted": true}}}',
        "overgeslagen",
    ),
    (
        '{"course": "proefpad", "version": 1, "lessons": {}, "quizzes": {"toets-een": {"a": {"started": 1e300}}}}',
        "overgeslagen",
    ),
    ("x" * 5_000_001, "te groot"),
]


@pytest.mark.parametrize(("content", "said"), HOSTILE, ids=[said + content[:20] for content, said in HOSTILE])
def test_a_hostile_file_changes_nothing(content: str, said: str, visitor: Visitor, tmp_path: Path) -> None:
    finish_lesson(visitor)
    before = visitor.stored(COURSE)
    file = tmp_path / "kopie.json"
    file.write_text(content)
    page = visitor.open("mijn-voortgang.html")
    page.set_input_files("input[type=file]", file)
    expect(page.get_by_text(said)).to_be_visible()
    assert visitor.stored(COURSE) == before
    assert page.evaluate("({}).polluted") is None
