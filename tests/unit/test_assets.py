"""What every reader loads: small, and the same code from a checkout and a wheel."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from leerpad.site.assets import minify
from leerpad.site.assets.minify import ENGINE, minified, minified_once
from leerpad.site.assets.split import client_scripts

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_checkout_and_a_wheel_carry_the_same_client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that lies ready is taken as it is; the wheel has those that the checkout would make."""
    script = ENGINE / "client" / "start.js"
    made = minified(script)
    assert len(made) < len(script.read_text("utf-8"))
    assert "/*" not in made
    monkeypatch.setattr(minify, "READY", tmp_path)  # an absolute folder takes the place of the one in the engine
    assert minified(script) == made
    (tmp_path / "client").mkdir()
    (tmp_path / "client" / "start.js").write_text("ready", "utf-8")
    assert minified(script) == "ready"


def test_a_checkout_minifies_a_file_once_and_anew_when_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept = tmp_path / "client" / "a.css.txt"
    assert minified_once("a { b: c }", ".css", kept) == "a{b:c}"
    kept.write_bytes(kept.read_bytes().replace(b"a{b:c}", b"kept"))
    assert minified_once("a { b: c }", ".css", kept) == "kept"
    assert minified_once("a { b: d }", ".css", kept) == "a{b:d}"
    kept.write_bytes(b"\xff")
    assert minified_once("a { b: d }", ".css", kept) == "a{b:d}"
    assert [file.name for file in kept.parent.iterdir()] == ["a.css.txt"]


def test_nothing_is_kept_where_python_keeps_nothing_or_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert minified_once("a { b: c }", ".css", tmp_path / "a.css.txt") == "a{b:c}"
    assert [*tmp_path.iterdir()] == []

    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "file").touch()
    assert minified_once("a { b: c }", ".css", tmp_path / "file" / "a.css.txt") == "a{b:c}"


def test_no_script_calls_the_one_behind_it() -> None:
    """Without its last semicolon, a file in brackets was a call of what came before it: nothing ran on any page."""
    scripts = [file for file in client_scripts() if file.suffix == ".js"]
    assert [file.name for file in scripts if not minified(file).rstrip().endswith(";")] == []
