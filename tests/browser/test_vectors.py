"""The same scoring in the browser: the rows to which Python is held (`tests/unit/test_vectors.py`)."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import permutations, product
from typing import TYPE_CHECKING, Any

from support.vectors import VECTORS, question_of

from leerpad.questions import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

SHARES = """(asked) => asked.map(([question, response]) => {
  const { points, max } = Leerpad.questions[question.type].score(question, response);
  return points / max;
})"""
BANDS = """(rows) => rows.map(({ from, answers }) => {
  const scan = {
    scale: ["1", "2", "3", "4", "5"],
    dimensions: [{ title: "D", min: 1, stage: null }],
    bands: from.map((bound) => ({ title: "B", from: bound })),
    statements: answers.map((_, number) => ({ id: `s${number}`, dimension: 0, reverse: false })),
    alerts: [],
  };
  return Leerpad.scan.score(scan, Object.fromEntries(answers.map((value, number) => [`s${number}`, value]))).dimensions[0].band;
})"""


def shares(page: Page, asked: list[tuple[dict[str, Any], Any]]) -> list[float]:
    found: list[float] = page.evaluate(SHARES, asked)
    return found


def responses(data: dict[str, Any]) -> Iterator[Any]:
    """Every way to guess."""
    if data["type"] == "ordering":
        yield from (list(order) for order in permutations(data["items"]))
    else:
        keys = [choice.key for choice in TYPES[data["type"]].model_validate(data["written"]).choices]  # type: ignore[attr-defined]
        for ticks in product([False, True], repeat=len(keys)):
            if any(ticks):
                yield [key for key, tick in zip(keys, ticks, strict=True) if tick]


def test_a_text_is_compared_as_the_vectors_say(still_page: Page) -> None:
    asked, wanted = [], []
    for row in VECTORS["gaps"]:
        rules = row.get("rules", {})
        for accepted in (
            row["plain"],
            *(other["plain"] for other in VECTORS["gaps"] if other.get("rules", {}) == rules),
        ):
            gap = {"accept": [accepted], "typos": 0, "case_sensitive": False, "accent_sensitive": False}
            gaps = {"g": {**gap, "space_sensitive": False, **rules}}
            asked.append(({"type": "fill_in", "points": 1, "gaps": gaps, "reject": {}}, {"g": row["text"]}))
            wanted.append(float(accepted == row["plain"]))
    assert shares(still_page, asked) == wanted


def test_a_mean_falls_in_the_band_that_the_vectors_say(still_page: Page) -> None:
    assert still_page.evaluate(BANDS, VECTORS["bands"]) == [row["band"] for row in VECTORS["bands"]]


def test_a_guess_brings_what_the_vectors_say(still_page: Page) -> None:
    for row in VECTORS["odds"]:
        written = question_of(row)
        data = TYPES[row["type"]].model_validate(written).client_data()
        guesses = list(responses({**data, "written": written}))
        found = Counter(
            Fraction(share).limit_denominator(20) for share in shares(still_page, [(data, one) for one in guesses])
        )
        assert found == {Fraction(share): count for share, count in row["ways"].items()}
