"""Questions as Moodle XML, images inside."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from lxml import etree

from leerpad.exchange.bank import Loss
from leerpad.exchange.html_out import IMAGE_FOLDER
from leerpad.exchange.moodle_xml.cloze import write_gaps
from leerpad.exchange.moodle_xml.fractions import fraction_of
from leerpad.exchange.tags import tags_of
from leerpad.questions.neutral import (
    ChoiceForm,
    ClozeForm,
    EssayForm,
    MatchForm,
    NumberForm,
    OrderForm,
    TruthForm,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from leerpad.exchange.bank import BankItem
    from leerpad.exchange.html_out import HtmlWriter
    from leerpad.questions.neutral import Form, NeutralQuestion

Element = etree._Element

_KINDS: dict[type[Form], str] = {
    ChoiceForm: "multichoice",
    TruthForm: "truefalse",
    MatchForm: "matching",
    OrderForm: "ordering",
    ClozeForm: "cloze",
    NumberForm: "numerical",
    EssayForm: "essay",
}
_TITLE = 80


def write_moodle_xml(items: Iterable[BankItem], texts: HtmlWriter) -> tuple[bytes, list[Loss]]:
    """The file, and what each question loses in it."""
    writer = _Writer(texts)
    category: tuple[str, ...] = ()
    for item in items:
        if item.category != category:
            category = item.category
            writer.category(category)
        writer.question(item)
    document = etree.tostring(writer.root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return document, writer.losses


class _Writer:
    def __init__(self, texts: HtmlWriter) -> None:
        self.texts = texts
        self.root = etree.Element("quiz")
        self.losses: list[Loss] = []
        self._id = ""
        self._path = ""

    def category(self, names: tuple[str, ...]) -> None:
        path = "/".join(name.replace("/", "//") for name in names)
        _text(_add(_add(self.root, "question", type="category"), "category"), f"$course$/top/{path}")

    def question(self, item: BankItem) -> None:
        question, form = item.question, item.question.form
        self._id, self._path = question.id, item.path
        self.texts.lost.clear()
        element = _add(self.root, "question", type=_KINDS[type(form)])
        title = self.texts.plain(question.prompt, self._path)
        _text(_add(element, "name"), title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…")
        self._html(element, "questiontext", question.prompt, more=self._cloze(form))
        self._html(element, "generalfeedback", question.explanation)
        if not isinstance(form, ClozeForm):
            _add(element, "defaultgrade", f"{question.points:g}")
        elif question.points != len(form.blanks):
            self._lose("points")
        for name, value in (("penalty", "0"), ("hidden", "0"), ("idnumber", question.id)):
            _add(element, name, value)
        self._form(element, form)
        if question.hint:
            self._html(element, "hint", question.hint)
        self._tags(element, question)
        for what in sorted(self.texts.lost):
            self._lose(what)

    def _form(self, element: Element, form: Form) -> None:
        if isinstance(form, ChoiceForm):
            self._choices(element, form)
        elif isinstance(form, TruthForm):
            for truth, reason in ((True, form.when_true), (False, form.when_false)):
                part = "100" if truth is form.is_true else "0"
                self._answer(element, part, str(truth).lower(), reason, "moodle_auto_format")
        elif isinstance(form, MatchForm):
            self._couples(element, form)
        elif isinstance(form, OrderForm):
            self._order(element, form)
        elif isinstance(form, NumberForm):
            self._number(element, form)
        elif isinstance(form, EssayForm):
            for name, value in (("responseformat", "editor"), ("responserequired", "0"), ("responsefieldlines", "8")):
                _add(element, name, value)
            _add(element, "attachments", "0")
            self._html(element, "graderinfo", form.sample)
            self._lose("not_scored")

    def _choices(self, element: Element, form: ChoiceForm) -> None:
        right = max(sum(option.is_right for option in form.options), 1)
        part, exact = fraction_of(1, right) if form.several else ("100", True)
        if not exact:
            self._lose("parts")
        if form.several and not form.partial:
            self._lose("all_or_nothing")
        if any(option.is_pinned for option in form.options):
            self._lose("pinned")
        _add(element, "single", "false" if form.several else "true")
        _add(element, "shuffleanswers", "true" if form.shuffle else "false")
        _add(element, "answernumbering", "abc")
        wrong = f"-{part}" if form.several else "0"
        for option in form.options:
            text = self.texts.inline(option.text, self._path)
            self._answer(element, part if option.is_right else wrong, text, option.feedback)

    def _couples(self, element: Element, form: MatchForm) -> None:
        _add(element, "shuffleanswers", "true")
        if any(couple.feedback for couple in form.couples):
            self._lose("row_reasons")
        for row, option in [*((one.row, one.option) for one in form.couples), *(("", spare) for spare in form.spare)]:
            part = self._html(element, "subquestion", row)
            _text(_add(part, "answer"), self.texts.plain(option, self._path))

    def _order(self, element: Element, form: OrderForm) -> None:
        if any(item.feedback for item in form.items):
            self._lose("row_reasons")
        if form.partial:
            self._lose("order_parts")
        grading = "LONGEST_ORDERED_SUBSET" if form.partial else "ALL_OR_NOTHING"
        settings = {"layouttype": "VERTICAL", "selecttype": "ALL", "selectcount": "0", "gradingtype": grading}
        for name, value in {**settings, "showgrading": "SHOW", "numberingstyle": "none"}.items():
            _add(element, name, value)
        _add(element, "shownumcorrect")
        for number, item in enumerate(form.items, start=1):
            self._answer(element, str(number), self.texts.inline(item.text, self._path), None)

    def _number(self, element: Element, form: NumberForm) -> None:
        answer = self._answer(element, "100", f"{form.answer:f}", form.feedback, "moodle_auto_format")
        _add(answer, "tolerance", f"{form.tolerance:f}")
        if form.unit is None:
            return
        self._lose("unit")
        unit = _add(_add(element, "units"), "unit")
        _add(unit, "multiplier", "1")
        _add(unit, "unit_name", self.texts.plain(form.unit, self._path))
        for name, value in (("unitgradingtype", "0"), ("unitpenalty", "0"), ("showunits", "3"), ("unitsleft", "0")):
            _add(element, name, value)

    def _answer(self, parent: Element, part: str, text: str, reason: str | None, kind: str = "html") -> Element:
        answer = _add(parent, "answer", fraction=part, format=kind)
        self._with_images(answer, text)
        self._html(answer, "feedback", reason)
        return answer

    def _cloze(self, form: Form) -> str:
        """The text of a question with gaps, which Moodle keeps in its prompt."""
        if not isinstance(form, ClozeForm):
            return ""
        if any(blank.typos or blank.accent_sensitive or blank.space_sensitive for blank in form.blanks.values()):
            self._lose("strictness")
        if any(blank.label for blank in form.blanks.values()):
            self._lose("gap_label")
        marked, gaps = write_gaps(form, lambda text: self.texts.plain(text, self._path))
        html = self.texts.block(marked, self._path)
        for mark, gap in gaps.items():
            html = html.replace(mark, gap)
        return html

    def _html(self, parent: Element, name: str, text: str | None, more: str = "") -> Element:
        element = _add(parent, name, format="html")
        self._with_images(element, self.texts.block(text, self._path) + more)
        return element

    def _with_images(self, element: Element, html: str) -> None:
        _text(element, html.replace(IMAGE_FOLDER, "@@PLUGINFILE@@/"))
        for name, file in self._images_in(html):
            data = b64encode(file.read_bytes()).decode()
            image = _add(element, "file", data, path="/", encoding="base64")
            image.set("name", name)

    def _images_in(self, html: str) -> list[tuple[str, Path]]:
        return [(name, file) for name, file in self.texts.used.items() if f'"{IMAGE_FOLDER}{name}"' in html]

    def _tags(self, element: Element, question: NeutralQuestion) -> None:
        tags = tags_of(question)
        if tags:
            parent = _add(element, "tags")
            for tag in tags:
                _text(_add(parent, "tag"), tag)

    def _lose(self, what: str) -> None:
        self.losses.append(Loss(self._id, what))


def _add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    element = etree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _text(parent: Element, text: str) -> None:
    inner = etree.SubElement(parent, "text")
    inner.text = etree.CDATA(text) if "<" in text and "]]>" not in text else text
