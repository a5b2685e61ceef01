"""Advice on the build of a page: headings, images and length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.advice.finding import Finding
from leerpad.advice.language import words_of
from leerpad.advice.prose import blank, headings_of, without_comments
from leerpad.course.model.course import WORDS_PER_MINUTE
from leerpad.source.diagnostics import Position
from leerpad.source.markdown_blocks import outside_code, without_code_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.course.model.course import Course, Lesson

TOO_LONG = 1.5
"""So many times the promised minutes is far over them."""

_IMAGE = re.compile(r"!\[\s*\](?=[(\[])")
_IMAGE_TAG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ALT = re.compile(r"\salt\s*=", re.IGNORECASE)


def advice(course: Course) -> Iterator[Finding]:
    """All advice on the structure of lessons."""
    for lesson in course.lessons.values():
        yield from _headings(lesson)
        yield from _images(lesson)
        yield from _minutes(lesson)


def _headings(lesson: Lesson) -> Iterator[Finding]:
    before = 1  # the title of the page
    for heading in headings_of(lesson.body):
        if heading.level == 1 or heading.level > before + 1:
            params = {"level": heading.level, "right": before + 1 if heading.level > 1 else 2}
            yield Finding(lesson.path, Position(lesson.body_line + heading.line, 1), "heading-order", params)
        before = max(heading.level, 2) if heading.level == 1 else heading.level


def _images(lesson: Lesson) -> Iterator[Finding]:
    for number, line in outside_code(without_comments(lesson.body).split("\n")):
        text = without_code_spans(line)
        places = [match.start() for match in _IMAGE.finditer(text)]
        places += [tag.start() for tag in _IMAGE_TAG.finditer(text) if not _ALT.search(tag[0])]
        for column in sorted(places):
            yield Finding(lesson.path, Position(lesson.body_line + number, column + 1), "image-without-text")


def _minutes(lesson: Lesson) -> Iterator[Finding]:
    promised = lesson.document.model.minutes
    readable = [blank(line) for _, line in outside_code(without_comments(lesson.body).split("\n"))]
    words = sum(len(words_of(line)) for line in readable)
    if promised is not None and words > promised * WORDS_PER_MINUTE * TOO_LONG:
        position = lesson.document.position(("minutes",))
        params = {"minutes": promised, "needed": round(words / WORDS_PER_MINUTE), "words": words}
        yield Finding(lesson.path, position, "longer-than-minutes", params)
