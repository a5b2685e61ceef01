"""Question types: their examples, and what makes a question another question."""

from __future__ import annotations

from typing import Any

import pytest
from support.examples import examples

from leerpad.course.model.file_index import Mention, index_quiz
from leerpad.course.model.files import QuizFile
from leerpad.questions import FOLDER, TYPES
from leerpad.questions.base import PredictableQuestion
from leerpad.source.diagnostics import Position, Report
from leerpad.source.files import SourceText
from leerpad.source.shape import Document, Shaped
from leerpad.source.tree import read_tree

SINGLE = {
    "id": "v",
    "type": "single_choice",
    "prompt": "Wat?",
    "choices": [{"text": "Eén", "correct": True}, {"text": "Twee"}],
}


def revision(**changes: Any) -> str:
    return TYPES["single_choice"].model_validate({**SINGLE, **changes}).revision()


def test_things_with_the_same_keys_share_the_set_of_them_and_a_changed_copy_has_its_own() -> None:
    first, second = (TYPES["single_choice"].model_validate({**SINGLE, "prompt": prompt}) for prompt in ("Wat?", "Hoe?"))
    assert first.model_fields_set is second.model_fields_set == SINGLE.keys()
    changed = first.model_copy(update={"hint": "Kijk."})
    assert (changed.model_fields_set, first.model_fields_set) == (SINGLE.keys() | {"hint"}, SINGLE.keys())


@pytest.mark.parametrize("name", TYPES)
def test_each_type_is_one_folder_with_the_same_parts(name: str) -> None:
    parts = {file.name for file in (FOLDER / name).iterdir()}
    assert {
        "model.py",
        "form.html",
        "client.js",
        "examples.nl.yml",
        "examples.en.yml",
    } <= parts  # and style.css, if it adds something


@pytest.mark.parametrize("example", [*examples(), *examples("en")], ids=lambda example: example.name)
def test_each_example_is_a_question_without_faults(example: Any) -> None:
    assert list(example.question.check()) == []
    assert example.responses
    assert max(points for _, points in example.responses) == example.question.worth


@pytest.mark.parametrize("name", TYPES)
def test_the_examples_of_a_type_show_every_key_of_each_of_its_parts(name: str) -> None:
    shown: dict[str, set[str]] = {}
    for example in examples():
        if example.question.type == name:
            written_in(example.question, shown)
    shown[TYPES[name].__name__] |= set(PredictableQuestion.model_fields)  # those are in the quiz that the guide shows
    missed = {part: keys - shown.get(part, set()) for part, keys in keys_of(TYPES[name]).items()}
    assert {part: keys for part, keys in missed.items() if keys} == {}


def written_in(part: Any, shown: dict[str, set[str]]) -> None:
    """Add the keys that were written, by the kind of part in which they stand."""
    if isinstance(part, Shaped):
        shown.setdefault(type(part).__name__, set()).update(part.model_fields_set)
        for key in type(part).model_fields:
            written_in(getattr(part, key), shown)
    elif isinstance(part, list | tuple | dict):
        for inner in part.values() if isinstance(part, dict) else part:
            written_in(inner, shown)


def keys_of(model: type[Shaped]) -> dict[str, set[str]]:
    """Every key that an author may write in a question of this type, by the kind of part in which it stands."""
    schema = model.model_json_schema(by_alias=True)
    parts = {model.__name__: schema, **schema.get("$defs", {})}
    return {name: set(part.get("properties", {})) for name, part in parts.items()}


@pytest.mark.parametrize(
    "changes",
    [
        {"prompt": "Wat dan?"},
        {"hint": "Denk na."},
        {"explanation": "Daarom."},
        {"points": 3},
        {"lesson": "les"},
        {"choices": [{"text": "Twee!"}, {"text": "één", "correct": True, "feedback": "Juist."}]},
    ],
    ids=["prompt", "hint", "explanation", "points", "lesson", "order, capitals and marks of choices"],
)
def test_mending_words_keeps_a_question_the_same(changes: dict[str, Any]) -> None:
    assert revision(**changes) == revision()


@pytest.mark.parametrize(
    "choices",
    [
        [{"text": "Eén"}, {"text": "Twee", "correct": True}],
        [{"text": "Eén en nog een half", "correct": True}, {"text": "Twee"}],
    ],
    ids=["another choice is right", "the right choice says something else"],
)
def test_another_right_answer_makes_another_question(choices: list[dict[str, Any]]) -> None:
    assert revision(choices=choices) != revision()


def test_an_image_that_a_key_names_is_seen_as_a_link_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TYPES["true_false"], "files", lambda question: [(("hint",), question.hint)])
    text = "id: proef\ntitle: Proef\nquestions:\n  - id: plek\n    hint: kaart.png\n"
    tree = read_tree(SourceText("quizzes/proef.yml", text), Report())
    assert tree is not None
    keys = {"id": "plek", "type": "true_false", "prompt": "Waar?", "correct": True, "hint": "kaart.png"}
    quiz = QuizFile.model_construct(id="proef", title="Proef", questions=[TYPES["true_false"].model_validate(keys)])
    assert index_quiz(Document("quizzes/proef.yml", quiz, tree)).links == (Mention("kaart.png", Position(5, 11)),)
