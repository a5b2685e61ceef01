"""The author's loop: what is remembered from build to build saves work, and changes nothing."""

from __future__ import annotations

import re
from collections import Counter
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from support.loop import Loop
from support.scans import SCAN
from support.trees import CHECK, SETTINGS, lesson, level, rich_course

from leerpad.course.load import course, quizzes
from leerpad.site.render.quizzes import Quizzes
from leerpad.site.render.renderer import Renderer
from leerpad.source.diagnostics import START, Report
from leerpad.source.memory import Memory, NoMemory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Files = dict[str, str]

LESSON = "modules/0-een/01-een-a.md"
SIGN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="3"/></svg>'
TERMS = "terms:\n  - {id: passie, term: passie, explanation: Wat je *graag* doet.}\n  - {id: eis, term: werkeis, explanation: Kost inspanning., lesson: een-b}\n"
SOURCE = "  - id: {0}\n    authors: Aa\n    year: 2002\n    title: Over {0}\n    kind: study\n    certainty: full\n    shows: Iets.\n    limit: Niet *alles*.\n"
BODY = "## Kop\n\nTekst met passie, zie [@bron-a] en [meer](02-een-b.md).\n\n<!-- quiz: check -->\n\n<!-- reflect: denk-na | Wat *vind* je? -->\n"
HINT = "Zie [twee](../modules/1-twee/02-twee-b.md) en [@bron-a] -- ja."


def written() -> Files:
    """A small course with one of everything, in a theme that takes little time."""
    theme = "theme: {name: mkdocs}\nplugins: []\n"
    settings = re.sub(r"theme:\n(  .*\n)+plugins: .*\n", theme, SETTINGS)
    files = {name: text for name, text in rich_course().items() if "drie" not in name}
    return {
        **files,
        "mkdocs.yml": settings,
        LESSON: lesson("Les een A", BODY, actions="[{id: doe, text: 'Doe [dit](02-een-b.md).'}]"),
        "modules/0-een/sein.svg": SIGN,
        "modules/0-een/level.yml": level("een", "Eerste") + "sign: sein.svg\n",
        "modules/1-twee/01-twee-a.md": lesson("Les twee A", "Een werkeis is geen passie.", sources="[bron-b]"),
        "quizzes/check.yml": CHECK.replace("Uitleg bij één.", HINT),
        "quizzes/scan.yml": SCAN.replace("level: drie", "level: een"),
        "docs/scan.md": "# Scan\n\n<!-- scan: proefscan -->\n",
        "docs/glossary.yml": TERMS,
        "docs/begrippen.md": "# Begrippen\n\n<!-- terms -->\n",
        "docs/sources.yml": "sources:\n" + "".join(SOURCE.format(name) for name in ("bron-a", "bron-b")),
        "docs/bronnen.md": "# Bronnen\n\n<!-- sources -->\n",
    }


EDITS = [
    ("quizzes/check.yml", "Reden van fout.", "Een *andere* reden."),
    ("quizzes/check.yml", "title: Korte check", "title: Lange check"),
    ("quizzes/check.yml", "lesson: een-b", "lesson: twee-b"),
    ("quizzes/1-twee/toets.yml", "title: Quiz toets-twee", "title: Proef"),
    ("quizzes/1-twee/toets.yml", "draw: 4", "pass_mark: 90%"),
    (LESSON, "Tekst met passie", "Tekst met een werkeis"),
    (LESSON, "[@bron-a]", "[@bron-b]"),
    (LESSON, "Wat *vind* je?", "Wat doe je?"),
    (LESSON, "<!-- quiz: check -->", "<!-- quiz: toets-twee -->"),
    ("modules/0-een/02-een-b.md", "title: Les een B", "title: Herschreven"),
    ("modules/0-een/02-een-b.md", "Een gewone tekst.", "Een gewone tekst. " * 400),
    ("modules/0-een/level.yml", "title: Eerste", "title: Begin"),
    ("modules/1-twee/level.yml", "id: twee", "id: tweede"),
    ("modules/0-een/sein.svg", 'r="3"', 'r="4"'),
    ("docs/glossary.yml", "Kost inspanning.", "Vraagt **iets**."),
    ("docs/glossary.yml", "term: passie", "term: gewone"),
    ("docs/sources.yml", "year: 2002", "year: 1999"),
    ("docs/begrippen.md", "# Begrippen", "# Woorden\n\nMeer over passie."),
    ("quizzes/scan.yml", "Geen *oordeel*.", "Geen [oordeel](../modules/1-twee/02-twee-b.md)."),
    ("mkdocs.yml", "pass_mark: 60%", "pass_mark: 80%"),
    ("mkdocs.yml", "gating: required", "gating: off"),
    ("mkdocs.yml", "site_name: Proefpad", "site_name: Ander pad"),
    ("mkdocs.yml", "[admonition, attr_list,", "[smarty, attr_list,"),
    ("quizzes/0-een/toets.yml", "een-3", "een-33"),
    ("quizzes/0-een/toets.yml", "mode: test", "mode: test\npass_mark: 20%"),
    ("modules/0-een/01-een-a.md", "Doe [dit]", "Laat [dit]"),
    ("modules/1-twee/01-twee-a.md", "[bron-b]", "[bron-a, bron-b]"),
]
BREAKS = [
    ("quizzes/check.yml", "lesson: een-b", "lesson: nergens"),
    ("quizzes/1-twee/toets.yml", "id: twee-3", "id: twee-4"),
    ("modules/0-een/level.yml", "quiz: toets-een", "quiz: toets-niets"),
    ("docs/sources.yml", "id: bron-b", "id: bron-c"),
    (LESSON, "[@bron-a]", "[@bron-x]"),
]


def edited(files: Files, edit: tuple[str, str, str]) -> Files:
    name, old, new = edit
    assert old in files[name]
    return {**files, name: files[name].replace(old, new)}


def broken(files: Files, random: Random) -> Files:
    return edited(files, random.choice([edit for edit in BREAKS if edit[1] in files.get(edit[0], "")]))


def with_a_lesson_more(files: Files, random: Random) -> Files:
    name = f"extra-{random.randrange(3)}"
    return {**files, f"modules/1-twee/{random.randrange(3, 9):02}-{name}.md": lesson(name, "Nog een les met passie.")}


def without_a_file(files: Files, random: Random) -> Files:
    gone = random.choice([name for name in files if name != "mkdocs.yml"])
    return {name: text for name, text in files.items() if name != gone}


def with_a_file_renamed(files: Files, random: Random) -> Files:
    old = random.choice([name for name in files if name.endswith((".md", "toets.yml"))])
    new = re.sub(r"([^/]+)\.", lambda found: f"0{random.randrange(5, 9)}-nieuw." if "modules" in old else "nieuw.", old)
    return {new if name == old else name: text for name, text in files.items()}


def with_a_strange_word(files: Files, random: Random) -> Files:
    """Anything, anywhere: what comes of it doesn't matter, as long as it is the same."""
    name = random.choice([name for name in files if not name.endswith(".svg")])
    words = list(re.finditer(r"[A-Za-z]{3,}", files[name]))
    word = random.choice(words)
    new = random.choice(["passie", "true", "een-b", "Anders", "<b>x</b>", "[@bron-a]", "'", "\t", "correct"])
    return {**files, name: files[name][: word.start()] + new + files[name][word.end() :]}


WAYS: list[Callable[[Files, Random], Files]] = [
    broken, with_a_lesson_more, without_a_file, with_a_file_renamed, with_a_strange_word
]  # fmt: skip


@pytest.fixture
def loop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Loop:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    (tmp_path / "course").mkdir()
    return Loop(tmp_path / "course")


def test_after_each_edit_the_site_is_as_if_it_was_built_for_the_first_time(loop: Loop) -> None:
    loop.write(written())
    loop.built()
    for edit in EDITS:
        loop.write(edited(written(), edit))
        again = loop.built_and_forgotten()
        assert again == loop.built_fresh(), edit
        assert isinstance(again, dict), edit


def test_so_it_is_after_a_row_of_any_changes_and_so_are_the_faults(loop: Loop) -> None:
    random = Random(8)
    good = files = written()
    outcomes = []
    for _ in range(12):
        loop.write(files)
        again = loop.built()
        assert again == loop.built_fresh(), {name for name in good if files.get(name) != good[name]}
        outcomes.append(isinstance(again, dict))
        good = files if outcomes[-1] else random.choice([good, written()])  # mended, or all thrown away
        files = random.choice(WAYS)(good, random)
    assert {True, False} == {*outcomes}


def test_a_text_that_another_file_is_part_of_is_never_remembered(loop: Loop) -> None:
    files = {**written(), "part.txt": "Eerste stuk.\n"}
    snippets = f"- pymdownx.snippets: {{base_path: ['{loop.folder}']}}\n"
    files["mkdocs.yml"] = re.sub(r"markdown_extensions: .*\n", f"markdown_extensions:\n{snippets}", files["mkdocs.yml"])
    files["quizzes/check.yml"] = CHECK.replace("Uitleg bij één.", "'--8<-- \"part.txt\"'")
    for words in ("Eerste stuk.", "Tweede stuk."):
        loop.write({**files, "part.txt": words})
        site = loop.built()
        assert isinstance(site, dict), site
        assert words in site["een/een-a.html"].decode()


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts what is shaped and rendered."""
    done: Counter[str] = Counter()

    def count(owner: Any, name: str, what: str) -> None:
        original = getattr(owner, name)

        def counted(*args: Any, **names: Any) -> Any:
            done[what] += 1
            return original(*args, **names)

        monkeypatch.setattr(owner, name, counted)

    count(course, "shape", "shaped")
    count(quizzes, "shape", "shaped")
    count(Quizzes, "_html", "quizzes")
    count(Renderer, "_around", "pages")
    return done


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            "quizzes/check.yml",
            "Reden van fout.",
            "Een andere reden.",
            {"shaped": 1, "quizzes": 1, "pages": 1},
        ),  # that of reviews names the script of its questions
        (LESSON, "Tekst met passie", "Tekst met", {"shaped": 1, "pages": 2}),  # and the terms on the page of progress
        ("docs/index.md", "# Welkom", "# Dag", {}),
    ],
)
def test_only_what_changed_is_read_and_rendered_again(
    name: str, old: str, new: str, expected: dict[str, int], loop: Loop, work: Counter[str]
) -> None:
    files = written()
    loop.write(files)
    assert isinstance(loop.built(), dict)
    loop.write({**files, "quizzes/check.yml": "id: check\n"})
    assert isinstance(loop.built(), str)
    loop.write(files)
    loop.built()
    work.clear()
    loop.write({**files, name: files[name].replace(old, new)})
    loop.built()
    assert work == expected


def test_a_memory_knows_what_was_asked_in_this_round_and_the_last_and_no_more() -> None:
    memory, made = Memory(), []

    def ask(key: str) -> None:
        memory.recall(key, lambda: made.append(key))

    for key in ("a", "b", "a"):
        ask(key)
    memory.turn()
    ask("a")
    memory.turn()
    ask("a")
    ask("b")
    assert made == ["a", "b", "b"]


@pytest.mark.parametrize("memory", [Memory(), NoMemory()])
def test_what_was_found_once_is_told_each_time(memory: Memory) -> None:
    def make(report: Report) -> str:
        report.fault("a.yml", START, "empty_file")
        return "made"

    for _ in range(2):
        report = Report()
        assert memory.recall_told("key", make, report) == "made"
        assert [found.code for found in report.faults] == ["empty_file"]
