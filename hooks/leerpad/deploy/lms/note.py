"""The note for HR that stands beside a package: what it is, how to add it, and what the learning system is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.model.packages import ALL_TESTS
from leerpad.deploy.lms.package import KINDS

if TYPE_CHECKING:
    from leerpad.course.model.course import Course
    from leerpad.course.model.packages import Packages
    from leerpad.deploy.lms.package import Wish
    from leerpad.locales import Locale
    from leerpad.site.plan.version import Version


def note_for_hr(course: Course, locale: Locale, wish: Wish, name: str, title: str, version: Version) -> str:
    """The text of the note."""
    packages = course.settings.packages
    parts = {
        "done": _done(course, packages, wish, locale),
        "status": locale.text(f"lms.note.status_{_status(wish, packages)}"),
        "told": locale.text(f"lms.note.answers_{str(packages.answers).lower()}"),
        "resume": locale.text(f"lms.note.resume_{packages.resume}"),
        "system": "\n" + locale.text(f"lms.for.{wish.system}") if wish.system else "",
        "device": locale.text(f"lms.note.device_{str(packages.keep_on_device).lower()}"),
    }
    parts |= {"title": title, "file": name, "kind": KINDS[wish.kind].title(wish.edition)}
    return locale.text("lms.note.text", day=version.day, commit=version.short, **parts)


def _done(course: Course, packages: Packages, wish: Wish, locale: Locale) -> str:
    asked = packages.level or (wish.level if packages.completion == ALL_TESTS else None)
    if asked is not None:
        level = next(level for level in course.levels if level.id == asked)
        return locale.text("lms.note.done_level", level=level.title)
    return locale.text(f"lms.note.done_{packages.completion}")


def _status(wish: Wish, packages: Packages) -> str:
    if not packages.asks_tests:
        return "completed"
    if wish.kind == "scorm12":
        return packages.done_status
    return "both"
