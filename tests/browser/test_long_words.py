"""A very long word, as a title or in a text, breaks itself and never the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

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


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    "page_name", ["index.html", "een/index.html", "een/een-a.html", "een/toets-een.html", "mijn-certificaten.html"]
)
def test_a_very_long_word_breaks_no_page(page_name: str, width: int, visitor: Visitor) -> None:
    page = visitor.open(page_name)
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate(PUT, [TEXTS, LONG])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
