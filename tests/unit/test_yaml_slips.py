"""What an author is told about a slip in YAML can be obeyed: it mends the slip, loses no text, and brings no other."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from support.faults import TEST, checked
from support.trees import course, write_tree
from support.yaml_slips import FEEDBACK, PROMPT, QUIZ, YAML_SLIPS

if TYPE_CHECKING:
    from pathlib import Path

    from support.slips import Slip

    from leerpad.source.diagnostics import Diagnostic

REWRITTEN = {"better_value", "ambiguous_number", "unknown_key_suggestion", "unknown_type", "not_one_of", "empty_value"}
TAKEN_AWAY = {"yaml_fence", "yaml_end", "duplicate_key"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tree(tmp_path_factory.mktemp("slips"), {**course(), "quizzes/0-een/mijn foto.png": b"x"})


def told(folder: Path, text: str) -> list[Diagnostic]:
    _, report = checked(write_tree(folder, {TEST: text}))
    return [found for found in report if found.path == TEST]


def words(text: str) -> Counter[str]:
    """What would be missed; the number of a numbered list isn't."""
    return Counter(re.findall(r"\w+", re.sub(r"^ *\d[.)] ", "", text, flags=re.MULTILINE)))


@pytest.mark.parametrize("slip", YAML_SLIPS, ids=[slip.name for slip in YAML_SLIPS])
def test_a_slip_is_told_once_and_obeying_the_remedy_mends_it(slip: Slip, folder: Path) -> None:
    found = told(folder, slip.before)
    assert [(one.code, tuple(one.position)) for one in found] == [(slip.told, slip.place)]
    better = dict(found[0].params).get("better", "")
    assert better in slip.after  # what is told to be written is what stands there
    assert told(folder, slip.after) == []
    if slip.told not in REWRITTEN | TAKEN_AWAY:
        assert words(slip.before) - words(slip.after) == Counter()


def test_there_are_a_hundred_and_fifty_slips_each_another() -> None:
    assert len({slip.before for slip in YAML_SLIPS}) == len(YAML_SLIPS) >= 150


def test_two_slips_in_one_file_are_mended_one_after_the_other(folder: Path) -> None:
    text = QUIZ.replace(PROMPT, "prompt: Let op: kies").replace("feedback: Zo wel.", "feedback: 'Foto's zijn goed.'")
    first = told(folder, text)
    assert [(one.code, one.position.line) for one in first] == [("yaml_colon_better", 7)]
    text = text.replace("prompt: Let op: kies", dict(first[0].params)["better"])
    second = told(folder, text)
    assert [(one.code, one.position.line) for one in second] == [("yaml_marks", 13)]
    text = text.replace("feedback: 'Foto's zijn goed.'", dict(second[0].params)["better"])
    assert told(folder, text) == []


def test_slips_in_values_are_all_told_in_one_run(folder: Path) -> None:
    text = (
        QUIZ.replace("correct: true", "correct: ja")
        .replace("points: 1", "points: twee")
        .replace("id: een-1", "id: Een")
    )
    assert [(one.code, one.position.line) for one in told(folder, text)] == [
        ("better_value", 5),
        ("better_value", 12),
        ("better_value", 14),
    ]


def test_a_long_text_is_told_to_stand_on_lines_of_its_own_and_nothing_of_it_is_lost(folder: Path) -> None:
    long = 'Let op: "zo\'n" tekst ' + "is lang " * 40 + "en houdt op."
    found = told(folder, QUIZ.replace(FEEDBACK, f"feedback: {long}"))
    assert [(one.code, tuple(one.position)) for one in found] == [("yaml_needs_block", (10, 19))]
    params = dict(found[0].params)
    obeyed = f"{params['better']}\n{' ' * int(params['spaces'])}{long}"
    assert told(folder, QUIZ.replace(FEEDBACK, obeyed)) == []


def test_a_hard_space_behind_a_value_does_no_harm(folder: Path) -> None:
    text = QUIZ.replace("correct: true", "correct: true\u00a0").replace("points: 1", "points: 1\u00a0")
    assert told(folder, text.replace("id: een-1", "id: een-1\u00a0")) == []
