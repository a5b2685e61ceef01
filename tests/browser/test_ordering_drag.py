"""Putting things in order with the mouse and with a finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.steps import PAGE, handle, is_untouched, middle, order

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors


@pytest.fixture
def page(visitors: Visitors, steps_site: Path) -> Page:
    """The question, not touched yet."""
    return visitors.arrive(steps_site.as_uri(), reduced_motion="reduce").open(PAGE)


def test_an_item_follows_the_mouse_within_its_list_and_a_press_on_the_handle_or_escape_is_no_answer(page: Page) -> None:
    handle(page, 2).click()
    assert is_untouched(page)

    # Escape puts a dragged item back.
    before = order(page)
    x, y = middle(page, 0)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(*middle(page, 4), steps=5)
    assert order(page) != before
    page.keyboard.press("Escape")
    assert order(page) == before
    page.mouse.move(x, y)
    page.mouse.up()
    assert order(page) == before
    assert is_untouched(page)
    expect(page.locator(".lp-dragging")).to_have_count(0)
    expect(page.get_by_text("0 van 1 beantwoord")).to_be_visible()

    # It follows the mouse, and the list makes room.
    height = page.locator(".lp-order").bounding_box()
    x, y = middle(page, 3)
    page.mouse.move(x, y)
    page.mouse.down()
    seen = []
    for place in (2, 1, 0):
        page.mouse.move(x + 5, middle(page, place)[1], steps=3)
        seen.append(order(page).index(before[3]))
        box = page.locator(".lp-dragging").bounding_box()
        assert box
        assert box["x"] <= x + 5 <= box["x"] + box["width"]
        assert page.locator(".lp-order").bounding_box() == height
    assert seen == [2, 1, 0]
    assert is_untouched(page)  # until it is let go
    page.mouse.up()
    assert order(page) == [before[3], *before[:3], before[4]]
    expect(page.locator("fieldset [role=status]")).to_have_text(f"{before[3]} staat nu op plaats 1 van 5")
    expect(page.get_by_text("1 van 1 beantwoord")).to_be_visible()
    page.reload()
    assert order(page) == [before[3], *before[:3], before[4]]

    # It stays within its list and under the pointer, however far that goes.
    frame = page.locator(".lp-order").bounding_box()
    assert frame
    x, y = middle(page, 1)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 20)
    box = page.locator(".lp-dragging").bounding_box()
    assert box
    assert box["y"] + box["height"] / 2 == pytest.approx(y + 20, abs=1.5)
    for far, end in ((y + 5000, 4), (y - 5000, 0)):
        page.mouse.move(x, far)
        item = page.locator(".lp-order-item:has(.lp-dragging)")
        box = item.bounding_box()
        assert box
        assert frame["y"] - 1 <= box["y"]
        assert box["y"] + box["height"] <= frame["y"] + frame["height"] + 1
        assert item.evaluate("item => [...item.parentElement.children].indexOf(item)") == end
    page.mouse.up()
    assert page.locator(".lp-order-item[style*=transform]").count() == 0


def test_a_finger_drags_without_scrolling_the_page_and_a_second_one_does_nothing(
    visitors: Visitors, steps_site: Path
) -> None:
    phone = {
        "viewport": {"width": 375, "height": 500},
        "has_touch": True,
        "is_mobile": True,
        "reduced_motion": "reduce",
    }
    page = visitors.arrive(steps_site.as_uri(), **phone).open(PAGE)
    handle(page, 2).scroll_into_view_if_needed()
    before, scrolled = order(page), page.evaluate("scrollY")
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    x, y = middle(page, 2)
    second = middle(page, 3)
    top = middle(page, 1)[1]
    touch("touchStart", (x, y))
    touch("touchMove", (x, y - 10))
    touch("touchStart", (x, y - 10), second)
    touch("touchMove", (x, y - 10), (second[0], second[1] + 60))
    assert order(page) == before
    touch("touchEnd", (x, y - 10))
    for step in range(1, 6):
        touch("touchMove", (x, y + (top - y) * step / 5))
    touch("touchEnd")
    assert order(page) == [before[0], before[2], before[1], *before[3:]]
    assert page.evaluate("scrollY") == scrolled
    assert not is_untouched(page)
