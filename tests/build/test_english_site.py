"""A course in English, with the guide: not one Dutch word, on any page, in any name, anchor, message or schema.

The other way round, names and keys are English everywhere; what a course in Dutch says is in test_wheel.py.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.languages import dutch_in, english_phrases_in, found_by_search, names_in, text_of
from support.trees import REPOSITORY, build_site

from leerpad.authoring.beginning import Wishes, course_files
from leerpad.guide import load_guide
from leerpad.locales import load_locale

if TYPE_CHECKING:
    from pathlib import Path


EARLIER_ANCHORS = {"begrip", "bron", "vraag", "bronnen", "van", "deze"}
"""In old links, which still lead somewhere: client/anchors.js."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = course_files(Wishes("Clean hands", "en", "#1d5f8a"))
    settings = (
        files["mkdocs.yml"].replace("  - leerpad\n", "").replace("    gating:", "    guide: true\n    gating:", 1)
    )
    files["mkdocs.yml"] = f"{settings}\nhooks: [{REPOSITORY / 'hooks' / 'portal.py'}]\n"
    return build_site(tmp_path_factory.mktemp("english"), {**files})


def test_no_page_says_a_dutch_word(site: Path) -> None:
    found = {page.relative_to(site).as_posix(): dutch_in(text_of(page)) for page in site.rglob("*.html")}
    assert {page: words for page, words in found.items() if words} == {}


def test_no_file_script_or_search_result_has_a_dutch_word(site: Path) -> None:
    assert dutch_in(names_in(site)) == []
    scripts = sorted((site / "assets" / "leerpad").rglob("*.js"))
    assert len(scripts) > 5
    found = {file.name: set(dutch_in(file.read_text("utf-8"))) - EARLIER_ANCHORS for file in scripts}
    assert {name: words for name, words in found.items() if words} == {}
    assert dutch_in(found_by_search(site)) == []


def test_no_message_schema_or_starter_has_a_dutch_word() -> None:
    assert {key: words for key, text in load_locale("en").words.items() if (words := dutch_in(text))} == {}
    files = course_files(Wishes("Clean hands", "en", "#1d5f8a"))
    assert {name: words for name, text in files.items() if (words := dutch_in(f"{name} {text}"))} == {}


def test_no_dutch_message_starter_or_page_of_the_guide_has_an_english_phrase() -> None:
    files = course_files(Wishes("Een eerste dag", "nl", "#1d5f8a"))
    # Without code, and without words on the buttons of other programs.
    guide = {
        page.name: re.sub(r"```.*?```|`[^`]*`|\*[^*\n]*\*", "", page.text, flags=re.DOTALL) for page in load_guide("nl")
    }
    texts = {**load_locale("nl").words, **files, **guide}
    assert {name: words for name, text in texts.items() if (words := english_phrases_in(text))} == {}
