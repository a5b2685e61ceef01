"""The distribution of points when a learner answers a question by guessing.

Shares of the points are exact fractions, so that equal sums stay one and a test's chance can be added up exactly.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from math import comb, factorial, isqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Spread = dict[Fraction, float]
"""The chance of each share of the points, from 0 to 1."""

NOTHING, EVERYTHING = Fraction(0), Fraction(1)

NO_CHANCE: Spread = {NOTHING: 1.0}


def all_or_nothing(chance: float) -> Spread:
    """Everything with this chance, else nothing."""
    return {EVERYTHING: chance, NOTHING: 1 - chance} if chance < 1 else {EVERYTHING: 1.0}


def add(spread: Spread, share: Fraction, chance: float) -> None:
    """Note one more way to get this share."""
    spread[share] = spread.get(share, 0.0) + chance


def ticking(right: int, wrong: int, *, partial: bool) -> Spread:
    """Boxes ticked by tossing a coin, not all empty: right ones count, wrong ones take as much away, never below 0."""
    ways = 2 ** (right + wrong) - 1
    if right == 0:
        return dict(NO_CHANCE)
    if not partial:
        return all_or_nothing(1 / ways)
    spread: Spread = {}
    for hits in range(right + 1):
        for misses in range(wrong + 1):
            chance = (comb(right, hits) * comb(wrong, misses) - (hits + misses == 0)) / ways
            add(spread, Fraction(max(0, hits - misses), right), chance)
    return spread


def parts(chances: list[float]) -> Spread:
    """Parts that each count as much, guessed one by one with these chances."""
    counts = [1.0]
    for chance in chances:
        missed = [*(weight * (1 - chance) for weight in counts), 0.0]
        hit = [0.0, *(weight * chance for weight in counts)]
        counts = [one + other for one, other in zip(missed, hit, strict=True)]
    return {Fraction(hits, len(chances)): weight for hits, weight in enumerate(counts)}


MOST_ITEMS = 20
"""Of more items every guess keeps about the same share in order: 2 √n (Vershik and Kerov, 1977)."""


def in_any_order(items: int, *, partial: bool) -> Spread:
    """Things put in any order; partial: of n things, L of which stand in order among themselves, (L - 1) / (n - 1)."""
    if not partial:
        return all_or_nothing(1 / factorial(items))
    if items > MOST_ITEMS:
        return {Fraction(2 * isqrt(items) - 1, items - 1): 1.0}
    return {Fraction(row - 1, items - 1): ways / factorial(items) for row, ways in _longest_rows(items).items()}


@cache
def _longest_rows(items: int) -> dict[int, int]:
    """How many orders have a longest rising row of each length.

    They are counted by Young tableaux (Schensted, 1961): for each partition of n with longest part L, the square of
    what the hook length formula gives.
    """
    found: dict[int, int] = {}
    for rows in _partitions(items, items):
        columns = [sum(row > column for row in rows) for column in range(rows[0])]
        hooks = 1
        for number, row in enumerate(rows):
            for column in range(row):
                hooks *= row - column + columns[column] - number - 1
        found[rows[0]] = found.get(rows[0], 0) + (factorial(items) // hooks) ** 2
    return found


def _partitions(total: int, largest: int) -> Iterator[list[int]]:
    if total == 0:
        yield []
    for first in range(min(total, largest), 0, -1):
        for rest in _partitions(total - first, first):
            yield [first, *rest]
