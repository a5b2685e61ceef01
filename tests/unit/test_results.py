"""What questions did, from result files: the sums, the files of strangers, and the tables."""

from __future__ import annotations

import json
import random
import statistics
from typing import TYPE_CHECKING, Any

import duckdb
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.trees import course, write_tree

from leerpad import commands
from leerpad.course.load.course import load_course
from leerpad.course.load.reader import Roots
from leerpad.results import tables
from leerpad.results.files import UnreadableFileError, parse, schema
from leerpad.results.rows import QuestionRow
from leerpad.results.statistics import Analysis, Correlation
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

QUIZ = """\
id: toets-een
title: Toets
mode: test
questions:
  - id: kies
    type: single_choice
    prompt: Wat **telt**?
    choices:
      - text: Dit
        correct: true
      - text: =DAT()
      - text: Niets
  - id: waar
    type: true_false
    prompt: Is dit waar?
    correct: true
  - id: tel
    type: numeric
    prompt: Hoeveel?
    answer: 3
"""


ABOUT_ANSWERS = {
    "answered-by-all",
    "answered-by-few",
    "says-nothing-of-the-rest",
    "choice-nobody-takes",
    "unreadable-results",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_tree(tmp_path, {**course(), "quizzes/0-een/toets.yml": QUIZ})
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def revisions(project: Path) -> dict[str, str]:
    whole = load_course(Roots(project, project / "docs", project / "mkdocs.yml"), Report())
    return {question.id: question.revision() for question in whole.quizzes["toets-een"].model.questions}


def answer(question: str, revision: str, points: float, value: Any = None, seconds: int | None = 5) -> dict[str, Any]:
    return {"question": question, "revision": revision, "value": value, "points": points, "max": 1, "seconds": seconds}


def a_file(*attempts: list[dict[str, Any]], **other: Any) -> dict[str, Any]:
    told = [{"practice": False, "seconds": 60, "answers": answers} for answers in attempts]
    about = {"id": "proefpad", "title": "Proefpad", "edition": "1"}
    file = {"format": "leerpad-result", "version": 1, "kind": "answers", "course": about, "made": "2026-11-30"}
    return {**file, "quizzes": [{"quiz": "toets-een", "attempts": told}], **other}


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


@pytest.fixture
def given_files(project: Path, revisions: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty learners; the clever half knows both, the other half takes the second choice. And what doesn't belong there."""
    folder = tmp_path_factory.mktemp("given")
    dit, dat = _keys(project)
    for number in range(40):
        good = number < 20
        answers = [
            answer("kies", revisions["kies"], float(good), dit if good else dat),
            answer("waar", revisions["waar"], float(good), good),
            answer("tel", "eerder", 1.0 if number % 4 else 0.0),
            answer("weg", "r", 1.0),
        ]
        (folder / f"{number:02}.json").write_text(json.dumps(a_file(answers)), "utf-8")
    (folder / "diep").mkdir()
    (folder / "diep" / "kapot.json").write_text("{", "utf-8")
    (folder / "ander.json").write_text(json.dumps(a_file(course={"id": "x", "title": "", "edition": ""})), "utf-8")
    (folder / "lees.txt").write_text("Geen resultaat", "utf-8")
    return folder


def _keys(project: Path) -> tuple[str, str]:
    from leerpad.questions.base import text_key

    return text_key("Dit"), text_key("=DAT()")


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: object) -> tuple[int, str, str]:
        status = commands.main(["results", *map(str, arguments)])
        return (status, *capsys.readouterr())

    return run


def test_a_folder_is_told_and_what_does_not_belong_is_named(
    run: Callable[..., tuple[int, str, str]], given_files: Path
) -> None:
    status, out, errors = run(given_files)
    assert status == 0
    assert "Gelezen: 40 deelnemers, 40 eerste pogingen." in errors
    assert "kapot.json: geen JSON" in errors
    assert "ander.json: van een andere cursus" in errors
    assert "lees.txt" not in errors
    assert "kies: Wat **telt**?\n  n = 40   goed: 50%   samenhang: " in out
    assert "      50% *  Dit\n      50%    =DAT()\n       0%    Niets" in out
    assert "tel (eerdere vorm eerder): Hoeveel?" in out
    assert "weg (niet meer in de cursus, r)" in out
    assert "Minder dan dertig" not in out


def test_a_few_answers_get_a_word_of_caution(run: Callable[..., tuple[int, str, str]], given_files: Path) -> None:
    _, out, _ = run(given_files / "00.json")
    assert out.count("Minder dan dertig antwoorden") == 4
    assert "samenhang: –" in out


def test_without_an_answer_it_says_where_files_come_from(
    run: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    status, out, errors = run(tmp_path / "niets")
    assert (status, out) == (1, "")
    assert "niets: niet te lezen" in errors
    assert "Mijn voortgang" in errors


def test_json_csv_and_parquet_say_the_same(
    run: Callable[..., tuple[int, str, str]], given_files: Path, tmp_path: Path
) -> None:
    rows = json.loads(run(given_files, "--format", "json")[1])
    assert [row["question"] for row in rows["questions"]] == ["kies", "waar", "tel", "weg"]
    assert rows["questions"][0]["difficulty"] == pytest.approx(0.5)
    out = tmp_path / "uit"
    for form in ("csv", "parquet"):
        assert run(given_files, "--format", form, "--out", out)[0] == 0
    text = (out / "choices.csv").read_bytes().decode("utf-8-sig")
    assert "'=DAT()" in text  # nothing that a spreadsheet would calculate
    read = duckdb.sql(
        f"SELECT question, n, difficulty, discrimination, seconds FROM '{out}/questions.parquet'"
    ).fetchall()
    assert read == [
        tuple(row[key] for key in ("question", "n", "difficulty", "discrimination", "seconds"))
        for row in rows["questions"]
    ]
    assert duckdb.sql(f"SELECT sum(n) FROM '{out}/choices.parquet' WHERE \"right\"").fetchall() == [(40,)]


def test_statements_of_a_record_store_give_the_same_sums(
    run: Callable[..., tuple[int, str, str]], project: Path, tmp_path: Path
) -> None:
    dit, dat = _keys(project)

    def statement(
        session: int, question: str, points: int, response: str, moment: str = "2026-11-30T09:00:00Z"
    ) -> dict[str, Any]:
        return {
            "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"},
            "object": {"id": f"https://voorbeeld.nl/pad/toets-een/{question}"},
            "result": {"response": response, "score": {"raw": points, "max": 1, "scaled": points}},
            "context": {"registration": str(session)},
            "timestamp": moment,
        }

    lines = [
        "{",
        "",
        json.dumps({"verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}}),
        json.dumps([1, None, "x"]),
    ]
    for session in range(40):
        good = session < 20
        lines.append(json.dumps(statement(session, "kies", 1, f"k{dit}", "2026-11-30T10:00:00Z")))  # another try, later
        lines.append(
            json.dumps(
                [
                    statement(session, "kies", int(good), f"k{dit if good else dat}"),
                    statement(session, "waar", int(good), str(good).lower()),
                ]
            )
        )
    file = tmp_path / "uitvoer.jsonl"
    file.write_text("\n".join(lines), "utf-8")
    status, out, errors = run("--xapi", file)
    assert status == 0
    assert f"{file}:1: geen JSON" in errors
    assert "kies: Wat **telt**?\n  n = 40   goed: 50%   samenhang: 1.00   tijd: – s" in out
    assert "      50% *  Dit\n      50%    =DAT()" in out


def test_what_is_kept_becomes_advice_at_each_question(
    run: Callable[..., tuple[int, str, str]], given_files: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def advice() -> set[str]:
        commands.main(["check", "--json"])
        found = json.loads(capsys.readouterr().out)
        told = [one for one in found["advice"] if one["path"].endswith("toets.yml") or "results" in one["path"]]
        return {f"{one['line']} {one['code']}" for one in told if one["code"] in ABOUT_ANSWERS}

    assert advice() == set()
    run(given_files, "--keep")
    assert advice() == {"5 choice-nobody-takes"}  # half knew each, and who knew one knew the other
    for number in range(40):
        file = given_files / f"{number:02}.json"
        file.write_text(file.read_text("utf-8").replace('"points": 0.0', '"points": 1.0'), "utf-8")
    run(given_files, "--keep")
    assert advice() == {"5 answered-by-all", "5 choice-nobody-takes", "13 answered-by-all"}
    (project / "quizzes" / "results.json").write_text("{", "utf-8")
    assert advice() == {"1 unreadable-results"}


def test_no_row_tells_of_one_person() -> None:
    assert not {"name", "learner", "file", "session"} & set(tables.columns(QuestionRow))
