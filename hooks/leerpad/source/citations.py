"""Citations in Markdown: `[@locke-latham-2002]`, `[@een; @twee]`, or `[-@locke-latham-2002]` for the year alone.

One reader serves the checks and the rendering, so that a citation can't be seen by the one and missed by the other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from leerpad.source.names import ID_PATTERN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CITATION = r"(?<!!)\[(?P<cited>\s*-?@[^\[\]\n]*)\](?!\(|\[(?!\s*-?@))"
"""A citation as it stands in a text; not a link whose text begins with @."""

_CITATION = re.compile(CITATION)
_ESCAPED = re.compile(r"\\[\\!\[\]]")  # Python-Markdown has put these aside before it looks for citations
_ITEM = re.compile(rf"\s*(?P<mark>-?)@(?P<source>{ID_PATTERN})\s*")
_UNCLOSED = re.compile(r"(?<!!)\[\s*-?@[^\[\]]*$")


class Cited(NamedTuple):
    """One source in a citation. `is_year_only` where the text names the authors itself."""

    source: str
    is_year_only: bool


class Citation(NamedTuple):
    """A source cited in a text; `line` counts from 0, `column` from 1. Without a `source` it can't be read."""

    source: str
    line: int
    column: int


def read_citation(inside: str) -> list[Cited] | None:
    """The sources between the brackets of a citation; None if they are not written as they should be."""
    matches = [_ITEM.fullmatch(part) for part in inside.split(";")]
    found = [Cited(match["source"], bool(match["mark"])) for match in matches if match]
    return found if len(found) == len(matches) else None


def find_citations(plain: Iterable[str]) -> Iterator[Citation]:
    """Every source cited in the lines of a text without its code, in their order."""
    for number, raw in enumerate(plain):
        if "@" not in raw:
            continue
        line = _ESCAPED.sub("  ", raw)
        for match in _CITATION.finditer(line):
            if read_citation(match["cited"]) is None:
                yield Citation("", number, match.start() + 1)
                continue
            for item in _ITEM.finditer(match["cited"]):
                yield Citation(item["source"], number, match.start("cited") + item.start("mark") + 1)
        unclosed = _UNCLOSED.search(line)
        if unclosed:
            yield Citation("", number, unclosed.start() + 1)
