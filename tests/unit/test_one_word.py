"""One thing has one name on what a reader sees: in Dutch ours is a “leerpad”, and a “cursus” is another's; in English a course."""

from __future__ import annotations

import re

from leerpad.authoring.beginning import Wishes, course_files
from leerpad.guide import FOLDER
from leerpad.locales import load_locale

OURS = re.compile(r"\b(?:de|deze|dit|onze|de hele) cursus\b", re.IGNORECASE)
THEIRS = "Open de cursus met de vragen"
"""What Moodle calls a course."""


def test_no_text_of_ours_calls_a_leerpad_a_cursus() -> None:
    words = load_locale("nl").words
    assert {key: text for key, text in words.items() if OURS.search(text)} == {}
    pages = {page.name: page.read_text("utf-8").replace(THEIRS, "") for page in (FOLDER / "nl").glob("*.md")}
    assert len(pages) > 15
    assert {name: OURS.findall(text) for name, text in pages.items() if OURS.search(text)} == {}


def test_no_english_text_of_ours_calls_a_course_a_learning_path() -> None:
    texts = {path: text for path, text in course_files(Wishes("A", "en", "#1d5f8a")).items() if path.endswith(".md")}
    texts |= load_locale("en").words
    assert [name for name, text in texts.items() if "learning path" in text.lower()] == []
