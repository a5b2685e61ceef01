"""What each directive refers to: one check for each kind of argument."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.course.check.splits import check_splits
from leerpad.questions import TYPES
from leerpad.source.directives import DIRECTIVES, split_argument
from leerpad.source.limits import LIMITS
from leerpad.source.names import ID_PATTERN, Names, did_you_mean, given_twice

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.course.model.course import Course
    from leerpad.source.diagnostics import Position, Report
    from leerpad.source.directives import Directive


def check_directives(course: Course, report: Report) -> None:
    """Report arguments that lead nowhere, and directives that show the same twice on a page."""
    written = written_directives(course)
    check_splits(course, written, report)
    for path, directives in written:
        shown = []
        for directive in directives:
            kind = DIRECTIVES[directive.name].argument
            if kind in _NEED_AN_ID and not directive.argument:
                report.fault(path, directive.position, "directive_without_id", name=directive.name)
                continue
            _CHECKS[kind](course, path, directive, report)
            if kind != "note":  # two that are the same have the same id: that is said already
                shown.append(directive)
        for directive, first in given_twice(shown, _name_of):
            line = first.position.line
            report.fault(path, directive.position, "duplicate_directive", name=directive.name, line=line)


def written_directives(course: Course) -> list[tuple[str, tuple[Directive, ...]]]:
    """The directives of each lesson and of each page of `docs/`, with its path."""
    pages = [(lesson.path, lesson.directives) for lesson in course.lessons.values()]
    return pages + [(page.path, page.directives) for page in course.docs_pages]


def _name_of(directive: Directive) -> tuple[str, ...]:
    return directive.name, *split_argument(directive)


def is_id(name: str) -> bool:
    """Whether an author may use this as an id."""
    return re.fullmatch(ID_PATTERN, name) is not None


def report_missing(course: Course, report: Report, path: str, at: Position, code: str, wanted: str) -> None:
    """Report a reference to nothing. `code` is `missing_` and what it refers to."""
    targets = course.targets[code.removeprefix("missing_")]
    if targets.is_missing(wanted):
        code, params = did_you_mean(code, wanted, targets, id=wanted)
        report.fault(path, at, code, **params)


def _check_nothing(_: Course, path: str, directive: Directive, report: Report) -> None:
    if directive.argument:
        report.fault(path, directive.position, "unexpected_argument", name=directive.name)


def _check_quiz(course: Course, path: str, directive: Directive, report: Report) -> None:
    report_missing(course, report, path, directive.position, "missing_quiz", split_argument(directive)[0])


def _check_scan(course: Course, path: str, directive: Directive, report: Report) -> None:
    report_missing(course, report, path, directive.position, "missing_scan", directive.argument)


def _check_question_type(_: Course, path: str, directive: Directive, report: Report) -> None:
    name = directive.argument
    if name not in TYPES:
        code, params = did_you_mean("unknown_type", name, Names(TYPES), value=name, known=", ".join(TYPES))
        report.fault(path, directive.position, code, **params)


def _check_note(_: Course, path: str, directive: Directive, report: Report) -> None:
    name, prompt = split_argument(directive)
    if not prompt:
        report.fault(path, directive.position, "reflect_without_prompt")
    elif not is_id(name):
        report.fault(path, directive.position, "bad_id", key="id", value=name)
    elif len(name) > LIMITS["id"]:
        params = {"key": "id", "value": f"{name[:40]}…", "length": len(name), "maximum": LIMITS["id"]}
        report.fault(path, directive.position, "id_too_long", **params)


_NEED_AN_ID = ("quiz", "scan", "question_type")
_CHECKS: dict[str, Callable[[Course, str, Directive, Report], None]] = {
    "nothing": _check_nothing,
    "quiz": _check_quiz,
    "scan": _check_scan,
    "question_type": _check_question_type,
    "note": _check_note,
}
