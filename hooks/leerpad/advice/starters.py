"""Advice on text to begin with that nobody wrote over: readers would take it for the lesson."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.course.model.handouts import HANDOUT_KINDS
from leerpad.locales import load_locale
from leerpad.source.diagnostics import Position, advice_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leerpad.source.diagnostics import Diagnostic
    from leerpad.source.files import SourceText

_ENOUGH_WORDS = 5
"""A line of the starter with as many words is no heading that an author may want to keep."""


def advice(sources: Mapping[str, SourceText], language: str) -> Iterator[Diagnostic]:
    """Once for each file in which such text stands, at the first line of it."""
    known = _starter_lines(language)
    for path, source in sources.items():
        if path.startswith("docs/"):
            continue  # nothing there begins with a starter, and the guide shows them
        left = [number for number, line in enumerate(source.text.split("\n"), start=1) if _said(line) in known]
        if left:
            lines = ", ".join(map(str, left))
            yield advice_at(path, Position(left[0], 1), "starter-text", {"lines": lines})


def _starter_lines(language: str) -> set[str]:
    """The lines of the starters that say what to write there."""
    words = load_locale(language).words
    asks = " ".join(words["starter.scan_statement"].split()[:2])
    texts = "\n".join(words[f"starter.{name}"] for name in ("lesson", "lesson_todo", "role_step", *HANDOUT_KINDS))
    pages = {_said(line) for line in texts.split("\n")}
    others = "\n".join(words[f"starter.{name}"] for name in ("level", "scan", "scan_profile"))
    asked = {_said(line) for line in others.split("\n") if asks in line}
    return {line for line in pages | asked if len(line.split()) >= _ENOUGH_WORDS and "{" not in line}


def _said(line: str) -> str:
    """A line without its key, its dash, its number or the role it is for; nothing of a comment."""
    text = line.strip()
    return "" if text.startswith("#") else re.sub(r"^(?:- |\d+\. )?(?:[a-z_]+: |\*\*[^*]+\*\* )?", "", text)
