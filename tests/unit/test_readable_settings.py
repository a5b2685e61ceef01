"""An mkdocs.yml that can't be read ends no command with the words of a parser: `make` looks first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.trees import REPOSITORY, SETTINGS, write_tree

import cli

if TYPE_CHECKING:
    from pathlib import Path

MAKEFILE = (REPOSITORY / "Makefile").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("site_name: 'Proef\n", "mkdocs.yml:1:12  hier begint een tekst tussen aanhalingstekens die nergens eindigt"),
        ("site_name: Proef\n\tstrict: true\n", "mkdocs.yml:2:1  een tab mag niet in YAML"),
        ("- site_name: Proef\n", "mkdocs.yml:1:1  hier worden sleutels met waarden verwacht"),
        ("", "mkdocs.yml:1:1  het bestand is leeg"),
        (None, "hier staat geen mkdocs.yml, dus geen leerpad; ga naar de map"),
    ],
    ids=["quote", "tab", "list", "empty", "gone"],
)
def test_a_server_that_can_not_start_says_why_in_one_message(
    text: str | None, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """MkDocs needs mkdocs.yml before it knows us, so `make` asks us first."""
    for target in ("serve", "site"):
        assert f"\n{target}: readable " in MAKEFILE
    write_tree(tmp_path, {".leerpad.json": '{"language": "nl"}'})
    [command] = re.findall(r"\nreadable: .*\n\t@\$\(BIN\)/python hooks/cli.py (.*)\n", MAKEFILE)
    if text is not None:
        write_tree(tmp_path, {"mkdocs.yml": text})
    monkeypatch.chdir(tmp_path)
    assert cli.main(command.split()) == 1
    message, *closing = capsys.readouterr().err.splitlines()
    assert message.startswith(told)
    assert closing == (["1 fout gevonden."] if text is not None else [])


@pytest.mark.parametrize("text", [SETTINGS, SETTINGS.replace("60%", "veel"), "theme: !ENV [X]\na: 1\na: 2\n"])
def test_a_fault_that_a_page_can_show_does_not_keep_the_server_from_starting(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, {"mkdocs.yml": text})
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", "--settings"]) == 0
    assert capsys.readouterr() == ("", "")


BAD_INDENT = "site_name: Ward\n bad: indent\ntheme:\n  name: material\n  language: {}\n"


@pytest.mark.parametrize(
    ("files", "closing"),
    [
        ({"mkdocs.yml": SETTINGS.replace("language: nl", "language: en") + "site_dir: docs\n"}, "1 error found."),
        ({"mkdocs.yml": SETTINGS + "site_dir: docs\n"}, "1 fout gevonden."),
        ({"mkdocs.yml": BAD_INDENT.format("en")}, "1 error found."),
        ({"mkdocs.yml": BAD_INDENT.format("'nl'")}, "1 fout gevonden."),
        ({"mkdocs.yml": "site_name: 'Ward\n", ".leerpad.json": '{"language": "en"}'}, "1 error found."),
        ({"mkdocs.yml": "site_name: 'Ward\n"}, "1 error found."),
        ({"mkdocs.yml": SETTINGS.replace("  language: nl\n", "") + "site_dir: docs\n"}, "1 error found."),
    ],
    ids=["read", "read-nl", "indent", "indent-nl", "record", "nothing", "unsaid"],
)
def test_what_is_wrong_with_settings_is_said_in_the_language_of_the_course(
    files: dict[str, str],
    closing: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It was said in Dutch in every course; English is for who says no language."""
    monkeypatch.chdir(write_tree(tmp_path, {**files}))
    assert cli.main(["build"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == closing
