"""Every way to break a build that we know of leaves the last good site byte for byte, and says why in words."""

from __future__ import annotations

import logging
import re
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli
from support.trees import REPOSITORY, SETTINGS, build, course, lesson, write_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LESSON = "modules/0-een/01-een-a.md"
HOME = "docs/index.md"
KEPT = "Er is gestopt. Aan de map van de site is niets veranderd.", "Stopped. The folder of the site is as it was."
HOOK = f"hooks: [{REPOSITORY / 'hooks' / 'portal.py'}"


def settings(old: str, new: str) -> dict[str, str]:
    assert old in SETTINGS
    return {"mkdocs.yml": SETTINGS.replace(old, new)}


def failing(event: str, what: str) -> dict[str, str]:
    """A second hook, in which an event goes wrong."""
    return {"fout.py": f"import os\ndef on_{event}(*_, **__):\n    {what}\n", **settings(HOOK, f"{HOOK}, fout.py")}


class Way(NamedTuple):
    """What is written over a good course, how it is built, and what is said."""

    name: str
    files: dict[str, str]
    said: str
    arguments: tuple[str, ...] = ("--strict",)


# MkDocs says the same thing only once in a process, so each names a template of its own.
WAYS = [
    Way("a fault in a lesson", {LESSON: lesson("A", "<!-- quiz: weg -->")}, f"{LESSON}:5:1  er is geen quiz"),
    Way("a template that isn't there", {"mkdocs.yml": SETTINGS + "extra_templates: [weg.html]\n"}, "er is geen sjabloon “weg.html”"),
    Way("the same where MkDocs shows no warnings", {"mkdocs.yml": SETTINGS + "extra_templates: [zoek.html]\n"}, "er is geen sjabloon “zoek.html”", ("--strict", "--quiet")),
    Way("a warning at the very end", failing("post_build", "import logging; logging.getLogger('mkdocs').warning('let op')"), "MkDocs vond 1 fout", ("-s",)),
    Way("an icon that isn't there", settings("material/weather-night", "material/weg"), "mkdocs.yml:17:22  het thema heeft geen icoon “material/weg”"),
    Way("a language that isn't there", settings("language: nl", "language: xx"), "mkdocs.yml:11:13  the theme doesn’t know the language “xx”"),
    Way("a full disk", failing("env", "raise OSError(28, 'vol', 'een.js')"), "site:1:1  de schijf is vol"),
    Way("a disk that can only be read", failing("env", "raise OSError(30, 'alleen lezen', 'site/x.html')"), "site/x.html:1:1  hier mag niet gelezen of geschreven worden"),
    Way("a file that can't be read", failing("files", "raise PermissionError(13, 'geen toegang', 'docs/foto.png')"), "docs/foto.png:1:1  hier mag niet"),
    Way("links in a circle", failing("files", "raise OSError(40, 'te veel', 'docs/lus')"), "docs/lus:1:1  deze snelkoppeling wijst in een kring"),
    Way("a disk that breaks", failing("post_build", "raise OSError(5, 'stuk')"), "site:1:1  de computer weigert dit (stuk)"),
    Way("a plugin that says no", failing("env", "from mkdocs.exceptions import PluginError; raise PluginError('nee')"), "ERROR   -  nee"),
    Way("the sources as site", {}, "de site kan niet in “quizzes” komen", ("-d", "quizzes")),
    Way("a folder of the sources", {}, "de site kan niet in “modules/0-een” komen", ("-d", "modules/0-een")),
    Way("the sources by another name", {}, "de site kan niet in “Modules/x” komen", ("-d", "Modules/x")),
    Way("the folder of others", {}, "hier staan andere bestanden", ("-d", "ander")),
    Way("a file as site", {}, "want dat is een bestand", ("-d", "mkdocs.yml")),
    Way("an address that means something to nginx", {"mkdocs.yml": SETTINGS + "site_url: 'https://x.nl/a; b/'\n"}, "mkdocs.yml:24:11  “https://x.nl/a; b/” kan niet"),
]  # fmt: skip


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with the site that was made of it."""
    folder = tmp_path_factory.mktemp("goed")
    small = {name: text for name, text in course().items() if not re.search("-twee|-drie", name)}
    write_tree(folder, {**small, "ander/brief.txt": "van een ander"})
    done = build(folder)
    assert done.returncode == 0, done.stderr
    assert not re.search("tmp|Cleaning|building", done.stderr)
    return folder


@pytest.fixture
def project(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, to work in."""
    folder = shutil.copytree(good, tmp_path / "pad")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run() -> Iterator[Callable[..., tuple[int, str]]]:
    """Run MkDocs in this process, which is cheaper; gives what it ends with and all it said."""

    def run(*arguments: str) -> tuple[int, str]:
        done = CliRunner(catch_exceptions=False).invoke(cli, ["build", *arguments])
        return done.exit_code, done.output

    yield run
    logging.getLogger("mkdocs").handlers.clear()


def content(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_broken_build_leaves_the_last_good_site(
    way: Way, project: Path, good: Path, run: Callable[..., tuple[int, str]]
) -> None:
    write_tree(project, {**way.files})
    before = content(project)
    code, said = run(*way.arguments)
    assert way.said in said
    assert said.rstrip().endswith(KEPT)
    assert "Traceback" not in said
    assert code == 1
    left = content(project)
    assert {name: left[name] for name in before} == before
    assert not [name for name in left if "building" in name]


def test_ctrl_c_leaves_the_last_good_site(project: Path, run: Callable[..., tuple[int, str]]) -> None:
    write_tree(project, {**failing("env", "raise KeyboardInterrupt")})
    before = content(project)
    code, _ = run("--strict")
    assert code == 1
    left = content(project)
    assert {name: left[name] for name in before} == before
    assert not [name for name in left if "building" in name]


def test_a_good_build_after_a_broken_one_brings_the_new_site(
    project: Path, run: Callable[..., tuple[int, str]]
) -> None:
    write_tree(project, {**failing("env", "raise KeyboardInterrupt")})
    run("--strict")
    write_tree(project, {"mkdocs.yml": SETTINGS, HOME: "# Opnieuw\n\n<!-- path -->\n"})
    (project / "site" / "oud.html").write_text("weg ermee")
    code, said = run("--strict")
    assert code == 0, said
    assert "Opnieuw" in (project / "site" / "index.html").read_text("utf-8")
    assert not (project / "site" / "oud.html").exists()
    assert not [entry.name for entry in project.iterdir() if "building" in entry.name]
