"""What every reader loads: small, and the same code from a checkout and a wheel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.site.assets import minify
from leerpad.site.assets.minify import ENGINE, minified
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


def test_no_script_calls_the_one_behind_it() -> None:
    """Without its last semicolon, a file in brackets was a call of what came before it: nothing ran on any page."""
    scripts = [file for file in client_scripts() if file.suffix == ".js"]
    assert [file.name for file in scripts if not minified(file).rstrip().endswith(";")] == []
