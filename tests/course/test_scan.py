"""Our scan: what its texts claim is declared, and true of every outcome that is told it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from support.trees import REPOSITORY
from unit.test_scan import strings

from leerpad.course.scan.model import ScanFile
from leerpad.course.scan.rules import reachable, told

if TYPE_CHECKING:
    from leerpad.course.scan.model import Profile

SCAN = ScanFile.model_validate(strings(yaml.safe_load((REPOSITORY / "quizzes" / "scan.yml").read_text("utf-8"))))
PARTS = [profile for profile in SCAN.profiles if profile.part is not None]
SPEAKS_OF = {
    "start": r"[Jj]e baan",
    "basis": r"de basis|jullie samenwerken",
    "dienstverlener": r"je werk zelf te organiseren|[Jj]e organiseert je werk",
    "leiderschap": r"leiderschap|leidinggeven",
    "inbreng": r"inbreng",
    "betrokkenheid": r"band met|een band",
    "passie": r"[Pp]assie staat",
    "balans": r"balans",
}
DENIES = r"(niet|minder dan|[Gg]een [\w ]*) (hoog|laag)"


def true_of(claim: Any, bands: dict[str, str]) -> bool:
    """Whether a claim, as the file has it, is true of an outcome: read apart from the engine's own reading."""
    parts = []
    for key, value in claim.items():
        if key in ("any", "all"):
            parts.append((any if key == "any" else all)(true_of(one, bands) for one in value))
        elif key == "not":
            parts.append(not true_of(value, bands))
        else:
            parts.append(bands[key] in (value if isinstance(value, list) else [value]))
    return all(parts)


def test_no_text_says_of_a_dimension_what_its_band_denies() -> None:
    conditions = SCAN.conditions()
    for outcome in reachable(SCAN):
        for number in told(SCAN, conditions, outcome):
            profile = SCAN.profiles[number]
            assert profile.says is None or true_of(profile.says, dict(outcome.bands)), (profile.id, outcome)


@pytest.mark.parametrize("profile", PARTS, ids=[profile.id for profile in PARTS])
def test_what_a_text_speaks_of_is_declared(profile: Profile) -> None:
    declared = set(re.findall(r"\w+", str(profile.says)))
    for dimension, words in SPEAKS_OF.items():
        assert not re.search(words, profile.text) or dimension in declared, dimension
    bands = set(re.findall(r"\b(?:hoog|laag)\b", re.sub(DENIES, "", profile.text)))
    assert bands <= declared


def test_a_feeling_is_nowhere_the_place_to_begin() -> None:
    stages = {dimension.id for dimension in SCAN.dimensions if dimension.level}
    for profile in PARTS:
        if profile.part == "begin":
            assert set(re.findall(r"\w+", str(profile.when))) & {one.id for one in SCAN.dimensions} <= stages


def test_every_dimension_has_one_reversed_statement_and_more_that_are_not() -> None:
    for dimension in SCAN.dimensions:
        assert sorted(one.reverse for one in SCAN.counted(dimension))[-2:] == [False, True]
