"""Pages that moved: who goes to the old address is led to the new one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support.trees import build_site, course, lesson, level

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course whose second level had another id, and of which two lessons had other names."""
    files = course()
    files["modules/1-twee/level.yml"] = level("twee", "Tweede") + "moved_from: [oud, ouder]\n"
    files["modules/1-twee/01-twee-a.md"] = lesson("“Nieuw” & <beter>", moved_from="[oud/a, drie/a-b]", id="twee-a")
    files["modules/0-een/01-een-a.md"] = lesson("Kwam van elders", moved_from="[oud/twee-b, twee/een-a]")
    files["docs/ouder/twee-b.md"] = "# Iemand schreef hier een pagina\n"
    return build_site(tmp_path_factory.mktemp("moved"), {**files})


def target(page: Path) -> str:
    html = page.read_text("utf-8")
    links = re.findall(r'(?:href="|url=)([^"]+)"', html)
    assert len(links) == 3  # canonical, refresh, and a link to press
    assert len(set(links)) == 1
    return (page.parent / links[0]).resolve().relative_to(page.parents[1]).as_posix()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("oud/a", "twee/twee-a"),
        ("drie/a-b", "twee/twee-a"),
        ("oud/index", "twee/index"),
        ("ouder/index", "twee/index"),
        ("oud/twee-a", "twee/twee-a"),  # the old level speaks for its lessons and its test
        ("oud/toets-twee", "twee/toets-twee"),
        ("ouder/twee-a", "twee/twee-a"),
        ("oud/twee-b", "een/een-a"),  # what a lesson says goes before what its level says
        ("twee/een-a", "een/een-a"),
    ],
)
def test_an_old_address_leads_to_the_page(old: str, new: str, moved: Path) -> None:
    assert target(moved / f"{old}.html") == f"{new}.html"
    assert (moved / f"{new}.html").is_file()


def test_it_can_be_read_and_is_a_page_for_nobody_else(moved: Path) -> None:
    html = (moved / "oud/a.html").read_text("utf-8")
    assert "Deze pagina is verhuisd" in html
    assert "Ga naar ““Nieuw” &amp; &lt;beter&gt;”" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "<script" not in html
    index = json.loads((moved / "search/search_index.json").read_text("utf-8"))
    assert not [entry for entry in index["docs"] if entry["location"].startswith(("oud/", "drie/a-b"))]
    others = [page for page in moved.rglob("*.html") if "oud" not in page.parts and page.name not in ("a-b.html",)]
    assert not [page for page in others if re.search(r'href="[^"]*\boud/', page.read_text("utf-8"))]


def test_a_page_that_is_there_stays(moved: Path) -> None:
    assert "Iemand schreef hier een pagina" in (moved / "ouder/twee-b.html").read_text("utf-8")


def test_the_map_knows_earlier_ids_and_only_those(moved: Path) -> None:
    script = next((moved / "assets" / "leerpad").glob("course.*.js")).read_text("utf-8")
    levels = json.loads(script.removeprefix("window.LeerpadCourse=").removesuffix(";\n"))["levels"]
    earlier = {lesson["id"]: lesson.get("earlier") for level in levels for lesson in level["lessons"]}
    # `twee-b` is the id of another lesson now, `een-a` is the lesson's own
    assert {name: ids for name, ids in earlier.items() if ids} == {"twee-a": ["a", "a-b"]}
