"""Which version a course is: known where git knows it, and said to be unknown everywhere else."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from support.trees import course, write_tree

from leerpad import commands
from leerpad.site.plan.version import Version, read_version

if TYPE_CHECKING:
    from pathlib import Path

IDENTITY = ("-c", "user.name=Iemand", "-c", "user.email=iemand@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *IDENTITY, *words], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    """A course in a folder with spaces and accents, with two commits."""
    folder = write_tree(tmp_path / "één map", {**course()})
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Begin")
    git(folder, "commit", "-qm", "Verder", "--allow-empty")
    return folder


def test_a_shallow_clone_knows_its_version(committed: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", committed.as_uri(), "ondiep")
    assert read_version(tmp_path / "ondiep") == read_version(committed)
    assert read_version(committed).commit == git(committed, "rev-parse", "HEAD")


def test_a_copy_in_another_repository_does_not_take_its_version(committed: Path) -> None:
    """A course from a zip, unpacked among other work, was given the commit of that work."""
    assert read_version(write_tree(committed / "uitgepakt", {**course()})) == Version()


def test_without_git_the_version_is_unknown(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_version(committed) == Version()


@pytest.mark.parametrize(
    "words",
    [
        ["build"], ["serve"], ["publish"], ["schema"], ["guess"], ["pace"], ["update"], ["move", "les", "1"],
        ["new", "lesson", "basis", "Titel"], ["export", "gift"], ["import", "x.xml", "--into", "basis"],
    ],
    ids=lambda words: words[0],
)  # fmt: skip
def test_every_command_says_in_words_that_there_is_no_course_here(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Some ended in lines of code, others said that all was well."""
    monkeypatch.chdir(tmp_path)
    assert commands.main(words) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "mkdocs.yml" in said.err
    assert [*tmp_path.iterdir()] == []
