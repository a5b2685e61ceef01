"""The command that reads files with answers: what it tells, which tables it writes, and what becomes advice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import duckdb
import pytest
from support.result_files import a_file, answer
from support.trees import course, write_tree

from leerpad import commands
from leerpad.course.load.course import load_course
from leerpad.course.load.reader import Roots
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
    assert "ander.json: van een ander leerpad" in errors
    assert "lees.txt" not in errors
    assert "kies: Wat **telt**?\n  n = 40   goed: 50%   samenhang: " in out
    assert "      50% *  Dit\n      50%    =DAT()\n       0%    Niets" in out
    assert "tel (eerdere vorm eerder): Hoeveel?" in out
    assert "weg (niet meer in het leerpad, r)" in out
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
