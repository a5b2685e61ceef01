"""The command that says how far one reads before there is something to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.splits import LESSON, split_course
from support.trees import lesson, write_tree

import cli

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_each_lesson_is_told_how_far_its_first_task_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    half = lesson("Les een B", "Een twee.\n\n<!-- reflect: doen | Wat? -->\n\nDrie vier.")
    write_tree(tmp_path, {**split_course(), "modules/0-een/02-een-b.md": half})
    monkeypatch.chdir(tmp_path)
    assert cli.main(["pace"]) == 0
    said = capsys.readouterr().out
    assert f"  8%  {LESSON}" in said  # its heading stands above it: one word of thirteen
    assert " 50%  modules/0-een/02-een-b.md" in said
    assert "   –  modules/1-twee/01-twee-a.md" in said
    assert said.endswith("In de middelste les is dat 29% van de tekst.\n")
