"""Numbers as others write them. Only those that a question may hold: no infinity, and no exponent of a million."""

from __future__ import annotations

import math
from decimal import Decimal, InvalidOperation

_LARGEST = 15
"""Places before or after the point; beyond, no answer is a number that a learner types."""


def decimal_of(text: str | None) -> Decimal:
    """The number in a text. Raises ValueError if there is none, or one that is too long to write down."""
    try:
        number = Decimal((text or "").strip())
    except InvalidOperation:
        raise ValueError(text) from None
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or number.adjusted() > _LARGEST or exponent < -_LARGEST:
        raise ValueError(text)
    return number


def float_of(text: str | None, default: float = 0.0) -> float:
    """The number in a text; `default` if there is none."""
    try:
        number = float(text or "")
    except ValueError:
        return default
    return number if math.isfinite(number) else default
