"""Scoring as Python knows it: what is compared in a gap, the band of a mean, and the odds of a guess."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from support.vectors import VECTORS, question_of

from leerpad.course.scan.model import ScanBand, ScanFile
from leerpad.questions import TYPES
from leerpad.questions.fill_in.gap import Gap


@pytest.mark.parametrize("row", VECTORS["gaps"], ids=lambda row: repr(row["text"]))
def test_a_text_is_compared_as_the_vectors_say(row: dict[str, Any]) -> None:
    assert Gap.model_validate({"accept": "x", **row.get("rules", {})}).plain(row["text"]) == row["plain"]


@pytest.mark.parametrize("row", VECTORS["bands"], ids=str)
def test_a_mean_falls_in_the_band_that_the_vectors_say(row: dict[str, Any]) -> None:
    bands = [
        ScanBand.model_validate({"id": f"b{n}", "title": "B", "from": bound}) for n, bound in enumerate(row["from"])
    ]
    scan = ScanFile.model_construct(bands=bands)
    assert scan.band(Fraction(sum(row["answers"]), len(row["answers"]))) == f"b{row['band']}"


@pytest.mark.parametrize("row", VECTORS["odds"], ids=str)
def test_a_guess_brings_what_the_vectors_say(row: dict[str, Any]) -> None:
    spread = TYPES[row["type"]].model_validate(question_of(row)).guess()
    ways = sum(row["ways"].values())
    counted = {Fraction(share): count / ways for share, count in row["ways"].items()}
    assert {share: chance for share, chance in spread.items() if chance} == pytest.approx(counted)
