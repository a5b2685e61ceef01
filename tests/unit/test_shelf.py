"""The shelf of built sites: each is built once, and none is spoilt by whoever uses it."""

from __future__ import annotations

from multiprocessing import get_context
from typing import TYPE_CHECKING

import pytest
from support.shelf import Shelf
from support.trees import write_tree

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"mkdocs.yml": "site_name: A", "docs/index.md": "# A"}


def build(course: Path) -> None:
    """Stands for a build: the site says how often it was made."""
    with (course.parent / "builds").open("a") as builds:
        builds.write(f"{course.name}\n")
    write_tree(course, {"site/index.html": (course / "docs/index.md").read_text(), "site/a/b.css": "b"})


def ask(folder: Path, name: str) -> None:
    """What each process does."""
    Shelf(folder / "shelf").site_of(write_tree(folder / name, {**FILES}), build)


def builds_in(folder: Path) -> list[str]:
    return (folder / "builds").read_text().split()


def test_a_course_is_built_once_and_whoever_asks_gets_a_site_to_change(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    first = shelf.site_of(write_tree(tmp_path / "one", {**FILES}), build)
    (first / "index.html").write_text("spoilt")
    (first / "a/b.css").unlink()
    second = shelf.site_of(write_tree(tmp_path / "two", {**FILES, "site/old.html": "old"}), build)
    assert builds_in(tmp_path) == ["one"]
    assert second == tmp_path / "two/site"
    assert {file.name: file.read_text() for file in second.rglob("*.*")} == {"index.html": "# A", "b.css": "b"}


@pytest.mark.parametrize("other", [{"docs/index.md": "# B"}, {"docs/more.md": ""}, {"docs/index.md": b"# A\r"}])
def test_another_course_is_another_site(other: dict[str, str | bytes], tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "shelf")
    shelf.site_of(write_tree(tmp_path / "one", {**FILES}), build)
    shelf.site_of(write_tree(tmp_path / "two", {**FILES, **other}), build)
    assert builds_in(tmp_path) == ["one", "two"]


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail(course: Path) -> None:
        write_tree(course, {"site/half.html": ""})
        raise OSError

    shelf = Shelf(tmp_path / "shelf")
    course = write_tree(tmp_path / "one", {**FILES})
    with pytest.raises(OSError):  # noqa: PT011
        shelf.site_of(course, fail)
    shelf.site_of(course, build)
    assert builds_in(tmp_path) == ["one"]


def test_processes_that_ask_at_once_build_it_once(tmp_path: Path) -> None:
    processes = get_context("spawn")
    asking = [processes.Process(target=ask, args=(tmp_path, name)) for name in ("one", "two", "three")]
    for process in asking:
        process.start()
    for process in asking:
        process.join()
    assert [process.exitcode for process in asking] == [0, 0, 0]
    assert len(builds_in(tmp_path)) == 1
