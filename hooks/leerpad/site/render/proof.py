"""The proof of a page: its body rendered as in the site, with a mark in place of everything that the engine adds.

It shows before a build which anchors a page has, and whether every directive ends up in the page. To save time, pages
are rendered only if their Markdown might swallow a directive, or if a link with an anchor leads to them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from leerpad.site.markdown.extension import AFTER_LINE_ENDINGS_BEFORE_CODE
from leerpad.site.markdown.watch import watched
from leerpad.source.directives import replace_directives
from leerpad.source.html_tags import RAW, VOID, find_tags
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.silences import without_silences

if TYPE_CHECKING:
    from leerpad.course.load.markdown import Extensions, ExtensionSettings
    from leerpad.source.directives import Directive
    from leerpad.source.html_tags import Tag

_MARK = "data-leerpad-proof"
_DEADLY = RAW | frozenset(
    [
        "a", "audio", "button", "canvas", "datalist", "form", "label", "math", "noscript", "object", "optgroup",
        "option", "select", "svg", "template", "video",
    ]
)  # fmt: skip
"""Elements in which a form, or anything at all, doesn't work."""

_PLAIN = re.compile(r"<(?!!-- *[a-z-]+ *(?::[^<>]*)?-->)|```|~~~")


@dataclass(frozen=True)
class Proof:
    """What a rendered page shows. `lost` are the directives, by their number from 0, that don't come to life in it;
    END is what stands below every page. `anchors` are those that its author made.
    """

    anchors: frozenset[str]
    lost: tuple[int, ...] = ()


END = -1


class Prover:
    """Renders proofs with the extensions of a site."""

    def __init__(self, extensions: Extensions, configs: ExtensionSettings) -> None:
        self._md = Markdown(extensions=list(extensions), extension_configs=configs)
        self._marks = _Marks(self._md)
        self._md.preprocessors.register(self._marks, "leerpad_marks", AFTER_LINE_ENDINGS_BEFORE_CODE)

    def prove(self, body: str) -> Proof:
        """Render a body and look at it."""
        html = self.html(body)
        alive: list[str] = []
        anchors = set()
        opened: list[str] = []
        for tag in find_tags(html):
            if _MARK in tag.attributes:
                if not opened:
                    alive.append(tag.attributes[_MARK])
                continue
            anchors |= {tag.attributes[name] for name in ("id", "name") if tag.attributes.get(name)}
            _follow(tag, opened)
        lost = tuple(number for number in [*range(self._marks.count), END] if alive.count(str(number)) != 1)
        return Proof(frozenset(anchors), lost)

    def html(self, body: str) -> str:
        """The HTML of a body, with its marks."""
        self._md.reset()
        return watched(self._md.convert, body)


def needs_proof(body: str) -> bool:
    """Whether something in a body may be in the way of what we add: HTML, a comment or a block of code."""
    return _PLAIN.search(body) is not None


def _follow(tag: Tag, opened: list[str]) -> None:
    """Keep the deadly elements that are open after this tag."""
    if tag.name in VOID or tag.name in RAW:
        return  # what stands in raw elements is no tag to begin with
    if tag.is_end:
        if tag.name in opened:
            while opened.pop() != tag.name:
                pass
    elif tag.name in opened or _is_deadly(tag):
        opened.append(tag.name)


def _is_deadly(tag: Tag) -> bool:
    is_disabled = tag.name == "fieldset" and "disabled" in tag.attributes
    return tag.name in _DEADLY or is_disabled or "hidden" in tag.attributes or "inert" in tag.attributes


class _Marks(Preprocessor):
    """Puts a mark in the place of each directive, with its number, and one at the end."""

    count = 0

    def run(self, lines: list[str]) -> list[str]:
        self.count = 0
        body = replace_directives(without_silences(MarkdownText("\n".join(lines))), self._mark)
        return [*body, "", self._stash(END)]

    def _mark(self, _: Directive) -> str:
        self.count += 1
        return self._stash(self.count - 1)

    def _stash(self, number: int) -> str:
        return self.md.htmlStash.store(f'<div {_MARK}="{number}"></div>')
