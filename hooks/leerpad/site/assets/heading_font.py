"""The font of headings as pages load it. It comes from the site itself, under a name with its hash."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from leerpad.course.model.heading_font import NONE, SUFFIX
from leerpad.site.assets.bundles import Asset, named
from leerpad.site.assets.minify import ENGINE

if TYPE_CHECKING:
    from leerpad.course.model.course import Course

FILE = ENGINE / "client" / "heading_font" / f"zilla-slab{SUFFIX}"
"""Zilla Slab Bold, cut by `hooks/heading_font.py`, its licence beside it."""

FAMILY, SUBSTITUTE, SURE = "Leerpad Headings", "Leerpad Headings Substitute", "Leerpad Headings Sure"
MEASURES = {
    "size-adjust": "92.3%",
    "ascent-override": "102.3%",
    "descent-override": "27.7%",
    "line-gap-override": "0.0%",
}
"""What makes Arial Bold, and fonts made to its measure, as wide and high as ours: `make heading-font` measures it."""
_ALIKE = ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "LiberationSans-Bold", "Helvetica-Bold")
_LARGER = (
    ";--lp-h1:clamp(1.5em,0.7em + 4vw,2.5em);--lp-h2:1.6em;--lp-h3:1.28em;--lp-station:1.15em"
    ";--lp-heading-spacing:0;--lp-heading-words:0.06em"
)
"""Its small letters are lower than those of most systems and its words shorter, so larger ones fit:
“Doorgroeimogelijkheden” is whole at 320 px. Its space is narrow for titles."""


class HeadingFont(NamedTuple):
    """The file, and the styles that let headings use it."""

    file: Asset
    styles: str


def heading_font(course: Course) -> HeadingFont | None:
    """That of the engine or of the course; None where headings have the letters of the system.

    `optional`: a browser that doesn't have the font when it first paints shows the page without it, and has it for the
    next. So nothing ever moves, and nobody waits for letters. The first script asks for the file, so that it is there
    in time for most: see client/early_font.js. A certificate, and what a team sees on a large screen, wait for it.
    """
    if course.settings.heading_font == NONE:
        return None
    if course.heading_font is not None:
        own = named("heading", SUFFIX[1:], course.heading_font)
        return HeadingFont(own, "\n".join((*_faces(own), _used("var(--lp-font)"))))
    ours = named(FILE.stem, SUFFIX[1:], FILE.read_bytes())
    alike = _rule(SUBSTITUTE, ",".join(f'local("{name}")' for name in _ALIKE), MEASURES)
    used = _used(f'"{SUBSTITUTE}",var(--lp-font)', _LARGER)
    return HeadingFont(ours, "\n".join((*_faces(ours), alike, used)))


def _faces(file: Asset) -> tuple[str, str]:
    source = f'url({PurePosixPath(file.uri).name}) format("woff2")'
    return _rule(FAMILY, source, {"font-display": "optional"}), _rule(SURE, source, {"font-display": "block"})


def _used(others: str, more: str = "") -> str:
    """The custom properties that styles use."""
    return f':root{{--lp-headings:"{FAMILY}",{others};--lp-headings-sure:"{SURE}",{others}{more}}}'


def _rule(family: str, source: str, said: dict[str, str]) -> str:
    """One font for all weights: a browser makes no bold of its own of it."""
    rest = "".join(f";{name}:{value}" for name, value in said.items())
    return f'@font-face{{font-family:"{family}";src:{source};font-weight:1 1000{rest}}}'
