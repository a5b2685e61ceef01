"""Marking terms in a lesson: the first use of each becomes a link to its explanation. The text stays as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from leerpad.course.model.glossary import GLOSSARY, TermFinder, plain_letters
from leerpad.site.plan.pages import page_url_with, relative_url
from leerpad.source.memory import NoMemory
from leerpad.source.running_text import GAP, OPT_OUTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from leerpad.course.model.course import Course, Lesson
    from leerpad.source.memory import Memory

_NEVER_IN = {
    "a", "abbr", "audio", "button", "code", "dfn", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "iframe",
    "kbd", "label", "math", "object", "pre", "samp", "script", "select", "style", "summary", "svg", "textarea", "th",
    "var", "video"
}  # fmt: skip
_NEVER_IN_CLASS = {"admonition-title", *OPT_OUTS}
_INLINE = {
    "b", "bdi", "bdo", "cite", "del", "em", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
    "u", "wbr"
}  # fmt: skip
_PLACEHOLDER = re.compile("\x02(?:wzxhzdk:(?P<stashed>\\d+))?[^\x03]*\x03")  # where Python-Markdown put HTML aside
_ONE_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?:\s[^<>]*)?(?<!/)>")


class _Piece(NamedTuple):
    """A text in the tree: that of `owner`, or its tail if `parent` is given. `start` is its place in the whole."""

    owner: Element
    parent: Element | None
    text: str
    start: int


class TermMarker:
    """Marks the terms of one course. `explanations` hold the meaning of each, without markup."""

    def __init__(self, course: Course, explanations: Mapping[str, str], memory: Memory | None = None) -> None:
        self._explanations = explanations
        self._memory = memory or NoMemory()
        self._glossary = course.digests.get(GLOSSARY)
        self._finder = TermFinder(course.terms.values())
        self._page = page_url_with(course, "terms")

    def mark(self, root: Element, stash: Sequence[object], page_url: str) -> None:
        """Mark the first use of each term under `root`. `stash` is the HTML that Python-Markdown put aside."""
        if not self._explanations or self._page is None:
            return
        text, pieces = _running_text(root, stash)
        marked: set[str] = set()
        places: dict[int, list[tuple[int, int, str]]] = {}
        index = 0
        for found in self._memory.recall(("marks", self._glossary, text), lambda: tuple(self._finder.find(text))):
            while found.start >= pieces[index].start + len(pieces[index].text):
                index += 1
            piece = pieces[index]
            inside = found.start - piece.start, found.end - piece.start
            if found.term not in marked and inside[1] <= len(piece.text):
                marked.add(found.term)
                places.setdefault(index, []).append((*inside, found.term))
        for index, here in places.items():
            _put(pieces[index], [(start, end, self._link(term, page_url)) for start, end, term in here])

    def _link(self, term: str, page_url: str) -> Element:
        href = relative_url(f"{self._page}#term-{term}", page_url)
        return Element("a", {"class": "lp-term", "href": href, "title": self._explanations[term]})


def _running_text(root: Element, stash: Sequence[object]) -> tuple[str, list[_Piece]]:
    """All running text of the tree as one, with GAP for what is left out, and the pieces that it was made of."""
    parts: list[str] = []
    pieces: list[_Piece] = []
    length = 0
    raw = _RawHtml(stash)
    for owner, parent, written in _texts(root):
        text = raw.gap() if owner is None else raw.masked(written)
        parts.append(text)
        if owner is not None and text:
            pieces.append(_Piece(owner, parent, written, length))
        length += len(text)
    return "".join(parts), pieces


def _texts(root: Element) -> Iterator[tuple[Element | None, Element | None, str]]:
    """Each text in the order of reading: its owner and, for a tail, the parent. Without an owner it is a gap."""
    todo: list[tuple[Element, Element | None, bool]] = [(root, None, False)]
    while todo:
        element, parent, is_tail = todo.pop()
        if is_tail:
            if element.tag not in _INLINE:
                yield None, None, ""
            yield element, parent, element.tail or ""
            continue
        if element.tag not in _INLINE:
            yield None, None, ""
        if not isinstance(element.tag, str) or element.tag in _NEVER_IN or _is_out(element):
            continue
        yield element, None, element.text or ""
        for child in reversed(element):
            todo += [(child, element, True), (child, None, False)]


def _is_out(element: Element) -> bool:
    return not _NEVER_IN_CLASS.isdisjoint(element.get("class", "").split())


class _RawHtml:
    """Follows HTML that an author wrote in a line. The tree doesn't know it: a link, say, is two placeholders."""

    def __init__(self, stash: Sequence[object]) -> None:
        self._stash = stash
        self._inside = 0

    def gap(self) -> str:
        """What stands between two blocks; a tag that was left open ends there."""
        self._inside = 0
        return GAP

    def masked(self, text: str) -> str:
        """The text with GAP for each placeholder, and for each letter in HTML where no term is marked."""
        parts = []
        done = 0
        for found in _PLACEHOLDER.finditer(text):
            parts += [self._or_gaps(text[done : found.start()]), GAP * len(found[0])]
            done = found.end()
            if found["stashed"]:
                self._follow(int(found["stashed"]))
        return "".join([*parts, self._or_gaps(text[done:])])

    def _or_gaps(self, text: str) -> str:
        return GAP * len(text) if self._inside else text

    def _follow(self, number: int) -> None:
        tag = _ONE_TAG.fullmatch(str(self._stash[number])) if number < len(self._stash) else None
        if tag and tag["name"].lower() in _NEVER_IN:
            self._inside = max(0, self._inside + (-1 if tag["end"] else 1))


def _put(piece: _Piece, marks: list[tuple[int, int, Element]]) -> None:
    """Put the links into one text of the tree."""
    ends = [start for start, _, _ in marks[1:]] + [len(piece.text)]
    for (start, end, link), until in zip(marks, ends, strict=True):
        link.text = AtomicString(piece.text[start:end])
        link.tail = piece.text[end:until]
    before = piece.text[: marks[0][0]]
    if piece.parent is None:
        piece.owner.text = before
        piece.owner[:0] = [link for _, _, link in marks]
    else:
        piece.owner.tail = before
        at = list(piece.parent).index(piece.owner) + 1
        piece.parent[at:at] = [link for _, _, link in marks]


def met_terms(course: Course, used: Mapping[str, Sequence[Lesson]], page_url: str) -> list[dict[str, str]]:
    """Each term with its link, and the ids of the lessons in which a learner meets it: those that use it (`used`), and
    that which explains it.

    None without a page to look them up.
    """
    glossary_page = page_url_with(course, "terms")
    if glossary_page is None:
        return []
    met = []
    for term in sorted(course.terms.values(), key=lambda term: plain_letters(term.term)):
        lessons = {lesson.id for lesson in used.get(term.id, [])} | ({term.lesson} if term.lesson else set())
        if lessons:
            link = relative_url(f"{glossary_page}#term-{term.id}", page_url)
            met.append({"term": term.term, "link": link, "lessons": " ".join(sorted(lessons))})
    return met
