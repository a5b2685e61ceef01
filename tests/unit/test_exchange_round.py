"""Our questions as banks: out in every format and in again, what each format loses, and the shape of what is written."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from lxml import etree
from support.banks import back, neutral, question_of, written
from support.examples import Example, examples
from support.guides import guide

from leerpad.exchange import FORMATS
from leerpad.exchange.export import WRITERS
from leerpad.locales import load_locale
from leerpad.questions import TYPES

COMMON = "    points: 3\n    lesson: de-les\n    hint: Een *hint* met [bron](https://example.org).\n    explanation: |-\n      Uitleg met een [bron](https://example.org).\n\n      Nog een alinea.\n"
FULL = {
    "single_choice": "  - id: een\n    type: single_choice\n    prompt: Wat *nu*?\n    shuffle: true\n"
    + COMMON
    + "    choices:\n      - text: Ja\n        correct: true\n        feedback: Goed.\n      - text: Nee\n        feedback: Fout.\n      - text: Geen van beide\n        pinned: true\n",
    "multiple_choice": "  - id: een\n    type: multiple_choice\n    prompt: Welke?\n    shuffle: true\n    scoring: all_or_nothing\n"
    + COMMON
    + "    choices:\n"
    + "".join(f"      - text: Goed {number}\n        correct: true\n" for number in range(11))
    + "      - text: Fout\n        feedback: Nee.\n      - text: Anders\n        pinned: true\n",
    "true_false": "  - id: een\n    type: true_false\n    prompt: Het is zo.\n"
    + COMMON
    + "    correct: true\n    feedback_true: Ja.\n    feedback_false: Nee.\n",
    "matching": "  - id: een\n    type: matching\n    prompt: Wat hoort bij elkaar?\n"
    + COMMON
    + "    pairs:\n      - left: A\n        right: een\n        feedback: Daarom.\n      - left: B\n        right: twee\n    distractors: [drie]\n",
    "categorize": "  - id: een\n    type: categorize\n    prompt: Waar hoort het?\n"
    + COMMON
    + "    categories:\n      - name: Fruit\n        items:\n          - text: Appel\n            feedback: Daarom.\n      - name: Groente\n        items: [Ui]\n",
    "ordering": "  - id: een\n    type: ordering\n    prompt: In welke volgorde?\n"
    + COMMON
    + "    items:\n      - text: Eerst\n        feedback: Daarom.\n      - Dan\n      - Ten slotte\n",
    "fill_in": "  - id: een\n    type: fill_in\n    prompt: Vul in.\n"
    + COMMON
    + "    text: Een {{gat-een}} hier.\n    gaps:\n      gat-een:\n        accept: [woord, Woorden]\n        label: het woord\n        typos: 1\n        accent_sensitive: true\n        feedback: Mooi.\n        reject:\n          - text: [wurd]\n            feedback: Bijna.\n",
    "numeric": "  - id: een\n    type: numeric\n    prompt: Hoeveel?\n"
    + COMMON
    + "    answer: 12.5\n    tolerance: 0.25\n    unit: uur\n    feedback: Want 50 / 4.\n",
    "reflection": "  - id: een\n    type: reflection\n    prompt: Wat denk jij?\n    lesson: de-les\n    hint: Een hint.\n    explanation: Uitleg.\n    sample: Bijvoorbeeld dit.\n",
    "scenario": "  - id: een\n    type: scenario\n    prompt: Praat.\n    start: begin\n    steps:\n      begin:\n        text: Hoi.\n        choices:\n          - text: Dag\n            goto: eind\n            points: 1\n          - text: Weg\n            goto: eind\n    endings:\n      eind:\n        text: Klaar.\n        outcome: good\n",
}
"""A question of each type with everything that it can have. None has an image: images are lost in GIFT alone."""

HEADS = {"gift": "GIFT", "moodle": "Moodle XML", "qti3": "QTI 3 en 2.2"}


def lost(kind: str, name: str) -> list[str]:
    _, losses = written(kind, [question_of(FULL[name])])
    if neutral(question_of(FULL[name])) is None:
        return ["question"]
    return list(dict.fromkeys(loss.what for loss in losses))


def test_every_type_has_a_question_with_everything() -> None:
    assert FULL.keys() == TYPES.keys()
    for name, text in FULL.items():
        question = question_of(text)
        unset = set(type(question).model_fields) - question.model_fields_set
        assert unset <= {"lesson", "points", "predict", "shuffle", "scoring", "image", "explanation", "hint"}, name


def exported(kind: str, example: Example) -> bool:
    _, losses = written(kind, [example.question])
    return example.question.neutral() is not None and "question" not in {loss.what for loss in losses}


def test_every_format_has_its_writer() -> None:
    assert WRITERS.keys() == FORMATS.keys()


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_an_example_comes_back_as_the_same_question(kind: str, example: Example) -> None:
    if not exported(kind, example):
        _, losses = written(kind, [example.question])
        assert {loss.what for loss in losses} == ({"question"} if example.question.neutral() else set())
        return
    came_back = back(kind, [example.question]).only
    assert came_back.id == example.question.id
    assert came_back.type == example.question.type
    assert came_back.revision() == example.question.revision()
    assert came_back.lesson == example.question.lesson


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("name", FULL)
def test_what_a_format_keeps_comes_back_word_for_word(kind: str, name: str) -> None:
    question, losses = question_of(FULL[name]), lost(kind, name)
    if "question" in losses:
        return
    came_back = back(kind, [question]).only
    assert came_back.revision() == question.revision()
    assert came_back.prompt == question.prompt
    if "hint" not in losses or kind.startswith("qti"):  # which keeps both, for authors
        assert came_back.hint == question.hint
    assert came_back.explanation == question.explanation
    if "points" not in losses and name != "reflection":
        assert came_back.points == question.points


def table(kind: str) -> str:
    """What a format loses, as the guide shows it: what every type loses, then the rest, types that lose the same together."""
    words = load_locale("nl")
    called = {code: title for title, code in re.findall(r"^## (.+): `(\w+)`$", guide("question-types"), re.MULTILINE)}
    losses = {name: lost(kind, name) for name in TYPES}
    scored = [set(found) for name, found in losses.items() if found != ["question"] and name != "reflection"]
    common = [what for what in losses["single_choice"] if all(what in one for one in scored)]
    rows: dict[str, list[str]] = {}
    for name, found in losses.items():
        told = "<br>".join(words.text(f"exchange.loss.{what}") for what in found if what not in common) or (
            "verder niets" if common else "niets"
        )
        rows.setdefault(told, []).append(called[name])
    lines = ["| type | wat verloren gaat |", "|---|---|"]
    if common:
        lines.append(f"| elk type | {'<br>'.join(words.text(f'exchange.loss.{what}') for what in common)} |")
    return "\n".join([*lines, *(f"| {'; '.join(names)} | {told} |" for told, names in rows.items())])


def test_the_guide_tells_what_each_format_loses_of_each_type() -> None:
    assert {*HEADS, "qti22"} == FORMATS.keys()
    assert all(lost("qti3", name) == lost("qti22", name) for name in FULL)
    for kind, name in HEADS.items():
        told = guide("exchange").split(f"\n### {name}\n")[1].split("\n#")[0]
        assert table(kind) in told, f"the table must be:\n{table(kind)}"


def everything(kind: str) -> bytes | dict[str, bytes]:
    content, _ = written(kind, [example.question for example in examples()])
    return content if isinstance(content, bytes) else {**content}


def test_gift_has_no_sign_that_would_mean_something_else() -> None:
    text = everything("gift")
    assert isinstance(text, bytes)
    for block in text.decode().strip().split("\n\n"):
        lines = [line for line in block.split("\n") if not line.startswith(("//", "$CATEGORY"))]
        if not lines:
            continue
        bare = re.sub(r"\\.", "", "\n".join(lines))
        assert bare.count("{") == bare.count("}") == 1, block
        assert bare.startswith("::"), block
        assert "\n\n" not in bare


def test_moodle_xml_names_what_moodle_asks_for() -> None:
    root = etree.fromstring(everything("moodle"))
    assert root.tag == "quiz"
    for question in root.iter("question"):
        if question.get("type") == "category":
            assert question.findtext("category/text", "").startswith("$course$/top/")
            continue
        assert question.findtext("name/text")
        assert question.findtext("questiontext/text")
        assert question.findtext("idnumber")
        if question.get("type") == "multichoice":
            parts = [float(answer.get("fraction", "")) for answer in question.iterfind("answer")]
            right = sum(part for part in parts if part > 0)
            assert right == pytest.approx(100, abs=0.01) or question.findtext("single") == "false"
    assert all(len(tag.findtext("text", "")) <= 50 for tag in root.iter("tag"))


@pytest.mark.parametrize("kind", ["qti3", "qti22"])
def test_a_qti_package_holds_together(kind: str) -> None:
    files = everything(kind)
    assert isinstance(files, dict)
    manifest = etree.fromstring(files["imsmanifest.xml"])
    told = {element.get("href") for element in manifest.iter("{*}file")}
    assert told == set(files) - {"imsmanifest.xml"}
    names = {resource.get("identifier") for resource in manifest.iter("{*}resource")}
    assert {one.get("identifierref") for one in manifest.iter("{*}dependency")} <= names
    items = [etree.fromstring(content) for name, content in files.items() if name.startswith("items/")]
    assert len(items) == len({item.get("identifier") for item in items})
    for item in items:
        parts = [etree.QName(part).localname.removeprefix("qti-").replace("-", "").lower() for part in item]
        order = ["responsedeclaration", "outcomedeclaration", "itembody", "responseprocessing"]
        assert all(order.index(one) <= order.index(other) for one, other in pairwise(parts)), parts
        declared = {one.get("identifier") for one in item if etree.QName(one).localname.lower().endswith("declaration")}
        used = {
            value
            for one in item.iter()
            for key, value in one.attrib.items()
            if str(key).replace("-", "").lower() == "responseidentifier"
        }
        assert used <= declared
        for block in item.iter("{*}qti-rubric-block"):
            assert block.get("use") == "instructions"  # which the schema of 3.0 asks for
