"""The pages of the path as a learner meets them: where you are, one next step, nothing that jumps, nothing too small."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from course.support.states import COURSE, DONE, HALFWAY, LEVELS, come_back
from playwright.sync_api import expect
from support.learners import progress
from support.shifts import shifts, watch_shifts

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

WIDE, PHONE, NARROWEST = {"width": 1280, "height": 900}, {"width": 375, "height": 700}, {"width": 320, "height": 640}
SIZES = [WIDE, NARROWEST]
HOME, LEVEL, LESSON, TEST = (
    "index.html",
    "basis/index.html",
    "basis/zeven-factoren.html",
    "tevredenheid/toets-tevredenheid.html",
)


NEW = ""
LEARNERS = {"new": NEW, "halfway": HALFWAY, "done": DONE}


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


WIDEST_GAP = """(buttons) => buttons.map((button) => {
  const { top, bottom } = button.getBoundingClientRect();
  const { paddingTop, paddingBottom } = getComputedStyle(button);
  const texts = [...button.querySelectorAll("span:not(:has(span))")].flatMap((part) => {
    const text = document.createRange();
    text.selectNodeContents(part);
    return [...text.getClientRects()];
  });
  const lines = [...texts, { top: bottom - parseFloat(paddingBottom) }];
  let end = top + parseFloat(paddingTop);
  return Math.max(...lines.map((line) => {
    const gap = line.top - end;
    end = line.bottom;
    return Math.round(gap);
  }));
})"""
"""Of a button, the most empty space above, between and below its lines of text, in pixels."""
HALF_A_LINE = 11


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size['width']}px")
@pytest.mark.parametrize("learner", LEARNERS)
def test_nothing_jumps_while_loading_and_no_button_holds_an_empty_line(
    learner: str, size: dict[str, int], site: Path, visitors: Visitors
) -> None:
    visitor = come_back(visitors.arrive(site.as_uri(), viewport=size), LEARNERS[learner])
    watch_shifts(visitor.context)
    moved, gaps = {}, {}
    for path in (HOME, LEVEL, LESSON, TEST):
        page = visitor.open(path)
        moved[path] = shifts(page).moved
        gaps[path] = page.locator(".lp-next-button").evaluate_all(WIDEST_GAP)
    assert {path: found for path, found in moved.items() if found} == {}
    assert [len(gaps[path]) for path in (HOME, LEVEL)] == [1, 1]
    assert max(gaps[HOME] + gaps[LEVEL]) < HALF_A_LINE


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


COMES_IN_PIECES = """() => {
  const isDrawn = (element) => element.localName === "svg" || [...element.childNodes].some((node) => node.data?.trim());
  const isWhole = (element) => getComputedStyle(element).display.startsWith("inline") || element.closest("svg > *, [data-state-of]");
  const name = (element) => `${element.localName}.${element.getAttribute("class") ?? ""}`;
  const parts = [...document.querySelectorAll("article *")].filter((element) => !isWhole(element));
  const place = (element) => {
    if (!isDrawn(element)) return "";
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, top, width } = (element.localName === "svg" ? element : range).getBoundingClientRect();
    return [left, top, width].map(Math.round).join();
  };
  const places = parts.map(place);
  const moved = new Set();
  while (parts.length) {
    const last = parts.pop();
    last.remove();
    parts.forEach((part, index) => place(part) === places[index] || moved.add(`${name(part)} without ${name(last)}`));
  }
  return [...moved];
}"""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size['width']}px")
def test_a_home_page_that_comes_in_pieces_moves_nothing_that_is_there(
    size: dict[str, int], site: Path, visitors: Visitors
) -> None:
    """A browser may paint at any place where the rest is still to come: what stands there then stays where it is."""
    page = come_back(visitors.arrive(site.as_uri(), viewport=size), DONE).open(HOME)
    assert page.evaluate(COMES_IN_PIECES) == []


IN_FONT = """async () => {
  await document.fonts.load("20px 'Leerpad Headings Sure'");
  const widths = ["Leerpad Headings", "Leerpad Headings Sure"].map((family) => {
    const word = Object.assign(document.createElement("b"), { textContent: "Betrokkenheidsscan" });
    Object.assign(word.style, { position: "absolute", fontFamily: `"${family}", monospace` });
    document.body.append(word);
    const { width } = word.getBoundingClientRect();
    word.remove();
    return width;
  });
  return widths[0] === widths[1];
}"""


def open_in_font(visitor: Visitor, path: str) -> Page:
    """A page whose headings have their font. On a busy machine one may be painted before that has come, and does without."""
    page = visitor.open(path)
    while not page.evaluate(IN_FONT):
        page.reload()
    return page


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size['width']}px")
def test_the_state_arrives_where_room_was_kept(size: dict[str, int], site: Path, visitors: Visitors) -> None:
    """Also where a slow device paints before the state is known: what the state takes away was there before.

    Counted from the first thing below the way on, which is there before what stands below it (test_layout.py).
    """
    places: dict[tuple[str, bool], list[float]] = {}
    for learner, state in LEARNERS.items():
        visitor = come_back(visitors.arrive(site.as_uri(), viewport=size), state)
        for path, what in [(HOME, ".lp-disc, h2"), ("tevredenheid/index.html", "h2, .lp-card")]:
            page = open_in_font(visitor, path)
            tops = page.locator(what).evaluate_all(
                "([first, ...rest]) => rest.map((one) => Math.round(one.getBoundingClientRect().top - first.getBoundingClientRect().top))"
            )
            is_introduced = path == HOME and state == NEW  # known before the page is there
            assert places.setdefault((path, is_introduced), tops) == tops, learner


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
    widths = {
        path: visitor.open(path).evaluate("document.documentElement.scrollWidth")
        for path in (HOME, LEVEL, LESSON, TEST)
    }
    assert set(widths.values()) == {320}


@pytest.mark.parametrize("size", [PHONE, NARROWEST], ids=lambda size: f"{size['width']}px")
@pytest.mark.parametrize("path", ["scan.html", "basis/index.html", "basis/doorgroeimogelijkheden.html"])
def test_a_long_word_in_a_title_stays_whole(path: str, size: dict[str, int], site: Path, visitors: Visitors) -> None:
    """“Betrokkenheidsscan”, “Basisbetrokkenheid”, “Doorgroeimogelijkheden”: one word, so one line."""
    visitor = come_back(visitors.arrive(site.as_uri(), viewport=size), DONE)
    title = open_in_font(visitor, path).get_by_role("heading", level=1)
    assert title.evaluate("one => one.getClientRects().length === 1 && one.scrollWidth <= one.clientWidth")
    assert title.evaluate("one => one.offsetHeight < 2 * parseFloat(getComputedStyle(one).lineHeight)")


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
    assert [words.strip() for words in groups.all_inner_texts()] == ["De cursus", "Van mij", "Achtergrond"]
