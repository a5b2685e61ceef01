"""A lesson that got another address, and doesn't say where it stood: told while git still knows."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from support.faults import LESSON
from support.trees import course, lesson, level, write_tree

from leerpad.course.load.course import Roots, load_course
from leerpad.deploy.forgotten import tell_forgotten_moves
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

NEW = "modules/1-twee/03-een-a.md"


def git(folder: Path, *words: str) -> None:
    who = {f"GIT_{role}_{key}": "a@b" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *words], cwd=folder, env=environment, capture_output=True, check=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_tree(tmp_path, {**course()})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Begin")
    return tmp_path


def told(folder: Path) -> list[tuple[str, str]]:
    report = Report()
    read = load_course(Roots(folder, folder / "docs", folder / "mkdocs.yml"), Report())
    tell_forgotten_moves(read, folder, report)
    return [(found.path, dict(found.params)["address"]) for found in report]


def move(folder: Path, new: str, text: str) -> None:
    (folder / LESSON).unlink()
    write_tree(folder, {new: text})


def test_a_lesson_dragged_to_another_level_is_told_its_old_address(folder: Path) -> None:
    move(folder, NEW, course()[LESSON])
    assert told(folder) == [(NEW, "een/een-a")]


def test_a_lesson_with_another_name_is_known_by_its_title(folder: Path) -> None:
    move(folder, "modules/0-een/01-nieuw.md", course()[LESSON])
    assert told(folder) == [("modules/0-een/01-nieuw.md", "een/een-a")]


def test_a_lesson_with_another_id_is_told(folder: Path) -> None:
    write_tree(folder, {LESSON: lesson("Les een A", id="anders")})
    assert told(folder) == [(LESSON, "een/een-a")]


def test_a_card_with_another_name_is_told(folder: Path) -> None:
    card, renamed = "modules/0-een/kaart.md", "modules/0-een/onze-kaart.md"
    write_tree(folder, {card: lesson("Kaart", kind="card")})
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Add a card")
    (folder / card).rename(folder / renamed)
    assert told(folder) == [(renamed, "een/kaart")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (NEW, lesson("Les een A", moved_from="[een/een-a]")),
        ("modules/0-een/07-een-a.md", course()[LESSON]),
        ("modules/0-een/07-heel-iets-anders.md", lesson("Nieuw")),
        ("modules/0-een/_01-een-a.md", course()[LESSON]),
    ],
    ids=["told where it stood", "another number", "another lesson", "a draft"],
)
def test_what_keeps_its_address_or_is_gone_is_not_told(path: str, text: str, folder: Path) -> None:
    move(folder, path, text)
    assert told(folder) == []


def test_a_level_that_names_its_old_id_speaks_for_its_lessons(folder: Path) -> None:
    write_tree(folder, {"modules/0-een/level.yml": level("nul", "Eerste") + "moved_from: [een]\n"})
    write_tree(folder, {LESSON: lesson("Les een A", "Iets anders.")})
    assert told(folder) == []


def test_without_git_nothing_is_told(tmp_path: Path) -> None:
    write_tree(tmp_path, {**course()})
    assert told(tmp_path) == []
