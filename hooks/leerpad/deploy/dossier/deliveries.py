"""What leaves the browser and what never does, for each way in which a course reaches its learners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.deploy.lms.package import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.course.model.files import Settings
    from leerpad.course.model.packages import Packages

SITE = "site"
DELIVERIES = (SITE, *KINDS)


def package_name(delivery: str) -> str:
    """The name of a kind of package, of any edition."""
    return KINDS[delivery].name.format(edition="2004")


@dataclass(frozen=True)
class Kept:
    """One kind of data about a learner, by the parts of the progress document that hold it.

    `packed` says what a package does with it: `bookmark` and `list` go to the learning system, `private` stays on the
    device, and `window` is gone when the window closes.
    """

    name: str
    parts: tuple[str, ...]
    packed: Callable[[Packages], str]


def _always(packages: Packages) -> str:
    return "bookmark"


def _answers(packages: Packages) -> str:
    is_kept = packages.resume == "answers"
    if packages.answers:
        return "list_and_bookmark" if is_kept else "list"
    return "bookmark" if is_kept else _never(packages)


def _never(packages: Packages) -> str:
    return "private" if packages.keep_on_device else "window"


KEPT = (
    Kept("lessons", ("lessons", "opened"), _always),
    Kept("scores", ("quizzes",), _always),
    Kept("answers", ("quizzes",), _answers),
    Kept("notes", ("notes",), _never),
    Kept("predictions", ("predictions",), _never),
    Kept("scans", ("scans", "pastScans", "shown"), _never),
    Kept("plan", ("plan", "looks"), _never),
    Kept("talk", ("talk",), _never),
    Kept("reviews", ("reviews",), _never),
    Kept("name", ("name",), _never),
    Kept("settings", ("settings",), _never),
    Kept("unread", ("unread",), _never),
    Kept("wiped", ("wiped",), _always),
)
ABOUT_THE_COURSE = {"version", "course"}
"""Parts of the progress document that say nothing of a learner."""
TOLD = ("learner", "status", "score", "time", "place")
"""What a learning system knows or is told besides what is kept."""


def where_kept(kept: Kept, delivery: str, packages: Packages) -> str:
    """The key of the words for what becomes of this in a delivery."""
    return "browser" if delivery == SITE else kept.packed(packages)


def what_is_told(told: str, delivery: str) -> str:
    """The key of the words for what a learning system gets of this."""
    if delivery == SITE:
        return "nobody"
    if told == "learner":
        return "each_message" if delivery == "cmi5" else "known"
    if told == "place" and delivery == "cmi5":
        return "bookmark"
    return "told"


def given_by_hand(settings: Settings) -> list[str]:
    """What learners can take out of their browser themselves, as this course is set."""
    offered = {
        "copy": True,
        "results": settings.share_results,
        "calendar": settings.calendar,
        "manager_card": settings.manager_card,
        "print": True,
        "address": True,
    }
    return [name for name, is_offered in offered.items() if is_offered]


def choices(settings: Settings) -> dict[str, object]:
    """The settings that decide what this dossier says, with their values."""
    packages = settings.packages
    return {
        "offline": settings.offline,
        "share_results": settings.share_results,
        "badges": settings.badges is not None,
        "team_picture": settings.team_picture or False,
        "calendar": settings.calendar,
        "manager_card": settings.manager_card,
        "framed_by": " ".join(settings.framed_by) or None,
        "packages.completion": packages.completion,
        "packages.done_status": packages.done_status,
        "packages.answers": packages.answers,
        "packages.resume": packages.resume,
        "packages.keep_on_device": packages.keep_on_device,
    }
