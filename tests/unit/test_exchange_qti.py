"""QTI of others, from 1.2 to 3.0: each interaction that we have, and what becomes of all the rest."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from support.banks import Taken, take

from leerpad.exchange.qti.names import camel

NAMESPACES = {
    "3": "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    "2.2": "http://www.imsglobal.org/xsd/imsqti_v2p2",
    "2.1": "http://www.imsglobal.org/xsd/imsqti_v2p1",
}


def named(xml: str, version: str) -> str:
    """The XML, written with the names of 3.0, as a version has it."""
    if version == "3":
        return xml
    words = {
        word
        for part in xml.replace("<", " <").replace("/", " / ").split()
        for word in [part.strip("<>/").split("=")[0].split(">")[0]]
        if "-" in word
    }
    for word in sorted(words, key=len, reverse=True):
        if word.startswith("qti-") or word in (
            "base-type",
            "response-identifier",
            "max-choices",
            "map-key",
            "mapped-value",
            "default-value",
            "case-sensitive",
            "expected-length",
            "time-dependent",
            "view-x",
        ):
            xml = xml.replace(word, camel(word.removeprefix("qti-")))
    return xml


def item(body: str, declaration: str = "", *, version: str = "3", more: str = "", title: str = "De titel") -> str:
    xml = (
        f'<qti-assessment-item identifier="item-1" title="{title}" adaptive="false" time-dependent="false">\n'
        f"{declaration}{more}<qti-item-body>{body}</qti-item-body></qti-assessment-item>"
    )
    return f'<?xml version="1.0"?>\n{named(xml, version)}'.replace(
        " identifier=", f' xmlns="{NAMESPACES[version]}" identifier=', 1
    )


def declared(kind: str, cardinality: str, *right: str, mapping: str = "", name: str = "R") -> str:
    values = "".join(f"<qti-value>{value}</qti-value>" for value in right)
    correct = f"<qti-correct-response>{values}</qti-correct-response>" if right else ""
    return f'<qti-response-declaration identifier="{name}" cardinality="{cardinality}" base-type="{kind}">{correct}{mapping}</qti-response-declaration>'


def mapped(**worth: float) -> str:
    entries = "".join(f'<qti-map-entry map-key="{key}" mapped-value="{value}"/>' for key, value in worth.items())
    return f'<qti-mapping default-value="0">{entries}</qti-mapping>'


def choose(*names: str, more: str = "") -> str:
    inside = "".join(f'<qti-simple-choice identifier="{name}">{name.upper()}</qti-simple-choice>' for name in names)
    return f'<qti-choice-interaction response-identifier="R" shuffle="true" max-choices="1"><qti-prompt>Wat?</qti-prompt>{inside}{more}</qti-choice-interaction>'


def only(xml: str, *said: str) -> Any:
    found = take(xml, source="bank.xml")
    assert found.lost == []
    assert_said(found, said)
    return found.only


def assert_said(found: Taken, said: tuple[str, ...]) -> None:
    assert len(found.said) == len(said), found.said
    for words, line in zip(said, found.said, strict=True):
        assert words in line


def choices(question: Any) -> list[tuple[str, bool]]:
    return [(choice.text, choice.correct) for choice in question.choices]


versions = pytest.mark.parametrize("version", NAMESPACES)


@versions
def test_one_choice(version: str) -> None:
    question = only(item(choose("a", "b"), declared("identifier", "single", "b"), version=version))
    assert (question.type, question.prompt, question.shuffle) == ("single_choice", "Wat?", True)
    assert choices(question) == [("A", False), ("B", True)]


@versions
@pytest.mark.parametrize(
    ("worth", "said"), [({"a": 1, "b": 1, "c": -1}, ()), ({"a": 2, "b": 1}, ("didn’t count equally",))]
)
def test_several_choices(version: str, worth: dict[str, float], said: tuple[str, ...]) -> None:
    question = only(
        item(
            choose("a", "b", "c"),
            declared("identifier", "multiple", "a", "b", mapping=mapped(**worth)),
            version=version,
        ),
        *said,
    )
    assert (question.type, question.scoring) == ("multiple_choice", "partial")
    assert choices(question) == [("A", True), ("B", True), ("C", False)]


def test_several_choices_of_which_all_are_asked() -> None:
    question = only(item(choose("a", "b", "c"), declared("identifier", "multiple", "a", "b")))
    assert question.scoring == "all_or_nothing"


@versions
def test_an_order(version: str) -> None:
    body = choose("a", "b", "c").replace("choice-interaction", "order-interaction")
    question = only(item(body, declared("identifier", "ordered", "c", "a", "b"), version=version))
    assert [one.text for one in question.items] == ["C", "A", "B"]


@versions
def test_pairs(version: str) -> None:
    def part(*names: str) -> str:
        return (
            "<qti-simple-match-set>"
            + "".join(
                f'<qti-simple-associable-choice identifier="{name}" match-max="1">{name}</qti-simple-associable-choice>'
                for name in names
            )
            + "</qti-simple-match-set>"
        )

    body = f'<qti-match-interaction response-identifier="R"><qti-prompt>Wat?</qti-prompt>{part("x", "y")}{part("p", "q", "r")}</qti-match-interaction>'
    question = only(item(body, declared("directedPair", "multiple", "y p", "x q"), version=version))
    assert [(pair.left, pair.right) for pair in question.pairs] == [("x", "q"), ("y", "p")]
    assert list(question.distractors) == ["r"]


@versions
def test_gaps_in_a_text(version: str) -> None:
    body = '<p>Vul in.</p><p>De <qti-text-entry-interaction response-identifier="R"/> vangt een <qti-text-entry-interaction response-identifier="S"/>.</p>'
    rules = declared("string", "single", "kat", name="R") + declared(
        "string",
        "single",
        "muis",
        mapping='<qti-mapping default-value="0"><qti-map-entry map-key="muis" mapped-value="1"/><qti-map-entry map-key="Muis" mapped-value="1" case-sensitive="true"/><qti-map-entry map-key="rat" mapped-value="0.5"/></qti-mapping>',
        name="S",
    )
    question = only(item(body, rules, version=version))
    assert (question.prompt, question.text) == ("Vul in.", "De {{gat-1}} vangt een {{gat-2}}.")
    assert [list(gap.accept) for gap in question.gaps.values()] == [["kat"], ["muis", "Muis"]]
    assert [gap.case_sensitive for gap in question.gaps.values()] == [False, True]


@versions
def test_gaps_with_a_list_show_the_list(version: str) -> None:
    body = '<p>Een <qti-inline-choice-interaction response-identifier="R"><qti-inline-choice identifier="a">kat</qti-inline-choice><qti-inline-choice identifier="b">hond</qti-inline-choice></qti-inline-choice-interaction> miauwt <qti-text-entry-interaction response-identifier="S"/>.</p>'
    rules = declared("identifier", "single", "a") + declared("string", "single", "vaak", name="S")
    question = only(item(body, rules, version=version), "Choices now stand in brackets")
    assert question.text == "Een {{gat-1}} (kat / hond) miauwt {{gat-2}}."
    assert [list(gap.accept) for gap in question.gaps.values()] == [["kat"], ["vaak"]]


def test_an_image_as_qti_2_writes_it() -> None:
    body = '<p><object data="a.png" type="image/png">Een pad</object></p>' + choose("a", "b")
    found = take(packed({"1.xml": item(body, declared("identifier", "single", "b"), version="2.1"), "a.png": b"beeld"}))
    assert (found.only.prompt, found.said) == ("![Een pad](a.png)\n\nWat?", [])


def test_choices_of_images_that_are_not_there_keep_their_names() -> None:
    body = (
        choose("a", "b")
        .replace(">A<", '><img src="m/een.png" alt=""/><')
        .replace(">B<", '><img src="m/twee.png" alt=""/><')
    )
    question = only(item(body, declared("identifier", "single", "b")), "m/een.png was not in the file", "m/twee.png")
    assert choices(question) == [("een.png", False), ("twee.png", True)]


def test_a_number() -> None:
    body = '<p>Hoeveel? <qti-text-entry-interaction response-identifier="R"/></p>'
    question = only(item(body, declared("float", "single", "2.5")))
    assert (question.type, str(question.answer), question.prompt) == ("numeric", "2.5", "Hoeveel?")


def test_an_open_question_with_text_before_and_behind() -> None:
    body = '<p>Voor.</p><qti-rubric-block view="scorer"><p>Niet voor lezers.</p></qti-rubric-block><qti-extended-text-interaction response-identifier="R"><qti-prompt>Waarom?</qti-prompt></qti-extended-text-interaction><p>Na.</p>'
    assert only(item(body)).prompt == "Voor.\n\nWaarom?\n\nNa."


def test_what_stands_beside_a_question_is_told() -> None:
    more = '<qti-assessment-stimulus-ref identifier="s" href="../tekst.xml"/>'
    end = '<qti-modal-feedback outcome-identifier="F" identifier="f" show-hide="show">Knap.</qti-modal-feedback>'
    xml = item(choose("a", "b"), declared("identifier", "single", "b"), more=more).replace(
        "</qti-assessment-item>", f"{end}</qti-assessment-item>"
    )
    only(xml, "a text in another file (../tekst.xml)", "feedback")


@pytest.mark.parametrize(
    ("body", "rules", "words"),
    [
        ('<qti-hotspot-interaction response-identifier="R"/>', "", "has no such question (hotspot-interaction)"),
        (choose("a") + choose("b"), "", "these are 2 questions in one"),
        ("<p>Lees dit.</p>", "", "a text without a question"),
        (
            choose("a", "b"),
            '<qti-template-declaration identifier="T" cardinality="single" base-type="integer"/>',
            "other numbers or words each time",
        ),
        (choose("a", "b"), "", "which answer is right"),
        (choose("a", "b"), declared("identifier", "single", "z"), "which answer is right"),
        (choose("a", "b"), declared("identifier", "single"), "which answer is right"),
        (
            '<p><qti-text-entry-interaction response-identifier="R"/></p>',
            declared("float", "single", "inf"),
            "which answer is right",
        ),
    ],
)
def test_what_cannot_be_taken_over_is_named_with_its_line(body: str, rules: str, words: str) -> None:
    found = take(item(body, rules), source="bank.xml")
    assert len(found.lost) == 1
    assert found.lost[0].startswith("bank.xml:2: ")
    assert words in found.lost[0]


def test_an_element_with_a_strange_name_stops_nothing() -> None:
    assert choices(only(item(f"<Q x-Y='1'/>{choose('a', 'b')}", declared("identifier", "single", "b")))) == [
        ("A", False),
        ("B", True),
    ]


def packed(files: dict[str, str | bytes]) -> bytes:
    with ZipFile(buffer := BytesIO(), "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def test_a_package_in_the_order_of_its_test_with_images_and_one_file_that_is_broken() -> None:
    one = item(
        '<p><img src="../media/a.png" alt="Een pad"/></p>' + choose("a", "b"),
        declared("identifier", "single", "a"),
        title="Een",
    )
    two = item(choose("a", "b"), declared("identifier", "single", "b"), title="Twee")
    order = '<qti-assessment-test xmlns="x"><qti-assessment-item-ref href="items/2.xml"/><qti-assessment-item-ref href="items/1.xml"/></qti-assessment-test>'
    files: dict[str, str | bytes] = {
        "imsmanifest.xml": "<manifest/>",
        "items/1.xml": one,
        "items/2.xml": two,
        "items/3.xml": "<qti-assessment-item>\n<p>",
        "media/a.png": b"beeld",
        "test.xml": order,
    }
    found = take(packed(files), "bank.zip", source="bank.zip")
    assert [question.prompt for question in found.questions.values()] == ["Wat?", "![Een pad](a.png)\n\nWat?"]
    assert found.images == {"a.png": b"beeld"}
    [lost] = found.lost
    assert lost.startswith("bank.zip (items/3.xml):2: not taken over: the XML is not right here")


# --- QTI 1.2, as Canvas writes it


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
