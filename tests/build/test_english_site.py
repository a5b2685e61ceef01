"""A course in English, with the guide: not one Dutch word, on any page, in any name, anchor, message or schema."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support.trees import REPOSITORY, build_site

from leerpad.authoring.beginning import Wishes, course_files
from leerpad.locales import load_locale

if TYPE_CHECKING:
    from pathlib import Path

_WORDS = """\
aan als antwoord begrip begrippen bij bron bronnen dan dat deze dit een elk elke geen heb hebben hier hoe het ik jij je
jouw kan keuze keuzes kies klik kunt lees les lessen lezer maar maak makers mee meer mijn moet naar nakijken niet niets
niveau nog nu om onze ook op over staan staat toets toetsen tot uit uitleg van veel vraag vragen voor voorbeeld waar wat
welke werk wie wij wil wordt worden zet zich zij zijn zonder"""
DUTCH = set(_WORDS.split()) - {
    "over",
    "op",
    "bij",
    "dan",
    "als",
    "dit",
    "les",
    "mee",
    "wie",
    "of",
    "tot",
    "veel",
    "meer",
}
"""Words that stand in nearly every Dutch sentence; without those that English, French or a name has as well."""


def dutch_in(text: str) -> list[str]:
    return sorted({word for word in re.findall(r"[a-zà-ÿ]+", text.lower()) if word in DUTCH})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = course_files(Wishes("Clean hands", "en", "#1d5f8a"))
    settings = (
        files["mkdocs.yml"].replace("  - leerpad\n", "").replace("    gating:", "    guide: true\n    gating:", 1)
    )
    files["mkdocs.yml"] = f"{settings}\nhooks: [{REPOSITORY / 'hooks' / 'portal.py'}]\n"
    return build_site(tmp_path_factory.mktemp("english"), {**files})


def test_no_page_says_a_dutch_word(site: Path) -> None:
    found = {}
    for page in site.rglob("*.html"):
        html = re.sub(r"<(script|style)\b.*?</\1>", "", page.read_text("utf-8"), flags=re.DOTALL)
        words = dutch_in(re.sub(r"<[^>]*>", " ", html)) + dutch_in(
            " ".join(re.findall(r'(?:aria-label|title|alt|id|href)="([^"]*)"', html))
        )
        if words:
            found[page.relative_to(site).as_posix()] = words
    assert found == {}


def test_no_file_script_or_search_result_has_a_dutch_word(site: Path) -> None:
    names = [file.relative_to(site).as_posix() for file in site.rglob("*") if "lunr" not in file.as_posix()]
    assert dutch_in(" ".join(names)) == []
    [course] = site.glob("assets/leerpad/course.*.js")
    assert dutch_in(course.read_text("utf-8")) == []
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    assert dutch_in(" ".join(f"{entry['title']} {entry['text']}" for entry in index)) == []


def test_no_message_schema_or_starter_has_a_dutch_word() -> None:
    assert {key: words for key, text in load_locale("en").words.items() if (words := dutch_in(text))} == {}
    files = course_files(Wishes("Clean hands", "en", "#1d5f8a"))
    assert {name: words for name, text in files.items() if (words := dutch_in(f"{name} {text}"))} == {}
