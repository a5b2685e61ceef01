"""Every state of our own course: axe finds nothing in light and dark, and nothing scrolls sideways at 320 px."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from course.support.states import BEFORE_A_PAGE, STATES
from playwright.sync_api import expect
from support.axe import NARROW, WIDE, WIDTH_AND_COLOUR, violations
from support.learners import forgotten

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors

GO_DARK = """() => {
  document.body.dataset.mdColorScheme = "slate"; // as the theme does
  return document.documentElement.scrollWidth;
}"""


@pytest.mark.parametrize("part", range(4))
def test_every_state(part: int, site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(site.as_uri(), reduced_motion="reduce")
    found = {}
    for state in list(STATES)[part::4]:
        alone = visitors.arrive(site.as_uri(), reduced_motion="reduce") if state in BEFORE_A_PAGE else visitor
        found[state] = state_faults(STATES[state](forgotten(alone)), is_search=state.startswith("search"))
    assert {state: lines for state, lines in found.items() if lines} == {}


def state_faults(page: Page, *, is_search: bool) -> list[str]:
    """What is wrong with what the state changes; test_accessibility.py looks at whole pages, `make audit` at all of all."""
    place = ".md-search" if is_search else ".md-content"
    found = violations(page, place=place)
    page.set_viewport_size(NARROW)
    width = page.evaluate(GO_DARK)
    if width > NARROW["width"] and not is_search:  # the theme spreads its veil far beyond the screen
        found.append(f"is {width} pixels wide on a screen of {NARROW['width']}")
    found += [f"narrow and dark: {line}" for line in violations(page, WIDTH_AND_COLOUR, place)]
    page.set_viewport_size(WIDE)
    return found


def test_what_comes_up_far_down_a_page_is_seen_there(site: Path, visitors: Visitors) -> None:
    page = STATES["storage full"](visitors.arrive(site.as_uri(), reduced_motion="reduce"))
    expect(page.get_by_role("heading", level=1)).not_to_be_in_viewport()
    expect(page.get_by_role("region", name="Melding over je voortgang")).to_be_in_viewport(ratio=1)
