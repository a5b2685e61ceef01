"""Editor help for this course: its schemas are those of the engine, and everything that was written passes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.trees import REPOSITORY
from unit.test_schema import (
    BIBLIOGRAPHY_SCHEMA,
    DUTCH,
    GLOSSARY_SCHEMA,
    LEVEL_SCHEMA,
    QUIZ_SCHEMA,
    as_editor,
    complaint,
)

from leerpad.authoring.schema import SCHEMAS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("path", SCHEMAS)
def test_the_schemas_in_the_repository_are_up_to_date(path: str) -> None:
    assert (REPOSITORY / path).read_text("utf-8") == SCHEMAS[path](DUTCH), "run `make schema`"


def written_files() -> list[Path]:
    quizzes, levels = (REPOSITORY / "quizzes").rglob("*.yml"), (REPOSITORY / "modules").rglob("level.yml")
    return [*sorted(quizzes), *sorted(levels), *sorted((REPOSITORY / "docs").glob("*.yml"))]


BY_NAME = {"level.yml": LEVEL_SCHEMA, "glossary.yml": GLOSSARY_SCHEMA, "sources.yml": BIBLIOGRAPHY_SCHEMA}


@pytest.mark.parametrize("file", written_files(), ids=lambda file: f"{file.parent.name}/{file.name}")
def test_everything_that_was_written_passes(file: Path) -> None:
    text = file.read_text("utf-8")
    schema = BY_NAME.get(file.name, QUIZ_SCHEMA)
    assert complaint(as_editor(text), schema) == ("", "")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named, "an editor looks at the first line for the schema"
    assert (file.parent / named[1]).resolve().relative_to(REPOSITORY).as_posix() in SCHEMAS
