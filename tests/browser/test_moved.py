"""Pages that moved, in a browser, from a folder: bookmarks keep working and what was read stays read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.trees import build_site, course, lesson, level

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors

RECORD = {"version": 1, "course": "proefpad", "quizzes": {}, "notes": {}}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = course()
    files["modules/0-een/level.yml"] = level("een", "Eerste") + "moved_from: [begin]\n"
    files["modules/2-drie/level.yml"] = level("drie", "Derde") + "moved_from: [laatste]\n"
    files["modules/0-een/01-een-a.md"] = lesson("Les een A", moved_from="[begin/oude-naam, een/oudere-naam]")
    return build_site(tmp_path_factory.mktemp("moved"), {**files})


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_bookmark_keeps_working(scripts: bool, moved: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(moved.as_uri(), java_script_enabled=scripts)
    for old, title in (
        ("begin/oude-naam", "Les een A"),
        ("begin/index", "Eerste"),
        ("begin/toets-een", "Quiz toets-een"),
    ):
        page = visitor.open(f"{old}.html")
        page.wait_for_url("**/een/*.html")
        expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_who_stops_the_browser_can_go_on_by_hand(moved: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(moved.as_uri())
    page = visitor.page
    html = (moved / "begin/oude-naam.html").read_text("utf-8").replace('http-equiv="refresh"', "")
    (moved / "begin/met-de-hand.html").write_text(html, "utf-8")
    visitor.open("begin/met-de-hand.html")
    assert violations(page) == []
    page.get_by_role("link", name="Ga naar “Les een A”").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Les een A")


RULES = """([cases]) => {
  const known = (parts) => Leerpad.progress.parse({ version: 1, course: "proefpad", quizzes: {}, lessons: {}, ...parts }, "proefpad").progress;
  const data = { days: [1], levels: [{ id: "een", sources: [{ quiz: "check", lesson: "een-a", questions: ["vraag"] }] }] };
  return {
    read: cases.map((lessons) => Leerpad.path.lessonDone(known({ lessons }), "een-a")),
    isOpen: Leerpad.path.unlocked(known({}), Leerpad.path.level("drie")),
    due: Leerpad.reviews.entries(known({ lessons: { "oude-naam": { done: true, at: 1 } } }), data, 100).map(({ id }) => id),
  };
}"""
RECORDS: list[tuple[dict[str, tuple[bool, int]], bool]] = [
    ({"oude-naam": (True, 1)}, True),
    ({"oudere-naam": (True, 1)}, True),
    ({"oudere-naam": (True, 1), "oude-naam": (False, 2)}, False),
    ({"oude-naam": (True, 1), "een-a": (False, 2)}, False),
    ({"oude-naam": (False, 3), "een-a": (True, 2)}, False),
    ({"iets-anders": (True, 1)}, False),
]
"""What was said of a lesson under its ids, and whether it is done."""


def test_what_was_read_and_opened_under_an_earlier_id_stays_so_until_the_reader_says_otherwise(
    moved: Path, visitors: Visitors
) -> None:
    visitor = visitors.arrive(moved.as_uri())
    page = visitor.open("index.html")
    cases = [{name: {"done": said, "at": at} for name, (said, at) in records.items()} for records, _ in RECORDS]
    found = page.evaluate(RULES, [cases])
    assert found["read"] == [done for _, done in RECORDS]
    assert found["due"] == ["vraag"], "its questions come back"
    assert not found["isOpen"]

    kept = {"lessons": {"oude-naam": {"done": True, "at": 1}}, "opened": {"laatste": {"at": 1}}}
    visitor.store("proefpad", json.dumps({**RECORD, **kept}))
    text = visitor.open("drie/drie-a.html").get_by_text("Tekst van de les.")
    expect(text).to_be_visible()  # a level that was opened stays open under its new id
    expect(visitor.open("mijn-voortgang.html").get_by_text("1 van 2 gelezen").first).to_be_visible()
    visitor.open("een/een-a.html").get_by_role("button", name="Toch niet afgerond").click()
    expect(page.get_by_role("button", name="Afronden en hier blijven")).to_be_visible()
    expect(visitor.open("mijn-voortgang.html").get_by_text("0 van 2 gelezen").first).to_be_visible()
    visitor.open("een/een-a.html").get_by_role("button", name="Afronden en hier blijven").click()
    expect(page.get_by_role("button", name="Toch niet afgerond")).to_be_visible()
