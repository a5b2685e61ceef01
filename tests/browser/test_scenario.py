"""A conversation as a learner has it: step by step, with keys, mouse or finger, without script and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from support.conversation import BOTH, CHECK, TEST, TWO, say

from leerpad.questions.base import text_key

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors


def focused(page: Page) -> str:
    """The words of what has the focus."""
    return str(page.evaluate("document.activeElement.innerText")).strip()


def test_each_choice_shows_its_consequence_and_the_next_step_and_paper_is_a_worksheet_until_it_is_handed_in(
    talk_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(talk_site.as_uri()).open(CHECK)
    page.emulate_media(media="print")
    expect(page.get_by_text("Ga naar stap 2").first).to_be_visible()
    expect(page.get_by_text("Jullie maken een plan.").first).to_be_visible()
    expect(page.get_by_role("main").get_by_role("radio")).to_have_count(0)
    page.emulate_media(media="screen")

    expect(page.get_by_text("Zij vertelt wat er is.")).to_be_hidden()
    expect(page.get_by_text("Zij vertelt verder.")).to_be_hidden()
    say(page, "Vraag door")
    expect(page.locator(".lp-log").get_by_text("Zij vertelt verder.")).to_be_visible()
    expect(page.locator(".lp-log").get_by_text("Te weinig tijd")).to_be_visible()
    assert "Jij koos:\n\nVraag door" in page.locator(".lp-chosen").inner_text().replace("\n\n\n", "\n\n")
    expect(page.get_by_role("main").get_by_role("radio")).to_have_count(3)  # only the new step can be answered
    say(page, "Denk mee")
    expect(page.get_by_role("main").get_by_role("radio")).to_have_count(0)
    expect(page.locator(".lp-end")).to_contain_text("Goed afgelopen")
    expect(page.locator(".lp-end")).to_contain_text("Jullie maken een plan.")
    expect(page.get_by_text("1 van 1 beantwoord")).to_be_visible()

    page.get_by_role("button", name="Controleer").click()
    page.emulate_media(media="print")
    expect(page.get_by_text("Ga naar stap 2").first).to_be_hidden()
    expect(page.get_by_role("list", name="Jouw weg")).to_be_visible()


def test_focus_goes_to_what_is_new_and_it_is_named_by_its_words(talk_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(talk_site.as_uri())
    visitor.page.set_viewport_size({"width": 375, "height": 500})
    page = visitor.open(CHECK)
    say(page, "Wacht even")
    assert focused(page).split("\n\n") == ["Het blijft stil.", "Een collega zucht. Wat zeg je?"]
    new = page.get_by_role("group", name="Het blijft stil. Een collega zucht. Wat zeg je?")
    expect(new).to_be_focused()
    expect(new).to_be_in_viewport(ratio=1)
    page.get_by_label("Loop weg").check()
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.press("Enter")
    expect(page.locator(".lp-end")).to_be_in_viewport(ratio=1)
    assert focused(page).split("\n\n") == ["Niet goed afgelopen", "Zij praat met een ander."]


def test_from_start_to_end_with_the_keyboard_alone_and_it_goes_on_where_it_was_left(
    talk_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(talk_site.as_uri()).open(CHECK)
    # Going on without a choice is said at the step.
    page.get_by_role("button", name="Verder").click()
    group = page.get_by_role("radiogroup", name="Wat doe je?")
    expect(group).to_have_accessible_description("Kies eerst wat je doet.")
    expect(group).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Vraag door")).to_be_focused()
    page.get_by_label("Vraag door").check()
    expect(page.get_by_text("Kies eerst wat je doet.")).to_have_count(0)
    expect(group).not_to_have_attribute("aria-invalid", "true")

    # From start to end.
    page.get_by_role("main").get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")  # the second: wait
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page).startswith("Het blijft stil.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")  # Enter at a choice goes on too
    assert focused(page).startswith("Zij vertelt verder.")
    before = page.locator(".lp-log").inner_text()
    page.reload()
    assert page.locator(".lp-log").inner_text() == before  # it goes on where it was left
    page.get_by_role("main").get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert "Jullie maken een plan." in focused(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Deels goed · 1,5 van 2 punten")).to_be_focused()


def test_a_finger_does_it_too(talk_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(talk_site.as_uri(), viewport={"width": 320, "height": 700}, has_touch=True)
    page = visitor.open(CHECK)
    for choice in BOTH:
        page.locator(".lp-ask label", has_text=choice).tap()
        page.get_by_role("button", name="Verder").tap()
    expect(page.locator(".lp-end")).to_contain_text("Goed afgelopen")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_an_unfinished_conversation_is_missing_and_a_choice_that_was_not_yet_made_is_no_choice_the_next_time(
    talk_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(talk_site.as_uri()).open(TEST)
    # Enter at a choice hands nothing in.
    page.get_by_label("Loop weg").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kies eerst wat je doet.")).to_be_visible()
    expect(page.locator(".lp-missing")).to_have_count(0)

    # A choice that was not yet made is no choice the next time.
    page.get_by_label("Vraag door").check()
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("button", name="Toch inleveren").click()
    expect(page.get_by_role("list", name="Jouw weg")).to_have_count(0)
    expect(page.get_by_role("list", name="De beste weg")).to_be_visible()
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    expect(page.get_by_label("Vraag door")).not_to_be_checked()

    # An unfinished conversation is missing.
    say(page, "Vraag door")
    page.get_by_label("Waar", exact=True).check()
    page.get_by_role("button", name="Lever in").click()
    expect(page.get_by_text("Eén vraag is nog niet beantwoord")).to_be_visible()
    expect(page.get_by_text("Maak het gesprek af.")).to_be_visible()
    page.get_by_role("link", name="Voer het gesprek.").click()
    expect(page.get_by_label("Wacht even")).to_be_focused()
    page.get_by_role("button", name="Toch inleveren").click()
    mine = page.get_by_role("list", name="Jouw weg")
    expect(mine.get_by_text("Hier ben je gestopt.")).to_be_visible()
    expect(page.locator(".lp-feedback-title").first).to_have_text("Deels goed · 1 van 2 punten")


def test_two_conversations_on_a_page_stay_apart_and_choices_are_shuffled_if_the_author_says_so(
    talk_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(talk_site.as_uri()).open(TWO)
    first, second = page.locator(".lp-question").all()
    say(first, "Wacht even")
    say(second, "Wacht even")
    first.get_by_label("Vraag door").check()
    second.get_by_label("Loop weg").check()
    expect(first.get_by_label("Vraag door")).to_be_checked()
    first.get_by_role("button", name="Verder").click()
    expect(second.get_by_label("Loop weg")).to_be_checked()  # not yet made, and not lost either
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")
    assert len(ids) == len(set(ids))

    script = """(form) => Array.from({length: 12}, (_, seed) => {
      Leerpad.questions.scenario.arrange(form, String(seed % 6));
      return [...form.querySelectorAll(".lp-ask label")].map((label) => label.textContent).join();
    })"""
    shuffled, written = [form.evaluate(script) for form in page.locator(".lp-question > fieldset").all()]
    assert len(set(shuffled)) > 1
    assert shuffled[:6] == shuffled[6:]
    assert set(written) == {"Vraag door,Wacht even,Loop weg"}


def test_without_script_the_branches_can_be_followed(talk_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(talk_site.as_uri(), java_script_enabled=False).open(CHECK)
    form = page.locator("fieldset")
    expect(form.get_by_text("Het blijft stil.")).to_have_count(0)  # consequences stand in the answer sheet
    form.get_by_role("listitem").filter(has_text="Vraag door").get_by_role("link", name="Ga naar stap 2").click()
    expect(page.locator("li:target")).to_contain_text("Te weinig tijd")
    page.locator("li:target").get_by_role("link", name="Ga naar einde A").click()
    expect(page.locator("li:target")).to_contain_text("Jullie maken een plan.")
    sheet = page.locator(".lp-answers")
    sheet.locator("summary").click()
    best = sheet.locator("[data-best]").all_inner_texts()
    assert [text.split("\n")[0] for text in best] == ["Vraag door", "Denk mee"]
    assert "Beste keuze · 1 punt" in best[0]
    expect(sheet.get_by_role("listitem").filter(has_text="Einde C").last).to_contain_text("Niet goed afgelopen")


def test_going_round_for_ever_comes_to_an_end(talk_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(talk_site.as_uri()).open(CHECK)
    response = [text_key("Wacht even")] * 99
    page.locator(".lp-question > fieldset").evaluate(
        "(form, response) => Leerpad.questions.scenario.show(form, response)", response
    )
    say(page, "Wacht even")
    expect(page.get_by_text("Je bent zo vaak rondgegaan dat het gesprek hier stopt.")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("radio")).to_have_count(0)
    page.get_by_role("button", name="Controleer").click()
    expect(page.locator(".lp-feedback-title")).to_have_text("Deels goed · 0,5 van 2 punten")
