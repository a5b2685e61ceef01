"""The questions to think about: each once, in the order of the course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.trees import course, lesson, quiz, write_tree

from leerpad.course.load.course import Roots, load_course
from leerpad.site.plan.reflections import reflections
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path


def test_a_question_that_stands_in_two_places_is_named_where_a_reader_comes_first(tmp_path: Path) -> None:
    files = {
        **course(),
        "modules/1-twee/01-twee-a.md": lesson("Les twee A", "<!-- reflect: los | Wat nu? -->\n\n<!-- quiz: check -->"),
        "modules/0-een/02-een-b.md": lesson("Les een B", "<!-- quiz: check -->"),
        "docs/index.md": "# Welkom\n\n<!-- quiz: check -->\n",
        "quizzes/check.yml": quiz("check", "  - {id: nadenken, type: reflection, prompt: Wat denk je?}\n", keys=""),
    }
    folder = write_tree(tmp_path, {**files})
    read = load_course(Roots(folder, folder / "docs", folder / "mkdocs.yml"), Report())
    assert [(one.id, one.url, one.where) for one in reflections(read)] == [
        ("nadenken", "een/een-b.html", "Les een B"),
        ("los", "twee/twee-a.html", "Les twee A"),
    ]
