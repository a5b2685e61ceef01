"""The scan as a learner meets it: filled in, kept, shown as a picture, and a place to begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.browser import Visitor, choose, question
from support.paper import printed
from support.scans import scan_course
from support.trees import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitors

SCAN = "scan.html"
COURSE = "proefpad"
CLOSED = "drie/drie-a.html"
TEXT = "Tekst van de les."
TIRED = {"Ik slaap goed.": "oneens", "Ik ben moe.": "eens", "Ik werk graag.": "eens", "Ik werk veel.": "helemaal eens"}


@pytest.fixture(scope="module")
def scan_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = scan_course()
    link = "[Les een A](../modules/0-een/01-een-a.md)"
    files["quizzes/scan.yml"] = files["quizzes/scan.yml"].replace("Slaap eerst.", f"Slaap eerst. Lees {link}.")
    return build_site(tmp_path_factory.mktemp("scan"), {**files})


@pytest.fixture
def visitor(visitors: Visitors, scan_site: Path) -> Visitor:
    """Somebody who opens the small site with a scan."""
    return visitors.arrive(scan_site.as_uri(), reduced_motion="reduce")


def fill_in(page: Page, answers: dict[str, str]) -> None:
    for statement, answer in answers.items():
        choose(page, statement, answer)


def show(page: Page) -> Locator:
    page.get_by_role("button", name="Bekijk mijn beeld").click()
    return picture(page)


def picture(page: Page) -> Locator:
    found = page.get_by_role("region", name="Jouw beeld", exact=True)
    expect(found).to_be_visible()
    return found


def rows(page: Page) -> list[list[str]]:
    for summary in page.locator(".lp-scan-table:not([open]) > summary").all():
        summary.click()
    body = page.get_by_role("region", name="Jouw beeld als tabel").get_by_role("row")
    return [row.get_by_role("rowheader").or_(row.get_by_role("cell")).all_inner_texts() for row in body.all()[1:]]


def test_the_picture_says_each_dimension_and_where_to_begin(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    expect(page.get_by_text("0 van 5 ingevuld")).to_be_visible()
    fill_in(page, TIRED)
    expect(page.get_by_text("4 van 5 ingevuld")).to_be_visible()
    result = show(page)
    expect(page.locator(".lp-result-title")).to_be_focused()
    assert rows(page) == [["Rust", "2,0", "laag"], ["Werk", "4,5", "hoog"]]
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


def test_no_label_of_the_picture_crosses_a_line(visitors: Visitors, scan_site: Path) -> None:
    for width in (1280, 320):
        page = visitors.arrive(scan_site.as_uri(), viewport={"width": width, "height": 844}).open(SCAN)
        fill_in(page, TIRED)
        show(page)
        crossed = page.evaluate("""() => {
          const boxes = (selector) => [...document.querySelectorAll(selector)].map((part) => part.getBoundingClientRect());
          const lines = boxes(".lp-chart-line");
          const labels = boxes(".lp-chart :is(text, span)");
          const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          return [lines.length, labels.length, labels.filter((label) => lines.some((line) => meet(line, label))).length];
        }""")
        assert crossed == [4, 9, 0]


def test_the_table_stands_under_a_summary_and_open_on_paper(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    fill_in(page, TIRED)
    show(page)
    table = page.get_by_role("region", name="Jouw beeld als tabel")
    expect(table).to_be_hidden()
    page.get_by_text("Jouw beeld als tabel").click()
    expect(table).to_be_visible()
    page.get_by_text("Jouw beeld als tabel").click()
    paper = " ".join(sheet.words for sheet in printed(page))
    assert "Onderdeel Score Stand Rust 2,0 laag Werk 4,5 hoog" in paper


def test_bars_stand_as_far_as_the_scores(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    fill_in(page, TIRED)
    show(page)
    bars = page.locator(".lp-chart-bar")
    assert [bars.nth(n).get_attribute("width") for n in range(2)] == ["25%", "87.5%"]
    assert [bars.nth(n).get_attribute("data-stage") for n in range(2)] == ["0", None]
    colours = [bars.nth(n).evaluate("(bar) => getComputedStyle(bar).fill") for n in range(2)]
    assert colours == ["rgb(77, 100, 121)", "rgb(29, 95, 138)"]


def test_too_few_answers_is_a_result_that_leads_back(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
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


def test_hardly_anything_filled_in_is_no_error(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    fill_in(page, {"Ik fiets.": "eens"})
    result = show(page)
    expect(result.get_by_role("listitem")).to_have_count(4)
    expect(result).to_contain_text("te weinig antwoorden: Rust, Werk.")


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


WELL = {"Ik slaap goed.": "eens", "Ik ben moe.": "oneens", "Ik werk graag.": "eens", "Ik werk veel.": "helemaal eens"}
ON_A_DAY = """([month, answers]) => Leerpad.store.update((kept) => {
  const at = Date.UTC(2026, month - 1, 1, 12);
  kept.scans.proefscan = Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value, at }]));
  kept.shown.proefscan = { done: true, at };
})"""
TIRED_IDS = {"r1": 2, "r2": 4, "w1": 4, "w2": 5}


def filled_in_march(visitor: Visitor) -> Page:
    """Somebody who filled in the scan on the first of March, and sees its picture."""
    page = visitor.open(SCAN)
    page.evaluate(ON_A_DAY, [3, TIRED_IDS])
    expect(picture(page)).to_contain_text("Ingevuld op 1 maart 2026.")
    return page


def fill_in_anew(page: Page, answers: dict[str, str]) -> Locator:
    page.get_by_role("button", name="Opnieuw invullen").click()
    fill_in(page, answers)
    return show(page)


def test_a_scan_begun_anew_stands_beside_the_earlier_one(visitor: Visitor) -> None:
    page = filled_in_march(visitor)
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


def test_an_earlier_scan_can_be_removed_and_put_back(visitor: Visitor) -> None:
    page = filled_in_march(visitor)
    fill_in_anew(page, WELL)
    page.get_by_text("Eerdere scans: 1").click()
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


def test_a_scan_that_is_put_back_is_the_scan_of_then_and_no_earlier_one(visitor: Visitor) -> None:
    page = filled_in_march(visitor)
    page.get_by_role("button", name="Opnieuw invullen").click()
    page.get_by_role("button", name="Zet ze terug").click()
    expect(picture(page)).to_contain_text("Ingevuld op 1 maart 2026.")
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


def test_the_newest_twelve_scans_are_kept(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    for month in range(1, 15):
        page.evaluate(ON_A_DAY, [month, {**TIRED_IDS, "los": 1 + month % 5}])
        page.get_by_role("button", name="Opnieuw invullen").click()
    page.get_by_text("Eerdere scans: 12").click()
    days = page.locator(".lp-scan-past li").all_inner_texts()
    assert (days[0].startswith("1 februari 2027"), days[-1].startswith("1 maart 2026")) == (True, True)


def test_what_is_done_is_said_where_the_scan_says_to_begin(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    fill_in(page, TIRED)
    result = show(page)
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


def test_without_scan_history_nothing_is_kept(visitor: Visitor) -> None:
    page = filled_in_march(visitor)
    page.evaluate("""() => {
      const host = document.querySelector("leerpad-scan");
      const other = host.cloneNode(true);
      other.querySelectorAll(".lp-scan-bar, .lp-actions, .lp-scan-result").forEach((part) => part.remove());
      other.dataset.scan = JSON.stringify({ ...JSON.parse(host.dataset.scan), history: false });
      host.replaceWith(other);
    }""")
    page.get_by_role("button", name="Opnieuw invullen").click()
    expect(page.get_by_text("Je antwoorden zijn gewist.")).to_be_visible()
    assert visitor.stored(COURSE).get("pastScans") == {}


COMPARE = """([scale, then, now]) => {
  const scan = {
    scale: Array(scale).fill("x"), alerts: [], bands: [{ title: "B", from: 1 }],
    dimensions: [{ id: "d", title: "D", min: 2, stage: null }],
    statements: ["a", "b", "c"].map((id) => ({ id, dimension: 0, reverse: false })),
  };
  const { by, isNotable } = Leerpad.scan.compare(scan, then, now)[0];
  return [by, isNotable];
}"""


def test_a_difference_is_notable_from_a_quarter_of_the_scale(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    for scale, then, now, expected in (
        (5, {"a": 2, "b": 2, "c": 2}, {"a": 3, "b": 3, "c": 3}, [1, True]),
        (5, {"a": 4, "b": 4}, {"a": 3, "b": 3}, [-1, True]),
        (5, {"a": 2, "b": 2}, {"a": 3, "b": 2}, [0.5, False]),
        (3, {"a": 1, "b": 1}, {"a": 2, "b": 1}, [0.5, True]),  # a quarter of a scale of three
        (5, {"a": 1, "b": 1}, {"a": 5, "c": 5}, [None, False]),  # other statements
        (5, {"a": 1, "b": 1}, {"a": 5}, [None, False]),  # too few
        (5, {"a": 1, "b": 1, "x": 2}, {"a": 1, "b": 1, "c": 0}, [0, False]),  # what counts nowhere
    ):
        assert page.evaluate(COMPARE, [scale, then, now]) == expected


def test_an_answer_from_a_clock_that_runs_ahead_can_be_changed_in_two_tabs(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    ahead = "Leerpad.store.update((p) => { p.scans.proefscan = {r1: {value: 5, at: Date.now() + 3600000}}; })"
    page.evaluate(ahead)
    other = visitor.open(SCAN, visitor.tab())
    expect(question(other, "Ik slaap goed.").get_by_label("helemaal eens")).to_be_checked()
    choose(page, "Ik slaap goed.", "oneens")
    for tab in (other, page):
        expect(question(tab, "Ik slaap goed.").get_by_label("oneens", exact=True)).to_be_checked()


def test_a_level_opened_by_the_scan_stays_open_and_the_rest_closed(visitor: Visitor) -> None:
    expect(visitor.open(CLOSED).get_by_text(TEXT)).to_be_hidden()
    waiting = visitor.open(CLOSED, visitor.tab())
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


def test_an_opened_level_opens_nothing_after_it(visitor: Visitor) -> None:
    page = visitor.open("index.html")
    page.evaluate("Leerpad.store.update((progress) => { progress.opened.twee = {at: 1}; })")
    expect(visitor.open("twee/twee-a.html").get_by_text(TEXT)).to_be_visible()
    expect(visitor.open(CLOSED).get_by_text(TEXT)).to_be_hidden()


def test_answers_are_not_progress_and_a_wipe_takes_them(visitor: Visitor) -> None:
    page = visitor.open(SCAN)
    fill_in(page, TIRED)
    show(page).get_by_role("button", name="Open dit niveau").click()
    page = visitor.open("mijn-voortgang.html")
    expect(page.get_by_text("Je bent nog niet begonnen.")).to_be_visible()
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Je voortgang is gewist.")).to_be_visible()
    assert visitor.kept(COURSE) == {"name": {"text": "", "at": 0}}
    expect(visitor.open(CLOSED).get_by_text(TEXT)).to_be_hidden()
    expect(visitor.open(SCAN).get_by_text("0 van 5 ingevuld")).to_be_visible()


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
