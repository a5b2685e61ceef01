"""The action plan: steps from lessons and of one's own, with who and when, on the screen and on paper."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.axe import violations, violations_in_both_schemes
from support.paper import A4, printed
from support.plans import action, plan_files
from support.storage import BLOCK, FULL
from support.trees import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitor, Visitors

COURSE = "proefpad"
LESSON = "een/een-a.html"
PLAN = "mijn-actieplan.html"
SAID = "Bel één klant, zie les B."


@pytest.fixture
def visitor(visitors: Visitors, plan_site: Path) -> Visitor:
    return visitors.arrive(plan_site.as_uri())


def step(page: Page, text: str) -> Locator:
    """A step at the end of a lesson."""
    return page.get_by_role("region", name="Kies een eerste stap").get_by_role("listitem").filter(has_text=text)


def card(page: Page, text: str) -> Locator:
    """An action on the plan."""
    return page.get_by_role("main").get_by_role("listitem").filter(has_text=text)


def tick(page: Page, text: str) -> Locator:
    return page.get_by_role("checkbox", name=text, exact=True)


def add(page: Page, text: str, who: str = "", when: str = "") -> None:
    page.get_by_label("Wat ga je doen?").fill(text)
    page.get_by_label("Wie?").fill(who)
    page.get_by_label("Wanneer?").fill(when)
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_text(f"Toegevoegd: {text}")).to_be_visible()


def expect_plan(page: Page, actions: list[str]) -> None:
    """The actions, from top to bottom."""
    expect(page.locator(".lp-plan-tick")).to_have_text(actions)


def fill(visitor: Visitor, plan: dict[str, Any]) -> Page:
    visitor.open("index.html")
    parts = {"version": 1, "course": COURSE, "lessons": {}, "quizzes": {}, "plan": plan}
    visitor.store(COURSE, json.dumps(parts))
    return visitor.open(PLAN)


def test_a_step_of_a_lesson_goes_on_the_plan_and_off_again(visitor: Visitor) -> None:
    page = visitor.open(LESSON)
    put = step(page, SAID).get_by_role("button").first
    expect(put).to_have_accessible_name(f"Zet op mijn actieplan {SAID}")
    expect(put).to_have_attribute("aria-pressed", "false")
    put.click()
    expect(put).to_have_accessible_name(re.compile("^Staat op je actieplan"))
    expect(put).to_have_attribute("aria-pressed", "true")
    expect(put).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Op je actieplan gezet.")).to_be_attached()
    page.reload()
    expect(put).to_have_accessible_name(re.compile("^Staat op je actieplan"))
    page.get_by_role("region", name="Kies een eerste stap").get_by_role("link", name="Mijn actieplan").click()
    expect_plan(page, [SAID])
    card(page, SAID).get_by_role("link", name="Les een A").click()
    put.click()
    expect(put).to_have_accessible_name(re.compile("^Zet op mijn actieplan"))
    expect(visitor.open(PLAN).get_by_text("Je actieplan is nog leeg.")).to_be_visible()


def test_taking_a_step_off_by_mistake_loses_nothing(visitor: Visitor) -> None:
    fill(visitor, {"bellen": action("Bel Ria", who="Ik", when="2030-01-01")})
    put = step(visitor.open(LESSON), SAID).get_by_role("button").first
    put.click()
    stored = visitor.stored(COURSE)["plan"]["bellen"]
    assert (stored["text"], stored["who"], stored["removed"]) == ("", "", True)  # what is gone is gone from storage too
    put.click()
    stored = visitor.stored(COURSE)["plan"]["bellen"]
    assert (stored["text"], stored["who"], stored["when"]) == ("Bel Ria", "Ik", "2030-01-01")


def test_steps_can_be_read_without_script(plan_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(plan_site.as_uri(), java_script_enabled=False)
    page = visitor.open(LESSON)
    expect(step(page, SAID)).to_be_visible()
    expect(page.get_by_role("button", name="actieplan")).to_have_count(0)
    page = visitor.open(PLAN)
    expect(page.get_by_text("Een eigen actieplan heeft JavaScript nodig,")).to_be_visible()
    expect(page.get_by_role("row")).to_contain_text(["Gedaan", SAID, "Vraag wat wacht."])


def test_the_plan_stands_in_an_order_that_helps(visitor: Visitor) -> None:
    page = visitor.open(PLAN)
    add(page, "Ooit")
    add(page, "Laat", when="2031-05-01")
    add(page, "Vroeg", "Ria", "2030-05-01")
    expect_plan(page, ["Vroeg", "Laat", "Ooit"])
    expect(page.get_by_label("Wat ga je doen?")).to_be_focused()  # ready for the next
    expect(page.get_by_label("Wie?")).to_have_value("")
    expect(card(page, "Vroeg")).to_contain_text("Wie: Ria")
    expect(card(page, "Vroeg")).to_contain_text("Wanneer: 1 mei 2030")
    tick(page, "Laat").check()
    expect_plan(page, ["Vroeg", "Ooit", "Laat"])
    expect(page.get_by_role("heading", name="Gedaan (1)")).to_be_visible()
    expect(tick(page, "Laat")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Gedaan: Laat")).to_be_visible()
    page.reload()
    expect(tick(page, "Laat")).to_be_checked()
    tick(page, "Laat").uncheck()
    expect_plan(page, ["Vroeg", "Laat", "Ooit"])


def test_an_action_needs_words(visitor: Visitor) -> None:
    page = visitor.open(PLAN)
    page.get_by_label("Wie?").fill("Ria")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_role("alert")).to_have_text("Schrijf eerst op wat je gaat doen.")
    expect(page.get_by_label("Wat ga je doen?")).to_be_focused()
    assert violations(page) == []
    add(page, "Bellen")
    expect(page.get_by_role("alert")).to_have_text("")


def test_an_action_can_be_changed_or_left_as_it_was(visitor: Visitor) -> None:
    page = fill(visitor, {"bellen": action("Bellen", lesson="een-a")})
    card(page, "Bellen").get_by_role("button", name="Pas aan: Bellen").click()
    form = page.locator("li form")
    expect(form.get_by_label("Wat ga je doen?")).to_be_focused()
    form.get_by_label("Wat ga je doen?").fill("Anders")
    page.keyboard.press("Escape")
    expect_plan(page, ["Bellen"])
    expect(page.get_by_role("button", name="Pas aan: Bellen")).to_be_focused()
    page.keyboard.press("Enter")
    form.get_by_label("Wat ga je doen?").fill("Ria bellen")
    form.get_by_label("Wanneer?").fill("2030-02-03")
    form.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("button", name="Pas aan: Ria bellen")).to_be_focused()
    expect(card(page, "Ria bellen")).to_contain_text("3 februari 2030")
    expect(card(page, "Ria bellen").get_by_role("link", name="Les een A")).to_be_visible()
    page.reload()
    expect_plan(page, ["Ria bellen"])


def test_two_actions_can_be_changed_side_by_side(visitor: Visitor) -> None:
    page = fill(visitor, {"een": action("Bellen"), "twee": action("Schrijven", 2)})
    page.get_by_role("button", name="Pas aan: Bellen").click()
    page.locator("li form").get_by_label("Wat ga je doen?").fill("Ria bellen")
    page.get_by_role("button", name="Pas aan: Schrijven").click()
    both = page.locator("li form").get_by_label("Wat ga je doen?")
    expect(both.last).to_be_focused()
    assert [both.nth(n).input_value() for n in range(2)] == ["Ria bellen", "Schrijven"]
    page.locator("li form").last.get_by_role("button", name="Bewaar").click()
    page.locator("li form").get_by_role("button", name="Bewaar").click()
    expect_plan(page, ["Ria bellen", "Schrijven"])


def test_what_is_taken_away_can_be_put_back(visitor: Visitor) -> None:
    page = fill(visitor, {"een": action("Bellen", who="Ria", when="2030-01-01"), "twee": action("Schrijven", 2)})
    page.get_by_role("button", name="Haal weg: Bellen").click()
    expect_plan(page, ["Schrijven"])
    expect(page.get_by_role("status").filter(has_text="Weggehaald: Bellen")).to_be_visible()
    expect(page.get_by_role("button", name="Zet terug")).to_be_focused()
    page.keyboard.press("Enter")
    expect_plan(page, ["Bellen", "Schrijven"])
    expect(tick(page, "Bellen")).to_be_focused()
    expect(card(page, "Bellen")).to_contain_text("Wie: Ria")
    page.get_by_role("button", name="Haal weg: Bellen").click()
    page.reload()
    expect_plan(page, ["Schrijven"])
    assert "Bellen" not in page.evaluate("JSON.stringify(localStorage)")


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
    fill(visitor, {"los": action("Los")})
    step(visitor.open(LESSON), SAID).get_by_role("button").click()
    expect(step(other, SAID).get_by_role("button")).to_have_accessible_name(re.compile("^Staat op je actieplan"))


def test_a_copy_takes_the_plan_along_and_a_wipe_takes_it_away(
    visitor: Visitor, visitors: Visitors, tmp_path: Path
) -> None:
    fill(visitor, {"een": action("Bellen", who="Ria")})
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


@pytest.mark.parametrize("strange", STRANGE, ids=lambda strange: str(strange)[:40])
def test_a_strange_action_is_left_out_and_the_rest_kept(strange: Any, visitor: Visitor) -> None:
    page = fill(visitor, {"vreemd": strange, "goed": action("Bellen")})
    expect_plan(page, ["Bellen"])
    expect(page.get_by_role("region", name="Melding over je voortgang")).to_contain_text("Wat leesbaar was, is er nog.")


def test_markup_in_an_action_is_only_text(visitor: Visitor) -> None:
    page = visitor.open(PLAN)
    text = "<img src=x onerror=alert(1)> & {text}"
    add(page, text, "<b>Ria</b>")
    tick(page, text).check()
    expect(card(page, text)).to_contain_text("Wie: <b>Ria</b>")
    assert text in printed(page)[0].words


@pytest.mark.parametrize("how", ["full", "blocked"])
def test_the_plan_can_be_used_where_nothing_can_be_kept(how: str, visitor: Visitor) -> None:
    visitor.context.add_init_script(FULL if how == "full" else BLOCK)
    page = visitor.open(PLAN)
    add(page, "Bellen")
    tick(page, "Bellen").check()
    page.get_by_role("button", name="Haal weg: Bellen").click()
    page.get_by_role("button", name="Zet terug").click()
    expect_plan(page, ["Bellen"])
    expect(page.get_by_role("region", name="Melding over je voortgang")).to_be_visible()
    if how == "blocked":  # the theme says that it can't keep its colour scheme either
        visitor.complaints.clear()


def tab_to(page: Page, target: Locator) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("never came there")


def test_all_of_it_with_the_keyboard_only(visitor: Visitor) -> None:
    page = visitor.open(LESSON)
    tab_to(page, step(page, SAID).get_by_role("button"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Afronden en hier blijven"))
    page = visitor.open(PLAN)
    tab_to(page, page.get_by_label("Wat ga je doen?"))
    page.keyboard.type("Schrijven")
    tab_to(page, page.get_by_label("Wie?"))
    page.keyboard.type("Ria")
    page.keyboard.press("Enter")
    expect(tick(page, "Schrijven")).to_be_visible()
    page.reload()
    tab_to(page, tick(page, SAID))
    page.keyboard.press("Space")
    expect(tick(page, SAID)).to_be_checked()
    expect(tick(page, SAID)).to_be_focused()
    tab_to(page, page.get_by_role("button", name=f"Pas aan: {SAID}"))
    page.keyboard.press("Enter")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Klant gebeld")
    tab_to(page, page.locator("li form").get_by_role("button", name="Bewaar"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Haal weg: Klant gebeld"))
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(tick(page, "Klant gebeld")).to_be_checked()
    expect(tick(page, "Klant gebeld")).to_be_focused()


def test_the_plan_passes_axe_on_the_narrowest_screen(plan_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(plan_site.as_uri(), viewport={"width": 320, "height": 640})
    page = visitor.open(PLAN)
    assert violations_in_both_schemes(page) == []
    long = action("Woordzonderspaties" * 12, who="Ooklang" * 14, when="2030-01-01", lesson="een-a")
    page = fill(visitor, {"een": long, "twee": action("Klaar", done=True)})
    page.get_by_role("button", name="Haal weg: Klaar").click()
    page.get_by_role("button", name="Pas aan").click()
    assert violations_in_both_schemes(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page = visitor.open(LESSON)
    step(page, SAID).get_by_role("button").click()
    assert violations_in_both_schemes(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_shows_a_table_with_boxes_and_nothing_else(scheme: str, plan_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(plan_site.as_uri(), color_scheme=scheme)
    page = fill(visitor, {"een": action("Bellen", who="Ria", when="2030-01-01"), "twee": action("Klaar", 2, done=True)})
    [sheet] = printed(page)
    assert (sheet.width, sheet.height) == A4
    assert sheet.words == "Mijn actieplan Gedaan Actie Wie Wanneer Bellen Ria 1 januari 2030 Klaar"
    page.emulate_media(media="print")
    assert page.locator(".lp-box").count() == 6  # and room to write
    assert page.locator(".lp-box svg").count() == 1
    ink = "element => getComputedStyle(element).color"
    assert (
        page.get_by_role("cell", name="Bellen").evaluate(ink) != "rgb(232, 237, 242)"
    )  # dark on white, in the dark too


def test_a_long_plan_repeats_its_heads_on_every_sheet(visitor: Visitor) -> None:
    page = fill(visitor, {f"a{n}": action(f"Actie nummer {n}", n) for n in range(1, 41)})
    sheets = printed(page)
    assert len(sheets) == 3
    assert all("Gedaan Actie Wie Wanneer" in sheet.words for sheet in sheets)
    assert all(sum(f"Actie nummer {n} " in f"{sheet.words} " for sheet in sheets) == 1 for n in range(1, 41))


def test_a_very_long_action_begins_on_the_first_sheet_and_a_short_one_stays_whole(visitor: Visitor) -> None:
    long, short = " ".join(f"lang{n}" for n in range(400)), " ".join(f"kort{n}" for n in range(30))
    sheets = printed(fill(visitor, {"a": action(long, 1), "b": action(short, 2), "c": action(short, 3)}))
    assert "Mijn actieplan Gedaan Actie Wie Wanneer lang0 lang1" in sheets[0].words
    assert sum("lang" in sheet.words for sheet in sheets) > 1
    assert all(sheet.words.count("kort0") == sheet.words.count("kort29") for sheet in sheets)


def test_a_lesson_on_paper_has_its_steps_without_buttons(visitor: Visitor) -> None:
    words = " ".join(sheet.words for sheet in printed(visitor.open(LESSON)))
    assert SAID in words
    assert "Zet op mijn actieplan" not in words
