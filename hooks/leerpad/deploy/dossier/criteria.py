"""The criteria of WCAG 2.1 and 2.2, levels A and AA, which chapter 9 of EN 301 549 takes over with their numbers."""

from __future__ import annotations

from dataclasses import dataclass

OLD, NEW = "3.2.1", "4.1.1"
"""The editions of EN 301 549: the first follows WCAG 2.1, the second WCAG 2.2."""


@dataclass(frozen=True)
class Criterion:
    """One criterion: its number in WCAG and its level, and the editions of EN 301 549 that ask it."""

    number: str
    level: str
    editions: tuple[str, ...] = (OLD, NEW)

    @property
    def clause(self) -> str:
        """Its number in EN 301 549."""
        return f"9.{self.number}"


_A = (
    *("1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.3.1", "1.3.2", "1.3.3", "1.4.1", "1.4.2"),
    *("2.1.1", "2.1.2", "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4"),
    *("2.5.1", "2.5.2", "2.5.3", "2.5.4", "3.1.1", "3.2.1", "3.2.2", "3.3.1", "3.3.2", "4.1.2"),
)
_AA = (
    *("1.2.4", "1.2.5", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13"),
    *("2.4.5", "2.4.6", "2.4.7", "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "4.1.3"),
)
_ONLY = (
    *(Criterion("4.1.1", "A", (OLD,)), Criterion("2.4.11", "AA", (NEW,)), Criterion("2.5.7", "AA", (NEW,))),
    *(Criterion("2.5.8", "AA", (NEW,)), Criterion("3.2.6", "A", (NEW,)), Criterion("3.3.7", "A", (NEW,))),
    Criterion("3.3.8", "AA", (NEW,)),
)


def _order(criterion: Criterion) -> list[int]:
    return [int(part) for part in criterion.number.split(".")]


CRITERIA = tuple(
    sorted([*(Criterion(one, "A") for one in _A), *(Criterion(one, "AA") for one in _AA), *_ONLY], key=_order)
)

BY_AXE = frozenset(
    {
        *("1.1.1", "1.2.2", "1.3.1", "1.3.5", "1.4.1", "1.4.2", "1.4.3", "1.4.4", "1.4.12"),
        *("2.1.1", "2.2.1", "2.2.2", "2.4.1", "2.4.2", "2.4.4", "2.5.8", "3.1.1", "3.1.2", "3.3.2", "4.1.2"),
    }
)
"""What axe-core has rules for in the measurement; a test compares it with its tags."""

_KEYBOARD_BACK = "tests/course/browser/test_keyboard_back.py"
_SHIFT_TAB = f"{_KEYBOARD_BACK}::test_shift_tab_shows_every_stop_and_comes_back_the_way_it_went"
_BY_KEYS = "test_with_the_keyboard_alone_everything_can_be_put_in_order_without_losing_the_focus"
BY_TEST = {
    "1.4.10": "tests/browser/test_long_words.py::test_a_very_long_word_breaks_no_page",
    "2.1.1": "tests/browser/test_keyboard.py::test_from_home_to_the_certificate_of_the_whole_path",
    "2.1.2": "tests/browser/test_all_types.py::test_the_keyboard_walks_backwards_through_every_type_and_out_again",
    "2.4.1": f"{_KEYBOARD_BACK}::test_every_page_begins_with_a_link_to_its_content",
    "2.4.3": _SHIFT_TAB,
    "2.4.7": _SHIFT_TAB,
    "2.4.11": "tests/browser/test_scan.py::test_the_bar_offers_the_picture_when_all_is_filled_in_and_hides_no_focus",
    "2.5.7": f"tests/browser/test_ordering.py::{_BY_KEYS}",
    "3.2.2": "tests/browser/test_quiz_manners.py::test_enter_on_a_choice_hands_in_nothing",
    "4.1.3": "tests/browser/test_ordering.py::test_every_move_is_announced",
}
"""The test of the engine, in a browser, that would fail if a criterion were broken in what it looks at."""
