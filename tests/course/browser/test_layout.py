"""What stands on a page stays where it is while it loads, and fits on a phone, on paper and in the system's own colours."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from conftest import serve
from course.support.real import real_course
from course.support.states import DONE, HALFWAY, SCAN, answer_scan, come_back
from playwright.sync_api import expect
from support.shifts import shifts, watch_shifts

from leerpad.advice.pace import first_task
from leerpad.source.markdown_text import MarkdownText

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page, ViewportSize
    from support.browser import Visitors

KINDS = [
    "index.html",
    "basis/index.html",
    "tevredenheid/tevreden-is-een-begin.html",
    "passie/ideeen-die-meetellen.html",
    "tevredenheid/toets-tevredenheid.html",
    "scan.html",
    "mijn-voortgang.html",
    "herhalen.html",
    "mijn-actieplan.html",
    "mijn-notities.html",
    "mijn-certificaten.html",
]
SIZES: list[ViewportSize] = [
    {"width": 1280, "height": 900},
    {"width": 390, "height": 844},
    {"width": 320, "height": 640},
]
PHONES = SIZES[1:]
CUT_OFF = """() => [...document.querySelectorAll(".lp-table-wrap")].filter((box) => box.scrollWidth > box.clientWidth).length"""


@pytest.fixture(scope="module")
def hosted(site: Path) -> Iterator[str]:
    """Over http a page comes in parts, and is painted before its last script is there."""
    with serve(site) as address:
        yield address


def scanned(page: Page) -> None:
    answer_scan(page)
    page.get_by_role("button", name="Bekijk mijn beeld").click()


def much() -> str:
    """Somebody with a test taken twice, a note, a guess, and the picture of a scan."""
    stored: dict[str, Any] = json.loads(HALFWAY)
    attempt = stored["quizzes"]["toets-tevredenheid"]["poging"]
    stored["quizzes"]["toets-tevredenheid"]["eerder"] = {**attempt, "started": 2, "finished": 3}
    stored["notes"] = {"onthouden": {"text": "Wachten kan.", "at": 1, "prompt": "Wat onthoud je?"}}
    guess = next(
        one for one in real_course().quizzes["check-tevreden-is-een-begin"].model.questions if one.is_prediction
    )
    thought = {"value": guess.response_of("Hij vindt het goed zo"), "revision": guess.revision(), "at": 1}
    stored["predictions"] = {guess.id: thought}
    stored["shown"] = {"betrokkenheidsscan": {"done": True, "at": 1}}
    return json.dumps(stored)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_nothing_moves_while_a_page_loads_whatever_is_kept(size: ViewportSize, hosted: str, visitors: Visitors) -> None:
    visitor = visitors.arrive(hosted, viewport=size, reduced_motion="reduce")
    watch_shifts(visitor.context)
    moved = {}
    for stored, paths in ((much(), KINDS), (DONE, ["mijn-voortgang.html", "mijn-certificaten.html"])):
        come_back(visitor, stored)
        for path in paths:
            found = shifts(visitor.open(path))
            if found.score >= 0.001:
                moved[path] = found
    assert moved == {}


def test_what_comes_when_a_browser_has_time_is_seen_to_move_a_page(site: Path, visitors: Visitors) -> None:
    """The measure of the test above: it waits for what the client leaves till then."""
    visitor = visitors.arrive(site.as_uri())
    watch_shifts(visitor.context)
    visitor.context.add_init_script("""addEventListener("load", () => {
      const late = Object.assign(document.createElement("div"), { style: "height: 200px" });
      const wait = (turns) => (turns ? requestIdleCallback(() => wait(turns - 1)) : document.querySelector("article")?.prepend(late));
      wait(6);
    })""")
    assert shifts(visitor.open("mijn-voortgang.html")).score >= 0.001


def test_the_foot_of_a_short_page_waits_for_no_script_of_the_theme(site: Path, visitors: Visitors) -> None:
    """A browser may paint before the theme's script is there: with the class that says so, everything stands the same."""
    page = visitors.arrive(site.as_uri(), viewport=SIZES[0]).open("mijn-notities.html")
    expect(page.locator("html")).not_to_have_class("no-js")
    top = "() => document.querySelector('.md-footer').getBoundingClientRect().top"
    late = page.evaluate(top)
    page.evaluate("""() => {
      document.documentElement.classList.add("no-js");
      for (const part of document.querySelectorAll(".md-sidebar, .md-sidebar__scrollwrap")) part.removeAttribute("style");
    }""")
    assert page.evaluate(top) == late


def test_on_a_phone_every_lesson_gives_something_to_do_within_two_screens(site: Path, visitors: Visitors) -> None:
    """Of all lessons, those with most words before it."""
    words = {
        lesson.id: task.words
        for lesson in real_course().lessons.values()
        if (task := first_task(lesson, MarkdownText(lesson.body, lesson.body_line)))
    }
    visitor = come_back(visitors.arrive(site.as_uri(), viewport={"width": 390, "height": 844}), DONE)
    tops = {}
    for level in real_course().levels:
        for lesson in level.lessons:
            if words[lesson.id] in sorted(words.values())[-3:]:
                asked = visitor.open(f"{level.id}/{lesson.id}.html").locator("leerpad-predict").first
                tops[lesson.id] = asked.evaluate("(asked) => asked.getBoundingClientRect().top + scrollY")
    assert len(tops) >= 3
    assert {name: top for name, top in tops.items() if top > 2 * 844} == {}


def test_the_tables_of_progress_fit_on_a_phone(site: Path, visitors: Visitors) -> None:
    page = come_back(visitors.arrive(site.as_uri()), much()).open("mijn-voortgang.html")
    for phone in PHONES:
        page.set_viewport_size(phone)
        expect(page.locator(".lp-table-wrap")).to_have_count(2)
        assert page.evaluate(CUT_OFF) == 0, phone
        row = page.get_by_role("row", name="Niveau 1: Basisbetrokkenheid")
        expect(row.get_by_role("cell")).to_have_count(3)


def test_the_picture_of_a_scan_fits_a_phone_is_dark_on_paper_and_has_the_systems_own_colours(
    site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(site.as_uri(), reduced_motion="reduce").open(SCAN)
    expect(page.locator("[data-incomplete]")).to_be_hidden()
    scanned(page)
    page.emulate_media(media="print")
    advice = page.get_by_role("link", name="Begin bij het niveau Tevredenheid").last
    assert advice.evaluate("(link) => getComputedStyle(link).color") == "rgb(31, 39, 51)"
    page.emulate_media(media="screen", forced_colors="active", color_scheme="dark")
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    colours = page.locator(".lp-chart :is(text, span)").evaluate_all(
        "(all) => all.map((label) => getComputedStyle(label)[label.matches('text') ? 'fill' : 'color'])"
    )
    assert len(colours) > 10
    assert set(colours) == {page.evaluate("getComputedStyle(document.body).color")}
    page.emulate_media(forced_colors="none", color_scheme="light")
    page.get_by_text("Jouw beeld als tabel").click()
    cut_off = {phone["width"]: is_cut_off(page, phone) for phone in PHONES}
    page.set_viewport_size(SIZES[0])
    page.get_by_role("button", name="Opnieuw invullen").click()
    scanned(page)  # with the earlier one beside it
    page.get_by_text("Jouw beeld als tabel").click()
    cut_off |= {f"{phone['width']}, twice": is_cut_off(page, phone) for phone in PHONES}
    assert set(cut_off.values()) == {0}, cut_off


def is_cut_off(page: Page, phone: ViewportSize) -> int:
    """How many tables are wider than there is room for them."""
    page.set_viewport_size(phone)
    return int(page.evaluate(CUT_OFF))


def test_a_long_word_in_the_navigation_keeps_its_last_letters_together(site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(site.as_uri()).open("basis/erkenning.html")
    words = page.locator(".md-sidebar--primary .lp-tail:visible")
    lines = words.evaluate_all(
        "(tails) => tails.map((tail) => [tail.textContent.length, tail.getClientRects().length])"
    )
    assert len(lines) > 3
    assert {(4, 1)} == {tuple(line) for line in lines}
