"""Advice on Markdown that a reader sees as signs, and on what will not be shown as it was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.advice.finding import Finding
from leerpad.source.diagnostics import Position
from leerpad.source.front_matter import body_of
from leerpad.source.loose_marks import find_loose_marks
from leerpad.source.markdown_blocks import read_prose
from leerpad.source.page_marks import find_page_slips
from leerpad.source.text_slips import find_text_slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leerpad.source.files import SourceText

_FROM_WORD = re.compile(r"</?[owv]:[a-z]|\bclass=[\"']?Mso|\bstyle=[\"'][^\"'<>]*\bmso-", re.IGNORECASE)
_FROM_ELSEWHERE = re.compile(
    r"!\[[^\[\]]*\]\(\s*<?(?=https?://|//)|<img\b[^<>]*?\ssrc=[\"']?(?=https?://|//)", re.IGNORECASE
)
_IMAGE_AS_LINK = re.compile(
    r"(?<!!)\[[^\[\]]*\]\(\s*<?[^()<>\s]+\.(?:svg|png|jpe?g|gif|webp|avif)>?\s*\)", re.IGNORECASE
)
_ONE_EACH = (("word-html", _FROM_WORD), ("outside-image", _FROM_ELSEWHERE), ("image-as-link", _IMAGE_AS_LINK))


def advice(sources: Mapping[str, SourceText]) -> Iterator[Finding]:
    """All advice on the Markdown of lessons and pages."""
    for path, source in sources.items():
        if path.endswith(".md"):
            body, first_line = body_of(source)
            lines = body.split("\n")
            for code, line, column, params in _in_page(lines, read_prose(lines)):
                yield Finding(path, Position(first_line + line, column), code, params)


def _in_page(lines: Sequence[str], prose: Sequence[str]) -> Iterator[tuple[str, int, int, Mapping[str, str]]]:
    for slip in find_text_slips(lines, prose):
        if slip.is_advice:
            yield slip.code, slip.line, slip.column, slip.params
    for mark in find_loose_marks(prose):
        yield "unclosed-markup", mark.line, mark.column, {"mark": mark.mark}
    yield from find_page_slips(prose)
    for number, line in enumerate(prose):
        for code, pattern in _ONE_EACH:
            found = pattern.search(line)
            if found:
                yield code, number, found.start() + 1, {}
