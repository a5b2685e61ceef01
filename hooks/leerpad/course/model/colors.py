"""The colours of an organisation: `color` for paper and light screens, `color_dark` for dark ones."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

LIGHT_PAGE, DARK_PAGE = "#fffefb", "#161d26"
"""What pages are written on: `--lp-page` of client/base.css, and in the dark of client/theme_material.css."""
ENOUGH = 4.5
"""The contrast that WCAG 2.2 asks of text."""
_STEP = 0.02


def luminance(color: str) -> float:
    """How light a colour is, from 0 to 1, as WCAG 2.2 reckons."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How well two colours can be told apart: from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(color: str, page: str) -> str:
    """The colour, or the nearest one of its kind that can be read on a page."""
    towards = "#000000" if luminance(page) > 0.5 else "#ffffff"
    share = 0.0
    while contrast(found := mixed(color, towards, share), page) < ENOUGH:
        share += _STEP
    return found


def mixed(color: str, other: str, share: float) -> str:
    """A colour with a share of another one, from 0 to 1, mixed in."""
    parts = ((int(color[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (another - one) * min(share, 1)):02x}" for one, another in parts)


def _color(value: object, page: str) -> str:
    text = str(value).strip().lower()
    if not re.fullmatch(r"#[0-9a-f]{6}", text):
        raise PydanticCustomError("not_a_color", "a hash and six figures")
    if contrast(text, page) < ENOUGH:
        raise PydanticCustomError("faint_color", "{better}", {"better": readable(text, page)})
    return text


LightColor = Annotated[str, BeforeValidator(lambda value: _color(value, LIGHT_PAGE))]
DarkColor = Annotated[str, BeforeValidator(lambda value: _color(value, DARK_PAGE))]


def styles(color: str | None, color_dark: str | None, in_dark: str) -> str:
    """What the stylesheet says of these colours; nothing where none were chosen.

    `in_dark` is the selector of a page in its dark colours; empty if the host has none.
    """
    if color is None and color_dark is None:
        return ""
    dark = color_dark or readable(color or "", DARK_PAGE)
    rules = []
    if color is not None:
        rules.append(f":root{{--lp-accent:{color};--lp-accent-strong:{mixed(color, '#000000', 0.2)}}}")
    if not in_dark:
        return "".join(f"\n{rule}" for rule in rules)
    on_accent = mixed(DARK_PAGE, "#000000", 0.3)
    names = {"--lp-accent": dark, "--lp-accent-strong": mixed(dark, "#ffffff", 0.35), "--lp-on-accent": on_accent}
    said = ";".join(f"{name}:{value}" for name, value in names.items())
    rules.append(f"@media screen{{{in_dark}{{{said}}}}}")
    return "".join(f"\n{rule}" for rule in rules)
