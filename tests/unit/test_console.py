"""What authors are told can be read on any console, in their own language."""

from __future__ import annotations

import argparse
import io
import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.trees import REPOSITORY, SETTINGS, course, lesson, write_tree

import cli
from leerpad.commands import COMMANDS
from leerpad.locales import LANGUAGES, load_locale
from leerpad.locales.arguments import speak
from leerpad.source.console import make_readable, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SAID = "er is geen quiz met id “één”… – ’t is zo"


@pytest.mark.parametrize("encoding", ["cp437", "cp850", "cp1252", "cp1250", "cp932", "ascii", "utf-8"])
def test_a_message_can_be_read_on_every_code_page(encoding: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    make_readable(stream)
    stream.write(SAID)
    stream.flush()
    shown = stream.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined]
    assert "\\" not in shown
    assert "?" not in shown
    assert plain(shown) == 'er is geen quiz met id "een"... - \'t is zo'


def test_what_a_console_can_show_stays_as_it_is() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    make_readable(stream)
    stream.write(SAID)
    stream.flush()
    assert stream.buffer.getvalue().decode("cp1252") == SAID  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["chek"], "cli.py: dit kan niet: command: 'chek' ken ik niet; "),
        (["new"], "dit ontbreekt nog: what"),
        (["check", "--snel"], "dit ken ik niet: --snel"),
        (["new", "level"], "dit ontbreekt nog: "),
    ],
)
def test_a_command_that_is_typed_wrongly_is_answered_in_dutch(
    typed: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_tree(tmp_path, {"mkdocs.yml": SETTINGS}))
    with pytest.raises(SystemExit):
        cli.main(typed)
    said = capsys.readouterr().err
    assert said.startswith("zo gebruik je het: cli.py")
    assert told in said


def test_the_help_is_in_the_language_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_tree(tmp_path, {"mkdocs.yml": SETTINGS.replace("language: nl", "language: en")}))
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    english = capsys.readouterr().out
    write_tree(tmp_path, {"mkdocs.yml": SETTINGS})
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    assert "shows this explanation" in english
    assert "toont deze uitleg" in capsys.readouterr().out


DOES = {"nl": re.compile(r"[a-z]+t "), "en": re.compile(r"[a-z]+s ")}
"""How what is done begins: zegt, says."""
GIVEN = ("de ", "het ", "the ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_help_is_told_in_one_manner(language: str) -> None:
    """A command and an option without a value say what is done, another says what is given; no sentence, no full stop."""
    locale = load_locale(language)
    speak(locale)
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    for command in COMMANDS:
        command.add(commands, locale)
    told = [*told_by(parser)]
    assert len(told) > 60
    assert [text for _, text in told if not text or text.endswith(".") or text[0].isupper()] == []
    assert [text for is_done, text in told if is_done and not DOES[language].match(text)] == []
    assert [text for is_done, text in told if not is_done and not text.startswith(GIVEN)] == []


def told_by(parser: argparse.ArgumentParser) -> Iterator[tuple[bool, str]]:
    """Each help of a command and of those in it, and whether it is about what is done."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from ((True, choice.help or "") for choice in action._choices_actions)
            for command in action.choices.values():
                yield from told_by(command)
        else:
            yield bool(action.option_strings) and action.nargs == 0, action.help or ""


def test_machines_get_json_that_no_code_page_can_spoil(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {**course(), "modules/0-een/01-een-a.md": lesson("A", "<!-- quiz: weg -->")}
    monkeypatch.chdir(write_tree(tmp_path, {**files}))
    assert cli.main(["check", "--json"]) == 1
    said = capsys.readouterr().out
    assert said.isascii()
    assert "“weg”" in json.loads(said)["faults"][0]["message"]


def test_who_reads_along_may_stop_reading(tmp_path: Path) -> None:
    """As `pace | head` does: the command ends, without a traceback."""
    folder = write_tree(tmp_path, {**course()})
    command = [sys.executable, str(REPOSITORY / "hooks" / "cli.py"), "pace"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert (started.stderr.read(), started.wait()) == (b"", 1)
