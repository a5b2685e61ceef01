"""QTI 1.2 as Canvas and text2qti write it: each kind of question, and what becomes of all the rest."""

from __future__ import annotations

import pytest
from support.banks import choices, only, packed, take


def old(kind: str, presentation: str, scoring: str, more: str = "") -> str:
    fields = f"<qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>{kind}</fieldentry></qtimetadatafield><qtimetadatafield><fieldlabel>points_possible</fieldlabel><fieldentry>2.0</fieldentry></qtimetadatafield>"
    return (
        '<?xml version="1.0"?>\n<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment><section>\n'
        f'<item ident="g0123456789abcdef0123" title="Question"><itemmetadata><qtimetadata>{fields}</qtimetadata></itemmetadata><presentation><material><mattext texttype="text/html">&lt;p&gt;Wat is [wat]?&lt;/p&gt;</mattext></material>{presentation}</presentation>'
        f"<resprocessing>{scoring}</resprocessing>{more}</item></section></assessment></questestinterop>"
    )


def listed(name: str, *texts: str, cardinality: str = "Single", lead: str = "") -> str:
    labels = "".join(
        f'<response_label ident="{name}{number}"><material><mattext texttype="text/plain">{text}</mattext></material></response_label>'
        for number, text in enumerate(texts)
    )
    return f'<response_lid ident="{name}" rcardinality="{cardinality}">{lead}<render_choice>{labels}</render_choice></response_lid>'


def scored(test: str, score: float = 100) -> str:
    return f'<respcondition><conditionvar>{test}</conditionvar><setvar action="Set" varname="SCORE">{score}</setvar></respcondition>'


def equal(value: str, name: str = "r") -> str:
    return f'<varequal respident="{name}">{value}</varequal>'


def test_canvas_one_choice_with_reasons() -> None:
    reason = '<itemfeedback ident="r1_fb"><flow_mat><material><mattext texttype="text/html">&lt;i&gt;Ja&lt;/i&gt;</mattext></material></flow_mat></itemfeedback><itemfeedback ident="general_fb"><flow_mat><material><mattext>Want.</mattext></material></flow_mat></itemfeedback>'
    question = only(old("multiple_choice_question", listed("r", "a &lt; b", "B"), scored(equal("r1")), reason))
    assert (question.prompt, question.points, question.explanation) == ("Wat is \\[wat]?", 2, "Want.")
    assert choices(question) == [("a < b", False), ("B", True)]
    assert question.choices[1].feedback == "*Ja*"


def test_canvas_several_choices_and_those_that_are_denied() -> None:
    test = f"<and>{equal('r0')}<not>{equal('r1')}</not>{equal('r2')}</and>"
    question = only(old("multiple_answers_question", listed("r", "A", "B", "C", cardinality="Multiple"), scored(test)))
    assert (question.type, choices(question)) == ("multiple_choice", [("A", True), ("B", False), ("C", True)])


def test_canvas_true_and_false() -> None:
    question = only(old("true_false_question", listed("r", "True", "False"), scored(equal("r1"))))
    assert (question.type, question.correct) == ("true_false", False)


def test_canvas_short_answers_and_numbers() -> None:
    fill = '<response_str ident="r"><render_fib/></response_str>'
    question = only(old("short_answer_question", fill, scored(equal("kat")) + scored(equal("poes"))))
    assert list(question.gaps["gat-1"].accept) == ["kat", "poes"]
    bounds = f"<or>{equal('4')}<and><vargte respident='r'>3.5</vargte><varlte respident='r'>4.5</varlte></and></or>"
    number = only(old("numerical_question", fill, scored(bounds)))
    assert (str(number.answer), str(number.tolerance)) == ("4", "0.5")


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("fill_in_multiple_blanks_question", "Wat is {{gat-1}}?", ()),
        ("multiple_dropdowns_question", "Wat is {{gat-1}} (dit / dat)?", ("another kind",)),
    ],
)
def test_canvas_gaps_in_a_text(kind: str, text: str, said: tuple[str, ...]) -> None:
    question = only(
        old(kind, listed("response_wat", "dit", "dat"), scored(equal("response_wat1", "response_wat"))), *said
    )
    assert question.text == text
    assert list(question.gaps["gat-1"].accept) == ["dat"]


def test_canvas_pairs() -> None:
    rows = "".join(
        listed(name, "1", "2", lead=f"<material><mattext>{name}</mattext></material>")
        .replace(f'ident="{name}0"', 'ident="o0"')
        .replace(f'ident="{name}1"', 'ident="o1"')
        for name in ("x", "y")
    )
    question = only(old("matching_question", rows, scored(equal("o1", "x")) + scored(equal("o0", "y"))))
    assert [(pair.left, pair.right) for pair in question.pairs] == [("x", "2"), ("y", "1")]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("calculated_question", "(calculated_question)"),
        ("text_only_question", "a text without a question"),
        ("file_upload_question", "(file_upload_question)"),
        ("multiple_choice_question", "which answer is right"),
        ("numerical_question", "which answer is right"),
        ("matching_question", "which answer is right"),
    ],
)
def test_canvas_what_cannot_be_taken_over_is_named(kind: str, words: str) -> None:
    found = take(old(kind, listed("r", "A", "B"), ""), source="bank.xml")
    assert [line.startswith("bank.xml:3: ") and words in line for line in found.lost] == [True], found.lost


def test_a_package_of_canvas_knows_its_images_and_leaves_its_settings_alone() -> None:
    text = old("essay_question", "", "").replace(
        "Wat is [wat]?", '&lt;img src="$IMS-CC-FILEBASE$/Uploads/b%20c.png?canvas_=1" alt="Een pad"&gt;'
    )
    files: dict[str, str | bytes] = {
        "q/q.xml": text,
        "q/assessment_meta.xml": '<quiz xmlns="http://canvas.instructure.com/xsd/cccv1p0"><title>Q</title></quiz>',
        "web_resources/Uploads/b c.png": b"beeld",
    }
    found = take(packed(files), "bank.zip")
    assert (found.only.prompt, found.lost, found.said) == ("![Een pad](b-c.png)", [], [])
