"""Templates are kept compiled, and never longer than they hold."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from jinja2 import DictLoader, Environment

from leerpad.site.render.compiled import CompiledTemplates

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def said(text: str, folder: Path) -> str:
    """What a build writes that finds this template."""
    environment = Environment(loader=DictLoader({"a.html": text}), bytecode_cache=CompiledTemplates(folder))
    return environment.get_template("a.html").render()


def test_a_template_is_compiled_once_for_all_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert said("{{ 1 + 1 }}", tmp_path / "kept") == "2"
    assert len([*(tmp_path / "kept").iterdir()]) == 1
    monkeypatch.delattr(Environment, "compile")
    assert said("{{ 1 + 1 }}", tmp_path / "kept") == "2"


def test_a_template_that_changed_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert said("{{ 1 + 1 }}", tmp_path) == "2"
    assert said("{{ 1 + 2 }}", tmp_path) == "3"
    assert said("{{ 1 + 1 }}", tmp_path) == "2"


def test_where_nothing_may_be_written_templates_work_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "file").write_text("", "utf-8")
    assert said("{{ 1 + 1 }}", tmp_path / "file" / "kept") == "2"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert said("{{ 1 + 1 }}", tmp_path / "kept") == "2"
    assert not (tmp_path / "kept").exists()
