"""Starters: what `new` makes is right at once, has a place and a name of its own, and takes nothing away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.trees import SETTINGS, build_site, course, lesson, question, quiz, write_tree

import cli
from leerpad.authoring.append import addition
from leerpad.authoring.starters import clean_title, free_name, name_from, question_starter
from leerpad.authoring.workbench import RefusedError, Workbench
from leerpad.course.check.course import check_course
from leerpad.course.load.course import Roots, load_course
from leerpad.locales import LANGUAGES, load_locale
from leerpad.questions import TYPES
from leerpad.questions.examples import load_examples
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.scalars import yaml_text
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path


DUTCH = load_locale("nl")
TEST = "quizzes/0-een/toets.yml"

Command = "Callable[..., tuple[int, str, str]]"


def faults(folder: Path) -> list[str]:
    report = Report()
    check_course(load_course(Roots(folder, folder / "docs", folder / "mkdocs.yml"), report), report)
    return [DUTCH.diagnostic(found) for found in report.faults]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


@pytest.fixture
def new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs `new …` in a small course; gives the exit status and what was said."""
    write_tree(tmp_path, {**course()})
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(["new", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TYPES)
def test_the_starter_of_a_type_is_its_first_example(kind: str, language: str) -> None:
    """In every language: what stands in a comment must not end up in the question."""
    text = question_starter(kind, "vers-1", load_locale(language), lesson="les")
    tree = read_tree(SourceText("", f"questions:\n{text}"), report := Report())
    assert report.faults == []
    assert tree is not None
    example = load_examples(kind, language)[0].data
    assert tree.data() == {"questions": [{**example, "id": "vers-1", "lesson": "les"}]}
    assert f"# {kind}: " in text
    assert len([line for line in text.splitlines() if line.lstrip().startswith("#")]) >= len(example)
    assert max(len(line) for line in text.splitlines()) < 200


@pytest.mark.parametrize("indent", [0, 2, 6])
@pytest.mark.parametrize("kind", TYPES)
def test_a_question_of_each_type_can_be_added(kind: str, indent: int, tmp_path: Path) -> None:
    item = quiz("toets-een", question("een-1")).replace("\n  ", "\n" + " " * indent)
    write_tree(tmp_path, {**course(), TEST: item})
    bench = Workbench(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), DUTCH, "new")
    bench.write(bench.question(TEST, kind))
    assert (tmp_path / TEST).read_text("utf-8").startswith(item)
    assert f"\n{' ' * indent}- id: toets-een-2\n" in (tmp_path / TEST).read_text("utf-8")
    assert faults(tmp_path) == []


ENDINGS = {
    "as it should be": "",
    "no final newline": None,
    "a comment at the end": "# Tot hier.\n",
    "an indented comment without newline": "      # Tot hier.",
    "empty lines": "\n\n  \n",
    "a text over several lines": "    explanation: |\n      Een.\n\n      Twee.",
    "a text that keeps its empty lines": "    explanation: |+\n      Een.\n\n\n",
    "a folded text with a sign that looks like a comment": "    explanation: >-\n      Een\n      # geen opmerking\n",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_byte_that_was_there_stays(ending: str, mark: bytes, newline: str, new: Command, tmp_path: Path) -> None:
    end = ENDINGS[ending]
    text = quiz("toets-een", question("een-1"))
    text = text.rstrip("\n") if end is None else text + end
    before = mark + text.replace("\n", newline).encode()
    (tmp_path / TEST).write_bytes(before)
    assert new("question", TEST, "true_false")[0] == 0
    after = (tmp_path / TEST).read_bytes()
    assert after.startswith(before)
    added = after[len(before) :].decode()
    assert "true_false" in added
    assert {*re.findall(r"\r\n|\n|\r", added)} == {newline}
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        quiz("toets-een", question("een-1")) + "shuffle: true\n",
        "{id: toets-een, title: T, mode: test, questions: [{id: a, type: true_false, prompt: P, correct: true}]}\n",
        "id: toets-een\ntitle: T\nquestions: [{id: a, type: true_false, prompt: P, correct: true}]\n",
        "id: toets-een\ntitle: T\nquestions: []\n",
        quiz("toets-een", question("een-1")) + "...\n",
        quiz("toets-een", question("een-1")) + "---\nid: nog-een\n",
        "id: toets-een\ntitle: T\n",
        "id: toets-een\ntitle: 'T\nquestions:\n",
        quiz("toets-een", question("een-1")) + "\tid: x\n",
        "questions: later\n",
        "- a\n",
    ],
)
def test_where_the_end_is_not_the_place_the_text_is_given_to_paste(text: str, new: Command, tmp_path: Path) -> None:
    (tmp_path / TEST).write_text(text, "utf-8", newline="")
    status, said, complaint = new("question", TEST, "ordering" if "ordering" in TYPES else "single_choice")
    assert (status, said) == (1, "")
    assert "is niet veranderd" in complaint
    assert "  - id: " in complaint
    assert (tmp_path / TEST).read_text("utf-8") == text


def test_an_empty_list_of_questions_is_begun() -> None:
    before = "id: q\ntitle: Q\nquestions: # hieronder\n"
    added = addition(before, lambda indent: " " * indent + "- {id: a}\n")
    assert added == "  - {id: a}\n"


def test_a_question_learns_its_lesson_from_where_its_quiz_stands(new: Command, tmp_path: Path) -> None:
    write_tree(tmp_path, {"modules/0-een/02-een-b.md": lesson("B", "<!-- quiz: check -->")})
    write_tree(tmp_path, {"quizzes/check.yml": quiz("check", question("check-1"), keys="")})
    assert new("question", "check", "single_choice")[0] == 0  # a quiz can be named by its id
    assert "\n    lesson: een-b\n" in (tmp_path / "quizzes/check.yml").read_text("utf-8")
    assert faults(tmp_path) == []


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
