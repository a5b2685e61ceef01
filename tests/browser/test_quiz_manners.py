"""What a quiz does with a key, a reload or a change by its author: never more, and never less, than a learner means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import choose, question
from support.trees import build_site, rich_course

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitor, Visitors

CHECK = "een/een-a.html"
TEST = "een/toets-een.html"
DRAWN = "twee/toets-twee.html"
LAST = "drie/toets-drie.html"
COURSE = "proefpad"

COUNT_WRITES = """
  window.writes = 0;
  const { replaceState } = history;
  history.replaceState = (...given) => { window.writes += 1; replaceState.apply(history, given); };
"""


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def pass_test(visitor: Visitor, level: str) -> Page:
    """Take the test of a level and answer all of it right."""
    page = visitor.open(f"{level}/toets-{level}.html")
    for group in page.locator("fieldset:visible").all():
        group.get_by_label("Goed", exact=True).check()
    button(page, "Lever in").click()
    expect(page.locator(".lp-result-title", has_text="Geslaagd")).to_be_focused()
    return page


def arrangement(page: Page) -> list[str]:
    """All that is asked, and the choices, in their order."""
    expect(page.locator("leerpad-quiz.lp-live")).to_be_attached()
    return page.locator("fieldset:visible").all_inner_texts()


def test_enter_on_a_choice_hands_in_nothing(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    for number in range(1, 6):
        choose(page, f"een-{number}", "Goed")
    question(page, "een-3").get_by_label("Goed", exact=True).press("Enter")
    expect(page.locator("leerpad-quiz")).to_have_attribute("data-state", "draft")
    expect(page.get_by_text("5 van 5 beantwoord")).to_be_visible()
    button(page, "Lever in").press("Enter")
    expect(page.locator(".lp-result-title", has_text="Geslaagd")).to_be_focused()


def test_a_form_that_is_submitted_in_any_other_way_hands_in_nothing(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    page.evaluate("document.querySelector('.lp-quiz-form').requestSubmit()")  # as the Go of a phone's keyboard does
    expect(page.get_by_text("vragen zijn nog niet beantwoord")).to_have_count(0)
    expect(page.locator("leerpad-quiz")).to_have_attribute("data-state", "draft")


def test_passing_the_last_test_first_says_what_is_still_to_do(visitor: Visitor) -> None:
    page = pass_test(visitor, "drie")
    result = page.get_by_role("region", name="Je resultaat")
    expect(result).not_to_contain_text("hele pad afgerond")
    expect(result).to_contain_text("Voor het hele pad slaag je ook nog voor: Quiz toets-een, Quiz toets-twee.")
    result.get_by_role("link", name="Ga verder: Les een A").click()
    expect(page.get_by_role("heading", level=1, name="Les een A")).to_be_visible()


def test_the_whole_path_is_done_with_whichever_test_comes_last(visitor: Visitor) -> None:
    visitor.open("index.html")
    visitor.page.evaluate("""Leerpad.store.update(({ quizzes }) => {
      const outcome = { points: 1, max: 1, passed: true, questions: {} };
      const attempt = { started: 1, seed: 1, questions: [], retry: false, answers: {}, finished: 2, outcome };
      for (const id of ["toets-drie", "toets-twee"]) quizzes[id] = { een: attempt };
    })""")
    page = pass_test(visitor, "een")
    result = page.get_by_role("region", name="Je resultaat")
    expect(result).to_contain_text("Je hebt het hele pad afgerond.")
    expect(result).not_to_contain_text("is nu open")
    expect(result.get_by_role("link", name="Kijk terug op wat je leerde")).to_be_visible()


def test_a_key_held_down_writes_no_more_often_than_a_browser_allows(visitor: Visitor) -> None:
    visitor.context.add_init_script(COUNT_WRITES)
    page = visitor.open(TEST)
    button(page, "Eén vraag tegelijk").click()
    page.locator(".lp-question:visible input").first.focus()
    page.evaluate("""() => {
      for (let time = 0; time < 300; time += 1) {
        const key = time % 4 < 2 ? "j" : "k";
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, repeat: true }));
        document.activeElement.closest(".lp-question").querySelector("input").focus();
      }
      window.burst = window.writes;
    }""")
    assert page.evaluate("window.burst") <= 40
    last = page.evaluate("Leerpad.visit.get('leerpad-toets-een')")
    page.wait_for_function("last => history.state['leerpad-toets-een'] === last", arg=last)
    assert page.evaluate("window.writes") <= 70


@pytest.mark.parametrize("path", [TEST, DRAWN])
def test_a_reload_of_an_untouched_test_keeps_its_order(path: str, visitor: Visitor) -> None:
    page = visitor.open(path)
    before = arrangement(page)
    for _ in range(3):
        page.reload()
        assert arrangement(page) == before
    assert visitor.stored(COURSE) is None  # to have looked at it is no attempt
    visitor.open("index.html")
    page.go_back()
    assert arrangement(page) == before


def test_a_new_visit_of_an_untouched_test_may_bring_another_order(visitor: Visitor) -> None:
    orders = {tuple(arrangement(visitor.open(DRAWN, visitor.tab()))) for _ in range(6)}
    assert len(orders) > 1


def test_a_changed_answer_in_an_unfinished_check_can_be_given_again(tmp_path: Path, visitors: Visitors) -> None:
    site = build_site(tmp_path, {**rich_course()})
    visitor = visitors.arrive(site.as_uri())
    page = visitor.open(CHECK)
    choose(page, "Welke is goed?", "Goed")
    page.get_by_role("button", name="Controleer").first.click()
    choose(page, "Klopt dit?", "Waar")
    page.get_by_role("button", name="Controleer").last.click()
    changed = rich_course()["quizzes/check.yml"].replace("{text: Goed, correct: true", "{text: Beter, correct: true")
    build_site(tmp_path, {"quizzes/check.yml": changed})
    page = visitor.open(CHECK)
    first = page.locator("#question-check-een")
    expect(first).to_contain_text("Deze vraag is veranderd sinds je antwoord. Geef je antwoord opnieuw.")
    expect(first).not_to_contain_text("Niet goed")
    expect(first.get_by_label("Beter", exact=True)).to_be_enabled()
    expect(page.get_by_text("1 van 3 beantwoord")).to_be_visible()
    choose(page, "Welke zijn goed?", "A", "B")
    page.get_by_role("button", name="Controleer").last.click()
    expect(page.locator("leerpad-quiz")).to_have_attribute("data-state", "draft")  # one is still to be answered
    choose(page, "Welke is goed?", "Beter")
    page.get_by_role("button", name="Controleer").click()
    expect(first.get_by_text("Goed · 1 van 1 punt")).to_be_focused()
    expect(page.locator(".lp-result-score")).to_have_text("4 van 4 punten (100%)")
