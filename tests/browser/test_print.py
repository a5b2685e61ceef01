"""What comes out of the printer: lessons to read, worksheets without answers, answer sheets, reviews; never the screen's furniture."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader
from support.browser import hand_in
from support.examples import examples
from support.quiz_views import ALL_TYPES, LONG, TEST

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

EXAMPLES = examples()
# Words of the theme, and of what only works on a screen.
FURNITURE = [
    "Zoeken",
    "Inhoudsopgave",
    "Mijn voortgang",
    "Donkere weergave",
    "Vorige",
    "Volgende",
    "Lever in",
    "Controleer",
]
FURNITURE += [
    "Afronden en hier blijven",
    "Print werkblad",
    "Sneltoetsen",
    "Toon alle vragen",
    "Eén vraag tegelijk",
    "beantwoord",
]


@pytest.fixture
def visitor(visitors: Visitors, view_site: Path) -> Visitor:
    return visitors.arrive(view_site.as_uri())


def printed(page: Page) -> list[str]:
    """The words of each page on paper, as Ctrl+P gives them."""
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]


COUNT_PRINTS = "() => { window.printed = 0; window.print = () => { window.printed += 1; }; }"


def press(page: Page, name: str) -> list[str]:
    """What a button prints. The browser tells the page when it is done, as it does after a real print."""
    page.evaluate(COUNT_PRINTS)
    page.get_by_role("button", name=name).click()
    assert page.evaluate("window.printed") == 1
    return printed(page)


def words_of(text: str) -> list[str]:
    return re.findall(r"\w{4,}", text)


def reasons() -> list[str]:
    """Texts that only an answer sheet may say: the reason of each choice."""
    found: list[str] = []

    def gather(value: Any, key: str = "") -> None:
        if isinstance(value, dict):
            for name, inner in value.items():
                gather(inner, name)
        elif isinstance(value, list):
            for inner in value:
                gather(inner, key)
        elif key in ("feedback", "feedback_true", "feedback_false", "explanation", "sample"):
            found.append(value)

    gather([example.data for example in EXAMPLES])
    assert len(found) > 50
    return [text for text in found if re.fullmatch(r"[\w ,.’-]+", text)]


def test_a_lesson_prints_as_something_to_read(visitor: Visitor) -> None:
    page = visitor.open("een/een-a.html")
    expect(page.get_by_role("button", name="Controleer")).to_have_count(3)
    expect(page.get_by_role("button", name=re.compile("^Print"))).to_have_count(0)  # of a short check
    sheets = printed(page)
    assert len(sheets) <= 2
    for said in ("Les een A", "Tekst.", "Een kanttekening", "Met een link erin.", "Welke is goed?", "Klopt dit?"):
        assert said in " ".join(sheets)
    for unsaid in (*FURNITURE, "De eerste niet.", "Reden van", "Uitleg bij"):
        assert unsaid not in " ".join(sheets)


def test_a_test_prints_as_a_blank_worksheet_and_its_answer_sheet_by_its_button_alone(visitor: Visitor) -> None:
    page = visitor.open(ALL_TYPES)
    worksheet = printed(page)
    paper = " ".join(worksheet)
    for example in EXAMPLES:
        asked = words_of(example.data["prompt"])
        assert [word for word in asked if word not in paper] == []
    for said in ("Vooraf gezegd.", "Naam", "Datum"):  # what is folded on the screen too
        assert said in paper
    assert [said for said in (*reasons(), *FURNITURE, "Antwoorden en uitleg") if said in paper] == []

    paper = " ".join(press(page, "Print antwoordblad"))
    assert [text for text in reasons() if text not in paper] == []
    assert [said for said in FURNITURE if said in paper] == []
    for unsaid in ("Datum", "Vooraf gezegd.", "Over deze toets"):
        assert unsaid not in paper
    # The screen is as it was.
    expect(page.locator(".lp-answers")).to_be_hidden()
    paper = " ".join(printed(page))
    assert [text for text in reasons() if text in paper] == []

    # The worksheet is blank whatever was answered, and all comes back.
    blank = press(page, "Print werkblad")
    for example in EXAMPLES:
        response = next(response for response, _ in example.responses if response is not None)
        form = page.locator(f"#question-{example.question.id} > fieldset")
        give = "([form, type, response]) => Leerpad.questions[type].show(form, response)"
        assert page.evaluate(give, [form.element_handle(), example.question.type, response])
        form.dispatch_event("change")
    read = "() => [...document.querySelectorAll('.lp-question')].map((item) => Leerpad.questions[JSON.parse(item.dataset.question).type].read(item.querySelector('fieldset')))"
    before = page.evaluate(read)
    assert None not in before
    assert press(page, "Print werkblad") == blank
    assert page.evaluate(read) == before
    page.get_by_role("button", name="Toon alle vragen").click()
    page.get_by_role("button", name="Lever in").click()
    anyway, result = page.get_by_role("button", name="Toch inleveren"), page.locator(".lp-result-title")
    expect(anyway.or_(result).first).to_be_visible()
    if anyway.count():
        anyway.click()
    expect(result).to_be_visible()
    page.reload()  # the moment of reaching a level is shown once
    expect(page.locator(".lp-locked")).to_have_count(sum(example.question.worth > 0 for example in EXAMPLES))
    thoughts = sum(example.question.worth == 0 for example in EXAMPLES)
    expect(page.locator(".lp-quiz").get_by_text("Bewaard in je notities")).to_have_count(thoughts)
    shown = page.locator(".lp-quiz").text_content()
    assert press(page, "Print werkblad") == blank
    assert page.locator(".lp-quiz").text_content() == shown


def test_one_question_on_the_screen_is_a_whole_worksheet_on_paper_and_after_handing_in_a_review(
    visitor: Visitor,
) -> None:
    page = visitor.open(TEST)
    page.get_by_role("button", name="Eén vraag tegelijk").click()
    paper = " ".join(printed(page))
    assert all(f"Wat kies je bij een-{number}?" in paper for number in range(1, 6))
    page.get_by_role("button", name="Toon alle vragen").click()
    hand_in(page, right=4)
    paper = " ".join(printed(page))
    for said in (
        "Geslaagd",
        "4 van 5 punten (80%)",
        "Je slaagt vanaf 60%",
        "Reden van fout bij een-5.",
        "jouw antwoord",
    ):
        assert said in paper
    assert [said for said in (*FURNITURE, "Naam", "Opnieuw", "Ga naar Tweede") if said in paper] == []


def test_what_was_not_drawn_is_not_printed_and_questions_and_answers_have_the_same_numbers(visitor: Visitor) -> None:
    page = visitor.open("twee/toets-twee.html")
    assert len(set(re.findall(r"twee-\w+\?|Welke staat vast", " ".join(printed(page))))) == 4
    asked = page.locator("legend:visible .lp-prompt").all_inner_texts()
    paper = " ".join(press(page, "Print antwoordblad"))
    places = [paper.index(f"{number}. {prompt}") for number, prompt in enumerate(asked, start=1)]
    assert places == sorted(places)
    assert "5. Wat kies" not in paper


def test_a_button_to_print_is_shown_when_it_works_and_not_before(visitor: Visitor) -> None:
    visitor.context.add_init_script("window.requestIdleCallback = (run) => { window.beIdle = run; }")
    page = visitor.open(TEST)
    page.wait_for_function("() => 'beIdle' in window")
    expect(page.locator("leerpad-quiz.lp-live")).to_be_attached()
    expect(page.get_by_text("Print werkblad")).to_be_hidden()
    page.evaluate(COUNT_PRINTS)
    page.evaluate("beIdle()")
    page.get_by_role("button", name="Print werkblad").click()
    assert page.evaluate("window.printed") == 1


def test_a_long_check_is_printed_without_its_lesson(visitor: Visitor) -> None:
    page = visitor.open(LONG)
    for name in ("Print werkblad", "Print antwoordblad"):
        paper = " ".join(press(page, name))
        assert "Les een B" in paper
        assert "Wat kies je bij lang-4?" in paper
        assert "Vooraf." not in paper
        assert "Slot van de les." not in paper
    assert "Slot van de les." in " ".join(printed(page))
    expect(page.get_by_text("Slot van de les.")).to_be_visible()


def test_who_reads_in_the_dark_prints_black_on_white(view_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(view_site.as_uri(), color_scheme="dark").open(TEST)
    style = "(part) => { const {color, colorScheme, backgroundColor} = getComputedStyle(part); return [color, colorScheme, backgroundColor]; }"
    legend, box = page.locator("legend").first, page.locator(".lp-question input").first
    assert box.evaluate(style)[1] == "dark"
    page.emulate_media(media="print")
    assert box.evaluate(style)[1] == "light"
    red, green, blue = map(int, re.findall(r"\d+", legend.evaluate(style)[0])[:3])
    assert max(red, green, blue) < 100


def test_without_script_a_worksheet_too(view_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(view_site.as_uri(), java_script_enabled=False).open(TEST)
    paper = " ".join(printed(page))
    assert "Wat kies je bij een-5?" in paper
    assert "Reden van" not in paper
    page.get_by_text("Antwoorden en uitleg").click()
    sheets = printed(page)
    answers = next(number for number, words in enumerate(sheets) if "Antwoorden en uitleg" in words)
    assert answers > 0  # on a page of its own
    assert "Wat kies je bij een-5?" in sheets[answers - 1]
    assert "Reden van goed bij een-1." in sheets[answers]
