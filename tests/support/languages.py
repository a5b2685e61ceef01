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

_ENGLISH = """\
again and answer answers are at been before both choose could course did does doing don each every finish from get give
have here how if into its keep learn learner learners lesson lessons levels made make makes must my never not now off only
other our out page pages question questions right search see she should since some steps take than that the their them
then there these they this those to took try until us what when where which while who why will with without would write
wrong yes you your"""
ENGLISH = set(_ENGLISH.split())
"""The same of English; without those that Dutch has too."""


def dutch_in(text: str) -> list[str]:
    return words_in(text, DUTCH)


def english_in(text: str) -> list[str]:
    return words_in(text, ENGLISH)


def english_phrases_in(text: str) -> list[str]:
    """Two English words in a row: one alone may be the name of a key or an option."""
    pairs = re.findall(r"(?=(?<![\w-])([a-z]+) ([a-z]+)(?![\w-]))", text.lower())
    return [f"{one} {other}" for one, other in pairs if one in ENGLISH and other in ENGLISH]


def words_in(text: str, known: set[str]) -> list[str]:
    return sorted({word for word in re.findall(r"[a-zà-ÿ]+", text.lower()) if word in known})


def text_of(page: Path) -> str:
    """All that a page says: its text, its labels and descriptions, its anchors and addresses."""
    html = re.sub(r"<(script|style)\b.*?</\1>", "", page.read_text("utf-8"), flags=re.DOTALL)
    said = re.findall(r'\s(?:aria-label|title|alt|id|href|content|placeholder)="([^"]*)"', html)
    return " ".join([re.sub(r"<[^>]*>", " ", html), *said])


def read_on(page: Path) -> str:
    """What readers of a page get: its text but for code, and its labels and descriptions. Names are English everywhere."""
    html = re.sub(r"<(script|style|code|pre)\b.*?</\1>", " ", page.read_text("utf-8"), flags=re.DOTALL)
    said = re.findall(r'\s(?:aria-label|title|alt|placeholder)="([^"]*)"', html)
    return " ".join([re.sub(r"<[^>]*>", " ", html), *said])


def names_in(site: Path) -> str:
    """The names of all its files; those of the search of other languages are not ours."""
    return " ".join(file.relative_to(site).as_posix() for file in site.rglob("*") if "lunr" not in file.as_posix())


def found_by_search(site: Path) -> str:
    """All that the search of a site reads."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    return " ".join(f"{entry['title']} {entry['text']}" for entry in index)
