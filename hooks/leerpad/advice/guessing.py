"""The exact chance of passing a test by guessing every answer."""

from __future__ import annotations

from fractions import Fraction
from math import erf, exp, lcm, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leerpad.questions.base import Question

MOST_STEPS = 2_000_000
"""More isn't worth the wait: then the normal curve, which fits many questions well, tells the chance."""

_Margins = dict[int, float]


def chance_to_pass(questions: Sequence[Question], mark: float, draw: int | None = None, enough: float = 0) -> float:
    """The chance to pass by guessing; 0 where it is certainly under `enough`, without working it out.

    Each question is turned into margins: its points minus the points that are needed for it. Who ends at 0 or higher
    has passed, however many questions were drawn and whatever they are worth. Draws take any questions with the same
    chance; the browser's draw also sees to it that every lesson is asked about, which changes little.
    """
    spreads = _whole_numbers([_margins(question, Fraction(str(round(mark, 6)))) for question in questions])
    drawn = len(spreads) if draw is None else min(draw, len(spreads))
    if not any(question.is_scored for question in questions) or _bound(spreads, drawn) < enough:
        return 0.0
    if _steps(spreads, drawn) > MOST_STEPS:
        return _by_the_normal_curve(_average(spreads), drawn)
    return _exactly(spreads, drawn)


def _margins(question: Question, mark: Fraction) -> dict[Fraction, float]:
    points = Fraction(str(question.worth))
    return {points * (share - mark): chance for share, chance in question.guess().items()}


def _whole_numbers(spreads: list[dict[Fraction, float]]) -> list[_Margins]:
    """The same in the largest unit that all margins share: whole numbers add up fast, and exactly."""
    unit = lcm(*(margin.denominator for spread in spreads for margin in spread))
    whole = []
    for spread in spreads:
        margins: _Margins = {}
        for margin, chance in spread.items():
            _add(margins, int(margin * unit), chance)  # without points, all margins are one
        whole.append(margins)
    return whole


def _steps(spreads: list[_Margins], drawn: int) -> int:
    """About how many sums `_exactly` would make."""
    span = max(max(spread) for spread in spreads) - min(min(spread) for spread in spreads)
    counts = 1 if drawn == len(spreads) else drawn
    return sum(map(len, spreads)) * counts * (drawn * span + 1) // 2


def _exactly(spreads: list[_Margins], drawn: int) -> float:
    """Per number of questions taken so far, the chance of each sum.

    A question is taken with the chance that keeps every draw as likely as any other.
    """
    taken: list[_Margins] = [{0: 1.0}, *({} for _ in range(drawn))]
    for index, spread in enumerate(spreads):
        after: list[_Margins] = [{} for _ in range(drawn + 1)]
        for count, sums in enumerate(taken):
            take = min(1.0, (drawn - count) / (len(spreads) - index))
            for total, chance in sums.items():
                if take < 1:
                    _add(after[count], total, chance * (1 - take))
                if take > 0:
                    for margin, part in spread.items():
                        _add(after[count + 1], total + margin, chance * take * part)
        taken = after
    return sum(chance for total, chance in taken[drawn].items() if total >= 0)


def _average(spreads: list[_Margins]) -> _Margins:
    average: _Margins = {}
    for spread in spreads:
        for margin, chance in spread.items():
            _add(average, margin, chance / len(spreads))
    return average


def _moments(spread: _Margins) -> tuple[float, float]:
    mean = sum(margin * chance for margin, chance in spread.items())
    return mean, sum((margin - mean) ** 2 * chance for margin, chance in spread.items())


def _by_the_normal_curve(spread: _Margins, drawn: int) -> float:
    mean, variance = _moments(spread)
    return float(mean >= 0) if variance == 0 else (1 + erf(mean * drawn / sqrt(2 * variance * drawn))) / 2


def _bound(spreads: list[_Margins], drawn: int) -> float:
    """No less than the chance (Hoeffding 1963, also for drawing without putting back), without working it out."""
    average = _average(spreads)
    mean, _ = _moments(average)
    width = max(average) - min(average)
    return 1.0 if mean >= 0 or width == 0 else exp(-2 * drawn * (mean / width) ** 2)


def _add(sums: _Margins, total: int, chance: float) -> None:
    sums[total] = sums.get(total, 0.0) + chance
