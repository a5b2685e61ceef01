"""A colour as people write it."""

from __future__ import annotations

import re

NAMES = {
    "blue": "#1d5f8a",
    "green": "#1b6b3a",
    "teal": "#1f6a70",
    "purple": "#6b3fa0",
    "red": "#a4332a",
    "orange": "#9a4a00",
}


def color_of(wanted: str) -> str | None:
    """A colour as `#rrggbb`, of one of our names or of `#rgb` or `#rrggbb`; None if it is neither."""
    plain = wanted.strip().lower()
    digits = NAMES.get(plain, plain).lstrip("#")
    if re.fullmatch(r"[0-9a-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}" if re.fullmatch(r"[0-9a-f]{6}", digits) else None
