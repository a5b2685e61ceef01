"""The command that makes a package for a learning system: of what is committed, the same bytes again, with a note."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING
from zipfile import ZipFile

from support.lms import ANSWERS, WORDS
from support.trees import SETTINGS, level, rich_course, write_tree

from leerpad.commands import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def commit(folder: Path) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    dates = {"GIT_AUTHOR_DATE": "2026-02-03T10:00:00+00:00", "GIT_COMMITTER_DATE": "2026-02-03T10:00:00+00:00"}
    for words in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "Een"]):
        subprocess.run(["git", *words], cwd=folder, env={**os.environ, **dates}, check=True, capture_output=True)


def test_a_package_is_made_of_what_is_committed_and_of_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = SETTINGS.replace("    pass_mark: 60%\n", ANSWERS)
    about = "# Over\n\n<!-- where: lms, answers: true -->\nPer vraag.\n<!-- where: lms, answers: false -->\nNiet.\n<!-- /where -->\n"
    files = {"mkdocs.yml": settings, "docs/over.md": about, ".gitignore": "site/\ndist/\n"}
    write_tree(tmp_path, {**rich_course(), **WORDS, **files})
    monkeypatch.chdir(tmp_path)
    assert main(["package", "scorm12"]) == 1
    assert "git kent hier geen vastgelegde versie" in capsys.readouterr().out
    commit(tmp_path)
    changed = tmp_path / "docs" / "index.md"
    before = changed.read_bytes()
    changed.write_text("# Anders\n", "utf-8")
    assert main(["package", "scorm12"]) == 1
    assert "docs/index.md" in capsys.readouterr().out
    changed.write_bytes(before)
    made = []
    for _ in range(2):
        assert main(["package", "scorm12", "--for", "moodle"]) == 0
        [zipped] = (tmp_path / "dist").glob("*.zip")
        made.append(zipped.read_bytes())
    assert made[0] == made[1]
    assert zipped.name.startswith("proefpad-scorm12-2026-02-03-")
    with ZipFile(zipped) as package:
        names = package.namelist()
        assert names[0] == "imsmanifest.xml"
        assert {"leerpad.html", "index.html", "search/search_index.json", "licenses.txt"} <= set(names)
        left = {"web.config", "nginx.conf", ".htaccess", "_headers", "service-worker.js", "404.html"}
        assert left & set(names) == set()
        assert not [name for name in names if name.endswith((".map", ".gz")) or "leerpad-guide" in name]
        assert "Je leersysteem krijgt je score." in package.read("privacy.html").decode()
        said = package.read("over.html").decode()
        assert ("Per vraag." in said, "Niet." in said) == (True, False)
        assert "Het krijgt ook per vraag wat je antwoordde." in package.read("mijn-voortgang.html").decode()
    assert "IN MOODLE" in zipped.with_suffix(".txt").read_text("utf-8")


def test_a_package_with_a_fault_is_not_made_and_nothing_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    promise = "# Welkom\n\nJe antwoorden blijven in deze browser.\n"
    write_tree(tmp_path, {**rich_course(), "docs/index.md": promise, ".gitignore": "site/\ndist/\n"})
    monkeypatch.chdir(tmp_path)
    commit(tmp_path)
    assert main(["package", "cmi5"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("docs/index.md:3:4  in een leersysteem klopt")
    assert said[1].startswith("mkdocs.yml:")
    assert "een cmi5-pakket heeft een naam nodig" in said[1]
    (tmp_path / "modules/0-een/level.yml").write_text(level("een", "Eerste").replace("toets-een", "toets-weg"), "utf-8")
    commit(tmp_path)
    assert main(["package", "scorm12"]) == 1
    assert "modules/0-een/level.yml:" in capsys.readouterr().out
    assert not (tmp_path / "dist").exists()


def test_a_level_that_is_not_there_is_told_with_what_was_meant_and_with_all_other_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, {**rich_course(), ".gitignore": "site/\ndist/\n"})
    monkeypatch.chdir(tmp_path)
    commit(tmp_path)
    assert main(["package", "scorm12", "--level", "twe"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "er is geen niveau “twe”; bedoel je “twee”? Er zijn: een, twee, drie"
    assert main(["package", "scorm12", "--level", "onbekend"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "er is geen niveau “onbekend”; schrijf achter --level een van deze: een, twee, drie"
    )
    (tmp_path / "modules/0-een/level.yml").write_text(level("een", "Eerste").replace("toets-een", "toets-weg"), "utf-8")
    commit(tmp_path)
    assert main(["package", "scorm12", "--level", "twe"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("er is geen niveau “twe”")
    assert said[1].startswith("modules/0-een/level.yml:")
    assert not (tmp_path / "dist").exists()
