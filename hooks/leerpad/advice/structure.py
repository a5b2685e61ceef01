"""Advice on the build of a page: headings, images, length, and links into pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions.toc import slugify, unique

from leerpad.advice.finding import Finding
from leerpad.advice.language import words_of
from leerpad.advice.pieces import quiz_pieces
from leerpad.advice.prose import blank, headings_of, without_comments
from leerpad.course.course import WORDS_PER_MINUTE
from leerpad.source.diagnostics import Position, Report
from leerpad.source.directives import find_directives
from leerpad.source.front_matter import body_of
from leerpad.source.links import find_links, project_path, without_code_spans
from leerpad.source.markdown_blocks import outside_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leerpad.course.course import Course, Lesson
    from leerpad.source.files import SourceText

TOO_LONG = 1.5
"""So many times the promised minutes is far over them."""

_IMAGE = re.compile(r"!\[\s*\](?=[(\[])")
_IMAGE_TAG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ALT = re.compile(r"\salt\s*=", re.IGNORECASE)
_OWN_ID = re.compile(r"""\bid\s*=\s*["']?([^"'\s>]+)|\{:?[^{}]*#([\w-]+)[^{}]*\}""")
_LINK_TEXT = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*\}\s*$")
_SETEXT = re.compile(r"^(?:=+|-+)\s*$")


def advice(course: Course, sources: Mapping[str, SourceText]) -> Iterator[Finding]:
    """All advice on the structure of lessons, and on links into any page."""
    for lesson in course.lessons.values():
        yield from _headings(lesson)
        yield from _images(lesson)
        yield from _minutes(lesson)
    yield from _anchors(course, sources)


def _headings(lesson: Lesson) -> Iterator[Finding]:
    before = 1  # the title of the page
    for heading in headings_of(lesson.body):
        if heading.level == 1 or heading.level > before + 1:
            params = {"level": heading.level, "right": before + 1 if heading.level > 1 else 2}
            yield Finding(lesson.path, Position(lesson.body_line + heading.line, 1), "koppen-volgorde", params)
        before = max(heading.level, 2) if heading.level == 1 else heading.level


def _images(lesson: Lesson) -> Iterator[Finding]:
    for number, line in outside_code(without_comments(lesson.body).split("\n")):
        text = without_code_spans(line)
        places = [match.start() for match in _IMAGE.finditer(text)]
        places += [tag.start() for tag in _IMAGE_TAG.finditer(text) if not _ALT.search(tag[0])]
        for column in sorted(places):
            yield Finding(lesson.path, Position(lesson.body_line + number, column + 1), "beeld-zonder-tekst")


def _minutes(lesson: Lesson) -> Iterator[Finding]:
    promised = lesson.document.model.minutes
    readable = [blank(line) for _, line in outside_code(without_comments(lesson.body).split("\n"))]
    words = sum(len(words_of(line)) for line in readable)
    if promised is not None and words > promised * WORDS_PER_MINUTE * TOO_LONG:
        position = lesson.document.position(("minutes",))
        params = {"minutes": promised, "needed": round(words / WORDS_PER_MINUTE), "words": words}
        yield Finding(lesson.path, position, "les-langer-dan-minuten", params)


def _anchors(course: Course, sources: Mapping[str, SourceText]) -> Iterator[Finding]:
    known = _Anchors(course, sources)
    for path, source in sources.items():
        if path.endswith(".md"):
            body, first_line = body_of(source)
            for link in find_links(body):
                yield from _anchor(path, link.target, Position(first_line + link.line, link.column), known)
    for piece in quiz_pieces(course):
        for link in find_links(piece.markdown):
            yield from _anchor(piece.path, link.target, piece.position, known)


def _anchor(path: str, target: str, position: Position, known: _Anchors) -> Iterator[Finding]:
    file, _, anchor = target.partition("#")
    wanted = project_path(path, file) if file else path
    if not anchor or wanted is None or not wanted.endswith(".md"):
        return
    anchors = known.of(wanted)
    if anchors is not None and anchor not in anchors:
        yield Finding(path, position, "dood-anker", {"target": target, "file": wanted})


class _Anchors:
    """The anchors of pages, each page read when a link first leads into it."""

    def __init__(self, course: Course, sources: Mapping[str, SourceText]) -> None:
        self.course = course
        self.sources = sources
        self.read: dict[str, set[str]] = {}

    def of(self, path: str) -> set[str] | None:
        """The anchors of a page; None if there is no such page: that is a fault already."""
        if path not in self.sources:
            return None
        if path not in self.read:
            body, _ = body_of(self.sources[path])
            self.read[path] = anchors_of(body) | self._of_directives(path, body)
        return self.read[path]

    def _of_directives(self, path: str, body: str) -> set[str]:
        """What the directives on a page bring: a quiz with its questions, the terms, the sources."""
        found = set()
        for directive in find_directives(path, body, 1, Report()):
            quiz = self.course.quizzes.get(directive.argument) if directive.name == "quiz" else None
            if directive.name == "terms":
                found |= {f"begrip-{term}" for term in self.course.terms}
            elif directive.name == "sources":
                found |= {f"bron-{source}" for source in self.course.references}
            elif quiz is not None:
                found |= {f"quiz-{quiz.model.id}", *(f"vraag-{question.id}" for question in quiz.model.questions)}
        return found


def anchors_of(body: str) -> set[str]:
    """The anchors of a Markdown page: of its headings, as Python-Markdown names them, and those of its own HTML."""
    found: set[str] = set()
    for line in _heading_texts(body):
        if not re.search(r"\{[^{}]*#[\w-]+[^{}]*\}\s*$", line):
            text = _LINK_TEXT.sub(r"\1", _ATTRIBUTES.sub("", line))
            found.add(unique(slugify(re.sub(r"[*`]|<[^<>]*>|(?<!\w)_|_(?!\w)", "", text), "-"), found))
    for _, line in outside_code(body.split("\n")):
        for match in _OWN_ID.finditer(without_code_spans(line)):
            found.add(match[1] or match[2])
    return found


def _heading_texts(body: str) -> Iterator[str]:
    """The headings, those with a line under them too."""
    under = {heading.line: heading.text for heading in headings_of(body)}
    lines = dict(outside_code(without_comments(body).split("\n")))
    for number, line in lines.items():
        before = lines.get(number - 1, "").strip()
        if _SETEXT.match(line) and before:
            under[number - 1] = before
    for number in sorted(under):
        yield under[number]
