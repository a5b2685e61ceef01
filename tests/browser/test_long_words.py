"""A very long word, as a title or in a text, breaks itself and never the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.browser import Visitor

LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersbetrokkenheidsonderzoeksresultaten" * 2
TEXTS = "h1, h2, h3, .lp-lead, .lp-eyebrow, .lp-stage-title, .lp-stage-summary, .lp-card p, .md-nav__link span, article p:not([class]), article li:not([class])"
PUT = """([where, word]) => {
  for (const box of document.querySelectorAll(where)) {
    const text = [...box.childNodes].find((node) => node.nodeType === 3 && node.data.trim());
    if (text) text.data = word;
  }
}"""


PAGES = ("index", "een/index", "een/een-a", "een/toets-een", "mijn-certificaten")


def test_a_very_long_word_breaks_no_page(visitor: Visitor) -> None:
    found: dict[tuple[str, int], int] = {}
    for name in PAGES:
        page = visitor.open(f"{name}.html")
        page.evaluate(PUT, [TEXTS, LONG])
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            found[name, width] = page.evaluate("document.documentElement.scrollWidth")
    assert {place: wide for place, wide in found.items() if wide > place[1]} == {}
