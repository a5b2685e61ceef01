"""The author's guide: nothing that an author may write is undocumented, and what it shows is right."""

from __future__ import annotations

import re

import pytest
from support.trees import REPOSITORY

from leerpad.course.models import Band, QuizFile
from leerpad.questions import TYPES
from leerpad.questions.base import ScoredQuestion
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.tree import read_tree

GUIDE = (REPOSITORY / "docs" / "maken" / "vraagtypen.md").read_text("utf-8")


def documented() -> set[str]:
    """The keys that have a row in a table."""
    return set(re.findall(r"^\| `(\w+)` \|", GUIDE, re.MULTILINE))


def test_every_key_of_a_quiz_and_of_all_questions_has_its_row() -> None:
    assert {*QuizFile.model_fields, *ScoredQuestion.model_fields} - documented() == {"kind"} & set(
        QuizFile.model_fields
    )


@pytest.mark.parametrize("name", TYPES)
def test_every_type_has_its_place(name: str) -> None:
    assert len(re.findall(rf"^## .*`{name}`$\n\n.+(?s:.*?)^<!-- question-type: {name} -->$", GUIDE, re.MULTILINE)) == 1


def test_the_quiz_that_the_guide_shows_is_a_quiz_with_every_key() -> None:
    report = Report()
    shown = [
        read_tree(SourceText("gids", text), report)
        for text in re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    ]
    quizzes = [QuizFile.model_validate(tree.data()) for tree in shown if tree is not None]
    assert report.faults == []
    written = {key for quiz in quizzes for key in quiz.model_fields_set}
    assert set(QuizFile.model_fields) - written <= {"kind"}
    asked = {key for quiz in quizzes for question in quiz.questions for key in question.model_fields_set}
    assert set(ScoredQuestion.model_fields) - asked == set()
    assert Band.model_fields.keys() == {"from_", "text"}
