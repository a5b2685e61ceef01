"""Terms beside their words: with the keyboard, a mouse, a finger, on the narrowest screen, and without script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import NARROW, violations, violations_in_both_schemes
from support.trees import build_site, course, lesson

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitor, Visitors

GLOSSARY = """\
terms:
  - {id: autonomie, term: autonomie, explanation: 'Zelf kiezen, [binnen](index.md) *afspraken*.', see: [voice], lesson: een-b}
  - {id: voice, term: voice, explanation: Je laten horen.}
  - {id: lang, term: onderwerpen, explanation: Een uitleg die zo lang is dat zij op een smal scherm over meer regels gaat.}
"""
SOURCES = """\
sources:
  - id: een-2002
    authors: [Een, Twee, Drie]
    language: fr
    year: 2002
    title: Over werk
    in: Blad 3
    kind: study
    certainty: secondhand
    shows: Iets *moois*.
    limit: Eén team.
    url: https://example.org/werk
  - {id: twee, authors: Vier, title: Wat nu?, kind: book, certainty: full, shows: Iets., limit: Een mening.}
"""
BODY = (
    """\
## Autonomie

Met autonomie bepaal je zelf. Zo is het [@een-2002], zegt Vier [-@twee].

Dit gaat over heel wat verschillende onderwerpen, zodat het laatste woord ver naar rechts staat en onderwerpen.
"""
    + "\n\nEen regel tekst.\n" * 30
    + "\n\nHet laatste woord is voice\n"
)


@pytest.fixture(scope="module")
def terms_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {
        **course(),
        "docs/glossary.yml": GLOSSARY,
        "docs/begrippen.md": "# Begrippen\n\n<!-- terms -->\n",
        "docs/sources.yml": SOURCES,
        "docs/bronnen.md": "# Bronnen\n\n<!-- sources -->\n",
        "docs/glossary.schema.json": "{}",
        "docs/over.md": "# Over ons\n\nZo zegt [@een-2002].\n",
        "modules/0-een/01-een-a.md": lesson("Les een A", BODY),
    }
    return build_site(tmp_path_factory.mktemp("terms"), {**files})


@pytest.fixture
def reader(visitors: Visitors, terms_site: Path) -> Visitor:
    return visitors.arrive(terms_site.as_uri(), reduced_motion="reduce")


def term(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=name, exact=True)


def tip(page: Page, text: str) -> Locator:
    return page.locator(".lp-tip", has_text=text)


SAID = "Zelf kiezen, binnen afspraken."


PLACES = """() => [...document.querySelectorAll("a.lp-term[aria-describedby]")].flatMap((word) => {
  const tip = document.getElementById(word.getAttribute("aria-describedby")).parentElement;
  return ["start", "center", "end"].map((block) => {
    word.blur();
    word.scrollIntoView({ block, behavior: "instant" });
    word.focus({ preventScroll: true });
    const [box, at] = [tip.getBoundingClientRect(), word.getBoundingClientRect()];
    const isWell = box.width > 0 && box.left >= 0 && box.right <= innerWidth && box.top >= 0 && (box.top >= at.bottom || box.bottom <= at.top);
    return [word.textContent, block, isWell];
  });
})"""
"""Of each word, at the top, in the middle and at the foot of the screen: does its explanation cover neither it nor the edge?"""


def open_lesson(visitor: Visitor) -> Page:
    """The lesson, once its explanations are there: they come when the browser is idle."""
    page = visitor.open("een/een-a.html")
    page.locator("a.lp-term[aria-describedby]").first.wait_for()
    return page


def test_the_keyboard_shows_it_on_any_screen_and_goes_to_the_page_of_terms(reader: Visitor) -> None:
    page = open_lesson(reader)
    word, said = term(page, "autonomie"), tip(page, SAID)
    assert word.evaluate("node => document.getElementById(node.getAttribute('aria-describedby')).textContent") == SAID
    assert said.is_hidden()
    word.focus()
    assert said.is_visible()
    page.keyboard.press("Escape")
    assert said.is_hidden()
    assert word.evaluate("node => node === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert said.is_visible()
    page.keyboard.press("Tab")
    assert said.is_hidden()

    # It covers neither its word nor the edge.
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 480})
        words = ("autonomie", "onderwerpen", "voice")
        assert page.evaluate(PLACES) == [[name, block, True] for name in words for block in ("start", "center", "end")]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size(NARROW)
    word.focus()
    assert said.is_visible()
    assert violations_in_both_schemes(page) == []

    # It prints as plain text.
    page.emulate_media(media="print")
    assert said.is_hidden()
    plain = "(node) => [getComputedStyle(node).textDecorationLine, getComputedStyle(node).color === getComputedStyle(node.parentElement).color]"
    assert word.evaluate(plain) == ["none", True]
    page.emulate_media(media="screen")

    word.press("Enter")
    page.wait_for_url("**/begrippen.html#term-autonomie")
    assert violations(page) == []


def test_a_mouse_shows_it_and_may_go_into_it(reader: Visitor) -> None:
    reader.page.clock.install()
    page = reader.open("een/een-a.html")
    said = tip(page, SAID)
    term(page, "autonomie").hover()
    assert said.is_hidden()  # it may be on its way elsewhere
    page.clock.run_for(200)
    assert said.is_visible()
    said.hover()
    page.clock.run_for(5000)
    assert said.is_visible()
    page.keyboard.press("Escape")
    assert said.is_hidden()
    term(page, "autonomie").hover()
    page.clock.run_for(200)
    page.mouse.move(1, 1)
    assert said.is_visible()
    page.clock.run_for(400)
    assert said.is_hidden()
    # Only one is shown, also where the keyboard is elsewhere than the mouse.
    term(page, "autonomie").focus()
    assert said.is_visible()
    term(page, "voice").hover()
    page.clock.run_for(200)
    tip(page, "Je laten horen.").wait_for()
    assert page.locator(".lp-tip:visible").count() == 1
    page.keyboard.press("Escape")
    term(page, "autonomie").hover()
    page.clock.run_for(200)
    said.get_by_role("link", name="Alle begrippen").click()
    page.wait_for_url("**/begrippen.html#term-autonomie")


def test_a_first_tap_shows_it_and_a_second_goes_to_the_page(visitors: Visitors, terms_site: Path) -> None:
    page = visitors.arrive(terms_site.as_uri(), has_touch=True, viewport={"width": 375, "height": 700}).open(
        "een/een-a.html"
    )
    term(page, "autonomie").tap()
    assert tip(page, SAID).is_visible()
    assert page.url.endswith("een-a.html")
    page.get_by_text("Een regel tekst.").first.tap()
    assert tip(page, SAID).is_hidden()
    term(page, "autonomie").tap()
    term(page, "autonomie").tap()
    page.wait_for_url("**/begrippen.html#term-autonomie")


def test_without_script_each_word_is_a_link_with_its_meaning(visitors: Visitors, terms_site: Path) -> None:
    page = visitors.arrive(terms_site.as_uri(), java_script_enabled=False).open("een/een-a.html")
    assert term(page, "autonomie").get_attribute("title") == SAID
    term(page, "autonomie").click()
    assert page.url.endswith("begrippen.html#term-autonomie")


def test_the_page_of_terms_and_citations_lead_to_lessons_and_sources_and_back(reader: Visitor) -> None:
    page = reader.open("begrippen.html")
    assert page.get_by_role("heading", level=3).all_inner_texts() == ["Autonomie", "Onderwerpen", "Voice"]
    letters = page.get_by_role("navigation", name="Begrippen op letter")
    letters.get_by_role("link", name="V", exact=True).click()
    assert page.url.endswith("#letter-v")
    entry = page.locator(".lp-term-entry", has=page.get_by_role("heading", name="Autonomie"))
    assert entry.get_by_role("link").all_inner_texts() == ["binnen", "voice", "Les een B", "Les een A"]
    entry.get_by_role("link", name="Les een A").click()
    page.wait_for_url("**/een/een-a.html")

    # A citation leads to its source, and that back to the pages that cite it.
    assert page.get_by_text("Zo is het (Een e.a., 2002), zegt Vier (jaar onbekend).").is_visible()
    page.get_by_role("link", name="Een e.a., 2002").click()
    assert page.url.endswith("een-a.html#source-een-2002")
    sources = page.get_by_role("region", name="Bronnen")
    told = sources.inner_text()
    assert "Een, Twee & Drie (2002), Over werk, Blad 3." in told
    assert "Via anderen gelezen, niet zelf gezien" in told
    assert "Grens: Eén team." in told
    sources.get_by_role("link", name="Een, Twee & Drie (2002)").click()
    page.wait_for_url("**/bronnen.html#source-een-2002")
    entry = page.locator("#source-een-2002")
    assert "Laat zien: Iets moois." in entry.inner_text()
    assert entry.locator("cite[lang=fr]").inner_text() == "Over werk"
    look = entry.get_by_role("link", name="Bekijk de bron: Over werk")
    assert (look.get_attribute("href"), look.get_attribute("rel")) == (
        "https://example.org/werk",
        "noopener noreferrer",
    )
    assert str(entry.get_by_role("link", name="Les een A").evaluate("(link) => link.href")).endswith("/een/een-a.html")
    page.set_viewport_size(NARROW)
    assert violations(page) == []
    entry.get_by_role("link", name="Over ons").click()
    page.wait_for_url("**/over.html")
    page.get_by_role("link", name="Een e.a., 2002").click()
    page.wait_for_url("**/bronnen.html#source-een-2002")


def test_progress_says_which_terms_came_by_in_lessons_that_are_done(reader: Visitor) -> None:
    page = reader.open("mijn-voortgang.html")
    expect(page.get_by_text("Begrippen die je tegenkwam in lessen die je hebt afgerond: 0 van 3.")).to_be_visible()
    page.evaluate("Leerpad.store.update(({ lessons }, { put }) => put(lessons, 'een-a', { done: true }))")
    expect(page.get_by_text("lessen die je hebt afgerond: 3 van 3.")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="autonomie").click()
    page.wait_for_url("**/begrippen.html#term-autonomie")


def test_what_authors_write_is_no_part_of_the_site(terms_site: Path) -> None:
    assert sorted(file.name for file in terms_site.iterdir() if file.name.startswith("b")) == [
        "begrippen.html",
        "bronnen.html",
    ]
    index = (terms_site / "search" / "search_index.json").read_text("utf-8")
    assert "begrippen.html#term-voice" in index
