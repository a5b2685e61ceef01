"""QTI 1.2, as Canvas and text2qti write it: `<item>` with a `presentation` and conditions that set a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.exchange.foreign import Foreign, Spot
from leerpad.exchange.numbers import decimal_of, float_of
from leerpad.exchange.xml_in import line_of
from leerpad.questions.neutral import (
    Blank,
    ChoiceForm,
    ClozeForm,
    Couple,
    EssayForm,
    MatchForm,
    NumberForm,
    Option,
    TruthForm,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

    from leerpad.questions.neutral import Form

_GAP = "gat"


def read_old_item(item: Element, file: str) -> Foreign:
    """One item, its names without namespaces."""
    fields = {
        (one.findtext("fieldlabel") or "").strip(): (one.findtext("fieldentry") or "").strip()
        for one in item.iter("qtimetadatafield")
    }
    kind = fields.get("question_type") or fields.get("cc_profile") or _guess(item)
    found = Foreign(Spot(file, line_of(item)), kind, item.get("ident", ""), item.get("title", ""))
    found.prompt = "\n".join(_text(material) for material in _asked(item))
    if kind == "text_only_question":
        found.note("text_only")
    found.points = float_of(fields.get("points_possible"), 1.0) or 1.0
    reasons = _reasons(item)
    found.explanation = reasons.get("general_fb", "") or reasons.get("general", "")
    reader = _READERS.get(kind.replace("_question", "").replace("cc.", "").removesuffix(".v0p1"))
    try:
        found.form = reader(item, found, reasons) if reader else None
    except (ValueError, KeyError, StopIteration):
        found.note("unclear")
    return found


def _asked(item: Element) -> Iterator[Element]:
    """The texts of what is asked: all that stands outside the answers."""
    presentation = item.find("presentation")
    for material in presentation.iter("mattext") if presentation is not None else ():
        if not any(str(above.tag).startswith(("response_", "render_")) for above in material.iterancestors()):
            yield material


def _guess(item: Element) -> str:
    if item.find(".//render_fib") is not None:
        return "short_answer_question"
    response = item.find(".//response_lid")
    several = response is not None and response.get("rcardinality") == "Multiple"
    return "multiple_answers_question" if several else "multiple_choice_question"


def _choices(item: Element, found: Foreign, reasons: dict[str, str]) -> Form:
    response = _response(item)
    labels = [(one.get("ident", ""), _text(one.find(".//mattext"))) for one in response.iter("response_label")]
    several = response.get("rcardinality") == "Multiple"
    right = set(_right(item, several=several))
    if not right:
        raise ValueError
    if found.kind.startswith("true_false") or {text.strip().lower() for _, text in labels} == {"true", "false"}:
        names = {text.strip().lower(): name for name, text in labels}
        said = {text: reasons.get(f"{name}_fb") or None for text, name in names.items()}
        return TruthForm(names["true"] in right, said.get("true"), said.get("false"))
    options = tuple(Option(text, name in right, reasons.get(f"{name}_fb") or None) for name, text in labels)
    return ChoiceForm(options, several or len(right) > 1)


def _short(item: Element, _: Foreign, __: dict[str, str]) -> Form:
    accept = tuple(value for value, earns in _values(item) if earns)
    if not accept:
        raise ValueError
    return ClozeForm("{{" + f"{_GAP}-1" + "}}", {f"{_GAP}-1": Blank(accept)})


def _blanks(item: Element, found: Foreign, _: dict[str, str]) -> Form:
    """Canvas: the text holds `[name]`, and each name has a response of its own."""
    text, blanks = found.prompt, {}
    is_list = found.kind.startswith("multiple_dropdowns")
    right = {value for value, earns in _values(item) if earns}
    for number, response in enumerate(item.iter("response_lid"), start=1):
        theirs = response.get("ident", "").removeprefix("response_")
        labels = {one.get("ident", ""): _text(one.find(".//mattext")) for one in response.iter("response_label")}
        accept = tuple(text for name, text in labels.items() if name in right)
        name = f"{_GAP}-{number}"
        if not accept or f"[{theirs}]" not in text:
            raise ValueError
        choices = f" ({' / '.join(labels.values())})" if is_list else ""
        text = text.replace(f"[{theirs}]", "{{" + name + "}}" + choices)
        blanks[name] = Blank(accept)
    if not blanks:
        raise ValueError
    if is_list:
        found.note("gap_kind", kinds="dropdown")
    found.prompt = ""
    return ClozeForm(text, blanks)


def _couples(item: Element, _: Foreign, __: dict[str, str]) -> Form:
    options: dict[str, str] = {}
    rows: dict[str, str] = {}
    for response in item.iter("response_lid"):
        rows[response.get("ident", "")] = _text(response.find("material/mattext"))
        options |= {one.get("ident", ""): _text(one.find(".//mattext")) for one in response.iter("response_label")}
    right = {test.get("respident", ""): (test.text or "").strip() for test in _tests(item)}
    couples = tuple(Couple(text, options[right[name]]) for name, text in rows.items())
    used = set(right.values())
    return MatchForm(couples, tuple(text for name, text in options.items() if name not in used))


def _number_form(item: Element, found: Foreign, _: dict[str, str]) -> Form:
    exact = [decimal_of(test.text) for test in _tests(item)]
    low = [decimal_of(test.text) for test in item.iter("vargte", "vargt")]
    high = [decimal_of(test.text) for test in item.iter("varlte", "varlt")]
    if len(exact) > 1 or len(low) > 1:
        found.note("more_numbers")
    if low and high:
        answer = exact[0] if exact else (low[0] + high[0]) / 2
        return NumberForm(answer, max(high[0] - answer, answer - low[0]))
    if not exact:
        raise ValueError
    return NumberForm(exact[0], decimal_of("0"))


def _essay(_: Element, __: Foreign, ___: dict[str, str]) -> Form:
    return EssayForm()


_READERS: dict[str, Callable[[Element, Foreign, dict[str, str]], Form]] = {
    "multiple_choice": _choices,
    "true_false": _choices,
    "multiple_answers": _choices,
    "multiple_response": _choices,
    "short_answer": _short,
    "fib": _short,
    "fill_in_multiple_blanks": _blanks,
    "multiple_dropdowns": _blanks,
    "matching": _couples,
    "numerical": _number_form,
    "essay": _essay,
}


def _response(item: Element) -> Element:
    return next(item.iter("response_lid"))


def _right(item: Element, *, several: bool) -> Iterator[str]:
    """The choices that a condition with a score asks for; of several choices, those that aren't denied."""
    for condition in _scoring(item):
        for test in condition.iter("varequal"):
            if not any(above.tag == "not" for above in test.iterancestors()):
                yield (test.text or "").strip()
        if not several:
            return


def _scoring(item: Element) -> Iterator[Element]:
    for condition in item.iter("respcondition"):
        if any(float_of(score.text) > 0 for score in condition.iter("setvar")):
            yield condition


def _tests(item: Element) -> list[Element]:
    return [test for condition in _scoring(item) for test in condition.iter("varequal")]


def _values(item: Element) -> list[tuple[str, bool]]:
    return [((test.text or "").strip(), True) for test in _tests(item)]


def _reasons(item: Element) -> dict[str, str]:
    return {one.get("ident", ""): _text(one.find(".//mattext")) for one in item.iter("itemfeedback")}


def _text(material: Element | None) -> str:
    if material is None:
        return ""
    text = material.text or ""
    if material.get("texttype") == "text/html":
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;")
