"""Words that give a language away, and where a site may hold them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_DUTCH = """\
aan antwoord begrip begrippen bron bronnen dat deze een elk elke geen heb hebben hier hoe het ik jij je jouw kan keuze
keuzes kies klik kunt lees lessen lezer maar maak makers mijn moet naar nakijken niet niets niveau nog nu om onze ook
staan staat toets toetsen uit uitleg van vraag vragen voor voorbeeld waar wat welke werk wij wil wordt worden zet zich
zij zijn zonder"""
DUTCH = set(_DUTCH.split())
"""Words that stand in nearly every Dutch sentence; without those that English, French or a name has as well."""


def dutch_in(text: str) -> list[str]:
    return words_in(text, DUTCH)


def words_in(text: str, known: set[str]) -> list[str]:
    return sorted({word for word in re.findall(r"[a-zà-ÿ]+", text.lower()) if word in known})


def text_of(page: Path) -> str:
    """All that a page says: its text, its labels and descriptions, its anchors and addresses."""
    html = re.sub(r"<(script|style)\b.*?</\1>", "", page.read_text("utf-8"), flags=re.DOTALL)
    said = re.findall(r'\s(?:aria-label|title|alt|id|href|content|placeholder)="([^"]*)"', html)
    return " ".join([re.sub(r"<[^>]*>", " ", html), *said])


def names_in(site: Path) -> str:
    """The names of all its files; those of the search of other languages are not ours."""
    return " ".join(file.relative_to(site).as_posix() for file in site.rglob("*") if "lunr" not in file.as_posix())


def found_by_search(site: Path) -> str:
    """All that the search of a site reads."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    return " ".join(f"{entry['title']} {entry['text']} {entry['location']}" for entry in index)
