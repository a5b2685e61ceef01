"""Advice on days that have come. Only the command `check` asks for it: no build follows from a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.load.settings import place_of_setting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from leerpad.course.model.course import Course
    from leerpad.source.diagnostics import Position, Report

KEY = "review_by"


def tell_due(course: Course, settings: Path, today: date, report: Report) -> None:
    """Advise to read again, once at each place where the day is written, whatever inherits it."""
    for path, position, day in _written(course, settings):
        if day is not None and day <= today:
            report.advice(path, position, "review-due", day=day.isoformat())


def _written(course: Course, settings: Path) -> Iterator[tuple[str, Position, date | None]]:
    yield settings.name, place_of_setting(settings, KEY), course.settings.review_by
    for level in course.levels:
        yield level.document.path, level.document.position((KEY,)), level.document.model.review_by
        for page in level.pages:
            yield page.path, page.document.position((KEY,)), page.document.model.review_by
    for scan in course.scan_documents():
        yield scan.path, scan.position((KEY,)), scan.model.review_by
    if file := course.bibliography:
        yield file.path, file.position((KEY,)), file.model.review_by
        for index, source in enumerate(file.model.sources):
            yield file.path, file.position(("sources", index, KEY)), source.review_by
