"""Matching and categorize: the faults of an author, and what makes another question."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from support.faults import checked
from support.trees import course, quiz, write_tree

from leerpad.locales import load_locale
from leerpad.questions import TYPES

if TYPE_CHECKING:
    from pathlib import Path

TEST = "quizzes/0-een/toets.yml"

MATCHING = """\
  - id: een-1
    type: matching
    prompt: Wat hoort bij wat?
    pairs:
      - left: Bron
        right: Helpt
      - left: Eis
        right: Kost
        feedback: Want inspanning.
      - left: Steun
        right: helpt!
    distractors: [Niets, Alles]
"""
CATEGORIZE = """\
  - id: een-1
    type: categorize
    prompt: Wat hoort waar?
    categories:
      - name: Bron
        items:
          - Steun
          - text: Ruimte
            feedback: Want dat helpt.
      - name: Eis
        items: [Drukte]
"""


def faults_of(folder: Path, question: str) -> list[str]:
    _, report = checked(write_tree(folder, {**course(), TEST: quiz("toets-een", question)}))
    return [line for line in map(load_locale("nl").diagnostic, report) if line.startswith(TEST)]


@pytest.mark.parametrize("good", [MATCHING, CATEGORIZE], ids=["matching", "categorize"])
def test_pairs_may_share_a_right_and_items_may_be_text_or_more(good: str, tmp_path: Path) -> None:
    assert faults_of(tmp_path, good) == []


@pytest.mark.parametrize(
    ("good", "before", "after", "expected"),
    [
        (MATCHING, "left: Steun", "left: bron.", "14:15  links staat hetzelfde als bij paar 1; maak het verschil duidelijk of haal er een weg"),
        (MATCHING, "Alles]", "kost]", "16:26  dit is ook het antwoord bij paar 2; een afleider mag nergens bij passen, verander hem of haal hem weg"),
        (MATCHING, "Alles]", "niets]", "16:26  deze afleider zegt hetzelfde als afleider 1; haal er een weg"),
        (MATCHING, "right: Kost\n        feedback: Want inspanning.\n      - left: Steun\n        right: helpt!\n    distractors: [Niets, Alles]", "right: Helpt", "9:7  bij elk paar hoort hetzelfde, dus er valt niets te kiezen; voeg distractors toe of een paar met een ander antwoord"),
        (MATCHING, "    pairs:", "    pairs: [{left: A, right: B}]\n    distractors:", "8:12  “pairs” heeft te weinig onderdelen; nodig: minstens 2"),
        (MATCHING, "right: Kost", "rigth: Kost", "12:9  onbekende sleutel “rigth”; bedoel je “right”?"),
        (MATCHING, "Alles]", "'']", "16:26  “distractors” is leeg; vul een waarde in of haal de sleutel weg"),
        (CATEGORIZE, "name: Eis", "name: bron!", "14:15  deze categorie heet hetzelfde als categorie 1; geef haar een andere naam of voeg ze samen"),
        (CATEGORIZE, "[Drukte]", "[Drukte, Steun]", "15:25  dit onderdeel staat ook al bij “Bron”; laat het op één plaats staan"),
        (CATEGORIZE, "text: Ruimte", "text: steun", "12:19  dit onderdeel staat ook al bij “Bron”; laat het op één plaats staan"),
        (CATEGORIZE, "[Drukte]", "[]", "15:16  “items” heeft te weinig onderdelen; nodig: minstens 1"),
        (CATEGORIZE, "feedback: Want", "feedbak: Want", "13:13  onbekende sleutel “feedbak”; bedoel je “feedback”?"),
        (CATEGORIZE, "feedback: Want dat helpt.", "feedback: Zie [les](../../modules/0-een/01-een-c.md)", "13:23  de link “../../modules/0-een/01-een-c.md” wijst naar een bestand dat er niet is; bedoel je ../../modules/0-een/01-een-a.md?"),
        (CATEGORIZE, "- Steun", "- '[les](../../modules/0-een/01-een-c.md)'", "11:13  de link “../../modules/0-een/01-een-c.md” wijst naar een bestand dat er niet is; bedoel je ../../modules/0-een/01-een-a.md?"),
    ],
    ids=["left twice", "distractor that fits", "distractor twice", "one option", "one pair", "key of a pair", "empty distractor",
         "category twice", "item in two categories", "item twice in one", "no items", "key of an item", "link in a reason", "link in an item"],
)  # fmt: skip
def test_a_fault_says_where_what_and_how_to_mend_it(
    good: str, before: str, after: str, expected: str, tmp_path: Path
) -> None:
    assert good.count(before) == 1
    found = faults_of(tmp_path, good.replace(before, after))
    assert f"{TEST}:{expected}" in found


def matching(**changes: Any) -> Any:
    pairs = [{"left": "Bron", "right": "Helpt"}, {"left": "Eis", "right": "Kost"}]
    data = {"id": "v", "type": "matching", "prompt": "Wat?", "pairs": pairs, "distractors": ["Niets"]}
    return TYPES["matching"].model_validate({**data, **changes})


def categorize(categories: dict[str, list[Any]]) -> Any:
    listed = [{"name": name, "items": items} for name, items in categories.items()]
    return TYPES["categorize"].model_validate({"id": "v", "type": "categorize", "prompt": "Wat?", "categories": listed})


def test_moving_pairs_and_rewording_distractors_keeps_the_question_the_same() -> None:
    turned = [{"left": "eis", "right": "Kost!", "feedback": "Want."}, {"left": "Bron", "right": "Helpt"}]
    assert matching(pairs=turned, distractors=["Iets"]).revision() == matching().revision()
    crossed = [{"left": "Bron", "right": "Kost"}, {"left": "Eis", "right": "Helpt"}]
    assert matching(pairs=crossed).revision() != matching().revision()


def test_moving_an_item_within_its_category_keeps_the_question_the_same_elsewhere_not() -> None:
    first = categorize({"Bron": ["Steun", "Ruimte"], "Eis": ["Drukte"]})
    assert categorize({"Eis": ["Drukte"], "Bron": [{"text": "Ruimte"}, "Steun"]}).revision() == first.revision()
    assert categorize({"Bron": ["Steun"], "Eis": ["Drukte", "Ruimte"]}).revision() != first.revision()


def test_the_order_without_script_tells_nothing_about_the_answer() -> None:
    """It is the same however the author ordered what belongs together."""
    names = [f"Naam {number}" for number in range(8)]
    pairs = [{"left": name, "right": f"Bij {name}"} for name in names]
    mixed = random.Random(1).sample(pairs, len(pairs))
    assert matching(pairs=pairs).options() == matching(pairs=mixed).options()
    assert [row.text for row in matching(pairs=pairs).rows()] == names
    rows = categorize({"A": names[:4], "B": names[4:]}).rows()
    assert [row.text for row in rows] == [row.text for row in categorize({"B": names[::2], "A": names[1::2]}).rows()]
    assert [option.text for option in categorize({"B": ["x"], "A": ["y"]}).options()] == ["B", "A"]


def test_one_option_for_two_pairs_with_the_same_right() -> None:
    shared = matching(pairs=[{"left": "A", "right": "Samen"}, {"left": "B", "right": "samen."}])
    assert sorted(option.text for option in shared.options()) == ["Niets", "Samen"]
