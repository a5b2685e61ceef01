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
AS_TIRED = [["Rust", "2,0", "laag"], ["Werk", "4,5", "hoog"]]


@pytest.fixture
def visitor(visitors: Visitors, scan_site: Path) -> Visitor:
    """Somebody who opens the small site with a scan."""
    return visitors.arrive(scan_site.as_uri(), reduced_motion="reduce")


def expect_no_picture(page: Page) -> None:
    expect(page.get_by_role("region", name="Jouw beeld", exact=True)).to_have_count(0)


def begin_again(page: Page) -> None:
    """Nothing is filled in."""
    page.evaluate("Leerpad.store.wipe()")
    expect(page.get_by_text("0 van 5 ingevuld")).to_be_visible()


def test_with_a_mouse_or_only_a_keyboard(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    # Each statement has its number, and what is open is one press away.
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
    question(page, "Ik slaap goed.").get_by_label("eens", exact=True).press("Enter")  # on an answer it shows no picture
    expect_no_picture(page)

    # The whole scan with only a keyboard.
    begin_again(page)
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


ONE_ROW = """(group) => {
  const radios = [...group.querySelectorAll("input")].map((radio) => radio.getBoundingClientRect());
  const labels = [...group.querySelectorAll("label > span")];
  const width = (label) => label.getBoundingClientRect().width;
  const names = (some) => some.map((label) => label.textContent.trim());
  return {
    rows: [radios.length, new Set(radios.map(({ y }) => Math.round(y))).size],
    small: radios.filter(({ width, height }) => Math.min(width, height) < 44).length,
    seen: names(labels.filter((label) => width(label) > 30)),
    cut: names(labels.filter((label) => width(label) > 1 && width(label) <= 30)),
    bold: names(labels.filter((label) => getComputedStyle(label).fontWeight === "600")),
    fits: document.documentElement.scrollWidth <= innerWidth,
  };
}"""
ABOVE_THE_BAR = """() => [...document.querySelectorAll(".lp-statement")].map((item) => {
  const focused = [...item.querySelectorAll("input")].at(-1);
  focused.focus();
  return focused.getBoundingClientRect().bottom <= document.querySelector(".lp-scan-bar").getBoundingClientRect().top;
})"""


def test_on_a_phone_an_empty_scan_says_where_to_begin_its_answers_fit_and_no_focus_is_hidden(
    visitors: Visitors, scan_site: Path
) -> None:
    page = visitors.arrive(scan_site.as_uri(), viewport={"width": 390, "height": 844}).open(SCAN)
    # An empty scan says what to do, and begins there.
    page.get_by_role("button", name="Bekijk mijn beeld").click()
    said = page.get_by_text("Je hebt nog niets ingevuld. Begin bij de eerste stelling.")
    expect(said).to_be_in_viewport(ratio=1)
    first = question(page, "Ik slaap goed.")
    expect(first.get_by_role("radio").first).to_be_focused()
    expect(first).to_have_accessible_description(re.compile("^Je hebt nog niets ingevuld"))
    expect_no_picture(page)
    choose(page, "Ik slaap goed.", "eens")
    expect(said).to_have_count(0)
    show(page)

    # The answers are one row, with a label at each end, or only at what was chosen.
    begin_again(page)
    ends = ["helemaal oneens", "helemaal eens"]
    row = {"rows": [6, 1], "small": 0, "cut": [], "fits": True}
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        assert first.evaluate(ONE_ROW) == {**row, "seen": ends, "bold": []}
        for chosen in ("oneens", "niet van toepassing"):
            first.get_by_role("radio", name=chosen, exact=True).check()
            assert first.evaluate(ONE_ROW) == {**row, "seen": [chosen], "bold": [chosen]}
        begin_again(page)

    # The bar offers the picture when all is filled in, and hides no focus.
    page.set_viewport_size({"width": 375, "height": 640})
    assert page.evaluate(ABOVE_THE_BAR) == [True] * 5
    ready = page.get_by_text("Je beeld is klaar.")
    for item in page.locator(".lp-statement").all():
        expect(ready).to_be_hidden()
        item.get_by_role("radio").first.check()
    told = ready.evaluate_handle("(status) => status.firstChild")
    page.locator(".lp-statement").first.get_by_role("radio").last.check()
    assert told.evaluate("(text) => text.isConnected"), "who listens hears it again"
    # The picture is offered where the last answer is given, on a phone and on a low screen.
    offer = page.get_by_role("button", name="Bekijk mijn beeld")
    for width, height in ((375, 640), (640, 340)):
        page.set_viewport_size({"width": width, "height": height})
        page.locator(".lp-statement").first.scroll_into_view_if_needed()
        expect(page.get_by_text("5 van 5 ingevuld")).to_be_in_viewport()
        expect(ready).to_be_in_viewport()
        expect(offer).to_be_in_viewport(ratio=1)
        assert page.evaluate(ABOVE_THE_BAR) == [True] * 5


def test_answers_and_the_picture_come_back_after_a_reload_and_on_another_place(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    earlier = page.get_by_text("Wat je eerder antwoordde")
    expect(earlier).to_be_hidden()
    fill_in(page, {"Ik slaap goed.": "oneens", "Ik fiets.": "niet van toepassing"})
    page.reload()
    expect(question(page, "Ik slaap goed.").get_by_label("oneens", exact=True)).to_be_checked()
    expect(question(page, "Ik fiets.").get_by_label("niet van toepassing")).to_be_checked()
    # A scan that is moved keeps its answers, and takes more.
    page.evaluate("() => document.querySelector('h1').after(document.querySelector('leerpad-scan'))")
    expect(page.get_by_text("2 van 5 ingevuld")).to_be_visible()
    fill_in(page, dict([*TIRED.items()][1:]))
    expect(page.get_by_text("5 van 5 ingevuld")).to_be_visible()
    before = show(page).inner_text()
    assert rows(page) == AS_TIRED
    page.reload()
    assert picture(page).inner_text() == before
    page.get_by_role("button", name="Antwoorden aanpassen").click()
    expect(question(page, "Ik slaap goed.").get_by_label("oneens", exact=True)).to_be_focused()

    # What storage says of statements that are gone is kept and ignored; of an earlier edition, it can be read back.
    strange = "{oud: {value: 5, at: 1}, r1: {value: 9, at: 1}, r0: {value: 2, at: 1}}"
    page.evaluate(f"Leerpad.store.update((p) => {{ p.scans.proefscan = {strange}; }})")
    page.reload()
    expect(page.get_by_role("button", name="Bekijk mijn beeld")).to_be_visible()  # the form, as it was left
    expect(page.get_by_text("0 van 5 ingevuld")).to_be_visible()
    earlier.click()
    expect(page.get_by_text("Ik droom zelden. oneens", exact=True)).to_be_visible()
    choose(page, "Ik fiets.", "eens")
    assert set(visitor.stored(COURSE)["scans"]["proefscan"]) == {"oud", "r0", "r1", "los"}
    fill_in(page, TIRED)
    show(page)
    assert rows(page) == AS_TIRED  # it counts nowhere
    expect(page.get_by_text("Ik droom zelden. oneens", exact=True)).to_be_visible()

    # A picture whose answers are all gone is the form again.
    page.evaluate("""Leerpad.store.update((kept) => {
      kept.scans.proefscan = { r1: { value: null, at: 1 } };
      kept.shown.proefscan = { done: true, at: 1 };
    })""")
    page.reload()
    expect(page.get_by_text("0 van 5 ingevuld")).to_be_visible()


def test_two_tabs_have_one_scan_that_can_be_cleared_and_taken_back(visitor: Visitor) -> None:
    one, two = visitor.page, visitor.tab()
    visitor.open(SCAN, one)
    # An answer from a clock that runs ahead can be changed in both.
    ahead = "Leerpad.store.update((p) => { p.scans.proefscan = {r1: {value: 5, at: Date.now() + 3600000}}; })"
    one.evaluate(ahead)
    visitor.open(SCAN, two)
    expect(question(two, "Ik slaap goed.").get_by_label("helemaal eens")).to_be_checked()
    choose(one, "Ik slaap goed.", "oneens")
    for tab in (two, one):
        expect(question(tab, "Ik slaap goed.").get_by_label("oneens", exact=True)).to_be_checked()

    # Starting again clears in every tab, and can be taken back.
    fill_in(one, TIRED)
    show(one)
    assert picture(two).inner_text() == picture(one).inner_text()
    two.get_by_role("button", name="Opnieuw invullen").click()
    for page in (one, two):
        expect(page.get_by_text("0 van 5 ingevuld")).to_be_visible()
    choose(one, "Ik fiets.", "eens")  # the other tab still held the old answers: they don't come back
    expect(two.get_by_text("1 van 5 ingevuld")).to_be_visible()
    two.get_by_role("button", name="Zet ze terug").click()
    assert rows(two) == AS_TIRED
    picture(one)


def test_a_copy_holds_the_scan(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.open(SCAN)
    fill_in(page, TIRED)
    before = show(page).inner_text()
    visitor.save_copy(tmp_path / "kopie.json")
    page.evaluate("Leerpad.store.wipe()")
    page.set_input_files("input[type=file]", tmp_path / "kopie.json")
    expect(page.get_by_text("De kopie is teruggezet.")).to_be_visible()
    assert picture(visitor.open(SCAN)).inner_text() == before
