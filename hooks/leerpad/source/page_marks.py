"""Marks that need something elsewhere on the page: footnotes, and the rows of a table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leerpad.source.diagnostics import LineColumn

_NOTE = re.compile(r"\[ ?\^(?P<name>[^\[\]\s]+)\](?P<defines>:?)")
_CELLS = re.compile(r"(?<!\\)\|")


def find_page_slips(prose: Sequence[str]) -> Iterator[Fault[LineColumn]]:
    """Advice on a page without its code and comments (`MarkdownText.prose`)."""
    yield from _notes(prose)
    yield from _tables(prose)


def _notes(prose: Sequence[str]) -> Iterator[Fault[LineColumn]]:
    used: dict[str, LineColumn] = {}
    defined: dict[str, LineColumn] = {}
    for number, line in enumerate(prose):
        for match in _NOTE.finditer(line):
            is_definition = bool(match["defines"]) and not line[: match.start()].strip()
            is_right = match[0].startswith("[^")
            if is_right:
                (defined if is_definition else used).setdefault(match["name"], (number, match.start() + 1))
    for name, place in used.items():
        if name not in defined:
            yield Fault("loose-footnote", place, {"name": name}, is_advice=True)
    for name, place in defined.items():
        if name not in used:
            yield Fault("loose-footnote", place, {"name": name}, is_advice=True)


def _tables(prose: Sequence[str]) -> Iterator[Fault[LineColumn]]:
    """Rows between bars that make no table, or that have more or fewer cells than its head."""
    for number, line in enumerate(prose):
        text = line.strip()
        if not text.startswith("|") or (number and prose[number - 1].strip().startswith("|")):
            continue
        head = _count(text)
        rule = prose[number + 1].strip() if number + 1 < len(prose) else ""
        is_apart = not number or not prose[number - 1].strip()
        if not is_apart or not rule or rule.strip("|:- ") or "-" not in rule or _count(rule) != head:
            yield Fault("broken-table", (number, line.index("|") + 1), is_advice=True)
            continue
        for at in range(number + 2, len(prose)):
            row = prose[at].strip()
            if not row:
                break
            if not row.startswith("|") or _count(row) != head:
                yield Fault("broken-table", (at, 1), is_advice=True)
                break


def _count(row: str) -> int:
    return len(_CELLS.findall(row.removeprefix("|").removesuffix("|"))) + 1
