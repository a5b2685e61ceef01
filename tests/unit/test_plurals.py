"""What is counted is said right of one thing too, in every language: no “1 questions”."""

from __future__ import annotations

import re

import pytest

from leerpad.locales import LANGUAGES, load_locale

COUNTED = {
    "en": re.compile(
        r"\b1 (?:(?:more|other|new|first) )?"
        r"(?!(?:is|was|has|this|its|does|goes|as|less|stands|counts|signs|follows|holds|minus|closes|fits|wants)\b)\w+s\b|\bthere are (?:only )?1\b"
    ),
    "nl": re.compile(
        r"\b1 (?:(?:andere|nieuwe|eerste) )?"
        r"(?!(?:en|een|geen|is|was|als|eens|minstens|kies|les|advies|geven|gegeven|gelezen|lezen|hebben|raken)\b)\w+(?:en|s)\b|\ber zijn er 1\b"
    ),
}
"""A number 1 with many things behind it; not with a verb, which has something else in the gap before it."""

ALWAYS_SEVERAL = {
    "limits": "dossier.team exchange.unreadable.too_many_rows page.team.rule_least page.team.rule_again client.field.full "
    "desk.too_many fault.page_too_long",
    "a group of learners, of which the least number is greater": "client.team.scan_about client.team.trouble_about "
    "client.team.nothing_told client.team.no_trouble advice.answered-by-all advice.answered-by-few "
    "advice.says-nothing-of-the-rest",
    "only said of what is too long, too large or too many": "fault.id_too_long fault.file_name_too_long "
    "fault.asks_too_much fault.scan_too_large fault.package_too_large advice.handout-too-long advice.long-sentence "
    "advice.long-sentences advice.longer-than-minutes advice.longest-is-right advice.right-in-same-place "
    "advice.passive-voice exchange.note.several_parts fault.draw_too_many fault.min_answered_too_many",
    "as far as an item in a list is indented": "fault.yaml_needs_dash fault.yaml_extra_dash fault.yaml_needs_block "
    "fault.better_item",
    "of the lessons of a level, some": "client.scan.partly_read",
    "half as many again as there are": "advice.few-questions-to-draw",
    "more lessons than are drawn": "advice.draw-misses-lesson",
    "the files of a new course": "begin.done",
}
"""Texts in which the number can't be one, with the reason."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_thing_is_counted_as_one(language: str) -> None:
    """Every text with 1 in its gaps, but for what is said of other numbers alone."""
    words = {key: text for key, text in load_locale(language).words.items() if not key.endswith(".other")}
    told = {key: COUNTED[language].findall(re.sub(r"\{\w+\}", "1", text)) for key, text in words.items()}
    several = {key for keys in ALWAYS_SEVERAL.values() for key in keys.split()}
    assert {key: places for key, places in told.items() if places and key not in several} == {}
    assert several <= words.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_for_many_have_words_for_one_beside_them(language: str) -> None:
    words = load_locale(language).words
    many = [key.removesuffix(".other") for key, text in words.items() if key.endswith(".other") and "{n}" in text]
    assert len(many) > 40
    assert [key for key in many if f"{key}.one" not in words] == []
