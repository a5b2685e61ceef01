"""Taking a quiz: practice and test, missing answers, results, again, and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from support.browser import choose, question

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


def arrangement(page: Page) -> list[str]:
    """All that is asked, with the choices, in their order."""
    expect(page.locator("leerpad-quiz.lp-live")).to_be_attached()
    return page.locator("fieldset:visible").all_inner_texts()


def test_practice_gives_the_reason_after_each_question_and_ends_with_a_result(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    expect(page.get_by_text("0 van 3 beantwoord")).to_be_visible()
    check = page.get_by_role("button", name="Controleer")

    # A check without an answer says so at the question.
    check.nth(1).click()
    several = question(page, "Welke zijn goed?")
    missing = several.get_by_text("Je hebt hier nog niets gekozen.")
    expect(missing).to_be_visible()
    expect(several.get_by_label("A", exact=True)).to_be_focused()
    expect(several.get_by_label("A", exact=True)).to_have_attribute("aria-invalid", "true")
    choose(page, "Welke zijn goed?", "A")
    expect(missing).to_be_hidden()

    choose(page, "Welke is goed?", "Fout")
    expect(page.get_by_text("Reden van fout.")).to_be_hidden()
    check.first.click()
    one = question(page, "Welke is goed?")
    for said in ("Niet goed (jouw antwoord)", "Reden van fout.", "Goed antwoord", "Reden van goed."):
        expect(one.get_by_text(said)).to_be_visible()
    expect(page.get_by_text("Uitleg bij één.").first).to_be_visible()
    expect(page.get_by_text("Niet goed · 0 van 1 punt")).to_be_focused()
    expect(one.get_by_label("Goed", exact=True)).to_be_disabled()

    check.first.click()
    expect(page.get_by_text("Deels goed · 1 van 2 punten")).to_be_visible()
    expect(several.get_by_text("Gemist, dit was ook goed")).to_be_visible()
    choose(page, "Klopt dit?", "Waar")
    check.first.click()
    result = page.get_by_role("region", name="Je resultaat")
    expect(result.get_by_text("2 van 4 punten (50%)")).to_be_visible()
    expect(result.get_by_text("geslaagd")).to_have_count(0)
    page.get_by_role("link", name="Les een B").last.click()
    expect(page.get_by_role("heading", level=1, name="Les een B")).to_be_visible()


def test_a_failed_test_can_be_practised_and_done_again_and_only_the_button_hands_it_in(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    page.evaluate("window.told = []; addEventListener('leerpad-finished', ({ detail }) => told.push(detail.quiz))")
    submit, result = page.get_by_role("button", name="Lever in"), page.get_by_role("region", name="Je resultaat")
    state = page.locator("leerpad-quiz")

    # A form that is submitted in any other way hands in nothing, as the Go of a phone's keyboard does.
    page.evaluate("document.querySelector('.lp-quiz-form').requestSubmit()")
    expect(page.get_by_text("vragen zijn nog niet beantwoord")).to_have_count(0)
    expect(state).to_have_attribute("data-state", "draft")

    # Unanswered questions are named above the form.
    expect(submit).to_be_enabled()
    for number, choice in ((1, "Goed"), (2, "Goed"), (4, "Fout")):
        choose(page, f"een-{number}", choice)
    submit.click()
    summary = page.get_by_role("group", name="2 vragen zijn nog niet beantwoord")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(2)
    expect(page.get_by_text("Je hebt hier nog niets gekozen.")).to_have_count(2)
    summary.get_by_role("link", name="Wat kies je bij een-5?").click()
    expect(question(page, "een-5").get_by_role("radio").first).to_be_focused()
    choose(page, "een-5", "Fout")
    expect(question(page, "een-5").get_by_text("Je hebt hier nog niets gekozen.")).to_be_hidden()
    submit.click()
    page.get_by_role("button", name="Toch inleveren").click()

    # A failed test says what is needed.
    expect(page.get_by_text("2 van 5 punten (40%)")).to_be_visible()
    expect(page.get_by_text("Niet beantwoord · 0 van 1 punt")).to_be_visible()
    for said in ("Nog niet geslaagd", "Je slaagt vanaf 60%.", "Lees nog eens."):
        expect(page.get_by_text(said)).to_be_visible()
    expect(page.get_by_role("button", name="Opnieuw, alle vragen")).to_be_visible()

    # Practising what was wrong never counts as a test.
    page.get_by_role("button", name="Oefen wat fout ging").click()
    assert sorted(prompts(page)) == [f"Wat kies je bij een-{number}?" for number in (3, 4, 5)]
    expect(page.get_by_text("Dat telt niet mee als toets.")).to_be_visible()
    for number in (3, 4, 5):
        choose(page, f"een-{number}", "Goed")
    submit.click()
    expect(page.get_by_text("3 van 3 punten (100%)")).to_be_visible()
    expect(page.get_by_text("Dit was een oefening met wat nog niet goed ging.")).to_be_visible()
    expect(page.get_by_text("is nu open")).to_have_count(0)
    outcomes = [attempt["outcome"]["passed"] for attempt in visitor.stored(COURSE)["quizzes"]["toets-een"].values()]
    assert outcomes == [False, False]
    assert not page.evaluate("Leerpad.path.unlocked(Leerpad.store.progress, Leerpad.path.level('twee'))")

    # It can be done again; Enter on a choice hands in nothing.
    page.get_by_role("button", name="Doe de hele toets opnieuw").click()
    expect(page.get_by_text("0 van 5 beantwoord")).to_be_visible()
    expect(page.get_by_role("radio", checked=True).and_(page.locator(".lp-choices *"))).to_have_count(0)
    for number in range(1, 6):
        choose(page, f"een-{number}", "Goed" if number <= 3 else "Fout")
    question(page, "een-3").get_by_label("Goed", exact=True).press("Enter")
    expect(state).to_have_attribute("data-state", "draft")
    expect(page.get_by_text("5 van 5 beantwoord")).to_be_visible()
    submit.press("Enter")

    # A passed test says so, and shows every reason.
    expect(result.get_by_text("Geslaagd", exact=True)).to_be_focused()
    for said in ("3 van 5 punten (60%)", "Dat is genoeg.", "“Tweede” is nu open."):
        expect(result.get_by_text(said)).to_be_visible()
    for number in range(1, 6):
        expect(question(page, f"een-{number}").get_by_text(f"Reden van goed bij een-{number}.")).to_be_visible()
        expect(question(page, f"een-{number}").get_by_text(f"Reden van fout bij een-{number}.")).to_be_visible()
    assert page.evaluate("told") == ["toets-een"] * 3  # one event tells that an attempt is finished
    result.get_by_role("link", name="Ga naar Tweede").click()
    expect(page.get_by_role("heading", level=1, name="Tweede")).to_be_visible()


def check_that_it_comes_back(visitor: Visitor, path: str) -> Page:
    """Open a test; after a reload it is exactly as it was left: untouched, begun and handed in. Gives its page."""
    page = visitor.open(path)
    before = arrangement(page)
    page.reload()
    assert arrangement(page) == before
    assert visitor.stored(COURSE) is None  # to have looked at it is no attempt
    page.goto("about:blank")
    page.go_back()
    assert arrangement(page) == before
    first = page.locator("fieldset:visible").first.get_by_role("radio").first
    first.check()
    page.reload()
    assert arrangement(page) == before
    expect(first).to_be_checked()
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("button", name="Toch inleveren").click()
    score = page.locator(".lp-result-score").inner_text()
    reviewed = arrangement(page)
    page.reload()
    assert arrangement(page) == reviewed
    expect(page.locator(".lp-result-score")).to_have_text(score)
    return page


def test_a_test_comes_back_after_a_reload_exactly_as_it_was_left(visitor: Visitor) -> None:
    check_that_it_comes_back(visitor, TEST)


def test_a_drawn_test_comes_back_too_and_draws_anew_when_it_is_done_again(visitor: Visitor) -> None:
    # A new visit of an untouched test may bring another order.
    tab, *others = [visitor.open(DRAWN, visitor.tab()) for _ in range(3)]
    assert len({tuple(arrangement(one)) for one in (tab, *others)}) > 1
    tab.get_by_text("Over deze toets").click()
    expect(tab.get_by_text("Je krijgt 4 vragen uit een verzameling van 8.")).to_be_visible()

    # A pinned choice keeps its place.
    form = tab.locator(".lp-question", has_text="Welke staat vast?")
    found = tab.evaluate(
        """form => Array.from({length: 30}, (_, seed) => {
             Leerpad.questions.single_choice.arrange(form, String(seed));
             return [...form.querySelectorAll("label")].map((label) => label.textContent).join();
           })""",
        form.element_handle(),
    )
    for order in (order.split(",") for order in found):
        assert (order[1], order[4]) == ("Twee", "Geen van deze")
        assert sorted(order) == ["Drie", "Een", "Geen van deze", "Twee", "Vier"]
    assert len(set(found)) > 3
    for one in (tab, *others):
        one.close()

    page = check_that_it_comes_back(visitor, DRAWN)
    drawn = set()
    for _ in range(3):
        page.get_by_role("button", name="Opnieuw, met deels andere vragen").click()
        asked = prompts(page)
        assert len(asked) == 4
        drawn.add(tuple(asked))
        page.get_by_role("button", name="Lever in").click()
        page.get_by_role("button", name="Toch inleveren").click()
    assert len(drawn) > 1


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
