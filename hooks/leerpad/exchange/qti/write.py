"""One question as a QTI item. Choices keep their reasons; what has no place in an item is there for authors only."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from lxml import etree

from leerpad.exchange.bank import Loss
from leerpad.exchange.qti.build import Builder, Element, replace_mark
from leerpad.exchange.qti.scoring import FEEDBACK, RESPONSE, Scoring
from leerpad.exchange.tags import gap_tag
from leerpad.questions.base import text_key
from leerpad.questions.neutral import ChoiceForm, ClozeForm, EssayForm, MatchForm, NumberForm, OrderForm, TruthForm

if TYPE_CHECKING:
    from leerpad.exchange.bank import BankItem
    from leerpad.exchange.html_out import HtmlWriter
    from leerpad.exchange.qti.names import Version
    from leerpad.locales import Locale

_GAP = re.compile(r"\{\{\s*([a-z0-9-]+)\s*\}\}")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class ItemWriter:
    """Writes the items of one export; collects what they lose."""

    def __init__(self, version: Version, texts: HtmlWriter, locale: Locale) -> None:
        self._build = Builder(version)
        self.texts = texts
        self.locale = locale
        self.losses: list[Loss] = []
        self._id = ""
        self._path = ""
        self._points = 1.0
        self._root: Element
        self._body: Element
        self._scoring: Scoring

    def item(self, item: BankItem) -> bytes:
        """The XML of one item."""
        question, form = item.question, item.question.form
        self._id, self._path, self._points = question.id, item.path, question.points
        self.texts.lost.clear()
        self._root = etree.Element(self._build.tag("assessment-item"), nsmap={None: self._build.version.item})
        title = self.texts.plain(question.prompt, self._path)[:200]
        for name, value in (("identifier", question.id), ("title", title), ("adaptive", "false")):
            self._root.set(name, value)
        self._root.set(self._build.version.attribute("time-dependent"), "false")
        self._root.set(_XML_LANG, self.locale.language)
        self._body = self._build.add(None, "item-body")
        self._scoring = Scoring(self._build, self._root, self._points)
        if question.lesson:
            self._body.set("class", f"leerpad-lesson-{question.lesson}")
        processing = self._form(form, question.prompt)
        self._scoring.outcomes(with_feedback=isinstance(form, (ChoiceForm, TruthForm)))
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
        self._scoring.declare(RESPONSE, "multiple" if form.several else "single", "identifier", right, mapping)
        shuffle = "true" if form.shuffle else "false"
        interaction = self._interaction(
            "choice-interaction", prompt, {"shuffle": shuffle, "max-choices": "0" if form.several else "1"}
        )
        for option in form.options:
            fixed = {"fixed": "true"} if option.is_pinned else {}
            choice = self._build.add(interaction, "simple-choice", identifier=_key(option.text), **fixed)
            self._build.put(choice, self.texts.inline(option.text, self._path))
            self._reason(choice, _key(option.text), option.feedback)
        return self._scoring.whole(is_mapped=is_partial, with_feedback=True)

    def _truth(self, form: TruthForm, prompt: str) -> Element:
        self._scoring.declare(RESPONSE, "single", "identifier", ["true" if form.is_true else "false"])
        interaction = self._interaction("choice-interaction", prompt, {"shuffle": "false", "max-choices": "1"})
        for name, reason in (("true", form.when_true), ("false", form.when_false)):
            choice = self._build.add(interaction, "simple-choice", identifier=name)
            choice.text = self.locale.text(f"question.{name}")
            self._reason(choice, name, reason)
        return self._scoring.whole(is_mapped=False, with_feedback=True)

    def _couples(self, form: MatchForm, prompt: str) -> Element:
        if any(couple.feedback for couple in form.couples):
            self._lose("row_reasons")
        options = list(dict.fromkeys([*(couple.option for couple in form.couples), *form.spare]))
        each = self._points / len(form.couples)
        right = [f"r{text_key(one.row)} o{text_key(one.option)}" for one in form.couples]
        self._scoring.declare(RESPONSE, "multiple", "directedPair", right, dict.fromkeys(right, each))
        limits = {"shuffle": "true", "max-associations": str(len(form.couples))}
        interaction = self._interaction("match-interaction", prompt, limits)
        if form.by_option:
            interaction.set("class", "leerpad-groups")
        rows, columns = (self._build.add(interaction, "simple-match-set") for _ in range(2))
        for couple in form.couples:
            self._associable(rows, f"r{text_key(couple.row)}", couple.row, 1)
        for option in options:
            self._associable(columns, f"o{text_key(option)}", option, len(form.couples))
        return self._scoring.whole(is_mapped=True)

    def _associable(self, parent: Element, name: str, text: str, most: int) -> None:
        choice = self._build.add(parent, "simple-associable-choice", identifier=name, **{"match-max": str(most)})
        self._build.put(choice, self.texts.inline(text, self._path))

    def _order(self, form: OrderForm, prompt: str) -> Element:
        if any(item.feedback for item in form.items):
            self._lose("row_reasons")
        names = [_key(item.text) for item in form.items]
        self._scoring.declare(RESPONSE, "ordered", "identifier", names)
        interaction = self._interaction("order-interaction", prompt, {"shuffle": "true"})
        if form.partial:
            interaction.set("class", "leerpad-partial")
            self._lose("order_parts")
        for item in sorted(form.items, key=lambda item: _key(item.text)):  # an order that tells nothing
            choice = self._build.add(interaction, "simple-choice", identifier=_key(item.text))
            self._build.put(choice, self.texts.inline(item.text, self._path))
        return self._scoring.whole(is_mapped=False)

    def _number(self, form: NumberForm, prompt: str) -> Element:
        self._scoring.declare(RESPONSE, "single", "float", [f"{form.answer:f}"])
        self._blocks(self._body, prompt)
        line = self._build.plain(self._body, "p")
        self._entry(line, RESPONSE, 8)
        if form.unit:
            self._lose("unit")
            line[-1].tail = f" {self.texts.plain(form.unit, self._path)}"
            line[-1].set("class", "leerpad-unit")
        if form.feedback:
            self._for_authors("reason", form.feedback)
            self._lose("reason")
        low, high = form.answer - form.tolerance, form.answer + form.tolerance
        return self._scoring.between(f"{low:f}", f"{high:f}")

    def _cloze(self, form: ClozeForm, prompt: str) -> Element:
        self._blocks(self._body, prompt)
        names = list(form.blanks)
        each = self._points / len(names)
        for number, blank in enumerate(form.blanks.values(), start=1):
            mapping = dict.fromkeys(blank.accept, each)
            self._scoring.declare(
                f"{RESPONSE}{number}", "single", "string", [blank.accept[0]], mapping, is_strict=blank.case_sensitive
            )
            if blank.mistakes:
                self._lose("mistakes")
            if blank.typos or blank.accent_sensitive or blank.space_sensitive:
                self._lose("strictness")
            if blank.feedback:
                self._lose("row_reasons")
        marked = _GAP.sub(lambda found: f"GAPMARK{names.index(found[1])}END", form.text)
        part = self._build.plain(self._body, "div")
        part.set("class", "leerpad-gaps")
        self._build.put(part, self.texts.block(marked, self._path))
        for number, name in enumerate(names):
            replace_mark(part, f"GAPMARK{number}END", self._gap_entry(name, number + 1, form))
        return self._scoring.sum_of(len(names))

    def _gap_entry(self, name: str, number: int, form: ClozeForm) -> Element:
        width = max(len(text) for blank in form.blanks.values() for text in blank.accept)
        entry = self._entry(None, f"{RESPONSE}{number}", width)
        entry.set("class", " ".join(f"leerpad-{word}" for word in gap_tag(name, form.blanks[name]).split()))
        return entry

    def _essay(self, form: EssayForm, prompt: str) -> None:
        self._scoring.declare(RESPONSE, "single", "string", [])
        self._interaction("extended-text-interaction", prompt, {})
        self._lose("not_scored")
        if form.sample:
            self._for_authors("sample", form.sample)

    # --- parts of an item ----------------------------------------------------------------------------------------

    def _interaction(self, name: str, prompt: str, attributes: dict[str, str]) -> Element:
        named = {"response-identifier": RESPONSE, **attributes}
        html = self.texts.inline(prompt, self._path)
        is_line = not html.startswith("<")
        if not is_line:  # a prompt inside holds no blocks in every version
            self._blocks(self._body, prompt)
        interaction = self._build.add(self._body, name, **named)
        if is_line:
            self._build.put(self._build.add(interaction, "prompt"), html)
        return interaction

    def _reason(self, choice: Element, name: str, text: str | None) -> None:
        if not text:
            return
        attributes = {"outcome-identifier": FEEDBACK, "identifier": name, "show-hide": "show"}
        self._build.put(self._build.add(choice, "feedback-inline", **attributes), self._line(text))

    def _line(self, text: str) -> str:
        """A text of one line: inside a choice no paragraphs may stand."""
        html = self.texts.inline(text, self._path)
        if html.startswith("<p") or "\n<" in html:
            self._lose("paragraphs")
            return escape(self.texts.plain(text, self._path), quote=False)
        return html

    def _for_authors(self, kind: str, text: str) -> None:
        """What an item has no place for: it stays in the file, and no learner sees it."""
        use = {"use": "instructions"} if self._build.version.is_kebab else {}  # which 3.0 asks for
        block = self._build.add(self._body, "rubric-block", view="author", **use)
        block.set("class", f"leerpad-{kind}")
        self._blocks(self._build.add(block, "content-body") if self._build.version.is_kebab else block, text)

    def _entry(self, parent: Element | None, response: str, width: int) -> Element:
        attributes = {"response-identifier": response, "expected-length": str(width)}
        return self._build.add(parent, "text-entry-interaction", **attributes)

    def _blocks(self, parent: Element, text: str) -> None:
        holder = self._build.plain(None, "div")
        self._build.put(holder, self.texts.block(text, self._path))
        parent.extend(list(holder))

    def _lose(self, what: str) -> None:
        loss = Loss(self._id, what)
        if loss not in self.losses[-12:]:
            self.losses.append(loss)


def _key(text: str) -> str:
    return f"k{text_key(text)}"
