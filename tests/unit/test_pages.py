"""What `check` says of links, anchors, the navigation and what HTML hides: all that a build would find, with its place."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

import pytest
from support.faults import LESSON, Case, changed, faults_of
from support.trees import SETTINGS, build, course, lesson, question, quiz, write_tree

from leerpad.course.load.markdown import load_markdown
from leerpad.site.render.proof import END, Prover, needs_proof

if TYPE_CHECKING:
    from pathlib import Path

OVER = "docs/over.md"
NAV = "nav:\n  - Home: index.md\n"
EXTENSIONS = ["toc", "tables", "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html",
              "pymdownx.details", "pymdownx.highlight", "pymdownx.superfences"]  # fmt: skip

CASES = [
    Case("dead link in a page", OVER, "# Over\n\nZie [x](inde.md).\n", [f"{OVER}:3:9  de link “inde.md” wijst naar een bestand dat er niet is; bedoel je index.md?"]),
    Case("dead image in a page", OVER, "# Over\n\n![x](plaat/weg.svg)\n", [f"{OVER}:3:6  de link “plaat/weg.svg” wijst naar een bestand dat er niet is"]),
    Case("link to a lesson", OVER, "# Over\n\n[x](../modules/0-een/01-een-a.md#kop) [y](mijn-notities.md)\n", []),
    Case("dead anchor", LESSON, lesson("A", "## Één *keer*\n\nZie [x](#een-keer-2)."), [f"{LESSON}:7:9  de link “#een-keer-2” wijst naar een kop die niet in {LESSON} staat; bedoel je “#een-keer”?"]),
    Case("dead anchor elsewhere", OVER, "# Over\n\nZie [x](../modules/0-een/01-een-a.md#knop).\n", [f"{OVER}:3:9  de link “../modules/0-een/01-een-a.md#knop” wijst naar een kop die niet in {LESSON} staat; bedoel je “../modules/0-een/01-een-a.md#kop”?"]),
    Case("good anchors", OVER, "# Over [ons](index.md) `x`\n\n## Twee\n\n## Twee\n\n## Drie {#eigen}\n\nVier\n----\n\n<a id='vijf'></a>\n\n[1](#over-ons-x) [2](#twee) [3](#twee_1) [4](#eigen) [5](#vier) [6](#vijf)\n", []),
    Case("anchor of a quiz", LESSON, lesson("A", "[x](#quiz-toets-een) [y](#vraag-een-1)\n\n<!-- quiz: toets-een -->\n"), []),
    Case("dead anchor of a quiz", LESSON, lesson("A", "[x](#quiz-toets-eeen)\n\n<!-- quiz: toets-een -->\n"), [f"{LESSON}:5:5  de link “#quiz-toets-eeen” wijst naar een kop die niet in {LESSON} staat; bedoel je “#quiz-toets-een”?"]),
    Case("missing page in nav", "mkdocs.yml", SETTINGS + NAV + "  - Over: oven/inde.md\n", ["mkdocs.yml:26:11  in nav staat “oven/inde.md”, maar zo’n bestand is er niet in docs/; bedoel je “index.md”?"]),
    Case("unknown part in nav", "mkdocs.yml", SETTINGS + NAV + "  - leerpad:levls\n", ["mkdocs.yml:26:5  in nav staat “leerpad:levls”, maar zo’n deel van het leerpad is er niet; bedoel je “leerpad:levels”?"]),
    Case("script in nav", "mkdocs.yml", SETTINGS + NAV + "  - Weg: javascript:alert(1)\n", ["mkdocs.yml:26:10  de link “javascript:alert(1)” voert een script uit; schrijf een adres dat begint met https://, of de naam van een bestand"]),
    Case("good nav", "mkdocs.yml", SETTINGS + NAV + "  - Meer:\n      - Plan: leerpad:plan\n      - https://voorbeeld.nl\n      - leerpad:levels\n", []),
    Case("page outside the menu", OVER, "# Over\n", []),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_link_into_nothing_is_told_at_its_place(case: Case, tmp_path: Path) -> None:
    assert faults_of(tmp_path, changed({**course()}, case)) == case.expected


def test_a_page_outside_the_menu_gets_advice(tmp_path: Path) -> None:
    [told] = faults_of(tmp_path, {**course(), "mkdocs.yml": SETTINGS + NAV, OVER: "# Over\n"})
    assert told.startswith(f"{OVER}:1:1  advies page-outside-menu  ")


def test_all_that_check_tells_a_build_tells_in_the_same_words_and_nothing_in_english(tmp_path: Path) -> None:
    files = {**course(), "mkdocs.yml": SETTINGS + NAV + "  - weg.md\n  - leerpad:nots\n"}
    files[OVER] = "# Over\n\n[x](inde.md) ![y](weg.svg) [z](#nee) <title>\n"
    told = faults_of(tmp_path, files)
    done = build(tmp_path)
    said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    assert done.returncode == 1
    assert [line for line in told if line not in said and "  advies " not in line] == []
    assert [line for line in said if "WARNING" in line or "not found" in line or "no such anchor" in line] == []


PARTS = {
    "plain": ("# Kop\n\n<!-- quiz: x -->\n\nTekst", []),
    "a div that is closed by its beginning": ("<div markdown>\n\nx\n\n<div>\n\n<!-- quiz: x -->\n", [0, END]),
    "a title in a sentence": ("Een <title> zin.\n\n<!-- quiz: x -->", [0, END]),
    "a script in a sentence": ("Een <script> zin.\n\n<!-- quiz: x -->", [0, END]),
    "a style in a sentence": ("Een <style> zin.\n\n<!-- quiz: x -->", [0, END]),
    "a text field in a sentence": ("Een <textarea> zin.\n\n<!-- quiz: x -->", [0, END]),
    "a template in a sentence": ("Een <template> zin.\n\n<!-- quiz: x -->", [0, END]),
    "a frame in a sentence": ("Een <iframe> zin.\n\n<!-- quiz: x -->", [0, END]),
    "a list to choose from": ("<select>\n\n<!-- quiz: x -->", [0, END]),
    "a form around it": ("<form>\n<!-- quiz: x -->\n</form>", [0]),
    "fields that are off": ("<fieldset disabled>\n<!-- quiz: x -->\n</fieldset>", [0]),
    "a block of code that isn't closed as it began": ("```\na\n````\n\n<!-- quiz: x -->", []),
    "code at another indent": ("    ```\n    a\n```\n\n<!-- quiz: x -->", []),
    "a box of HTML": ("<div>\n<!-- quiz: x -->\n</div>\n<div markdown>\n<!-- scan: y -->\n</div>", []),
    "a comment": ("a <!-- b\nc -->\n\n<!-- quiz: x -->", []),
}


@pytest.mark.parametrize(("body", "lost"), PARTS.values(), ids=PARTS)
def test_what_html_hides_is_known(body: str, lost: list[int]) -> None:
    assert [*Prover(EXTENSIONS, {}).prove(body).lost] == lost
    assert needs_proof(body) or not lost


def test_a_quiz_that_html_hides_is_told(tmp_path: Path) -> None:
    files = {**course(), "quizzes/extra.yml": quiz("extra", question("e-1"), keys="")}
    files[LESSON] = lesson("A", "<form>\n\n<!-- quiz: extra -->\n\n</form>\n")
    told = faults_of(tmp_path, files)
    assert [line.partition(";")[0] for line in told] == [
        f"{LESSON}:7:1  de opdracht “quiz” komt niet op de pagina, omdat HTML eromheen of erboven haar verbergt"
    ]


def test_settings_of_markdown_are_read_as_the_host_reads_them(tmp_path: Path) -> None:
    written = (
        "markdown_extensions:\n  - toc:\n      slugify: !!python/name:posixpath.basename\n  - abbr\nx: !ENV [A, b]\n"
    )
    write_tree(tmp_path, {"goed.yml": written, "fout.yml": "markdown_extensions: [!!python/name:nee.nee]\n"})
    extensions, configs = load_markdown(tmp_path / "goed.yml")
    assert extensions == ["toc", "tables", "fenced_code", "abbr", "pymdownx.superfences"]
    assert configs == {"toc": {"slugify": posixpath.basename}}
    assert load_markdown(tmp_path / "fout.yml") == (["toc", "tables", "fenced_code", "pymdownx.superfences"], {})
