"""Taking a quiz: practice and test, missing answers, results, again, and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.browser import choose, hand_in, question
from support.trees import build_site, rich_course

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

TEST = "een/toets-een.html"
DRAWN = "twee/toets-twee.html"
COURSE = "proefpad"


def prompts(page: Page) -> list[str]:
    """What is asked, from top to bottom."""
    return page.locator("legend:visible .lp-prompt").all_inner_texts()


def choices(page: Page) -> list[list[str]]:
    """The choices of each question, from top to bottom."""
    return [group.locator("label").all_inner_texts() for group in page.locator("fieldset:visible").all()]


def test_practice_gives_the_reason_after_each_question(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    expect(page.get_by_text("0 van 3 beantwoord")).to_be_visible()
    choose(page, "Welke is goed?", "Fout")
    expect(page.get_by_text("Reden van fout.")).to_be_hidden()
    page.get_by_role("button", name="Controleer").first.click()
    asked = question(page, "Welke is goed?")
    expect(asked.get_by_text("Niet goed (jouw antwoord)")).to_be_visible()
    expect(asked.get_by_text("Reden van fout.")).to_be_visible()
    expect(asked.get_by_text("Goed antwoord")).to_be_visible()
    expect(asked.get_by_text("Reden van goed.")).to_be_visible()
    expect(page.get_by_text("Uitleg bij één.").first).to_be_visible()
    expect(page.get_by_text("Niet goed · 0 van 1 punt")).to_be_focused()
    expect(asked.get_by_label("Goed", exact=True)).to_be_disabled()
    page.get_by_role("link", name="Les een B").last.click()
    expect(page.get_by_role("heading", level=1, name="Les een B")).to_be_visible()


def test_practice_ends_with_a_result_and_partial_credit(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    choose(page, "Welke is goed?", "Goed")
    page.get_by_role("button", name="Controleer").first.click()
    choose(page, "Welke zijn goed?", "A")
    page.get_by_role("button", name="Controleer").first.click()
    expect(page.get_by_text("Deels goed · 1 van 2 punten")).to_be_visible()
    expect(question(page, "Welke zijn goed?").get_by_text("Gemist, dit was ook goed")).to_be_visible()
    choose(page, "Klopt dit?", "Niet waar")
    page.get_by_role("button", name="Controleer").first.click()
    result = page.get_by_role("region", name="Je resultaat")
    expect(result.get_by_text("2 van 4 punten (50%)")).to_be_visible()
    expect(result.get_by_text("geslaagd")).to_have_count(0)


def test_a_check_without_an_answer_says_so_at_the_question(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    page.get_by_role("button", name="Controleer").nth(1).click()
    asked = question(page, "Welke zijn goed?")
    expect(asked.get_by_text("Je hebt hier nog niets gekozen.")).to_be_visible()
    expect(asked.get_by_label("A", exact=True)).to_be_focused()
    expect(asked.get_by_label("A", exact=True)).to_have_attribute("aria-invalid", "true")
    choose(page, "Welke zijn goed?", "A")
    expect(asked.get_by_text("Je hebt hier nog niets gekozen.")).to_be_hidden()


def test_unanswered_questions_are_named_above_the_form(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    submit = page.get_by_role("button", name="Lever in")
    expect(submit).to_be_enabled()
    for number in (1, 2, 4):
        choose(page, f"een-{number}", "Goed")
    submit.click()
    summary = page.get_by_role("group", name="2 vragen zijn nog niet beantwoord")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(2)
    expect(page.get_by_text("Je hebt hier nog niets gekozen.")).to_have_count(2)
    summary.get_by_role("link", name="Wat kies je bij een-5?").click()
    expect(question(page, "een-5").get_by_role("radio").first).to_be_focused()
    choose(page, "een-5", "Goed")
    expect(question(page, "een-5").get_by_text("Je hebt hier nog niets gekozen.")).to_be_hidden()
    submit.click()
    page.get_by_role("button", name="Toch inleveren").click()
    expect(page.get_by_text("4 van 5 punten (80%)")).to_be_visible()
    expect(page.get_by_text("Niet beantwoord · 0 van 1 punt")).to_be_visible()


def test_a_passed_test_says_so_and_shows_every_reason(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    hand_in(page, right=3)
    result = page.get_by_role("region", name="Je resultaat")
    expect(result.get_by_text("Geslaagd", exact=True)).to_be_focused()
    expect(result.get_by_text("3 van 5 punten (60%)")).to_be_visible()
    expect(result.get_by_text("Dat is genoeg.")).to_be_visible()
    expect(result.get_by_text("“Tweede” is nu open.")).to_be_visible()
    for number in range(1, 6):
        expect(question(page, f"een-{number}").get_by_text(f"Reden van goed bij een-{number}.")).to_be_visible()
        expect(question(page, f"een-{number}").get_by_text(f"Reden van fout bij een-{number}.")).to_be_visible()
    result.get_by_role("link", name="Ga naar Tweede").click()
    expect(page.get_by_role("heading", level=1, name="Tweede")).to_be_visible()


def test_a_failed_test_says_what_is_needed_and_can_be_done_again(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    hand_in(page, right=2)
    expect(page.get_by_text("Nog niet geslaagd")).to_be_visible()
    expect(page.get_by_text("Je slaagt vanaf 60%.")).to_be_visible()
    expect(page.get_by_text("Lees nog eens.")).to_be_visible()
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    expect(page.get_by_text("0 van 5 beantwoord")).to_be_visible()
    expect(page.get_by_role("radio", checked=True).and_(page.locator(".lp-choices *"))).to_have_count(0)
    hand_in(page, right=5)
    expect(page.get_by_text("5 van 5 punten (100%)")).to_be_visible()


def test_practising_what_was_wrong_never_counts_as_a_test(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    hand_in(page, right=2)
    page.get_by_role("button", name="Oefen wat fout ging").click()
    assert sorted(prompts(page)) == [f"Wat kies je bij een-{number}?" for number in (3, 4, 5)]
    expect(page.get_by_text("Dat telt niet mee als toets.")).to_be_visible()
    for number in (3, 4, 5):
        choose(page, f"een-{number}", "Goed")
    page.get_by_role("button", name="Lever in").click()
    expect(page.get_by_text("3 van 3 punten (100%)")).to_be_visible()
    expect(page.get_by_text("Dit was een oefening met wat nog niet goed ging.")).to_be_visible()
    expect(page.get_by_text("is nu open")).to_have_count(0)
    outcomes = [attempt["outcome"]["passed"] for attempt in visitor.stored(COURSE)["quizzes"]["toets-een"].values()]
    assert outcomes == [False, False]
    page = visitor.open("twee/twee-a.html")
    expect(page.get_by_text("Dit niveau is nog gesloten")).to_be_visible()


@pytest.mark.parametrize("path", [TEST, DRAWN])
def test_a_test_comes_back_after_a_reload_exactly_as_it_was_left(path: str, visitor: Visitor) -> None:
    page = visitor.open(path)
    first = prompts(page)[0]
    answer = choices(page)[0][0]
    page.locator("fieldset:visible").first.get_by_label(answer, exact=True).check()
    left = (prompts(page), choices(page))
    page.reload()
    assert (prompts(page), choices(page)) == left
    expect(question(page, first).get_by_label(answer, exact=True)).to_be_checked()
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("button", name="Toch inleveren").click()
    score = page.locator(".lp-result-score").inner_text()
    page.reload()
    assert (prompts(page), choices(page)) == left
    expect(page.locator(".lp-result-score")).to_have_text(score)


def test_a_drawn_test_asks_so_many_and_draws_anew(visitor: Visitor) -> None:
    page = visitor.open(DRAWN)
    page.get_by_text("Over deze toets").click()
    expect(page.get_by_text("Je krijgt 4 vragen uit een verzameling van 8.")).to_be_visible()
    drawn = set()
    for _ in range(6):
        asked = prompts(page)
        assert len(asked) == 4
        drawn.add(tuple(asked))
        page.get_by_role("button", name="Lever in").click()
        page.get_by_role("button", name="Toch inleveren").click()
        page.get_by_role("button", name="Opnieuw, met deels andere vragen").click()
    assert len(drawn) > 1


def test_a_pinned_choice_keeps_its_place(visitor: Visitor) -> None:
    page = visitor.open(DRAWN)
    form = page.locator(".lp-question", has_text="Welke staat vast?")
    orders = page.evaluate(
        """form => Array.from({length: 30}, (_, seed) => {
             Leerpad.questions.single_choice.arrange(form, String(seed));
             return [...form.querySelectorAll("label")].map((label) => label.textContent).join();
           })""",
        form.element_handle(),
    )
    for order in (order.split(",") for order in orders):
        assert (order[1], order[4]) == ("Twee", "Geen van deze")
        assert sorted(order) == ["Drie", "Een", "Geen van deze", "Twee", "Vier"]
    assert len(set(orders)) > 3


def test_a_typo_mended_costs_nothing_and_a_changed_answer_is_shown(tmp_path: Path, visitors: Visitors) -> None:
    site = build_site(tmp_path, {**rich_course()})
    visitor = visitors.arrive(site.as_uri())
    page = visitor.open(TEST)
    hand_in(page, right=4)
    changed = rich_course()["quizzes/0-een/toets.yml"]
    changed = changed.replace("Wat kies je bij een-1?", "Wat kies jij bij een-1?")
    changed = changed.replace(
        "text: Goed\n        correct: true\n        feedback: Reden van goed bij een-2.",
        "text: Beter\n        correct: true\n        feedback: Reden van beter.",
    )
    assert changed.count("Beter") == 1
    build_site(tmp_path, {"quizzes/0-een/toets.yml": changed})
    page = visitor.open(TEST)
    expect(page.get_by_text("4 van 5 punten (80%)")).to_be_visible()
    mended = page.locator(".lp-question", has_text="Wat kies jij bij een-1?")
    expect(mended.get_by_text("Goed gekozen (jouw antwoord)")).to_be_visible()
    other = page.locator(".lp-question", has_text="een-2")
    expect(other.get_by_text("Deze vraag is veranderd sinds je antwoord.")).to_be_visible()
    expect(page.get_by_text("Deze vraag is veranderd")).to_have_count(1)
    page = visitor.open("twee/twee-a.html")
    expect(page.get_by_text("Tekst van de les.")).to_be_visible()


def test_a_draft_answer_to_a_changed_question_is_asked_again(tmp_path: Path, visitors: Visitors) -> None:
    site = build_site(tmp_path, {**rich_course()})
    visitor = visitors.arrive(site.as_uri())
    page = visitor.open(TEST)
    choose(page, "een-1", "Goed")
    choose(page, "een-2", "Goed")
    changed = rich_course()["quizzes/0-een/toets.yml"].replace("text: Goed", "text: Beter", 1)
    build_site(tmp_path, {"quizzes/0-een/toets.yml": changed})
    page = visitor.open(TEST)
    expect(page.get_by_text("1 van 5 beantwoord")).to_be_visible()
    expect(page.locator(".lp-question", has_text="een-1").get_by_text("Deze vraag is veranderd")).to_be_visible()
    expect(question(page, "een-2").get_by_label("Goed", exact=True)).to_be_checked()


def test_everything_can_be_done_with_the_keyboard(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    first = page.locator("fieldset:visible").first.get_by_role("radio").first
    first.focus()
    for _ in range(5):
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Lever in")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".lp-result-title")).to_be_focused()


def test_without_script_everything_can_be_read(small_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(small_site.as_uri(), java_script_enabled=False)
    page = visitor.open("twee/twee-a.html")
    expect(page.get_by_text("Tekst van de les.")).to_be_visible()
    page = visitor.open("een/een-a.html")
    expect(question(page, "Welke zijn goed?").get_by_label("A", exact=True)).to_be_visible()
    expect(page.get_by_text("Zonder JavaScript kun je de vragen lezen.")).to_be_visible()
    page.get_by_text("Antwoorden en uitleg").click()
    for reason in ("Reden van goed.", "Reden van A.", "Ja, want waar.", "Uitleg bij één."):
        expect(page.get_by_text(reason)).to_be_visible()
    expect(page.get_by_role("button", name="Controleer")).to_have_count(0)
