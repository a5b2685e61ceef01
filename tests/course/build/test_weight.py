"""What a page loads of ours stays light: a budget for each kind of page, with its words and the course map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.support.weights import weights

if TYPE_CHECKING:
    from pathlib import Path

BUDGET = {
    "home": 33.85,
    "level": 26.55,
    "other page": 25.5,
    "lesson, plain questions": 52.15,
    "lesson, a conversation": 56.05,
    "test, all types": 59.15,
    "test, asks what came before": 74.8,
    "scan": 35.2,
    "own page": 36.25,
    "a walk": 96.8,
}
"""In kB, packed: a little more than today. What weighs what: hooks/leerpad/docs/how-to-measure.md."""
FONTS = 16.0
"""In kB, for the whole site: counted apart, as a browser keeps them over versions."""


def test_each_kind_of_page_keeps_to_its_weight(site: Path) -> None:
    found = {kind: weight.whole / 1000 for kind, weight in weights(site).items()}
    assert found.keys() == BUDGET.keys()
    assert {kind: (size, BUDGET[kind]) for kind, size in found.items() if size > BUDGET[kind]} == {}


def test_all_fonts_together_keep_to_their_weight(site: Path) -> None:
    assert 0 < weights(site)["a walk"].fonts / 1000 <= FONTS
    assert len([*site.rglob("*.woff*"), *site.rglob("*.ttf"), *site.rglob("*.otf")]) == 1
