"""What a guesser scores who never read a lesson, worked out by hand for each type of question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.trees import SETTINGS, lesson, level, question, quiz, write_tree

import cli
from leerpad.advice.language import load_language
from leerpad.advice.outwitting import guessers, share_of_test
from leerpad.questions import TYPES

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.questions.base import Question

KINDS = guessers(load_language("nl"))


def make(kind: str, **keys: Any) -> Question:
    return TYPES[kind].model_validate({"id": "vraag", "type": kind, "prompt": "Wat?", **keys})


def choices(*texts: str, right: set[int], kind: str = "single_choice") -> Question:
    return make(kind, choices=[{"text": text, "correct": number in right} for number, text in enumerate(texts)])


def share(question: Question, kind: str) -> float:
    return question.share_by_looks(KINDS[kind])


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        ("longest", 2),
        ("shortest", 3),
        ("first", 0),
        ("second", 1),
        ("third", 2),
        ("last", 3),
        ("kindest", 1),
        ("careful", 0),
        ("combined", 1),
    ],
)
def test_each_kind_of_guesser_takes_its_own_answer(kind: str, right: int) -> None:
    texts = ("Misschien helpt dit.", "Zullen we het samen fijn vragen?", "Het " + "zeer " * 9 + "altijd", "Nee, nooit.")
    shares = [share(choices(*texts, right={number}), kind) for number in range(len(texts))]
    assert shares == [float(number == right) for number in range(len(texts))]


def test_between_answers_that_look_the_same_a_guesser_tosses_a_coin() -> None:
    assert share(choices("een", "elf", "zes", "vier", right={0}), "shortest") == pytest.approx(1 / 3)


def test_of_several_right_answers_a_guesser_ticks_as_many_and_pays_for_wrong_ones() -> None:
    texts = ("aaaa", "aaa", "aa", "a")
    assert share(choices(*texts, right={0, 1}, kind="multiple_choice"), "longest") == 1
    assert share(choices(*texts, right={0, 3}, kind="multiple_choice"), "longest") == 0
    assert share(choices(*texts, right={0, 1, 3}, kind="multiple_choice"), "longest") == pytest.approx(1 / 3)


@pytest.mark.parametrize(("kind", "prompt", "says"), [("first", "Zo is het.", True), ("last", "Zo is het.", False), ("careful", "Zo is het altijd.", False), ("careful", "Zo is het soms.", True)])  # fmt: skip
def test_a_statement_is_believed_by_its_tone(kind: str, prompt: str, *, says: bool) -> None:
    assert share(make("true_false", prompt=prompt, correct=says), kind) == 1
    assert share(make("true_false", prompt=prompt, correct=not says), kind) == 0


def test_pairs_and_groups_get_one_favourite_for_every_row() -> None:
    pairs = [{"left": "a", "right": "kort"}, {"left": "b", "right": "het langste"}, {"left": "c", "right": "middel"}]
    assert share(make("matching", pairs=pairs), "longest") == pytest.approx(1 / 3)
    groups = [{"name": "Lange groep", "items": ["a", "b", "c"]}, {"name": "Kort", "items": ["d"]}]
    assert share(make("categorize", categories=groups), "longest") == 0.75


def test_an_order_counts_what_stands_right_among_itself() -> None:
    row = make("ordering", items=["vier lang", "drie la", "twee", "e"])
    assert share(row, "longest") == 1
    assert share(row, "shortest") == 0


def test_a_conversation_is_followed_until_it_ends_or_turns_round() -> None:
    steps = {
        "een": {
            "text": "?",
            "choices": [{"text": "lang antwoord", "goto": "twee", "points": 1}, {"text": "kort", "goto": "uit"}],
        },
        "twee": {
            "text": "?",
            "choices": [{"text": "weer terug naar een", "goto": "een"}, {"text": "door", "goto": "uit", "points": 1}],
        },
    }
    endings = {"uit": {"text": "Klaar.", "outcome": "good"}}
    talk = make("scenario", start="een", steps=steps, endings=endings)
    assert share(talk, "longest") == 0.5
    assert share(talk, "shortest") == 0


def test_who_has_to_type_guesses_nothing() -> None:
    assert share(make("numeric", answer=3), "longest") == 0


def test_a_test_weighs_its_questions_by_their_points_and_skips_those_without() -> None:
    right, wrong = choices("aa", "a", right={0}), choices("aa", "a", right={1})
    heavy = right.model_copy(update={"points": 3})
    note = make("reflection")
    assert share_of_test([heavy, wrong, note], KINDS["longest"]) == 0.75
    assert share_of_test([note], KINDS["longest"]) == 0


def test_the_command_tells_what_every_guesser_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "mkdocs.yml": SETTINGS,
        "docs/index.md": "# Welkom\n",
        "modules/1-basis/level.yml": level("basis", "Basis"),
        "modules/1-basis/01-les.md": lesson("Les"),
        "quizzes/1-basis/toets.yml": quiz("toets-basis", question("b", "Een heel lang antwoord")),
    }
    write_tree(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["guess"]) == 0
    said = capsys.readouterr().out
    assert "(quizzes/1-basis/toets.yml)" in said
    assert " 100%  kiest steeds het langste antwoord" in said
    assert "   0%  kiest steeds het kortste antwoord" in said
    assert len(said.splitlines()) == 3 + len(KINDS)
