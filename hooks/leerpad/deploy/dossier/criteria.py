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
_EVERY_TYPE = "test_a_test_of_every_type_is_answered_by_hand_and_handed_in_with_the_keyboard_at_home_in_it"
_ON_A_PHONE = "test_on_a_phone_an_empty_scan_says_where_to_begin_its_answers_fit_and_no_focus_is_hidden"
_ONLY_THE_BUTTON = "test_a_failed_test_can_be_practised_and_done_again_and_only_the_button_hands_it_in"
_BY_KEYS = "test_with_the_keyboard_alone_everything_can_be_put_in_order_without_losing_the_focus"
BY_TEST = {
    "1.4.10": "tests/browser/test_long_words.py::test_a_very_long_word_breaks_no_page",
    "2.1.1": "tests/browser/test_keyboard.py::test_from_home_to_the_certificate_of_the_whole_path",
    "2.1.2": f"tests/browser/test_all_types.py::{_EVERY_TYPE}",
    "2.4.1": f"{_KEYBOARD_BACK}::test_every_page_begins_with_a_link_to_its_content",
    "2.4.3": _SHIFT_TAB,
    "2.4.7": _SHIFT_TAB,
    "2.4.11": f"tests/browser/test_scan.py::{_ON_A_PHONE}",
    "2.5.7": f"tests/browser/test_ordering.py::{_BY_KEYS}",
    "3.2.2": f"tests/browser/test_quiz.py::{_ONLY_THE_BUTTON}",
    "4.1.3": "tests/browser/test_ordering.py::test_every_move_is_announced",
}
"""The test of the engine, in a browser, that would fail if a criterion were broken in what it looks at."""
