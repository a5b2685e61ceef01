"""The running text of a Markdown page: what a reader reads on, without headings, links, code and titles of boxes.

It is what site/markdown/terms.py finds in the page that was made of it, near enough to say which lessons use a term
without rendering them all a second time. A test holds the two against each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.source.markdown_patterns import ATTRIBUTES, CITED, DEFINED, TARGET
from leerpad.source.markdown_text import CODE

if TYPE_CHECKING:
    from leerpad.source.markdown_text import MarkdownText

GAP = "\x00"
"""Stands where something was left out, so that no words come together that weren't."""

OPT_OUTS = ("geen-begrip", "no-term")
"""The classes, one for each language, with which an author keeps terms in one place from being marked."""

_OPT_OUT = "|".join(OPT_OUTS)
_LEFT_OUT = re.compile(
    rf"!?\[[^\[\]]*\](?:{TARGET}|\[[^\[\]]*\]|(?=:))"  # links and images
    rf"|{CITED}"
    r"|<(?:a|button|kbd|samp|code)\b[^<>]*>[^<]*</"  # HTML that is a link or code
    r"|<[A-Za-z/][^<>]*>"
    rf"|([*_]{{1,3}})[^*_]+\1\{{[^{{}}]*\.(?:{_OPT_OUT})\b[^{{}}]*\}}"
    rf"|{ATTRIBUTES}"
)
_NOT_RUNNING = re.compile(rf"^\s*(?:#{{1,6}}\s|!!!|\?\?\?|===\s|{DEFINED})")
_OUT = re.compile(rf"^[ \t]*\{{:?[^{{}}\n]*\.(?:{_OPT_OUT})\b[^{{}}\n]*\}}[ \t]*$", re.MULTILINE)
_EMPHASIS = re.compile(r"\\(?=[\W_])|\*+|(?<!\w)_+|_+(?!\w)")


def running_text(markdown: MarkdownText) -> str:
    """The running text, with GAP where something was left out."""
    lines = markdown.without_comments("")
    kept = []
    for line, follows in zip(lines, [*lines[1:], ""], strict=True):
        is_header = "|" in line and "|" in follows and _is_table_rule(follows)
        kept.append(GAP if is_header or _NOT_RUNNING.match(line) else line.replace(CODE, GAP))
    paragraphs = re.split(r"\n\s*\n", "\n".join(kept))
    text = f"{GAP}\n".join(paragraph for paragraph in paragraphs if not _OUT.search(paragraph))
    return _EMPHASIS.sub("", _LEFT_OUT.sub(GAP, text))


def _is_table_rule(line: str) -> bool:
    return "-" in line and not line.strip(" \t|:-")
