"""Parts of the points, as Moodle knows them: it takes no other percentages for a choice."""

from __future__ import annotations

from fractions import Fraction

_KNOWN = {
    Fraction(1): "100",
    Fraction(9, 10): "90",
    Fraction(5, 6): "83.33333",
    Fraction(4, 5): "80",
    Fraction(3, 4): "75",
    Fraction(7, 10): "70",
    Fraction(2, 3): "66.66667",
    Fraction(3, 5): "60",
    Fraction(1, 2): "50",
    Fraction(2, 5): "40",
    Fraction(1, 3): "33.33333",
    Fraction(3, 10): "30",
    Fraction(1, 4): "25",
    Fraction(1, 5): "20",
    Fraction(1, 6): "16.66667",
    Fraction(1, 7): "14.28571",
    Fraction(1, 8): "12.5",
    Fraction(1, 9): "11.11111",
    Fraction(1, 10): "10",
    Fraction(1, 20): "5",
}


def fraction_of(part: int, whole: int) -> tuple[str, bool]:
    """The percentage that is nearest to this part, and whether it is that part exactly."""
    wanted = Fraction(part, whole)
    nearest = min(_KNOWN, key=lambda known: abs(known - wanted))
    return _KNOWN[nearest], nearest == wanted
