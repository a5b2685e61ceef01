"""Who keeps what up to date, and before which day it is read again: as written, or as what it belongs to has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from leerpad.course.model.course import Course, Lesson, Level
    from leerpad.course.model.handouts import Handout


class HasUpkeep(Protocol):
    """A file, or a part of one, that may say who keeps it and until when it was looked at."""

    @property
    def owner(self) -> str | None:
        """Who keeps it up to date."""

    @property
    def review_by(self) -> date | None:
        """The day before which somebody reads it again."""


class Upkeep(NamedTuple):
    """An owner and a day; each None where nobody said."""

    owner: str | None
    review_by: date | None


class Kept(NamedTuple):
    """One thing that is kept up to date: its title as readers see it, and the file that it stands in."""

    title: str
    path: str
    upkeep: Upkeep


def upkeep(*written: HasUpkeep) -> Upkeep:
    """The first owner and the first day that are given, from the nearest to the whole course."""
    owners = (one.owner for one in written if one.owner is not None)
    days = (one.review_by for one in written if one.review_by is not None)
    return Upkeep(next(owners, None), next(days, None))


def upkeep_of(course: Course, level: Level, page: Lesson | Handout) -> Upkeep:
    """That of a lesson, or of a card or session."""
    return upkeep(page.document.model, level.document.model, course.settings)


def all_kept(course: Course) -> Iterator[Kept]:
    """Every level, lesson, handout, scan and source, in the order of the course."""
    for level in course.levels:
        yield Kept(level.title, level.document.path, upkeep(level.document.model, course.settings))
        for page in level.pages:
            yield Kept(page.title, page.path, upkeep_of(course, level, page))
    for scan in course.scans.values():
        yield Kept(scan.model.title, scan.path, upkeep(scan.model, course.settings))
    if course.bibliography:
        path, file = course.bibliography.path, course.bibliography.model
        for source in file.sources:
            yield Kept(source.title, path, upkeep(source, file, course.settings))
