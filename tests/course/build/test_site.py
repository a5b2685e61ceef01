"""What the published site of this course promises, over all of its files."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from course.support.states import LEVELS
from support.whole_sites import (
    allows_its_own_scripts_only,
    course_map_of,
    is_kept_whole,
    loads_what_it_shows,
    tells_no_path_and_asks_no_other_host,
)

from leerpad.questions import TYPES
from leerpad.site.plan.pages import NOTICES

if TYPE_CHECKING:
    from pathlib import Path


def test_every_page_loads_what_it_shows(site: Path) -> None:
    loads_what_it_shows(site)


def test_every_inline_script_of_every_page_is_allowed_and_no_other(site: Path) -> None:
    allows_its_own_scripts_only(site)


def test_the_real_site_tells_no_path_and_asks_no_other_host(site: Path) -> None:
    tells_no_path_and_asks_no_other_host(site, loaded=500)


def test_the_real_site_is_kept_whole_but_for_what_no_reader_needs(site: Path) -> None:
    is_kept_whole(site, "beeld/pad.svg")


def test_the_course_map_says_nothing_of_answers(site: Path) -> None:
    course_map = course_map_of(site)
    assert [level["id"] for level in course_map["levels"]] == LEVELS
    said = json.dumps({**course_map, "words": None})  # what the browser says, whatever is asked
    assert not any(name in said for name in TYPES)
    assert "n1-" not in said  # no question, so no answer


def test_a_reader_finds_the_licences(site: Path) -> None:
    page = (site / "over-deze-versie.html").read_text("utf-8")
    assert f'<a href="{NOTICES}">alle licenties</a>' in page


FOR_MAKERS = re.compile(
    r"\bmake [a-z]|\bserve\b|\bpublish\b|\bcli\.py\b|\bmkdocs\.yml\b|\byaml\b|\bmarkdown\b|\bcourse_id\b|\bgating\b|\.venv\b"
    r"|leerpad-guide|voor makers|voor beheerders|in de gids\b",
    re.IGNORECASE,
)
"""What only who makes or publishes a course types, edits or reads."""


def test_the_site_of_this_course_has_nothing_for_makers(site: Path) -> None:
    assert not (site / "leerpad-guide").exists()
    said = {page.relative_to(site).as_posix(): said_by(page) for page in site.rglob("*.html")}
    said["the search"] = (site / "search" / "search_index.json").read_text("utf-8")
    found = {name: {match[0] for match in FOR_MAKERS.finditer(text)} for name, text in said.items()}
    assert {name: words for name, words in found.items() if words} == {}


def said_by(page: Path) -> str:
    """The text of a page, code too, and where it links to."""
    html = re.sub(r"<(script|style)\b.*?</\1>", "", page.read_text("utf-8"), flags=re.DOTALL)
    return " ".join([re.sub(r"<[^>]*>", " ", html), *re.findall(r'\shref="?([^"\s>]*)', html)])
