"""GIFT, Aiken and spreadsheets of others: each thing that they can say, as the question that it becomes."""

from __future__ import annotations

from io import BytesIO
from typing import Any, NamedTuple

import pytest
from openpyxl import Workbook
from support.banks import Taken, take


class Case(NamedTuple):
    """What stands in a file; what the one question of it has; what is said of it."""

    text: str
    has: dict[str, Any]
    said: tuple[str, ...] = ()


def choices(question: Any) -> list[tuple[str, bool, str | None]]:
    return [(choice.text, choice.correct, choice.feedback) for choice in question.choices]


def gap(question: Any) -> Any:
    [only] = question.gaps.values()
    return only


HALF = "an answer earned a part of the points"
GIFT = {
    "one right": Case(
        "Wie?{~Jan =Piet ~Klaas}",
        {
            "type": "single_choice",
            "id": "wie",
            "prompt": "Wie?",
            "shuffle": True,
            "choices": [("Jan", False, None), ("Piet", True, None), ("Klaas", False, None)],
        },
    ),
    "answers in the middle of a sentence": Case(
        "Piet is {~groot =klein} voor zijn leeftijd.",
        {"prompt": "Piet is _____ voor zijn leeftijd.", "choices": [("groot", False, None), ("klein", True, None)]},
    ),
    "a reason for each": Case(
        "Wie?{\n~Jan#Nee.\n=Piet#Ja!\n}", {"choices": [("Jan", False, "Nee."), ("Piet", True, "Ja!")]}
    ),
    "a title": Case("::Het volk::Wie?{~Jan =Piet}", {"id": "het-volk", "prompt": "Wie?"}),
    "a title with signs": Case("::Twee\\:: of drie::Wie?{~Jan =Piet}", {"id": "twee-of-drie"}),
    "an id of its own": Case("// [id:wie-dan] [tag:los]\n::Titel::Wie?{~Jan =Piet}", {"id": "wie-dan"}),
    "an id that a machine made": Case("// [id:q123]\n::Titel::Wie?{~Jan =Piet}", {"id": "titel"}),
    "several right": Case(
        "Welke twee?{~%50%A ~%50%B ~%-100%C}",
        {"type": "multiple_choice", "choices": [("A", True, None), ("B", True, None), ("C", False, None)]},
    ),
    "several right that don't weigh the same": Case(
        "Welke?{~%75%A ~%25%B ~C}", {"type": "multiple_choice"}, ("didn’t count equally",)
    ),
    "half right": Case(
        "Welke?{=A ~%50%B ~C}",
        {"type": "single_choice", "choices": [("A", True, None), ("B", False, None), ("C", False, None)]},
        (HALF,),
    ),
    "a short answer": Case(
        "Wie?{=Piet =Pieter}", {"type": "fill_in", "prompt": "Wie?", "text": "{{gat-1}}", "gap": ["Piet", "Pieter"]}
    ),
    "a short answer in the middle": Case(
        "Twee en twee is {=vier =4}.",
        {"type": "fill_in", "prompt": "Fill in.", "text": "Twee en twee is {{gat-1}} .", "gap": ["vier", "4"]},
    ),
    "a mistake that was foreseen": Case(
        "Wie?{=Piet#Ja. =%0%Jan#Dat is zijn broer.}", {"gap": ["Piet"], "mistakes": [(["Jan"], "Dat is zijn broer.")]}
    ),
    "a short answer that is nearly right": Case("Wie?{=Piet =%75%Piit#Bijna.}", {"gap": ["Piet"]}, (HALF,)),
    "true": Case("De zon komt op in het oosten.{T}", {"type": "true_false", "correct": True}),
    "not true, in full": Case(
        "De zon komt op in het westen.{FALSE#Nee.#Juist.}",
        {"type": "true_false", "correct": False, "feedback_true": "Nee.", "feedback_false": "Juist."},
    ),
    "pairs": Case(
        "Wat hoort bij wat?{=Canada -> Ottawa =Italië -> Rome =Japan -> Tokio = -> Bern}",
        {
            "type": "matching",
            "pairs": [("Canada", "Ottawa"), ("Italië", "Rome"), ("Japan", "Tokio")],
            "distractors": ["Bern"],
        },
    ),
    "a number": Case("Wanneer?{#1822}", {"type": "numeric", "answer": "1822", "tolerance": "0"}),
    "a number with a margin": Case("Wat is pi?{#3.1415:0.0005}.", {"answer": "3.1415", "tolerance": "0.0005"}),
    "a number in a range": Case("Wat is pi?{#3.141..3.143}", {"answer": "3.142", "tolerance": "0.001"}),
    "numbers with other points": Case(
        "Wanneer?{#\n=1822:0#Ja.\n=%50%1822:2#Bijna.}",
        {"answer": "1822", "tolerance": "0", "feedback": "Ja."},
        ("more right numbers",),
    ),
    "a number with something for all others": Case(
        "Een getal van 1 tot 5?{#3:2~#Helemaal niet}", {"answer": "3", "tolerance": "2"}
    ),
    "an open question": Case("Hoe gaat het?{}", {"type": "reflection", "prompt": "Hoe gaat het?"}),
    "general feedback": Case(
        "Waar?{TRUE####Dat staat in les 2.}", {"type": "true_false", "explanation": "Dat staat in les 2."}
    ),
    "signs of its own, escaped": Case(
        "Wat is vijf?{~ \\= 2 + 2 = \\= 2 \\+ 3 ~\\{x\\}}",
        {"choices": [("= 2 + 2", False, None), ("= 2 + 3", True, None), ("\\{x}", False, None)]},
    ),
    "Markdown": Case(
        "[markdown]Wie is **de beste**?{=Piet#*Ja* ~Jan}",
        {"prompt": "Wie is **de beste**?", "choices": [("Piet", True, "*Ja*"), ("Jan", False, None)]},
    ),
    "HTML": Case(
        "[html]Wie is <b>de beste</b>?{=Piet ~Jan # [html]<i>Nee</i>}",
        {"prompt": "Wie is **de beste**?", "choices": [("Piet", True, None), ("Jan", False, "*Nee*")]},
    ),
    "plain text is no markup": Case(
        "[plain]Is 2*3*4 < 25?{=Ja ~<b>Nee</b>}",
        {"prompt": "Is 2\\*3\\*4 < 25?", "choices": [("Ja", True, None), ("&lt;b>Nee&lt;/b>", False, None)]},
    ),
    "a format for each answer": Case(
        "[html]Wat?{=[plain]A ~[html]B}", {"choices": [("A", True, None), ("B", False, None)]}
    ),
    "a comment between answers": Case(
        "Wat?{\n=A\n// dit niet\n~B\n}", {"choices": [("A", True, None), ("B", False, None)]}
    ),
    "an empty line between answers": Case("Wat?{\n=A\n\n~B\n}", {"choices": [("A", True, None), ("B", False, None)]}),
    "a category": Case("$CATEGORY: $course$/top/Rekenen\n\nWat?{=A ~B}", {"prompt": "Wat?"}),
    "Windows and a mark": Case("\ufeffWat?{=A ~B}\r\n\r\n", {"prompt": "Wat?"}),
    "formulas": Case("[html]Wat is \\\\(x^2\\\\)?{=A ~B}", {"prompt": "Wat is \\\\(x^2\\\\)?"}, ("formula",)),
}

AIKEN = {
    "one right": Case(
        "Wie?\nA. Jan\nB) Piet\nANSWER: B\n",
        {"type": "single_choice", "prompt": "Wie?", "choices": [("Jan", False, None), ("Piet", True, None)]},
    ),
    "a prompt of two lines": Case(
        "Wie?\nZeg het.\nA. Jan\nB. <b>\nanswer: b\n",
        {"prompt": "Wie? Zeg het.", "choices": [("Jan", False, None), ("&lt;b>", True, None)]},
    ),
    "several right": Case(
        "Wie?\nA. Jan\nB. Piet\nC. Klaas\nANSWER: A, C\n",
        {"type": "multiple_choice", "choices": [("Jan", True, None), ("Piet", False, None), ("Klaas", True, None)]},
    ),
}

SHEETS = {
    "a letter": Case(
        "vraag;antwoord;keuze a;keuze b\nWie?;B;Jan;Piet\n",
        {"type": "single_choice", "choices": [("Jan", False, None), ("Piet", True, None)]},
    ),
    "a number of a choice": Case(
        "Question,Correct Answer,Option 1,Option 2\nWho?,2,John,Pete\n",
        {"choices": [("John", False, None), ("Pete", True, None)]},
    ),
    "the text of a choice, and its reasons": Case(
        "VRAAG\tGoed antwoord\tkeuze_a\tkeuze_b\treden a\tfeedback bij b\nWie?\tpiet\tJan\tPiet\tNee\tJa\n",
        {"choices": [("Jan", False, "Nee"), ("Piet", True, "Ja")]},
    ),
    "choices in one cell, several right": Case(
        'vraag;antwoord;keuzes\nWie?;"Jan; Klaas";"Jan; Piet; Klaas"\n',
        {"type": "multiple_choice", "choices": [("Jan", True, None), ("Piet", False, None), ("Klaas", True, None)]},
    ),
    "true": Case("stelling;juist\nWaar.;ja\n", {"type": "true_false", "correct": True}),
    "not true": Case("stelling;antwoord\nWaar.;niet waar\n", {"type": "true_false", "correct": False}),
    "a number with a comma": Case(
        "vraag;antwoord;marge;eenheid\nHoeveel?;2,5;0,5;uur\n",
        {"type": "numeric", "answer": "2.5", "tolerance": "0.5", "unit": "uur"},
    ),
    "a word": Case("vraag;antwoord\nWie?;Piet; \n", {"type": "fill_in", "gap": ["Piet"]}),
    "an open question": Case(
        "vraag;type;antwoord\nWaarom?;open;Daarom.\n", {"type": "reflection", "sample": "Daarom."}
    ),
    "all other columns": Case(
        "id;vraag;antwoord;hint;uitleg;punten\nmijn-vraag;Waar?;waar;Denk.;Want.;2,5\n",
        {"id": "mijn-vraag", "hint": "Denk.", "explanation": "Want.", "points": 2.5},
    ),
    "markup in a cell is text": Case(
        "vraag;antwoord\n<script>x</script> & *y*;waar\n", {"prompt": "&lt;script>x&lt;/script> & \\*y\\*"}
    ),
    "points that can't be": Case("vraag;antwoord;punten\nWaar?;waar;veel\n", {"points": 1}, ("points",)),
}


def told(question: Any, key: str) -> Any:
    if key == "choices":
        return choices(question)
    if key == "gap":
        return list(gap(question).accept)
    if key == "mistakes":
        return [(list(reject.text), reject.feedback) for reject in gap(question).reject]
    if key == "pairs":
        return [(pair.left, pair.right) for pair in question.pairs]
    if key == "distractors":
        return [getattr(one, "text", one) for one in question.distractors]
    value = getattr(question, key)
    return f"{float(value):g}" if key in ("answer", "tolerance") else value


def compare(taken: Taken, case: Case) -> None:
    assert {key: told(taken.only, key) for key in case.has} == case.has
    assert taken.lost == []
    assert len(taken.said) == len(case.said), taken.said
    for words, said in zip(case.said, taken.said, strict=True):
        assert words in said


@pytest.mark.parametrize("case", GIFT.values(), ids=GIFT)
def test_gift(case: Case) -> None:
    compare(take(case.text), case)


@pytest.mark.parametrize("case", AIKEN.values(), ids=AIKEN)
def test_aiken(case: Case) -> None:
    compare(take(case.text), case)


@pytest.mark.parametrize("case", SHEETS.values(), ids=SHEETS)
def test_a_sheet(case: Case) -> None:
    compare(take(case.text, "vragen.csv"), case)


def test_a_workbook_is_read_as_its_table_is() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Vraag", "Antwoord", "Punten"], ["Hoeveel?", 2.5, 3], [], ["Waar?", "waar", None]):
        sheet.append(row)
    book.save(buffer := BytesIO())
    questions = take(buffer.getvalue()).questions
    assert [(one.type, one.points) for one in questions.values()] == [("numeric", 3), ("true_false", 1)]
    assert str(questions["hoeveel"].answer) == "2.5"


def test_every_question_of_a_file_is_taken_over_or_named_with_its_line() -> None:
    taken = take("Een tekst.\n\nWat?{=A ~B}\n\nGeen goed?{~A ~B}\n\nOpen {=A\n", source="bank.gift")
    assert list(taken.questions) == ["wat"]
    assert [line.split(": ")[0] for line in taken.lost] == ["bank.gift:1", "bank.gift:5", "bank.gift:7"]
    assert all(line in taken.text.replace("\n#  ", "") for line in taken.lost)
    aiken = take("Wie?\nA. Jan\nB. Piet\nANSWER: C\n\nEn nu?\nA. Ja\n", source="bank.txt")
    assert [line.split(": ")[0] for line in aiken.lost] == ["bank.txt:1", "bank.txt:6"]
    sheet = take("vraag;antwoord;keuze a;keuze b\n;a;x;y\nWat?;z;x;y\n", "bank.csv", source="bank.csv")
    assert [line.split(": ")[0] for line in sheet.lost] == ["bank.csv:2", "bank.csv:3"]


def test_questions_with_one_name_each_get_their_own() -> None:
    taken = take("// [id:wie]\nWie?{=A ~B}\n\n// [id:wie]\nWie dan?{=A ~B}\n\nWie?{=A ~B}\n")
    assert list(taken.questions) == ["wie", "wie-2", "wie-3"]
    assert len([line for line in taken.said if "the id “wie”" in line]) == 1


def test_categories_stay_as_remarks_above_the_first_question_of_each() -> None:
    gift = "$CATEGORY: $course$/top/Taal//Spraak/Zinnen\n\nWat?{T}\n\nEn?{T}\n\n$CATEGORY: Rekenen\n\nHoe?{T}\n"
    xml = "<quiz>" + "".join(
        f"<question type='category'><category><text>{name}</text></category></question>"
        f"<question type='essay'><questiontext><text>Wat?</text></questiontext></question>"
        for name in ("$course$/top/Taal//Spraak/Zinnen", "$system$/top/Rekenen")
    )
    for text in (gift, f"{xml}</quiz>"):
        remarks = [line.strip() for line in take(text).text.splitlines() if "# Category" in line]
        assert remarks == ["# Category: Taal/Spraak/Zinnen", "# Category: Rekenen"]


def test_a_title_that_never_ends_is_read_as_the_question_it_begins() -> None:
    """Of which each backslash once doubled the time."""
    assert take("::Waar" + "\\n" * 100 + "{T}").only.type == "true_false"


def test_thousands_of_brackets_are_text() -> None:
    question = take("[markdown]" + "[" * 100_000 + "{T}").only
    assert question.prompt.replace("\\", "") == "[" * 100_000


def test_signs_that_a_terminal_obeys_get_neither_into_the_quiz_nor_onto_the_screen() -> None:
    taken = take(
        '$CATEGORY: A\x1b[2J\n\n[html]Wat?\x1b[2J<img src\\="\x1b[2J.png">{T}\n\nTekst\x9b.\x85\n', source="x\x1b"
    )
    assert taken.only.prompt == "Wat?\\[2J\\[2J.png"
    assert not {"\x1b", "\x9b", "\x85"} & set("".join([taken.text, *taken.said, *taken.lost]))
