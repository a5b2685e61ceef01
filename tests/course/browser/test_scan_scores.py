"""What the scan's answers come to: the shipped rules in the browser, against the rules in other words and in Python."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from support.hypotheses import in_browser
from support.trees import REPOSITORY
from unit.test_scan import strings

from leerpad.course.scan.model import ScanFile
from leerpad.course.scan.rules import reachable, told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

STATEMENTS = {
    "start": ["t2", "t6", "t7", "t9"],
    "basis": ["f1", "f2", "f3", "f4", "f5", "f6", "f7"],
    "dienstverlener": ["d6", "d3", "d4", "d8"],
    "leiderschap": ["l1", "l2", "l6", "l5"],
    "inbreng": ["p1", "p2", "p4", "p7"],
    "betrokkenheid": ["b1", "b2", "b4"],
    "passie": ["v1", "v2", "v3"],
    "balans": ["w1", "w2", "w3"],
}
STAGES = ("start", "basis", "dienstverlener", "leiderschap", "inbreng")
ENOUGH = {**dict.fromkeys(STATEMENTS, 3), "basis": 5, "betrokkenheid": 2, "passie": 2, "balans": 2}
REVERSED = {"t9", "f5", "d8", "l5", "p7", "b4", "v3", "w1"}
ALL = [name for names in STATEMENTS.values() for name in names]
BANDS = ("laag", "midden", "hoog")


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
      return {...score, told: told && told.map((number) => scan.profiles[number].id)};
    })"""
    found: list[dict[str, Any]] = page.evaluate(script, [scan, answers])
    return found


def oracle(bands: dict[str, str]) -> set[str]:
    """What an outcome is told, said in another way than the scan says it."""
    high = [stage for stage in STAGES if bands[stage] == "hoog"]
    names = {"start": "tevredenheid"}
    said = {f"{names.get(stage, stage)}-hoog" for stage in high} or {"geen-etappe-hoog"}
    first = next((s for band in ("laag", "midden") for s in STAGES if bands[s] == band), None)
    if first is None:
        said.add("alles-hoog")
    elif bands[first] == "laag":
        lowest = ("eerst-je-baan", "eerst-de-basis", "eerst-ruimte", "eerst-vragen", "eerst-antwoord")
        said.add(lowest[STAGES.index(first)])
    else:
        middle = ("dan-je-baan", "dan-de-basis", "dan-je-werk", "dan-leiderschap", "dan-inbreng")
        said.add(middle[STAGES.index(first)])
    said |= {f"band-{bands['betrokkenheid']}", "passie-hoog" if bands["passie"] == "hoog" else "passie-niet-hoog"}
    if bands["balans"] == "laag":
        said.add("passie-die-veel-vraagt" if bands["passie"] == "hoog" else "balans-laag")
    if "laag" in (bands["start"], bands["basis"]) and {"leiderschap", "inbreng"} & set(high):
        said.add("dak-zonder-fundament")
    if bands["betrokkenheid"] == "hoog" and bands["basis"] == "laag":
        said.add("hart-zonder-basis")
    return said


def answers_for(bands: dict[str, str]) -> dict[str, int]:
    """Answers that put each dimension in its band."""
    wanted = {"laag": 1, "midden": 3, "hoog": 5}
    given: dict[str, int] = {}
    for dimension, names in STATEMENTS.items():
        value = wanted[bands[dimension]]
        given |= {name: 6 - value if name in REVERSED else value for name in names}
    return given


def test_every_outcome_is_told_the_same_in_the_browser_in_python_and_in_other_words(
    page: Page, scan: dict[str, Any]
) -> None:
    written = yaml.safe_load((REPOSITORY / "quizzes" / "scan.yml").read_text("utf-8"))
    model = ScanFile.model_validate(strings(written))
    conditions = model.conditions()
    outcomes = list(reachable(model))
    assert len(outcomes) == 3**8 + 5
    scores = [
        {
            "dimensions": [{"mean": 0, "band": BANDS.index(band)} for band in one.bands.values()],
            "same": one.same_answers,
        }
        for one in outcomes
    ]
    script = "([scan, scores]) => scores.map((score) => Leerpad.scan.told(scan, score))"
    in_browser = page.evaluate(script, [scan, scores])
    assert in_browser == [told(model, conditions, one) for one in outcomes]
    ids = [profile["id"] for profile in scan["profiles"]]
    said = [{ids[number] for number in numbers} for numbers in in_browser]
    assert said == [{"even-opnieuw-kijken"} if one.same_answers else oracle(dict(one.bands)) for one in outcomes]


def test_answers_lead_to_their_outcome(page: Page, scan: dict[str, Any]) -> None:
    for bands in (
        dict.fromkeys(STATEMENTS, "laag"),
        dict.fromkeys(STATEMENTS, "hoog"),
        {name: BANDS[number % 3] for number, name in enumerate(STATEMENTS)},
    ):
        result = results(page, scan, [answers_for(bands)])[0]
        assert [BANDS[one["band"]] for one in result["dimensions"]] == list(bands.values())
        assert set(result["told"]) == oracle(bands)


def test_the_same_answer_everywhere_is_said_and_nothing_less_is(page: Page, scan: dict[str, Any]) -> None:
    same = [dict.fromkeys(ALL, value) for value in range(1, 6)]
    whatever_beside = {**same[0], "t1": 5, "p5": 0}
    for result in results(page, scan, [*same, whatever_beside]):
        assert result["told"] == ["even-opnieuw-kijken"]
    almost = [{**same[3], "d3": other} for other in (0, None, 3)]
    assert all("even-opnieuw-kijken" not in result["told"] for result in results(page, scan, almost))


def test_a_changed_decision_stays_heard_where_work_takes_too_much(page: Page, scan: dict[str, Any]) -> None:
    bands = {**dict.fromkeys(STATEMENTS, "midden"), "inbreng": "hoog", "balans": "laag"}
    result = results(page, scan, [answers_for(bands)])[0]
    assert {"inbreng-hoog", "balans-laag"} <= set(result["told"])
    assert result["alerts"] == [0]


def test_scores_are_means_and_too_few_answers_give_none(page: Page, scan: dict[str, Any]) -> None:
    def start(*answers: int | None) -> dict[str, Any]:
        result = results(page, scan, [dict(zip(STATEMENTS["start"], answers, strict=True))])[0]
        one: dict[str, Any] = result["dimensions"][0]
        return one

    assert start(5, 5, 5, 1) == {"mean": 5, "band": 2}  # the fourth is reversed
    assert start(1, 1, 1, 5) == {"mean": 1, "band": 0}
    assert start(2, 3, 2, 3) == {"mean": 2.5, "band": 1}  # 2.5 is the middle
    assert start(3, 4, 4, 3) == {"mean": 3.5, "band": 2}
    assert start(2, 2, 3, 3) == {"mean": 2.5, "band": 1}
    assert start(2, 2, 3, 0) == {"mean": 7 / 3, "band": 0}  # n/a counts as not filled in
    assert start(5, 5, 0, None) == {"mean": None, "band": None}  # fewer than three


def test_a_bound_in_fractions_is_reached_exactly(page: Page, scan: dict[str, Any]) -> None:
    thirds = {**scan, "bands": [{"title": "a", "from": 1}, {"title": "b", "from": 2.2 + 0.1 + 0.1}]}
    assert 2.2 + 0.1 + 0.1 > 2.4
    result = results(page, thirds, [{"f1": 2, "f2": 2, "f3": 3, "f4": 3, "f5": 4}])[0]
    assert result["dimensions"][1] == {"mean": 2.4, "band": 1}


def test_what_is_shown_is_rounded_and_what_is_chosen_is_not(page: Page, scan: dict[str, Any]) -> None:
    close = {**scan, "bands": [{"title": "a", "from": 1}, {"title": "b", "from": 3.28}]}
    result = results(page, close, [{"t2": 3, "t6": 3, "t7": 3, "t9": 2}])[0]
    assert result["dimensions"][0] == {"mean": 3.25, "band": 0}
    assert page.evaluate("[3.25, 3, 2.4499, 5].map((mean) => Leerpad.words.decimal(mean))") == [
        "3,3",
        "3,0",
        "2,4",
        "5,0",
    ]


def test_the_alert_goes_by_the_raw_answer(page: Page, scan: dict[str, Any]) -> None:
    found = results(page, scan, [{"w1": value} for value in (0, 1, 3, 4, 5)] + [{}])
    assert [result["alerts"] for result in found] == [[], [], [], [0], [0], []]


filled = st.fixed_dictionaries({name: st.none() | st.integers(0, 5) for name in ALL})


@given(answers=filled, order=st.permutations(ALL), flip=st.booleans())
@in_browser
def test_scores_are_right_stay_on_the_scale_and_know_no_order(
    page: Page, scan: dict[str, Any], answers: dict[str, int | None], order: list[str], flip: bool
) -> None:
    result = results(page, scan, [answers])[0]
    bands = {}
    for stage, dimension in zip(STATEMENTS, result["dimensions"], strict=True):
        values = [6 - value if name in REVERSED else value for name in STATEMENTS[stage] if (value := answers[name])]
        if len(values) < ENOUGH[stage]:
            assert dimension == {"mean": None, "band": None}
            continue
        mean = Fraction(sum(values), len(values))
        assert 1 <= dimension["mean"] <= 5
        assert dimension["mean"] == pytest.approx(float(mean))
        bands[stage] = BANDS[(mean >= Fraction(5, 2)) + (mean >= Fraction(7, 2))]
        assert BANDS[dimension["band"]] == bands[stage]
    assert (result["told"] is None) == (len(bands) < 8)
    if len(bands) == 8 and not result["same"]:
        assert set(result["told"]) == oracle(bands)
    shuffled = {**scan, "statements": scan["statements"][:: -1 if flip else 1]}
    assert results(page, shuffled, [{name: answers[name] for name in order}]) == [result]


anything = st.none() | st.booleans() | st.integers(-3, 9) | st.floats() | st.sampled_from(["", "4", [], {}, [4]])


@given(answers=st.dictionaries(st.sampled_from([*ALL, "__proto__", "constructor", "x"]), anything, max_size=32))
@in_browser
def test_no_answer_breaks_the_score(page: Page, scan: dict[str, Any], answers: dict[str, Any]) -> None:
    result = results(page, scan, [answers])[0]
    assert all(one["mean"] is None or 1 <= one["mean"] <= 5 for one in result["dimensions"])
