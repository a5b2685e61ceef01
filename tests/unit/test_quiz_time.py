"""How long tests and lessons take follows from their words, those of the reasons too, and from their questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.trees import course, lesson, question, quiz, write_tree

from leerpad.course.load.course import Roots, load_course
from leerpad.course.model.files import QuizFile
from leerpad.course.model.quiz_time import WORDS_PER_MINUTE, quiz_minutes
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

WORDS = " ".join(["woord"] * (WORDS_PER_MINUTE // 3))
"""A third of a minute: twice in a question, and a third to think."""


@pytest.mark.parametrize(
    ("count", "keys", "minutes"),
    [
        (1, {}, 1),
        (4, {}, 4),
        (4, {"draw": 2}, 2),
        (4, {"draw": 9}, 4),
        (4, {"draw": 2, "recall": 3}, 5),
    ],
    ids=["one", "all", "drawn", "more than there are", "with what came before"],
)
def test_a_minute_for_each_question_that_is_asked(count: int, keys: dict[str, int], minutes: int) -> None:
    question = {"type": "true_false", "prompt": WORDS, "correct": True, "explanation": WORDS}
    questions = [{**question, "id": f"vraag-{number}"} for number in range(count)]
    quiz = QuizFile.model_validate({"id": "toets", "title": "Toets", "mode": "test", "questions": questions, **keys})
    assert quiz_minutes(quiz) == minutes


CHECK = quiz("check", *(question(f"check-{n}", more=f"explanation: {WORDS} {WORDS}") for n in range(3)), keys="")
STEP = f"actions:\n  - id: stap\n    text: {WORDS} {WORDS} {WORDS}\n"


@pytest.mark.parametrize(
    ("head", "body", "minutes"),
    [
        ("", f"{WORDS} {WORDS} {WORDS}", 1),
        (STEP, f"{WORDS} {WORDS} {WORDS}", 2),
        ("", f"{WORDS}\n\n<!-- reflect: denk | Wat denk je? -->\n", 1),
        ("", f"{WORDS} {WORDS}\n\n<!-- quiz: check | check-0 -->\n\n{WORDS}\n\n<!-- quiz: check -->\n", 4),
        ("minutes: 3\n", f"{WORDS}\n\n<!-- quiz: check -->\n", 3),
    ],
    ids=["its text", "its steps", "a thought", "its check, asked in two places", "what the author says"],
)
def test_a_lesson_counts_its_questions_and_its_steps(head: str, body: str, minutes: int, tmp_path: Path) -> None:
    text = lesson("Les een A", body).replace("---\n", f"---\n{head}", 1)
    write_tree(tmp_path, {**course(), "modules/0-een/01-een-a.md": text, "quizzes/check.yml": CHECK})
    read = load_course(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), Report())
    assert read.lesson_minutes(read.lessons["een-a"]) == minutes
