"""Pages of the path stand still: nothing jumps while they load or when the state comes, and no word of a title breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from course.support.path_pages import (
    ENLARGE,
    HOME,
    LARGE,
    LEARNERS,
    LESSON,
    LEVEL,
    NARROWEST,
    NEW,
    PHONE,
    SIZES,
    TEST,
    open_in_font,
)
from course.support.states import DONE, come_back
from support.shifts import shifts, watch_shifts

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors

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


@pytest.mark.parametrize("size", [PHONE, NARROWEST], ids=lambda size: f"{size['width']}px")
@pytest.mark.parametrize("path", ["scan.html", "basis/index.html", "basis/doorgroeimogelijkheden.html"])
def test_a_long_word_in_a_title_stays_whole(path: str, size: dict[str, int], site: Path, visitors: Visitors) -> None:
    """“Betrokkenheidsscan”, “Basisbetrokkenheid”, “Doorgroeimogelijkheden”: one word, so one line."""
    visitor = come_back(visitors.arrive(site.as_uri(), viewport=size), DONE)
    page = open_in_font(visitor, path)
    title = page.get_by_role("heading", level=1)
    for letters in ("", "large"):
        if letters:
            page.set_viewport_size(LARGE)
            assert page.evaluate(ENLARGE) == LARGE["width"]
        assert title.evaluate("one => one.getClientRects().length === 1 && one.scrollWidth <= one.clientWidth"), letters
        assert title.evaluate("one => one.offsetHeight < 1.5 * parseFloat(getComputedStyle(one).lineHeight)"), letters
