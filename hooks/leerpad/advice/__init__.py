"""Advice: what an author probably wants to change, though the site can be built. Given by `check`, not in builds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.advice import answers, coverage, markdown, pace, questions, roles, sentences, starters, structure, tests
from leerpad.advice.codes import CODES
from leerpad.advice.language import load_language
from leerpad.advice.pieces import pieces_of
from leerpad.advice.silence import WHOLE_COURSE, keep_unsilenced
from leerpad.source.front_matter import body_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leerpad.course.model.course import Course
    from leerpad.source.diagnostics import Diagnostic, Report
    from leerpad.source.files import SourceText

__all__ = ["CODES", "advise"]


def advise(course: Course, sources: Mapping[str, SourceText], language: str, report: Report) -> None:
    """Add all advice to the report, and leave out what is silenced, also of what is in it already.

    `sources` are the files as written, by project path (see `read_sources`). With faults in the report the course is
    not whole: then nothing is said that another file could make untrue.
    """
    is_whole = not report.faults
    knowledge = load_language(language)
    pages = {path: body_of(source) for path, source in sources.items() if path.endswith(".md")}
    found: list[Diagnostic] = [
        *sentences.advice(pieces_of(course, pages), knowledge, is_whole=is_whole),
        *structure.advice(course, pages),
        *pace.advice(course, pages),
        *roles.advice(course),
        *markdown.advice(pages),
        *starters.advice(sources, language),
        *questions.advice(course, knowledge),
        *tests.advice(course, {fault.path for fault in report.faults}),
        *answers.advice(course, sources),
    ]
    earlier = report.take_advice()
    found += [old for old in earlier if is_whole or old.code not in WHOLE_COURSE]
    if is_whole:
        found += coverage.advice(course)
    report.add(keep_unsilenced(found, sources, pages, is_whole=is_whole))
