"""Files that are no files, or that can't be read: each is told under its own name, or where it is named."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from support.faults import checked
from support.mutant_courses import FILES
from support.trees import write_tree

LISTS = ("docs/begrippen.md", "docs/bronnen.md")
"""Pages that show a list: a course may do without them."""


WAYS = {"gone": "", "folder": "folder_for_file", "dangling link": "unreadable_file", "pipe": "unreadable_file"}
PLACES = [(path, way) for path in FILES for way in WAYS if not path.endswith(".svg")]


@pytest.mark.parametrize(("path", "way"), PLACES, ids=[f"{path}-{way}" for path, way in PLACES])
def test_a_file_that_is_no_file_is_told(path: str, way: str, tmp_path: Path) -> None:
    """Under its own name; or, if nothing is there any more, where it is named."""
    file = write_tree(tmp_path, {**FILES}) / path
    file.unlink()
    if way == "folder":
        file.mkdir()
    elif way == "dangling link":
        file.symlink_to(tmp_path / "nergens")
    elif way == "pipe":
        os.mkfifo(file)
    found = checked(tmp_path)[1].faults
    if way != "gone":
        code = "no_level_file" if path.endswith("level.yml") and way == "dangling link" else WAYS[way]
        assert [(one.path, one.position.line, one.code) for one in found] == [(path, 1, code)]
    elif path in LISTS:
        assert found == []
    elif path != "docs/index.md":
        name = Path(path).stem.split("-")[-1]
        assert found
        assert all(any(name in said for said in (one.path, *dict(one.params).values())) for one in found)


INSTEAD = {"modules": ["no_levels"], "modules/1-basis": ["no_levels", "not_a_level"], "quizzes": ["file_for_folder"]}


@pytest.mark.parametrize("folder", INSTEAD)
def test_a_file_in_the_place_of_a_folder_is_told_once(folder: str, tmp_path: Path) -> None:
    shutil.rmtree(write_tree(tmp_path, {**FILES}) / folder)
    write_tree(tmp_path, {folder: "tekst"})
    assert sorted(one.code for one in checked(tmp_path)[1].faults) == INSTEAD[folder]


UNREADABLE = {
    "UTF-16": "id: toets\ntitle: T\n".encode("utf-16"),
    "empty": b"",
    "a list": b"- id: toets\n",
    "no id": b"title: T\n",
    "bad id": b"id: De Toets\ntitle: T\n",
    "bad YAML": b"id: toets\ntitle: 'T\n",
}


@pytest.mark.parametrize("written", UNREADABLE.values(), ids=UNREADABLE)
def test_a_slip_in_the_name_of_a_quiz_that_can_t_be_read_gets_no_other_name_to_use(
    written: bytes, tmp_path: Path
) -> None:
    level = FILES["modules/1-basis/level.yml"].replace("quiz: toets", "quiz: toest")
    others = {
        f"quizzes/toets-{name}.yml": FILES["quizzes/oefening.yml"].replace("id: o", f"id: toets-{name}-")
        for name in "ab"
    }
    write_tree(tmp_path, {**FILES, **others, "modules/1-basis/level.yml": level, "quizzes/1-basis/toets.yml": written})
    meant = {
        dict(found.params).get("suggestion", "")
        for found in checked(tmp_path)[1].faults
        if found.code.startswith("missing_quiz")
    }
    assert meant <= {"toets"}
