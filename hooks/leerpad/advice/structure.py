"""Advice on the build of a page: headings, images and length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.advice.language import words_of
from leerpad.advice.prose import blank, headings_of
from leerpad.course.model.quiz_time import lesson_time
from leerpad.source.diagnostics import advice_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leerpad.course.model.course import Course, Lesson
    from leerpad.course.model.handouts import Handout
    from leerpad.source.diagnostics import Diagnostic
    from leerpad.source.markdown_text import MarkdownText

TOO_LONG = 1.5
"""So many times the promised minutes is far over them."""

MOST_ON_A_SHEET = 500
"""So many words of a handout, with headings and lists among them, fit on a sheet of A4 as it is printed."""

_IMAGE = re.compile(r"!\[\s*\](?=[(\[])")
_IMAGE_TAG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ALT = re.compile(r"\salt\s*=", re.IGNORECASE)


def advice(course: Course, pages: Mapping[str, MarkdownText]) -> Iterator[Diagnostic]:
    """All advice on the structure of lessons and handouts, whose texts come with their paths."""
    for lesson in course.lessons.values():
        page = pages[lesson.path]
        yield from _headings(lesson.path, page)
        yield from _images(lesson.path, page)
        yield from _minutes(course, lesson)
    for handout in course.handouts.values():
        page = pages[handout.path]
        yield from _headings(handout.path, page)
        yield from _images(handout.path, page)
        yield from _sheet(handout, page)


def _headings(path: str, page: MarkdownText) -> Iterator[Diagnostic]:
    before = 1  # the title of the page
    for heading in headings_of(page):
        if heading.level == 1 or heading.level > before + 1:
            params = {"level": heading.level, "right": before + 1 if heading.level > 1 else 2}
            yield advice_at(path, page.at(heading.line, 1), "heading-order", params)
        before = max(heading.level, 2) if heading.level == 1 else heading.level


def _images(path: str, page: MarkdownText) -> Iterator[Diagnostic]:
    for number, text in enumerate(page.readable):
        places = [match.start() for match in _IMAGE.finditer(text)]
        places += [tag.start() for tag in _IMAGE_TAG.finditer(text) if not _ALT.search(tag[0])]
        for column in sorted(places):
            yield advice_at(path, page.at(number, column + 1), "image-without-text")


def _sheet(handout: Handout, page: MarkdownText) -> Iterator[Diagnostic]:
    words = _count_words(page)
    if words > MOST_ON_A_SHEET:
        params = {"words": words, "most": MOST_ON_A_SHEET}
        yield advice_at(handout.path, handout.document.position(("title",)), "handout-too-long", params)


def _count_words(page: MarkdownText) -> int:
    return sum(len(words_of(blank(line))) for line in page.readable)


def _minutes(course: Course, lesson: Lesson) -> Iterator[Diagnostic]:
    promised, needed = lesson.document.model.minutes, lesson_time(lesson, course.quizzes)
    if promised is not None and needed > promised * TOO_LONG:
        params = {"minutes": promised, "needed": round(needed)}
        yield advice_at(lesson.path, lesson.document.position(("minutes",)), "longer-than-minutes", params)
