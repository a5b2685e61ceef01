"""Advice on steps for roles: a practice box that gives steps to some roles, and none to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.model.roles import ids_by_name, plain_name
from leerpad.source.diagnostics import advice_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.course.model.course import Course
    from leerpad.source.diagnostics import Diagnostic


def advice(course: Course) -> Iterator[Diagnostic]:
    """Lessons in which readers of a role find steps for others only."""
    known = ids_by_name(course.settings.roles)
    for lesson in course.lessons.values():
        steps = [step for step in lesson.role_steps if step.is_marked and plain_name(step.name) in known]
        told = {known[plain_name(step.name)] for step in steps}
        missing = [role.name for role in course.settings.roles if role.id not in told]
        if steps and missing:
            names = ", ".join(f"“{name}”" for name in missing)
            yield advice_at(lesson.path, steps[0].position, "role-left-out", {"names": names, "first": missing[0]})
