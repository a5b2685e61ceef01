"""Questions that are answered by typing, on the screen: what is kept, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.browser import question
from support.trees import build_site, course, lesson, quiz

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitor, Visitors

QUESTIONS = """\
  - id: aanvullen
    type: fill_in
    prompt: Vul de zin aan.
    points: 2
    text: "Zonder **{{wat}}** geen rust, en dan:\\n\\n- {{dan}} als gevolg."
    gaps:
      wat:
        label: Wat je nodig hebt
        accept: [richting, koers]
        typos: 2
        feedback: Wie weet waarheen, kan kiezen.
        reject:
          - text: [snelheid, haast]
            feedback: Haast geeft juist onrust.
      dan:
        accept: 'gedoe'
  - id: uren
    type: numeric
    prompt: Hoeveel uur?
    answer: 37,5
    tolerance: 0,5
    unit: uur
    feedback: Zeven en een half per dag.
  - id: bedrag
    type: numeric
    prompt: Hoeveel geld?
    answer: -1250
    unit: €
"""


@pytest.fixture(scope="module")
def typing_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A check and a test with questions to type."""
    files: dict[str, str | bytes] = {**course()}
    files["quizzes/check.yml"] = quiz("check", QUESTIONS, keys="")
    files["modules/0-een/01-een-a.md"] = lesson("Les een A", "<!-- quiz: check -->")
    test = QUESTIONS.replace("id: ", "id: toets-")
    files["quizzes/0-een/toets.yml"] = quiz("toets-een", test)
    return build_site(tmp_path_factory.mktemp("typing"), files)


@pytest.fixture
def reader(visitors: Visitors, typing_site: Path) -> Visitor:
    return visitors.arrive(typing_site.as_uri())


def kept(reader: Visitor, quiz_id: str = "check") -> dict[str, Any]:
    attempts = (reader.stored("proefpad") or {"quizzes": {}})["quizzes"].get(quiz_id, {})
    return {name: answer["value"] for attempt in attempts.values() for name, answer in attempt["answers"].items()}


def wait_until_kept(reader: Visitor, text: str) -> None:
    reader.page.wait_for_function("text => Object.values(localStorage).join().includes(text)", arg=text)


def test_with_the_keyboard_alone(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    first = page.get_by_role("textbox", name="Wat je nodig hebt")
    first.focus()
    page.keyboard.type("Richtign")
    page.keyboard.press("Tab")
    expect(page.get_by_role("textbox", name="Invulveld 2 van 2")).to_be_focused()
    page.keyboard.press("Enter")  # not everything is there yet
    group = question(page, "Vul de zin aan.")
    expect(group.get_by_text("Vul elk veld in.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Invulveld 2 van 2")).to_be_focused()
    expect(first).not_to_have_attribute("aria-invalid", "true")
    page.keyboard.type("gedonder")
    page.keyboard.press("Enter")
    expect(page.locator("#question-aanvullen .lp-feedback-title")).to_be_focused()
    expect(page.locator("#question-aanvullen .lp-feedback-title")).to_contain_text("Deels goed · 1 van 2 punten")


def test_the_review_says_at_each_gap_what_was_right_and_below_it_why(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    item = page.locator("#question-aanvullen")
    for typed, said, why in [
        ("koers", "Goed", "koers Wie weet waarheen, kan kiezen."),
        ("Koesr", "Goed, let op de spelling: koers", "koers Wie weet waarheen, kan kiezen."),
        ("HAAST", "Niet goed, goed is: richting", "HAAST Haast geeft juist onrust."),
        ("geluk", "Niet goed, goed is: richting", "richting Wie weet waarheen, kan kiezen."),
    ]:
        page.get_by_role("textbox", name="Wat je nodig hebt").fill(typed)
        page.get_by_role("textbox", name="Invulveld 2 van 2").fill("x")
        page.get_by_role("textbox", name="Wat je nodig hebt").press("Enter")
        expect(item.locator("strong .lp-verdict")).to_have_text(said)
        expect(item.locator("li .lp-verdict")).to_have_text("Niet goed, goed is: gedoe")
        assert " ".join(item.locator(".lp-gap-reason").inner_text().split()) == why
        for name in ("uren", "bedrag"):
            page.locator(f"#question-{name} input").fill("1")
            page.locator(f"#question-{name} input").press("Enter")
        page.get_by_role("button", name="Opnieuw, alle vragen").click()
        expect(item.locator(".lp-verdict")).to_have_count(0)
        expect(page.get_by_role("textbox", name="Wat je nodig hebt")).to_have_value("")


def test_a_number_is_asked_for_with_its_unit_and_answered_with_its_bounds(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    group = question(page, "Hoeveel uur?")
    field = group.get_by_label("Jouw antwoord")
    expect(field).to_have_accessible_description("uur")
    expect(field).to_have_attribute("inputmode", "decimal")
    expect(question(page, "Hoeveel geld?").get_by_label("Jouw antwoord")).to_have_attribute("inputmode", "text")
    field.press("Enter")
    expect(group.get_by_text("Vul een getal in.")).to_be_visible()
    field.fill("zeven")
    field.press("Enter")
    expect(group.get_by_text("Dit kunnen we niet als getal lezen.")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()
    field.fill("40 uur")
    field.press("Enter")
    expect(group.locator(".lp-verdict")).to_contain_text(
        "Niet goed, goed is: 37,5 uur (alles tussen 37 en 38 uur telt ook)"
    )
    expect(group.locator(".lp-verdict")).to_contain_text("Zeven en een half per dag.")
    money = question(page, "Hoeveel geld?").get_by_label("Jouw antwoord")
    money.fill("− € 1.250,-")
    money.press("Enter")
    expect(page.locator("#question-bedrag .lp-feedback-title")).to_contain_text("1 van 1 punt")


def test_what_is_typed_is_kept_without_disturbing_who_types(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    field = page.get_by_role("textbox", name="Wat je nodig hebt")
    field.focus()
    page.keyboard.type("richting")
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    page.keyboard.type("X")
    wait_until_kept(reader, "ricXhting")
    expect(field).to_be_focused()
    assert field.evaluate("field => [field.selectionStart, field.selectionEnd]") == [4, 4]
    page.keyboard.type("Y")
    expect(field).to_have_value("ricXYhting")
    page.reload()  # at once: what was typed last goes along
    expect(field).to_have_value("ricXYhting")
    assert kept(reader) == {"aanvullen": {"wat": "ricXYhting"}}
    field.fill("")
    page.get_by_role("textbox", name="Invulveld 2 van 2").fill("a")
    wait_until_kept(reader, '"dan":"a"')
    assert kept(reader) == {"aanvullen": {"dan": "a"}}


def test_an_answer_from_another_tab_leaves_the_cursor_where_it_is(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    field = page.get_by_role("textbox", name="Wat je nodig hebt")
    field.press_sequentially("richting")
    wait_until_kept(reader, "richting")
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    other = reader.open("een/een-a.html", reader.tab())
    question(other, "Hoeveel uur?").get_by_label("Jouw antwoord").fill("37")
    expect(question(page, "Hoeveel uur?").get_by_label("Jouw antwoord")).to_have_value("37")
    expect(field).to_be_focused()
    assert field.evaluate("field => [field.selectionStart, field.selectionEnd]") == [3, 3]


@pytest.mark.parametrize("path", ["een/een-a.html", "een/toets-een.html"])
def test_what_is_being_typed_stays_when_another_tab_answers(path: str, reader: Visitor) -> None:
    reader.page.clock.install()  # typing is kept after a pause: that doesn't come
    page, other = reader.open(path), reader.open(path, reader.tab())
    field, hours = page.get_by_role("textbox", name="Wat je nodig hebt"), page.get_by_label("Jouw antwoord")
    field.press_sequentially("richt")
    there = other.get_by_label("Jouw antwoord")
    there.first.fill("37")
    there.first.blur()
    expect(hours.first).to_have_value("37")
    expect(field).to_be_focused()
    expect(field).to_have_value("richt")
    other.get_by_role("textbox", name="Wat je nodig hebt").fill("haast")  # the same question
    other.get_by_role("textbox", name="Wat je nodig hebt").blur()
    there.last.fill("5")
    there.last.blur()
    expect(hours.last).to_have_value("5")
    expect(field).to_have_value("richt")
    field.press_sequentially("ing")
    field.blur()
    expect(other.get_by_role("textbox", name="Wat je nodig hebt")).to_have_value("richting")


def test_what_another_tab_answered_is_shown_when_the_cursor_leaves(reader: Visitor) -> None:
    page, other = reader.open("een/een-a.html"), reader.open("een/een-a.html", reader.tab())
    field = page.get_by_role("textbox", name="Wat je nodig hebt")
    field.focus()
    for number, text in ((0, "haast"), (2, "37")):
        other.locator(".lp-field").nth(number).fill(text)
        other.locator(".lp-field").nth(number).blur()
    expect(page.get_by_label("Jouw antwoord").first).to_have_value("37")
    expect(field).to_have_value("")
    field.blur()
    expect(field).to_have_value("haast")


def test_an_error_stays_until_something_is_typed(reader: Visitor) -> None:
    reader.page.clock.install()
    page = reader.open("een/toets-een.html")
    page.locator("#question-toets-uren input").press_sequentially("x")
    page.get_by_role("button", name="Lever in").click()
    error = page.locator("#question-toets-uren .lp-error")
    expect(error).to_have_text("Dit kunnen we niet als getal lezen. Schrijf alleen het getal, zoals 12 of 12,5.")
    page.clock.run_for(1000)  # by now, what was typed has been kept after a pause, too
    expect(error).to_be_visible()
    page.locator("#question-toets-uren input").press_sequentially("1")
    expect(error).to_have_count(0)


def test_enter_never_hands_in_a_test(reader: Visitor) -> None:
    page = reader.open("een/toets-een.html")
    for field in page.locator(".lp-field").all():
        field.fill("1")
    page.locator(".lp-field").last.press("Enter")
    expect(page.get_by_role("button", name="Lever in")).to_be_visible()
    page.get_by_role("button", name="Lever in").press("Enter")
    expect(page.locator(".lp-result")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
def test_all_fields_are_as_wide_and_nothing_sticks_out(visitors: Visitors, typing_site: Path, width: int) -> None:
    page = visitors.arrive(typing_site.as_uri(), viewport={"width": width, "height": 800}).open("een/een-a.html")
    boxes = [field.bounding_box() for field in page.locator(".lp-gap .lp-field").all()]
    assert len({round(box["width"]) for box in boxes if box}) == 1
    assert all(box and box["height"] >= 24 for box in boxes)
    page.get_by_role("textbox", name="Wat je nodig hebt").fill("een lang en onverwacht antwoord")
    page.get_by_role("textbox", name="Invulveld 2 van 2").fill("x")
    page.get_by_role("textbox", name="Invulveld 2 van 2").press("Enter")
    expect(page.locator("#question-aanvullen .lp-verdict").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


ALONE = """() => [...document.querySelectorAll(".lp-gap + .lp-after")].filter((mark) => {
  const before = [...mark.previousElementSibling.lastElementChild.getClientRects()].at(-1);
  return before && mark.getBoundingClientRect().top >= before.bottom - 2;
}).length"""
"""How many marks after a field stand on a line of their own."""


def test_a_full_stop_after_a_field_is_never_alone_on_a_line(guide_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(guide_site.as_uri()).open("leerpad-guide/question-types.html")
    questions = page.locator(".lp-question:has(.lp-gap + .lp-after)")
    assert questions.count() >= 2
    for answer in ("", "een lang en onverwacht antwoord"):
        for asked in questions.all() if answer else []:
            for field in asked.locator(".lp-gap .lp-field").all():
                field.fill(answer)
            asked.get_by_role("button", name="Controleer").click()
        for width in range(320, 720, 16):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(ALONE) == 0, (answer, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
