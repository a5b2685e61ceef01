"""The scan of this course, read, printed and filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.support.real import real_course
from playwright.sync_api import expect
from support.paper import printed
from support.scan_page import rows, show

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors

SCAN = "scan.html"


def test_everything_can_be_read_without_script(visitors: Visitors, site: Path) -> None:
    page = visitors.arrive(site.as_uri(), java_script_enabled=False).open(SCAN)
    expect(page.get_by_text("De uitkomst berekenen kan niet.")).to_be_visible()
    expect(page.get_by_role("radiogroup")).to_have_count(32)
    expect(page.get_by_role("radiogroup").get_by_role("radio")).to_have_count(32 * 6)
    expect(page.get_by_role("button", name="Bekijk mijn beeld")).to_have_count(0)
    page.get_by_text("Hoe de scan rekent").click()
    for words in (
        "6 min je cijfer",
        "laag: lager dan 2,5",
        "Vul minstens 3 van de 4 in.",
        "Dak zonder fundament",
        "Als: (Je baan is laag of De basis is laag), en (Leiderschap om je heen is hoog of Inbreng is hoog).",
        "Past een van deze, dan staat alleen dat er.",
        "Bespreek dat met iemand die je vertrouwt",
    ):
        expect(page.locator(".lp-scan-how")).to_contain_text(words)


def test_on_paper_the_scan_is_a_short_form_and_its_picture_short_too(visitors: Visitors, site: Path) -> None:
    form = printed(visitors.arrive(site.as_uri(), java_script_enabled=False).open(SCAN))
    assert len(form) <= 6
    page = visitors.arrive(site.as_uri()).open(SCAN)
    assert "Vul minstens 3 van de 4 in." in " ".join(sheet.words for sheet in printed(page))  # to work it out by hand
    fill_real(page)
    show(page)
    sheets = printed(page)
    paper = " ".join(sheet.words for sheet in sheets)
    assert len(sheets) <= 3
    for words in ("Dit is een gesprekshulp.", "Jouw beeld", "Begin bij het niveau ", "met de ogen van het team"):
        assert words in paper
    assert "We noemen alles wat past" not in paper
    assert "Je mag het nu openen" not in paper
    page.get_by_role("button", name="Opnieuw invullen").click()
    fill_real(page)
    show(page)
    sheets = printed(page)  # with the earlier one beside it
    assert len(sheets) <= 4
    assert "Lees dit voorzichtig." in " ".join(sheet.words for sheet in sheets)


def test_no_total_anywhere_and_every_caveat_told(visitors: Visitors, site: Path) -> None:
    page = visitors.arrive(site.as_uri()).open(SCAN)
    for words in (
        "Dit is een gesprekshulp. De scan is niet wetenschappelijk getoetst. Er zijn geen normen.",
        "Gebruik de uitkomst nooit om mensen te beoordelen, te vergelijken of te selecteren.",
    ):
        expect(page.locator(".lp-scan-caveats")).to_contain_text(words)
    for words in ("Niet getoetst.", "je balans", "Omgekeerde stellingen", "met de ogen van het team"):
        expect(page.get_by_role("article")).to_contain_text(words)
    fill_real(page)
    result = show(page)
    parts = [name for name, *_ in rows(page)]
    assert len(parts) == 8
    assert set(parts).isdisjoint(level.title for level in real_course().levels)  # they are seen beside each other
    expect(result).not_to_contain_text("otaal")


def fill_real(page: Page) -> None:
    """Fill in the real scan, each statement with another answer than the one before."""
    for number, item in enumerate(page.locator(".lp-statement").all()):
        item.get_by_role("radio").nth(number * 2 % 5).check()


def test_the_scan_takes_at_most_six_screens_of_a_phone(visitors: Visitors, site: Path) -> None:
    page = visitors.arrive(site.as_uri(), viewport={"width": 390, "height": 844}).open(SCAN)
    height = page.locator("leerpad-scan").evaluate("(scan) => scan.getBoundingClientRect().height")
    assert height <= 6 * 844
    expect(page.get_by_role("radiogroup", name="12 van 32")).to_have_count(1)


def test_answers_stand_beside_each_other(visitors: Visitors, site: Path) -> None:
    page = visitors.arrive(site.as_uri()).open(SCAN)
    choices = page.locator(".lp-scale").first.get_by_role("radio")
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 800})
        tops = {round(box["y"]) for choice in choices.all() if (box := choice.bounding_box())}
        assert len(tops) == 1
