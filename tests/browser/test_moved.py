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
@pytest.mark.parametrize(
    ("old", "title"),
    [("begin/oude-naam", "Les een A"), ("begin/index", "Eerste"), ("begin/toets-een", "Quiz toets-een")],
)
def test_a_bookmark_keeps_working(old: str, title: str, scripts: bool, moved: Path, visitors: Visitors) -> None:
    page = visitors.arrive(moved.as_uri(), java_script_enabled=scripts).open(f"{old}.html")
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


def test_a_level_that_was_opened_stays_open_under_its_new_id(moved: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(moved.as_uri())
    text = visitor.open("drie/drie-a.html").get_by_text("Tekst van de les.")
    expect(text).to_be_hidden()
    visitor.store("proefpad", json.dumps({**RECORD, "lessons": {}, "opened": {"laatste": {"at": 1}}}))
    visitor.page.reload()
    expect(text).to_be_visible()


def test_a_lesson_done_under_an_earlier_id_brings_its_questions_back(moved: Path, visitors: Visitors) -> None:
    script = """() => {
      const lessons = { "oude-naam": { done: true, at: 1 } };
      const data = { days: [1], levels: [{ id: "een", sources: [{ quiz: "check", lesson: "een-a", questions: ["vraag"] }] }] };
      return Leerpad.reviews.entries({ ...Leerpad.progress.empty("proefpad"), lessons }, data, 100).map(({ id }) => id);
    }"""
    assert visitors.arrive(moved.as_uri()).open("index.html").evaluate(script) == ["vraag"]


@pytest.mark.parametrize(
    ("records", "done"),
    [
        ({"oude-naam": (True, 1)}, True),
        ({"oudere-naam": (True, 1)}, True),
        ({"oudere-naam": (True, 1), "oude-naam": (False, 2)}, False),
        ({"oude-naam": (True, 1), "een-a": (False, 2)}, False),
        ({"oude-naam": (False, 3), "een-a": (True, 2)}, False),
        ({"iets-anders": (True, 1)}, False),
    ],
)
def test_what_was_read_under_an_earlier_id_stays_read(
    records: dict[str, tuple[bool, int]], done: bool, moved: Path, visitors: Visitors
) -> None:
    visitor = visitors.arrive(moved.as_uri())
    visitor.open("index.html")
    lessons = {name: {"done": said, "at": at} for name, (said, at) in records.items()}
    visitor.store("proefpad", json.dumps({**RECORD, "lessons": lessons}))
    page = visitor.open("een/een-a.html")
    expect(
        page.get_by_role("button", name="Toch niet afgerond" if done else "Afronden en hier blijven")
    ).to_be_visible()
    page.get_by_role("button").filter(has_text="afgerond" if done else "afronden").click()
    expect(
        page.get_by_role("button", name="Afronden en hier blijven" if done else "Toch niet afgerond")
    ).to_be_visible()
    expect(visitor.open("mijn-voortgang.html").get_by_text(f"{0 if done else 1} van 2 gelezen").first).to_be_visible()
