"""A badge on paper: one sheet, with a QR code that opens the page where the badge is checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import segno
from markupsafe import Markup

from leerpad.source.templates import filled

if TYPE_CHECKING:
    from leerpad.badges.credential import Edition, Proof
    from leerpad.course.model.badges import BadgeSite
    from leerpad.locales import Locale

_SHEET = Path(__file__).parent / "sheet.html.jinja"
MOST_IN_CODE = 2_953
"""Letters: the largest QR code holds no more."""


def sheet(proof: Proof, edition: Edition, site: BadgeSite, link: str, page: str, locale: Locale) -> str:
    """The sheet as HTML that needs no other file. `link` goes into the code, `page` is where one can check by hand.

    A badge with so many levels that no code holds it has none.
    """
    return filled(
        _SHEET,
        t=locale.text,
        day=locale.day,
        language=locale.tag,
        proof=proof,
        edition=edition,
        ends=edition.last_day,
        issuer=site.issuer,
        page=page,
        link=link,
        code=_code(link) if len(link) <= MOST_IN_CODE else None,
    )


def _code(link: str) -> Markup:
    drawn = segno.make(link, error="l", micro=False)
    return Markup(drawn.svg_inline(border=4, omitsize=True, lineclass=None, svgclass=None))
