"""What the scan's answers come to: the shipped rules in the browser, against the rules as the fact base tells them."""

from __future__ import annotations

import json
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

STAGES = ("start", "n1", "n2", "n3", "n4")
STATEMENTS = {stage: [f"{letter}{n}" for n in range(1, 6)] for stage, letter in zip(STAGES, "tfdlp", strict=True)}
REVERSED = {"t5", "f5", "d5", "l5", "p5"}
COUNTED = [name for names in STATEMENTS.values() for name in names]
ALL = [*COUNTED, "f6", "f7"]
BANDS = ("laag", "midden", "hoog")

in_browser = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)


@pytest.fixture(scope="module")
def page(browser: Browser, site: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/scan.html")
    yield page
    page.close()


@pytest.fixture(scope="module")
def scan(page: Page) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(page.locator("leerpad-scan").get_attribute("data-scan") or "")
    return data


def results(page: Page, scan: dict[str, Any], answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the browser makes of each set of answers."""
    script = """([scan, all]) => all.map((answers) => {
      const score = Leerpad.scan.score(scan, answers);
      const told = Leerpad.scan.told(scan, score);
      return {...score, profile: told === null ? null : told.map((number) => scan.profiles[number].id).join()};
    })"""
    found: list[dict[str, Any]] = page.evaluate(script, [scan, answers])
    return found


def oracle(bands: dict[str, str]) -> str:
    """The table of the fact base, rules 2 to 7, in its own words."""
    high = [stage for stage in STAGES if bands[stage] == "hoog"]
    if "laag" in (bands["start"], bands["n1"]) and ("n3" in high or "n4" in high):
        return "dak-zonder-fundament"
    if len(high) == 5:
        return "stevig"
    if high == ["start"]:
        return "tevreden-en-rustig"
    if "n2" in high and "n3" not in high and "laag" not in (bands["start"], bands["n1"]):
        return "ondernemend-maar-alleen"
    if "n3" in high and "n4" not in high:
        return "goede-gesprekken"
    first = next(stage for stage in STAGES if stage not in high)
    return {"start": "eerst-je-baan", "n1": "eerst-de-basis", "n2": "eerst-je-werk"}[first]


def answers_for(bands: dict[str, str]) -> dict[str, int]:
    """Answers that put each stage in its band."""
    wanted = {"laag": 1, "midden": 3, "hoog": 5}
    given: dict[str, int] = {}
    for stage, names in STATEMENTS.items():
        value = wanted[bands[stage]]
        given |= {name: 6 - value if name in REVERSED else value for name in names}
    return given


def test_every_outcome_gets_the_profile_of_the_fact_base(page: Page, scan: dict[str, Any]) -> None:
    outcomes = [dict(zip(STAGES, bands, strict=True)) for bands in product(BANDS, repeat=5)]
    assert len(outcomes) == 243
    # Everything in the middle is answered with the same 3 throughout; an answer of 4 and one of 2 keep it there.
    given = [{**answers_for(outcome)} for outcome in outcomes]
    middle = outcomes.index(dict.fromkeys(STAGES, "midden"))
    given[middle] |= {"t1": 4, "t2": 2}
    found = results(page, scan, given)
    assert [result["profile"] for result in found] == [oracle(outcome) for outcome in outcomes]
    assert {result["profile"] for result in found} == {one["id"] for one in scan["profiles"]} - {"even-opnieuw-kijken"}
    assert [[BANDS[one["band"]] for one in result["dimensions"]] for result in found] == [
        [outcome[stage] for stage in STAGES] for outcome in outcomes
    ]


def test_the_same_answer_everywhere_is_said_and_nothing_less_is(page: Page, scan: dict[str, Any]) -> None:
    same = [dict.fromkeys(COUNTED, value) for value in range(1, 6)]
    whatever_beside = {**same[0], "f6": 5, "f7": 0}
    assert {result["profile"] for result in results(page, scan, [*same, whatever_beside])} == {"even-opnieuw-kijken"}
    almost = [{**same[3], "d2": other} for other in (0, None, 3)]
    assert "even-opnieuw-kijken" not in {result["profile"] for result in results(page, scan, almost)}


def test_the_scores_of_the_fact_base(page: Page, scan: dict[str, Any]) -> None:
    def start(*answers: int | None) -> dict[str, Any]:
        result = results(page, scan, [dict(zip(STATEMENTS["start"], answers, strict=True))])[0]
        one: dict[str, Any] = result["dimensions"][0]
        return one

    assert start(5, 5, 5, 5, 1) == {"mean": 5, "band": 2}  # the fifth is reversed
    assert start(1, 1, 1, 1, 5) == {"mean": 1, "band": 0}
    assert start(2, 3, 2, 3, 0) == {"mean": 2.5, "band": 1}  # n/a counts as not filled in; 2.5 is the middle
    assert start(3, 4, 3, 4, None) == {"mean": 3.5, "band": 2}
    assert start(2, 2, 3, 3, 4) == {"mean": 2.4, "band": 0}
    assert start(5, 5, 5, 0, None) == {"mean": None, "band": None}  # fewer than four


def test_a_bound_in_fractions_is_reached_exactly(page: Page, scan: dict[str, Any]) -> None:
    thirds = {**scan, "bands": [{"title": "a", "from": 1}, {"title": "b", "from": 2.2 + 0.1 + 0.1}]}
    assert 2.2 + 0.1 + 0.1 > 2.4
    result = results(page, thirds, [{"t1": 2, "t2": 2, "t3": 3, "t4": 3, "t5": 4}])[0]
    assert result["dimensions"][0] == {"mean": 2.4, "band": 1}


def test_what_is_shown_is_rounded_and_what_is_chosen_is_not(page: Page, scan: dict[str, Any]) -> None:
    close = {**scan, "bands": [{"title": "a", "from": 1}, {"title": "b", "from": 3.28}]}
    result = results(page, close, [{"t1": 3, "t2": 3, "t3": 3, "t4": 4}])[0]
    assert result["dimensions"][0] == {"mean": 3.25, "band": 0}
    assert page.evaluate("[3.25, 3, 2.4499, 5].map((mean) => Leerpad.words.decimal(mean))") == [
        "3,3",
        "3,0",
        "2,4",
        "5,0",
    ]


def test_the_alert_goes_by_the_raw_answer(page: Page, scan: dict[str, Any]) -> None:
    found = results(page, scan, [{"p5": value} for value in (0, 1, 3, 4, 5)] + [{}])
    assert [result["alerts"] for result in found] == [[], [], [], [0], [0], []]


filled = st.fixed_dictionaries({name: st.none() | st.integers(0, 5) for name in ALL})


@given(answers=filled, order=st.permutations(ALL), flip=st.booleans())
@in_browser
def test_scores_are_right_stay_on_the_scale_and_know_no_order(
    page: Page, scan: dict[str, Any], answers: dict[str, int | None], order: list[str], flip: bool
) -> None:
    result = results(page, scan, [answers])[0]
    bands = {}
    for stage, dimension in zip(STAGES, result["dimensions"], strict=True):
        values = [6 - value if name in REVERSED else value for name in STATEMENTS[stage] if (value := answers[name])]
        if len(values) < 4:
            assert dimension == {"mean": None, "band": None}
            continue
        mean = Fraction(sum(values), len(values))
        assert 1 <= dimension["mean"] <= 5
        assert dimension["mean"] == pytest.approx(float(mean))
        bands[stage] = BANDS[(mean >= Fraction(5, 2)) + (mean >= Fraction(7, 2))]
        assert BANDS[dimension["band"]] == bands[stage]
    assert (result["profile"] is None) == (len(bands) < 5)
    if len(bands) == 5 and not result["same"]:
        assert result["profile"] == oracle(bands)
    shuffled = {**scan, "statements": scan["statements"][:: -1 if flip else 1]}
    assert results(page, shuffled, [{name: answers[name] for name in order}]) == [result]


anything = st.none() | st.booleans() | st.integers(-3, 9) | st.floats() | st.sampled_from(["", "4", [], {}, [4]])


@given(answers=st.dictionaries(st.sampled_from([*ALL, "__proto__", "constructor", "x"]), anything, max_size=27))
@in_browser
def test_no_answer_breaks_the_score(page: Page, scan: dict[str, Any], answers: dict[str, Any]) -> None:
    result = results(page, scan, [answers])[0]
    assert all(one["mean"] is None or 1 <= one["mean"] <= 5 for one in result["dimensions"])
