"""Whether the steps and actions of lessons are for roles that the course has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.course.model.files import UNREAD_SETTINGS
from leerpad.course.model.roles import ids_by_name, plain_name
from leerpad.source.names import Names, did_you_mean, listed

if TYPE_CHECKING:
    from leerpad.course.model.course import Course, Lesson
    from leerpad.source.diagnostics import Report


def check_roles(course: Course, report: Report) -> None:
    """Report each role that is none, and each that is named where no reader profits from it."""
    if course.settings is UNREAD_SETTINGS:
        return
    for lesson in course.lessons.values():
        _check_actions(course, lesson, report)
        if course.settings.roles:
            _check_steps(course, lesson, report)


def _check_actions(course: Course, lesson: Lesson, report: Report) -> None:
    ids = [role.id for role in course.settings.roles]
    for number, action in enumerate(lesson.actions):
        if action.role is None or action.role in ids:
            continue
        at = lesson.document.position(("actions", number, "role"))
        if not ids:
            report.fault(lesson.path, at, "role_without_roles", id=action.role)
            continue
        code, params = did_you_mean("unknown_role", action.role, Names(ids), id=action.role, known=listed(ids))
        report.fault(lesson.path, at, code, **params)


def _check_steps(course: Course, lesson: Lesson, report: Report) -> None:
    names = [role.name for role in course.settings.roles]
    known = ids_by_name(course.settings.roles)
    for step in lesson.role_steps:
        is_role = plain_name(step.name) in known
        if not step.is_marked and is_role:
            report.fault(lesson.path, step.position, "role_not_marked", name=step.name)
        elif step.is_marked and step.has_colon and not is_role:
            code, params = _unknown(step.name, names)
            report.fault(lesson.path, step.position, code, **params)


def _unknown(name: str, names: list[str]) -> tuple[str, dict[str, object]]:
    """What is wrong with a name that is no role: it says more than one, is misspelt, or something else."""
    within = [role for role in names if re.search(rf"\b{re.escape(plain_name(role))}\b", plain_name(name))]
    if within:
        return "role_with_more", {"name": name, "role": within[0]}
    return did_you_mean("unknown_role_step", name, Names(names), name=name, known=listed(names))
