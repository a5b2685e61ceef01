"""Scans of then beside the scan of now: what differs, what is kept of them, and how they go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.browser import Visitor, choose
from support.paper import printed
from support.scan_page import SCAN, fill_in, picture, rows, show

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors

COURSE = "proefpad"
WELL = {"Ik slaap goed.": "eens", "Ik ben moe.": "oneens", "Ik werk graag.": "eens", "Ik werk veel.": "helemaal eens"}
ON_A_DAY = """([month, answers]) => Leerpad.store.update((kept) => {
  const at = Date.UTC(2026, month - 1, 1, 12);
  kept.scans.proefscan = Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value, at }]));
  kept.shown.proefscan = { done: true, at };
})"""
TIRED_IDS = {"r1": 2, "r2": 4, "w1": 4, "w2": 5}


@pytest.fixture
def visitor(visitors: Visitors, scan_site: Path) -> Visitor:
    """Somebody who opens the small site with a scan."""
    return visitors.arrive(scan_site.as_uri(), reduced_motion="reduce")


def filled_in_march(visitor: Visitor) -> Page:
    """Somebody who filled in the scan on the first of March, and sees its picture."""
    page = visitor.open(SCAN)
    page.evaluate(ON_A_DAY, [3, TIRED_IDS])
    expect(picture(page)).to_contain_text("Ingevuld op 1 maart 2026.")
    return page


def test_a_scan_begun_anew_stands_beside_the_earlier_one_which_can_go_and_come_back(visitor: Visitor) -> None:
    page = filled_in_march(visitor)
    # One that is put back is the scan of then, and no earlier one.
    page.get_by_role("button", name="Opnieuw invullen").click()
    page.get_by_role("button", name="Zet ze terug").click()
    expect(picture(page)).to_contain_text("Ingevuld op 1 maart 2026.")
    expect(page.get_by_text("Eerdere scans")).to_have_count(0)

    page.get_by_role("button", name="Opnieuw invullen").click()
    expect(page.get_by_text("Je scan van 1 maart 2026 is bewaard.")).to_be_visible()
    fill_in(page, WELL)
    result = show(page)
    both = [["Rust", "2,0 · laag", "4,0 · hoog", "+2,0"], ["Werk", "4,5 · hoog", "4,5 · hoog", "0,0"]]
    assert rows(page) == both
    expect(result.get_by_role("columnheader").nth(1)).to_have_text("Toen")
    name = "Rust: nu 4,0 · hoog, toen 2,0 · laag, Werk: nu 4,5 · hoog, toen 4,5 · hoog."
    expect(result.get_by_role("img")).to_have_attribute("aria-label", re.compile(re.escape(name)))
    expect(result.get_by_role("heading", name="Wat er veranderde")).to_be_visible()
    for words in (
        "Rust: van 2,0 · laag naar 4,0 · hoog.",
        "Bij de andere onderdelen is het verschil kleiner dan 1,0. Dat zegt niets.",
        "Lees dit voorzichtig.",
        "We noemen een verschil vanaf 1,0, een kwart van de schaal.",
    ):
        expect(result).to_contain_text(words)
    page.reload()
    assert rows(page) == both
    paper = " ".join(sheet.words for sheet in printed(page))
    for words in (
        "nu 4,0 · hoog, toen 2,0 · laag",
        "Toen: 1 maart 2026",
        "toen is 1 maart 2026.",
        "+2,0",
        "Lees dit voorzichtig.",
    ):
        assert words in paper
    assert "Eerdere scans" not in paper
    page.get_by_text("Eerdere scans: 1").click()
    assert violations(page) == []
    page.get_by_role("button", name="Niet meer ernaast").click()
    expect(page.locator(".lp-result-title")).to_be_focused()
    assert rows(page) == [["Rust", "4,0", "hoog"], ["Werk", "4,5", "hoog"]]
    expect(result).not_to_contain_text("Wat er veranderde")
    page.get_by_role("button", name="Zet ernaast").click()
    assert rows(page) == both

    # An earlier scan can be removed and put back.
    page.get_by_role("button", name="Haal weg").click()
    undo = page.get_by_role("button", name="Zet hem terug")
    expect(undo).to_be_focused()
    assert rows(page)[0] == ["Rust", "4,0", "hoog"]
    assert [past["answers"] for past in visitor.stored(COURSE)["pastScans"]["proefscan"].values()] == [{}]
    undo.click()
    assert rows(page)[0] == ["Rust", "2,0 · laag", "4,0 · hoog", "+2,0"]
    page.get_by_text("Eerdere scans: 1").click()
    page.get_by_role("button", name="Antwoorden aanpassen").click()  # where there is no picture too
    page.get_by_role("button", name="Haal weg").click()
    page.reload()
    expect(page.get_by_text("Eerdere scans")).to_have_count(0)


def test_answers_changed_on_a_later_day_leave_the_scan_of_then(visitor: Visitor) -> None:
    page = filled_in_march(visitor)
    page.get_by_role("button", name="Antwoorden aanpassen").click()
    page.get_by_role("button", name="Bekijk mijn beeld").click()
    expect(picture(page)).to_contain_text("Ingevuld op 1 maart 2026.")
    expect(page.get_by_text("Eerdere scans")).to_have_count(0)
    page.get_by_role("button", name="Antwoorden aanpassen").click()
    choose(page, "Ik ben moe.", "helemaal oneens")
    show(page)
    assert rows(page)[0] == ["Rust", "2,0 · laag", "3,5 · hoog", "+1,5"]
    page.get_by_role("button", name="Antwoorden aanpassen").click()
    choose(page, "Ik slaap goed.", "helemaal eens")  # the same day: the same scan
    show(page)
    assert rows(page)[0] == ["Rust", "2,0 · laag", "5,0 · hoog", "+3,0"]
    expect(page.get_by_text("Eerdere scans: 1")).to_be_visible()


MONTHS = """([months, answers]) => {
  const fill = %s;
  const again = () => [...document.querySelectorAll("leerpad-scan button")].find(({ textContent }) => textContent === "Opnieuw invullen");
  for (const month of months) {
    fill([month, { ...answers, los: 1 + month %% 5 }]);
    again().click();
  }
}"""


def test_the_newest_twelve_scans_are_kept_and_without_scan_history_none(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    page.evaluate(MONTHS % ON_A_DAY, [list(range(1, 15)), TIRED_IDS])
    page.get_by_text("Eerdere scans: 12").click()
    days = page.locator(".lp-scan-past li").all_inner_texts()
    assert (days[0].startswith("1 februari 2027"), days[-1].startswith("1 maart 2026")) == (True, True)

    page.evaluate("Leerpad.store.update((kept) => { kept.scans = {}; kept.pastScans = {}; kept.shown = {}; })")
    page.evaluate(ON_A_DAY, [3, TIRED_IDS])
    page.evaluate("""() => {
      const host = document.querySelector("leerpad-scan");
      const other = host.cloneNode(true);
      other.querySelectorAll(".lp-scan-bar, .lp-actions, .lp-scan-result").forEach((part) => part.remove());
      other.dataset.scan = JSON.stringify({ ...JSON.parse(host.dataset.scan), history: false });
      host.replaceWith(other);
    }""")
    expect(picture(page)).to_contain_text("Ingevuld op 1 maart 2026.")
    page.get_by_role("button", name="Opnieuw invullen").click()
    expect(page.get_by_text("Je antwoorden zijn gewist.")).to_be_visible()
    assert visitor.stored(COURSE).get("pastScans") == {}


COMPARE = """(cases) => cases.map(([scale, then, now]) => {
  const scan = {
    scale: Array(scale).fill("x"), alerts: [], bands: [{ title: "B", from: 1 }],
    dimensions: [{ id: "d", title: "D", min: 2, stage: null }],
    statements: ["a", "b", "c"].map((id) => ({ id, dimension: 0, reverse: false })),
  };
  const { by, isNotable } = Leerpad.scan.compare(scan, then, now)[0];
  return [by, isNotable];
})"""


def test_a_difference_is_notable_from_a_quarter_of_the_scale(still_page: Page) -> None:
    cases: list[tuple[int, dict[str, int], dict[str, int], list[float | bool | None]]] = [
        (5, {"a": 2, "b": 2, "c": 2}, {"a": 3, "b": 3, "c": 3}, [1, True]),
        (5, {"a": 4, "b": 4}, {"a": 3, "b": 3}, [-1, True]),
        (5, {"a": 2, "b": 2}, {"a": 3, "b": 2}, [0.5, False]),
        (3, {"a": 1, "b": 1}, {"a": 2, "b": 1}, [0.5, True]),  # a quarter of a scale of three
        (5, {"a": 1, "b": 1}, {"a": 5, "c": 5}, [None, False]),  # other statements
        (5, {"a": 1, "b": 1}, {"a": 5}, [None, False]),  # too few
        (5, {"a": 1, "b": 1, "x": 2}, {"a": 1, "b": 1, "c": 0}, [0, False]),  # what counts nowhere
    ]
    asked = [[scale, then, now] for scale, then, now, _ in cases]
    assert still_page.evaluate(COMPARE, asked) == [expected for *_, expected in cases]
