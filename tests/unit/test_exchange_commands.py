"""The commands `export` and `import`, as an author types them: what is written, what is said, what is left alone."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from support.guides import Fence, fences, guide
from support.trees import SETTINGS, lesson, level, question, quiz, write_tree

import cli
from leerpad.exchange import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Type = Callable[..., tuple[int, str]]

GIFT = "::Een vraag::Wat is waar?{=dit#Goed. ~dat#Fout.}\n"
QUIZ = "quizzes/1-basis/bank.yml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of one level, in which commands are typed."""
    files = {
        "mkdocs.yml": SETTINGS,
        "docs/index.md": "# Welkom\n",
        "modules/1-basis/level.yml": level("basis", "Basis"),
        "modules/1-basis/01-les.md": lesson("Les", "<!-- quiz: oefening -->"),
        "quizzes/1-basis/toets.yml": quiz("toets-basis", question("b")),
        "quizzes/1-basis/oefening.yml": quiz("oefening", question("c")),
    }
    write_tree(tmp_path, {**files, "bank.gift": GIFT})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def typed(project: Path, capsys: pytest.CaptureFixture[str]) -> Type:
    """Runs a command; gives its status and all that was said."""

    def run(*words: str) -> tuple[int, str]:
        status = cli.main([*words])
        told = capsys.readouterr()
        return status, told.out + told.err

    return run


def snapshot(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("into", ["1-basis", "quizzes/1-basis/", "basis", "quizzes\\1-basis"])
def test_an_import_becomes_a_quiz_that_check_finds_in_order(project: Path, typed: Type, into: str) -> None:
    status, told = typed("import", "bank.gift", "--into", into)
    assert (status, "1 vraag overgenomen in quizzes/1-basis/bank.yml" in told) == (0, True)
    assert "Geen fouten gevonden." in told
    assert "- id: een-vraag\n" in (project / QUIZ).read_text("utf-8")


def test_an_import_writes_over_nothing(project: Path, typed: Type) -> None:
    image = '<img src="data:image/png;base64,{}" alt="Een pad">'
    (project / "bank.gift").write_text(
        "[html]" + image.format("AAAA").replace("=", "\\=").replace(":", "\\:") + "Wat?{=dit ~dat}\n", "utf-8"
    )
    assert typed("import", "bank.gift", "--into", "basis")[0] == 0
    before = snapshot(project)
    status, told = typed("import", "bank.gift", "--into", "basis")
    after = snapshot(project)
    assert status == 0
    assert {name: after[name] for name in before} == before
    new = sorted(after.keys() - before.keys())
    assert new[0].startswith("quizzes/1-basis/bank-2.yml")
    assert len(new) == 2
    assert new[1].endswith("-2.png")
    assert new[1].rpartition("/")[2] in after[new[0]].decode()
    assert "Er kwam 1 beeld mee" in told


def test_ids_of_the_course_stay_its_own(project: Path, typed: Type) -> None:
    (project / "bank.gift").write_text("// [id:b]\nWat?{=dit ~dat}\n", "utf-8")
    status, told = typed("import", "bank.gift", "--into", "basis")
    assert status == 0
    assert "de id “b” bestond al in het leerpad; deze vraag kreeg een andere" in told
    assert "  - id: b-2\n" in (project / QUIZ).read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["import", "bank.gift", "--into", "9-nergens"], "er is geen map quizzes/9-nergens; kies uit: 1-basis"),
        (["import", "weg.gift", "--into", "basis"], "weg.gift is er niet, of kan niet gelezen worden"),
        (["import", "quizzes", "--into", "basis"], "quizzes is er niet, of kan niet gelezen worden"),
        (
            ["import", "docs/index.md", "--into", "basis"],
            "index.md:1: hier staan geen vragen in een vorm die het portaal kent",
        ),
        (
            ["export", "gift", "--quiz", "nergens"],
            "er is geen quiz met de id “nergens”; kies uit: oefening, toets-basis",
        ),
        (["export", "gift", "--out", "bank.gift"], "bank.gift bestaat al en is niet aangeraakt"),
        (["export", "gift", "--out", "bank.gift/x.gift"], "kan niet worden geschreven"),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_all_as_it_was(
    project: Path, typed: Type, words: list[str], told: str
) -> None:
    before = snapshot(project)
    status, said = typed(*words)
    assert status == 1
    assert told in said
    assert snapshot(project) == before


def test_a_file_without_questions_we_know_writes_nothing_and_names_each(project: Path, typed: Type) -> None:
    (project / "bank.gift").write_text("Alleen een tekst.\n\nWat?{~dit ~dat}\n", "utf-8")
    before = snapshot(project)
    status, told = typed("import", "bank.gift", "--into", "basis")
    assert status == 1
    assert "bank.gift:1: niet overgenomen: dit is een tekst zonder vraag" in told
    assert "bank.gift:3: niet overgenomen: uit het bestand blijkt niet welk antwoord goed is" in told
    assert snapshot(project) == before


def test_outside_a_course_both_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (["export", "gift"], ["import", "bank.gift", "--into", "basis"]):
        assert cli.main(words) == 1
        assert "mkdocs.yml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("kind", "ending"), FORMATS.items())
def test_an_export_is_the_same_bytes_each_time(project: Path, typed: Type, kind: str, ending: str) -> None:
    status, told = typed("export", kind)
    [file] = (project / "dist").iterdir()
    first = file.read_bytes()
    assert status == 0
    assert file.name.endswith(f"-{kind}{ending}")
    assert f"Klaar: dist/{file.name}\nEr staan 2 vragen in.\n" in told
    assert typed("export", kind, "--quiz", "oefening", "--out", "een")[1].startswith(
        "Klaar: een\nEr staat 1 vraag in.\n"
    )
    assert typed("export", kind)[0] == 0
    assert file.read_bytes() == first
    if ending == ".zip":
        with ZipFile(file) as package:
            assert {"imsmanifest.xml", "items/b.xml", "items/c.xml"} <= set(package.namelist())


def test_a_course_with_faults_is_not_exported(project: Path, typed: Type) -> None:
    (project / "quizzes/1-basis/toets.yml").write_text("id: toets-basis\n", "utf-8")
    status, told = typed("export", "gift")
    assert status == 1
    assert "Er is niets geschreven: het leerpad heeft fouten." in told
    assert not (project / "dist").exists()


def shown(title: str) -> Fence:
    [fence] = [fence for fence in fences(guide("exchange")) if fence.title == title]
    return fence


def test_the_bank_of_moodle_in_the_guide_becomes_the_quiz_that_is_shown(project: Path, typed: Type) -> None:
    [command, *_] = [fence.text for fence in fences(guide("exchange")) if fence.title == "Typ dit"]
    (project / "waardering.xml").write_text(shown("waardering.xml").text, "utf-8")
    assert typed(*shlex.split(command)[1:])[0] == 0
    made = shown("quizzes/1-basis/waardering.yml")
    assert (project / made.title).read_text("utf-8") == made.text


def test_the_exports_that_the_guide_shows_work(project: Path, typed: Type) -> None:
    for fence in [fence for fence in fences(guide("exchange")) if "export" in fence.text]:
        assert typed(*shlex.split(fence.text)[1:])[0] == 0


def test_the_spreadsheet_in_the_guide_gives_a_question_of_each_kind_it_tells_of(project: Path, typed: Type) -> None:
    (project / "personeel.csv").write_text(shown("personeel.csv").text, "utf-8")
    status, told = typed("import", "personeel.csv", "--into", "basis")
    assert (status, "5 vragen overgenomen" in told) == (0, True)
    text = (project / "quizzes/1-basis/personeel.yml").read_text("utf-8")
    kinds = ["single_choice", "true_false", "numeric", "fill_in", "reflection"]
    assert [line.split(": ")[1] for line in text.splitlines() if line.startswith("    type: ")] == kinds
    assert (
        "      - text: Wie het als eerste merkt\n        correct: true\n        feedback: Zo wordt het niet groter.\n"
        in text
    )
