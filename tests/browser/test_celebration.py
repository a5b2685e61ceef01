"""Reaching a level is a moment: once, in words for everybody, drawn only where motion is welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from support.browser import choose, hand_in

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

REACHED = "Je hebt “Eerste” bereikt."


def drawings(page: Page) -> int:
    return page.locator(".lp-celebration").count()


PLACES = """() => {
  const drawing = document.querySelector(".lp-celebration").getBoundingClientRect();
  const texts = [".lp-result-title", ".lp-result-score"].map((name) => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(name));
    return range.getBoundingClientRect();
  });
  const isOut = texts.map(({ right, top }) => right <= drawing.x || top >= drawing.bottom);
  return { isOut, height: drawing.height, width: document.documentElement.scrollWidth };
}"""
ENDS = """() => document.querySelector(".lp-celebration").getAnimations({ subtree: true })
  .map((one) => one.effect.getComputedTiming().endTime)"""


def test_passing_is_celebrated_once_out_of_the_way_and_comes_to_rest(visitor: Visitor) -> None:
    page = visitor.open("een/toets-een.html")
    hand_in(page, right=0)
    assert drawings(page) == 0
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    hand_in(page, right=4)
    assert drawings(page) == 1
    ends = page.evaluate(ENDS)
    assert len(ends) > 2
    assert max(ends) <= 2500
    expect(page.get_by_role("status").filter(has_text=REACHED)).to_have_count(1)
    expect(page.get_by_role("region", name="Je resultaat")).to_contain_text(REACHED)
    expect(page.locator(".lp-result-title")).to_be_focused()
    expect(page.locator(".lp-celebration")).to_have_attribute("aria-hidden", "true")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 640})
        seen = page.evaluate(PLACES)
        assert seen["height"] > 50
        assert (seen["isOut"], seen["width"]) == ([True, True], width)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.reload()
    expect(page.get_by_text("Geslaagd").first).to_be_visible()
    assert drawings(page) == 0
    page.get_by_role("button", name="Oefen wat fout ging").click()
    choose(page, "een-5", "Goed")
    page.get_by_role("button", name="Lever in").click()
    expect(page.get_by_text("Dit was een oefening")).to_be_visible()
    assert drawings(page) == 0
    page.get_by_role("button", name="Doe de hele toets opnieuw").click()
    hand_in(page)
    assert drawings(page) == 0
    expect(page.get_by_text(REACHED)).to_have_count(0)


def test_less_motion_keeps_only_the_words(small_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(small_site.as_uri(), reduced_motion="reduce").open("een/toets-een.html")
    hand_in(page)
    assert drawings(page) == 0
    expect(page.get_by_role("region", name="Je resultaat")).to_contain_text(REACHED)
