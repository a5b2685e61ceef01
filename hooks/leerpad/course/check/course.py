"""Checks across files: ids, references, and what a single key can't show."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from leerpad.course.check.directives import check_directives, is_id, report_missing, written_directives
from leerpad.course.check.roles import check_roles
from leerpad.course.load.copies import age
from leerpad.course.load.file_names import is_device
from leerpad.course.load.lists import check_lists
from leerpad.course.model.bibliography import check_bibliography
from leerpad.course.model.glossary import check_glossary
from leerpad.course.model.level_graph import places_by_id
from leerpad.course.model.moves import check_moves
from leerpad.source.diagnostics import START, Position
from leerpad.source.directives import split_argument
from leerpad.source.links import leads_to_a_computer, project_path, runs_script, whole_address
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.names import given_twice, with_suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.course.model.course import Course
    from leerpad.source.diagnostics import Report

RESERVED_IDS = {"index"}
"""Names that the site itself uses for pages."""


class _Name(NamedTuple):
    id: str
    path: str
    position: Position


def check_course(course: Course, report: Report) -> None:
    """Report every fault that shows only when the files are seen together."""
    _check_ids(course, report)
    _check_file_ids(course, report)
    _check_levels(course, report)
    _check_order(course, report)
    _check_recall(course, report)
    check_moves(course, report)
    check_directives(course, report)
    check_roles(course, report)
    _check_references(course, report)
    check_glossary(course, report)
    check_bibliography(course, report)
    check_lists(course, report)
    _check_links(course, report)
    _check_unused(course, report)


def _names(course: Course) -> Iterator[_Name]:
    for level in course.levels:
        yield _Name(level.id, level.document.path, level.document.position(("id",)))
        for page in level.pages:
            yield from _given(course, page.path)
    for quiz in sorted(course.quizzes.values(), key=lambda quiz: age(quiz.path)):
        yield from _given(course, quiz.path)
    for scan in course.scans.values():
        yield from _given(course, scan.path)
    for path, directives in written_directives(course):
        for directive in directives:
            if directive.kind.argument == "note" and is_id(split_argument(directive)[0]):
                yield _Name(split_argument(directive)[0], path, directive.position)


def _given(course: Course, path: str) -> Iterator[_Name]:
    return (_Name(name, path, position) for name, position in course.indexes[path].ids)


def taken_ids(course: Course) -> set[str]:
    """Every id that is used, by files with faults too, and those that the site uses itself."""
    return {name.id for name in _names(course)} | set().union(*course.unread.values()) | RESERVED_IDS


def _check_ids(course: Course, report: Report) -> None:
    names = sorted(_names(course), key=lambda name: age(name.path)[0])  # a copy comes after what it copies
    for name, first in given_twice(names, lambda name: name.id):
        other = f"{first.path}:{first.position.line}"
        report.fault(name.path, name.position, "duplicate_id", id=name.id, other=other)
    for name in names:
        if name.id in RESERVED_IDS:
            report.fault(name.path, name.position, "reserved_id", id=name.id)


def _check_file_ids(course: Course, report: Report) -> None:
    """Ids that become the name of a file or folder of the site, which must exist on any system."""
    named = [(level.document.path, level.document.position(("id",)), level.id) for level in course.levels]
    named += [(page.path, page.document.position(("id",)), page.id) for page in course.level_pages]
    quizzes = [course.quizzes[level.quiz] for level in course.levels if level.quiz in course.quizzes]
    named += [(quiz.path, course.indexes[quiz.path].ids[0].position, quiz.model.id) for quiz in quizzes]
    for path, at, name in named:
        if is_device(name):
            report.fault(path, at, "unfit_id", id=name)


def _check_levels(course: Course, report: Report) -> None:
    closing: dict[str, str] = {}
    for level in course.levels:
        document = level.document
        at = document.position(("quiz",))
        quiz = course.quizzes.get(level.quiz)
        if quiz is None:
            report_missing(course, report, document.path, at, "missing_quiz", level.quiz)
        elif quiz.model.mode != "test":
            report.fault(document.path, at, "level_quiz_not_a_test", id=level.quiz, other=quiz.path)
        if level.quiz in closing:
            report.fault(document.path, at, "quiz_closes_two_levels", id=level.quiz, other=closing[level.quiz])
        closing.setdefault(level.quiz, document.path)


def _check_order(course: Course, report: Report) -> None:
    """What a level says to come after is there, stands before it, and doesn't wait for it."""
    loops, places = course.graph.loops(), places_by_id(course.levels)
    for loop in loops:
        level = course.levels[loop.closes]
        written = level.document.model.after or ()
        number = [places.get(name) for name in written].index(loop.named)
        ring = " → ".join(course.levels[place].id for place in (*loop.members, loop.members[0]))
        at = level.document.position(("after", number))
        report.fault(level.document.path, at, "levels_in_a_loop", loop=ring, id=written[number])
    told = {(loop.closes, loop.named) for loop in loops}
    for place, level in enumerate(course.levels):
        named: list[int | str] = [places.get(name, name) for name in level.document.model.after or ()]
        for number, name in enumerate(level.document.model.after or ()):
            at, before = level.document.position(("after", number)), named[number]
            if isinstance(before, str):
                report_missing(course, report, level.document.path, at, "missing_level", before)
            if before in named[:number]:
                report.fault(level.document.path, at, "same_item", number=named.index(before) + 1)
            elif isinstance(before, int) and before > place and (place, before) not in told:
                report.fault(level.document.path, at, "level_after_later", id=name)


def _check_recall(course: Course, report: Report) -> None:
    """A test can ask again only what came before it."""
    for quiz in course.quizzes.values():
        at, level = course.indexes[quiz.path].recall, course.level_of_quiz.get(quiz.model.id)
        if at is not None and (level is None or not course.levels_before(level)):
            report.fault(quiz.path, at, "recall_without_earlier")


def _check_references(course: Course, report: Report) -> None:
    """What is wrong with each file by itself, and what it names that isn't there."""
    for path, file_index in course.indexed():
        if file_index.own is not None:
            report.include(file_index.own)
        for lesson, at in file_index.lessons:
            report_missing(course, report, path, at, "missing_lesson", lesson)
        for level, at in file_index.levels:
            if level not in course.levels_by_id:
                report_missing(course, report, path, at, "missing_level", level)


def written_links(course: Course) -> Iterator[tuple[str, str, Position]]:
    """Every link that authors wrote: the file that it stands in, its target and its place."""
    for path, file_index in course.indexed():
        for target, at in file_index.links:
            yield path, target, at
    for page in course.docs_pages:
        for target, at in page.links:
            yield page.path, target, at
    for document in (course.glossary, course.bibliography):
        for place, text in document.model.texts() if document else ():
            assert document is not None
            for link in MarkdownText(text).links:
                yield document.path, link.target, document.position(place)


def _check_links(course: Course, report: Report) -> None:
    for path, target, at in written_links(course):
        _check_link(course, report, path, target, at)


def _check_link(course: Course, report: Report, path: str, target: str, at: Position) -> None:
    if runs_script(target):
        report.fault(path, at, "script_link", target=target)
        return
    if leads_to_a_computer(target):
        report.fault(path, at, "local_link", target=target)
        return
    whole = whole_address(target)
    if whole:
        report.fault(path, at, "bare_address", target=target, suggestion=whole)
        return
    wanted = project_path(path, target)
    if wanted is None or not course.targets["file"].is_missing(wanted):
        return
    meant = course.targets["file"].nearest(wanted)
    if meant:
        meant = posixpath.relpath(meant, posixpath.dirname(path))
    code, params = with_suggestion("missing_file", meant, target=target)
    report.fault(path, at, code, **params)


def _check_unused(course: Course, report: Report) -> None:
    if course.unread:
        return  # a file that can't be read may use any of them
    used = {level.quiz for level in course.levels}
    named = {
        (directive.name, split_argument(directive)[0])
        for _, directives in written_directives(course)
        for directive in directives
    }
    for quiz in course.quizzes.values():
        if quiz.model.id not in used and ("quiz", quiz.model.id) not in named:
            report.advice(quiz.path, START, "unused-quiz", id=quiz.model.id)
    for scan in course.scans.values():
        if ("scan", scan.model.id) not in named:
            report.advice(scan.path, START, "unused-scan", id=scan.model.id)
