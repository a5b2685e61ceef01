"""Moving lessons, handouts and levels: numbers, links and old addresses come along, and a move that can't be changes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.faults import faults_of
from support.trees import course, lesson, question, quiz, write_tree

import cli
from leerpad.authoring import move as moving
from leerpad.questions import TYPES

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    **course(),
    "modules/0-een/01-een-a.md": lesson(
        "A", "Zie [B](02-een-b.md#kop), [C](../1-twee/01-twee-a.md) en ![x](foto.png)."
    ),
    "modules/0-een/02-een-b.md": lesson("B", "## Kop\n\nTekst, met een [kaart](kaart-vragen.md)."),
    "modules/0-een/kaart-vragen.md": "---\nkind: card\ntitle: K\nsummary: S.\n---\nZie [A](01-een-a.md).\n",
    "modules/2-drie/kaart-vragen.md": "---\nkind: card\nid: andere\ntitle: L\nsummary: S.\n---\nTekst.\n",
    "modules/0-een/foto.png": "x",
    "modules/0-een/03-een-c.md": lesson("C", "Terug naar [A](<01-een-a.md>), zie ook [index](../../docs/index.md)."),
    "docs/index.md": "# Welkom\n\n<!-- path -->\n\n[A](../modules/0-een/01-een-a.md) en [toets](../quizzes/0-een/toets.yml).\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_tree(tmp_path, {**FILES}))
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def names(folder: Path, level: str) -> list[str]:
    """The lessons of a level, in their order."""
    return sorted(file.name for file in (folder / "modules" / level).glob("0*.md"))


def faults(folder: Path) -> list[str]:
    return [line for line in faults_of(folder, {}) if "advies" not in line]


@pytest.mark.parametrize("called", ["modules/0-een/03-een-c.md", "een-c", "modules\\0-een\\03-een-c.md"])
def test_a_lesson_gets_another_number_and_the_others_make_room(called: str, folder: Path) -> None:
    assert cli.main(["move", called, "1"]) == 0
    assert names(folder, "0-een") == ["01-een-c.md", "02-een-a.md", "03-een-b.md"]
    assert faults(folder) == []
    assert "[B](03-een-b.md#kop)" in (folder / "modules/0-een/02-een-a.md").read_text("utf-8")
    assert "[A](<02-een-a.md>)" in (folder / "modules/0-een/01-een-c.md").read_text("utf-8")
    assert "[A](../modules/0-een/02-een-a.md)" in (folder / "docs/index.md").read_text("utf-8")
    assert "moved_from" not in (folder / "modules/0-een/01-een-c.md").read_text("utf-8")


def test_a_lesson_goes_to_another_level_with_its_links_and_its_old_address(folder: Path) -> None:
    assert cli.main(["move", "een-a", "twee/2"]) == 0
    assert names(folder, "0-een") == ["01-een-b.md", "02-een-c.md"]
    assert names(folder, "1-twee") == ["01-twee-a.md", "02-een-a.md", "03-twee-b.md"]
    text = (folder / "modules/1-twee/02-een-a.md").read_text("utf-8")
    assert "\nmoved_from: [een/een-a]\n---\n" in text
    assert "[B](../0-een/01-een-b.md#kop), [C](01-twee-a.md) en ![x](../0-een/foto.png)." in text
    assert faults(folder) == []


def test_a_lesson_that_comes_back_keeps_only_the_addresses_where_it_isnt(folder: Path) -> None:
    assert cli.main(["move", "een-a", "twee"]) == 0
    assert cli.main(["move", "een-a", "drie/1"]) == 0
    assert "moved_from: [een/een-a, twee/een-a]" in (folder / "modules/2-drie/01-een-a.md").read_text("utf-8")
    assert cli.main(["move", "een-a", "een/1"]) == 0
    text = (folder / "modules/0-een/01-een-a.md").read_text("utf-8")
    assert "moved_from: [twee/een-a, drie/een-a]" in text
    assert text.replace("moved_from: [twee/een-a, drie/een-a]\n", "") == FILES["modules/0-een/01-een-a.md"]
    assert faults(folder) == []


@pytest.mark.parametrize("called", ["modules/0-een/kaart-vragen.md", "kaart-vragen"])
def test_a_card_goes_to_another_level_with_its_links_and_its_old_address(called: str, folder: Path) -> None:
    assert cli.main(["move", called, "twee"]) == 0
    text = (folder / "modules/1-twee/kaart-vragen.md").read_text("utf-8")
    assert "\nmoved_from: [een/kaart-vragen]\n---\n" in text
    assert "Zie [A](../0-een/01-een-a.md)." in text
    assert "[kaart](../1-twee/kaart-vragen.md)" in (folder / "modules/0-een/02-een-b.md").read_text("utf-8")
    assert not (folder / "modules/0-een/kaart-vragen.md").exists()
    assert faults(folder) == []


def test_a_level_gets_another_number_with_its_quizzes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["move", "modules/0-een", "1"]) == 0
    assert sorted(file.name for file in (folder / "modules").iterdir()) == ["0-twee", "1-een", "2-drie"]
    assert sorted(file.name for file in (folder / "quizzes").iterdir()) == ["0-twee", "1-een", "2-drie"]
    text = (folder / "docs/index.md").read_text("utf-8")
    assert "[A](../modules/1-een/01-een-a.md) en [toets](../quizzes/1-een/toets.yml)." in text
    assert "[C](../0-twee/01-twee-a.md)" in (folder / "modules/1-een/01-een-a.md").read_text("utf-8")
    assert faults(folder) == []
    assert "Verplaatst: modules/0-een → modules/1-een\n" in capsys.readouterr().out


@pytest.mark.parametrize("mark", ["", "'", '"'])
def test_a_file_that_a_key_of_a_question_names_is_followed(
    mark: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = TYPES["single_choice"]
    monkeypatch.setattr(kind, "files", lambda question: [(("hint",), question.hint)] if question.hint else [])
    named = "hint: {mark}../../modules/{level}/foto.png{mark}"
    asked = [question(f"twee-{n}", more=named.format(mark=mark, level="0-een") if n == 1 else "") for n in range(1, 6)]
    write_tree(folder, {"quizzes/1-twee/toets.yml": quiz("toets-twee", *asked)})
    assert cli.main(["move", "modules/0-een", "2"]) == 0
    assert named.format(mark=mark, level="2-een") in (folder / "quizzes/0-twee/toets.yml").read_text("utf-8")
    assert faults(folder) == []


def test_moving_there_and_back_leaves_every_byte(folder: Path) -> None:
    before = contents(folder)
    for there, back in [(("een", "2"), ("een", "0")), (("een-a", "3"), ("een-a", "1"))]:
        assert cli.main(["move", *there]) == 0
        assert contents(folder) != before
        assert cli.main(["move", *back]) == 0
        assert contents(folder) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["weg", "1"], "er is geen les, kaart, sessie of niveau “weg”"),
        (["een-a", "vier"], "er is geen niveau voor “vier”; kies een nummer, of een van deze niveaus: een, twee, drie"),
        (["een-a", "9"], "nummer 9 kan niet; kies er een van 1 tot en met 3"),
        (["een-a", "1"], "daar staat het al"),
        (["een", "twee"], "een niveau krijgt een nummer"),
        (["een", "7"], "kies er een van 0 tot en met 2"),
        (["kaart-vragen", "2"], "een kaart of sessie heeft geen nummer"),
        (["kaart-vragen", "een"], "daar staat het al"),
        (["kaart-vragen", "drie"], "modules/2-drie/kaart-vragen.md is er al"),
    ],
)
def test_a_move_that_cant_be_is_refused_and_changes_nothing(
    words: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(folder)
    assert cli.main(["move", *words]) == 1
    assert said in capsys.readouterr().err
    assert contents(folder) == before


def test_the_only_lesson_of_a_level_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "modules/1-twee/02-twee-b.md").unlink()
    assert cli.main(["move", "twee-a", "een"]) == 1
    assert "dit is de enige les van niveau “twee”" in capsys.readouterr().err


def test_a_course_with_faults_is_not_touched(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_tree(folder, {"modules/0-een/02-een-b.md": lesson("B", "[weg](weg.md)")})
    before = contents(folder)
    assert cli.main(["move", "een-a", "3"]) == 1
    said = capsys.readouterr().err
    assert re.search(r"er is niets verplaatst: los eerst deze fouten op.*\nmodules/0-een/02-een-b.md:5:7  ", said)
    assert contents(folder) == before


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device", "x"), KeyboardInterrupt()])
def test_a_full_disk_or_ctrl_c_halfway_leaves_every_byte(
    failure: BaseException, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(folder)
    write, calls = moving._write, list[int]()

    def fails_in_the_course(project: Path, files: dict[str, bytes], gone: set[str]) -> None:
        if project == folder and not calls:
            calls.append(1)
            write(project, dict(list(files.items())[:2]), set())
            raise failure
        write(project, files, gone)

    monkeypatch.setattr(moving, "_write", fails_in_the_course)
    assert cli.main(["move", "een-a", "twee"]) == (1 if isinstance(failure, OSError) else 130)
    assert calls
    assert contents(folder) == before


def test_a_draft_in_another_encoding_stays_as_it_is(folder: Path) -> None:
    """The command ended in lines of code: no check reads a draft, so nobody was told."""
    (folder / "docs/_oud.md").write_bytes("Eén [les](../modules/0-een/01-een-a.md)".encode("cp1252"))
    before = contents(folder)["docs/_oud.md"]
    assert cli.main(["move", "een-c", "1"]) == 0
    assert contents(folder)["docs/_oud.md"] == before
    assert names(folder, "0-een") == ["01-een-c.md", "02-een-a.md", "03-een-b.md"]
