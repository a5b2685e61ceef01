"""The guides for authors: nothing they may write or type is undocumented, and what the guides show is right."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest
from support.faults import checked
from support.guides import GUIDES, Fence, fences, guide, numbered, recipe
from support.trees import REPOSITORY, course, lesson, level, question, quiz, write_tree

import cli
from leerpad.advice.language import load_language, words_of
from leerpad.advice.pieces import Piece
from leerpad.course.load.course import Roots, load_course
from leerpad.course.model.files import Action, LessonFile, LevelFile, QuizFile, Settings
from leerpad.course.model.own_pages import OWN
from leerpad.course.scan.conditions import WORDS
from leerpad.course.scan.model import Alert, Dimension, Part, Profile, RetiredStatement, ScanBand, ScanFile, Statement
from leerpad.guide import NAMES, load_guide
from leerpad.locales import LANGUAGES, load_locale
from leerpad.questions import TYPES
from leerpad.site.plan.guide_words import course_words, fitted
from leerpad.source.diagnostics import Report
from leerpad.source.directives import DIRECTIVES
from leerpad.source.files import SourceText
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.source.shape import Shaped

REFERENCE = guide("reference")
PAGES = sorted(GUIDES.glob("*.md"))
KEYS: dict[str, type[Shaped]] = {
    "## Een niveau": LevelFile,
    "## Een les": LessonFile,
    "### Een actie, bij `actions`": Action,
    "## De instellingen": Settings,
    "## Een scan": ScanFile,
    "### Een onderdeel, bij `dimensions`": Dimension,
    "### Een band, bij `bands`": ScanBand,
    "### Een stelling, bij `statements`": Statement,
    "### Een melding, bij `alerts`": Alert,
    "### Een profiel, bij `profiles`": Profile,
    "### Een deel van de uitkomst, bij `parts`": Part,
}


def section(heading: str) -> str:
    """The part of the reference under a heading, until the next one of any kind."""
    return re.split(r"^#{2,3} ", REFERENCE.split(f"\n{heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> dict[str, list[str]]:
    """The rows of the tables, by the code in their first cell, which ends a table's row in many words."""
    cells = [
        re.split(r" \| (?=(?:[^`]*`[^`]*`)*[^`]*$)", line.strip("| \n"))
        for line in text.splitlines()
        if line.startswith("| `")
    ]
    return {row[0].strip("`"): row[1:] for row in cells}


def shown(heading: str) -> str:
    """The one block of YAML under a heading."""
    [fence] = [fence for fence in fences(section(heading)) if fence.language == "yaml"]
    return fence.text


def data(text: str) -> dict[str, object]:
    tree = read_tree(SourceText("gids", text), report := Report())
    assert tree is not None
    assert report.faults == []
    return tree.data()


@pytest.mark.parametrize("heading", KEYS)
def test_every_key_has_its_row_and_no_other(heading: str) -> None:
    fields = KEYS[heading].model_fields
    told = rows(section(heading))
    keys = {key for key in told if not key.startswith("leerpad:")}
    assert keys == {field.alias or name for name, field in fields.items()}
    for name, field in fields.items():
        assert told[field.alias or name][0] == ("ja" if field.is_required() else "nee"), name


def test_every_word_of_a_condition_has_its_row() -> None:
    assert rows(section("### Een voorwaarde, bij `when`")).keys() == set(WORDS)


@pytest.mark.parametrize("heading", ["## Een niveau", "## Een les"])
def test_what_the_reference_shows_is_right_and_has_every_key(heading: str) -> None:
    model = KEYS[heading]
    assert model.model_validate(data(shown(heading))).model_fields_set == set(model.model_fields)


def faults(folder: Path) -> list[str]:
    _, report = checked(folder)
    return [f"{found.path}:{found.position.line} {found.code}" for found in report.faults]


def test_the_settings_and_the_scan_that_are_shown_have_every_key_and_no_fault(tmp_path: Path) -> None:
    settings, scan = data(shown("## De instellingen")), shown("## Een scan")
    assert Settings.model_validate(settings["extra"]["leerpad"]).model_fields_set == set(Settings.model_fields)  # type: ignore[index]
    files = {
        **course(),
        "mkdocs.yml": re.sub(" +badges: .*\n", "", shown("## De instellingen")),  # they need a key: see test_badges.py
        "quizzes/onze-scan.yml": scan,
        "modules/8-basis/level.yml": level("basis", "Basis"),
        "modules/8-basis/01-les.md": lesson("Les", "<!-- scan: onze-scan -->"),
        "modules/9-passie/level.yml": level("passie", "Passie"),
        "modules/9-passie/01-andere-les.md": lesson("Les"),
        "quizzes/basis.yml": quiz("toets-basis", question("b")),
        "quizzes/passie.yml": quiz("toets-passie", question("p")),
    }
    assert faults(write_tree(tmp_path, {**files})) == []
    read = ScanFile.model_validate(data(scan))
    parts = [read, *read.dimensions, *read.bands, *read.statements, *read.alerts, *read.parts, *read.profiles]
    parts += read.retired
    for model in (ScanFile, Dimension, ScanBand, Statement, Alert, Part, Profile, RetiredStatement):
        written = {key for part in parts if isinstance(part, model) for key in part.model_fields_set}
        assert written == set(model.model_fields)
    assert all(re.search(rf"\b{word}:", scan) for word in WORDS)


def test_every_directive_and_every_page_of_ours_in_the_menu_is_named() -> None:
    written = {re.sub(r"<!-- ([\w-]+).*-->", r"\1", row) for row in rows(section("## Opdrachten in een tekst"))}
    assert written == set(DIRECTIVES)
    named = {key for key in rows(section("## Het menu")) if key.startswith("leerpad:")}
    assert named == {"leerpad:levels", *(f"leerpad:{name}" for name in OWN)}


def help_of(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit):
        cli.main([*words, "--help"])
    return capsys.readouterr().out


def test_every_command_of_the_authors_door_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    commands = [[name] for name in choices(help_of(capsys))]
    commands += [["new", name] for name in choices(help_of(capsys, "new"))]
    commands.remove(["new"])
    explained = [line for line in section("## Opdrachten").splitlines() if line.startswith("| `leerpad ")]
    assert len(explained) == len(commands)
    for words in commands:
        [line] = [line for line in explained if re.match(rf"\| `leerpad {' '.join(words)}[ `]", line)]
        options = set(re.findall(r"--[a-z-]+", help_of(capsys, *words))) - {"--help"}
        assert options == set(re.findall(r"--[a-z-]+", line))


def choices(text: str) -> list[str]:
    """The commands that argparse lists."""
    return re.findall(r"^    (\w+)\b", text, re.MULTILINE)


@pytest.mark.parametrize("line", [line for line in REFERENCE.splitlines() if line.startswith("| `leerpad new ")])
def test_every_new_that_the_reference_shows_works(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_tree(tmp_path, {**course(), "modules/7-basis/level.yml": level("basis", "Basis")})
    write_tree(tmp_path, {"modules/7-basis/01-les.md": lesson("Les")})
    write_tree(tmp_path, {"quizzes/toets.yml": quiz("toets-basis", question("b"))})
    monkeypatch.chdir(tmp_path)
    [typed] = re.findall(r"`leerpad (.*?)`", line)
    words = re.findall(r'"([^"]*)"|(\S+)', typed)
    assert cli.main([quoted or plain for quoted, plain in words]) == 0, capsys.readouterr().err
    assert faults(tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_guide_tells_to_copy_can_be_typed_in_the_folder_of_the_course(language: str, tmp_path: Path) -> None:
    """In a course that carries the engine, as in one that has it as a package, on Windows too: no make, its own names."""
    write_tree(tmp_path, course())
    known = load_course(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), Report())
    for folder, door, options in (
        (REPOSITORY, "hooks/cli.py", "--require-hashes -r requirements/site.lock"),
        (tmp_path, "-m leerpad", "-r requirements.txt"),
    ):
        words = course_words(known, "Ons leerpad", folder, load_locale(language))
        pages = {page.name: fitted(page.text, words) for page in load_guide(language)}
        for python in (".venv/bin/python", ".venv/Scripts/python"):
            assert f"\n{python} -m pip install {options}\n" in pages["first-lesson"]
        told = "\n".join(pages.values())
        assert re.findall(r"@[a-z_]+@|`make |^make (?:check|serve|site|publish)|^leerpad ", told, re.MULTILINE) == []
        typed, on_windows = (
            re.findall(rf"^\.venv/{place}/python (.*)$", told, re.MULTILINE) for place in ("bin", "Scripts")
        )
        assert sorted(on_windows) == sorted(typed)
        assert len([line for line in typed if line.startswith(f"{door} ")]) > 15
        assert all(name in pages["first-lesson"] for name in ("**Ons leerpad**", "**Eerste**", "modules/0-een/03-"))
    [setup] = [line for line in recipe(r"\.venv/site\.stamp") if " pip install " in line]
    assert "--require-hashes -r" in setup


def questions() -> list[Fence]:
    return [fence for fence in fences(guide("good-questions")) if fence.language == "yaml"]


@pytest.mark.parametrize("fence", questions(), ids=lambda fence: re.findall(r"id: (\S+)", fence.text)[0])
def test_every_question_that_is_shown_is_one_and_the_better_ones_give_each_reason(fence: Fence) -> None:
    quiz_file = QuizFile.model_validate(data(f"id: q\ntitle: Q\nquestions:\n{fence.text}"))
    [shown_question] = quiz_file.questions
    assert list(shown_question.check()) == []
    before = guide("good-questions").split(fence.text)[0].splitlines()
    if [line for line in before if line.startswith("**")][-1] == "**Beter:**":
        answers = fence.text.count("- text:") or 2
        assert fence.text.count("feedback") == answers


def test_every_type_is_in_the_table_that_helps_to_choose() -> None:
    chosen = re.findall(r"^\| [^|]+\? \| `(\w+)` \|$|^\| [^|`]+ \| `(\w+)` \|$", guide("good-questions"), re.MULTILINE)
    assert sorted(first or second for first, second in chosen) == sorted(TYPES)


def test_the_level_that_is_shown_is_the_one_that_the_command_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = guide("levels")
    typed, *moves = [line for fence in fences(text) if fence.title == "Typ dit" for line in fence.text.splitlines()]
    [level_file] = [fence for fence in fences(text) if fence.title.endswith("/level.yml")]
    levels = {"start": 2, "basis": 3, "werk": 1, "leiderschap": 2, "passie": 1}
    write_tree(tmp_path, {"mkdocs.yml": course()["mkdocs.yml"], "docs/index.md": "# Welkom\n\n<!-- path -->\n"})
    for place, (name, lessons) in enumerate(levels.items()):
        files = {f"{n:02}-{name}-{n}.md": lesson(f"Les {n}") for n in range(1, lessons + 1)}
        files["level.yml"] = level(name, name.title())
        write_tree(tmp_path, {f"modules/{place}-{name}/{file}": text for file, text in files.items()})
        write_tree(tmp_path, {f"quizzes/{place}-{name}.yml": quiz(f"toets-{name}", question(f"vraag-{name}"))})
    (tmp_path / "modules/1-basis/03-basis-3.md").rename(tmp_path / "modules/1-basis/03-erkenning.md")
    monkeypatch.chdir(tmp_path)
    assert cli.main(shlex.split(typed)[1:]) == 0
    shown_level, made = data(level_file.text), data(numbered(tmp_path, level_file.title).read_text("utf-8"))
    assert LevelFile.model_validate(shown_level)
    assert {key: shown_level[key] for key in ("id", "title", "quiz")} == {
        key: made[key] for key in ("id", "title", "quiz")
    }
    assert len(moves) == 3
    for words in map(shlex.split, moves):
        cli.main([*words[1:3], "1"])  # wherever it stood in the course
        assert cli.main(words[1:]) == 0, words


@pytest.mark.parametrize("gating", ["required", "advised", "off"])
def test_every_gating_is_explained_twice(gating: str) -> None:
    assert f"| `{gating}` |" in guide("levels")
    assert f"`{gating}`:" in rows(section("## De instellingen"))["gating"][1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_guide_is_in_the_menu_and_on_the_page_that_says_which_to_read(page: Path) -> None:
    assert page.stem in NAMES
    assert page.stem == "index" or f"]({page.name})" in guide("index")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_guides_take_their_own_advice_on_sentences(page: Path) -> None:
    text = page.read_text("utf-8").split("---\n", 2)[2]
    dutch = load_language("nl")
    found = [sentence for sentence, _ in Piece(page.name, MarkdownText(text)).sentences(dutch)]
    lengths = {sentence: len(words_of(sentence)) for sentence in found}
    assert sum(lengths.values()) / len(lengths) <= 13
    assert [sentence for sentence, length in lengths.items() if length > 25] == []
