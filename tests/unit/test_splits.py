"""A check that is split over its lesson: what goes wrong is said where, with a remedy; and in which order it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.faults import TEST, Case, changed, faults_of, load_flawless
from support.splits import CHECK, LESSON, PREDICTION, split_course
from support.trees import lesson, question, quiz, write_tree

from leerpad.course.model.splits import in_order_of_page
from leerpad.exchange.bank import collect

if TYPE_CHECKING:
    from pathlib import Path

PART, REST = "<!-- quiz: check | midden -->", "<!-- quiz: check -->"
OTHER = "modules/0-een/02-een-b.md"
CHECK_TEXT = split_course()[CHECK]


def body(*lines: str) -> str:
    return lesson("Les een A", "<!-- quiz: check | vooraf -->\n\n" + "\n\n".join(lines))


def of_test(*questions: str) -> str:
    return quiz("toets-een", question("een-1"), *questions)


CASES = [
    Case("unknown question", LESSON, body("<!-- quiz: check | miden -->", REST), [f"{LESSON}:7:1  quiz “check” heeft geen vraag met id “miden”; bedoel je “midden”?"]),
    Case("question of another quiz", LESSON, body("<!-- quiz: check | een-1 -->", REST), [f"{LESSON}:7:1  quiz “check” heeft geen vraag met id “een-1”; kies uit begin, vooraf, midden, eind"]),
    Case("bar without a question", LESSON, body("<!-- quiz: check | -->", REST), [f"{LESSON}:7:1  achter de streep ontbreekt welke vraag hier komt; schrijf bijvoorbeeld “<!-- quiz: check | begin -->”, of haal de streep weg", f"{LESSON}:9:1  dezelfde opdracht “quiz” staat al op regel 7; op één pagina kan dat maar één keer"]),
    Case("question twice", LESSON, body(PART, "<!-- quiz: check |midden -->", REST), [f"{LESSON}:9:1  dezelfde opdracht “quiz” staat al op regel 7; op één pagina kan dat maar één keer"]),
    Case("the rest left out", LESSON, body(PART), [f"{LESSON}:{line}:1  van “check” staat hier één vraag, maar nergens op deze pagina de rest; zet onder aan de tekst “{REST}”" for line in (5, 7)]),
    Case("question in the wrong lesson", OTHER, lesson("Les een B", PART), [f"{OTHER}:5:1  de rest van “check” staat in {LESSON}, en een check kan maar op één pagina worden gemaakt; zet deze regel daar, boven “{REST}”"]),
    Case("question below the rest", LESSON, body(REST, PART), [f"{LESSON}:9:1  deze vraag staat onder de rest van “check” (regel 7), waar ook de uitslag komt; zet haar daarboven"]),
    Case("question of a test", OTHER, lesson("Les een B", "<!-- quiz: toets-een | een-1 -->"), [f"{OTHER}:5:1  “toets-een” is een toets, en die wordt in één keer gemaakt; haal deze regel weg, of zet in die quiz “mode: practice”"]),
    Case("question that may not be drawn", CHECK, CHECK_TEXT.replace("questions:", "draw: 3\nquestions:"), [f"{LESSON}:{line}:1  “check” trekt vragen met draw, dus deze vraag komt niet bij elke lezer; haal deze regel weg, of haal draw weg uit die quiz" for line in (7, 13)]),
    Case("prediction left out", LESSON, lesson("Les een A", REST), [f"{CHECK}:13:9  geen pagina vraagt “vooraf” vooraf; zet in de les boven de uitleg “<!-- quiz: check | vooraf -->”, of haal hier “predict: true” weg"]),
    Case("prediction in a test", TEST, of_test(PREDICTION.replace("vooraf", "een-2")), [f"{TEST}:16:5  in een toets telt elke vraag, dus “een-2” kan geen vraag vooraf zijn; haal “predict” weg, of zet de vraag in een check"]),
    Case("a test of predictions alone", TEST, quiz("toets-een", PREDICTION.replace("vooraf", "een-2")), [f"{TEST}:7:5  in een toets telt elke vraag, dus “een-2” kan geen vraag vooraf zijn; haal “predict” weg, of zet de vraag in een check"]),
    Case("prediction with points", CHECK, CHECK_TEXT.replace("predict: true", "predict: true\n    points: 2"), [f"{CHECK}:16:5  een vraag vooraf levert nooit punten op; haal “points” weg, of haal “predict” weg als de vraag moet meetellen"]),
    Case("prediction of a type that can't be", CHECK, CHECK_TEXT + "  - {id: rij, type: ordering, predict: true, prompt: Wat eerst?, items: [a, b, c]}\n", [f"{CHECK}:40:31  onbekende sleutel “predict”; mogelijk zijn: explanation, hint, id, items, lesson, points, prompt, scoring, type"]),
    Case("a check that nothing shows", LESSON, lesson("Les een A"), [f"{CHECK}:1:1  advies unused-quiz  quiz “check” wordt nergens gebruikt; zet {REST} in een les, of haal het bestand weg"]),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_split_that_cannot_be_is_told_where_it_stands(case: Case, tmp_path: Path) -> None:
    assert faults_of(tmp_path, changed({**split_course()}, case)) == case.expected


def test_a_page_asks_what_stands_apart_first_and_a_bank_gets_no_predictions(tmp_path: Path) -> None:
    course = load_flawless(write_tree(tmp_path, {**split_course()}))
    apart = course.asked_apart(LESSON, "check")
    assert apart == ("vooraf", "midden")
    check = course.quizzes["check"].model
    assert [one.id for one in in_order_of_page(check, apart)] == ["vooraf", "midden", "begin", "eind"]
    assert [one.id for one in in_order_of_page(check, ())] == ["begin", "midden", "eind"]
    items, losses = collect(course, ["check"])
    assert [item.question.id for item in items] == ["begin", "midden", "eind"]
    assert [(loss.question, loss.what) for loss in losses] == [("vooraf", "prediction")]


def test_a_prediction_is_not_scored_and_the_browser_is_told(tmp_path: Path) -> None:
    course = load_flawless(write_tree(tmp_path, {**split_course()}))
    questions = {one.id: one for one in course.quizzes["check"].model.questions}
    assert {name: one.is_scored for name, one in questions.items()} == {
        name: name != "vooraf" for name in ("begin", "vooraf", "midden", "eind")
    }
    assert [(questions[name].client_data()["scored"], questions[name].worth) for name in ("vooraf", "eind")] == [
        (False, 0),
        (True, 1),
    ]
