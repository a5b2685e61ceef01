"""HTML as the Nu Html Checker of the W3C judges it: the same checker as validator.w3.org, run here."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from support.trees import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = REPOSITORY / "node_modules" / "vnu-jar"


def invalid_html(folder: Path) -> Iterator[str]:
    """Every error in the HTML files of a folder, one line each. Raises SystemExit if there is no Java to run it with."""
    done = _run("--skip-non-html", "--format", "json", "--exit-zero-always", str(folder))
    for message in json.loads(done.stderr)["messages"]:
        if message["type"] != "info":
            place = f"{Path(message['url']).name}:{message.get('lastLine', 1)}"
            yield f"{place}: {message['message']} {' '.join(message.get('extract', '').split())}"


def checker_version() -> str:
    """Which version of the checker this is."""
    return str(json.loads((_PACKAGE / "package.json").read_text("utf-8"))["version"])


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    java = shutil.which("java")
    if java is None:
        raise SystemExit("make audit needs Java 11 or newer, to check the HTML: install default-jre-headless")
    return subprocess.run(
        [java, "-jar", str(_PACKAGE / "build" / "dist" / "vnu.jar"), *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
