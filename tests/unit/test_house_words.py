"""Words in the house: every one in every language, each said somewhere, and names that aren't said in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.house import CLIENT, ENGINE, PYTHON
from support.sources import found_in

from leerpad.locales import LANGUAGES, load_locale
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path


def words_in(*files: Path) -> set[str]:
    return {word for file in files for word in re.findall(r"[a-z]{3,}", file.read_text("utf-8").lower())}


def test_names_that_the_engine_makes_are_english() -> None:
    """Ids, names of files and keys of storage: what an element is called isn't said to a learner, and isn't translated."""
    languages = {
        language: [ENGINE / "locales" / f"{language}.yml", *(ENGINE / "guide" / language).rglob("*.md")]
        for language in LANGUAGES
    }
    dutch = words_in(*languages["nl"]) - words_in(*languages["en"])
    made = re.compile(
        r"\}[-:]+([a-z]{3,})(?=[-`\"'{])|[`\"]([a-z]{3,})-\$?\{|\bid: \"([a-z]{3,})\"|\bor \"([a-z]{3,})\""
    )

    stored = {"kopie", "lopend"}  # read by older scripts too: see client/store.js

    def in_dutch(file: Path) -> set[str]:
        return {word for found in made.findall(file.read_text("utf-8")) for word in found} & dutch - stored

    assert found_in([*PYTHON, *CLIENT, *ENGINE.rglob("*.html")], in_dutch) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_written_twice(language: str) -> None:
    """PyYAML lets the last one win, so that a change to the first would do nothing."""
    report = Report()
    file = ENGINE / "locales" / f"{language}.yml"
    assert read_tree(SourceText(file.name, file.read_text("utf-8")), report) is not None
    assert list(report) == []


def gaps(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(language: str) -> None:
    here, dutch = load_locale(language).words, load_locale("nl").words
    forms = tuple(f".{form}" for form in ("zero", "two", "few", "many"))  # plurals that a language may have besides
    here = {key: text for key, text in here.items() if not key.endswith(forms)}
    assert sorted(here) == sorted(dutch)
    assert {key: gaps(text) for key, text in here.items()} == {key: gaps(text) for key, text in dutch.items()}


def test_every_word_is_said_and_every_said_word_exists() -> None:
    words = set(load_locale("nl").words)
    code = "\n".join(file.read_text("utf-8") for file in [*PYTHON, *CLIENT, *ENGINE.rglob("*.html")])
    faults = {
        key.split(".", 1)[1].removesuffix("_suggestion") for key in words if key.startswith(("fault.", "advice."))
    }
    made = {
        f"expected_{kind}"
        for kind in re.findall(
            r'"(text|list|mapping|whole_number|number|flag|percentage|year|day|url|doi|origin|color|font|role|completion|iri|review_days)"',
            code,
        )
    }
    assert {code_name for code_name in faults if f'"{code_name}"' not in code} - made == set()
    variants = {key for key in words if key.endswith(("_lms", "_lms_shared"))}  # in the place of: Locale.for_delivery
    assert {key.removesuffix("_shared").removesuffix("_lms") for key in variants} <= words
    client = {key.removeprefix("client.") for key in words - variants if key.startswith("client.")}
    prefixes = set(re.findall(r"`([\w.]+)\$\{", code)) | set(re.findall(r"`([a-z]+\.)\$\{", code))
    unsaid = {
        key
        for key in client
        if f'"{key}"' not in code
        and f'"{key.rsplit(".", 1)[0]}"' not in code
        and not any(prefix and key.startswith(prefix) for prefix in prefixes)
        and f'"{key.split(".", 1)[1].removesuffix("_about")}"' not in code
    }
    assert unsaid == set()
