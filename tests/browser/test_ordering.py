"""Putting things in order: with the keyboard; what is announced, asked for, shown after, and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.steps import PAGE, RIGHT, handle, is_untouched, order, put

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitors


@pytest.fixture
def page(visitors: Visitors, steps_site: Path) -> Page:
    """The question, not touched yet."""
    return visitors.arrive(steps_site.as_uri(), reduced_motion="reduce").open(PAGE)


TOWARDS = """(wanted) => {
  const isBefore = document.activeElement.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING;
  return isBefore ? "Shift+Tab" : "Tab";
}"""


def tab_to(page: Page, wanted: Locator) -> None:
    key = wanted.evaluate(TOWARDS)
    for _ in range(60):
        page.keyboard.press(key)
        if wanted.evaluate("(wanted) => wanted === document.activeElement"):
            return
    pytest.fail(f"{wanted} can't be reached with the Tab key")


def test_with_the_keyboard_alone_everything_can_be_put_in_order_without_losing_the_focus(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # on to the content
    for key in ("Enter", "Space", "ArrowUp"):
        text = order(page)[2]
        up = page.get_by_role("button", name=f"Omhoog: {text}")
        tab_to(page, up)
        for place in (1, 0, 0):  # once more than there is room
            page.keyboard.press(key)
            assert order(page).index(text) == place
            expect(up).to_be_focused()
        expect(up).to_have_attribute("aria-disabled", "true")
    for place, text in enumerate(RIGHT):
        if order(page).index(text) > place:
            tab_to(page, page.get_by_role("button", name=f"Omhoog: {text}"))
        while order(page).index(text) > place:
            page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert order(page) == RIGHT
    tab_to(page, page.get_by_role("button", name="Controleer"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Goed · 4 van 4 punten")).to_be_focused()


def test_every_move_is_announced(page: Page) -> None:
    status = page.locator("fieldset [role=status]")
    expect(status).to_be_empty()
    text = order(page)[0]
    down = page.get_by_role("button", name=f"Omlaag: {text}")
    for place in (2, 3, 4, 5, 5):
        down.click(force=place == 5)  # at the end it is there, but does nothing
        expect(status).to_have_text(f"{text} staat nu op plaats {place} van 5")


def test_what_nobody_touched_is_no_answer_until_the_learner_says_so(page: Page) -> None:
    before = order(page)
    page.get_by_role("button", name="Controleer").click()
    expect(page.locator(".lp-error")).to_have_text(
        "Je hebt nog niets verplaatst. Zet alles in volgorde, of kies “Deze volgorde klopt al”."
    )
    expect(page.get_by_role("button", name=f"Omlaag: {before[0]}")).to_be_focused()
    keep = page.get_by_role("button", name="Deze volgorde klopt al")
    keep.click()
    expect(page.locator(".lp-error")).to_have_count(0)
    expect(keep).to_be_focused()
    expect(keep).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("1 van 1 beantwoord")).to_be_visible()
    page.reload()
    assert order(page) == before
    expect(keep).to_have_attribute("aria-pressed", "true")
    keep.click()
    expect(page.get_by_text("0 van 1 beantwoord")).to_be_visible()
    page.locator(".lp-move[aria-disabled=false]").first.click()
    expect(keep).to_be_hidden()
    page.get_by_role("button", name="Controleer").click()
    expect(page.locator(".lp-feedback-title")).to_be_focused()


def test_the_review_says_where_each_item_belongs_and_why_and_doing_it_again_begins_untouched(page: Page) -> None:
    put(page, ["Zus", "Aap", "Mies", "Noot", "Wim"])
    page.get_by_role("button", name="Controleer").click()
    expect(page.get_by_text("Deels goed · 2 van 4 punten")).to_be_visible()
    assert order(page) == ["Zus", "Aap", "Mies", "Noot", "Wim"]
    said = page.locator(".lp-order-item .lp-verdict-word").all_inner_texts()
    assert said[0] == "Hoort op plaats 5"
    assert said[1] == "Volgorde goed, schuift op naar plaats 1"
    assert said[2:4] == ["Staat goed", "Hoort op plaats 2"]
    assert said[4] == "Volgorde goed, schuift op naar plaats 4"
    assert page.locator(".lp-order-item .lp-verdict .lp-icon").count() == 5
    expect(page.locator(".lp-order-item", has_text="Noot").get_by_text("Want noot.")).to_be_visible()
    assert page.locator(".lp-right-order li").all_inner_texts() == RIGHT
    expect(page.locator(".lp-move:visible, .lp-keep:visible")).to_have_count(0)
    expect(handle(page, 0)).to_have_css("cursor", "auto")

    # Only the ends of the list have a button that does nothing, and a right answer needs no second list.
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    put(page, RIGHT)
    names = [button.get_attribute("aria-label") for button in page.locator(".lp-move[aria-disabled=true]").all()]
    assert names == ["Omhoog: Aap", "Omlaag: Zus"]
    page.get_by_role("button", name="Controleer").click()
    assert page.locator(".lp-verdict-word").all_inner_texts() == ["Staat goed"] * 5
    expect(page.locator(".lp-right-order")).to_have_count(0)

    # Doing it again begins with an untouched list.
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    assert is_untouched(page)
    assert order(page) != RIGHT
    expect(page.get_by_role("button", name="Deze volgorde klopt al")).to_be_visible()
    expect(page.locator(".lp-verdict")).to_have_count(0)


MEASURED = """button => {
  const { before, after } = Element.prototype;
  const sizes = ["offsetTop", "offsetHeight"].map((name) => [name, Object.getOwnPropertyDescriptor(HTMLElement.prototype, name)]);
  let moved = false, late = 0;
  for (const [name, move] of Object.entries({ before, after }))
    Element.prototype[name] = function (...nodes) { moved = true; move.apply(this, nodes); };
  for (const [name, { get }] of sizes)
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get() { late += moved; return get.call(this); } });
  button.click();
  Object.assign(Element.prototype, { before, after });
  for (const [name, size] of sizes) Object.defineProperty(HTMLElement.prototype, name, size);
  return [moved, late];
}"""


def number_at(page: Page) -> str:
    return str(handle(page, 0).evaluate("place => getComputedStyle(place, '::after').content"))


def test_a_move_lays_the_page_out_once_and_print_has_an_empty_box_or_the_number_that_was_given(page: Page) -> None:
    page.emulate_media(media="print")
    assert number_at(page) == "none"
    expect(page.get_by_text("Schrijf in elk vak een nummer.")).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.get_by_text("Schrijf in elk vak een nummer.")).to_be_hidden()

    # A move measures nothing after it, so that the page is laid out once.
    assert page.locator(".lp-move[data-by='1']").first.evaluate(MEASURED) == [True, 0]
    assert number_at(page) == '"1"'

    put(page, RIGHT)
    page.emulate_media(media="print")
    assert number_at(page) == '"1"'
    expect(page.get_by_text("Schrijf in elk vak een nummer.")).to_be_hidden()
    expect(page.locator(".lp-move:visible, .lp-keep:visible")).to_have_count(0)


def test_without_script_the_order_is_told_by_the_answer_sheet_alone(visitors: Visitors, steps_site: Path) -> None:
    page = visitors.arrive(steps_site.as_uri(), java_script_enabled=False).open(PAGE)
    assert sorted(order(page)) == sorted(RIGHT)
    assert order(page) != RIGHT
    expect(page.get_by_text("Schrijf in elk vak een nummer.")).to_be_visible()
    page.get_by_text("Antwoorden en uitleg").click()
    sheet = page.locator(".lp-answers")
    assert [text.split("\n")[0] for text in sheet.locator("[data-answer]").all_inner_texts()] == RIGHT
    expect(sheet.get_by_text("Want noot.")).to_be_visible()
    expect(sheet.get_by_text("Punten krijg je voor de langste rij")).to_be_visible()
