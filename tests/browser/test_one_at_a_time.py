"""One question at a time, or all below each other: what comes by itself, with mouse, thumb and keyboard, and is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import choose, question
from support.examples import examples
from support.learners import progress, returned
from support.quiz_views import ALL, ALL_TYPES, LONG, ONE, TEST, button, legend, one_by_one, place

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitor, Visitors

DRAWN = "twee/toets-twee.html"
COURSE = "proefpad"
EXAMPLES = examples()


@pytest.fixture
def visitor(visitors: Visitors, view_site: Path) -> Visitor:
    return visitors.arrive(view_site.as_uri())


def overview(page: Page) -> Locator:
    return page.locator(".lp-overview")


def lines(page: Page) -> list[str]:
    """What the overview says of each question, without its prompt."""
    said = [" ".join(text.split()) for text in page.locator(".lp-listed a").all_text_contents()]
    return [re.sub(r"Wat kies je bij [a-z0-9-]+\? ?", "", text) for text in said]


def test_going_back_and_forth_says_where_you_are_until_one_hands_in_and_reviews(visitor: Visitor) -> None:
    page = one_by_one(visitor)
    expect(page.get_by_text("Je ziet nu één vraag tegelijk.")).to_be_attached()
    expect(button(page, ALL)).to_be_focused()
    expect(page.locator("legend:visible")).to_have_count(1)
    expect(button(page, "Vorige")).to_be_hidden()
    choose(page, "een-1", "Goed")
    expect(button(page, "Lever in")).to_have_count(0)  # not before the overview
    button(page, "Volgende").click()
    expect(legend(page)).to_have_text("Vraag 2 van 5 Wat kies je bij een-2?")
    expect(legend(page)).to_be_focused()
    place(page, 2, 5).click()
    expect(place(page, 2, 5)).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("heading", name="Kijk je antwoorden na")).to_be_focused()
    expect(page.locator("legend:visible")).to_have_count(0)
    assert lines(page) == ["Vraag 1 beantwoord", *(f"Vraag {n} nog niet beantwoord" for n in range(2, 6))]
    expect(page.locator(".lp-listed [aria-current=step]")).to_contain_text("een-2")
    expect(overview(page).get_by_text("4 vragen zijn nog niet beantwoord.")).to_be_visible()
    place(page, 2, 5).click()  # closes it
    expect(legend(page)).to_contain_text("een-2")
    place(page, 2, 5).click()
    button(page, "Terug naar vraag 2").click()
    button(page, "Vorige").click()
    expect(question(page, "een-1").get_by_label("Goed", exact=True)).to_be_checked()
    place(page, 1, 5).click()
    overview(page).get_by_role("link", name="Vraag 5").click()
    expect(legend(page)).to_contain_text("een-5")
    expect(legend(page)).to_be_focused()
    expect(button(page, "Volgende")).to_have_count(0)

    # One hands in from an overview that says what is open.
    button(page, "Naar het overzicht").click()
    overview(page).get_by_role("link", name="Naar vraag 2").click()  # the first that is open
    expect(legend(page)).to_contain_text("een-2")
    for number in (2, 3, 4):
        choose(page, f"een-{number}", "Goed")
        button(page, "Volgende").click()
    button(page, "Naar het overzicht").click()
    expect(overview(page).get_by_text("Eén vraag is nog niet beantwoord.")).to_be_visible()
    expect(overview(page).get_by_text("Lever je nu in, dan levert die vraag geen punten op.")).to_be_visible()
    expect(button(page, "Lever in")).to_have_count(0)
    button(page, "Toch inleveren").click()
    expect(page.locator(".lp-result-title")).to_be_focused()
    expect(legend(page)).to_contain_text("een-1")
    expect(overview(page)).to_be_hidden()
    place(page, 1, 5).click()
    assert lines(page) == [*(f"Vraag {n} Goed" for n in range(1, 5)), "Vraag 5 Niet beantwoord"]
    expect(button(page, "Lever in")).to_have_count(0)
    button(page, "Terug naar vraag 1").click()
    for number in range(1, 6):
        expect(page.get_by_text(f"Reden van goed bij een-{number}.").filter(visible=True)).to_be_visible()
        if number < 5:
            button(page, "Volgende").click()
    button(page, "Naar je resultaat").click()
    expect(page.locator(".lp-result-title")).to_be_focused()
    button(page, "Opnieuw, alle vragen").click()
    expect(legend(page)).to_contain_text("Vraag 1 van 5")

    # The choice holds for every test and can be undone; a short check shows all, and offers no choice.
    page = visitor.open("een/een-a.html")
    expect(page.locator("legend:visible")).to_have_count(3)
    expect(button(page, ALL)).to_have_count(0)
    expect(page.get_by_text("Sneltoetsen")).to_have_count(0)
    page = visitor.open(DRAWN)
    expect(legend(page)).to_contain_text("Vraag 1 van 4")
    button(page, ALL).click()
    expect(page.locator("legend:visible")).to_have_count(4)
    expect(page.get_by_text("Vraag 1", exact=True).filter(visible=True)).to_be_visible()
    assert visitor.stored(COURSE)["settings"]["quiz-view"]["value"] == "all"


def test_a_reload_comes_back_to_the_same_question(visitor: Visitor) -> None:
    for path in (ALL_TYPES, DRAWN, TEST):
        page = one_by_one(visitor, path)
        page.locator(".lp-question:visible input").first.check()
        for _ in range(2):
            button(page, "Volgende").click()
        left = legend(page).inner_text()
        page.reload()
        expect(legend(page)).to_have_text(left)
        assert "#" not in page.url
        page.goto("about:blank")
        page.go_back()
        expect(legend(page)).to_have_text(left)

    # Who comes later goes on at the first open question.
    page.goto("about:blank")
    expect(legend(visitor.open(TEST))).to_contain_text("een-2")
    expect(legend(visitor.open(f"{TEST}#question-een-4"))).to_contain_text("een-4")


def test_practice_checks_each_question_and_ends_at_the_result(visitor: Visitor) -> None:
    page = one_by_one(visitor, LONG)
    check = page.get_by_role("button", name="Controleer")
    for number in range(1, 5):
        check.click()
        expect(page.get_by_text("Je hebt hier nog niets gekozen.")).to_be_visible()
        choose(page, f"lang-{number}", "Goed")
        if number == 2:  # control and Enter check it too
            page.keyboard.press("Control+Enter")
            expect(page.get_by_text("Goed · 1 van 1 punt").filter(visible=True)).to_be_focused()
            page.keyboard.press("Control+Enter")  # it stands already
            expect(page.locator(".lp-error")).to_have_count(0)
        else:
            check.click()
        expect(page.locator(".lp-feedback-title:visible")).to_be_focused()
        if number < 4:
            button(page, "Volgende").click()
    button(page, "Naar je resultaat").click()
    expect(page.locator(".lp-result-score")).to_have_text("4 van 4 punten (100%)")


GIVE_ALL = """([types, responses]) => responses.map((response, at) => {
  const [item, ...more] = [...document.querySelectorAll(".lp-question")].filter((one) => one.checkVisibility());
  const form = item.querySelector("fieldset");
  const said = item.querySelector("legend").textContent.trim().split(/\\s+/).slice(0, 4).join(" ");
  const isShown = Leerpad.questions[types[at]].show(form, response);
  form.dispatchEvent(new Event("change", { bubbles: true }));
  if (at < responses.length - 1) {
    [...document.querySelectorAll("leerpad-quiz button")].find((one) => one.textContent.trim() === "Volgende").click();
  }
  return [said, more.length, isShown];
})"""
"""Give these answers one after another: what each question said of its place, how many others were seen, and whether it could."""


def test_every_type_of_question_is_asked_alone_and_kept(visitor: Visitor) -> None:
    page = one_by_one(visitor, ALL_TYPES)
    expect(page.locator("leerpad-quiz.lp-live")).to_be_attached()
    responses = [next((response for response, _ in one.responses if response is not None), None) for one in EXAMPLES]
    found = page.evaluate(GIVE_ALL, [[one.question.type for one in EXAMPLES], responses])
    total = len(EXAMPLES)
    assert found == [[f"Vraag {number} van {total}", 0, True] for number in range(1, total + 1)]
    scored = sum(example.question.worth > 0 for example in EXAMPLES)
    page.reload()
    button(page, "Naar het overzicht").click()
    expect(overview(page).get_by_text("Alle vragen zijn beantwoord.")).to_be_visible()
    kept = visitor.stored(COURSE)["quizzes"]["toets-drie"]
    assert len(next(iter(kept.values()))["answers"]) == scored

    # Letters that are typed are letters.
    button(page, ALL).click()
    field = page.locator(".lp-gap input").first
    field.fill("")
    page.keyboard.type("jk")
    expect(field).to_have_value("jk")
    expect(field).to_be_focused()
    page.locator(".lp-row select").first.focus()
    page.keyboard.press("j")
    expect(page.locator(".lp-row select").first).to_be_focused()


@pytest.mark.parametrize("view", [ONE, ALL])
def test_a_whole_test_with_the_keyboard_alone_with_shortcuts_or_without(view: str, visitor: Visitor) -> None:
    page = visitor.open(TEST)
    press = page.keyboard.press

    def tab_to(name: str) -> None:
        for _ in range(60):
            if page.evaluate("document.activeElement.textContent.trim()") == name:
                return
            press("Tab")
        raise AssertionError(f"no way to {name}")

    if view == ONE:
        tab_to(ONE)
        press("Enter")

    # Shortcuts go from question to question, and can be switched off.
    expect(page.get_by_text("Sneltoetsen", exact=True)).to_be_visible()  # once they work
    press("j")  # the focus is on no question
    expect(page.locator("legend:focus")).to_have_count(0)
    first = question(page, "een-1").get_by_role("radio").first
    first.focus()
    press("j")
    expect(page.locator("legend:focus")).to_contain_text("een-2")
    press("K")
    expect(page.locator("legend:focus")).to_contain_text("een-1")
    press("Alt+j")
    press("k")  # there is none before the first
    expect(page.locator("legend:focus")).to_contain_text("een-1")
    page.get_by_text("Sneltoetsen", exact=True).click()
    page.get_by_label("Sneltoetsen gebruiken").uncheck()
    page.reload()
    expect(page.get_by_text("Sneltoetsen", exact=True)).to_be_visible()
    first.focus()
    press("j")
    expect(first).to_be_focused()

    for number in range(1, 6):
        for _ in range(40):
            if page.evaluate("document.activeElement.matches('.lp-question [type=radio]')"):
                break
            press("Tab")
        press("ArrowDown")
        expect(question(page, f"een-{number}").get_by_label("Goed", exact=True)).to_be_focused()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        if number < 5 and view == ONE:
            tab_to("Volgende")
            press("Enter")
            expect(legend(page)).to_be_focused()
        elif number < 5:
            press("Tab")
    if view == ONE:
        tab_to("Naar het overzicht")
        press("Enter")
        expect(page.get_by_role("heading", name="Kijk je antwoorden na")).to_be_focused()
    tab_to("Lever in")
    press("Enter")
    expect(page.locator(".lp-result-title")).to_be_focused()
    expect(page.get_by_text("5 van 5 punten (100%)")).to_be_visible()


def test_before_a_test_stands_how_long_it_takes_but_not_after_it(visitor: Visitor) -> None:
    strange = {"quiz-view": {"value": "zigzag", "at": 1}}
    returned(visitor, progress(COURSE, [], [], settings=strange), COURSE)
    page = visitor.open(TEST)
    expect(page.locator("legend:visible")).to_have_count(5)  # a strange setting is no choice
    about = page.locator(".lp-about > summary")
    expect(about).to_have_text("Over deze toets ongeveer 2 minuten")
    time = page.get_by_text("Reken op ongeveer 2 minuten, met het lezen van de uitleg erbij.")
    expect(time).to_be_hidden()
    about.click()
    expect(time).to_be_visible()
    button(page, "Lever in").click()
    button(page, "Toch inleveren").click()
    expect(time).to_be_hidden()
    expect(about).to_have_text("Over deze toets", use_inner_text=True)
    button(page, "Opnieuw, alle vragen").click()
    expect(time).to_be_visible()
    choose(page, "een-1", "Goed")
    button(page, "Lever in").click()
    button(page, "Toch inleveren").click()
    button(page, "Oefen wat fout ging").click()
    expect(time).to_be_hidden()  # it is that of the whole test
