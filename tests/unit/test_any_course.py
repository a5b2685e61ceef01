"""The tests of the engine know nothing of the course of this repository: another may take its place."""

from __future__ import annotations

import re
from pathlib import Path

from support.trees import REPOSITORY

TESTS = REPOSITORY / "tests"
MAY_KNOW = {"course", "audit", "bench"}
"""Folders of tests that may know it: its own, and what measures it when somebody asks."""
READS_IT = re.compile(r"""(?:REPOSITORY|parents\[2\]\)?) / f?["'](?:docs|modules|quizzes|mkdocs\.yml)\b""")
IMPORTS_IT = re.compile(r"^\s*(?:from|import) course\b.*", re.MULTILINE)
FUNCTION = re.compile(r"^(@pytest\.fixture.*\n)?def (\w+)\(([^)]*)\)", re.MULTILINE)


def knows_the_course(text: str) -> list[str]:
    """How a file of tests leans on the course: by what it reads, by what it imports, or by asking for its site."""
    functions = FUNCTION.findall(text)
    own = "site" in {name for _, name, _ in functions}  # a file may have a site of its own
    asking = [
        name
        for fixture, name, arguments in functions
        if (fixture or name.startswith("test_")) and re.search(r"\bsite: Path", arguments) and not own
    ]
    return READS_IT.findall(text) + IMPORTS_IT.findall(text) + asking


def test_no_test_of_the_engine_knows_the_course_of_this_repository() -> None:
    others = [file for file in sorted(TESTS.rglob("*.py")) if file.name != Path(__file__).name]
    files = [file for file in others if file.relative_to(TESTS).parts[0] not in MAY_KNOW]
    found = {file.relative_to(TESTS).as_posix(): knows_the_course(file.read_text("utf-8")) for file in files}
    assert len(found) > 100
    assert {name: ways for name, ways in found.items() if ways} == {}


def test_every_way_to_know_the_course_is_seen() -> None:
    ways = [
        'REPOSITORY / "modules"',
        'REPOSITORY / "quizzes/scan.yml"',
        'Path(__file__).parents[2] / "docs"',
        "from course.support.real import real_course",
        "def test_it(site: Path) -> None: ...",
        "@pytest.fixture\ndef hosted(site: Path) -> str: ...",
    ]
    assert [way for way in ways if not knows_the_course(way)] == []
    assert knows_the_course("@pytest.fixture\ndef site() -> Path: ...\ndef test_it(site: Path) -> None: ...") == []
