"""The package to hand over: the same bytes for the same commit anywhere, and nothing in it that isn't for readers."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from support.trees import REPOSITORY, SETTINGS, course, lesson, level, quiz, write_tree
from support.whole_sites import tells_no_path_and_asks_no_other_host

from leerpad.commands import publish as packing
from leerpad.deploy.servers import FILES, WORKER

if TYPE_CHECKING:
    from pathlib import Path

COMMITTED = "2001-02-03T23:30:00+00:00"
NOTE = "GEHEIM"
PICTURE = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><!-- {NOTE} --></svg>'
HINT = f"""\
  - id: een-1
    type: single_choice
    prompt: Wat kies je? # {NOTE}
    hint: Denk na. <!-- {NOTE} -->
    choices: [{{text: A, correct: true}}, {{text: B <!-- {NOTE} -->}}]
"""
NOTES = {
    "mkdocs.yml": SETTINGS + "site_url: https://example.org/leren/\n",  # then there is a sitemap, with dates
    "docs/index.md": f"# Welkom\n\n<!-- path -->\n\n<!-- {NOTE}: nog doen -->\n",
    "docs/over.md": "# Over\n\n<!-- published -->\n\n`<!-- blijft staan -->`\n",
    "docs/_later.md": f"# {NOTE}\n",
    "docs/_map/later.md": f"# {NOTE}\n",
    "modules/0-een/level.yml": f"{level('een', 'Eerste')}# {NOTE}\n",
    "modules/0-een/01-een-a.md": lesson(
        "A", f"Tekst <!-- {NOTE} --> verder.\n\n<!--\n{NOTE}\n\n## {NOTE}\n-->\n\n- punt <!-- {NOTE}\n  {NOTE} -->\n"
    ),
    "modules/0-een/_03-later.md": NOTE,
    "modules/0-een/plaat.svg": PICTURE,
    "docs/plaat.svg": PICTURE,
    "modules/0-een/_schets/plaat.svg": PICTURE,
    "modules/.oud/plaat.svg": PICTURE,
    "quizzes/0-een/toets.yml": quiz("toets-een", HINT, keys=f"mode: test\n# {NOTE}\n"),
    "quizzes/_later.yml": NOTE,
}
HERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "1",
    "USER": "jansen-intern",
    "SOURCE_DATE_EPOCH": "86400",
}
THERE = {
    "TZ": "America/Los_Angeles",
    "LC_ALL": "nl_NL.UTF-8",
    "PYTHONHASHSEED": "2",
    "USER": "pietersen-intern",
    "SOURCE_DATE_EPOCH": "1999999999",
}


def git(folder: Path, *words: str) -> None:
    """Run git as somebody whose name isn't for readers either."""
    who = ["-c", "user.name=Jansen-Intern", "-c", "user.email=jansen-intern@example.org"]
    dates = {"GIT_AUTHOR_DATE": COMMITTED, "GIT_COMMITTER_DATE": COMMITTED}
    subprocess.run(["git", *who, *words], cwd=folder, env={**os.environ, **dates}, check=True, capture_output=True)


def publish(folder: Path, umask: int, **environment: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(REPOSITORY / "hooks" / "cli.py"), "publish", "--dossier"]
    names = {**os.environ, "HOME": str(folder.parent), "LOGNAME": environment["USER"], **environment}
    return subprocess.Popen(
        command, cwd=folder, env=names, umask=umask, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The packages of two clones, on what might be two machines."""
    first = tmp_path_factory.mktemp("eerste") / "kloon-een"
    second = tmp_path_factory.mktemp("tweede") / "een andere map" / "kloon-twee"
    write_tree(first, {**course(), **NOTES, ".gitignore": "dist\n"})
    git(first, "init", "-q")
    git(first, "add", "-A")
    git(first, "commit", "-qm", "Begin")
    second.parent.mkdir()
    git(first, "clone", "-q", str(first), str(second))
    (second / "site-maart").mkdir()  # what lies beside the sources is no part of them
    (second / "site-maart" / "oud.html").write_text("oud")
    running = [publish(first, 0o077, **HERE), publish(second, 0o000, **THERE)]
    said = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    return [next((folder / "dist").glob("*.zip")) for folder in (first, second)]


@pytest.fixture(scope="module")
def entries(packages: list[Path]) -> dict[str, bytes]:
    with ZipFile(packages[0]) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_two_clones_give_the_same_package(packages: list[Path]) -> None:
    one, other = packages
    assert one.name == other.name
    assert re.fullmatch(r"proefpad-2001-02-03-[0-9a-f]{10}\.zip", one.name)
    with ZipFile(one) as first, ZipFile(other) as second:
        different = [name for name in first.namelist() if first.read(name) != second.read(name)]
    assert different == []
    assert one.read_bytes() == other.read_bytes()


def test_two_clones_give_the_same_dossier_beside_it(packages: list[Path], entries: dict[str, bytes]) -> None:
    folders = [package.with_name(f"{package.stem}-dossier") for package in packages]
    one, other = ({file.name: file.read_bytes() for file in folder.iterdir()} for folder in folders)
    assert one == other
    assert {file.name for file in packages[0].parent.iterdir()} == {packages[0].name, folders[0].name}
    assert one["licenses.txt"] == entries["site/licenses.txt"]
    for line in one["SHA256SUMS.txt"].decode().splitlines():
        known, name = line.split("  ")
        assert hashlib.sha256((folders[0] / name).read_bytes()).hexdigest() == known
    assert f"../{packages[0].name}" in one["SHA256SUMS.txt"].decode()
    assert "halen niets bij een andere server op" in one["gegevens.html"].decode()
    bill = json.loads(one["sbom.cdx.json"])
    assert bill["metadata"]["timestamp"] == COMMITTED
    assert {"leerpad", "Material for MkDocs"} <= {part["name"] for part in bill["components"]}
    telling = ["kloon-", "andere map", "ntern", str(REPOSITORY), sys.prefix]
    assert [(name, word) for name, content in one.items() for word in telling if word.encode() in content] == []


def test_a_package_holds_the_site_its_sums_its_version_and_what_to_do(
    packages: list[Path], entries: dict[str, bytes]
) -> None:
    assert list(entries) == sorted(entries)
    assert {name for name in entries if "/" not in name} == {"LEESMIJ.txt", "SHA256SUMS.txt", "versie.json"}
    assert {"site/index.html", "site/een/een-a.html", "site/sitemap.xml"} <= entries.keys()
    assert not [name for name in entries if name.endswith(".gz")]  # its bytes are this machine's own
    sums = dict(line.split("  ")[::-1] for line in entries["SHA256SUMS.txt"].decode().splitlines())
    assert sums == {
        name: hashlib.sha256(content).hexdigest() for name, content in entries.items() if name != "SHA256SUMS.txt"
    }
    version = json.loads(entries["versie.json"])
    assert version.keys() == {"course_id", "commit", "date"}
    assert packages[0].name == f"{version['course_id']}-{version['date']}-{version['commit'][:10]}.zip"
    assert all(name in entries["LEESMIJ.txt"].decode() for name in (*FILES, WORKER))
    for page in (entries["LEESMIJ.txt"], entries["site/over.html"]):
        assert version["commit"][:10] in page.decode()
    assert "3 februari 2001" in entries["site/over.html"].decode()
    assert "proefversie" not in entries["site/over.html"].decode()
    with ZipFile(BytesIO(packages[0].read_bytes())) as package:
        assert {(entry.date_time, entry.external_attr >> 16, entry.create_system) for entry in package.infolist()} == {
            ((2001, 2, 3, 23, 30, 0), 0o100644, 3)
        }


def test_a_package_tells_nothing_of_who_made_it_where_and_when(packages: list[Path], entries: dict[str, bytes]) -> None:
    today = datetime.now(UTC)
    days = [f"{today:%Y-%m-%d}", f"{today:%d-%m-%Y}", f"{today:%b} {today.day}, {today:%Y}", f"{today:%a, %d %b %Y}"]
    telling = ["kloon-", "eerste0", "andere map", "jansen-intern", "Jansen-Intern", str(REPOSITORY), sys.prefix, *days]
    found = [(name, word) for name, content in entries.items() for word in telling if word.encode() in content]
    assert found == []


def test_what_authors_note_for_themselves_reaches_nobody(entries: dict[str, bytes]) -> None:
    assert [name for name, content in entries.items() if NOTE.encode() in content] == []
    others = [name for name in entries if not name.startswith("site/assets/leerpad/")]  # ours, of which some load later
    assert [name for name in others if re.search("later|schets|oud", name)] == []
    assert "&lt;!-- blijft staan --&gt;" in entries["site/over.html"].decode()


@pytest.mark.parametrize("folder", ["changed", "unknown"])
def test_what_no_commit_holds_is_not_packed(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_tree(tmp_path, {**course()})
    if folder == "changed":
        git(tmp_path, "init", "-q")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-qm", "Begin")
        write_tree(tmp_path, {"docs/één nieuw.md": "# Nieuw\n", "docs/index.md": "# Anders\n"})
    assert packing.publish(tmp_path) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Er is niets ingepakt")
    assert said[1:] == (["docs/index.md", "docs/één nieuw.md"] if folder == "changed" else [])
    assert not (tmp_path / "dist").exists()


def test_a_course_with_a_fault_is_not_packed_and_a_warning_is_one(tmp_path: Path) -> None:
    """MkDocs shows no warnings here; it used to count none either, so that a broken site was packed."""
    settings = f"{SETTINGS}extra_templates: [weg.html]\n"
    write_tree(tmp_path, {**course(), "mkdocs.yml": settings, ".gitignore": "dist\n"})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Begin")
    packing = publish(tmp_path, 0o022, **HERE)
    said = packing.communicate()[0]
    assert packing.returncode == 1
    assert "er is geen sjabloon “weg.html”" in said
    assert "Er is niets ingepakt. Herstel wat hierboven staat" in said
    assert not (tmp_path / "dist").exists()


def test_a_site_tells_no_path_and_asks_no_other_host(small_site: Path) -> None:
    tells_no_path_and_asks_no_other_host(small_site)
