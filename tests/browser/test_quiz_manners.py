"""What a quiz does with a key, the end of the path or a change by its author: never more, and never less, than a learner means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import choose, hand_in, question
from support.trees import build_site, rich_course

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitor

CHECK = "een/een-a.html"
TEST = "een/toets-een.html"
LAST = "drie/toets-drie.html"


def test_the_whole_path_is_done_with_whichever_test_comes_last(visitor: Visitor) -> None:
    page = visitor.open(LAST)
    hand_in(page, test="drie")
    result = page.get_by_role("region", name="Je resultaat")
    expect(result).not_to_contain_text("hele pad afgerond")
    expect(result).to_contain_text("Voor het hele pad slaag je ook nog voor: Quiz toets-een, Quiz toets-twee.")
    on = result.get_by_role("link", name="Ga verder: Les een A")
    assert str(on.evaluate("(link) => link.href")).endswith("/een/een-a.html")
    page.evaluate("""Leerpad.store.update(({ quizzes }) => {
      const outcome = { points: 1, max: 1, passed: true, questions: {} };
      quizzes["toets-twee"] = { een: { started: 1, seed: 1, questions: [], retry: false, answers: {}, finished: 2, outcome } };
    })""")
    hand_in(visitor.open(TEST))
    expect(result).to_contain_text("Je hebt het hele pad afgerond.")
    expect(result).not_to_contain_text("is nu open")
    expect(result.get_by_role("link", name="Kijk terug op wat je leerde")).to_be_visible()


def test_a_key_held_down_writes_no_more_often_than_a_browser_allows(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    page.get_by_role("button", name="Eén vraag tegelijk", exact=True).click()
    page.locator(".lp-question:visible input").first.focus()
    burst = page.evaluate("""() => {
      window.writes = 0;
      const { replaceState } = history;
      history.replaceState = (...given) => { window.writes += 1; replaceState.apply(history, given); };
      for (let time = 0; time < 300; time += 1) {
        const key = time % 4 < 2 ? "j" : "k";
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, repeat: true }));
        document.activeElement.closest(".lp-question").querySelector("input").focus();
      }
      return window.writes;
    }""")
    assert burst <= 40
    last = page.evaluate("Leerpad.visit.get('leerpad-toets-een')")
    page.wait_for_function("last => history.state['leerpad-toets-een'] === last", arg=last)
    assert 0 < page.evaluate("window.writes") <= 70


@pytest.fixture(scope="module")
def changed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site after its author changed an answer in the check and in two tests, and mended a typo."""
    files = rich_course()
    right = "text: {}\n        correct: true\n        feedback: Reden van {} bij {}."
    for name, old, new in (
        ("0-een/toets.yml", "Wat kies je bij een-1?", "Wat kies jij bij een-1?"),
        ("0-een/toets.yml", right.format("Goed", "goed", "een-2"), right.format("Beter", "beter", "een-2")),
        ("2-drie/toets.yml", right.format("Goed", "goed", "drie-1"), right.format("Beter", "goed", "drie-1")),
        ("check.yml", "{text: Goed, correct: true", "{text: Beter, correct: true"),
    ):
        assert files[f"quizzes/{name}"].count(old) == 1
        files[f"quizzes/{name}"] = files[f"quizzes/{name}"].replace(old, new)
    return build_site(tmp_path_factory.mktemp("changed"), {**files})


def test_a_typo_mended_costs_nothing_and_a_changed_answer_is_shown(visitor: Visitor, changed_site: Path) -> None:
    hand_in(visitor.open(TEST), right=4)
    draft = visitor.open(LAST)
    for number in (1, 2):
        choose(draft, f"drie-{number}", "Goed")

    visitor.address = changed_site.as_uri()
    page = visitor.open(TEST)
    expect(page.get_by_text("4 van 5 punten (80%)")).to_be_visible()
    mended = page.locator(".lp-question", has_text="Wat kies jij bij een-1?")
    expect(mended.get_by_text("Goed gekozen (jouw antwoord)")).to_be_visible()
    other = page.locator(".lp-question", has_text="een-2")
    expect(other.get_by_text("Deze vraag is veranderd sinds je antwoord.")).to_be_visible()
    expect(page.get_by_text("Deze vraag is veranderd")).to_have_count(1)
    assert page.evaluate("Leerpad.path.unlocked(Leerpad.store.progress, Leerpad.path.level('twee'))")

    # A draft answer to a changed question is asked again.
    page = visitor.open(LAST)
    expect(page.get_by_text("1 van 5 beantwoord")).to_be_visible()
    expect(page.locator(".lp-question", has_text="drie-1").get_by_text("Deze vraag is veranderd")).to_be_visible()
    expect(question(page, "drie-2").get_by_label("Goed", exact=True)).to_be_checked()


def test_a_changed_answer_in_an_unfinished_check_can_be_given_again(visitor: Visitor, changed_site: Path) -> None:
    page = visitor.open(CHECK)
    choose(page, "Welke is goed?", "Goed")
    page.get_by_role("button", name="Controleer").first.click()
    choose(page, "Klopt dit?", "Waar")
    page.get_by_role("button", name="Controleer").last.click()
    visitor.address = changed_site.as_uri()
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
