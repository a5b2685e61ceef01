"""Every state of our own course: axe finds nothing in light and dark, and nothing scrolls sideways at 320 px."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from course.support.states import STATES
from playwright.sync_api import expect
from support.axe import WIDTH, violations, violations_in_both_schemes

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors


@pytest.mark.parametrize("state", STATES)
def test_every_state(state: str, site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(site.as_uri(), reduced_motion="reduce")
    page = STATES[state](visitor)
    assert violations_in_both_schemes(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert violations(page, WIDTH) == []
    if not state.startswith("search"):  # the theme spreads its veil far beyond the screen
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_what_comes_up_far_down_a_page_is_seen_there(site: Path, visitors: Visitors) -> None:
    page = STATES["storage full"](visitors.arrive(site.as_uri(), reduced_motion="reduce"))
    expect(page.get_by_role("heading", level=1)).not_to_be_in_viewport()
    expect(page.get_by_role("region", name="Melding over je voortgang")).to_be_in_viewport(ratio=1)
