"""Whatever ids an author gives, no two things on a page have the same one."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from support.builds import build_of
from support.examples import examples
from support.scans import SCAN, scan_course
from support.trees import level, question, quiz

from leerpad.questions import TYPES

if TYPE_CHECKING:
    from pathlib import Path

ID = re.compile(r'\sid="([^"]+)"')
NAMED = re.compile(r'\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"|href="#([^"]+)"')
PARTS = ["text", "how", "field", "number", "unit", "kept", "error", "check", "1", "a", "step-1"]
"""What parts of a question are called, or were."""


def same_twice(html: str) -> list[str]:
    """The ids that stand in a page more than once; all that it names must be there."""
    ids = ID.findall(html)
    named = {name for found in NAMED.findall(html) for names in found for name in names.split()}
    assert named <= {*ids}
    return sorted({name for name in ids if ids.count(name) > 1})


def test_questions_whose_ids_are_like_those_of_parts_of_others_are_told_apart(tmp_path: Path) -> None:
    """Such as `a` and `a-how`, or `a` and `question-a`, of every type."""
    questions = []
    for number, kind in enumerate(TYPES):
        data = next(example.data for example in examples() if example.question.type == kind)
        names = [f"q{number}", f"question-q{number}", *(f"q{number}-{part}" for part in PARTS)]
        questions += [{**data, "prompt": "Wat?\n\nZeg het.", "id": name} for name in names]
    files = {
        **scan_course(),
        "quizzes/alles.yml": json.dumps({"id": "alles", "title": "Alles", "questions": questions}),
    }
    assert same_twice(build_of(tmp_path, files).renderer.quizzes.quiz("alles", "index.html")) == []


def test_a_statement_and_a_level_take_no_id_of_what_stands_beside_them(tmp_path: Path) -> None:
    files = scan_course()
    files["quizzes/scan.yml"] = SCAN.replace("id: los,", "id: count,").replace("level: een", "level: name")
    files["quizzes/another.yml"] = files["quizzes/scan.yml"].replace("id: proefscan", "id: proefscan-r1")
    for folder, name in (("0-een", "name"), ("1-twee", "kept")):
        files[f"modules/{folder}/level.yml"] = level(name, name)
        files[f"quizzes/{folder}/toets.yml"] = quiz(f"toets-{name}", question(f"v-{name}"))
    build = build_of(tmp_path, files)
    scans = "".join(build.renderer.quizzes.scan(name, "index.html") for name in ("proefscan", "proefscan-r1"))
    assert same_twice(scans) == []
    assert "scan-proefscan--count" not in scans  # the browser gives this name to what says how many are answered
    (page,) = (page for page in build.plan.pages if page.element == "certificate")
    shown = build.renderer.page(page)
    assert same_twice(shown.header + shown.footer) == []
