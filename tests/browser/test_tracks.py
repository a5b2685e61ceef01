"""A path with two tracks that meet: what is open, where to go on, and what is earned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import NARROW, violations_in_both_schemes
from support.browser import choose
from support.trees import build_site, tracks_course

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitor, Visitors

HOME = "index.html"
TEXT = "Tekst van de les."


@pytest.fixture(scope="module")
def tracks_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("tracks"), tracks_course())


@pytest.fixture
def visitor(visitors: Visitors, tracks_site: Path) -> Visitor:
    return visitors.arrive(tracks_site.as_uri())


def test_a_level_says_of_its_test_that_it_has_one_question(tracks_site: Path) -> None:
    assert "<p>1 vraag. Met 60% van de punten" in (tracks_site / "weten" / "index.html").read_text("utf-8")


def result_of(visitor: Visitor, level: str, tab: Page | None = None) -> Locator:
    """Go to the test of a level and pass it."""
    return pass_here(visitor.open(f"{level}/toets-{level}.html", tab), level)


def pass_here(page: Page, level: str) -> Locator:
    """Pass the test of a level on its page."""
    choose(page, f"v-{level}", "Goed")
    page.get_by_role("button", name="Lever in").click()
    result = page.get_by_role("region", name="Je resultaat")
    expect(result.get_by_role("heading", name="Geslaagd")).to_be_visible()
    return result


def ways_on(page: Page) -> list[str]:
    """The next steps on the home page, the first one in the button."""
    return [" ".join(text.split()) for text in page.locator(".lp-next a, .lp-others:not([hidden]) a").all_inner_texts()]


def station(page: Page, title: str) -> Locator:
    return page.get_by_role("navigation", name="Het pad").get_by_role("listitem").filter(has_text=title)


def test_two_tracks_are_gated_passed_and_certified(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    assert ways_on(page) == ["Begin: Les weten", "Les proberen"]
    for title, said in [("Weten", "Begin hier"), ("Proberen", "Begin hier"), ("Snappen", "Na Weten")]:
        expect(station(page, f"Over {title}")).to_contain_text(said)
    expect(station(page, "Samen doen")).to_contain_text("Na Snappen en Oefenen")
    expect(station(page, "Samen doen")).to_contain_text("Gaat open na: Quiz toets-snappen en Quiz toets-oefenen")

    result = result_of(visitor, "proberen")
    expect(result).to_contain_text("“Oefenen” is nu open.")
    expect(result.get_by_role("link", name="Ga naar Oefenen")).to_be_visible()
    assert ways_on(visitor.open(HOME)) == ["Ga verder met: Les oefenen", "Les weten"]
    expect(visitor.open("snappen/les-snappen.html").get_by_text(TEXT)).to_be_hidden()
    result = result_of(visitor, "oefenen")  # its track is done, the other one isn't
    expect(result).to_contain_text("Voor het hele pad slaag je ook nog voor: Quiz toets-weten, Quiz toets-snappen")

    page = visitor.open("samen/les-samen.html")
    expect(page.get_by_text("“Samen doen” gaat open als je slaagt voor “Quiz toets-snappen”.")).to_be_visible()
    expect(page.get_by_text(TEXT)).to_be_hidden()
    tab = visitor.tab()
    result = result_of(visitor, "snappen", tab)  # a later test of its track: what is before counts
    expect(result).to_contain_text("“Samen doen” is nu open.")
    expect(page.get_by_text(TEXT)).to_be_visible()

    page = visitor.open("mijn-certificaten.html#certificate")
    page.evaluate("""Leerpad.store.update(({ quizzes }) => {
      quizzes["toets-samen"] = { ...quizzes["toets-snappen"] };
    })""")
    expect(page.get_by_text("Nog niet verdiend. Slaag voor alle toetsen.")).to_be_visible()
    expect(result_of(visitor, "weten", tab)).to_contain_text("Je hebt het hele pad afgerond.")
    expect(page.get_by_role("article", name="Certificaat: Het hele pad")).to_be_visible()
    expect(page.locator("#certificate .lp-way-done")).to_have_count(5)
    expect(page.locator("#certificate-oefenen .lp-way-done")).to_have_count(2)
    expect(visitor.open(HOME).locator(".lp-others")).to_be_hidden()


def test_a_closed_level_names_every_test_that_opens_it(visitor: Visitor) -> None:
    page = visitor.open("samen/les-samen.html")
    tests = "“Quiz toets-snappen” en “Quiz toets-oefenen”"
    expect(page.get_by_text(f"“Samen doen” gaat open als je slaagt voor {tests}.")).to_be_visible()
    for name in ("Naar de lessen van Snappen", "Naar de lessen van Oefenen", "Doe meteen: Quiz toets-oefenen"):
        expect(page.get_by_role("link", name=name)).to_be_visible()
    visitor.open("samen/toets-samen.html")
    expect(page.get_by_text("Je loopt vooruit.")).to_be_visible()
    pass_here(page, "samen")  # who passes it knows all that comes before it
    expect(visitor.open("oefenen/les-oefenen.html").get_by_text(TEXT)).to_be_visible()


CENTRES = """() => [...document.querySelectorAll(".lp-disc")].map((disc) => {
  const { x, y, width, height } = disc.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
})"""
ENDS = """(shown) => [...document.querySelectorAll(shown)].filter((path) => path.checkVisibility()).flatMap((path) => {
  const at = (length) => { const { x, y } = path.getPointAtLength(length).matrixTransform(path.getScreenCTM()); return [x, y]; };
  return [[at(0), at(path.getTotalLength())]];
})"""


def near(point: list[float], centres: list[list[float]]) -> int | None:
    """Which disc a point is in the middle of."""
    return next((n for n, (x, y) in enumerate(centres) if abs(x - point[0]) < 3 and abs(y - point[1]) < 3), None)


def test_each_way_runs_from_a_disc_to_a_disc_on_any_screen(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    # A scan opens a level and its own track alone.
    opened = """() => Leerpad.course.levels.map(({ id }) => id).filter((id) =>
      Leerpad.path.unlocked({ ...Leerpad.store.progress, opened: { oefenen: { at: 1 } } }, Leerpad.path.level(id)))"""
    assert page.evaluate(opened) == ["weten", "proberen", "oefenen"]

    # Side by side.
    centres = page.evaluate(CENTRES)
    ends = page.evaluate(ENDS, ".lp-piece .lp-trail")
    assert sorted((near(start, centres), near(end, centres)) for start, end in ends) == [(0, 1), (1, 4), (2, 3), (3, 4)]
    assert violations_in_both_schemes(page) == []

    # On the narrowest screen they run down.
    page.set_viewport_size(NARROW)
    centres = page.evaluate(CENTRES)
    ends = page.evaluate(ENDS, ".lp-wind .lp-trail")
    found = [(near(start, centres), near(end, centres)) for start, end in ends]
    assert found == [(0, 1), (1, None), (2, 3), (None, None), (None, 4), (3, 4)]  # past two levels of the other track
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_without_script_every_beginning_is_a_link(visitors: Visitors, tracks_site: Path) -> None:
    page = visitors.arrive(tracks_site.as_uri(), java_script_enabled=False).open(HOME)
    assert ways_on(page) == ["Begin: Les weten", "Les proberen"]
    expect(station(page, "Samen doen")).to_contain_text("Na Snappen en Oefenen")
