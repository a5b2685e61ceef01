"""The page that says where each claim of the model is told: complete, and every way there is open."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

import pytest
from support.course import real_course
from support.guides import GUIDES, guide
from support.trees import REPOSITORY

from leerpad.course.load_markdown import load_markdown
from leerpad.site.page_faults import Pages

if TYPE_CHECKING:
    from pathlib import Path

SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", guide("herkomst"), re.MULTILINE))
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
    assert len(rows(section)) == ROWS[section]
    assert len({row.split(" | ")[0] for row in rows(section)}) == ROWS[section]


@pytest.mark.parametrize("row", [row for section in ROWS for row in rows(section)], ids=lambda row: row.split(" | ")[0])
def test_every_row_leads_to_the_heading_where_it_is_told(row: str) -> None:
    assert links(row)
    for file, anchor in links(row):
        known = PAGES.anchors(posixpath.normpath(f"docs/maken/{file}"))
        assert known is not None
        assert anchor in known, f"{file}#{anchor}"


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.stem)
def test_every_lesson_tells_a_claim_or_is_said_to_be_our_own(lesson: Path) -> None:
    told = [link for section in (*ROWS, "Eigen uitwerking") for link in links(SECTIONS[section])]
    assert lesson in {(GUIDES / file).resolve() for file, _ in told}
