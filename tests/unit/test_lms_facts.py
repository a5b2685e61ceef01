"""What a package knows of a question, to tell a learning system of it."""

from __future__ import annotations

from typing import Any

from support.examples import examples

from leerpad.deploy.lms.facts import plain, question_facts
from leerpad.questions.base import ScoredQuestion


def test_a_question_is_known_by_the_keys_of_its_answers() -> None:
    questions: list[Any] = [example.question for example in examples() if example.question.worth]
    every = [question_facts(question) for question in questions if question.told_form() is not None]
    told = [facts for facts in every if facts is not None]
    assert len(told) == len(every)
    assert {facts["form"] for facts in told} == {"choice", "truth", "order", "match", "number", "gaps", "talk"}
    for facts in told:
        for key in ("options", "rows"):
            names = [name for name, _ in facts.get(key, [])]
            assert len(names) == len(set(names))
        for step, choices in facts.get("steps", {}).items():
            assert facts["said"][step]
            assert {key for key, _ in choices} <= dict(facts["options"]).keys()


def test_a_type_that_learning_systems_have_no_form_for_is_left_out_of_what_is_told() -> None:
    class Hotspot(ScoredQuestion):
        def key(self) -> dict[str, Any]:
            return {"correct": "knob"}

    assert question_facts(Hotspot(id="v", type="hotspot", prompt="Where?")) is None


def test_marks_and_links_are_no_words() -> None:
    assert plain("Welke is **goed**, _echt_ [hier](x.md)?\n`a_b` <br>") == "Welke is goed, echt hier? a_b"
