"""The card for a talk with one's manager: what was chosen, what is needed, three questions; on one sheet, or as text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.calendars import read_by_icalendar
from support.learners import progress, returned
from support.paper import A4, printed
from support.plans import action

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page
    from support.browser import Visitor, Visitors

COURSE, PLAN = "proefpad", "mijn-actieplan.html"
LONG = "Een lange zin over wat ik wil doen en waarom. "


@pytest.fixture
def visitor(visitors: Visitors, plan_site: Path) -> Visitor:
    return visitors.arrive(plan_site.as_uri())


def open_card(visitor: Visitor, plan: dict[str, Any], **parts: Any) -> Page:
    page = returned(visitor, progress(COURSE, [], [], plan=plan, **parts), COURSE).open(PLAN)
    page.evaluate("window.print = () => {}")  # no dialog
    page.get_by_text("Een kwartier met je leidinggevende").click()
    return page


def card(page: Page) -> Locator:
    return page.get_by_role("article", name="Een kwartier met mijn leidinggevende")


def pick(page: Page, text: str) -> Locator:
    return page.get_by_role("group", name="Wat neem je mee?").get_by_role("checkbox", name=text)


def download(page: Page, button: str) -> str:
    with page.expect_download() as saved:
        page.get_by_role("button", name=button).click()
    return Path(saved.value.path()).read_bytes().decode()


def test_a_card_has_what_was_chosen_what_is_needed_and_three_questions(visitor: Visitor) -> None:
    plan = {
        "een": action("Bellen", when="2098-12-07", cue="het begint", who="Geheime Bo"),
        **{name: action(name.title(), number) for number, name in enumerate(["twee", "drie", "vier"], start=2)},
        "klaar": action("Klaar", done=True),
    }
    page = open_card(visitor, plan)
    items = card(page).get_by_role("listitem")
    asks = ["Wat mag ik hierin zelf beslissen?", "Wat wordt hier lastig aan, en wat kun jij dan doen?"]
    last = "Wanneer kijken we samen terug?"
    first = "Als het begint, dan: Bellen (uiterlijk 7 december 2098)"
    expect(items).to_have_text([first, "Twee", "Drie", *asks, last])
    expect(pick(page, "Vier")).to_be_disabled()  # three at most
    pick(page, "Twee").uncheck()
    pick(page, "Vier").check()
    expect(pick(page, "Vier")).to_be_focused()
    expect(items).to_have_text([first, "Drie", "Vier", *asks, last])
    page.get_by_label("Wat heb je nodig?").fill("Twee uur\nper week")
    page.get_by_label("Vraag 3").fill("Mag dit?")
    page.get_by_label("Vraag 2").fill("")
    page.get_by_label("Wanneer is het gesprek?").fill("2098-12-10")
    page.get_by_label("Hoe laat?").fill("14:30")
    expect(card(page)).to_contain_text("10 december 2098, 14:30")
    expect(items).to_have_text([first, "Drie", "Vier", asks[0], "Mag dit?"])
    assert violations(page) == []
    page.reload()
    page.get_by_text("Een kwartier met je leidinggevende").click()
    expect(items).to_have_text([first, "Drie", "Vier", asks[0], "Mag dit?"])
    assert download(page, "Bewaar als tekst") == (
        "Een kwartier met mijn leidinggevende\n10 december 2098, 14:30\n\n"
        f"Wat ik koos\n- {first}\n- Drie\n- Vier\n\n"
        "Wat ik nodig heb\n- Twee uur\nper week\n\n"
        f"Mijn vragen aan jou\n- {asks[0]}\n- Mag dit?\n\nWat we afspreken\n"
    )
    page.get_by_text("In je eigen agenda").click()
    text = download(page, "Bewaar het agendabestand")
    assert [(entry.title, entry.minutes) for entry in read_by_icalendar(text)] == [
        ("Een stap uit mijn actieplan", 24 * 60),
        ("Gesprek met mijn leidinggevende, een kwartier", 15),
    ]
    assert "Twee uur" not in text


def without_spaces(words: str) -> str:
    """The reader of the paper takes letters that the font sets apart for the end of a word."""
    return words.replace(" ", "")


@pytest.mark.parametrize("length", ["empty", "full"])
def test_a_card_prints_on_one_sheet_in_the_place_of_the_plan(length: str, visitor: Visitor) -> None:
    if length == "empty":
        page = open_card(visitor, {})
    else:
        fields = {
            name: {"text": (LONG * 9)[:250], "at": 1} for name in ("need", "question-1", "question-2", "question-3")
        }
        plan = {f"a-{n}": action((LONG * 11)[:500], n, when="2098-12-07", cue=(LONG * 5)[:120]) for n in range(5)}
        page = open_card(visitor, plan, talk=fields)
    page.get_by_role("button", name="Print de kaart").click()
    [sheet] = printed(page)
    assert (sheet.width, sheet.height) == A4
    words = without_spaces(sheet.words)
    assert words.startswith(without_spaces("Een kwartier met mijn leidinggevende Datum en tijd: Wat ik koos"))
    assert words.endswith(without_spaces("Wat we afspreken"))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    words = without_spaces(" ".join(sheet.words for sheet in printed(page)))  # who prints the page itself gets the plan
    assert ("Mijnactieplan" in words, "Watweafspreken" in words) == (True, False)
