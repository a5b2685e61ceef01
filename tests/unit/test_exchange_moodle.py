"""Moodle XML of others: each type and each habit of Moodle, as the question that it becomes."""

from __future__ import annotations

from typing import Any

import pytest
from support.banks import Taken, choices, take

PIXEL = "iVBORw0KGgo="


def bank(kind: str, inside: str, prompt: str = "<p>Wat?</p>", style: str = "html") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n<question type="{kind}"><name><text>De naam</text></name>'
        f'<questiontext format="{style}"><text><![CDATA[{prompt}]]></text></questiontext>{inside}</question></quiz>'
    )


def answer(fraction: str, text: str, reason: str = "", more: str = "", style: str = "html") -> str:
    return f'<answer fraction="{fraction}" format="{style}"><text><![CDATA[{text}]]></text><feedback format="html"><text>{reason}</text></feedback>{more}</answer>'


def taken(kind: str, inside: str, *said: str, **more: str) -> Any:
    """The one question, of which exactly this is said."""
    found = take(bank(kind, inside, **more), source="bank.xml")
    assert found.lost == []
    assert_said(found, said)
    return found.only


def assert_said(found: Taken, said: tuple[str, ...]) -> None:
    assert len(found.said) == len(said), found.said
    for words, line in zip(said, found.said, strict=True):
        assert line.startswith("bank.xml:3  ")
        assert words in line


ONE = "<single>true</single>"
MORE = "<single>false</single><shuffleanswers>1</shuffleanswers>"


def test_one_choice_with_its_reasons_points_and_name() -> None:
    question = taken(
        "multichoice",
        ONE
        + answer("100", "<p dir='ltr'>A</p>", "Ja.")
        + answer("0", "<p>B</p>")
        + "<defaultgrade>2.5</defaultgrade><hint format='html'><text>Denk.</text></hint><generalfeedback format='html'><text>Want.</text></generalfeedback>",
    )
    assert (question.type, question.id, question.points) == ("single_choice", "de-naam", 2.5)
    assert (question.hint, question.explanation, question.shuffle) == ("Denk.", "Want.", False)
    assert choices(question) == [("A", True), ("B", False)]
    assert question.choices[0].feedback == "Ja."


@pytest.mark.parametrize(
    ("parts", "right", "said"),
    [
        (("100", "50", "0"), [True, False, False], ("an answer earned a part of the points",)),
        (("100", "-25", "0"), [True, False, False], ("cost points",)),
        (("90", "0", "-0.5"), [True, False, False], ("cost points",)),
    ],
)
def test_one_choice_with_odd_weights(parts: tuple[str, ...], right: list[bool], said: tuple[str, ...]) -> None:
    question = taken("multichoice", ONE + "".join(answer(part, f"K{n}") for n, part in enumerate(parts)), *said)
    assert [is_right for _, is_right in choices(question)] == right


def test_one_choice_of_which_two_are_right_becomes_one_of_several() -> None:
    question = taken(
        "multichoice", ONE + answer("100", "A") + answer("100", "B") + answer("0", "C"), "earned all points"
    )
    assert (question.type, choices(question)) == ("multiple_choice", [("A", True), ("B", True), ("C", False)])


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("50", "50", "-100"), ()),
        (("33", "33.33333", "33.33333", "-50"), ("didn’t count equally",)),
        (("70", "30", "0"), ("didn’t count equally",)),
    ],
)
def test_several_choices(parts: tuple[str, ...], said: tuple[str, ...]) -> None:
    question = taken("multichoice", MORE + "".join(answer(part, f"K{n}") for n, part in enumerate(parts)), *said)
    assert (question.type, question.shuffle) == ("multiple_choice", True)
    assert [is_right for _, is_right in choices(question)] == [float(part) > 0 for part in parts]


def test_true_and_false() -> None:
    question = taken(
        "truefalse",
        answer("0", "true", "Nee.", style="moodle_auto_format")
        + answer("100", "false", "Juist.", style="moodle_auto_format"),
    )
    assert (question.correct, question.feedback_true, question.feedback_false) == (False, "Nee.", "Juist.")


def test_pairs_and_an_option_that_fits_none() -> None:
    rows = "".join(
        f'<subquestion format="html"><text>{row}</text><answer><text>{option}</text></answer></subquestion>'
        for row, option in (("A", "1"), ("B", "2"), ("", "3"))
    )
    question = taken("matching", rows)
    assert [(pair.left, pair.right) for pair in question.pairs] == [("A", "1"), ("B", "2")]
    assert list(question.distractors) == ["3"]


@pytest.mark.parametrize(
    ("grading", "scoring"),
    [("LONGEST_ORDERED_SUBSET", "partial"), ("ALL_OR_NOTHING", "all_or_nothing"), ("-1", "all_or_nothing")],
)
def test_an_order(grading: str, scoring: str) -> None:
    question = taken(
        "ordering", f"<gradingtype>{grading}</gradingtype>" + answer("2", "B") + answer("1", "A") + answer("3", "C")
    )
    assert ([item.text for item in question.items], question.scoring) == (["A", "B", "C"], scoring)


def test_a_number_with_a_margin_and_a_unit() -> None:
    units = "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit><unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>"
    question = taken(
        "numerical",
        answer("100", "2.5", "Ja.", "<tolerance>0.5</tolerance>") + answer("0", "*", "Nee.") + units,
        "more units",
    )
    assert (str(question.answer), str(question.tolerance), question.unit, question.feedback) == (
        "2.5",
        "0.5",
        "m",
        "Ja.",
    )


def test_a_short_answer_with_mistakes_that_were_foreseen() -> None:
    question = taken(
        "shortanswer",
        "<usecase>1</usecase>"
        + answer("100", "Piet", style="moodle_auto_format")
        + answer("50", "Pieter")
        + answer("0", "Jan", "Zijn broer.")
        + answer("0", "*", "Nee."),
        "earned a part",
        "a * stood for",
    )
    gap = question.gaps["gat-1"]
    assert (list(gap.accept), gap.case_sensitive, gap.typos) == (["Piet"], True, 0)
    assert [(list(one.text), one.feedback) for one in gap.reject] == [(["Jan"], "Zijn broer.")]


def test_an_essay_keeps_what_markers_read() -> None:
    question = taken("essay", "<graderinfo format='html'><text>Bijvoorbeeld.</text></graderinfo>")
    assert (question.type, question.sample) == ("reflection", "Bijvoorbeeld.")


def cloze(prompt: str, *said: str) -> Any:
    return taken("cloze", "", *said, prompt=prompt)


def test_gaps_in_a_text() -> None:
    question = cloze(
        "<p>Vul in.</p><p>Parijs ligt in {1:SHORTANSWER:=Frankrijk#Ja~%100%France~%50%Gallië#Lang geleden~*#Nee} en Rome in {1:SAC:=Italië}.</p>"
    )
    assert (question.prompt, question.text) == ("Vul in.", "Parijs ligt in {{gat-1}} en Rome in {{gat-2}}.")
    assert list(question.gaps["gat-1"].accept) == ["Frankrijk", "France"]
    assert [(list(one.text), one.feedback) for one in question.gaps["gat-1"].reject] == [(["Gallië"], "Lang geleden")]
    assert [gap.case_sensitive for gap in question.gaps.values()] == [False, True]
    assert question.points == 2


def test_gaps_with_a_list_show_the_list() -> None:
    question = cloze("Tucson: {1:MULTICHOICE_V:California#Nee~%100%Arizona#Ja} (VS)", "Choices now stand in brackets")
    assert question.text == "Tucson: {{gat-1}} (California / Arizona) (VS)"
    assert list(question.gaps["gat-1"].accept) == ["Arizona"]


def test_gaps_for_numbers_and_of_another_weight() -> None:
    question = cloze("{1:NUMERICAL:=1822:2} {3:SA:=a\\}b}", "another kind (NUMERICAL)", "didn’t count equally")
    assert [list(gap.accept) for gap in question.gaps.values()] == [["1822"], ["a}b"]]


@pytest.mark.parametrize("kind", ["ddwtos", "gapselect"])
def test_words_to_drag_or_choose_become_gaps_with_their_choices(kind: str) -> None:
    boxes = "".join(
        f"<dragbox><text>{word}</text><group>{group}</group></dragbox>"
        for word, group in (("kat", 1), ("muis", 1), ("loopt", 2))
    )
    question = taken(kind, boxes, "another kind", prompt="De [[1]] [[3]] weg.")
    assert question.text == "De {{gat-1}} (kat / muis) {{gat-2}} (loopt) weg."
    assert [list(gap.accept) for gap in question.gaps.values()] == [["kat"], ["loopt"]]


@pytest.mark.parametrize(
    ("style", "prompt", "wanted"),
    [
        ("html", "<p>Eén <b>twee</b><br>drie</p>", "Eén **twee**<br>\ndrie"),
        ("markdown", "Eén **twee**", "Eén **twee**"),
        ("plain_text", "2 < 3 & *dat*\nwas het", "2 < 3 & \\*dat\\*<br>\nwas het"),
        ("moodle_auto_format", "Eén <i>twee</i>\ndrie", "Eén *twee*<br>\ndrie"),
    ],
)
def test_each_way_in_which_moodle_writes_a_text(style: str, prompt: str, wanted: str) -> None:
    assert taken("essay", "", prompt=prompt, style=style).prompt == wanted


def test_images_stand_beside_the_quiz_and_are_asked_for_words() -> None:
    file = f'<file name="Mijn beeld.PNG" path="/" encoding="base64">{PIXEL}</file>'
    text = '<img src="@@PLUGINFILE@@/Mijn%20beeld.PNG" alt="Een pad" width="9"> <img src="@@PLUGINFILE@@/Mijn%20beeld.PNG"> <img src="@@PLUGINFILE@@/weg.png" alt="Weg"> <img src="https://a.nl/b.png" alt="Ver">'
    found = take(bank("essay", "", prompt=text).replace("</questiontext>", f"{file}</questiontext>"), source="bank.xml")
    assert list(found.images) == ["mijn-beeld.png"]
    assert found.only.prompt == "![Een pad](mijn-beeld.png) ![](mijn-beeld.png) Weg Ver"
    assert_said(
        found, ("mijn-beeld.png has no description", "@@PLUGINFILE@@/weg.png was not in the file", "https://a.nl/b.png")
    )


def test_the_image_of_an_old_moodle_stands_below_the_prompt() -> None:
    question = taken("essay", f"<image>oud.png</image><image_base64>\n{PIXEL}\n</image_base64>", "no description")
    assert question.prompt == "Wat?\n\n![](oud.png)"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("calculated", "has no such question (calculated)"),
        ("description", "a text without a question"),
        ("random", "(random)"),
        ("ddimageortext", "(ddimageortext)"),
    ],
)
def test_a_type_we_do_not_have_is_named_with_its_line(kind: str, words: str) -> None:
    found = take(bank(kind, ""), source="bank.xml")
    assert len(found.lost) == 1
    assert found.lost[0].startswith("bank.xml:3: ")
    assert words in found.lost[0]


@pytest.mark.parametrize(
    ("kind", "inside", "prompt"),
    [
        ("multichoice", ONE + answer("0", "A") + answer("0", "B"), "Wat?"),
        ("multichoice", ONE, "Wat?"),
        ("truefalse", answer("100", "ja"), "Wat?"),
        ("numerical", answer("100", "veel"), "Wat?"),
        ("numerical", answer("100", "1e999999999"), "Wat?"),
        ("numerical", answer("100", "NaN"), "Wat?"),
        ("shortanswer", answer("50", "A"), "Wat?"),
        ("cloze", "", "Geen gat."),
        ("cloze", "", "{1:MULTICHOICE}"),
        ("cloze", "", "{1:MC:Peer#Nee~%50%Appel#Ja}"),
        ("cloze", "", "{1:SA:=nooit dicht"),
        ("gapselect", "", "De [[4]]."),
    ],
)
def test_without_a_right_answer_a_question_is_named(kind: str, inside: str, prompt: str) -> None:
    found = take(bank(kind, inside, prompt=prompt), source="bank.xml")
    assert ["which answer is right" in line for line in found.lost] == [True]


def test_what_the_model_refuses_is_named_in_the_words_of_check() -> None:
    found = take(bank("multichoice", ONE + answer("100", "A") + answer("0", "a.")))
    assert ["this choice says the same as choice 1" in line for line in found.lost] == [True]


def test_feedback_that_moodle_gives_itself_is_no_loss_and_that_of_an_author_is() -> None:
    said = "<correctfeedback><text>{}</text></correctfeedback>"
    taken("multichoice", ONE + answer("100", "A") + answer("0", "B") + said.format("Your answer is correct."))
    taken("multichoice", ONE + answer("100", "A") + answer("0", "B") + said.format("Knap!"), "feedback")


def test_tags_of_others_mean_nothing_and_a_lesson_only_if_we_have_it() -> None:
    tags = (
        "<tags><tag><text>gap=</text></tag><tag><text>form=x</text></tag><tag><text>lesson=de-les</text></tag></tags>"
    )
    text = bank("truefalse", answer("100", "true") + answer("0", "false") + tags)
    assert take(text).only.lesson is None
    assert take(text, lessons=["de-les"]).only.lesson == "de-les"
