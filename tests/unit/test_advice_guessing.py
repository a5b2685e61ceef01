"""The chance to pass by guessing, against counting every way, one by one."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerpad.advice import guessing
from leerpad.advice.guessing import chance_to_pass
from leerpad.questions import TYPES
from leerpad.questions.examples import load_examples
from leerpad.questions.guess import in_any_order, parts, ticking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.base import Question


def make(kind: str, **keys: Any) -> Question:
    return TYPES[kind].model_validate({"id": "vraag", "type": kind, "prompt": "Wat?", **keys})


def single(choices: int, points: float = 1) -> Question:
    return make("single_choice", points=points, choices=[{"text": f"t{n}", "correct": n == 0} for n in range(choices)])


def multiple(right: int, wrong: int, scoring: str = "partial") -> Question:
    choices = [{"text": f"t{n}", "correct": n < right} for n in range(right + wrong)]
    return make("multiple_choice", choices=choices, scoring=scoring)


def ordering(items: int, scoring: str = "partial") -> Question:
    return make("ordering", items=[f"t{n}" for n in range(items)], scoring=scoring)


def longest_row(order: tuple[int, ...]) -> int:
    return max(
        len(row) for size in range(len(order) + 1) for row in combinations(order, size) if list(row) == sorted(row)
    )


def guesses(question: Question) -> Iterator[Fraction]:
    """The share of the points for each way to guess, all as likely: scored here as the browser scores."""
    keys: Any = question
    if question.type == "single_choice":
        yield from (Fraction(choice.correct) for choice in keys.choices)
    elif question.type == "true_false":
        yield from (Fraction(0), Fraction(1))
    elif question.type == "multiple_choice":
        right = sum(choice.correct for choice in keys.choices)
        for ticks in product([False, True], repeat=len(keys.choices)):
            hits = sum(tick and choice.correct for tick, choice in zip(ticks, keys.choices, strict=True))
            misses = sum(ticks) - hits
            if any(ticks) and keys.scoring == "partial":
                yield Fraction(max(0, hits - misses), right)
            elif any(ticks):
                yield Fraction(hits == right and misses == 0)
    elif question.type == "ordering":
        for order in permutations(range(len(keys.items))):
            share = Fraction(longest_row(order) - 1, len(order) - 1)
            yield share if keys.scoring == "partial" else Fraction(share == 1)
    else:
        rows, options = keys.rows(), keys.options()
        right = [next(number for number, option in enumerate(options) if option.text == row.right) for row in rows]
        for guess in product(range(len(options)), repeat=len(rows)):
            yield Fraction(sum(one == other for one, other in zip(guess, right, strict=True)), len(rows))


def counted(questions: list[Question], mark: Fraction, draw: int) -> float:
    passed = total = 0.0
    for drawn in combinations(questions, draw):
        ways = [list(guesses(question)) for question in drawn]
        needed = mark * sum(Fraction(str(question.worth)) for question in drawn)
        outcomes = [
            sum(share * Fraction(str(question.worth)) for share, question in zip(way, drawn, strict=True)) >= needed
            for way in product(*ways)
        ]
        passed += sum(outcomes) / len(outcomes)
        total += 1
    return passed / total


PAIRS = [{"left": f"l{n}", "right": f"r{n % 2}"} for n in range(3)]
KINDS = [
    single(2), single(3, points=2.5), single(4), make("true_false", correct=True), multiple(1, 2), multiple(2, 1), multiple(2, 2, "all_or_nothing"),
    ordering(3), ordering(3, "all_or_nothing"), make("matching", pairs=PAIRS, distractors=["x"]),
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(KINDS), min_size=1, max_size=4), st.integers(0, 20), st.data())
def test_the_chance_is_that_of_counting_every_way(
    questions: list[Question], twentieths: int, data: st.DataObject
) -> None:
    draw = data.draw(st.integers(1, len(questions)))
    mark = Fraction(twentieths, 20)
    chance = chance_to_pass(questions, float(mark), draw)
    assert chance == pytest.approx(counted(questions, mark, draw))
    assert chance_to_pass(questions, float(mark), draw, enough=0.05) in (0, chance)
    assert chance <= 0.05 or chance_to_pass(questions, float(mark), draw, enough=0.05) == chance


@pytest.mark.parametrize("items", range(2, 7))
def test_orders_are_counted(items: int) -> None:
    orders = list(permutations(range(items)))
    spread = in_any_order(items, partial=True)
    for share, chance in spread.items():
        ways = sum(Fraction(longest_row(order) - 1, items - 1) == share for order in orders)
        assert chance == pytest.approx(ways / len(orders))
    assert sum(spread.values()) == pytest.approx(1)


@pytest.mark.parametrize("name", TYPES)
def test_every_type_knows_what_a_guess_brings(name: str) -> None:
    for example in load_examples(name):
        spread = example.question.guess()
        assert sum(spread.values()) == pytest.approx(1)
        assert all(0 <= share <= 1 and chance >= 0 for share, chance in spread.items())


def test_a_conversation_is_walked_blindly() -> None:
    choices = [{"text": "goed", "goto": "twee", "points": 2}, {"text": "fout", "goto": "uit"}]
    last = [{"text": "goed", "goto": "uit", "points": 1}, {"text": "terug", "goto": "een"}]
    steps = {"een": {"text": "Eén", "choices": choices}, "twee": {"text": "Twee", "choices": last}}
    talk = make("scenario", start="een", steps=steps, endings={"uit": {"text": "Uit", "outcome": "mixed"}})
    spread = talk.guess()
    assert spread[Fraction(0)] == pytest.approx(1 / 2)
    assert spread[Fraction(1)] == pytest.approx(3 / 8)  # going round once, too
    assert sum(spread.values()) == pytest.approx(1)


def test_what_must_be_typed_cannot_be_guessed() -> None:
    assert chance_to_pass([make("numeric", answer="3")], 0.5) == 0


def test_a_perfect_guess_passes_at_a_hundred_percent() -> None:
    thirds = [multiple(3, 0), multiple(3, 0), multiple(3, 0)]
    assert chance_to_pass(thirds, 1) == pytest.approx((1 / 7) ** 3)
    assert ticking(0, 3, partial=True) == {Fraction(0): 1.0}
    assert parts([0.5, 0.5])[Fraction(1, 2)] == pytest.approx(0.5)


def test_where_counting_takes_too_long_the_normal_curve_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    questions = [single(3, points=1 + number % 5 / 10) for number in range(60)]
    exact = chance_to_pass(questions, 0.4)
    monkeypatch.setattr(guessing, "MOST_STEPS", 0)
    assert chance_to_pass(questions, 0.4) == pytest.approx(exact, abs=0.02)
    assert chance_to_pass([single(2)] * 5000, 0.7, enough=0.05) == 0
