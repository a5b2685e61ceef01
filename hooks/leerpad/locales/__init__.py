"""Every word that the portal says, to learners and to authors. One file per language."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from leerpad.source.diagnostics import Diagnostic

LANGUAGES = ("nl", "en")
DEFAULT = "en"
_FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a PyYAML built without libyaml lacks it


@dataclass(frozen=True)
class Locale:
    """The words of one language. Keys are dotted: `quiz.submit`."""

    language: str
    words: dict[str, str]

    def text(self, key: str, /, **params: object) -> str:
        """The words for `key`, with `{name}` filled in. Raises KeyError for an unknown key: that is our mistake."""
        words = self.words[key]
        return _fill(words, params) if params else words

    def plural(self, key: str, count: int, /, **params: object) -> str:
        """The words for a number of things, with `{n}` and `{name}` filled in.

        They stand under the plural forms that the language has: `key.one`, `key.few`, `key.other`.
        """
        form = f"{key}.{_plural_rule(self.language)(count)}"
        return self.text(form if form in self.words else f"{key}.other", n=count, **params)

    def listed(self, texts: Sequence[str]) -> str:
        """These texts in one sentence: “a, b and c”."""
        *others, last = texts
        return f"{', '.join(others)} {self.words['path.and']} {last}" if others else last

    def day(self, day: date) -> str:
        """A day as a reader says it: `31 mei 2026`."""
        from babel.dates import format_date  # takes a tenth of a second, and most commands say no date

        return str(format_date(day, "long", locale=self.tag.replace("-", "_")))

    @property
    def tag(self) -> str:
        """The language with the habits of a country where it has several: dates in English are the British ones."""
        return self.words["tag"]

    def number(self, value: Decimal | float) -> str:
        """A number as this language writes it, such as `1.250,5` in Dutch: a decimal exactly, a float to two places."""
        marks = str.maketrans(",.", self.words["number.group"] + self.words["number.decimal"])
        whole, _, fraction = (f"{value:,.2f}" if isinstance(value, float) else f"{value:,f}").partition(".")
        fraction = fraction.rstrip("0")
        return (f"{whole}.{fraction}" if fraction else whole).translate(marks)

    def for_delivery(self, delivery: str) -> Locale:
        """With the words that hold there: those of `key_lms`, say, in the place of those of `key`."""
        ending = f"_{delivery}"
        own = {key.removesuffix(ending): text for key, text in self.words.items() if key.endswith(ending)}
        return replace(self, words={**self.words, **own})

    def diagnostic(self, found: Diagnostic) -> str:
        """One line for an author: place, what is wrong, what would be right; advice with its code."""
        label = f"{self.text('portal.advice_label')} {found.code}  " if found.is_advice else ""
        return f"{found.path}:{found.position.line}:{found.position.column}  {label}{self.message(found)}"

    def message(self, found: Diagnostic) -> str:
        """What is wrong and what would be right, without the place."""
        kind = "advice" if found.is_advice else "fault"
        return self.text(f"{kind}.{found.code}", **dict(found.params))

    def explain(self, found: Diagnostic) -> tuple[str, str]:
        """The same in two parts: what is wrong, and what to do (empty where the first says both)."""
        kind = "advice" if found.is_advice else "fault"
        # Split before filling: an author's own text may hold a semicolon.
        wrong, _, remedy = self.words[f"{kind}.{found.code}"].partition("; ")
        params = dict(found.params)
        return _fill(wrong, params), _fill(remedy, params)

    def for_client(self) -> dict[str, str]:
        """The words that the browser needs, without their prefix."""
        prefix = "client."
        return {key.removeprefix(prefix): text for key, text in self.words.items() if key.startswith(prefix)}


@cache
def load_locale(language: str) -> Locale:
    """The words of a language; English where we don't have it. A theme may say `nl-NL`: only the first part counts."""
    code = language.split("-")[0].split("_")[0].lower()
    code = code if code in LANGUAGES else DEFAULT
    words = Path(__file__).with_name(f"{code}.yml").read_text("utf-8")
    tree = yaml.load(words, Loader=_FAST_LOADER)
    return Locale(code, dict(_flatten(tree)))


@cache
def _plural_rule(language: str) -> Callable[[int], str]:
    from babel import localedata  # takes a tenth of a second, and most commands count nothing

    # Not `babel.Locale`: it reads what it knows of all countries first, and takes 3 MB more.
    rule: Callable[[int], str] = localedata.load(language, merge_inherited=False)["plural_form"]
    return rule


def _fill(text: str, params: Mapping[str, object]) -> str:
    return re.sub(r"\{(\w+)\}", lambda gap: str(params.get(gap[1], gap[0])), text)


def _flatten(tree: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for key, value in tree.items():
        name = f"{prefix}{key}"
        flat += _flatten(value, f"{name}.") if isinstance(value, dict) else [(name, str(value))]
    return flat
