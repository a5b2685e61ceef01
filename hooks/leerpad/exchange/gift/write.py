"""Questions as GIFT. It has no order of things and one gap at most; points, hints and images stay behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.exchange.bank import Loss
from leerpad.exchange.html_out import IMAGE_FOLDER
from leerpad.exchange.moodle_xml.fractions import fraction_of
from leerpad.exchange.tags import tags_of
from leerpad.questions.neutral import ChoiceForm, ClozeForm, EssayForm, MatchForm, NumberForm, OrderForm, TruthForm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.exchange.bank import BankItem
    from leerpad.exchange.html_out import HtmlWriter
    from leerpad.questions.neutral import NeutralQuestion

_SPECIAL = re.compile(r"([~=#{}:\\])")
_GAP = re.compile(r"\{\{[^{}]*\}\}")
_TITLE = 60
_IMAGE = re.compile(rf'<img\b[^>]*src="{re.escape(IMAGE_FOLDER)}[^>]*/?>')


def write_gift(items: Iterable[BankItem], texts: HtmlWriter) -> tuple[bytes, list[Loss]]:
    """The file, and what each question loses in it."""
    writer = _Writer(texts)
    category: tuple[str, ...] = ()
    parts = []
    for item in items:
        written = writer.question(item)
        if written is None:
            continue
        if item.category != category:
            category = item.category
            parts.append(f"$CATEGORY: $course$/top/{'/'.join(name.replace('/', '//') for name in category)}\n")
        parts.append(written)
    return "\n".join(parts).encode(), writer.losses


class _Writer:
    def __init__(self, texts: HtmlWriter) -> None:
        self.texts = texts
        self.losses: list[Loss] = []
        self._id = ""
        self._path = ""

    def question(self, item: BankItem) -> str | None:
        """One question with its heading; None if GIFT has no form for it."""
        question, form = item.question, item.question.form
        self._id, self._path = question.id, item.path
        if isinstance(form, OrderForm) or (isinstance(form, ClozeForm) and len(form.blanks) != 1):
            self._lose("question")
            return None
        self.texts.lost.clear()
        answers = self._answers(question)
        general = f"####{self._html(question.explanation)}" if question.explanation else ""
        head = self._head(question)
        for what in sorted(self.texts.lost):
            self._lose(what)
        return f"{head}{{{answers}{general}}}\n"

    def _head(self, question: NeutralQuestion) -> str:
        prompt = self._html(question.prompt)
        if isinstance(question.form, ClozeForm):
            prompt += self._html(_GAP.sub("_____", question.form.text))
        if question.points not in (1, 0):
            self._lose("points")
        if question.hint:
            self._lose("hint")
        title = self.texts.plain(question.prompt, self._path)
        title = title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"
        tags = "".join(f" [tag:{tag}]" for tag in tags_of(question))
        return f"// [id:{question.id}]{tags}\n::{_escape(title)}::[html]{prompt}"

    def _answers(self, question: NeutralQuestion) -> str:
        form = question.form
        if isinstance(form, ChoiceForm):
            return self._choices(form)
        if isinstance(form, TruthForm):
            right, wrong = (form.when_true, form.when_false)[:: 1 if form.is_true else -1]
            reasons = f"#{self._html(wrong)}#{self._html(right)}" if right or wrong else ""
            return f"{'TRUE' if form.is_true else 'FALSE'}{reasons}"
        if isinstance(form, MatchForm):
            return self._couples(form)
        if isinstance(form, NumberForm):
            if form.unit:
                self._lose("unit")
            lead = (
                "=" if form.feedback else ""
            )  # as in a list of numbers, the only one that everybody lets have a reason
            return f"#{lead}{form.answer:f}:{form.tolerance:f}{self._reason(form.feedback)}"
        if isinstance(form, ClozeForm):
            return self._blank(form)
        if isinstance(form, EssayForm) and form.sample:
            self._lose("sample")
        return ""

    def _choices(self, form: ChoiceForm) -> str:
        right = sum(option.is_right for option in form.options)
        part, exact = fraction_of(1, max(right, 1))
        if form.several and not exact:
            self._lose("parts")
        if form.several and not form.partial:
            self._lose("all_or_nothing")
        if any(option.is_pinned for option in form.options):
            self._lose("pinned")
        lines = []
        for option in form.options:
            weight = f"~%{part}%" if option.is_right else f"~%-{part}%"
            single = "=" if option.is_right else "~"
            lines.append(
                f"\n{weight if form.several else single}{self._inline(option.text)}{self._reason(option.feedback)}"
            )
        return "".join(lines) + "\n"

    def _couples(self, form: MatchForm) -> str:
        if any(couple.feedback for couple in form.couples):
            self._lose("row_reasons")
        if len(form.couples) < 3:
            self._lose("few_rows")
        lines = [f"\n={self._inline(one.row)} -> {self._plain(one.option)}" for one in form.couples]
        lines += [f"\n= -> {self._plain(option)}" for option in form.spare]
        return "".join(lines) + "\n"

    def _blank(self, form: ClozeForm) -> str:
        (blank,) = form.blanks.values()
        for what in ("typos", "case_sensitive", "accent_sensitive", "space_sensitive"):
            if getattr(blank, what):
                self._lose("strictness")
                break
        if blank.label:
            self._lose("gap_label")
        lines = [f"\n={_escape(text)}{self._reason(blank.feedback)}" for text in blank.accept]
        lines += [
            f"\n=%0%{_escape(text)}{self._reason(mistake.feedback)}"
            for mistake in blank.mistakes
            for text in mistake.texts
        ]
        return "".join(lines) + "\n"

    def _reason(self, text: str | None) -> str:
        return f"#{self._inline(text)}" if text else ""

    def _html(self, text: str | None) -> str:
        return _one_line(_escape(self._without_images(self.texts.block(text, self._path))))

    def _inline(self, text: str) -> str:
        return _one_line(_escape(self._without_images(self.texts.inline(text, self._path))))

    def _plain(self, text: str) -> str:
        return _escape(self.texts.plain(text, self._path))

    def _without_images(self, html: str) -> str:
        if IMAGE_FOLDER not in html:
            return html
        self.texts.lost.add("image")
        return _IMAGE.sub("", html)

    def _lose(self, what: str) -> None:
        self.losses.append(Loss(self._id, what))


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _one_line(text: str) -> str:
    """GIFT ends a question at an empty line. `\\n` is its own sign for a line end, which code needs."""
    return text.strip().replace("\n", "\\n")
