"""Who keeps what, and before which day it is read again: inherited, told by `check` on the day, and listed by `due`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from support.faults import checked
from support.scans import SCAN, scan_course
from support.trees import write_tree

from leerpad import commands
from leerpad.commands.check import check
from leerpad.commands.due import tell
from leerpad.course.model.upkeep import all_kept
from leerpad.locales import load_locale

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.course import Course

LEVEL, LESSON, SOURCES = "modules/0-een/level.yml", "modules/0-een/01-een-a.md", "docs/sources.yml"
SOURCE = """\
owner: bibliotheek
review_by: 2031-01-01
sources:
  - {id: een, authors: Aa, title: Over een, kind: study, certainty: full, shows: S., limit: L.}
  - {id: twee, authors: Bb, title: Over twee, kind: law, certainty: full, shows: S., limit: L., owner: jurist, review_by: 2027-06-01}
"""


def files(**changed: str) -> dict[str, str]:
    """The small course with owners and days at every height; `changed` takes the place of what is written there."""
    words = {"course": "2030-01-01", "level": "2029-01-01", "lesson": "2028-01-01", "scan": "2030-06-01", **changed}
    made = {name: str(text) for name, text in scan_course().items()}
    made["mkdocs.yml"] = made["mkdocs.yml"].replace(
        "course_id: proefpad", f"course_id: proefpad\n    owner: redactie\n    review_by: {words['course']}"
    )
    made[LEVEL] = f"{made[LEVEL].rstrip()}\nreview_by: {words['level']}\n"
    made[LESSON] = made[LESSON].replace("---\n", f"---\nowner: Noor\nreview_by: {words['lesson']}\n", 1)
    made["quizzes/scan.yml"] = f"{SCAN}review_by: {words['scan']}\n"
    return made | {SOURCES: SOURCE, "docs/bronnen.md": "# Bronnen\n\n<!-- sources -->\n"}


def read(folder: Path, tree: dict[str, str]) -> tuple[Course, list[str]]:
    course, report = checked(write_tree(folder, {**tree}))
    return course, [load_locale("nl").diagnostic(found) for found in report.faults]


def test_an_owner_and_a_day_are_inherited_each_by_itself(tmp_path: Path) -> None:
    course, faults = read(tmp_path, files())
    assert faults == []
    kept = {one.title: one.upkeep for one in all_kept(course)}
    assert kept["Les een A"] == ("Noor", date(2028, 1, 1))
    assert kept["Les een B"] == ("redactie", date(2029, 1, 1))  # the day of its level, the owner of the course
    assert kept["Tweede"] == ("redactie", date(2030, 1, 1))
    assert kept["Proefscan"] == ("redactie", date(2030, 6, 1))
    assert kept["Over een"] == ("bibliotheek", date(2031, 1, 1))  # of all sources
    assert kept["Over twee"] == ("jurist", date(2027, 6, 1))


@pytest.mark.parametrize(
    ("where", "path", "wrong"),
    [("course", "mkdocs.yml", "1-1-2030"), ("level", LEVEL, "2029-02-30"), ("lesson", LESSON, "volgend jaar"), ("scan", "quizzes/scan.yml", "20300601")],
)  # fmt: skip
def test_what_is_no_day_is_a_fault_with_its_place(tmp_path: Path, where: str, path: str, wrong: str) -> None:
    tree = files(**{where: wrong})
    line = next(n for n, text in enumerate(tree[path].split("\n"), 1) if wrong in text)
    column = tree[path].split("\n")[line - 1].index(wrong) + 1
    message = f"“{wrong}” is geen dag; schrijf bij “review_by” jaar, maand en dag, zoals 2027-12-01"
    assert f"{path}:{line}:{column}  {message}" in read(tmp_path, tree)[1]


def advised(folder: Path, today: date, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert check(folder, today=today) == 0
    return [line.split(":")[0] for line in capsys.readouterr().out.splitlines() if "advies review-due" in line]


def test_check_advises_on_the_day_once_where_it_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_tree(tmp_path, {**files()})
    assert advised(tmp_path, date(2027, 5, 31), capsys) == []
    assert advised(tmp_path, date(2027, 6, 1), capsys) == [SOURCES]  # the day itself
    assert advised(tmp_path, date(2029, 1, 1), capsys) == [SOURCES, LESSON, LEVEL]  # its other lessons say nothing more
    everything = [SOURCES, SOURCES, "mkdocs.yml", LESSON, LEVEL, "quizzes/scan.yml"]
    assert advised(tmp_path, date(2040, 1, 1), capsys) == everything
    place = tmp_path / LEVEL
    place.write_text(
        place.read_text("utf-8").replace("review_by", "# negeer: review-due | in maart\nreview_by"), "utf-8"
    )
    assert LEVEL not in advised(tmp_path, date(2040, 1, 1), capsys)


def test_the_list_names_the_earliest_first_and_says_what_is_due_now(tmp_path: Path) -> None:
    course, _ = read(tmp_path, files())
    said = list(tell(course, load_locale("nl"), date(2027, 7, 1), date(2028, 12, 31)))
    assert said == [
        "1 juni 2027, nu: jurist",
        f"  Over twee ({SOURCES})",
        "",
        "1 januari 2028: Noor",
        f"  Les een A ({LESSON})",
        "",
    ]
    whole = list(tell(course, load_locale("en"), date(2027, 1, 1), None))
    assert [line for line in whole if line and not line.startswith(" ")][-1] == "1 January 2031: bibliotheek"


def test_a_course_without_days_says_so(tmp_path: Path) -> None:
    course, _ = read(tmp_path, {name: str(text) for name, text in scan_course().items()})
    assert next(tell(course, load_locale("nl"), date(2027, 1, 1), None)) == "Er is niets aan de beurt."


def test_the_command_due_asks_for_a_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, {**files()})
    monkeypatch.chdir(tmp_path)
    assert commands.main(["due", "--until", "2027-12-31"]) == 0
    assert f"  Over twee ({SOURCES})" in capsys.readouterr().out
    assert commands.main(["due", "--until", "31-12-2027"]) == 2
    assert "“31-12-2027” is geen dag" in capsys.readouterr().err
