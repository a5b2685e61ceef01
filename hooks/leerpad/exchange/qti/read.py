"""QTI items of 2.x and 3.0: one reader, with the names of 3.0 without their `qti-`."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from leerpad.exchange.foreign import Foreign, Spot
from leerpad.exchange.numbers import decimal_of, float_of
from leerpad.exchange.qti.names import kebab
from leerpad.exchange.tags import read_tags, restored
from leerpad.exchange.xml_in import inner_html, line_of
from leerpad.questions.neutral import (
    Blank,
    ChoiceForm,
    ClozeForm,
    Couple,
    EssayForm,
    MatchForm,
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

_OURS = "leerpad-"
_PROMPT = "\ue002"
_GAPS = {"text-entry-interaction", "inline-choice-interaction"}


def with_one_set_of_names(root: Element) -> Element:
    """The tree with names as in 3.0, without namespaces and without `qti-`; in place."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        element.tag = kebab(etree.QName(element).localname)
        for key, value in list(element.attrib.items()):
            name = kebab(etree.QName(key).localname) if not str(key).startswith("{") else str(key)
            if name != key:
                del element.attrib[key]
                element.set(name, value)
    return root


def read_item(root: Element, file: str) -> Foreign:
    """One item, its names already made one."""
    found = Foreign(Spot(file, line_of(root)), "item", root.get("identifier", ""), root.get("title", ""))
    item = _Item(root)
    found.points = item.points
    found.explanation, found.hint = item.for_authors("explanation"), item.for_authors("hint")
    found.tags = item.tags()
    kinds = {element.tag for element in item.interactions}
    reader = _READERS.get(str(item.interactions[0].tag)) if len(kinds) == 1 or kinds == _GAPS else None
    found.kind = ", ".join(sorted(map(str, kinds))) or "item"
    stimulus = root.find("assessment-stimulus-ref")
    if stimulus is not None:
        found.note("passage", file=stimulus.get("href", ""))
    if not item.interactions:
        found.note("text_only")
    if reader is not None and len(item.interactions) > 1 and not kinds <= _GAPS:
        found.note("several_parts", count=len(item.interactions))
        reader = None
    if root.find("template-declaration") is not None:
        found.note("template")
        reader = None
    if reader is None:
        found.prompt = item.text()
        return found
    found.prompt = item.prompt()
    try:
        form = reader(item, found)
    except (KeyError, ValueError, IndexError):
        found.note("unclear")
        return found
    found.form = restored(form, read_tags(found.tags))
    if root.find(".//modal-feedback") is not None:
        found.note("feedback")
    return found


class _Item:
    """An item, and what its parts say."""

    def __init__(self, root: Element) -> None:
        self.root = root
        body = root.find("item-body")
        self.body = etree.Element("item-body") if body is None else body
        self.interactions = [one for one in self.body.iter() if str(one.tag).endswith("-interaction")]
        self.declarations = {one.get("identifier", ""): one for one in root.iter("response-declaration")}

    @property
    def points(self) -> float:
        """What a perfect answer is worth."""
        for outcome in self.root.iter("outcome-declaration"):
            if outcome.get("identifier") == "MAXSCORE":
                return float_of(outcome.findtext("default-value/value"), 1.0) or 1.0
        scores = [one for one in self.root.iter("outcome-declaration") if one.get("identifier") == "SCORE"]
        most = float_of(scores[0].get("normal-maximum")) if scores else 0.0
        return most if most > 0 else 1.0

    def declaration(self, interaction: Element) -> Element:
        """What counts as right; KeyError where that isn't said."""
        return self.declarations[interaction.get("response-identifier", "")]

    def right(self, interaction: Element) -> list[str]:
        """The right values; where none are given, those that earn something."""
        declaration = self.declaration(interaction)
        values = [(value.text or "").strip() for value in declaration.iterfind("correct-response/value")]
        if values:
            return values
        entries = declaration.iterfind("mapping/map-entry")
        return [entry.get("map-key", "") for entry in entries if float_of(entry.get("mapped-value")) > 0]

    def prompt(self) -> str:
        """What is asked: all that stands around the interaction, with its prompt in its place."""
        body = deepcopy(self.body)
        interaction = next(one for one in body.iter() if str(one.tag).endswith("-interaction"))
        own, tail, is_gap = inner_html(interaction.find("prompt")), interaction.tail, interaction.tag in _GAPS
        is_ours = f"{_OURS}unit" in (interaction.get("class") or "")
        interaction.clear()
        interaction.tag = "span" if is_gap else "p"
        interaction.text = _PROMPT
        interaction.tail = "" if is_ours else tail
        html = "".join(_markup(child) for child in body if _is_for_learners(child))
        if is_gap:
            return html.replace(_PROMPT, "_____" if (interaction.tail or "").strip() else "")
        return own if html == f"<p>{_PROMPT}</p>" else html.replace(_PROMPT, own)

    def text(self) -> str:
        """All that a learner reads."""
        return "".join(_markup(child) for child in self.body if _is_for_learners(child))

    def for_authors(self, kind: str) -> str:
        """What our own export kept for authors."""
        for block in self.body.iter("rubric-block"):
            if f"{_OURS}{kind}" in (block.get("class") or "").split():
                inside = block.find("content-body")
                return inner_html(block if inside is None else inside)
        return ""

    def tags(self) -> list[str]:
        """What our own export knew of the question, as tags."""
        classes = [word for element in self.body.iter() for word in (element.get("class") or "").split()]
        tags = ["form=groups"] if f"{_OURS}groups" in classes else []
        lessons = [word for word in (self.body.get("class") or "").split() if word.startswith(f"{_OURS}lesson-")]
        tags += [f"lesson={word.removeprefix(f'{_OURS}lesson-')}" for word in lessons]
        for entry in self.interactions:
            words = [word.removeprefix(_OURS) for word in (entry.get("class") or "").split()]
            tags += [" ".join(words)] if words and words[0].startswith("gap=") else []
        return tags


def _is_for_learners(element: Element) -> bool:
    return element.tag != "rubric-block" or "candidate" in (element.get("view") or "candidate").split()


def _markup(element: Element) -> str:
    return f"<{element.tag!s}>{inner_html(element)}</{element.tag!s}>"


def _choices(item: _Item, found: Foreign) -> Form:
    (interaction,) = item.interactions
    declaration, right = item.declaration(interaction), set(item.right(interaction))
    choices = list(interaction.iter("simple-choice"))
    several = declaration.get("cardinality") == "multiple"
    texts = {choice.get("identifier", ""): _choice_text(choice) for choice in choices}
    reasons = {choice.get("identifier", ""): inner_html(choice.find("feedback-inline")) for choice in choices}
    names = [choice.get("identifier", "").lower() for choice in choices]
    if not several and (names in (["true", "false"], ["false", "true"])) and len(right) == 1:
        return TruthForm(right == {"true"}, reasons.get("true") or None, reasons.get("false") or None)
    weights = [float_of(one.get("mapped-value")) for one in declaration.iterfind("mapping/map-entry")]
    if len({weight for weight in weights if weight > 0}) > 1:
        found.note("unequal_parts")
    if not right & set(texts):
        raise ValueError
    options = tuple(
        Option(texts[name], name in right, reasons[name] or None, choice.get("fixed") == "true")
        for choice in choices
        for name in (choice.get("identifier", ""),)
    )
    partial = declaration.find("mapping") is not None
    return ChoiceForm(options, several or len(right) > 1, partial, interaction.get("shuffle") == "true")


def _choice_text(choice: Element) -> str:
    copy = deepcopy(choice)
    for feedback in list(copy.iter("feedback-inline", "feedback-block")):
        parent = feedback.getparent()
        if parent is not None:
            etree.strip_elements(parent, str(feedback.tag), with_tail=False)
    return inner_html(copy).strip()


def _order(item: _Item, _: Foreign) -> Form:
    (interaction,) = item.interactions
    texts = {choice.get("identifier", ""): inner_html(choice) for choice in interaction.iter("simple-choice")}
    is_partial = "leerpad-partial" in (interaction.get("class") or "").split()
    return OrderForm(tuple(OrderItem(texts[name].strip()) for name in item.right(interaction)), is_partial)


def _couples(item: _Item, _: Foreign) -> Form:
    (interaction,) = item.interactions
    rows, options = (
        {one.get("identifier", ""): inner_html(one).strip() for one in part} for part in _sets(interaction)
    )
    pairs = [tuple(pair.split()) for pair in item.right(interaction)]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError
    in_order = {name: number for number, name in enumerate(rows)}
    if pairs and pairs[0][0] not in rows:
        pairs = [(right, left) for left, right in pairs]
    pairs.sort(key=lambda pair: in_order[pair[0]])
    used = {option for _, option in pairs}
    spare = tuple(text for name, text in options.items() if name not in used)
    return MatchForm(tuple(Couple(rows[row], options[option]) for row, option in pairs), spare)


def _sets(interaction: Element) -> list[list[Element]]:
    """The rows and the options of a match or of gaps to drag into."""
    return [list(part.iter("simple-associable-choice")) for part in interaction.findall("simple-match-set")]


def _entries(item: _Item, found: Foreign) -> Form:
    kinds = {item.declaration(entry).get("base-type") for entry in item.interactions}
    if len(item.interactions) == 1 and kinds <= {"float", "integer"}:
        return _number(item)
    blanks = {}
    for number, entry in enumerate(item.interactions, start=1):
        name = f"gat-{number}"
        declaration, choices = item.declaration(entry), ""
        if entry.tag == "inline-choice-interaction":
            found.note("gap_kind", kinds="inline-choice")
            texts = {one.get("identifier", ""): _text(one) for one in entry.iter("inline-choice")}
            blanks[name] = Blank(tuple(texts[right] for right in item.right(entry)))
            choices = f" ({' / '.join(texts.values())})"
        else:
            blanks[name] = _blank(declaration)
        tail, classes = entry.tail, entry.get("class")
        entry.clear()
        entry.text, entry.tail = "{{" + name + "}}" + choices, tail
        entry.tag = "span"
        if classes:
            entry.set("class", classes)
    if not all(blank.accept for blank in blanks.values()):
        raise ValueError
    parts = [child for child in item.body if _is_for_learners(child)]
    holders = [child for child in parts if any("{{" in (one.text or "") for one in child.iter("span"))]
    found.prompt = "".join(_markup(child) for child in parts if child not in holders)
    return ClozeForm("".join(_markup(child) for child in holders), blanks)


def _text(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _blank(declaration: Element) -> Blank:
    entries = list(declaration.iterfind("mapping/map-entry"))
    most = max((float_of(entry.get("mapped-value")) for entry in entries), default=0)
    accept = [entry.get("map-key", "") for entry in entries if float_of(entry.get("mapped-value")) >= most > 0]
    accept = accept or [(value.text or "").strip() for value in declaration.iterfind("correct-response/value")]
    if not accept:
        raise ValueError
    strict = any(entry.get("case-sensitive") == "true" for entry in entries)
    return Blank(tuple(accept), case_sensitive=strict)


def _number(item: _Item) -> Form:
    (entry,) = item.interactions
    bounds = [item.root.findtext(f".//{operator}/base-value") for operator in ("gte", "lte")]
    unit = " ".join((entry.tail or "").split()) if f"{_OURS}unit" in (entry.get("class") or "") else ""
    right = item.right(entry)
    if bounds[0] and bounds[1]:
        low, high = map(decimal_of, bounds)
        answer = decimal_of(right[0]) if right else (low + high) / 2
        return NumberForm(answer, max(high - answer, answer - low), unit or None, item.for_authors("reason") or None)
    return NumberForm(decimal_of(right[0]), decimal_of("0"), unit or None, item.for_authors("reason") or None)


def _essay(item: _Item, _: Foreign) -> Form:
    return EssayForm(item.for_authors("sample") or None)


_READERS: dict[str, Callable[[_Item, Foreign], Form]] = {
    "choice-interaction": _choices,
    "order-interaction": _order,
    "match-interaction": _couples,
    "text-entry-interaction": _entries,
    "inline-choice-interaction": _entries,
    "extended-text-interaction": _essay,
}
