"""Question types: their examples, and what makes a question another question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.examples import examples

from leerpad.questions import FOLDER, TYPES
from leerpad.questions.base import ScoredQuestion

if TYPE_CHECKING:
    from leerpad.source.shape import Shaped

SINGLE = {
    "id": "v",
    "type": "single_choice",
    "prompt": "Wat?",
    "choices": [{"text": "Eén", "correct": True}, {"text": "Twee"}],
}


def revision(**changes: Any) -> str:
    return TYPES["single_choice"].model_validate({**SINGLE, **changes}).revision()


@pytest.mark.parametrize("name", TYPES)
def test_each_type_is_one_folder_with_the_same_parts(name: str) -> None:
    parts = {file.name for file in (FOLDER / name).iterdir()}
    assert {"model.py", "form.html", "client.js", "examples.yml"} <= parts  # and style.css, if it adds something


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_each_example_is_a_question_without_faults(example: Any) -> None:
    assert list(example.question.check()) == []
    assert example.responses
    assert max(points for _, points in example.responses) == example.question.worth


@pytest.mark.parametrize("name", TYPES)
def test_the_examples_of_a_type_show_every_key_of_it(name: str) -> None:
    shown: set[str] = set()
    for example in examples():
        if example.question.type == name:
            shown |= keys_in(example.data)
    assert keys_of(TYPES[name]) - COMMON - shown == set()


COMMON = set(ScoredQuestion.model_fields)


def keys_in(data: Any) -> set[str]:
    """Every key that is written somewhere in the data."""
    if isinstance(data, dict):
        return set(data) | {key for value in data.values() for key in keys_in(value)}
    return {key for item in data for key in keys_in(item)} if isinstance(data, list) else set()


def keys_of(model: type[Shaped]) -> set[str]:
    """Every key that an author may write in a question of this type, at any depth."""
    schema = model.model_json_schema(by_alias=True)
    parts = [schema, *schema.get("$defs", {}).values()]
    return {key for part in parts for key in part.get("properties", {})}


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
