"""The scan of this course, read, printed and filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.support.real import real_course
from course.support.states import SCAN, answer_scan
from playwright.sync_api import expect
from support.paper import printed
from support.scan_page import rows, show

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator
    from support.browser import Visitors


HOW = (
    "6 min je cijfer",
    "laag: lager dan 2,5",
    "Vul minstens 3 van de 4 in.",
    "Dak zonder fundament",
    "Als: (Je baan is laag of De basis is laag), en (Leiderschap om je heen is hoog of Inbreng is hoog).",
    "Past een van deze, dan staat alleen dat er.",
    "Bespreek dat met iemand die je vertrouwt",
)
CAVEATS = (
    "Dit is een gesprekshulp. De scan is niet wetenschappelijk getoetst. Er zijn geen normen.",
    "Gebruik de uitkomst nooit om mensen te beoordelen, te vergelijken of te selecteren.",
)
TOLD = ("Niet getoetst.", "je balans", "Omgekeerde stellingen", "met de ogen van het team")


def lacking(place: Locator, words: tuple[str, ...]) -> list[str]:
    """Which of these words can't be read there."""
    said = " ".join(place.inner_text().split())
    return [one for one in words if one not in said]


def test_everything_can_be_read_without_script_and_on_paper_it_is_a_short_form(visitors: Visitors, site: Path) -> None:
    page = visitors.arrive(site.as_uri(), java_script_enabled=False).open(SCAN)
    expect(page.get_by_text("De uitkomst berekenen kan niet.")).to_be_visible()
    expect(page.get_by_role("radiogroup")).to_have_count(32)
    expect(page.get_by_role("radiogroup").get_by_role("radio")).to_have_count(32 * 6)
    expect(page.get_by_role("button", name="Bekijk mijn beeld")).to_have_count(0)
    assert len(printed(page)) <= 6
    page.get_by_text("Hoe de scan rekent").click()
    assert lacking(page.locator(".lp-scan-how"), HOW) == []


def test_no_total_anywhere_every_caveat_told_and_its_picture_is_short_on_paper(visitors: Visitors, site: Path) -> None:
    page = visitors.arrive(site.as_uri()).open(SCAN)
    assert lacking(page.locator(".lp-scan-caveats"), CAVEATS) == []
    assert lacking(page.get_by_role("article"), TOLD) == []
    assert "Vul minstens 3 van de 4 in." in " ".join(sheet.words for sheet in printed(page))  # to work it out by hand
    answer_scan(page)
    result = show(page)
    sheets = printed(page)
    paper = " ".join(sheet.words for sheet in sheets)
    assert len(sheets) <= 3
    for words in ("Dit is een gesprekshulp.", "Jouw beeld", "Begin bij het niveau ", "met de ogen van het team"):
        assert words in paper
    assert "We noemen alles wat past" not in paper
    assert "Je mag het nu openen" not in paper
    parts = [name for name, *_ in rows(page)]
    assert len(parts) == 8
    assert set(parts).isdisjoint(level.title for level in real_course().levels)  # they are seen beside each other
    expect(result).not_to_contain_text("otaal")
    page.get_by_role("button", name="Opnieuw invullen").click()
    answer_scan(page)
    show(page)
    sheets = printed(page)  # with the earlier one beside it
    assert len(sheets) <= 4
    assert "Lees dit voorzichtig." in " ".join(sheet.words for sheet in sheets)


TOPS = """(scale) => new Set([...scale.querySelectorAll("[type=radio]")].map((one) => Math.round(one.getBoundingClientRect().y))).size"""


def test_the_scan_takes_at_most_six_screens_of_a_phone_and_answers_stand_beside_each_other(
    visitors: Visitors, site: Path
) -> None:
    page = visitors.arrive(site.as_uri()).open(SCAN)
    expect(page.get_by_role("radiogroup", name="12 van 32")).to_have_count(1)
    scale = page.locator(".lp-scale").first
    expect(scale.get_by_role("radio")).to_have_count(6)
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 800})
        assert scale.evaluate(TOPS) == 1, width
    page.set_viewport_size({"width": 390, "height": 844})
    height = page.locator("leerpad-scan").evaluate("(scan) => scan.getBoundingClientRect().height")
    assert height <= 6 * 844
