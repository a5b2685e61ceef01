"""Puts the client into a wheel minified, beside its sources; the builder of wheels calls this."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HOOKS = Path(__file__).parent
sys.path.insert(0, str(HOOKS))

from leerpad.site.assets.minify import ENGINE, READY, minify  # noqa: E402


class MinifyHook(BuildHookInterface[Any]):
    """Minifies each script and stylesheet when a wheel is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Lay the minified files ready in a folder of their own, and name them to the builder."""
        if find_spec("minify") is None:
            raise RuntimeError("a wheel made without the minifier would differ from all others, so none is made")
        self._made = TemporaryDirectory()
        for file in sorted(file for file in ENGINE.rglob("*.*") if file.suffix in (".js", ".css")):
            path = file.relative_to(ENGINE)
            made = Path(self._made.name, path)
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_bytes(minify(file.read_text("utf-8"), file.suffix).encode())
            build_data["force_include"][str(made)] = f"leerpad/{READY}/{path.as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was laid ready."""
        self._made.cleanup()
