"""The scan as a learner fills it in: on any screen, with any key, kept, and taken up again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import Visitor, choose, question
from support.scan_page import SCAN, TIRED, fill_in, picture, rows, show

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors

COURSE = "proefpad"


@pytest.fixture
def visitor(visitors: Visitors, scan_site: Path) -> Visitor:
    """Somebody who opens the small site with a scan."""
    return visitors.arrive(scan_site.as_uri(), reduced_motion="reduce")


def test_a_scan_that_is_moved_keeps_its_answers_and_takes_more(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    fill_in(page, dict([*TIRED.items()][:2]))
    page.evaluate("() => document.querySelector('h1').after(document.querySelector('leerpad-scan'))")
    expect(page.get_by_text("2 van 5 ingevuld")).to_be_visible()
    fill_in(page, dict([*TIRED.items()][2:]))
    expect(page.get_by_text("4 van 5 ingevuld")).to_be_visible()
    show(page)
    assert rows(page) == [["Rust", "2,0", "laag"], ["Werk", "4,5", "hoog"]]


def test_on_a_phone_the_answers_are_one_row_with_a_label_at_each_end(visitors: Visitors, scan_site: Path) -> None:
    for width in (390, 320):
        page = visitors.arrive(scan_site.as_uri(), viewport={"width": width, "height": 844}).open(SCAN)
        first = question(page, "Ik slaap goed.")
        boxes = [box for radio in first.get_by_role("radio").all() if (box := radio.bounding_box())]
        assert len(boxes) == 6
        assert len({round(box["y"]) for box in boxes}) == 1
        assert min(min(box["width"], box["height"]) for box in boxes) >= 44
        seen = {
            label
            for label in ("helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens", "niet van toepassing")
            if first.get_by_text(label, exact=True).evaluate("(label) => label.getBoundingClientRect().width > 1")
        }
        assert seen == {"helemaal oneens", "helemaal eens"}
        for chosen, others in (("oneens", "helemaal eens"), ("niet van toepassing", "oneens")):
            first.get_by_role("radio", name=chosen, exact=True).check()
            text = first.get_by_text(chosen, exact=True)
            assert text.evaluate("(label) => getComputedStyle(label).fontWeight") == "600"
            assert text.evaluate("(label) => label.getBoundingClientRect().width") > 30
            assert first.get_by_text(others, exact=True).evaluate("(label) => label.getBoundingClientRect().width") == 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_each_statement_has_its_number_and_what_is_open_is_one_press_away(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    expect(page.get_by_role("radiogroup", name="3 van 5 Ik werk graag.")).to_be_visible()
    fill_in(page, {"Ik slaap goed.": "eens", "Ik werk graag.": "eens", "Ik fiets.": "eens"})
    press = page.get_by_role("button", name="Naar wat open staat")
    for statement in ("Ik ben moe.", "Ik werk veel.", "Ik ben moe."):  # round what is left open
        press.click()
        expect(question(page, statement).get_by_role("radio").first).to_be_focused()
    choose(page, "Ik ben moe.", "eens")
    press.click()
    expect(question(page, "Ik werk veel.").get_by_role("radio").first).to_be_focused()
    choose(page, "Ik werk veel.", "eens")
    expect(press).to_be_hidden()


def test_answers_and_the_picture_come_back_after_a_reload(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    fill_in(page, {"Ik slaap goed.": "oneens", "Ik fiets.": "niet van toepassing"})
    page.reload()
    expect(question(page, "Ik slaap goed.").get_by_label("oneens", exact=True)).to_be_checked()
    expect(question(page, "Ik fiets.").get_by_label("niet van toepassing")).to_be_checked()
    expect(page.get_by_text("2 van 5 ingevuld")).to_be_visible()
    fill_in(page, TIRED)
    before = show(page).inner_text()
    page.reload()
    assert picture(page).inner_text() == before
    page.get_by_role("button", name="Antwoorden aanpassen").click()
    expect(question(page, "Ik slaap goed.").get_by_label("oneens", exact=True)).to_be_focused()
    page.reload()
    expect(page.get_by_role("button", name="Bekijk mijn beeld")).to_be_visible()


def test_starting_again_clears_in_every_tab_and_can_be_taken_back(visitor: Visitor) -> None:
    one, two = visitor.page, visitor.tab()
    visitor.open(SCAN, one)
    visitor.open(SCAN, two)
    fill_in(one, TIRED)
    show(one)
    assert picture(two).inner_text() == picture(one).inner_text()
    two.get_by_role("button", name="Opnieuw invullen").click()
    for page in (one, two):
        expect(page.get_by_text("0 van 5 ingevuld")).to_be_visible()
    choose(one, "Ik fiets.", "eens")  # the other tab still held the old answers: they don't come back
    expect(two.get_by_text("1 van 5 ingevuld")).to_be_visible()
    two.get_by_role("button", name="Zet ze terug").click()
    assert rows(two) == [["Rust", "2,0", "laag"], ["Werk", "4,5", "hoog"]]
    picture(one)


def test_an_answer_from_a_clock_that_runs_ahead_can_be_changed_in_two_tabs(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    ahead = "Leerpad.store.update((p) => { p.scans.proefscan = {r1: {value: 5, at: Date.now() + 3600000}}; })"
    page.evaluate(ahead)
    other = visitor.open(SCAN, visitor.tab())
    expect(question(other, "Ik slaap goed.").get_by_label("helemaal eens")).to_be_checked()
    choose(page, "Ik slaap goed.", "oneens")
    for tab in (other, page):
        expect(question(tab, "Ik slaap goed.").get_by_label("oneens", exact=True)).to_be_checked()


def test_a_copy_holds_the_scan(visitor: Visitor, visitors: Visitors, tmp_path: Path) -> None:
    page = visitor.open(SCAN)
    fill_in(page, TIRED)
    before = show(page).inner_text()
    visitor.save_copy(tmp_path / "kopie.json")
    other = visitors.arrive(visitor.address)
    page = other.restore(tmp_path / "kopie.json")
    expect(page.get_by_text("De kopie is teruggezet.")).to_be_visible()
    assert picture(other.open(SCAN)).inner_text() == before


def test_what_storage_says_of_statements_that_are_gone_is_kept_and_ignored(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    page.evaluate(
        "Leerpad.store.update((p) => { p.scans.proefscan = {oud: {value: 5, at: 1}, r1: {value: 9, at: 1}}; })"
    )
    page.reload()
    expect(page.get_by_text("0 van 5 ingevuld")).to_be_visible()
    choose(page, "Ik fiets.", "eens")
    assert set(visitor.stored(COURSE)["scans"]["proefscan"]) == {"oud", "r1", "los"}


def test_an_answer_of_an_earlier_edition_can_be_read_back_and_counts_nowhere(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    earlier = page.get_by_text("Wat je eerder antwoordde")
    expect(earlier).to_be_hidden()
    page.evaluate("Leerpad.store.update((p) => { p.scans.proefscan = {r0: {value: 2, at: 1}}; })")
    page.reload()
    expect(page.get_by_text("0 van 5 ingevuld")).to_be_visible()
    earlier.click()
    expect(page.get_by_text("Ik droom zelden. oneens", exact=True)).to_be_visible()
    fill_in(page, TIRED)
    show(page)
    assert rows(page) == [["Rust", "2,0", "laag"], ["Werk", "4,5", "hoog"]]
    expect(page.get_by_text("Ik droom zelden. oneens", exact=True)).to_be_visible()


def test_the_whole_scan_with_only_a_keyboard(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    question(page, "Ik slaap goed.").get_by_role("radio").first.focus()
    for times in range(1, 6):  # one answer further at each statement
        page.keyboard.press("Space")
        for _ in range(times - 1):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    expect(page.get_by_text("5 van 5 ingevuld")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Je beeld is klaar.")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Bekijk mijn beeld")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".lp-result-title")).to_be_focused()
    assert rows(page) == [["Rust", "2,5", "midden"], ["Werk", "3,5", "hoog"]]


def test_an_empty_scan_says_what_to_do_and_begins_there(visitors: Visitors, scan_site: Path) -> None:
    page = visitors.arrive(scan_site.as_uri(), viewport={"width": 390, "height": 844}).open(SCAN)
    page.get_by_role("button", name="Bekijk mijn beeld").click()
    said = page.get_by_text("Je hebt nog niets ingevuld. Begin bij de eerste stelling.")
    expect(said).to_be_in_viewport(ratio=1)
    first = question(page, "Ik slaap goed.")
    expect(first.get_by_role("radio").first).to_be_focused()
    expect(first).to_have_accessible_description(re.compile("^Je hebt nog niets ingevuld"))
    expect(page.get_by_role("region", name="Jouw beeld", exact=True)).to_have_count(0)
    choose(page, "Ik slaap goed.", "eens")
    expect(said).to_have_count(0)
    show(page)


def test_a_picture_whose_answers_are_all_gone_is_the_form_again(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    page.evaluate("""Leerpad.store.update((kept) => {
      kept.scans.proefscan = { r1: { value: null, at: 1 } };
      kept.shown.proefscan = { done: true, at: 1 };
    })""")
    page.reload()
    expect(page.get_by_text("0 van 5 ingevuld")).to_be_visible()


def test_enter_on_an_answer_shows_no_picture(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    fill_in(page, TIRED)
    question(page, "Ik slaap goed.").get_by_label("oneens", exact=True).press("Enter")
    expect(page.get_by_role("region", name="Jouw beeld", exact=True)).to_have_count(0)


def test_the_bar_offers_the_picture_when_all_is_filled_in_and_hides_no_focus(
    visitors: Visitors, scan_site: Path
) -> None:
    page = visitors.arrive(scan_site.as_uri(), viewport={"width": 375, "height": 640}).open(SCAN)
    check_focus_is_above_the_bar(page)
    for item in page.locator(".lp-statement").all():
        expect(page.get_by_text("Je beeld is klaar.")).to_be_hidden()
        item.get_by_role("radio").first.check()
    said = page.get_by_text("Je beeld is klaar.").evaluate_handle("(status) => status.firstChild")
    page.locator(".lp-statement").first.get_by_role("radio").last.check()
    assert said.evaluate("(text) => text.isConnected"), "who listens hears it again"
    # The picture is offered where the last answer is given, on a phone and on a low screen.
    offer = page.get_by_role("button", name="Bekijk mijn beeld")
    for width, height in ((375, 640), (640, 340)):
        page.set_viewport_size({"width": width, "height": height})
        page.locator(".lp-statement").first.scroll_into_view_if_needed()
        expect(page.get_by_text("5 van 5 ingevuld")).to_be_in_viewport()
        expect(page.get_by_text("Je beeld is klaar.")).to_be_in_viewport()
        expect(offer).to_be_in_viewport(ratio=1)
        check_focus_is_above_the_bar(page)


def check_focus_is_above_the_bar(page: Page) -> None:
    bar = page.locator(".lp-scan-bar")
    for item in page.locator(".lp-statement").all():
        item.get_by_role("radio").last.focus()
        focused, covering = item.get_by_role("radio").last.bounding_box(), bar.bounding_box()
        assert focused
        assert covering
        assert focused["y"] + focused["height"] <= covering["y"]
