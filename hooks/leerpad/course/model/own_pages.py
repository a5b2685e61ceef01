"""The pages that the engine makes itself: the learner's own, and those for others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.course.model.files import Settings


@dataclass(frozen=True)
class OwnPage:
    """A page that the engine makes itself.

    `is_for_others`: not for a learner; nothing that a learner opens loads what it needs. `has_it` says of the settings
    of a course whether it has this page.
    """

    is_for_others: bool = False
    has_it: Callable[[Settings], bool] = lambda _: True


OWN: dict[str, OwnPage] = {
    "progress": OwnPage(),
    "reviews": OwnPage(has_it=lambda settings: bool(settings.reviews.days)),
    "plan": OwnPage(),
    "notes": OwnPage(),
    "certificate": OwnPage(),
    "team": OwnPage(True, lambda settings: settings.team_picture is not None and settings.share_results),
    "verify": OwnPage(True, lambda settings: settings.badges is not None),
}
"""All by the name of their element, in their order in a menu; `leerpad:<name>` stands for one in a navigation."""


def own_pages(settings: Settings) -> list[str]:
    """The names of those that a course has: no page of reviews, say, where nothing comes back."""
    return [name for name, page in OWN.items() if page.has_it(settings)]
