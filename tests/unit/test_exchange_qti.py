"""QTI of others, from 1.2 to 3.0: each interaction that we have, and what becomes of all the rest."""

from __future__ import annotations

import pytest
from support.banks import choices, only, packed, take

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
    assert choices(
        only(item(f"<Q x-Y='1'/><qti-1a/><qti-/>{choose('a', 'b')}", declared("identifier", "single", "b")))
    ) == [
        ("A", False),
        ("B", True),
    ]


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
