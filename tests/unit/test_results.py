"""What questions did, from result files: the sums, and the files of strangers."""

from __future__ import annotations

import json
import random
import statistics
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.result_files import a_file, answer

from leerpad.results import tables
from leerpad.results.files import UnreadableFileError, parse, schema
from leerpad.results.rows import QuestionRow
from leerpad.results.statistics import Analysis, Correlation


def reason(document: Any) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        parse(document if isinstance(document, bytes) else json.dumps(document).encode())
    return refused.value.key


PAIRS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=2, max_size=50)


@given(PAIRS)
def test_the_relation_is_that_of_the_standard_library(pairs: list[tuple[float, float]]) -> None:
    seen = Correlation()
    for x, y in pairs:
        seen.add(x, y)
    xs, ys = zip(*pairs, strict=True)
    if seen.r is not None:
        assert seen.r == pytest.approx(statistics.correlation(xs, ys), abs=1e-6)
    elif len(set(xs)) > 1 and len(set(ys)) > 1:
        assert statistics.pstdev(xs) * statistics.pstdev(ys) < 1e-9  # they differ by less than rounding does


def test_figures_are_those_of_an_independent_computation() -> None:
    """A thousand learners of known ability, twelve questions of known difficulty."""
    chance = random.Random(7)
    analysis, table = Analysis(), list[list[float]]()
    for _ in range(1000):
        ability = chance.gauss(0, 1)
        row = [float(chance.random() < 1 / (1 + 2.718281828 ** (number / 3 - 2 - ability))) for number in range(12)]
        table.append(row)
        answers = [answer(f"v{number}", "r", points, seconds=number) for number, points in enumerate(row)]
        analysis.add_file(parse(json.dumps(a_file(answers)).encode()))  # type: ignore[arg-type]
    for number in range(12):
        sums = analysis.sums[("toets-een", f"v{number}", "r")]
        own = [row[number] for row in table]
        others = [sum(row) - row[number] for row in table]
        assert sums.n == 1000
        assert sums.difficulty == pytest.approx(statistics.fmean(own), abs=1e-9)
        assert sums.rest.r == pytest.approx(statistics.correlation(own, others), abs=1e-9)
        assert sums.seconds == pytest.approx(number, abs=1e-9)


def test_only_the_first_whole_attempt_of_a_learner_counts() -> None:
    document = a_file([answer("kies", "r", 0)], [answer("kies", "r", 1)])
    document["quizzes"][0]["attempts"].insert(0, {"practice": True, "seconds": 1, "answers": [answer("kies", "r", 1)]})
    analysis = Analysis()
    analysis.add_file(parse(json.dumps(document).encode()))  # type: ignore[arg-type]
    assert (analysis.attempts, analysis.sums[("toets-een", "kies", "r")].difficulty) == (1, 0)


@pytest.mark.parametrize(
    ("document", "why"),
    [
        (b"\x00\xff", "no_json"),
        (b"[" * 100_000, "no_json"),
        (b"", "no_json"),
        (b'{"a": NaN', "no_json"),
        ([], "other_file"),
        ("text", "other_file"),
        (7, "other_file"),
        ({}, "other_file"),
        ({"course": "proefpad", "lessons": {}}, "other_file"),
        (a_file(version=2), "newer"),
        (a_file(version=0), "bad_part"),
        (a_file(format="xapi"), "other_file"),
        (a_file(kind="notes"), "bad_part"),
        (a_file(notes="Wat ik echt vind"), "bad_part"),
        (a_file(made="gisteren"), "bad_part"),
        (a_file([answer("kies", "r", 2)]), "bad_part"),
        (a_file([answer("kies", "r", -1)]), "bad_part"),
        (a_file([answer("k" * 121, "r", 1)]), "bad_part"),
        (a_file([answer("kies", "r", 1)] * 501), "bad_part"),
        (a_file([{**answer("kies", "r", 1), "max": 0}]), "bad_part"),
        (a_file([answer("kies", "r", 1, "Wat ik typte")]), "bad_part"),
        (a_file([{**answer("kies", "r", 1), "points": "1e400"}]), "bad_part"),
    ],
)
def test_a_file_that_is_none_says_why(document: Any, why: str) -> None:
    assert reason(document) == why


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.sampled_from(["format", "kind", "quizzes", "version", "x"]), inner, max_size=5)
        ),
        max_leaves=12,
    )
)
def test_whatever_is_in_a_file_it_is_read_or_refused(document: Any) -> None:
    reason(document)


def test_the_schema_takes_what_we_read() -> None:
    for document in (
        a_file([answer("kies", "r", 1, ["f487b287"])]),
        a_file(
            kind="scan",
            scan="scan",
            serial="0123456789abcdef",
            dimensions=[{"dimension": "a", "percent": 50}, {"dimension": "b", "percent": None}],
        ),
        a_file(kind="statement", name="Jo", levels=[{"level": "een", "title": "Een", "passed": "2026-11-30"}]),
    ):
        if document["kind"] != "answers":
            del document["quizzes"]
        jsonschema.validate(document, schema())
        parse(json.dumps(document).encode())


def test_no_row_tells_of_one_person() -> None:
    assert not {"name", "learner", "file", "session"} & set(tables.columns(QuestionRow))
