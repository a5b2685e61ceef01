"""The action plan as it is kept: in two tabs, in a copy, in storage that is strange, full or blocked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.learners import progress, returned
from support.plan_page import COURSE, LESSON, PLAN, SAID, add, card, expect_plan, fill, step, tick
from support.plans import action, plan_files
from support.storage import BLOCK, FULL
from support.trees import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitor, Visitors


@pytest.fixture
def visitor(visitors: Visitors, plan_site: Path) -> Visitor:
    return visitors.arrive(plan_site.as_uri())


def test_an_action_outlives_the_words_and_the_step_it_came_from(tmp_path: Path, visitors: Visitors) -> None:
    site = build_site(tmp_path, plan_files())
    visitor = visitors.arrive(site.as_uri())
    step(visitor.open(LESSON), SAID).get_by_role("button").click()
    build_site(tmp_path, plan_files("[{id: bellen, text: Heel anders.}]"))
    expect_plan(visitor.open(PLAN), [SAID])
    expect(step(visitor.open(LESSON), "Heel anders.").get_by_role("button")).to_have_accessible_name(
        re.compile("^Staat op je actieplan")
    )
    build_site(tmp_path, plan_files("[]"))
    page = visitor.open(PLAN)
    expect_plan(page, [SAID])
    card(page, SAID).get_by_role("link", name="Les een A").click()
    expect(page.get_by_role("region", name="Kies een eerste stap")).to_have_count(0)


def test_two_tabs_work_on_one_plan(visitor: Visitor) -> None:
    one, two = visitor.page, visitor.tab()
    visitor.open(PLAN, one)
    visitor.open(PLAN, two)
    add(one, "Van de een")
    expect(tick(two, "Van de een")).to_be_visible()
    two.get_by_role("button", name="Pas aan: Van de een").click()
    two.locator("li form").get_by_label("Wat ga je doen?").fill("Half getypt")
    add(one, "Nog een")
    expect(tick(two, "Nog een")).to_be_visible()
    expect(two.locator("li form").get_by_label("Wat ga je doen?")).to_have_value("Half getypt")
    expect(two.locator("li form").get_by_label("Wat ga je doen?")).to_be_focused()
    one.get_by_role("button", name="Haal weg: Van de een").click()
    form = two.locator("form").filter(has=two.get_by_role("button", name="Bewaar"))
    expect(form.get_by_label("Wat ga je doen?")).to_have_value("Half getypt")  # nobody takes away what is being typed
    form.get_by_role("button", name="Bewaar").click()
    expect(tick(one, "Half getypt")).to_be_visible()


def test_a_step_shows_in_a_lesson_that_stands_open(visitor: Visitor) -> None:
    other = visitor.open(LESSON, visitor.tab())
    returned(visitor, progress(COURSE, [], [], plan={"los": action("Los")}), COURSE)
    step(visitor.open(LESSON), SAID).get_by_role("button").click()
    expect(step(other, SAID).get_by_role("button")).to_have_accessible_name(re.compile("^Staat op je actieplan"))


def test_a_copy_takes_the_plan_along_and_a_wipe_takes_it_away(
    visitor: Visitor, visitors: Visitors, tmp_path: Path
) -> None:
    returned(visitor, progress(COURSE, [], [], plan={"een": action("Bellen", who="Ria")}), COURSE)
    visitor.save_copy(tmp_path / "kopie.json")
    other = visitors.arrive(visitor.address)
    add(other.open(PLAN), "Van hier")
    page = other.restore(tmp_path / "kopie.json")
    expect(page.get_by_text("2 te doen, 0 gedaan")).to_be_visible()
    expect_plan(other.open(PLAN), ["Bellen", "Van hier"])
    page = other.open("mijn-voortgang.html")
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("0 te doen, 0 gedaan")).to_be_visible()
    expect(other.open(PLAN).get_by_text("Je actieplan is nog leeg.")).to_be_visible()


STRANGE: list[Any] = [
    action("x", when="morgen"),
    action("x", when="2030-99-99"),
    action("x", done="ja"),
    action("x", lesson="Geen id"),
    action("x", who=None),
    action("x" * 20_001),
    {"text": "x"},
    "x",
]


PARSED = """([course, strange, good]) => strange.map((one) => {
  const document = {version: 1, course, lessons: {}, quizzes: {}, plan: {vreemd: one, goed: good}};
  const { damage, progress } = Leerpad.progress.parse(document, course);
  return [damage, Object.keys(progress.plan)];
})"""


def test_a_strange_action_is_left_out_and_the_rest_kept(visitor: Visitor) -> None:
    strange = {f"vreemd-{number}": one for number, one in enumerate(STRANGE)}
    page = fill(visitor, {**strange, "goed": action("Bellen")})
    expect_plan(page, ["Bellen"])
    expect(page.get_by_role("region", name="Melding over je voortgang")).to_contain_text("Wat leesbaar was, is er nog.")
    each = page.evaluate(PARSED, [COURSE, STRANGE, action("Bellen")])
    assert [one for one, said in zip(STRANGE, each, strict=True) if said != ["damaged", ["goed"]]] == []


def test_the_plan_can_be_used_where_nothing_can_be_kept(visitor: Visitor) -> None:
    for script, page in ((FULL, visitor.page), (BLOCK, visitor.tab())):
        page.add_init_script(script)
        visitor.open(PLAN, page)
        add(page, "Bellen")
        tick(page, "Bellen").check()
        page.get_by_role("button", name="Haal weg: Bellen").click()
        page.get_by_role("button", name="Zet terug").click()
        expect_plan(page, ["Bellen"])
        expect(page.get_by_role("region", name="Melding over je voortgang")).to_be_visible()
        if script == FULL:
            assert visitor.complaints == []
    visitor.complaints.clear()  # where all is blocked, the theme says that it can't keep its colour scheme either
