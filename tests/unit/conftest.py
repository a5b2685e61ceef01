"""What several files of these tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.trees import course, write_tree

import cli

if TYPE_CHECKING:
    from pathlib import Path

    from support.starters import Command


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs `new …` in a small course."""
    write_tree(tmp_path, {**course()})
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(["new", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run
