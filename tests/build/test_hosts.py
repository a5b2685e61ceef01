"""Other site generators build the same site: page by page, beside the one that MkDocs makes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from support.shelf import SITE
from support.trees import copy_course, course, write_tree

from leerpad import commands
from leerpad.commands import site as site_commands
from leerpad.deploy.servers import WORKER

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
WARNS_LATE = "import logging\ndef on_post_build(config):\n    logging.getLogger('mkdocs').warning('let op')\n"


def build_with(host: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Type `python -m leerpad build --host …` in the folder of a course."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "leerpad", "build", "--host", host]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_properdocs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    """Byte for byte. Only the name of the generator differs, and so the version in the worker, which follows from all."""
    done = build_with("properdocs", copy_course(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "De site is gebouwd, in" in done.stderr
    ours, theirs = contents(site), contents(tmp_path / SITE)
    assert sorted(theirs) == sorted(ours)
    assert b"ProperDocs" in GENERATOR.findall(theirs["index.html"])[0]
    differ = [name for name in ours if GENERATOR.sub(b"", ours[name]) != GENERATOR.sub(b"", theirs[name])]
    assert differ == [WORKER]


def test_a_warning_stops_properdocs_too(tmp_path: Path) -> None:
    files = course()
    hooks = files["mkdocs.yml"].replace("portal.py]", "portal.py, late.py]")
    done = build_with("properdocs", write_tree(tmp_path, {**files, "mkdocs.yml": hooks, "late.py": WARNS_LATE}))
    assert done.returncode == 1
    assert "De site is niet gebouwd: ProperDocs vond 1 fout." in done.stderr
    assert not (tmp_path / SITE).exists()


def test_a_host_that_is_not_installed_is_told_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_tree(tmp_path, {**course()}))
    monkeypatch.setattr(site_commands, "find_spec", lambda _: None)
    assert commands.main(["build", "--host", "properdocs"]) == 1
    said = 'properdocs is hier niet geïnstalleerd. Installeer hem met: pip install "leerpad[properdocs]"\n'
    assert capsys.readouterr().err == said
