"""Ordering, as it is counted and marked: functions that run on any page."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.hypotheses import in_browser
from support.steps import PAGE, RIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def ordering_page(browser: Browser, steps_site: Path) -> Iterator[Page]:
    """A page to run pure functions in."""
    page = browser.new_page()
    page.goto(f"{steps_site.as_uri()}/{PAGE}")
    yield page
    page.close()


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


UNFIT: list[Any] = [
    *(["k0", "k1"], ["k0", "k1", "k1"], ["k0", "k1", "k2", "k2"], ["k0", "k1", "x"]),
    *("k0k1k2", {"0": "k0"}, [], None),
]


def test_anything_but_each_item_once_gets_nothing(ordering_page: Page) -> None:
    script = f"([question, responses]) => responses.map((response) => ({SCORE})([question, response]))"
    results = ordering_page.evaluate(script, [question(3), UNFIT])
    nothing = {"points": 0, "max": 3, "right": False}
    assert [one for one, result in zip(UNFIT, results, strict=True) if result != nothing] == []


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
