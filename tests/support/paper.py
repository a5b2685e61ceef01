"""What Chromium prints, as sheets with words."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.sync_api import Page


@dataclass(frozen=True)
class Sheet:
    """One printed page: its size in whole millimetres, and its words with single spaces."""

    width: int
    height: int
    words: str


A4, A4_LANDSCAPE = (210, 297), (297, 210)


def printed(page: Page) -> list[Sheet]:
    """Print as a reader does who changes nothing in the browser's dialog."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [
        Sheet(_millimetres(sheet.mediabox.width), _millimetres(sheet.mediabox.height), _words(sheet.extract_text()))
        for sheet in reader.pages
    ]


def _millimetres(points: float) -> int:
    return round(float(points) / 72 * 25.4)


def _words(text: str) -> str:
    return unicodedata.normalize("NFKC", " ".join(text.split()))  # a font may join two letters into one sign
