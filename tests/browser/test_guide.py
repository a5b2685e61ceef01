"""The guide in a site, as a maker reads it: axe finds nothing on any page of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.axe import AXE, NARROW, narrow_page_faults, page_faults

from leerpad.guide import NAMES

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors


def test_every_page_of_the_guide(guide_site: Path, visitors: Visitors) -> None:
    """On the narrowest screen; what stands beside them on a wide one is the same for all, and looked at once.

    In one language: the other has the same pages, and cheaper tests.
    """
    visitor = visitors.arrive(guide_site.as_uri(), reduced_motion="reduce")
    visitor.context.add_init_script(AXE)  # rather than hand it to each page
    found = {"wide": page_faults(visitor.open("leerpad-guide/index.html"))}
    visitor.page.set_viewport_size(NARROW)
    found |= {name: narrow_page_faults(visitor.open(f"leerpad-guide/{name}.html")) for name in NAMES}
    assert {name: lines for name, lines in found.items() if lines} == {}
