"""Moodle XML: every `<question>`, as a neutral question or as one that we don't have."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from leerpad.exchange.foreign import Foreign, Haul, Spot, UnreadableError, category_name
from leerpad.exchange.formats import HTML_OF
from leerpad.exchange.moodle_xml.cloze import read_gaps
from leerpad.exchange.numbers import decimal_of, float_of
from leerpad.exchange.tags import read_tags, restored
from leerpad.exchange.xml_in import line_of, read_xml
from leerpad.questions.neutral import (
    Blank,
    ChoiceForm,
    ClozeForm,
    Couple,
    EssayForm,
    MatchForm,
    Mistake,
    NumberForm,
    Option,
    OrderForm,
    OrderItem,
    TruthForm,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from leerpad.questions.neutral import Form

PLUGIN_FILE = "@@PLUGINFILE@@/"
GAP = "gat"
_COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_USUAL = {
    "",
    *("your answer is correct.", "your answer is partially correct.", "your answer is incorrect."),
    *("je antwoord is juist.", "je antwoord is gedeeltelijk juist.", "je antwoord is niet juist."),
    *("je antwoord is correct.", "je antwoord is gedeeltelijk correct.", "je antwoord is onjuist."),
}
"""What Moodle itself says to a right or wrong answer, where nobody wrote anything else."""


class _Answer(NamedTuple):
    part: float
    text: str
    reason: str
    element: Element


def read_moodle_xml(data: bytes, file: str = "") -> Haul:
    """Everything in the file. Raises UnreadableError where it is no Moodle XML at all."""
    root = read_xml(data, file)
    if root.tag != "quiz":
        name = etree.QName(root).localname
        raise UnreadableError("no_questions" if name == "quiz" else "not_moodle", Spot(file, line_of(root)), found=name)
    haul = Haul()
    category = ""
    for element in root.findall("question"):
        kind = element.get("type") or "?"
        if kind == "category":
            category = category_name(_inner(element, "category"))
            continue
        haul.questions.append(_question(element, kind, Spot(file, line_of(element))))
        haul.questions[-1].category = category
        haul.images |= _images(element)
    return haul


def _question(element: Element, kind: str, spot: Spot) -> Foreign:
    found = Foreign(spot, kind, _text(element, "idnumber"), _inner(element, "name"), _inner(element, "questiontext"))
    found.explanation = _inner(element, "generalfeedback")
    found.hint = next((hint for hint in map(_own, element.findall("hint")) if hint), "")
    found.points = float_of(_text(element, "defaultgrade"), 1.0)
    found.tags = [_inner(tag) for tag in element.iterfind("tags/tag")]
    if len(element.findall("hint")) > 1:
        found.note("more_hints")
    if element.findtext("image_base64", "").strip():  # as Moodle 1.9 kept the one image of a question
        found.prompt += f'<p><img src="{escape(_text(element, "image"))}"></p>'
    if any(_inner(element, name).casefold() not in _USUAL for name in _COMBINED):
        found.note("feedback")
    if kind == "description":
        found.note("text_only")
    reader = _READERS.get(kind)
    try:
        form = reader(element, found) if reader else None
    except (ValueError, IndexError, StopIteration):
        found.note("unclear")
        form = None
    found.form = None if form is None else restored(form, read_tags(found.tags))
    return found


def _choices(element: Element, found: Foreign) -> Form:
    answers = _answers(element)
    single = _text(element, "single").lower() in ("true", "1", "")
    shuffle = _text(element, "shuffleanswers").lower() in ("true", "1")
    best = max((answer.part for answer in answers), default=0)
    right = [answer for answer in answers if (answer.part >= best > 0 if single else answer.part > 0)]
    if not right:
        raise ValueError
    if single and any(0 < answer.part < best for answer in answers):
        found.note("half_right")
    if single and len(right) > 1:
        found.note("several_right")
    if any(answer.part < 0 for answer in answers) and single:
        found.note("negative")
    if not single and len({answer.part for answer in answers if answer.part > 0}) > 1:
        found.note("unequal_parts")
    options = tuple(Option(answer.text, answer in right, answer.reason or None) for answer in answers)
    return ChoiceForm(options, several=not single or len(right) > 1, shuffle=shuffle)


def _truth(element: Element, _: Foreign) -> Form:
    answers = {answer.text.strip().lower(): answer for answer in _answers(element)}
    right, wrong = answers.get("true"), answers.get("false")
    if right is None or wrong is None:
        raise ValueError
    return TruthForm(right.part > wrong.part, right.reason or None, wrong.reason or None)


def _couples(element: Element, _: Foreign) -> Form:
    rows = [(_own(part), _inner(part, "answer")) for part in element.findall("subquestion")]
    couples = tuple(Couple(row, option) for row, option in rows if row.strip())
    return MatchForm(couples, tuple(option for row, option in rows if not row.strip()))


def _order(element: Element, _: Foreign) -> Form:
    answers = sorted(_answers(element), key=lambda answer: answer.part)
    is_whole = _text(element, "gradingtype") in ("ALL_OR_NOTHING", "-1")
    return OrderForm(tuple(OrderItem(answer.text, answer.reason or None) for answer in answers), not is_whole)


def _number_form(element: Element, found: Foreign) -> Form:
    answers = [answer for answer in _answers(element) if answer.text.strip() != "*"]
    best = next(answer for answer in answers if answer.part >= 100)
    if len(answers) > 1:
        found.note("more_numbers")
    unit = element.findtext("units/unit/unit_name") or None
    if len(element.findall("units/unit")) > 1:
        found.note("more_units")
    tolerance = decimal_of(_text(best.element, "tolerance") or "0")
    return NumberForm(decimal_of(best.text), abs(tolerance), unit, best.reason or None)


def _short(element: Element, found: Foreign) -> Form:
    answers = _answers(element)
    accept = tuple(answer.text for answer in answers if answer.part >= 100)
    if not accept:
        raise ValueError
    if any(0 < answer.part < 100 for answer in answers):
        found.note("half_right")
    if any("*" in answer.text for answer in answers):
        found.note("wildcard")
    wrong = [answer for answer in answers if answer.part <= 0 and answer.reason and answer.text.strip() != "*"]
    mistakes = tuple(Mistake((answer.text,), answer.reason) for answer in wrong)
    reasons = {answer.reason for answer in answers if answer.part >= 100 and answer.reason}
    blank = Blank(
        accept,
        mistakes,
        case_sensitive=_text(element, "usecase") == "1",
        feedback=reasons.pop() if len(reasons) == 1 else None,
    )
    return ClozeForm("{{" + f"{GAP}-1" + "}}", {f"{GAP}-1": blank})


def _cloze(element: Element, found: Foreign) -> Form:
    read = read_gaps(found.prompt, lambda number: f"{GAP}-{number}")
    if read.unknown:
        found.note("gap_kind", kinds=", ".join(sorted(set(read.unknown))))
    if not read.is_even:
        found.note("unequal_parts")
    if not read.blanks or any(not blank.accept for blank in read.blanks.values()):
        raise ValueError
    found.prompt, text = _split_prompt(read.text)
    found.points = float(len(read.blanks))
    return ClozeForm(text, read.blanks)


def _lists(element: Element, found: Foreign) -> Form:
    """A text with `[[1]]` where the first of the words belongs: to drag or to choose from a list."""
    words = [(_inner(one) or _text(one, "."), _text(one, "group")) for one in element.iter("dragbox", "selectoption")]
    blanks: dict[str, Blank] = {}

    def gap(place: re.Match[str]) -> str:
        word, group = words[int(place[1]) - 1]
        name = f"{GAP}-{len(blanks) + 1}"
        blanks[name] = Blank((word,))
        return f"{{{{{name}}}}} ({' / '.join(other for other, its in words if its == group)})"

    found.note("gap_kind", kinds=found.kind)
    found.prompt, text = _split_prompt(re.sub(r"\[\[(\d{1,3})\]\]", gap, found.prompt))
    if not blanks:
        raise ValueError
    return ClozeForm(text, blanks)


def _split_prompt(html: str) -> tuple[str, str]:
    """The first paragraph is the prompt if it holds no gap; else the whole text is, and there is no prompt."""
    first, end, rest = html.partition("</p>")
    return (first + end, rest) if end and "{{" not in first and "{{" in rest else ("", html)


def _essay(element: Element, _: Foreign) -> Form:
    return EssayForm(_inner(element, "graderinfo") or None)


_READERS: dict[str, Callable[[Element, Foreign], Form]] = {
    "multichoice": _choices,
    "truefalse": _truth,
    "matching": _couples,
    "ordering": _order,
    "numerical": _number_form,
    "shortanswer": _short,
    "cloze": _cloze,
    "essay": _essay,
    "ddwtos": _lists,
    "gapselect": _lists,
}


def _answers(element: Element) -> list[_Answer]:
    return [
        _Answer(float_of(answer.get("fraction")), _own(answer), _inner(answer, "feedback"), answer)
        for answer in element.findall("answer")
    ]


def _own(element: Element) -> str:
    """The text of an element, as HTML."""
    return HTML_OF.get(element.get("format", "html"), HTML_OF["html"])((element.findtext("text") or "").strip())


def _inner(element: Element, path: str = ".") -> str:
    inside = element.find(path)
    return "" if inside is None else _own(inside)


def _text(element: Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _images(element: Element) -> dict[str, bytes]:
    images = {}
    files = [(f"{PLUGIN_FILE}{file.get('name', '')}", file.text) for file in element.iter("file")]
    for name, text in [*files, (_text(element, "image"), element.findtext("image_base64"))]:
        try:
            if name and text:
                images[name] = b64decode(text, validate=False)
        except (Base64Error, ValueError):
            continue  # an image that isn't there is reported where a text shows it
    return images
