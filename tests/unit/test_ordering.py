"""Putting things in order: what authors may write, what they are told, and what stands on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from support.faults import checked
from support.trees import course, quiz, write_tree

from leerpad.locales import load_locale
from leerpad.questions.ordering.model import Ordering

if TYPE_CHECKING:
    from pathlib import Path

TEST = "quizzes/0-een/toets.yml"


def faults_of(folder: Path, question: str) -> list[str]:
    """What an author is told about this one question, written from line 5 on."""
    _, report = checked(write_tree(folder, {**course(), TEST: quiz("toets-een", question)}))
    return [load_locale("nl").diagnostic(found) for found in report if found.path == TEST]


def lines(*items: str, more: str = "") -> str:
    """An ordering question; its first item stands on line 9."""
    head = ["  - id: een-1", "    type: ordering", "    prompt: Wat eerst?", "    items:"]
    return "\n".join([*head, *(f"      {item}" for item in items), *([f"    {more}"] if more else [])]) + "\n"


@pytest.mark.parametrize(
    ("question", "place", "said"),
    [
        (lines("- Een", "- Twee"), "9:7", "“items” heeft te weinig onderdelen; nodig: minstens 3"),
        (lines("- Een", "- Twee", "- een!"), "11:9", "dit onderdeel zegt hetzelfde als onderdeel 1; maak het verschil duidelijk of haal er een weg"),
        (lines("- Een", "- Twee", "- feedback: Want.", "  text: TWEE"), "12:15", "dit onderdeel zegt hetzelfde als onderdeel 2; maak het verschil duidelijk of haal er een weg"),
        (lines("- Een", "- text: Twee", "  feedbak: Want.", "- Drie"), "11:9", "onbekende sleutel “feedbak”; bedoel je “feedback”?"),
        (lines("- Een", "- feedback: Want.", "- Drie"), "10:9", "sleutel “text” ontbreekt; vul hem aan"),
        (lines("- Een", "- ''", "- Drie"), "10:9", "“text” is leeg; vul een waarde in of haal de sleutel weg"),
        (lines("- Een", "- [Twee]", "- Drie"), "10:9", "hier worden sleutels met waarden verwacht, geen losse tekst of lijst"),
        (lines("- Een", "- Twee", "- Drie", more="scoring: half"), "12:14", "“half” kan hier niet bij “scoring”; kies uit: partial, all_or_nothing"),
        ("  - {id: een-1, type: ordering, prompt: P}\n", "5:5", "sleutel “items” ontbreekt; vul hem aan"),
    ],
    ids=["too few", "the same text", "the same in a mapping", "wrong key", "no text", "empty", "a list", "wrong scoring", "no items"],
)  # fmt: skip
def test_a_fault_in_an_ordering_is_told_at_its_place(question: str, place: str, said: str, tmp_path: Path) -> None:
    assert faults_of(tmp_path, question) == [f"{TEST}:{place}  {said}"]


def ordering(*items: Any, **keys: Any) -> Ordering:
    return Ordering.model_validate({"id": "v", "type": "ordering", "prompt": "Wat?", "items": items, **keys})


def test_an_item_may_be_a_text_or_have_a_reason() -> None:
    short = ordering("Een", "12:30", "Drie")
    long = ordering("Een", {"text": "12:30", "feedback": "Want."}, {"text": "Drie"})
    assert short.revision() == long.revision()
    assert dict(long.texts()) == {
        ("prompt",): "Wat?",
        ("items", 0, "text"): "Een",
        ("items", 1, "text"): "12:30",
        ("items", 1, "feedback"): "Want.",
        ("items", 2, "text"): "Drie",
    }


def test_another_order_or_another_way_to_score_makes_another_question() -> None:
    question = ordering("Een", "Twee", "Drie")
    assert ordering("een!", "Twee", "Drie", points=3).revision() == question.revision()
    assert ordering("Twee", "Een", "Drie").revision() != question.revision()
    assert ordering("Een", "Twee", "Drie", scoring="all_or_nothing").revision() != question.revision()


def test_on_paper_the_items_never_stand_in_the_right_order_nor_tell_it() -> None:
    orders = set()
    for number in range(60):
        question = ordering("Een", "Twee", "Drie", id=f"v-{number}")
        mixed = [item.text for item in question.mixed()]
        assert sorted(mixed) == ["Drie", "Een", "Twee"]
        assert mixed != ["Een", "Twee", "Drie"]
        assert mixed == [item.text for item in question.mixed()]
        orders.add(tuple(mixed))
    assert len(orders) == 5  # every other order occurs
