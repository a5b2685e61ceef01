"""Whole builds, as an author runs them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from support.shelf import SITE
from support.trees import (
    REPOSITORY,
    SETTINGS,
    build,
    build_site,
    contents,
    course,
    lesson,
    question,
    quiz,
    rich_course,
    write_tree,
)
from support.whole_sites import course_map_of, loads_what_it_shows

from leerpad.commands.check import check
from leerpad.locales import load_locale
from leerpad.questions import TYPES

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def files_of(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


LINKS = "[les](../1-twee/01-twee-a.md#kop) [over](../../docs/over.md) ![plaat](plaat.svg) "
NAVIGATION = "nav:\n  - index.md\n  - leerpad:progress\n  - leerpad:levels\n  - Meer:\n      - over.md\n"
LINKED = f"""\
{LINKS}

Vindbaar. <!-- negeer: reading-level -->

<!-- quiz: check -->

## Daarna

Ook vindbaar.

<!-- negeer: long-sentence | dit is een citaat -->
Tekst van de les.

<!-- reflect: denken | Wat zegt [b](02-een-b.md)? -->
"""
HINT = "hint: 'Zie [les](../modules/1-twee/02-twee-b.md) en ![plaat](eigen.svg)'\nexplanation: De uitleg."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a course with links and pictures everywhere, whose lessons were renumbered, with its site."""
    folder = tmp_path_factory.mktemp("made")
    files = course()
    del files["modules/0-een/01-een-a.md"]
    files |= {
        "mkdocs.yml": SETTINGS + NAVIGATION,
        "docs/over.md": "# Over\n\n[naar les](../modules/0-een/05-een-a.md)\n",
        "modules/0-een/05-een-a.md": lesson("A", LINKED, actions="[{id: doen, text: 'Lees [b](02-een-b.md).'}]"),
        "modules/0-een/plaat.svg": PICTURE,
        "quizzes/check.yml": quiz("check", question("check-1", right="Het geheime antwoord", more=HINT), keys=""),
        "quizzes/eigen.svg": PICTURE,
    }
    build_site(folder, {**files})
    return folder


def test_lessons_and_quizzes_become_pages_which_renumbering_does_not_move(made: Path) -> None:
    site = made / SITE
    pages = [name for name in files_of(site) if name.endswith(".html") and name != "404.html"]
    assert pages == sorted(
        [
            "herhalen.html",
            "index.html",
            "mijn-actieplan.html",
            "mijn-certificaten.html",
            "mijn-notities.html",
            "mijn-voortgang.html",
            "over.html",
            "teambeeld.html",
        ]
        + [
            f"{name}/{page}.html"
            for name in ("een", "twee", "drie")
            for page in ("index", f"toets-{name}", f"{name}-a", f"{name}-b")
        ]
    )
    assert (site / "een" / "plaat.svg").read_text() == PICTURE
    assert files_of(made / "docs") == ["index.md", "over.md"]  # nothing is copied into docs


def test_links_are_written_between_files_and_work_in_the_site(made: Path) -> None:
    site = made / SITE
    page = (site / "een" / "een-a.html").read_text()
    for target in (
        "../twee/twee-a.html#kop",
        "../over.html",
        "plaat.svg",
        "../twee/twee-b.html",
        "../quizzes/eigen.svg",
    ):
        assert f'"{target}"' in page
        assert (site / "een" / target.split("#")[0]).resolve().is_file()
    assert 'href="een/een-a.html"' in (site / "over.html").read_text()


def test_links_in_a_step_and_in_a_question_to_think_about_work_in_the_site(made: Path) -> None:
    site = made / SITE
    assert (site / "een" / "een-a.html").read_text().count('<a href="een-b.html">b</a>') == 2
    assert 'Wat zegt <a href="een/een-b.html">b</a>?' in (site / "mijn-notities.html").read_text()
    assert 'Lees <a href="een/een-b.html">b</a>.' in (site / "mijn-actieplan.html").read_text()


def test_answers_and_reasons_are_not_in_the_search_index(made: Path) -> None:
    index = (made / SITE / "search" / "search_index.json").read_text()
    assert "Vindbaar" in index
    assert "Ook vindbaar" in index
    assert not re.search("geheime|Reden van|De uitleg|Wat kies je|Wat zegt", index)


def test_our_pages_stand_where_the_navigation_says(made: Path) -> None:
    links = re.findall(
        r'class="md-nav__link[^"]*"[^>]*href="([^"]+)"|href="([^"]+)" class="md-nav__link',
        (made / SITE / "index.html").read_text(),
    )
    order = [one or other for one, other in links if not (one or other).startswith("#")]
    assert (
        order.index("mijn-voortgang.html")
        < order.index("een/index.html")
        < order.index("drie/index.html")
        < order.index("over.html")
    )


def test_silences_never_reach_a_page(made: Path) -> None:
    page = (made / SITE / "een" / "een-a.html").read_text("utf-8")
    assert "Tekst van de les." in page
    assert "negeer" not in page


def test_faults_stop_the_build_and_leave_the_last_good_site(tmp_path: Path) -> None:
    site = build_site(tmp_path, {**course()})
    before = {name: (site / name).read_bytes() for name in files_of(site)}
    write_tree(
        tmp_path,
        {
            "modules/0-een/01-een-a.md": lesson("A", "<!-- quiz: bestaat-niet -->"),
            "quizzes/1-twee/toets.yml": quiz("toets-twee", question("twee-1").replace("correct: true", "corect: true")),
        },
    )
    done = build(tmp_path)
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Het leerpad is niet gebouwd: 2 fouten." in said
    assert "modules/0-een/01-een-a.md:5:1  er is geen quiz met id “bestaat-niet”" in said
    assert "quizzes/1-twee/toets.yml:12:9  onbekende sleutel “corect”; bedoel je “correct”?" in said
    assert "Traceback" not in said
    assert {name: (site / name).read_bytes() for name in files_of(site)} == before


def test_settings_may_stand_in_a_file_of_another_name(tmp_path: Path) -> None:
    files = {**course(), "docs/begrippen.md": "# Begrippen\n\n<!-- terms -->\n"}
    files["docs/glossary.yml"] = "terms: [{id: een, term: leren, explanation: Iets nieuws kunnen.}]\n"
    files["proef.yml"] = files.pop("mkdocs.yml")
    write_tree(tmp_path, {**files})
    done = build(tmp_path, "--config-file", "proef.yml")
    assert done.returncode == 0, done.stderr


def test_a_page_of_docs_cannot_hide_a_page_of_the_course(tmp_path: Path) -> None:
    write_tree(tmp_path, {**course(), "docs/een/een-a.md": "# In de weg\n"})
    done = build(tmp_path)
    assert done.returncode == 1
    assert "deze pagina wil op een/een-a.html staan, maar daar staat al een/een-a.md" in done.stderr + done.stdout


def test_the_guide_lists_every_fault(guide_site: Path) -> None:
    page = (guide_site / "leerpad-guide" / "faults.html").read_text("utf-8")
    words = load_locale("nl").words
    codes = {key.removeprefix("fault.").removesuffix("_suggestion") for key in words if key.startswith("fault.")}
    assert set(re.findall(r'<dt id="(\w+)">', page)) == codes
    assert "{key}" not in page
    assert "onbekende sleutel “…”; bedoel je “…”?" in page


def test_check_tells_machines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_tree(tmp_path, {**course(), "modules/0-een/level.yml": "id: een\nsummary: S\nquiz: toets-een\n"})
    assert check(tmp_path, in_json=True) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == 1
    assert told["faults"] == [
        {"path": "modules/0-een/level.yml", "line": 1, "column": 1, "code": "missing_key", "message": "sleutel “title” ontbreekt; vul hem aan", "params": {"key": "title"}}
    ]  # fmt: skip
    assert {entry["code"] for entry in told["advice"]} >= {"question-without-lesson"}
    assert {"path", "line", "column", "code", "message", "params"} == set(told["advice"][0])
    assert check(tmp_path, in_json=True, with_advice=False) == 1
    assert json.loads(capsys.readouterr().out)["advice"] == []


def test_faults_come_before_advice_each_by_file_and_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    untitled = {"modules/0-een/level.yml": "id: een\nsummary: S\nquiz: toets-een\n"}
    write_tree(tmp_path, {**course(), **untitled, "quizzes/2-drie/toets.yml": ""})
    assert check(tmp_path) == 1
    *lines, closing = capsys.readouterr().out.splitlines()
    kinds = ["  advies " in line for line in lines]
    assert kinds == sorted(kinds)
    assert set(kinds) == {True, False}
    places = [(line.split(":")[0], int(line.split(":")[1])) for line in lines]
    split = kinds.index(True)
    assert places[:split] == sorted(places[:split])
    assert places[split:] == sorted(places[split:])
    assert closing.startswith(f"{split} fouten gevonden. {len(lines) - split} adviezen")


def test_advice_is_said_and_counted_and_stops_nothing(tmp_path: Path) -> None:
    write_tree(tmp_path, {**course(), "quizzes/los.yml": quiz("los", question("los-1"), keys="")})
    done = build(tmp_path)
    assert done.returncode == 0
    assert "INFO    -  quizzes/los.yml:1:1  advies unused-quiz  quiz “los” wordt nergens gebruikt" in done.stderr
    assert "INFO    -  1 advies over de teksten; het staat hierboven." in done.stderr
    (tmp_path / "quizzes/los.yml").unlink()
    assert "advies" not in build(tmp_path).stderr  # the rest is for `leerpad check`


def test_a_site_in_english_speaks_english(tmp_path: Path) -> None:
    settings = SETTINGS.replace("language: nl", "language: en")
    site = build_site(tmp_path, {**course(), "mkdocs.yml": settings})
    assert "Question 1" in (site / "een" / "toets-een.html").read_text()
    write_tree(tmp_path, {"quizzes/0-een/toets.yml": ""})
    assert "the file is empty" in build(tmp_path).stderr


def test_what_tests_look_at_is_what_an_author_gets(small_site: Path, tmp_path: Path) -> None:
    """Tests build in their own process, after other courses; an author's command begins with nothing."""
    done = build(write_tree(tmp_path, {**rich_course()}))
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / SITE) == contents(small_site)


def test_every_page_loads_what_it_shows(small_site: Path) -> None:
    loads_what_it_shows(small_site)


def test_the_course_map_says_nothing_of_answers(small_site: Path) -> None:
    course_map = course_map_of(small_site)
    assert [level["id"] for level in course_map["levels"]] == ["een", "twee", "drie"]
    said = json.dumps({**course_map, "words": None})  # what the browser says, whatever is asked
    assert not any(name in said for name in TYPES)
    assert not re.search(r"Goed|een-1", said)  # no question, so no answer


def test_the_command_for_authors_checks_without_building(tmp_path: Path) -> None:
    write_tree(tmp_path, {**course(), "docs/los.txt": "Niets verwijst hiernaar."})
    command = [sys.executable, str(REPOSITORY / "hooks" / "cli.py"), "check"]
    good = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert good.returncode == 0
    assert good.stdout.splitlines()[-1].startswith("Geen fouten gevonden. ")
    quiet = subprocess.run([*command, "--no-advice"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (quiet.returncode, quiet.stdout) == (0, "Geen fouten gevonden.\n")
    write_tree(tmp_path, {"modules/0-een/level.yml": "id: een\n"})
    bad = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert bad.returncode == 1
    assert bad.stdout.splitlines()[-1].startswith("3 fouten gevonden. ")
    assert not (tmp_path / "site").exists()
