"""The package as people get it: a wheel, installed beside what this environment has already. No network is asked."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from support.trees import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


def make_wheel(folder: Path) -> Path:
    """Build the wheel of this commit into a folder."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=REPOSITORY, env=_steady(), check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> dict[str, str]:
    """Install it into a folder; gives the environment in which `python -m leerpad` and MkDocs find it there."""
    words = ["install", "-q", "--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", *words, "--target", str(folder), str(wheel)]
    subprocess.run(command, env=_steady(), check=True, capture_output=True)
    return {**_steady(), "PYTHONPATH": str(folder)}


def pip(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Type `pip …` in a folder, where the engine isn't installed yet."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *words]
    return subprocess.run(
        command, cwd=folder, env=_steady(), capture_output=True, text=True, encoding="utf-8", check=False
    )


def run(folder: Path, environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Type `leerpad …` in a folder."""
    command = [sys.executable, "-m", "leerpad", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def _steady() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_"))}
    return {**kept, "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "315532800"}
