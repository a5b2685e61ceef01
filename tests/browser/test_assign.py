"""Matching and categorize: with the keyboard and on paper; what is said after; how points add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect
from support.assigning import RIGHT, asked, check, row, select
from support.hypotheses import in_browser

from leerpad.questions.base import text_key

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors

PROMPTS = list(RIGHT)

SELECT = (
    "({labels, options, selectedIndex}) => [labels[0].textContent, [...options].map(({text}) => text), selectedIndex]"
)
"""What a list is called, what can be chosen in it, and which of these is."""


@pytest.fixture
def page(assign_site: Path, visitors: Visitors) -> Page:
    """The practice, in a wide window with a mouse."""
    return visitors.arrive(assign_site.as_uri()).open("een/een-a.html")


def test_the_keyboard_does_it_all(page: Page) -> None:
    for done, prompt in enumerate(PROMPTS, start=1):
        asked(page, prompt).get_by_role("combobox").first.focus()
        for _ in RIGHT[prompt]:
            focused = page.locator(":focus")
            label, options, chosen = focused.evaluate(SELECT)
            for _ in range(options.index(RIGHT[prompt][label]) - chosen):
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text("Controleer")  # nothing of what is dragged takes the focus
        page.keyboard.press("Enter")
        expect(page.locator(".lp-feedback-title")).to_have_text(["Goed · 3 van 3 punten"] * done)


def test_rows_that_are_empty_are_asked_for(page: Page) -> None:
    prompt = "Wat hoort bij wat?"
    check(page, prompt)
    error = asked(page, prompt).locator(".lp-error")
    expect(error).to_have_text("Je hebt hier nog niets gekozen.")
    select(page, "Tweede links").select_option("Past nergens")
    expect(error).to_have_count(0)
    check(page, prompt)
    expect(error).to_have_text("Nog niet alle regels zijn ingevuld.")
    select(page, "Eerste links").select_option("Past nergens")
    check(page, prompt)
    expect(error).to_have_text("Eén regel is nog niet ingevuld.")
    expect(select(page, "Derde links")).to_be_focused()
    expect(page.locator("[aria-invalid]")).to_have_count(1)


def test_the_review_says_of_each_row_what_it_was_what_is_right_and_why(assign_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(assign_site.as_uri()).open("een/toets-een.html")
    select(page, "Eerste links").select_option("Eerste rechts")
    select(page, "Tweede links").select_option("Past nergens")
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("button", name="Toch inleveren").click()

    def said(label: str) -> list[str]:
        return [line for line in row(page, label).inner_text().splitlines() if line]

    assert said("Eerste links") == ["Eerste links", "Goed", "Jouw antwoord: Eerste rechts", "Reden van een."]
    assert said("Tweede links") == [
        "Tweede links",
        "Niet goed",
        "Jouw antwoord: Past nergens",
        "Goed: Tweede rechts",
        "Reden van twee.",
    ]
    assert said("Derde links") == ["Derde links", "Geen antwoord", "Goed: Tweede rechts", "Reden van drie."]
    assert said("Ding een") == ["Ding een", "Geen antwoord", "Goed: Groep een"]
    titles = page.locator(".lp-feedback-title")
    expect(titles).to_have_text(["Deels goed · 1 van 3 punten", "Niet beantwoord · 0 van 3 punten"])


def test_the_print_lists_the_options_and_leaves_room_to_write_and_options_or_rows_are_mixed(page: Page) -> None:
    select(page, "Tweede links").select_option("Past nergens")
    page.emulate_media(media="print")
    options = asked(page, "Wat hoort bij wat?").locator(".lp-options")
    expect(options).to_be_visible()
    assert options.evaluate("list => getComputedStyle(list).listStyleType") == "upper-alpha"
    expect(page.locator(".lp-drag-hint").first).to_be_hidden()
    room = "row => getComputedStyle(row, '::after').borderBottomStyle"
    assert row(page, "Derde links").evaluate(room) == "solid"
    expect(row(page, "Derde links").locator("select")).to_be_hidden()
    expect(row(page, "Tweede links").locator("select")).to_be_visible()  # what was chosen is printed

    # Seeds mix options or rows, and both lists alike.
    script = """(forms) => {
      const read = (list, read) => [...list.children].map(read).join();
      const seen = {lefts: new Set(), options: new Set(), items: new Set(), groups: new Set(), alike: true};
      const [matching, categorize] = forms;
      for (let seed = 0; seed < 12; seed += 1) {
        for (const form of forms) Leerpad.assign.arrange(form, String(seed));
        const key = (item) => item.dataset.key;
        seen.lefts.add(read(matching.querySelector(".lp-rows"), key));
        seen.options.add(read(matching.querySelector(".lp-options"), key));
        seen.items.add(read(categorize.querySelector(".lp-rows"), key));
        seen.groups.add(read(categorize.querySelector(".lp-options"), key));
        for (const form of forms) {
          const pool = read(form.querySelector(".lp-options"), key);
          for (const select of form.querySelectorAll("select")) {
            seen.alike &&= select.options[0].value === "" && read(select, (option) => option.value) === `,${pool}`;
          }
        }
      }
      return [seen.lefts.size, seen.options.size > 3, seen.items.size > 3, seen.groups.size, seen.alike];
    }"""
    forms = [asked(page, prompt).element_handle() for prompt in PROMPTS]
    assert page.evaluate(script, forms) == [1, True, True, 1, True]


LEFT, OPTION, GONE = text_key("Tweede links"), text_key("Past nergens"), text_key("Bestaat niet")


UNFIT: dict[str, Any] = {
    "row gone": {GONE: OPTION},
    "option gone": {LEFT: GONE},
    "one of two gone": {LEFT: OPTION, GONE: OPTION},
    "empty": {LEFT: ""},
    "a list inside": {LEFT: [OPTION]},
    "a list": [OPTION],
    "text": OPTION,
    "a number": 1,
    "nothing": None,
}
SHOWN = """(form, [known, unfit]) => unfit.map((stored) => {
  const before = Leerpad.assign.show(form, known);
  return [before, Leerpad.assign.show(form, stored), Leerpad.assign.read(form)];
})"""


def test_an_answer_that_does_not_fit_shows_nothing(page: Page) -> None:
    found = asked(page, "Wat hoort bij wat?").evaluate(SHOWN, [{LEFT: OPTION}, [*UNFIT.values()]])
    assert dict(zip(UNFIT, found, strict=True)) == {kind: [True, False, None] for kind in UNFIT}


ROWS, OPTIONS = ["r1", "r2", "r3", "r4", "r5"], ["a", "b", "c"]
some_options = st.sampled_from(OPTIONS)

SCORES = """([question, response, rows]) => {
  const score = (value) => Leerpad.questions[question.type].score(question, value);
  const better = rows.map((row) => score({...response, [row]: question.correct[row]}));
  const turned = Object.fromEntries(Object.entries(response).reverse());
  return {given: score(response), turned: score(turned), all: score(question.correct), better};
}"""


@given(
    kind=st.sampled_from(["matching", "categorize"]),
    correct=st.dictionaries(st.sampled_from(ROWS), some_options, min_size=2),
    response=st.dictionaries(st.sampled_from([*ROWS, "vreemd"]), some_options | st.just("weg")),
    points=st.sampled_from([0.5, 1, 3, 7]),
)
@in_browser
def test_each_right_row_earns_its_share(
    still_page: Page, kind: str, correct: dict[str, str], response: dict[str, str], points: float
) -> None:
    question = {"type": kind, "points": points, "correct": correct}
    found = still_page.evaluate(SCORES, [question, response, list(correct)])
    hits = sum(response.get(row) == option for row, option in correct.items())
    assert found["given"]["points"] == pytest.approx(points * hits / len(correct))
    assert 0 <= found["given"]["points"] <= found["given"]["max"] == points
    assert found["given"]["right"] == (hits == len(correct))
    assert found["turned"] == found["given"]
    assert found["all"] == {"points": points, "max": points, "right": True}
    assert all(better["points"] >= found["given"]["points"] for better in found["better"])
