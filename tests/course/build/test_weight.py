"""What a page loads of ours stays light: a budget for each kind of page, with its words and the course map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.support.weights import weights

if TYPE_CHECKING:
    from pathlib import Path

BUDGET = {
    "home": 35.0,
    "level": 30.5,
    "other page": 30.5,
    "lesson, plain questions": 53.0,
    "lesson, a conversation": 62.0,
    "test, all types": 59.5,
    "test, asks what came before": 171.5,
    "scan": 36.0,
    "own page": 41.5,
    "a walk": 83.5,
}
"""In kB, packed: a little more than today. What weighs what: hooks/leerpad/docs/how-to-measure.md."""


def test_each_kind_of_page_keeps_to_its_weight(site: Path) -> None:
    found = {kind: weight.whole / 1000 for kind, weight in weights(site).items()}
    assert found.keys() == BUDGET.keys()
    assert {kind: (size, BUDGET[kind]) for kind, size in found.items() if size > BUDGET[kind]} == {}
