"""Front matter: the YAML between two `---` lines at the top of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import START, Report
from leerpad.source.files import SourceText
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.tree import Mapping, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable

_FENCE = re.compile(r"^---[ \t]*$")
_TITLE_KEY = re.compile(r"^title:(?P<title>.*\S.*)$", re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(?P<title>\S.*)$", re.MULTILINE)


@dataclass(frozen=True)
class MarkdownFile:
    """A Markdown file taken apart."""

    path: str
    front_matter: Mapping
    body: MarkdownText


def split_front_matter(source: SourceText, report: Report) -> MarkdownFile | None:
    """Take a lesson apart. None, and a fault, if its front matter is missing, not closed, or isn't YAML."""
    lines = source.text.split("\n")
    if not _FENCE.match(lines[0]):
        report.fault(source.path, START, "no_front_matter")
        return None
    closing = _closing_fence(lines)
    if closing is None:
        report.fault(source.path, START, "open_front_matter")
        return None
    yaml = SourceText(source.path, "\n".join(lines[1:closing]) + "\n", source.is_trial)
    tree = read_tree(yaml, report, first_line=2)
    if tree is None:
        return None
    return MarkdownFile(source.path, tree, MarkdownText("\n".join(lines[closing + 1 :]), closing + 2))


def body_of(source: SourceText) -> MarkdownText:
    """The body of a page that may or may not have front matter."""
    lines = source.text.split("\n")
    closing = _closing_fence(lines) if _FENCE.match(lines[0]) else None
    if closing is None:
        return MarkdownText(source.text)
    return MarkdownText("\n".join(lines[closing + 1 :]), closing + 2)


def title_of(source: SourceText) -> str | None:
    """The title of a page that may or may not have front matter: the one given there, or else its first heading."""
    body = body_of(source)
    top = "\n".join(source.text.split("\n")[: body.first_line - 1])
    given = _TITLE_KEY.search(top)
    heading = _HEADING.search(body.text)
    return _without_quotes(given["title"].strip()) if given else heading and _without_ending(heading["title"])


def _without_quotes(text: str) -> str:
    return text[1:-1] if len(text) > 2 and text[0] == text[-1] and text[0] in "\"'" else text


def _without_ending(heading: str) -> str:
    """A heading without its attributes and closing marks."""
    text = heading.rstrip(" \t")
    if text.endswith("}") and "{" in text:
        text = text[: text.index("{")].rstrip(" \t") or text
    return text.rstrip("#").rstrip(" \t") or text


def _closing_fence(lines: Iterable[str]) -> int | None:
    return next((number for number, line in enumerate(lines) if number and _FENCE.match(line)), None)
