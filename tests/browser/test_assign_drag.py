"""Matching and categorize with the mouse and with a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.assigning import RIGHT, asked, check, row, select
from support.axe import violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitors


@pytest.fixture
def page(assign_site: Path, visitors: Visitors) -> Page:
    """The practice, in a wide window with a mouse."""
    return visitors.arrive(assign_site.as_uri()).open("een/een-a.html")


def chip(page: Page, text: str) -> Locator:
    return page.locator(".lp-options > li", has_text=text)


def grip(page: Page, label: str) -> Locator:
    return row(page, label).locator(".lp-grip")


def chosen(page: Page, label: str) -> str:
    text: str = select(page, label).evaluate("select => select.selectedOptions[0].text")
    return text


def drag(page: Page, thing: Locator, onto: Locator, *, drop: bool = True) -> None:
    """From the middle of one to the middle of the other."""
    thing.hover()
    page.mouse.down()
    box = onto.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    if drop:
        page.mouse.up()


def fill_in(page: Page, prompt: str) -> None:
    for label, option in RIGHT[prompt].items():
        select(page, label).select_option(option)


DRAGGED = {"Tweede links": "Past nergens", "Ding drie": "Groep een"}  # one of matching, and one of categorize


def test_dragging_works_in_both_directions_and_is_kept_and_what_is_used_stays_available(page: Page) -> None:
    for label, option in DRAGGED.items():
        drag(page, chip(page, option), row(page, label))
        assert chosen(page, label) == option
    page.reload()
    for label, option in DRAGGED.items():
        assert chosen(page, label) == option
        expect(chip(page, option)).to_have_attribute("data-count", "1")
        select(page, label).select_option("")
        drag(page, grip(page, label), chip(page, option))
        assert chosen(page, label) == option
    expect(page.locator(".lp-aim, .lp-dragging")).to_have_count(0)

    # An option that is used stays available.
    for label in ("Tweede links", "Derde links"):
        drag(page, chip(page, "Tweede rechts"), row(page, label))
    expect(chip(page, "Tweede rechts")).to_have_attribute("data-count", "2")
    select(page, "Tweede links").select_option("Past nergens")
    select(page, "Derde links").select_option("Past nergens")
    expect(chip(page, "Tweede rechts")).not_to_have_attribute("data-used", "")

    # Nothing can be dragged once the answer stands.
    fill_in(page, "Wat hoort bij wat?")
    check(page, "Wat hoort bij wat?")
    form = asked(page, "Wat hoort bij wat?")
    expect(form.locator(".lp-options")).to_be_hidden()
    expect(form.locator(".lp-grip").first).to_be_hidden()


def test_the_thing_under_the_pointer_lights_up_and_escape_or_a_drop_beside_it_changes_nothing(page: Page) -> None:
    start = chip(page, "Past nergens").bounding_box()
    drag(page, chip(page, "Past nergens"), row(page, "Derde links"), drop=False)
    expect(page.locator(".lp-aim")).to_contain_text("Derde links")
    page.keyboard.press("Escape")
    expect(page.locator(".lp-aim, .lp-dragging")).to_have_count(0)
    assert chip(page, "Past nergens").bounding_box() == start
    page.mouse.up()
    assert chosen(page, "Derde links") == "Kies…"
    drag(page, grip(page, "Derde links"), chip(page, "Eerste rechts"), drop=False)
    expect(page.locator(".lp-aim")).to_have_text("Eerste rechts")
    page.keyboard.press("Escape")
    page.mouse.up()
    assert chosen(page, "Derde links") == "Kies…"

    # Beside a row, or into another question.
    page.set_viewport_size({"width": 1280, "height": 1800})  # both questions in sight
    drag(page, chip(page, "Past nergens"), page.locator(".lp-quiz-title"))
    drag(page, chip(page, "Past nergens"), row(page, "Ding een"))
    drag(page, grip(page, "Derde links"), chip(page, "Groep een"))
    assert {chosen(page, label) for right in RIGHT.values() for label in right} == {"Kies…"}


def test_a_finger_taps_a_row_and_then_what_belongs_there(assign_site: Path, visitors: Visitors) -> None:
    phone = visitors.arrive(
        assign_site.as_uri(), viewport={"width": 320, "height": 700}, has_touch=True, is_mobile=True
    )
    page = phone.open("een/een-a.html")
    expect(page.locator(".lp-options").first).to_be_hidden()
    expect(page.locator(".lp-grip").first).to_be_hidden()
    form = asked(page, "Wat hoort waar?")
    labels = form.locator(".lp-row > label").all_inner_texts()
    form.locator(".lp-row > label").first.tap()
    assert violations(page) == []
    for label in labels:  # the next empty row opens by itself
        picks = page.get_by_role("group", name=label)
        boxes = [button.bounding_box() for button in picks.get_by_role("button").all()]
        assert [box["height"] for box in boxes if box and box["height"] < 44] == []
        picks.get_by_role("button", name=RIGHT["Wat hoort waar?"][label]).tap()
        expect(row(page, label).locator(".lp-slot")).to_have_text(RIGHT["Wat hoort waar?"][label])
    expect(page.locator(".lp-picks")).to_have_count(0)
    expect(select(page, labels[-1])).to_be_focused()  # what keyboards and screen readers use
    row(page, labels[0]).locator(".lp-slot").tap()
    chosen_one = page.get_by_role("group", name=labels[0]).get_by_role("button", pressed=True)
    chosen_one.tap()  # a second time says it once more
    expect(page.locator(".lp-picks")).to_have_count(0)
    expect(row(page, labels[0]).locator(".lp-slot")).to_have_text(RIGHT["Wat hoort waar?"][labels[0]])
    row(page, labels[1]).locator(".lp-slot").tap()
    page.keyboard.press("Escape")
    expect(page.locator(".lp-picks")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    check(page, "Wat hoort waar?")
    expect(page.locator(".lp-feedback-title")).to_have_text("Goed · 3 van 3 punten")
