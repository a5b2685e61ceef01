"""The ways in which Moodle writes a text, each as HTML; and a form whose texts all become HTML."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from markdown import markdown

from leerpad.questions.neutral import ChoiceForm, EssayForm, MatchForm, NumberForm, OrderForm, TruthForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.questions.neutral import Form


_MOST_BRACKETS = 2000


def _as_is(text: str) -> str:
    return text


def _plain(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _automatic(text: str) -> str:
    return text.replace("\n", "<br>")


def _from_markdown(text: str) -> str:
    """A text of thousands of brackets is no Markdown, and would take minutes to find that out."""
    return _plain(text) if text.count("[") > _MOST_BRACKETS else markdown(text)


HTML_OF: dict[str, Callable[[str], str]] = {
    "html": _as_is,
    "markdown": _from_markdown,
    "plain": _plain,
    "plain_text": _plain,
    "moodle": _automatic,
    "moodle_auto_format": _automatic,
}
"""What makes HTML of a text, by the name that Moodle gives to the way it is written."""


def with_html(form: Form, html: Callable[[str], str]) -> Form:
    """The form with every text that a learner reads made HTML; accepted answers stay as they are."""

    def maybe(text: str | None) -> str | None:
        return html(text) if text else None

    if isinstance(form, ChoiceForm):
        options = (replace(one, text=html(one.text), feedback=maybe(one.feedback)) for one in form.options)
        return replace(form, options=tuple(options))
    if isinstance(form, TruthForm):
        return replace(form, when_true=maybe(form.when_true), when_false=maybe(form.when_false))
    if isinstance(form, MatchForm):
        couples = (replace(one, row=html(one.row), option=html(one.option)) for one in form.couples)
        return replace(form, couples=tuple(couples), spare=tuple(map(html, form.spare)))
    if isinstance(form, OrderForm):
        return replace(form, items=tuple(replace(one, text=html(one.text)) for one in form.items))
    if isinstance(form, NumberForm):
        return replace(form, feedback=maybe(form.feedback))
    if isinstance(form, EssayForm):
        return replace(form, sample=maybe(form.sample))
    return form
