"""`leerpad new FOLDER`: a whole course that is right at once, in its own language, and that takes nothing away."""

from __future__ import annotations

import json
import shlex
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.trees import REPOSITORY, write_tree

from leerpad import commands
from leerpad.advice.language import load_language
from leerpad.advice.outwitting import guessers, share_of_test
from leerpad.authoring.beginning import VERSION, Wishes, course_files, managed_files
from leerpad.authoring.color import NAMES, color_of
from leerpad.commands.project import roots_of
from leerpad.course.load.course import load_course, read_sources
from leerpad.deploy.lms.check import PackageCheck
from leerpad.locales import LANGUAGES, load_locale
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from leerpad.course.load.reader import Roots

NAME = "Clean hands: ward 3 & 'north' #1 <b>"


def begin(folder: str, language: str, *more: str) -> int:
    return commands.main(["new", folder, "--language", language, "--name", NAME, "--color", "#f5a800", *more])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_course_has_no_fault_and_gets_no_advice(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert begin("één map", language) == 0
    told = capsys.readouterr().out
    assert 'cd "één map"' in told
    assert "leerpad build" in told
    course = tmp_path / "één map"
    monkeypatch.chdir(course)
    assert commands.main(["check"]) == 0
    words = load_locale(language)
    fine = f"{words.text('portal.fine')} {words.text('portal.told.none')}"
    assert capsys.readouterr().out == f"{fine}\n"
    tree = read_tree(SourceText("mkdocs.yml", (course / "mkdocs.yml").read_text("utf-8")), Report())
    assert tree is not None
    assert tree.data()["site_name"] == NAME
    assert tree.data()["extra"]["leerpad"]["color"] == "#9d6c00"  # #f5a800, as far darker as it must be to be read
    assert len([*course.glob("modules/*/level.yml")]) == 2
    assert [len([*level.glob("[0-9]*.md")]) for level in sorted(course.glob("modules/*/"))] == [2, 2]
    assert sorted(file.name for file in course.iterdir() if file.name.startswith(".")) == [
        ".gitignore", ".leerpad.json", ".vscode",
    ]  # fmt: skip
    assert "@" not in (course / "README.md").read_text("utf-8")
    compile((course / "tests" / "test_course.py").read_text("utf-8"), "test_course.py", "exec")


@pytest.fixture(scope="module", params=LANGUAGES)
def begun(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Roots]:
    """A new course, as nobody has changed it yet: its language, and where its parts stand."""
    folder = tmp_path_factory.mktemp("begun")
    with pytest.MonkeyPatch.context() as moment:
        moment.chdir(folder)
        assert begin("course", request.param) == 0
    return request.param, roots_of(folder / "course")


def test_no_test_of_a_new_course_is_passed_by_how_its_answers_look(begun: tuple[str, Roots]) -> None:
    """Not by their length, which was enough for 80%, nor by their place or tone."""
    language, roots = begun
    course = load_course(roots, Report())
    tests = {name: quiz.model for name, quiz in course.quizzes.items() if quiz.model.mode == "test"}
    assert len(tests) == 2
    kinds = guessers(load_language(language)).items()
    shares = {(name, kind): share_of_test(test.questions, who) for name, test in tests.items() for kind, who in kinds}
    assert {place: share for place, share in shares.items() if share > 0.6} == {}
    assert {
        place: share for place, share in shares.items() if place[1] in ("longest", "shortest") and share > 0.4
    } == {}


def test_a_new_course_can_be_packed_for_a_learning_system(begun: tuple[str, Roots]) -> None:
    """It promised that nothing leaves the browser, which isn’t true there."""
    language, roots = begun
    report = Report()
    course, sources = load_course(roots, report), read_sources(roots)
    check = PackageCheck(course, roots, report)
    check.levels()
    check.marks(sources)
    check.promises(sources, load_locale(language).text("lms.promises"))
    check.kind("scorm12")
    assert [load_locale(language).diagnostic(fault) for fault in report.faults] == []


def test_what_stands_in_the_folder_already_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_tree(tmp_path, {"course/docs/index.md": "Mine.\n", "course/notes.txt": "Mine too.\n"}))
    assert begin("course", "en") == 1
    assert capsys.readouterr().err == (
        "nothing was written, because course/docs/index.md is there already; choose another folder\n"
    )
    assert sorted(file.name for file in tmp_path.rglob("*") if file.is_file()) == ["index.md", "notes.txt"]


def test_a_disk_that_is_full_leaves_no_half_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path as RealPath

    write, written = RealPath.write_bytes, []

    def full(file: Path, data: bytes) -> int:
        written.append(file)
        if len(written) == 5:
            raise OSError(28, "No space left on device", str(file))
        return write(file, data)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(RealPath, "write_bytes", full)
    assert begin("course", "en") == 1
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [(["--color", "sky"], "this isn’t a colour"), (["--name", "\x07"], "title")],
)
def test_what_cannot_be_used_is_refused(
    words: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert begin("course", "en", *words) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "course").exists()


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Sit at a terminal, and answer what is asked; gives the questions."""
    waiting, asked = [*answers], list[str]()

    def typed(question: str) -> str:
        asked.append(question)
        return waiting.pop(0)

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", typed)
    return asked


def test_at_a_terminal_a_new_course_asks_for_what_it_was_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = answer(monkeypatch, "NL", "Zorg", "")
    assert commands.main(["new", "zorg"]) == 0
    assert [question.partition(" ")[0] for question in asked] == ["Taal", "Hoe", "Welke"]
    assert json.loads((tmp_path / "zorg" / ".leerpad.json").read_text("utf-8"))["name"] == "Zorg"
    assert capsys.readouterr().out.startswith("Klaar:")


def test_where_nobody_can_be_asked_a_new_course_says_what_to_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And doing what it says works."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setattr("locale.getlocale", lambda: ("en_US", "UTF-8"))
    assert commands.main(["new", "my ward"]) == 1
    told = capsys.readouterr().err
    assert told == (
        "nothing was written, because the language is missing and nobody can be asked here; type for instance\n"
        '  leerpad new course "my ward" --language en --name "Clean hands" --color "blue"\n'
        "Languages: nl, en. Without --name and --color you get this name and this colour.\n"
    )
    assert not (tmp_path / "my ward").exists()
    assert commands.main(shlex.split(told.splitlines()[1])[1:]) == 0


def test_from_a_checkout_a_new_course_says_how_it_gets_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it said before, `python hooks/cli.py build`, isn't in the new folder."""
    monkeypatch.chdir(tmp_path)
    words = ["new", "course", "my ward", "--language", "en"]
    assert commands.main(words, "hooks/cli.py") == 0
    python = Path(sys.executable).name
    steps = [line.strip() for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert steps == [
        f'{python} -m pip wheel --no-deps --wheel-dir "my ward/wheels" "{REPOSITORY}"',
        f'{python} -m venv "my ward/.venv"',
        'cd "my ward"',
        ".venv/bin/python -m pip install -r requirements.txt",
        ".venv/bin/python -m leerpad build",
        ".venv/bin/python -m leerpad serve",
    ]
    pins = set((tmp_path / "my ward" / "requirements.txt").read_text("utf-8").splitlines())
    assert {
        f"leerpad=={VERSION}",
        *(f"{name}=={version(name)}" for name in ("mkdocs-material", "babel", "lxml")),
    } <= pins


def test_a_course_that_needs_the_package_says_so_where_it_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """MkDocs said only that a plugin isn't installed."""
    monkeypatch.chdir(tmp_path)
    assert begin("course", "en") == 0
    monkeypatch.chdir(tmp_path / "course")
    monkeypatch.setattr("leerpad.commands.site.entry_points", lambda **_: [])
    for command in ("build", "serve"):
        assert commands.main([command], "hooks/cli.py") == 1
        assert capfd.readouterr().err == (
            f"{sys.executable} hasn’t got the plugin leerpad, for which mkdocs.yml asks. "
            f'Install it with: "{sys.executable}" -m pip install "{REPOSITORY}"\n'
        )
    monkeypatch.setattr(sys, "executable", str(tmp_path / "course" / ".venv" / "bin" / "python"))
    assert commands.main(["build"], "hooks/cli.py") == 1
    assert f'Install it with: {Path(".venv/bin/python")} -m pip install "{REPOSITORY}"\n' in capfd.readouterr().err


def test_what_is_managed_is_never_what_authors_write() -> None:
    wishes = Wishes("A course", "en", "#1d5f8a")
    managed, all_files = managed_files(wishes), course_files(wishes)
    assert managed.items() <= all_files.items()
    theirs = [path for path in all_files if path.startswith(("docs/", "modules/", "quizzes/", "mkdocs"))]
    assert [path for path in theirs if path in managed and not path.endswith(".schema.json")] == []
    assert {"README.md", "requirements.txt", ".gitignore", ".vscode/settings.json", "tests/test_course.py"} <= {
        *managed
    }
    assert f"leerpad=={VERSION}\n" in f"{managed['requirements.txt']}\n"


def test_the_package_and_the_engine_say_the_same_version() -> None:
    assert tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION


def test_the_record_says_what_was_wished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert begin("course", "en") == 0
    record = json.loads((tmp_path / "course" / ".leerpad.json").read_text("utf-8"))
    assert {key: record[key] for key in ("name", "language", "color", "version")} == {
        "name": NAME, "language": "en", "color": "#f5a800", "version": VERSION,
    }  # fmt: skip


def test_a_colour_is_named_or_written_as_designers_do() -> None:
    assert [color_of(wanted) for wanted in ("Blue", "#FA0", "00ff00", "sky", "#12345", "")] == [
        NAMES["blue"], "#ffaa00", "#00ff00", None, None, None,
    ]  # fmt: skip
