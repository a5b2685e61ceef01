"""Putting things in order: with keys, mouse and finger; what is announced, scored, shown and printed."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from support.trees import build_site, course, lesson

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page
    from support.browser import Visitors

RIGHT = ["Aap", "Noot", "Mies", "Wim", "Zus"]
STAPPEN = """\
id: stappen
title: Stappen
questions:
  - id: stappen-een
    type: ordering
    prompt: Wat komt eerst?
    points: 4
    items: [{text: Aap, feedback: Want aap.}, {text: Noot, feedback: Want noot.}, Mies, Wim, Zus]
"""
PAGE = "een/een-a.html"
in_browser = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)


@pytest.fixture(scope="module")
def steps_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files: dict[str, str | bytes] = {**course(), "quizzes/stappen.yml": STAPPEN}
    files["modules/0-een/01-een-a.md"] = lesson("Les", "<!-- quiz: stappen -->")
    return build_site(tmp_path_factory.mktemp("steps"), files)


@pytest.fixture
def page(visitors: Visitors, steps_site: Path) -> Page:
    """The question, not touched yet."""
    return visitors.arrive(steps_site.as_uri(), reduced_motion="reduce").open(PAGE)


@pytest.fixture(scope="module")
def ordering_page(browser: Browser, steps_site: Path) -> Iterator[Page]:
    """A page to run pure functions in."""
    page = browser.new_page()
    page.goto(f"{steps_site.as_uri()}/{PAGE}")
    yield page
    page.close()


def order(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".lp-order-text").all_inner_texts()]


def handle(page: Page, place: int) -> Locator:
    return page.locator(".lp-place").nth(place)


def middle(page: Page, place: int) -> tuple[float, float]:
    """Where to take hold of the item at this place, counted from 0."""
    box = handle(page, place).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def is_untouched(page: Page) -> bool:
    return bool(page.evaluate("Leerpad.questions.ordering.read(document.querySelector('fieldset')) === null"))


def put(page: Page, texts: list[str]) -> None:
    """Put the items in this order, with the buttons."""
    for place, text in enumerate(texts):
        for _ in range(order(page).index(text) - place):
            page.get_by_role("button", name=f"Omhoog: {text}").click()
    if is_untouched(page):
        page.get_by_role("button", name="Deze volgorde klopt al").click()
    assert order(page) == texts


def tab_to(page: Page, name: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate("(document.activeElement.ariaLabel || document.activeElement.textContent).trim()")
        if focused == name:
            return
    pytest.fail(f"{name} can't be reached with the Tab key")


def test_with_the_keyboard_alone_everything_can_be_put_in_order_without_losing_the_focus(page: Page) -> None:
    for key in ("Enter", "Space", "ArrowUp"):
        text = order(page)[2]
        tab_to(page, f"Omhoog: {text}")
        up = page.get_by_role("button", name=f"Omhoog: {text}")
        for place in (1, 0, 0):  # once more than there is room
            page.keyboard.press(key)
            assert order(page).index(text) == place
            expect(up).to_be_focused()
        expect(up).to_have_attribute("aria-disabled", "true")
    for place, text in enumerate(RIGHT):
        if order(page).index(text) > place:
            tab_to(page, f"Omhoog: {text}")
        while order(page).index(text) > place:
            page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert order(page) == RIGHT
    tab_to(page, "Controleer")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Goed · 4 van 4 punten")).to_be_focused()


def test_only_the_ends_of_the_list_have_a_button_that_does_nothing(page: Page) -> None:
    put(page, RIGHT)
    names = [button.get_attribute("aria-label") for button in page.locator(".lp-move[aria-disabled=true]").all()]
    assert names == ["Omhoog: Aap", "Omlaag: Zus"]


def test_every_move_is_announced(page: Page) -> None:
    status = page.locator("fieldset [role=status]")
    expect(status).to_be_empty()
    text = order(page)[0]
    down = page.get_by_role("button", name=f"Omlaag: {text}")
    for place in (2, 3, 4, 5, 5):
        down.click(force=place == 5)  # at the end it is there, but does nothing
        expect(status).to_have_text(f"{text} staat nu op plaats {place} van 5")


def test_an_item_follows_the_mouse_and_the_list_makes_room(page: Page) -> None:
    before = order(page)
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


def test_a_dragged_item_stays_within_its_list_and_under_the_pointer(page: Page) -> None:
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


def test_escape_puts_a_dragged_item_back(page: Page) -> None:
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


def test_a_press_on_the_handle_is_no_answer(page: Page) -> None:
    handle(page, 2).click()
    assert is_untouched(page)


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


def test_doing_it_again_begins_with_an_untouched_list(page: Page) -> None:
    put(page, RIGHT)
    page.get_by_role("button", name="Controleer").click()
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    assert is_untouched(page)
    assert order(page) != RIGHT
    expect(page.get_by_role("button", name="Deze volgorde klopt al")).to_be_visible()
    expect(page.locator(".lp-verdict")).to_have_count(0)


def test_the_review_says_where_each_item_belongs_and_why(page: Page) -> None:
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


def test_a_right_answer_needs_no_second_list(page: Page) -> None:
    put(page, RIGHT)
    page.get_by_role("button", name="Controleer").click()
    assert page.locator(".lp-verdict-word").all_inner_texts() == ["Staat goed"] * 5
    expect(page.locator(".lp-right-order")).to_have_count(0)


def longest(places: list[int]) -> int:
    """The length of the longest row that rises, found by trying them all."""
    sizes = range(len(places), 0, -1)
    return next(size for size in sizes if any(list(row) == sorted(row) for row in combinations(places, size)))


permutations = st.integers(3, 7).flatmap(lambda size: st.permutations(range(size)))
SCORE = "([question, response]) => Leerpad.questions.ordering.score(question, response)"


def question(size: int, scoring: str = "partial") -> dict[str, Any]:
    return {"type": "ordering", "points": 3, "items": [f"k{place}" for place in range(size)], "scoring": scoring}


@given(places=permutations, partial=st.booleans())
@in_browser
def test_points_are_for_the_longest_row_in_order(ordering_page: Page, places: list[int], partial: bool) -> None:
    asked = question(len(places), "partial" if partial else "all_or_nothing")
    result = ordering_page.evaluate(SCORE, [asked, [f"k{place}" for place in places]])
    share = (longest(places) - 1) / (len(places) - 1)
    assert result["points"] == pytest.approx(3 * share if partial else 3 * (share == 1))
    assert result["max"] == 3
    assert result["right"] == (places == sorted(places))


def test_the_reverse_order_gets_nothing(ordering_page: Page) -> None:
    assert ordering_page.evaluate(SCORE, [question(4), ["k3", "k2", "k1", "k0"]])["points"] == 0


@pytest.mark.parametrize(
    "response",
    [["k0", "k1"], ["k0", "k1", "k1"], ["k0", "k1", "k2", "k2"], ["k0", "k1", "x"], "k0k1k2", {"0": "k0"}, [], None],
)
def test_anything_but_each_item_once_gets_nothing(ordering_page: Page, response: Any) -> None:
    assert ordering_page.evaluate(SCORE, [question(3), response]) == {"points": 0, "max": 3, "right": False}


MARK = """places => {
  const form = document.querySelector("fieldset");
  const question = JSON.parse(form.closest(".lp-question").dataset.question);
  const type = Leerpad.questions.ordering;
  const response = places.map((place) => question.items[place]);
  const reasons = document.querySelector("[data-answers]");
  type.show(form, response);
  type.mark(form, question, response, reasons);
  type.mark(form, question, response, reasons);
  const items = [...form.querySelectorAll(".lp-order-item")];
  return {
    states: items.map((item) => item.dataset.verdict),
    words: items.map((item) => item.querySelector(".lp-verdict-word").textContent),
    lists: form.querySelectorAll(".lp-right-order").length,
  };
}"""


@given(places=st.permutations(range(5)))
@in_browser
def test_the_review_marks_what_is_counted_and_never_sends_an_item_to_where_it_stands(
    ordering_page: Page, places: list[int]
) -> None:
    marked = ordering_page.evaluate(MARK, places)
    right = [place for place, state in zip(places, marked["states"], strict=True) if state == "right"]
    assert all(one < other for one, other in pairwise(right))
    assert len(right) == (longest(places) if longest(places) > 1 else 0)
    assert marked["lists"] == (places != sorted(places))
    for here, (place, said) in enumerate(zip(places, marked["words"], strict=True)):
        assert ("plaats" in said and str(place + 1) in said) or place == here
        assert f"plaats {here + 1}" not in said


def test_of_rows_as_long_the_review_takes_the_one_with_most_on_their_own_place(ordering_page: Page) -> None:
    said = ordering_page.evaluate(MARK, [0, 3, 2, 1, 4])["words"]
    assert said == ["Staat goed", "Hoort op plaats 4", "Staat goed", "Hoort op plaats 2", "Staat goed"]


def test_shuffling_is_never_right_yet_every_other_order_occurs(ordering_page: Page) -> None:
    script = """() => {
      const form = document.querySelector("fieldset");
      const type = Leerpad.questions.ordering;
      return Array.from({ length: 600 }, (_, seed) => {
        const twice = [0, 1].map(() => {
          type.arrange(form, `${seed}`);
          return [...form.querySelectorAll(".lp-order-text")].map((text) => text.textContent.trim()).join();
        });
        return twice[0] === twice[1] && type.read(form) === null ? twice[0] : null;
      });
    }"""
    orders = ordering_page.evaluate(script)
    assert None not in orders
    assert ",".join(RIGHT) not in orders
    assert len(set(orders)) > 110  # of 119


def test_what_does_not_fit_is_refused_and_leaves_the_list_untouched(ordering_page: Page) -> None:
    script = """responses => {
      const form = document.querySelector("fieldset");
      const type = Leerpad.questions.ordering;
      const keys = () => [...form.querySelectorAll(".lp-order-item")].map((item) => item.dataset.item).join();
      type.arrange(form, "7");
      const start = keys();
      return responses.map((response) => {
        type.show(form, keys().split(",").reverse());
        return [type.show(form, response), keys() === start, type.read(form)];
      });
    }"""
    strange = [[], ["x"], "x", {"a": 1}, 3, True, [[["x"]]]]
    assert ordering_page.evaluate(script, strange) == [[False, True, None]] * len(strange)
    assert ordering_page.evaluate(script, [None]) == [[True, True, None]]


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


def test_a_move_measures_nothing_after_it_so_that_the_page_is_laid_out_once(page: Page) -> None:
    assert page.locator(".lp-move[data-by='1']").first.evaluate(MEASURED) == [True, 0]
    assert number_at(page) == '"1"'


def number_at(page: Page) -> str:
    return str(handle(page, 0).evaluate("place => getComputedStyle(place, '::after').content"))


def test_print_has_an_empty_box_or_the_number_that_was_given(page: Page) -> None:
    page.emulate_media(media="print")
    assert number_at(page) == "none"
    expect(page.get_by_text("Schrijf in elk vak een nummer.")).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.get_by_text("Schrijf in elk vak een nummer.")).to_be_hidden()
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
