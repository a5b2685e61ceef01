"""A file that was copied: its author is led to the copy, never to the original, and is told all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.faults import TEST, faults_of
from support.trees import course, lesson, question, quiz, write_tree

from leerpad.course.load.copies import age
from leerpad.course.load.course import Roots, load_course
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "quizzes/0-een"
QUIZ = quiz("los", question("los-1"), question("los-2"), keys="")


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        (TEST, f"{FOLDER}/toets - kopie.yml"),
        (TEST, f"{FOLDER}/Kopie van toets.yml"),
        (TEST, f"{FOLDER}/toets - Copy.yml"),
        (TEST, f"{FOLDER}/toets kopie 2.yml"),
        (TEST, f"{FOLDER}/toets(1).yml"),
        (TEST, f"{FOLDER}/toets (2).yml"),
        (TEST, f"{FOLDER}/toets-2.yml"),
        (TEST, f"{FOLDER}/toets_nieuw.yml"),
        (TEST, "quizzes/10-nieuw/toets.yml"),
        ("quizzes/2-x/oefening.yml", "quizzes/10-y/oefening.yml"),
        ("quizzes/9-z/los.yml", "quizzes/1-a/anders.yml"),
    ],
)
def test_a_copy_of_a_quiz_is_blamed_and_each_of_its_ids_told(original: str, copy: str, tmp_path: Path) -> None:
    text = course()[TEST] if original == TEST else QUIZ
    count = text.count("- id:")
    found = [line for line in faults_of(tmp_path, {**course(), original: text, copy: text}) if "advies" not in line]
    assert len(found) == 1 + count
    assert all(line.startswith(f"{copy}:") for line in found)
    assert f"is een kopie van {original}:1, en de ids zijn nog dezelfde" in found[0]


def test_a_quiz_of_one_id_is_no_copy(tmp_path: Path) -> None:
    other = quiz("toets-een", question("iets-anders"))
    write_tree(tmp_path, {**course(), f"{FOLDER}/zomaar.yml": other})
    report = Report()
    load_course(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), report)
    assert [found.code for found in report.faults] == ["duplicate_id"]
    write_tree(tmp_path, {f"{FOLDER}/zomaar.yml": course()[TEST]})
    load_course(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), report := Report())
    assert [found.code for found in report.faults] == ["copied_file", *["duplicate_id"] * 5]


def test_a_copy_with_ids_of_its_own_is_no_fault(tmp_path: Path) -> None:
    text = course()[TEST].replace("id: toets-een", "id: toets-een-2").replace("id: een-", "id: nieuw-")
    found = faults_of(tmp_path, {**course(), f"{FOLDER}/toets - kopie.yml": text})
    assert [line for line in found if "advies" not in line] == []


def test_a_copy_with_only_a_new_id_for_the_quiz_is_still_the_one_to_change(tmp_path: Path) -> None:
    text = course()[TEST].replace("id: toets-een", "id: toets-een-2")
    copy = f"{FOLDER}/toets - kopie.yml"
    found = [line for line in faults_of(tmp_path, {**course(), copy: text}) if "advies" not in line]
    assert len(found) == 5
    assert all(line.startswith(f"{copy}:") and "bestaat al" in line for line in found)


def test_a_copy_of_a_lesson_keeps_the_number_and_is_blamed(tmp_path: Path) -> None:
    copy = "modules/0-een/01-een-a - kopie.md"
    found = faults_of(tmp_path, {**course(), copy: lesson("Les een A", id="kopie-van-a")})
    assert [line for line in found if "nummer" in line] == [
        f"{copy}:1:1  nummer 1 heeft ook modules/0-een/01-een-a.md; geef elk een eigen nummer"
    ]


def test_a_copy_of_a_level_is_blamed(tmp_path: Path) -> None:
    files = course()
    copies = {
        name.replace("0-een", "0-een - kopie"): text for name, text in files.items() if name.startswith("modules/0-een")
    }
    found = [line for line in faults_of(tmp_path, {**files, **copies}) if "advies" not in line]
    assert found
    assert all(line.startswith("modules/0-een - kopie") for line in found)


def test_levels_are_older_by_their_number_not_by_their_letters() -> None:
    assert age("quizzes/2-b/toets.yml") < age("quizzes/10-a/toets.yml")
