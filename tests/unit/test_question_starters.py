"""A question added to a quiz: its starter is right, it comes at the end, and what was there stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.starters import DUTCH, TEST, Command, faults
from support.trees import course, lesson, question, quiz, write_tree

from leerpad.authoring.append import addition
from leerpad.authoring.starters import question_starter
from leerpad.authoring.workbench import Workbench
from leerpad.course.load.course import Roots
from leerpad.locales import LANGUAGES, load_locale
from leerpad.questions import TYPES
from leerpad.questions.examples import load_examples
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TYPES)
def test_the_starter_of_a_type_is_its_first_example(kind: str, language: str) -> None:
    """In every language: what stands in a comment must not end up in the question."""
    text = question_starter(kind, "vers-1", load_locale(language), lesson="les")
    tree = read_tree(SourceText("", f"questions:\n{text}"), report := Report())
    assert report.faults == []
    assert tree is not None
    example = load_examples(kind, language)[0].data
    assert tree.data() == {"questions": [{**example, "id": "vers-1", "lesson": "les"}]}
    assert f"# {kind}: " in text
    assert len([line for line in text.splitlines() if line.lstrip().startswith("#")]) >= len(example)
    assert max(len(line) for line in text.splitlines()) < 200


@pytest.mark.parametrize("indent", [0, 2, 6])
@pytest.mark.parametrize("kind", TYPES)
def test_a_question_of_each_type_can_be_added(kind: str, indent: int, tmp_path: Path) -> None:
    item = quiz("toets-een", question("een-1")).replace("\n  ", "\n" + " " * indent)
    write_tree(tmp_path, {**course(), TEST: item})
    bench = Workbench(Roots(tmp_path, tmp_path / "docs", tmp_path / "mkdocs.yml"), DUTCH, "new")
    bench.write(bench.question(TEST, kind))
    assert (tmp_path / TEST).read_text("utf-8").startswith(item)
    assert f"\n{' ' * indent}- id: toets-een-2\n" in (tmp_path / TEST).read_text("utf-8")
    assert faults(tmp_path) == []


ENDINGS = {
    "as it should be": "",
    "no final newline": None,
    "a comment at the end": "# Tot hier.\n",
    "an indented comment without newline": "      # Tot hier.",
    "empty lines": "\n\n  \n",
    "a text over several lines": "    explanation: |\n      Een.\n\n      Twee.",
    "a text that keeps its empty lines": "    explanation: |+\n      Een.\n\n\n",
    "a folded text with a sign that looks like a comment": "    explanation: >-\n      Een\n      # geen opmerking\n",
}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_byte_that_was_there_stays(ending: str, mark: bytes, newline: str, new: Command, tmp_path: Path) -> None:
    end = ENDINGS[ending]
    text = quiz("toets-een", question("een-1"))
    text = text.rstrip("\n") if end is None else text + end
    before = mark + text.replace("\n", newline).encode()
    (tmp_path / TEST).write_bytes(before)
    assert new("question", TEST, "true_false")[0] == 0
    after = (tmp_path / TEST).read_bytes()
    assert after.startswith(before)
    added = after[len(before) :].decode()
    assert "true_false" in added
    assert {*re.findall(r"\r\n|\n|\r", added)} == {newline}
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    "text",
    [
        quiz("toets-een", question("een-1")) + "shuffle: true\n",
        "{id: toets-een, title: T, mode: test, questions: [{id: a, type: true_false, prompt: P, correct: true}]}\n",
        "id: toets-een\ntitle: T\nquestions: [{id: a, type: true_false, prompt: P, correct: true}]\n",
        "id: toets-een\ntitle: T\nquestions: []\n",
        quiz("toets-een", question("een-1")) + "...\n",
        quiz("toets-een", question("een-1")) + "---\nid: nog-een\n",
        "id: toets-een\ntitle: T\n",
        "id: toets-een\ntitle: 'T\nquestions:\n",
        quiz("toets-een", question("een-1")) + "\tid: x\n",
        "questions: later\n",
        "- a\n",
    ],
)
def test_where_the_end_is_not_the_place_the_text_is_given_to_paste(text: str, new: Command, tmp_path: Path) -> None:
    (tmp_path / TEST).write_text(text, "utf-8", newline="")
    status, said, complaint = new("question", TEST, "ordering" if "ordering" in TYPES else "single_choice")
    assert (status, said) == (1, "")
    assert "is niet veranderd" in complaint
    assert "  - id: " in complaint
    assert (tmp_path / TEST).read_text("utf-8") == text


def test_an_empty_list_of_questions_is_begun() -> None:
    before = "id: q\ntitle: Q\nquestions: # hieronder\n"
    added = addition(before, lambda indent: " " * indent + "- {id: a}\n")
    assert added == "  - {id: a}\n"


def test_a_question_learns_its_lesson_from_where_its_quiz_stands(new: Command, tmp_path: Path) -> None:
    write_tree(tmp_path, {"modules/0-een/02-een-b.md": lesson("B", "<!-- quiz: check -->")})
    write_tree(tmp_path, {"quizzes/check.yml": quiz("check", question("check-1"), keys="")})
    assert new("question", "check", "single_choice")[0] == 0  # a quiz can be named by its id
    assert "\n    lesson: een-b\n" in (tmp_path / "quizzes/check.yml").read_text("utf-8")
    assert faults(tmp_path) == []
