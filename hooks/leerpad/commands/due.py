"""`due`: what is to be read again, by whom and before which day. Made for whoever keeps the list, such as HR."""

from __future__ import annotations

import argparse
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from leerpad.commands.project import language_of, roots_of
from leerpad.course.load.course import load_course
from leerpad.course.model.upkeep import all_kept
from leerpad.locales import load_locale
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from leerpad.commands.project import Commands
    from leerpad.course.model.course import Course
    from leerpad.course.model.upkeep import Kept
    from leerpad.locales import Locale


def add(commands: Commands, locale: Locale) -> None:
    """The command `due`."""
    due = commands.add_parser("due", help=locale.text("due.help"))
    due.add_argument("--until", type=day_in(locale), metavar="2027-12-31", help=locale.text("due.until"))
    due.set_defaults(run=_run)


def _run(project: Path, asked: argparse.Namespace) -> int:
    locale = load_locale(language_of(project))
    print("\n".join(tell(load_course(roots_of(project), Report()), locale, date.today(), asked.until)))
    return 0


def tell(course: Course, locale: Locale, today: date, until: date | None) -> Iterator[str]:
    """The list, the earliest day first; with `until` only what is due by then. What has no day comes at the end."""
    kept = list(all_kept(course))
    dated = [one for one in kept if one.upkeep.review_by and (until is None or one.upkeep.review_by <= until)]
    for (day, owner), group in groupby(sorted(dated, key=_by_day), key=_by_day):
        named = owner or locale.text("due.no_owner")
        key = "due.passed" if day <= today else "due.before"
        yield locale.text(key, day=locale.day(day), owner=named)
        yield from (locale.text("due.line", title=one.title, path=one.path) for one in group)
        yield ""
    if not dated:
        yield locale.text("due.none")
    undated = sum(one.upkeep.review_by is None for one in kept)
    if undated:
        yield locale.plural("due.undated", undated)


def _by_day(one: Kept) -> tuple[date, str]:
    return one.upkeep.review_by or date.max, one.upkeep.owner or ""


def day_in(locale: Locale) -> Callable[[str], date]:
    """Reads a day that somebody types; argparse hears what is wrong with another text."""

    def day(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise argparse.ArgumentTypeError(locale.text("due.not_a_day", value=text)) from None

    return day
