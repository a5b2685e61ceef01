"""The last good site stays whole, however a build ends. Builds here are a few files, so that each way costs nothing."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.trees import write_tree

from leerpad.deploy import staging
from leerpad.deploy.staging import Staging

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import Event

OLD = {"index.html": "oud", "een/les.html": "oude les"}
NEW = {"index.html": "nieuw", "een/andere.html": "nieuwe les"}


def content(folder: Path) -> dict[str, str]:
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*") if file.is_file()}


def beside(site: Path) -> list[str]:
    """What stands in the folder of the site, beside it."""
    return sorted(entry.name for entry in site.parent.iterdir() if entry != site)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A good site."""
    return write_tree(tmp_path / "site", {**OLD})


def build(site: Path) -> Staging:
    """A new site, ready to take the place of the old one."""
    new = Staging(site)
    write_tree(new.folder, {**NEW})
    return new


def test_a_new_site_takes_the_place_of_the_old_one(site: Path) -> None:
    new = build(site)
    assert content(site) == OLD
    new.publish()
    assert content(site) == NEW
    assert beside(site) == []


def test_a_first_site_gets_the_folders_that_it_needs(tmp_path: Path) -> None:
    build(tmp_path / "uit" / "site").publish()
    assert content(tmp_path / "uit" / "site") == NEW


def test_a_build_that_fails_leaves_the_old_site(site: Path) -> None:
    new = build(site)
    new.discard()
    new.discard()
    assert content(site) == OLD
    assert beside(site) == []


def stop(path: Path, target: Path, reason: BaseException, *, when: str) -> Path:
    """What a rename does that is stopped before the old site went, or between the two."""
    if path.name == when:
        raise reason
    os.rename(path, target)  # noqa: PTH104 (Path.rename is what is replaced)
    return target


@pytest.mark.parametrize("when", ["site", "new"])
@pytest.mark.parametrize(
    "reason", [KeyboardInterrupt(), PermissionError(13, "in gebruik"), OSError(28, "vol")], ids=repr
)
def test_a_swap_that_is_broken_off_leaves_the_old_site(
    when: str, reason: BaseException, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = build(site)
    monkeypatch.setattr(staging, "PAUSE", 0)
    monkeypatch.setattr(Path, "rename", lambda path, target: stop(path, target, reason, when=when))
    with pytest.raises(type(reason)):
        new.publish()
    assert content(site) == OLD
    assert beside(site) == []


def test_a_virus_scanner_that_holds_a_folder_for_a_moment_is_waited_for(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, held = build(site), [PermissionError(), PermissionError()]

    def rename(path: Path, target: Path) -> None:
        if held and path.name == "new":
            raise held.pop()
        os.rename(path, target)  # noqa: PTH104

    monkeypatch.setattr(staging, "PAUSE", 0)
    monkeypatch.setattr(Path, "rename", rename)
    new.publish()
    assert content(site) == NEW
    assert beside(site) == []


def begin_and_wait(site: Path, begun: Event, between: bool) -> None:
    """In a process of its own: a build that never ends by itself."""
    new = build(site)
    if between:
        site.rename(new.folder.parent / "old")
    begun.set()
    signal.pause()


@pytest.fixture
def running(site: Path) -> Callable[[bool], multiprocessing.Process]:
    """A build in another process, at work or between its two renames."""

    def start(between: bool) -> multiprocessing.Process:
        context = multiprocessing.get_context("fork")
        begun = context.Event()
        process = context.Process(target=begin_and_wait, args=(site, begun, between), daemon=True)
        process.start()
        assert begun.wait(60)
        return process

    return start


@pytest.mark.parametrize("between", [False, True], ids=["at work", "between two renames"])
def test_the_build_after_one_that_was_killed_finds_the_old_site(
    between: bool, site: Path, running: Callable[[bool], multiprocessing.Process]
) -> None:
    process = running(between)
    process.kill()
    process.join()
    assert len(beside(site)) == 1
    later = Staging(site)
    assert content(site) == OLD
    assert beside(site) == [later.folder.parent.name]
    later.discard()
    assert beside(site) == []


@pytest.mark.parametrize("between", [False, True], ids=["at work", "between two renames"])
def test_two_builds_at_once_leave_each_other_alone(
    between: bool, site: Path, running: Callable[[bool], multiprocessing.Process]
) -> None:
    process = running(between)
    [room] = beside(site)
    try:
        build(site).publish()
        assert content(site) == NEW
        assert beside(site) == [room]
        assert content(site.parent / room / "new") == NEW
    finally:
        process.kill()
        process.join()


def test_of_two_builds_the_last_to_end_stays(site: Path) -> None:
    first, second = build(site), build(site)
    write_tree(first.folder, {"index.html": "eerste"})
    second.publish()
    first.publish()
    assert content(site) == {**NEW, "index.html": "eerste"}
    assert beside(site) == []


def test_another_build_may_end_in_the_middle_of_a_swap(site: Path) -> None:
    new = build(site)
    site.rename(new.folder.parent / "old")
    write_tree(site, {"index.html": "van een ander"})
    new.publish()
    assert content(site) == NEW
    assert beside(site) == []


def test_what_nobody_built_stays_in_the_site(site: Path) -> None:
    write_tree(site, {".git/HEAD": "ref", ".nojekyll": "", ".htaccess": "oud"})
    (site / ".schakel").symlink_to("index.html")
    new = build(site)
    write_tree(new.folder, {".htaccess": "nieuw"})
    new.publish()
    kept = {".git/HEAD": "ref", ".nojekyll": "", ".htaccess": "nieuw", ".schakel": "nieuw"}
    assert content(site) == NEW | kept
    assert (site / ".schakel").is_symlink()


def test_a_site_behind_a_link_keeps_the_link(tmp_path: Path) -> None:
    real = write_tree(tmp_path / "elders" / "www", {**OLD})
    (tmp_path / "site").symlink_to(real)
    build(tmp_path / "site").publish()
    assert (tmp_path / "site").is_symlink()
    assert content(real) == NEW
    assert beside(real) == []


def test_the_rights_of_the_folder_stay(site: Path) -> None:
    site.chmod(0o750)
    build(site).publish()
    assert site.stat().st_mode & 0o777 == 0o750


def test_where_nothing_can_be_written_the_old_site_stays(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise OSError(30, "alleen lezen")

    monkeypatch.setattr(staging.tempfile, "mkdtemp", refuse)
    with pytest.raises(OSError, match="alleen lezen"):
        Staging(site)
    assert content(site) == OLD


def test_a_disk_that_is_full_while_hidden_files_are_copied_leaves_the_old_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_tree(site, {".git/HEAD": "ref"})
    new = build(site)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "vol")

    monkeypatch.setattr(shutil, "copytree", refuse)
    with pytest.raises(OSError, match="vol"):
        new.publish()
    assert content(site) == OLD | {".git/HEAD": "ref"}
    assert beside(site) == []


def test_a_disk_without_locks_loses_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "geen sloten")

    monkeypatch.setattr(staging.fcntl, "flock", refuse)
    first, second = build(site), build(site)
    second.publish()
    assert first.folder.is_dir()
    first.publish()
    assert content(site) == NEW
    assert beside(site) == []
