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


def test_each_gap_and_number_says_what_was_right_and_why_to_who_only_has_a_keyboard(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    item, first = page.locator("#question-aanvullen"), page.get_by_role("textbox", name="Wat je nodig hebt")
    second = page.get_by_role("textbox", name="Invulveld 2 van 2")
    first.focus()
    page.keyboard.type("Richtign")
    page.keyboard.press("Tab")
    expect(second).to_be_focused()
    page.keyboard.press("Enter")  # not everything is there yet
    expect(item.get_by_text("Vul elk veld in.")).to_be_visible()
    expect(second).to_be_focused()
    expect(first).not_to_have_attribute("aria-invalid", "true")
    page.keyboard.type("gedonder")
    page.keyboard.press("Enter")
    expect(item.locator(".lp-feedback-title")).to_be_focused()
    expect(item.locator(".lp-feedback-title")).to_contain_text("Deels goed · 1 van 2 punten")

    # A number is asked for with its unit, and answered with its bounds.
    group = question(page, "Hoeveel uur?")
    field = group.get_by_label("Jouw antwoord")
    expect(field).to_have_accessible_description("uur")
    expect(field).to_have_attribute("inputmode", "decimal")
    money = question(page, "Hoeveel geld?").get_by_label("Jouw antwoord")
    expect(money).to_have_attribute("inputmode", "text")
    field.press("Enter")
    expect(group.get_by_text("Vul een getal in.")).to_be_visible()
    field.fill("zeven")
    field.press("Enter")
    expect(group.get_by_text("Dit kunnen we niet als getal lezen.")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()
    field.fill("40 uur")
    field.press("Enter")
    verdict = group.locator(".lp-verdict")
    expect(verdict).to_contain_text("Niet goed, goed is: 37,5 uur (alles tussen 37 en 38 uur telt ook)")
    expect(verdict).to_contain_text("Zeven en een half per dag.")
    money.fill("− € 1.250,-")
    money.press("Enter")
    expect(page.locator("#question-bedrag .lp-feedback-title")).to_contain_text("1 van 1 punt")

    # The review says at each gap what was right, and below it why.
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    for typed, said, why in [
        ("koers", "Goed", "koers Wie weet waarheen, kan kiezen."),
        ("Koesr", "Goed, let op de spelling: koers", "koers Wie weet waarheen, kan kiezen."),
        ("HAAST", "Niet goed, goed is: richting", "HAAST Haast geeft juist onrust."),
        ("geluk", "Niet goed, goed is: richting", "richting Wie weet waarheen, kan kiezen."),
    ]:
        expect(item.locator(".lp-verdict")).to_have_count(0)
        expect(first).to_have_value("")
        first.fill(typed)
        second.fill("x")
        first.press("Enter")
        expect(item.locator("strong .lp-verdict")).to_have_text(said)
        expect(item.locator("li .lp-verdict")).to_have_text("Niet goed, goed is: gedoe")
        assert " ".join(item.locator(".lp-gap-reason").inner_text().split()) == why
        page.evaluate("Leerpad.store.wipe()")


def test_what_is_typed_is_kept_without_disturbing_who_types_in_this_tab_or_another(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    field = page.get_by_role("textbox", name="Wat je nodig hebt")
    hours = page.get_by_label("Jouw antwoord")
    field.focus()
    page.keyboard.type("richting")
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    page.keyboard.type("X")
    wait_until_kept(reader, "ricXhting")
    expect(field).to_be_focused()
    selection = "field => [field.selectionStart, field.selectionEnd]"
    assert field.evaluate(selection) == [4, 4]

    # An answer from another tab leaves the cursor where it is.
    other = reader.open("een/een-a.html", reader.tab())
    there = other.get_by_label("Jouw antwoord")
    there.first.fill("37")
    expect(hours.first).to_have_value("37")
    expect(field).to_be_focused()
    assert field.evaluate(selection) == [4, 4]
    page.keyboard.type("Y")
    expect(field).to_have_value("ricXYhting")
    page.reload()  # at once: what was typed last goes along
    expect(field).to_have_value("ricXYhting")
    assert kept(reader) == {"aanvullen": {"wat": "ricXYhting"}, "uren": "37"}

    # What another tab answered is shown when the cursor leaves.
    field.focus()
    for answered, text in ((other.locator(".lp-field").first, "haast"), (there.first, "38")):
        answered.fill(text)
        answered.blur()
    expect(hours.first).to_have_value("38")
    expect(field).to_have_value("ricXYhting")
    field.blur()
    expect(field).to_have_value("haast")

    field.fill("")
    page.get_by_role("textbox", name="Invulveld 2 van 2").fill("a")
    wait_until_kept(reader, '"dan":"a"')
    assert kept(reader) == {"aanvullen": {"dan": "a"}, "uren": "38"}


def test_what_is_being_typed_stays_when_another_tab_answers(reader: Visitor) -> None:
    reader.page.clock.install()  # typing is kept after a pause: that doesn't come
    tab = reader.tab()
    for path in ("een/een-a.html", "een/toets-een.html"):
        page, other = reader.open(path), reader.open(path, tab)
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

    # An error in the test stays until something is typed.
    hours.first.fill("x")
    page.get_by_role("button", name="Lever in").click()
    error = page.locator("#question-toets-uren .lp-error")
    expect(error).to_have_text("Dit kunnen we niet als getal lezen. Schrijf alleen het getal, zoals 12 of 12,5.")
    page.clock.run_for(1000)  # by now, what was typed has been kept after a pause, too
    expect(error).to_be_visible()
    hours.first.press_sequentially("1")
    expect(error).to_have_count(0)

    # Enter never hands it in.
    for answered in page.locator(".lp-field").all():
        answered.fill("1")
    page.locator(".lp-field").last.press("Enter")
    expect(page.get_by_role("button", name="Lever in")).to_be_visible()
    page.get_by_role("button", name="Lever in").press("Enter")
    expect(page.locator(".lp-result")).to_be_visible()


def test_all_fields_are_as_wide_and_nothing_sticks_out(reader: Visitor) -> None:
    page = reader.open("een/een-a.html")
    sizes = """() => [...document.querySelectorAll(".lp-gap .lp-field")].map((field) => field.getBoundingClientRect())
      .map(({ width, height }) => [Math.round(width), height >= 24])"""
    for answer in ("", "een lang en onverwacht antwoord"):
        if answer:
            page.get_by_role("textbox", name="Wat je nodig hebt").fill(answer)
            page.get_by_role("textbox", name="Invulveld 2 van 2").fill("x")
            page.get_by_role("textbox", name="Invulveld 2 van 2").press("Enter")
            expect(page.locator("#question-aanvullen .lp-verdict").first).to_be_visible()
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            if not answer:
                first, second = page.evaluate(sizes)
                assert first == second
                assert first[1]
            assert page.evaluate("document.documentElement.scrollWidth") <= width


ALONE = """(width) => {
  const alone = [...document.querySelectorAll(".lp-gap + .lp-after")].filter((mark) => {
    const before = [...mark.previousElementSibling.lastElementChild.getClientRects()].at(-1);
    return before && mark.getBoundingClientRect().top >= before.bottom - 2;
  });
  return [alone.length, document.documentElement.scrollWidth <= width];
}"""
"""How many marks after a field stand on a line of their own, and whether all fits in this width."""


ONLY_GAPS = """() => {
  const article = document.querySelector("article");
  const kept = [...article.querySelectorAll(".lp-question:has(.lp-gap + .lp-after)")];
  for (const part of [...article.querySelectorAll("*")].reverse()) {
    if (!kept.some((one) => one.contains(part) || part.contains(one))) part.remove();
  }
}"""


def test_a_full_stop_after_a_field_is_never_alone_on_a_line(guide_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(guide_site.as_uri()).open("leerpad-guide/question-types.html")
    questions = page.locator(".lp-question:has(.lp-gap + .lp-after)")
    assert questions.count() >= 2
    page.evaluate(ONLY_GAPS)  # the page is long, and is laid out anew at each width
    for answer in ("", "een lang en onverwacht antwoord"):
        for asked in questions.all() if answer else []:
            for field in asked.locator(".lp-gap .lp-field").all():
                field.fill(answer)
            asked.get_by_role("button", name="Controleer").click()
        found = {}
        for width in range(320, 720, 16):
            page.set_viewport_size({"width": width, "height": 800})
            found[width] = page.evaluate(ALONE, width)
        assert found == {width: [0, True] for width in found}, answer
