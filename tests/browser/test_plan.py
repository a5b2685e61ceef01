"""The action plan: steps from lessons and of one's own, with who and when; by keyboard, and on a narrow screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.learners import progress, returned
from support.paper import printed
from support.plan_page import COURSE, LESSON, PLAN, SAID, add, card, expect_plan, fill, step, tick
from support.plans import action

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitor, Visitors


@pytest.fixture
def visitor(visitors: Visitors, plan_site: Path) -> Visitor:
    return visitors.arrive(plan_site.as_uri())


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
    plan = {"bellen": action("Bel Ria", who="Ik", when="2030-01-01")}
    put = (
        step(returned(visitor, progress(COURSE, [], [], plan=plan), COURSE).open(LESSON), SAID)
        .get_by_role("button")
        .first
    )
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


def test_the_plan_stands_in_an_order_that_helps_and_an_action_needs_words_that_are_only_text(visitor: Visitor) -> None:
    page = visitor.open(PLAN)
    page.get_by_label("Wie?").fill("Ria")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_role("alert")).to_have_text("Schrijf eerst op wat je gaat doen.")
    expect(page.get_by_label("Wat ga je doen?")).to_be_focused()
    add(page, "Ooit")
    expect(page.get_by_role("alert")).to_have_text("")
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

    # Markup in an action is only text.
    text = "<img src=x onerror=alert(1)> & {text}"
    add(page, text, "<b>Ria</b>")
    tick(page, text).check()
    expect(card(page, text)).to_contain_text("Wie: <b>Ria</b>")
    assert text in printed(page)[0].words


def test_actions_can_be_changed_or_left_as_they_were_side_by_side_and_what_is_taken_away_can_be_put_back(
    visitor: Visitor,
) -> None:
    own = action("Bellen", who="Ria", when="2030-01-01", lesson="een-a")
    page = fill(visitor, {"een": own, "twee": action("Schrijven", 2)})
    page.get_by_role("button", name="Haal weg: Bellen").click()
    expect_plan(page, ["Schrijven"])
    expect(page.get_by_role("status").filter(has_text="Weggehaald: Bellen")).to_be_visible()
    expect(page.get_by_role("button", name="Zet terug")).to_be_focused()
    page.keyboard.press("Enter")
    expect_plan(page, ["Bellen", "Schrijven"])
    expect(tick(page, "Bellen")).to_be_focused()
    expect(card(page, "Bellen")).to_contain_text("Wie: Ria")

    # It is changed, or left as it was.
    page.get_by_role("button", name="Pas aan: Bellen").click()
    form = page.locator("li form")
    expect(form.get_by_label("Wat ga je doen?")).to_be_focused()
    form.get_by_label("Wat ga je doen?").fill("Anders")
    page.keyboard.press("Escape")
    expect_plan(page, ["Bellen", "Schrijven"])
    expect(page.get_by_role("button", name="Pas aan: Bellen")).to_be_focused()
    page.keyboard.press("Enter")
    form.get_by_label("Wat ga je doen?").fill("Ria bellen")
    form.get_by_label("Wanneer?").fill("2030-02-03")
    form.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("button", name="Pas aan: Ria bellen")).to_be_focused()
    expect(card(page, "Ria bellen")).to_contain_text("3 februari 2030")
    expect(card(page, "Ria bellen").get_by_role("link", name="Les een A")).to_be_visible()
    page.reload()
    expect_plan(page, ["Ria bellen", "Schrijven"])

    # Two are changed side by side.
    page.get_by_role("button", name="Pas aan: Ria bellen").click()
    form.get_by_label("Wat ga je doen?").fill("Oom bellen")
    page.get_by_role("button", name="Pas aan: Schrijven").click()
    both = form.get_by_label("Wat ga je doen?")
    expect(both.last).to_be_focused()
    assert [both.nth(n).input_value() for n in range(2)] == ["Oom bellen", "Schrijven"]
    form.last.get_by_role("button", name="Bewaar").click()
    form.get_by_role("button", name="Bewaar").click()
    expect_plan(page, ["Oom bellen", "Schrijven"])

    # What is taken away and not put back is gone from storage too.
    page.get_by_role("button", name="Haal weg: Oom bellen").click()
    page.reload()
    expect_plan(page, ["Schrijven"])
    assert "Oom bellen" not in page.evaluate("JSON.stringify(localStorage)")


def to_content(page: Page) -> None:
    """As one who uses the first link of each page does."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def tab_to(page: Page, target: Locator) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError("never came there")


def test_all_of_it_with_the_keyboard_only(visitor: Visitor) -> None:
    page = visitor.open(LESSON)
    to_content(page)
    tab_to(page, step(page, SAID).get_by_role("button"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Afronden en hier blijven"))
    page = visitor.open(PLAN)
    to_content(page)
    tab_to(page, page.get_by_label("Wat ga je doen?"))
    page.keyboard.type("Schrijven")
    tab_to(page, page.get_by_label("Wie?"))
    page.keyboard.type("Ria")
    page.keyboard.press("Enter")
    expect(tick(page, "Schrijven")).to_be_visible()
    page.reload()
    to_content(page)
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


def test_the_plan_passes_axe_on_the_narrowest_screen(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    page = visitor.open(PLAN)
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_role("alert")).to_have_text("Schrijf eerst op wat je gaat doen.")
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
