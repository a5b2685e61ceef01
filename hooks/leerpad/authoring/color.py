"""A colour of an organisation, so that words in it can be read on light paper and in the dark view."""

from __future__ import annotations

import re

LIGHT, DARK = "#f7f5f0", "#1f2833"
"""The backgrounds on which it must be read: the least contrasting of each view."""
ENOUGH = 4.5
"""The contrast that WCAG 2.2 asks of words of ordinary size."""
STRONGER = 7.0
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


def readable(color: str, background: str, wanted: float = ENOUGH) -> str:
    """The colour itself, or the nearest darker or lighter one that has enough contrast with the background."""
    end = 0 if _light(background) > 0.5 else 255
    parts = _parts(color)
    for step in range(101):
        mixed = [round(part + (end - part) * step / 100) for part in parts]
        shown = "#" + "".join(f"{part:02x}" for part in mixed)
        if contrast(shown, background) >= wanted:
            return shown
    raise ValueError(f"{background} leaves no room for contrast")


def contrast(one: str, other: str) -> float:
    """How well the one is read on the other, as WCAG counts it: from 1 to 21."""
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def _parts(color: str) -> list[int]:
    return [int(color[at : at + 2], 16) for at in (1, 3, 5)]


def _light(color: str) -> float:
    """The relative luminance, from 0 to 1."""
    shares = [part / 255 for part in _parts(color)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
