"""What authors are told can be read on any console, in their own language."""

from __future__ import annotations

import argparse
import io
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.trees import REPOSITORY, SETTINGS, course, lesson, write_tree

import cli
from leerpad import commands
from leerpad.commands import COMMANDS
from leerpad.commands.mistyped import EXAMPLES, Parser, example
from leerpad.locales import LANGUAGES, load_locale
from leerpad.locales.arguments import speak
from leerpad.source.console import make_readable, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
    ("typed", "told", "right"),
    [
        (["chek"], "cli.py: opdracht: 'chek' ken ik niet; ", "check"),
        (["new"], "cli.py new: dit ontbreekt nog: wat-je-maakt", 'new level "Samen leren"'),
        (["check", "--snel"], "cli.py: dit ken ik niet: --snel", "check"),
        (["new", "lesson"], "cli.py new lesson: dit ontbreekt nog: niveau, titel", 'new lesson een "Samen leren"'),
        (["new", "question", "x"], "nog: type", "new question quizzes/0-een/toets.yml single_choice"),
        (["due", "--until", "morgen"], "“morgen” is geen dag", "due --until 2027-12-31"),
    ],
)
def test_a_command_that_is_typed_wrongly_is_answered_with_one_that_works(
    typed: list[str],
    told: str,
    right: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In Dutch, with what is in this course. All options came first, and then a word in English."""
    monkeypatch.chdir(write_tree(tmp_path, {**course()}))
    assert cli.main(typed) == 2
    wrong, example, more = capsys.readouterr().err.splitlines()
    assert told in wrong
    assert example == f"Typ bijvoorbeeld: {Path(sys.executable).name} hooks/cli.py {right}"
    assert cli.main(shlex.split(right)) == 0
    capsys.readouterr()
    with pytest.raises(SystemExit, match=r"^0$"):
        cli.main(shlex.split(more.partition("hooks/cli.py ")[2]))
    assert capsys.readouterr().out.startswith("zo gebruik je het: cli.py")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_an_example_that_can_be_read(language: str, tmp_path: Path) -> None:
    locale = load_locale(language)
    parser = Parser()
    commands = parser.add_subparsers()
    for command in COMMANDS:
        command.add(commands, locale)
    names = {command.prog.partition(" ")[2] for command in inside(parser)}
    assert names | {""} == {*EXAMPLES}
    for name in EXAMPLES:
        parser.parse_args(shlex.split(example(name, tmp_path, locale)))


def inside(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Every command of a parser, and those in them."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield command
                yield from inside(command)


@pytest.mark.parametrize(
    ("here", "told"),
    [
        ("nieuw/docs", 'typ eerst: cd ".."\n'),
        ("nieuw/modules/0-een", f'typ eerst: cd "{Path("..", "..")}"\n'),
        (".", 'typ eerst: cd "nieuw"\n'),
        ("leeg", "begin er een met: leerpad new course mijn-leerpad --language nl\n"),
    ],
)
@pytest.mark.parametrize("typed", ["serve", "check", "new lesson"])
def test_who_is_in_the_wrong_folder_reads_where_to_go(
    here: str,
    told: str,
    typed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Check said that there were no levels, and to make a folder for them: in docs/, or beside the course."""
    write_tree(tmp_path, {f"nieuw/{path}": text for path, text in course().items()})
    (tmp_path / "leeg").mkdir()
    monkeypatch.setattr("locale.getlocale", lambda: ("nl_NL", "UTF-8"))
    monkeypatch.chdir(tmp_path / here)
    assert commands.main(typed.split()) == 1 + (typed == "new lesson")
    said = capsys.readouterr()
    assert said.out == ""
    assert told in said.err


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


def stopped(error: BaseException) -> Callable[..., int]:
    def run(*_: object, **__: object) -> int:
        raise error

    return run


def test_a_command_that_is_stopped_with_ctrl_c_says_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Build said that the site was done, check ended in lines of code. Who stops serve is ready with it."""
    monkeypatch.chdir(write_tree(tmp_path, {**course()}))
    monkeypatch.setattr("leerpad.commands.site.subprocess.run", stopped(KeyboardInterrupt()))
    monkeypatch.setattr("leerpad.commands.check.check", stopped(KeyboardInterrupt()))
    assert [cli.main([typed]) for typed in ("check", "build", "serve")] == [130, 130, 0]
    assert capsys.readouterr() == ("", "")


def test_a_file_that_the_system_refuses_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nobody may write, or a file stands in the place of a folder, some commands ended in lines of code."""
    monkeypatch.chdir(write_tree(tmp_path, {**course(), "quizzes/quiz.schema.json/x": ""}))
    assert cli.main(["schema"]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path}/quizzes/quiz.schema.json kan niet gelezen of geschreven worden (Is a directory); "
        "kijk of je er rechten voor hebt en of de schijf vol is\n"
    )
