"""One question as a QTI item. Choices keep their reasons; what has no place in an item is there for authors only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from leerpad.exchange.bank import Loss
from leerpad.exchange.html_out import IMAGE_FOLDER
from leerpad.exchange.tags import gap_tag
from leerpad.questions.base import text_key
from leerpad.questions.neutral import ChoiceForm, ClozeForm, EssayForm, MatchForm, NumberForm, OrderForm, TruthForm

if TYPE_CHECKING:
    from leerpad.exchange.bank import BankItem
    from leerpad.exchange.html_out import HtmlWriter
    from leerpad.exchange.qti.names import Version
    from leerpad.locales import Locale

Element = etree._Element
IMAGES = "images/"
RESPONSE, SCORE, FEEDBACK = "RESPONSE", "SCORE", "FEEDBACK"
_GAP = re.compile(r"\{\{\s*([a-z0-9-]+)\s*\}\}")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class ItemWriter:
    """Writes the items of one export; collects what they lose."""

    def __init__(self, version: Version, texts: HtmlWriter, locale: Locale) -> None:
        self.version = version
        self.texts = texts
        self.locale = locale
        self.losses: list[Loss] = []
        self._id = ""
        self._source = ""
        self._points = 1.0
        self._root: Element
        self._body: Element

    def item(self, item: BankItem) -> bytes:
        """The XML of one item."""
        question, form = item.question, item.question.form
        self._id, self._source, self._points = question.id, item.source, question.points
        self.texts.lost.clear()
        self._root = etree.Element(self._tag("assessment-item"), nsmap={None: self.version.item})
        title = self.texts.plain(question.prompt, self._source)[:200]
        for name, value in (("identifier", question.id), ("title", title), ("adaptive", "false")):
            self._root.set(name, value)
        self._root.set(self.version.attribute("time-dependent"), "false")
        self._root.set(_XML_LANG, self.locale.language)
        self._body = etree.Element(self._tag("item-body"))
        if question.lesson:
            self._body.set("class", f"leerpad-lesson-{question.lesson}")
        processing = self._form(form, question.prompt)
        self._outcomes(with_feedback=isinstance(form, (ChoiceForm, TruthForm)))
        for kind, text in (("hint", question.hint), ("explanation", question.explanation)):
            if text:
                self._for_authors(kind, text)
                self._lose(kind)
        self._root.append(self._body)
        if processing is not None:
            self._root.append(processing)
        for what in sorted(self.texts.lost):
            self._lose(what)
        return bytes(etree.tostring(self._root, encoding="UTF-8", xml_declaration=True, pretty_print=True))

    def _form(self, form: object, prompt: str) -> Element | None:
        if isinstance(form, ChoiceForm):
            return self._choices(form, prompt)
        if isinstance(form, TruthForm):
            return self._truth(form, prompt)
        if isinstance(form, MatchForm):
            return self._couples(form, prompt)
        if isinstance(form, OrderForm):
            return self._order(form, prompt)
        if isinstance(form, NumberForm):
            return self._number(form, prompt)
        if isinstance(form, ClozeForm):
            return self._cloze(form, prompt)
        assert isinstance(form, EssayForm)
        self._essay(form, prompt)
        return None

    def _choices(self, form: ChoiceForm, prompt: str) -> Element:
        right = [_key(option.text) for option in form.options if option.is_right]
        is_partial = form.several and form.partial
        mapping = None
        if is_partial:
            each = self._points / len(right)
            mapping = {_key(one.text): each if one.is_right else -each for one in form.options}
        self._declare(RESPONSE, "multiple" if form.several else "single", "identifier", right, mapping)
        shuffle = "true" if form.shuffle else "false"
        interaction = self._interaction(
            "choice-interaction", prompt, {"shuffle": shuffle, "max-choices": "0" if form.several else "1"}
        )
        for option in form.options:
            fixed = {"fixed": "true"} if option.is_pinned else {}
            choice = self._add(interaction, "simple-choice", identifier=_key(option.text), **fixed)
            self._put(choice, self.texts.inline(option.text, self._source))
            self._reason(choice, _key(option.text), option.feedback)
        return self._processing(is_mapped=is_partial, with_feedback=True)

    def _truth(self, form: TruthForm, prompt: str) -> Element:
        self._declare(RESPONSE, "single", "identifier", ["true" if form.is_true else "false"])
        interaction = self._interaction("choice-interaction", prompt, {"shuffle": "false", "max-choices": "1"})
        for name, reason in (("true", form.when_true), ("false", form.when_false)):
            choice = self._add(interaction, "simple-choice", identifier=name)
            choice.text = self.locale.text(f"question.{name}")
            self._reason(choice, name, reason)
        return self._processing(is_mapped=False, with_feedback=True)

    def _couples(self, form: MatchForm, prompt: str) -> Element:
        if any(couple.feedback for couple in form.couples):
            self._lose("row_reasons")
        options = list(dict.fromkeys([*(couple.option for couple in form.couples), *form.spare]))
        each = self._points / len(form.couples)
        right = [f"r{text_key(one.row)} o{text_key(one.option)}" for one in form.couples]
        self._declare(RESPONSE, "multiple", "directedPair", right, dict.fromkeys(right, each))
        limits = {"shuffle": "true", "max-associations": str(len(form.couples))}
        interaction = self._interaction("match-interaction", prompt, limits)
        if form.by_option:
            interaction.set("class", "leerpad-groups")
        rows, columns = (self._add(interaction, "simple-match-set") for _ in range(2))
        for couple in form.couples:
            self._associable(rows, f"r{text_key(couple.row)}", couple.row, 1)
        for option in options:
            self._associable(columns, f"o{text_key(option)}", option, len(form.couples))
        return self._processing(is_mapped=True)

    def _associable(self, parent: Element, name: str, text: str, most: int) -> None:
        choice = self._add(parent, "simple-associable-choice", identifier=name, **{"match-max": str(most)})
        self._put(choice, self.texts.inline(text, self._source))

    def _order(self, form: OrderForm, prompt: str) -> Element:
        if any(place.feedback for place in form.places):
            self._lose("row_reasons")
        names = [_key(place.text) for place in form.places]
        self._declare(RESPONSE, "ordered", "identifier", names)
        interaction = self._interaction("order-interaction", prompt, {"shuffle": "true"})
        if form.partial:
            interaction.set("class", "leerpad-partial")
            self._lose("order_parts")
        for place in sorted(form.places, key=lambda place: _key(place.text)):  # an order that tells nothing
            choice = self._add(interaction, "simple-choice", identifier=_key(place.text))
            self._put(choice, self.texts.inline(place.text, self._source))
        return self._processing(is_mapped=False)

    def _number(self, form: NumberForm, prompt: str) -> Element:
        self._declare(RESPONSE, "single", "float", [f"{form.answer:f}"])
        self._blocks(self._body, prompt)
        line = self._plain(self._body, "p")
        self._entry(line, RESPONSE, 8)
        if form.unit:
            self._lose("unit")
            line[-1].tail = f" {self.texts.plain(form.unit, self._source)}"
            line[-1].set("class", "leerpad-unit")
        if form.feedback:
            self._for_authors("reason", form.feedback)
            self._lose("reason")
        processing, condition = self._condition()
        both = self._add(condition, "and")
        for operator, bound in (("gte", form.answer - form.tolerance), ("lte", form.answer + form.tolerance)):
            test = self._add(both, operator)
            self._add(test, "variable", identifier=RESPONSE)
            self._add(test, "base-value", f"{bound:f}", **{"base-type": "float"})
        self._score(condition)
        return processing

    def _cloze(self, form: ClozeForm, prompt: str) -> Element:
        self._blocks(self._body, prompt)
        names = list(form.blanks)
        each = self._points / len(names)
        for number, blank in enumerate(form.blanks.values(), start=1):
            mapping = dict.fromkeys(blank.accept, each)
            self._declare(
                f"{RESPONSE}{number}", "single", "string", [blank.accept[0]], mapping, is_strict=blank.case_sensitive
            )
            if blank.mistakes:
                self._lose("mistakes")
            if blank.typos or blank.accent_sensitive or blank.space_sensitive:
                self._lose("strictness")
            if blank.feedback:
                self._lose("row_reasons")
        marked = _GAP.sub(lambda found: f"GAPMARK{names.index(found[1])}END", form.text)
        part = self._plain(self._body, "div")
        part.set("class", "leerpad-gaps")
        self._put(part, self.texts.block(marked, self._source))
        for number, name in enumerate(names):
            _replace_mark(part, f"GAPMARK{number}END", self._gap_entry(name, number + 1, form))
        processing = self._add(None, "response-processing")
        total = self._add(self._add(processing, "set-outcome-value", identifier=SCORE), "sum")
        for number in range(1, len(names) + 1):
            self._add(total, "map-response", identifier=f"{RESPONSE}{number}")
        return processing

    def _gap_entry(self, name: str, number: int, form: ClozeForm) -> Element:
        width = max(len(text) for blank in form.blanks.values() for text in blank.accept)
        entry = self._entry(None, f"{RESPONSE}{number}", width)
        entry.set("class", " ".join(f"leerpad-{word}" for word in gap_tag(name, form.blanks[name]).split()))
        return entry

    def _essay(self, form: EssayForm, prompt: str) -> None:
        etree.SubElement(
            self._root,
            self._tag("response-declaration"),
            {"identifier": RESPONSE, "cardinality": "single", self.version.attribute("base-type"): "string"},
        )
        self._interaction("extended-text-interaction", prompt, {})
        self._lose("not_scored")
        if form.sample:
            self._for_authors("sample", form.sample)

    # --- parts of an item ----------------------------------------------------------------------------------------

    def _declare(
        self,
        name: str,
        cardinality: str,
        base: str,
        right: list[str],
        mapping: dict[str, float] | None = None,
        *,
        is_strict: bool = False,
    ) -> None:
        declaration = self._add(
            self._root, "response-declaration", identifier=name, cardinality=cardinality, **{"base-type": base}
        )
        correct = self._add(declaration, "correct-response")
        for answer in right:
            self._add(correct, "value", answer)
        if mapping is None:
            return
        bounds = {} if base == "string" else {"lower-bound": "0", "upper-bound": f"{self._points:g}"}
        entries = self._add(declaration, "mapping", **{"default-value": "0", **bounds})
        strict = {} if base != "string" else {"case-sensitive": "true" if is_strict else "false"}
        for key, worth in mapping.items():
            self._add(entries, "map-entry", **{"map-key": key, "mapped-value": f"{worth:.6g}", **strict})

    def _outcomes(self, *, with_feedback: bool) -> None:
        for name, points in ((SCORE, 0.0), ("MAXSCORE", self._points)):
            outcome = self._add(
                self._root, "outcome-declaration", identifier=name, cardinality="single", **{"base-type": "float"}
            )
            self._add(self._add(outcome, "default-value"), "value", f"{points:g}")
        if with_feedback:
            response = self._root.find(self._tag("response-declaration"))
            assert response is not None
            cardinality = str(response.get("cardinality"))
            kind = {"base-type": "identifier"}
            self._add(self._root, "outcome-declaration", identifier=FEEDBACK, cardinality=cardinality, **kind)

    def _interaction(self, name: str, prompt: str, attributes: dict[str, str]) -> Element:
        named = {"response-identifier": RESPONSE, **attributes}
        html = self.texts.inline(prompt, self._source)
        is_line = not html.startswith("<")
        if not is_line:  # a prompt inside holds no blocks in every version
            self._blocks(self._body, prompt)
        interaction = self._add(self._body, name, **named)
        if is_line:
            self._put(self._add(interaction, "prompt"), html)
        return interaction

    def _reason(self, choice: Element, name: str, text: str | None) -> None:
        if not text:
            return
        attributes = {"outcome-identifier": FEEDBACK, "identifier": name, "show-hide": "show"}
        self._put(self._add(choice, "feedback-inline", **attributes), self._line(text))

    def _line(self, text: str) -> str:
        """A text of one line: inside a choice no paragraphs may stand."""
        html = self.texts.inline(text, self._source)
        if html.startswith("<p") or "\n<" in html:
            self._lose("paragraphs")
            return _as_text(self.texts.plain(text, self._source))
        return html

    def _for_authors(self, kind: str, text: str) -> None:
        """What an item has no place for: it stays in the file, and no learner sees it."""
        block = self._add(self._body, "rubric-block", view="author")
        block.set("class", f"leerpad-{kind}")
        self._blocks(self._add(block, "content-body") if self.version.is_kebab else block, text)

    def _entry(self, parent: Element | None, response: str, width: int) -> Element:
        attributes = {"response-identifier": response, "expected-length": str(width)}
        return self._add(parent, "text-entry-interaction", **attributes)

    def _processing(self, *, is_mapped: bool, with_feedback: bool = False) -> Element:
        processing = self._add(None, "response-processing")
        if not with_feedback and (is_mapped or self._points == 1):
            name = "map_response" if is_mapped else "match_correct"
            processing.set("template", self.version.template(name))
            return processing
        if is_mapped:
            answered = self._if(processing)
            self._add(self._add(self._add(answered, "not"), "is-null"), "variable", identifier=RESPONSE)
            value = self._add(answered, "set-outcome-value", identifier=SCORE)
            self._add(value, "map-response", identifier=RESPONSE)
        else:
            condition = self._if(processing)
            match = self._add(condition, "match")
            self._add(match, "variable", identifier=RESPONSE)
            self._add(match, "correct", identifier=RESPONSE)
            self._score(condition)
        if with_feedback:
            said = self._add(processing, "set-outcome-value", identifier=FEEDBACK)
            self._add(said, "variable", identifier=RESPONSE)
        return processing

    def _condition(self) -> tuple[Element, Element]:
        processing = self._add(None, "response-processing")
        return processing, self._if(processing)

    def _if(self, processing: Element) -> Element:
        return self._add(self._add(processing, "response-condition"), "response-if")

    def _score(self, condition: Element) -> None:
        value = self._add(condition, "set-outcome-value", identifier=SCORE)
        self._add(value, "base-value", f"{self._points:g}", **{"base-type": "float"})

    def _blocks(self, parent: Element, text: str) -> None:
        holder = self._plain(None, "div")
        self._put(holder, self.texts.block(text, self._source))
        parent.extend(list(holder))

    def _put(self, element: Element, html: str) -> None:
        """Put HTML into an element, in the namespace of the item."""
        address = html.replace(IMAGE_FOLDER, IMAGES)
        parsed = etree.fromstring(f'<x xmlns="{self.version.item}">{address}</x>')
        for child in parsed.iter():
            child.attrib.pop("target", None)
            child.attrib.pop("rel", None)
        element.text = (element.text or "") + (parsed.text or "")
        element.extend(list(parsed))

    def _plain(self, parent: Element | None, name: str) -> Element:
        tag = f"{{{self.version.item}}}{name}"
        return etree.Element(tag) if parent is None else etree.SubElement(parent, tag)

    def _add(self, parent: Element | None, name: str, text: str | None = None, **attributes: str) -> Element:
        named = {self.version.attribute(key): value for key, value in attributes.items()}
        tag = self._tag(name)
        element = etree.Element(tag, named) if parent is None else etree.SubElement(parent, tag, named)
        element.text = text
        return element

    def _tag(self, name: str) -> str:
        return f"{{{self.version.item}}}{self.version.element(name)}"

    def _lose(self, what: str) -> None:
        loss = Loss(self._id, what)
        if loss not in self.losses[-12:]:
            self.losses.append(loss)


def _key(text: str) -> str:
    return f"k{text_key(text)}"


def _as_text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _replace_mark(root: Element, mark: str, put: Element) -> None:
    """Put an element in the place of a mark in the text of another."""
    for element in root.iter():
        for where in ("text", "tail"):
            text = getattr(element, where)
            if not text or mark not in text:
                continue
            before, _, after = text.partition(mark)
            put.tail = after
            setattr(element, where, before)
            if where == "text":
                element.insert(0, put)
            else:
                parent = element.getparent()
                assert parent is not None  # the root's own tail is not part of it
                parent.insert(parent.index(element) + 1, put)
            return
