"""Starters: what `new` makes is right at once, has a place and a name of its own, and takes nothing away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.starters import DUTCH, TEST, Command, faults
from support.trees import SETTINGS, build_site, contents, course, lesson, question, quiz, write_tree

import cli
from leerpad.authoring.starters import clean_title, free_name, name_from
from leerpad.authoring.workbench import RefusedError, Workbench
from leerpad.course.load.course import Roots
from leerpad.questions import TYPES
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.scalars import yaml_text
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Open communicatie", "open-communicatie"),
        ("Eén team, twéé doelen!", "een-team-twee-doelen"),
        ("  De collega’s van ‘morgen’  ", "de-collegas-van-morgen"),
        ("Straße & Æther & Smørrebrød", "strasse-aether-smorrebrod"),
        ("C:\\les/../../etc", "c-les-etc"),
        ("100% erbij", "100-erbij"),
        ("ＦＵＬＬ ② ĳsland", "full-2-ijsland"),
        ("日本語", ""),
        ("…?!", ""),
        ("woord " * 40, "woord-woord-woord-woord-woord-woord-woord-woord-woord-woord"),
    ],
)
def test_a_name_is_made_from_a_title(title: str, name: str) -> None:
    assert name_from(title) == name


def test_a_taken_name_gets_the_first_free_number() -> None:
    assert free_name("les", {"toets"}) == "les"
    assert free_name("les", {"les", "les-2", "les-4"}) == "les-3"
    assert free_name("aux", set()) == "aux-2"  # Windows lets no file be called so
    assert free_name("null", set()) == "null-2"  # YAML reads nothing in it


@given(st.text(max_size=90))
def test_every_title_gives_a_good_name_or_none(title: str) -> None:
    name = name_from(title)
    assert name == "" or (re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) and len(name) <= 60)
    clean = clean_title(title)
    if clean:
        tree = read_tree(SourceText("", f"title: {yaml_text(clean)}\n"), report := Report())
        assert report.faults == []
        assert tree is not None
        assert tree.data() == {"title": clean}


def test_a_level_comes_with_a_lesson_and_a_test(new: Command, tmp_path: Path) -> None:
    before = contents(tmp_path)
    status, said, _ = new("level", "Samen leren: één stap")
    made = [
        "modules/3-samen-leren-een-stap/01-samen-leren-een-stap-het-begin.md",
        "modules/3-samen-leren-een-stap/level.yml",
        "quizzes/3-samen-leren-een-stap/toets.yml",
    ]
    after = contents(tmp_path)
    assert status == 0
    assert sorted(after.keys() - before.keys()) == made
    assert before.items() <= after.items()
    assert all(f"Gemaakt: {file}" in said for file in made)
    assert " serve." in said
    assert "make" not in said
    assert faults(tmp_path) == []
    assert b"title: 'Samen leren: \xc3\xa9\xc3\xa9n stap'\n" in after[made[1]]
    assert b"\nquiz: toets-samen-leren-een-stap\n" in after[made[1]]


def test_lessons_and_quizzes_take_the_next_number_and_a_free_name(new: Command, tmp_path: Path) -> None:
    write_tree(tmp_path, {"modules/1-twee/09-los.md": lesson("Los"), "modules/1-twee/_30-kladje.md": "nog niets"})
    for arguments in [("lesson", "twee", "Een B"), ("lesson", "modules/1-twee/", "Een b!"), ("quiz", "1-twee", "Los")]:
        assert new(*arguments)[0] == 0
    names = {name for name in contents(tmp_path) if "een-b" in name or "los" in name}
    assert names == {
        "modules/0-een/02-een-b.md",
        "modules/1-twee/09-los.md",
        "modules/1-twee/10-een-b-2.md",
        "modules/1-twee/11-een-b-3.md",
        "quizzes/1-twee/los-2.yml",
    }
    assert faults(tmp_path) == []


def test_a_quiz_says_which_line_to_put_where(new: Command, tmp_path: Path) -> None:
    status, said, _ = new("quiz", "een", "Korte check", "--test")
    assert status == 0
    assert "\n   <!-- quiz: korte-check -->\n" in said
    assert "\nmode: test\n" in (tmp_path / "quizzes/0-een/korte-check.yml").read_text("utf-8")
    file = tmp_path / "modules/0-een/01-een-a.md"
    file.write_text(file.read_text("utf-8") + "\n<!-- quiz: korte-check -->\n", "utf-8")
    assert faults(tmp_path) == []


def test_a_scan_draws_every_level(new: Command, tmp_path: Path) -> None:
    new("level", "Not")  # a word of the conditions
    new("level", "Rust, ruimte en 'vrijheid'")
    status, said, _ = new("scan", "Onze scan")
    assert status == 0
    assert "\n   <!-- scan: onze-scan -->\n" in said
    made = (tmp_path / "quizzes/onze-scan.yml").read_text("utf-8")
    levels = ["een", "twee", "drie", "not-2", "rust-ruimte-en-vrijheid"]
    assert re.findall(r"^  - \{id: ([\w-]+), title: .*, level:", made, re.MULTILINE) == levels
    assert faults(tmp_path) == []


def test_ids_in_a_file_with_faults_are_taken_too(new: Command, tmp_path: Path) -> None:
    broken = quiz("toets-een", question("oefening-1")) + "fout: ja\n"
    drafts = {
        "quizzes/_later.yml": "questions:\n  - {id: oefening-2}\n",
        "modules/1-twee/level.yml": "id: groei\nfout: ja\n",
    }
    write_tree(tmp_path, {TEST: broken, **drafts})
    new("quiz", "een", "Oefening")
    made = (tmp_path / "quizzes/0-een/oefening.yml").read_text("utf-8")
    assert re.findall(r"- id: (.*)", made) == ["oefening-1-2", "oefening-2-2"]
    new("level", "Groei")
    assert (tmp_path / "modules/3-groei-2/level.yml").is_file()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("lesson", "ene", "Titel"), "er is geen niveau “ene”; bedoel je “een”? Er zijn: een, twee, drie"),
        (("quiz", "basis", "Titel"), "er is geen niveau “basis”; kies uit: een, twee, drie"),
        (("question", "quizzes/0-een/toest.yml", "true_false"), "bedoel je “quizzes/0-een/toets.yml”?"),
        (("question", "mkdocs.yml", "true_false"), "er is geen quiz “mkdocs.yml”"),
        (("question", "../elders.yml", "true_false"), "er is geen quiz “../elders.yml”"),
        (("question", TEST, "true-false"), "onbekend vraagtype “true-false”; bedoel je “true_false”?"),
        (("level", "…"), "van de titel “…” kan geen naam voor een bestand worden gemaakt"),
        (("level", "a\x07b"), "in de titel staat een teken dat niet in een bestand kan"),
        (("lesson", "een", "\udcff"), "in de titel staat een teken dat niet in een bestand kan"),
    ],
)
def test_what_cannot_be_made_is_explained(arguments: tuple[str, ...], words: str, new: Command, tmp_path: Path) -> None:
    before = contents(tmp_path)
    status, said, complaint = new(*arguments)
    assert (status, said) == (1, "")
    assert words in complaint
    assert contents(tmp_path) == before


def test_a_mistake_in_the_command_itself_gives_an_example(new: Command) -> None:
    for arguments in [(), ("niveau", "Titel"), ("lesson", "Titel")]:
        status, said, complaint = new(*arguments)
        assert (status, said) == (2, "")
        assert "Typ bijvoorbeeld: " in complaint


def test_outside_a_course_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["new", "level", "Titel"]) == 1
    assert "mkdocs.yml" in capsys.readouterr().err
    assert contents(tmp_path) == {}


def test_a_file_that_came_in_between_is_not_overwritten(tmp_path: Path) -> None:
    write_tree(tmp_path, {**course()})
    bench = Workbench(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), DUTCH, "new")
    plan = bench.level("Groei")
    write_tree(tmp_path, {"quizzes/3-groei/toets.yml": "van een ander\n"})
    before = contents(tmp_path)
    with pytest.raises(FileExistsError):
        bench.write(plan)
    assert contents(tmp_path) == before


TITLES = st.text(st.sampled_from("ab éß1-’'\"#:{}[]&*!|>%@`,?/\\😀\u00a0\u2028日"), min_size=1, max_size=12) | st.text(
    min_size=1, max_size=30
)
MAKINGS = st.lists(
    st.tuples(st.sampled_from(["level", "lesson", "quiz", "test", "question", "scan"]), TITLES), min_size=1, max_size=6
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(MAKINGS)
@example([("level", "NULL")])
@example([("level", "1"), ("level", "1:"), ("scan", "1")])
def test_making_things_in_a_row_never_breaks_a_course(
    tmp_path_factory: pytest.TempPathFactory, makings: list[tuple[str, str]]
) -> None:
    folder = write_tree(tmp_path_factory.mktemp("row"), {**course()})
    roots = Roots(folder, folder / "docs", folder / "mkdocs.yml")
    for number, (what, title) in enumerate(makings):
        bench = Workbench(roots, DUTCH, "new")
        before = contents(folder)
        level = bench.course.levels[number % len(bench.course.levels)].id
        quizzes = sorted(bench.course.quizzes)
        try:
            if what == "level":
                plan = bench.level(title)
            elif what == "lesson":
                plan = bench.lesson(level, title)
            elif what == "scan":
                plan = bench.scan(title)
            elif what == "question":
                plan = bench.question(quizzes[number % len(quizzes)], [*TYPES][number % len(TYPES)])
            else:
                plan = bench.quiz(level, title, is_test=what == "test")
        except RefusedError:
            continue
        bench.write(plan)
        after = contents(folder)
        assert all(after[name].startswith(data) for name, data in before.items())
        assert faults(folder) == []


def test_what_was_made_builds(new: Command, tmp_path: Path) -> None:
    new("level", "Samen leren 😀 & 'delen': #1")
    new("lesson", "samen-leren-delen-1", '"Aan: elkaar" <b>')
    new("quiz", "een", "Korte {check}")
    new("quiz", "samen-leren-delen-1", "Proef[toets](x)", "--test")
    (tmp_path / "modules/0-een/01-een-a.md").write_text(
        lesson("A", "<!-- quiz: korte-check -->\n\n<!-- quiz: proef-toets-x -->"), "utf-8"
    )
    new("scan", "Scan 日本 1")
    (tmp_path / "docs/scan.md").write_text("# Scan\n\n<!-- scan: scan-1 -->\n", "utf-8")
    for kind in TYPES:
        assert new("question", "quizzes/0-een/korte-check.yml", kind)[0] == 0
    site = build_site(tmp_path)
    assert "<title>Samen leren 😀 &amp; " in (site / "samen-leren-delen-1/index.html").read_text("utf-8")
    assert (site / "samen-leren-delen-1/aan-elkaar-b.html").is_file()


def test_an_english_course_gets_english_comments(new: Command, tmp_path: Path) -> None:
    write_tree(tmp_path, {"mkdocs.yml": SETTINGS.replace("language: nl", "language: en")})
    status, said, _ = new("level", "Learning")
    assert (status, "What to do next:" in said) == (0, True)
    assert "# The permanent name." in (tmp_path / "modules/3-learning/level.yml").read_text("utf-8")
    assert "# The permanent name" in (tmp_path / "quizzes/3-learning/test.yml").read_text("utf-8")
