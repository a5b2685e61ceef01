"""Builds with other site generators, and what two sites differ in."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from support.pages import page_facts

if TYPE_CHECKING:
    from pathlib import Path


def build_with(host: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Type `python -m leerpad build --host …` in the folder of a course."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "leerpad", "build", "--host", host]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def differences(ours: Path, theirs: Path) -> list[str]:
    """Every fact of every page that isn't the same in two sites."""
    return [
        f"{name}: {kind}: {one} / {other}"
        for name in (file.relative_to(ours).as_posix() for file in sorted(ours.rglob("*.html")))
        for kind, one, other in zip(
            page_facts(ours / name)._fields, page_facts(ours / name), page_facts(theirs / name), strict=True
        )
        if one != other
    ]
