"""The picture that a scan gives: its bars and table, what it says of each part, and where one begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import Visitor, choose, question
from support.paper import printed
from support.scan_page import SCAN, TIRED, fill_in, picture, rows, show

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors

COURSE = "proefpad"
CLOSED = "drie/drie-a.html"
TEXT = "Tekst van de les."


@pytest.fixture
def visitor(visitors: Visitors, scan_site: Path) -> Visitor:
    """Somebody who opens the small site with a scan."""
    return visitors.arrive(scan_site.as_uri(), reduced_motion="reduce")


def test_the_picture_says_each_dimension_and_where_to_begin(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    expect(page.get_by_text("0 van 5 ingevuld")).to_be_visible()
    fill_in(page, TIRED)
    expect(page.get_by_text("4 van 5 ingevuld")).to_be_visible()
    result = show(page)
    expect(page.locator(".lp-result-title")).to_be_focused()
    chart = result.get_by_role("img")
    name = "Staafdiagram, van 1 helemaal oneens tot 5 helemaal eens. Rust: 2,0 · laag, Werk: 4,5 · hoog."
    expect(chart).to_have_attribute("aria-label", name)
    expect(chart).to_contain_text("2,0 · laag")
    expect(result).to_contain_text("Neem rust.")  # the alert
    expect(result.get_by_text("Moe", exact=True)).to_be_visible()
    expect(result).to_contain_text("Slaap eerst.")
    expect(result.get_by_role("link", name="Begin bij het niveau Derde")).to_have_attribute(
        "href", f"{visitor.address}/drie/index.html"
    )
    expect(page.get_by_text("Geen oordeel.")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Bekijk mijn beeld")).to_be_hidden()

    # Bars stand as far as the scores.
    bars = page.evaluate("""() => [...document.querySelectorAll(".lp-chart-bar")].map((bar) =>
      [bar.getAttribute("width"), bar.getAttribute("data-stage"), getComputedStyle(bar).fill])""")
    assert bars == [["25%", "0", "rgb(77, 100, 121)"], ["87.5%", None, "rgb(29, 95, 138)"]]

    # The table stands under a summary, and open on paper.
    table = page.get_by_role("region", name="Jouw beeld als tabel")
    expect(table).to_be_hidden()
    paper = " ".join(sheet.words for sheet in printed(page))
    assert "Onderdeel Score Stand Rust 2,0 laag Werk 4,5 hoog" in paper
    expect(table).to_be_hidden()
    page.get_by_text("Jouw beeld als tabel").click()
    expect(table).to_be_visible()
    assert rows(page) == [["Rust", "2,0", "laag"], ["Werk", "4,5", "hoog"]]

    # No label crosses a line, on any screen.
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 844})
        crossed = page.evaluate("""() => {
          const boxes = (selector) => [...document.querySelectorAll(selector)].map((part) => part.getBoundingClientRect());
          const lines = boxes(".lp-chart-line");
          const labels = boxes(".lp-chart :is(text, span)");
          const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          return [lines.length, labels.length, labels.filter((label) => lines.some((line) => meet(line, label))).length];
        }""")
        assert crossed == [4, 9, 0]

    # What is done is said where it says to begin.
    done = "Leerpad.store.update(({ lessons }, { put }) => put(lessons, '%s', { done: true }))"
    expect(result).to_contain_text("Lees Les een A.")
    page.evaluate(done % "een-a")
    expect(result).to_contain_text("Lees Les een A (al gelezen).")
    page.evaluate(done % "drie-a")
    expect(result).to_contain_text("Van “Derde” rondde je al 1 van de 2 lessen af.")
    page.evaluate(done % "drie-b")
    expect(result).to_contain_text("Alle lessen van “Derde” rondde je al af. De toets nog niet.")
    page.evaluate("""Leerpad.store.update((kept) => { kept.quizzes["toets-drie"] = { poging: {
      started: 1, seed: 1, questions: [], retry: false, answers: {}, finished: Date.UTC(2026, 4, 31, 12),
      outcome: { points: 1, max: 1, passed: true, questions: {} } } }; })""")
    expect(result).to_contain_text("De toets van “Derde” haalde je al, op 31 mei 2026.")
    expect(result.get_by_role("link", name="Kijk terug in het niveau Derde")).to_be_visible()
    expect(result.get_by_role("link", name="Begin bij")).to_have_count(0)


def test_too_few_answers_is_a_result_that_leads_back(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    fill_in(page, {"Ik fiets.": "eens"})  # hardly anything filled in is no error
    result = show(page)
    expect(result.get_by_role("listitem")).to_have_count(4)
    expect(result).to_contain_text("te weinig antwoorden: Rust, Werk.")

    page.evaluate("Leerpad.store.wipe()")
    fill_in(page, {"Ik slaap goed.": "eens", "Ik ben moe.": "niet van toepassing", "Ik werk graag.": "eens"})
    result = show(page)
    assert rows(page) == [["Rust", "–", "te weinig antwoorden"], ["Werk", "4,0", "hoog"]]
    expect(result).to_contain_text("Deze onderdelen hebben te weinig antwoorden: Rust.")
    items = result.get_by_role("listitem").all_inner_texts()
    assert items == ["Ik ben moe. (niet van toepassing)", "Ik werk veel.", "Ik fiets."]
    expect(result.get_by_role("link", name="Begin bij")).to_have_count(0)
    result.get_by_role("link", name="Ik fiets.").click()
    expect(question(page, "Ik fiets.").get_by_role("radio").first).to_be_focused()
    page.get_by_role("button", name="Bekijk mijn beeld").click()
    result.get_by_role("link", name="Ik ben moe.").click()
    expect(question(page, "Ik ben moe.").get_by_label("niet van toepassing")).to_be_focused()
    choose(page, "Ik ben moe.", "oneens")
    show(page)
    assert rows(page)[0] == ["Rust", "4,0", "hoog"]


OPEN = """(opened) => Leerpad.course.levels.map(({ id }) => id).filter((id) =>
  Leerpad.path.unlocked({ ...Leerpad.store.progress, opened }, Leerpad.path.level(id)))"""


def test_a_level_opened_by_the_scan_stays_open_and_the_rest_closed_until_all_is_wiped(visitor: Visitor) -> None:
    waiting = visitor.open(CLOSED, visitor.tab())
    expect(waiting.get_by_text(TEXT)).to_be_hidden()
    assert waiting.evaluate(OPEN, {"twee": {"at": 1}}) == ["een", "twee"]  # an opened level opens nothing after it
    page = visitor.open(SCAN)
    fill_in(page, TIRED)
    result = show(page)
    expect(result).to_contain_text("Dit niveau is nog gesloten op dit apparaat.")
    result.get_by_role("button", name="Open dit niveau").click()
    expect(result).to_contain_text("“Derde” is nu open.")
    expect(result.get_by_role("link", name="Begin bij het niveau Derde")).to_be_focused()
    expect(waiting.get_by_text(TEXT)).to_be_visible()
    for path in (CLOSED, "twee/twee-a.html"):  # what is before it is open too
        expect(visitor.open(path).get_by_text(TEXT)).to_be_visible()
    expect(visitor.open("index.html").get_by_role("link", name="Begin: Les een A")).to_be_visible()
    page = visitor.open(SCAN)
    expect(picture(page).get_by_role("button", name="Open dit niveau")).to_have_count(0)

    # Answers are not progress, and a wipe takes them.
    page = visitor.open("mijn-voortgang.html")
    expect(page.get_by_text("Je bent nog niet begonnen.")).to_be_visible()
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Je voortgang is gewist.")).to_be_visible()
    assert visitor.kept(COURSE) == {"name": {"text": "", "at": 0}}
    expect(visitor.open(CLOSED).get_by_text(TEXT)).to_be_hidden()
    expect(visitor.open(SCAN).get_by_text("0 van 5 ingevuld")).to_be_visible()
