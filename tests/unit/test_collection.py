"""Every test runs: a file of tests that pytest passes by would break unseen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.name_only import SAYS
from support.trees import REPOSITORY, write_tree

if TYPE_CHECKING:
    from pathlib import Path

PATTERN = "test_*.py"
NOT_OURS = {"node_modules", "site", "dist"}


def tracked_files(folder: Path) -> list[str]:
    """The test files that git tracks and that are there; none in a tree without git."""
    command = ["git", "-C", str(folder), "ls-files", "-z", "--", PATTERN, f"**/{PATTERN}"]
    try:
        listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        return []
    return sorted(name for name in listed if name and (folder / name).is_file())


def files_there(folder: Path) -> list[str]:
    """Every test file in a tree, but for what others made and what was built."""
    parts = {file: file.relative_to(folder).parts for file in folder.rglob(PATTERN)}
    return sorted("/".join(way) for way in parts.values() if way[0] not in NOT_OURS and way[0][0] != ".")


def collected_files() -> list[str]:
    """The files that pytest takes for tests if nobody names one, in a pytest of its own with the house's settings."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    plugin = ["-p", "no:cacheprovider", "-p", "support.name_only", "-W", "ignore:Module already imported"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-s", *plugin],
        cwd=REPOSITORY,
        env={**environment, "PYTHONPATH": "tests"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == pytest.ExitCode.NO_TESTS_COLLECTED, done.stdout + done.stderr
    return sorted(line.removeprefix(SAYS) for line in done.stdout.splitlines() if line.startswith(SAYS))


def test_no_test_file_is_passed_by() -> None:
    collected = collected_files()
    there = tracked_files(REPOSITORY) or files_there(REPOSITORY)
    assert there
    assert [name for name in there if name not in collected] == []


def test_in_a_tree_without_git_the_files_count(tmp_path: Path) -> None:
    ours = ["hooks/test_b.py", "tests/build/test_a.py"]
    others = [".venv/lib/test_c.py", "node_modules/x/test_d.py", "tests/other.py"]
    write_tree(tmp_path, dict.fromkeys([*ours, *others], ""))
    assert files_there(tmp_path) == ours
    assert set(tracked_files(REPOSITORY)) <= set(files_there(REPOSITORY))


def unused_helpers(folder: Path) -> list[str]:
    """The modules in a folder `support` that no other file of tests imports, nor names as a file that it runs."""
    texts = {file: file.read_text("utf-8") for file in folder.rglob("*.py")}
    helpers = [file for file in texts if file.parent.name == "support" and file.stem != "__init__"]

    def is_used(helper: Path) -> bool:
        name = re.escape(helper.stem)
        use = re.compile(
            rf"^\s*(?:from|import) (?:course\.)?support\.{name}\b"
            rf"|^\s*from (?:course\.)?support import .*\b{name}\b"
            rf"|[\"']{name}\.py[\"']",
            re.MULTILINE,
        )
        return any(use.search(text) for file, text in texts.items() if file != helper)

    return sorted(helper.relative_to(folder).as_posix() for helper in helpers if not is_used(helper))


def test_every_helper_of_tests_is_used() -> None:
    """One that nobody imports was left behind by tests that went, perhaps unseen."""
    assert unused_helpers(REPOSITORY / "tests") == []


def test_a_helper_that_only_names_itself_is_unused(tmp_path: Path) -> None:
    files = dict.fromkeys(["support/__init__.py", "support/a.py", "support/b.py", "support/c.py", "support/d.py"], "")
    files["support/d.py"] = "from support.d import d\n"
    files["test_x.py"] = "from support import trees, a\nfrom support.bb import e\nrun('c.py')\n"
    write_tree(tmp_path, {**files})
    assert unused_helpers(tmp_path) == ["support/b.py", "support/d.py"]
