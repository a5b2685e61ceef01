"""What this course promises about its origin: each claim of the model is told, each source and term is there.

Who changes the course and breaks a promise reads in Dutch what to add, and where.
"""

from __future__ import annotations

import posixpath
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from course.support.real import real_course
from support.promises import kept
from support.trees import REPOSITORY

from leerpad.commands.check import check
from leerpad.course.load.markdown import load_markdown
from leerpad.site.render.page_faults import Pages

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.course import Lesson, Level

ORIGIN = REPOSITORY / "docs" / "leerpad-guide" / "herkomst.md"
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", ORIGIN.read_text("utf-8"), re.MULTILINE))
ROWS = {
    "Start: tevredenheid": 4,
    "Niveau 1: basisbetrokkenheid": 3,
    "Niveau 2: werknemers als dienstverleners": 5,
    "Niveau 3: betrokken leiderschap": 8,
    "Niveau 4: passie": 6,
    "De acht kanttekeningen": 8,
}
PAGES = Pages(real_course(), *load_markdown(REPOSITORY / "mkdocs.yml"))
LESSONS = sorted((REPOSITORY / "modules").glob("*/[0-9]*.md"))


def rows(section: str) -> list[str]:
    """The rows of the table of a section, without its head."""
    return [line for line in SECTIONS[section].splitlines() if line.startswith("| ")][1:]


def links(text: str) -> list[tuple[str, str]]:
    """The files and anchors that a text links to."""
    return re.findall(r"\]\(([^)#]+\.md)#?([^)]*)\)", text)


@pytest.mark.parametrize("section", ROWS)
def test_every_claim_and_every_caveat_has_its_row(section: str) -> None:
    there, wanted = len({row.split(" | ")[0] for row in rows(section)}), ROWS[section]
    asks = f"docs/leerpad-guide/herkomst.md: onder “{section}” staan nu {there} regels, en het waren er {wanted}; zet terug wat weg is"
    kept("" if there >= wanted else asks)


@pytest.mark.parametrize("row", [row for section in ROWS for row in rows(section)], ids=lambda row: row.split(" | ")[0])
def test_every_row_leads_to_the_heading_where_it_is_told(row: str) -> None:
    asks = f"docs/leerpad-guide/herkomst.md: zet in deze regel een link naar de les die het vertelt: {row}"
    kept("" if links(row) else asks)
    for file, anchor in links(row):
        known = PAGES.anchors(posixpath.normpath(f"docs/leerpad-guide/{file}"))
        asks = f"docs/leerpad-guide/herkomst.md: {file}#{anchor} bestaat niet meer; zet er de kop waar het nu staat"
        kept("" if known is not None and anchor in known else asks)


@pytest.mark.parametrize(("section", "level"), list(zip(ROWS, real_course().levels, strict=False)))
def test_every_claim_of_a_level_is_asked_in_its_test(section: str, level: Level) -> None:
    path = real_course().quizzes[level.quiz].path
    asked = re.findall(r"^  # Bewering: (.+)\n  - id: ", (REPOSITORY / path).read_text("utf-8"), re.MULTILINE)
    kept(
        *(
            f"{path}: zet boven de vraag die dit toetst een regel “# Bewering: {claim}”, of voeg zo’n vraag toe"
            for claim in (row.split(" | ")[0].removeprefix("| ") for row in rows(section))
            if claim not in asked
        )
    )


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.stem)
def test_every_lesson_tells_a_claim_or_is_said_to_be_our_own(lesson: Path) -> None:
    told = [link for section in (*ROWS, "Eigen uitwerking") for link in links(SECTIONS[section])]
    asks = f"docs/leerpad-guide/herkomst.md: zet {lesson.name} bij de bewering die zij behandelt, of onder “Eigen uitwerking”"
    kept("" if lesson in {(ORIGIN.parent / file).resolve() for file, _ in told} else asks)


@pytest.mark.parametrize("lesson", real_course().lessons.values(), ids=lambda lesson: lesson.id)
def test_every_lesson_says_where_it_comes_from(lesson: Lesson) -> None:
    asks = f"{lesson.path}: noem een bron, met [@id] in de tekst of met sources in de kop"
    kept("" if lesson.citations or lesson.document.model.sources else asks)


def test_what_was_once_looked_up_is_still_there() -> None:
    sources, terms = len(real_course().references), len(real_course().terms)
    kept(
        ""
        if sources > 60
        else f"docs/sources.yml: het zijn nu {sources} bronnen en het waren er meer; zet terug wat weg is",
        ""
        if terms >= 43
        else f"docs/glossary.yml: het zijn nu {terms} begrippen en het waren er meer; zet terug wat weg is",
    )


def test_there_is_no_fault_in_the_course_and_no_advice(capsys: pytest.CaptureFixture[str]) -> None:
    check(REPOSITORY, today=date(2026, 1, 1))  # whatever the day: a test doesn’t turn red by itself
    said = capsys.readouterr().out
    kept("" if said == "Geen fouten gevonden. Geen adviezen.\n" else said)
