"""Advice on Markdown that a reader sees as signs, and on what will not be shown as it was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Fault, advice_at
from leerpad.source.loose_marks import find_loose_marks
from leerpad.source.page_marks import find_page_slips
from leerpad.source.text_slips import find_text_slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leerpad.source.diagnostics import Diagnostic, LineColumn
    from leerpad.source.markdown_text import MarkdownText

_FROM_WORD = re.compile(r"</?[owv]:[a-z]|\bclass=[\"']?Mso|\bstyle=[\"'][^\"'<>]*\bmso-", re.IGNORECASE)
_FROM_ELSEWHERE = re.compile(
    r"!\[[^\[\]]*\]\(\s*<?(?=https?://|//)|<img\b[^<>]*?\ssrc=[\"']?(?=https?://|//)", re.IGNORECASE
)
_IMAGE_AS_LINK = re.compile(
    r"(?<!!)\[[^\[\]]*\]\(\s*<?[^()<>\s]+\.(?:svg|png|jpe?g|gif|webp|avif)>?\s*\)", re.IGNORECASE
)
_ONE_EACH = (("word-html", _FROM_WORD), ("outside-image", _FROM_ELSEWHERE), ("image-as-link", _IMAGE_AS_LINK))


def advice(pages: Mapping[str, MarkdownText]) -> Iterator[Diagnostic]:
    """All advice on the Markdown of lessons and pages, which come with their paths."""
    for path, page in pages.items():
        for fault in page.located(_in_page(page)):
            yield advice_at(path, fault.place, fault.code, fault.params)


def _in_page(page: MarkdownText) -> Iterator[Fault[LineColumn]]:
    yield from (slip for slip in find_text_slips(page) if slip.is_advice)
    yield from find_loose_marks(page.prose)
    yield from find_page_slips(page.prose)
    for number, line in enumerate(page.prose):
        for code, pattern in _ONE_EACH:
            found = pattern.search(line)
            if found:
                yield Fault(code, (number, found.start() + 1), is_advice=True)
