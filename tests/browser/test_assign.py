"""Matching and categorize: with the keyboard, the mouse, a finger and on paper; what is said after; how points add up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from support.axe import violations
from support.trees import build_site, course, lesson, quiz

from leerpad.questions.base import text_key

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitors

MATCHING = """\
  - id: wie-wat
    type: matching
    prompt: Wat hoort bij wat?
    points: 3
    pairs:
      - {left: Eerste **links**, right: Eerste rechts, feedback: Reden van een.}
      - {left: Tweede links, right: Tweede rechts, feedback: Reden van twee.}
      - {left: Derde links, right: Tweede rechts, feedback: Reden van drie.}
    distractors: [Past nergens]
"""
CATEGORIZE = """\
  - id: wat-waar
    type: categorize
    prompt: Wat hoort waar?
    points: 3
    categories:
      - {name: Groep een, items: [Ding een, {text: Ding twee, feedback: Reden van ding twee.}]}
      - {name: Groep twee, items: [Ding drie]}
"""
RIGHT = {
    "Wat hoort bij wat?": {
        "Eerste links": "Eerste rechts",
        "Tweede links": "Tweede rechts",
        "Derde links": "Tweede rechts",
    },
    "Wat hoort waar?": {"Ding een": "Groep een", "Ding twee": "Groep een", "Ding drie": "Groep twee"},
}
PROMPTS = list(RIGHT)


@pytest.fixture(scope="module")
def assign_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both types on one page, to check one by one; and as the test of a level, to hand in."""
    files: dict[str, str | bytes] = {**course()}
    files["modules/0-een/01-een-a.md"] = lesson("Les", "<!-- quiz: oefening -->")
    files["quizzes/oefening.yml"] = quiz("oefening", MATCHING, CATEGORIZE, keys="")
    renamed = MATCHING.replace("wie-wat", "wie-wat-toets"), CATEGORIZE.replace("wat-waar", "wat-waar-toets")
    files["quizzes/0-een/toets.yml"] = quiz("toets-een", *renamed)
    return build_site(tmp_path_factory.mktemp("assign"), files)


@pytest.fixture
def page(assign_site: Path, visitors: Visitors) -> Page:
    """The practice, in a wide window with a mouse."""
    return visitors.arrive(assign_site.as_uri()).open("een/een-a.html")


def asked(page: Page, prompt: str) -> Locator:
    return page.get_by_role("group", name=prompt)


def row(page: Page, label: str) -> Locator:
    return page.locator(".lp-row").filter(has_text=label)


def select(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label)


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


def check(page: Page, prompt: str) -> None:
    item = page.locator(".lp-question").filter(has=asked(page, prompt))
    item.get_by_role("button", name="Controleer").click()


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_keyboard_does_it_all(prompt: str, page: Page) -> None:
    asked(page, prompt).get_by_role("combobox").first.focus()
    for _ in RIGHT[prompt]:
        focused = page.locator(":focus")
        label = focused.evaluate("select => select.labels[0].textContent")
        for _ in range(5):
            if focused.evaluate("select => select.selectedOptions[0].text") != RIGHT[prompt][label]:
                page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Controleer")  # nothing of what is dragged takes the focus
    page.keyboard.press("Enter")
    expect(page.locator(".lp-feedback-title")).to_have_text("Goed · 3 van 3 punten")


@pytest.mark.parametrize(
    ("label", "option"), [("Tweede links", "Past nergens"), ("Ding drie", "Groep een")], ids=["matching", "categorize"]
)
def test_dragging_works_in_both_directions_and_is_kept(label: str, option: str, page: Page) -> None:
    drag(page, chip(page, option), row(page, label))
    assert chosen(page, label) == option
    page.reload()
    assert chosen(page, label) == option
    expect(chip(page, option)).to_have_attribute("data-count", "1")
    select(page, label).select_option("")
    drag(page, grip(page, label), chip(page, option))
    assert chosen(page, label) == option
    expect(page.locator(".lp-aim, .lp-dragging")).to_have_count(0)


def test_the_thing_under_the_pointer_lights_up_and_escape_takes_it_back(page: Page) -> None:
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


def test_what_is_dragged_beside_a_row_or_into_another_question_changes_nothing(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 1800})  # both questions in sight
    drag(page, chip(page, "Past nergens"), page.locator(".lp-quiz-title"))
    drag(page, chip(page, "Past nergens"), row(page, "Ding een"))
    drag(page, grip(page, "Derde links"), chip(page, "Groep een"))
    assert {chosen(page, label) for right in RIGHT.values() for label in right} == {"Kies…"}


def test_an_option_that_is_used_stays_available(page: Page) -> None:
    for label in ("Tweede links", "Derde links"):
        drag(page, chip(page, "Tweede rechts"), row(page, label))
    expect(chip(page, "Tweede rechts")).to_have_attribute("data-count", "2")
    select(page, "Tweede links").select_option("Past nergens")
    select(page, "Derde links").select_option("Past nergens")
    expect(chip(page, "Tweede rechts")).not_to_have_attribute("data-used", "")


def test_nothing_can_be_dragged_once_the_answer_stands(page: Page) -> None:
    fill_in(page, "Wat hoort bij wat?")
    check(page, "Wat hoort bij wat?")
    form = asked(page, "Wat hoort bij wat?")
    expect(form.locator(".lp-options")).to_be_hidden()
    expect(form.locator(".lp-grip").first).to_be_hidden()


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


def test_the_print_lists_the_options_and_leaves_room_to_write(page: Page) -> None:
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


def test_seeds_mix_options_or_rows_and_both_lists_alike(page: Page) -> None:
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


@pytest.mark.parametrize(
    "stored",
    [{GONE: OPTION}, {LEFT: GONE}, {LEFT: OPTION, GONE: OPTION}, {LEFT: ""}, {LEFT: [OPTION]}, [OPTION], OPTION, 1, None],
    ids=["row gone", "option gone", "one of two gone", "empty", "a list inside", "a list", "text", "a number", "nothing"],
)  # fmt: skip
def test_an_answer_that_does_not_fit_shows_nothing(stored: Any, page: Page) -> None:
    script = """([form, known, stored]) => {
      Leerpad.assign.show(form, known);
      return [Leerpad.assign.show(form, stored), Leerpad.assign.read(form)];
    }"""
    form = asked(page, "Wat hoort bij wat?").element_handle()
    assert page.evaluate(script, [form, {LEFT: OPTION}, stored]) == [False, None]


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
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
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
