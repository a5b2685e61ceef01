"""The pages of the path as a learner meets them: where you are, one next step, nothing too small, keys and fonts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from course.support.path_pages import ENLARGE, HOME, LARGE, LEARNERS, LESSON, LEVEL, NARROWEST, PHONE, SIZES, TEST, WIDE
from course.support.states import COURSE, DONE, HALFWAY, LEVELS, come_back
from playwright.sync_api import expect
from support.learners import progress

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors


def stations(page: Page) -> list[str]:
    items = page.get_by_role("navigation", name="Het pad").get_by_role("listitem").all()
    return [" ".join(item.inner_text().split()) for item in items]


@pytest.mark.parametrize(
    ("learner", "here", "states", "step"),
    [
        ("new", ["Begin hier", "", "", "", ""], ["Open", *["Gesloten"] * 4], "Begin: Tevreden is een begin"),
        (
            "halfway",
            ["", "Je bent hier", "", "", ""],
            ["Afgerond", "1 van 9 lessen", *["Gesloten"] * 3],
            "Ga verder met: Duidelijke richting",
        ),
        ("done", [""] * 5, ["Afgerond"] * 5, "Je hebt het hele pad afgerond. Kijk terug op wat je leerde"),
    ],
)
def test_home_says_where_you_are_and_gives_one_next_step(
    learner: str, here: list[str], states: list[str], step: str, site: Path, visitors: Visitors
) -> None:
    page = come_back(visitors.arrive(site.as_uri()), LEARNERS[learner]).open(HOME)
    for text, where, state in zip(stations(page), here, states, strict=True):
        assert state in text
        assert ("Gaat open na: Toets" in text) == (state == "Gesloten")
        assert where in text
        assert bool(where) == ("hier" in text.replace("Het is hier", ""))
    expect(page.locator("leerpad-path .lp-button")).to_have_count(1)
    page.get_by_role("link", name=step).click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_every_station_can_be_reached_and_clicked(site: Path, visitors: Visitors) -> None:
    for size in SIZES:
        visitor = visitors.arrive(site.as_uri(), viewport=size)
        for level in LEVELS:
            page = visitor.open(HOME)
            page.locator(f"[data-level={level}] .lp-disc").click()
            assert page.url.endswith(f"{level}/index.html")


def test_home_says_it_all_without_script(site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(site.as_uri(), java_script_enabled=False).open(HOME)
    assert [text.split()[0] for text in stations(page)] == ["Start", *["Niveau"] * 4]
    assert "Gesloten" not in page.locator("leerpad-path").inner_text()
    page.get_by_role("link", name="Begin: Tevreden is een begin").click()
    page.get_by_role("link", name="Volgende les: Wat tevredenheid voorspelt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat tevredenheid voorspelt")


def test_who_comes_back_meets_the_way_on_and_finds_the_introduction_folded(site: Path, visitors: Visitors) -> None:
    lead = "Tevreden mensen zijn een goed begin"
    new = visitors.arrive(site.as_uri(), viewport=PHONE).open(HOME)
    expect(new.get_by_text(lead)).to_be_visible()
    expect(new.get_by_text("Over dit leerpad", exact=True)).to_be_hidden()
    expect(new.get_by_role("heading", name="Zo werkt het")).to_be_visible()
    page = come_back(visitors.arrive(site.as_uri(), viewport=PHONE), HALFWAY).open(HOME)
    expect(page.get_by_text(lead)).to_be_hidden()
    expect(page.get_by_role("heading", name="Zo werkt het")).to_be_hidden()
    button = page.locator(".lp-next-button").bounding_box()
    assert button
    assert button["y"] + button["height"] < PHONE["height"] / 2
    page.get_by_text("Over dit leerpad", exact=True).click()
    expect(page.get_by_text(lead)).to_be_visible()
    page.get_by_text("Hoe dit leerpad werkt").click()
    expect(page.get_by_role("heading", name="Zo werkt het")).to_be_visible()


@pytest.mark.parametrize(
    ("scans", "said"),
    [
        ({"scans": {"betrokkenheidsscan": {"s-1": {"value": None, "at": 5}}}}, ""),
        ({"scans": {"betrokkenheidsscan": {"s-1": {"value": 3, "at": 86_400_000}}}}, "ingevuld op 2 januari 1970"),
    ],
    ids=["taken back", "filled in"],
)
def test_home_says_of_a_scan_when_it_was_filled_in(
    scans: dict[str, object], said: str, site: Path, visitors: Visitors
) -> None:
    page = come_back(visitors.arrive(site.as_uri()), progress(COURSE, [], [], **scans)).open(HOME)
    mine = page.get_by_role("navigation", name="Van jou").get_by_role("listitem")
    expect(mine.filter(has_text="Betrokkenheidsscan")).to_have_text(f"Betrokkenheidsscan {said}")


SMALL = """() => {
  const inText = (element) => getComputedStyle(element).display === "inline" && element.closest("p, li, td, dd") !== null;
  const area = (element) => (element.matches("input") && element.closest("label")) || element;
  return [...document.querySelectorAll("a[href], button, summary, select, input, textarea, label[for]:not(.lp-hidden)")]
    .filter((element) => element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) && !inText(element))
    .filter((element) => !element.closest(".md-skip, .md-nav__title, [hidden], .md-search__overlay, .md-overlay"))
    .map((element) => [element, area(element).getBoundingClientRect()])
    .filter(([, { width, height, right, bottom }]) => width > 0 && right > 0 && bottom > 0 && (width < 24 || height < 24))
    .map(([element, { width, height }]) => `${element.outerHTML.slice(0, 90)} ${width}x${height}`);
}"""


@pytest.mark.parametrize("size", [WIDE, NARROWEST], ids=lambda size: f"{size['width']}px")
def test_targets_are_large_enough(size: dict[str, int], site: Path, visitors: Visitors) -> None:
    visitor = come_back(visitors.arrive(site.as_uri(), viewport=size), HALFWAY)
    small = {path: visitor.open(path).evaluate(SMALL) for path in (HOME, LEVEL, LESSON, TEST)}
    assert {path: found for path, found in small.items() if found} == {}


@pytest.mark.parametrize("learner", LEARNERS)
@pytest.mark.parametrize("height", [640, 256], ids=["320px", "400%"])
def test_nothing_scrolls_sideways_in_any_state(learner: str, height: int, site: Path, visitors: Visitors) -> None:
    visitor = come_back(visitors.arrive(site.as_uri(), viewport={"width": 320, "height": height}), LEARNERS[learner])
    widths, large = {}, {}
    for path in (HOME, LEVEL, LESSON, TEST):
        page = visitor.open(path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
        page.set_viewport_size(LARGE)
        large[path] = page.evaluate(ENLARGE)
        page.set_viewport_size({"width": 320, "height": height})
    assert set(widths.values()) == {320}
    assert set(large.values()) == {LARGE["width"]}, large


FAMILY = "(one) => getComputedStyle(one).fontFamily.split(',')[0].replaceAll('\"', '')"
CAME = "() => document.fonts.ready.then(() => [...document.fonts].some(({ family, status }) => family.includes('Headings') && status === 'loaded'))"
OURS, SURE = "Leerpad Headings", "Leerpad Headings Sure"


def test_headings_stations_and_certificates_have_a_font_of_their_own_and_the_text_has_not(
    site: Path, visitors: Visitors
) -> None:
    """What is kept, or seen by a room, waits for that font; what is read doesn't."""
    visitor = come_back(visitors.arrive(site.as_uri()), DONE)
    places = {HOME: ["h1", "h2", ".lp-stage-title"], LESSON: ["h1", "h2"], LEVEL: ["h1", ".lp-card h3"]}
    for path, headings in places.items():
        page = visitor.open(path)
        assert {page.locator(f".md-content {place}").first.evaluate(FAMILY) for place in headings} == {OURS}
        texts = page.locator(".md-content :is(p, li, td, .lp-button, input):not(.lp-quiz-title)")
        assert OURS not in texts.evaluate_all(f"(all) => all.map({FAMILY})"), path
        assert page.evaluate(CAME), path
    page = visitor.open("mijn-certificaten.html")
    for place in (".lp-certificate-name", ".lp-certificate-title"):
        assert page.locator(place).first.evaluate(FAMILY) == SURE
    page = visitor.open("tevredenheid/sessie-blijft-en-erbij.html")
    page.get_by_role("button", name="Toon op het scherm").click()
    assert page.get_by_role("dialog").get_by_role("heading").first.evaluate(FAMILY) == SURE


OUTLINE = """() => {
  const style = getComputedStyle(document.activeElement);
  return document.activeElement === document.body ? "" : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`;
}"""


@pytest.mark.parametrize("path", [HOME, LEVEL, LESSON])
def test_the_keyboard_sees_where_it_is(path: str, site: Path, visitors: Visitors) -> None:
    page = come_back(visitors.arrive(site.as_uri()), HALFWAY).open(path)
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        outline = page.evaluate(OUTLINE)
        if not outline:
            break
        # A toggle of the theme that is laid over its label shows its focus there.
        seen.append((outline, page.evaluate("document.activeElement.outerHTML.slice(0, 80)")))
    assert len(seen) > 8
    assert [
        where
        for outline, where in seen
        if outline != "solid 3px rgb(179, 71, 15)" and "md-toggle" not in where and "md-option" not in where
    ] == []


@pytest.mark.parametrize("title", ["Mijn voortgang", "Mijn actieplan", "Mijn notities", "Mijn certificaten"])
def test_the_learners_own_pages_are_found_by_their_titles(title: str, site: Path) -> None:
    """What the search shows of such a page is what it is for, and not that a script is missing."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    [entry] = [entry for entry in index if entry["title"] == title]
    assert "JavaScript" not in entry["text"]
    assert len(entry["text"].split()) >= 8


def test_the_menu_has_three_groups(site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(site.as_uri()).open(LESSON)
    groups = page.locator(".md-nav__item--section > label.md-nav__link")
    assert [words.strip() for words in groups.all_inner_texts()] == ["Het leerpad", "Van mij", "Achtergrond"]
