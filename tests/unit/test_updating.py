"""`leerpad update`: a course of an earlier version is brought along, and nothing that its author wrote is lost.

The course was begun with the package of commit ee5e263, version 0.1.0: `support/earlier_course.zip`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from support.trees import REPOSITORY, contents, write_tree

from leerpad import commands
from leerpad.authoring import updating
from leerpad.authoring.beginning import VERSION, managed_files
from leerpad.authoring.updating import RECORD, plan_update

EARLIER = REPOSITORY / "tests" / "support" / "earlier_course.zip"
LESSON = "modules/1-when/01-five-moments.md"
MINE = ("README.md", ".gitignore", "tests/test_course.py", LESSON)
MANAGED = cache(managed_files)
"""What this version keeps up to date, made once for all tests: it is the same each time, and most of the work."""

TERMS = "# yaml-language-server: $schema=begrippen.schema.json\r\nterms: []\r\n"

if TYPE_CHECKING:
    from typing import Any


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An author changed three managed files and a lesson, took one away, and has a list under its earlier name."""
    with ZipFile(EARLIER) as packed:
        packed.extractall(tmp_path)
    for name in MINE:
        file = tmp_path / name
        file.write_bytes(file.read_bytes() + b"\nMine: \xc3\xa9\xc3\xa9n.\r\n")
    (tmp_path / ".vscode" / "extensions.json").unlink()
    write_tree(tmp_path, {"docs/begrippen.yml": TERMS, "README.new.md": "Mine too.\n"})
    monkeypatch.setattr(updating, "managed_files", MANAGED)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_an_author_changed_is_all_there_after_an_update(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(course)
    assert commands.main(["update"]) == 0
    told, after = capsys.readouterr().out, contents(course)
    assert {name: after[name] for name in MINE} == {name: before[name] for name in MINE}
    assert after["README.new.md"] == b"Mine too.\n"
    for name, new in (
        ("README.md", "README.new-2.md"), (".gitignore", ".gitignore.new"), ("tests/test_course.py", "tests/test_course.new.py"),
    ):  # fmt: skip
        assert f"{name}: stays as you made it; the new one lies beside it, in {new}\n" in told
    assert b"*.leerpad-part" in after[".gitignore.new"]
    assert "requirements.txt: replaced by the new one; you hadn’t changed it\n" in told
    assert f"leerpad=={VERSION}\n" in after["requirements.txt"].decode()
    assert ".vscode/extensions.json: you took it away, so it stays away\n" in told
    assert ".vscode/extensions.json" not in after
    assert "docs/begrippen.yml:1  is called docs/glossary.yml from now on\n" in told
    assert after["docs/glossary.yml"].decode() == TERMS.replace("begrippen", "glossary")
    assert before.keys() - after.keys() == {"docs/begrippen.yml"}
    ours = {RECORD, "requirements.txt", *(name for name in before if name.endswith(".schema.json"))}
    assert {name for name in before.keys() & after.keys() if before[name] != after[name]} <= ours
    assert told.endswith(f"Done: from version 0.1.0 to {VERSION}.\n")


def test_what_was_offered_once_is_not_offered_again(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands.main(["update"])
    (course / "README.new-2.md").unlink()
    before = contents(course)
    capsys.readouterr()
    assert commands.main(["update"]) == 0
    assert capsys.readouterr().out == f"Nothing to do: this course suits version {VERSION}.\n"
    assert contents(course) == before


def test_a_dry_run_tells_all_and_does_nothing(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(course)
    assert commands.main(["update", "--dry-run"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert contents(course) == before
    assert commands.main(["update"]) == 0
    assert capsys.readouterr().out.splitlines()[:-1] == told[:-1]


def test_an_update_that_breaks_off_loses_nothing_and_can_be_done_again(
    course: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it stops: each file is as it was or as it will be, and the next update ends in the same course."""
    before, plan = contents(course), plan_update(course)
    assert commands.main(["update"]) == 0
    whole = contents(course)
    steps = len(plan.files)
    replace, write = Path.replace, Path.write_bytes
    for method, stop in [(name, step) for name in ("write_bytes", "replace") for step in range(steps)]:
        folder = write_tree(tmp_path_factory.mktemp("broken"), {**before})
        monkeypatch.chdir(folder)
        done: list[Path] = []

        def breaking(file: Path, thing: Any, method: str = method, stop: int = stop, done: list[Path] = done) -> Any:
            if len(done) == stop:
                raise OSError(28, "No space left on device", str(file))
            done.append(file)
            return (write if method == "write_bytes" else replace)(file, thing)

        with monkeypatch.context() as broken:
            broken.setattr(Path, method, breaking)
            assert commands.main(["update"]) == 1
        half = contents(folder)
        assert [name for name, content in half.items() if content not in (before.get(name), whole.get(name))] == []
        assert {name: half[name] for name in MINE} == {name: before[name] for name in MINE}
        assert half.keys() & {"docs/begrippen.yml", "docs/glossary.yml"}
        commands.main(["update"])
        assert contents(folder) == whole


def test_line_ends_that_git_made_are_no_change_of_an_author(course: Path) -> None:
    file = course / "requirements.txt"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert "requirements.txt" in plan_update(course).replaced


@pytest.mark.parametrize("record", [None, "{", "[]", '{"version": "0.1.0"}', json.dumps({"version": 1, "files": []})])
def test_without_its_record_nothing_is_touched(
    record: str | None, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (course / RECORD).unlink()
    if record is not None:
        (course / RECORD).write_text(record, "utf-8")
    before = contents(course)
    assert commands.main(["update"]) == 1
    assert "nothing was changed: the file .leerpad.json" in capsys.readouterr().err
    assert contents(course) == before


def test_two_lists_that_differ_are_left_to_the_author(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_tree(course, {"docs/glossary.yml": "terms: []\n# another\n"})
    commands.main(["update"])
    assert "docs/begrippen.yml" not in capsys.readouterr().out
    assert (course / "docs" / "begrippen.yml").is_file()
