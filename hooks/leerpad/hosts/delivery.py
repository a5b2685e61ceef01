"""What a built site gets beside its pages: it depends on whether a server gives it out, or a learning system."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.deploy.lms import DELIVERY, LEVEL, LMS, SHARED
from leerpad.deploy.lms.scripts_apart import set_scripts_apart
from leerpad.deploy.lms.trim import trim
from leerpad.deploy.notices import MATERIAL, write_notices
from leerpad.deploy.offline import write_worker
from leerpad.deploy.servers import furnish
from leerpad.hosts.material import NOT_READ, STYLES, calmed, calmed_name, other_languages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.course.model.course import Course
    from leerpad.hosts.config import HostConfig
    from leerpad.locales import Locale


def is_for_lms() -> bool:
    """Whether this build becomes a package for a learning system."""
    return os.environ.get(DELIVERY) == LMS


def own_words() -> tuple[str, ...]:
    """The endings of words that hold in this build only, the most exact last: see Locale.for_delivery."""
    if not is_for_lms():
        return ()
    return (LMS, f"{LMS}_shared") if os.environ.get(SHARED) else (LMS,)


def level_alone() -> str | None:
    """The id of the level of which alone this package is, if it isn't of all."""
    return os.environ.get(LEVEL) or None if is_for_lms() else None


def keeps_offline(course: Course, *, is_serving: bool) -> bool:
    """Whether browsers keep the site. Not under `serve`: an author must see what was just written."""
    return course.settings.offline and not is_serving and not is_for_lms()


def deliver(
    config: HostConfig,
    course: Course,
    locale: Locale,
    *,
    is_serving: bool = False,
    theme: str = MATERIAL,
    made: Iterable[str] = (),
) -> None:
    """Make the site ready for any server, or for a learning system, which asks for little.

    `theme` names what is said of its licences; `made` is HTML that its scripts make and that needs a permission.
    """
    site, later = Path(config.site_dir), other_languages(locale.language)
    for file in [*site.glob(STYLES)]:
        file.write_bytes(calmed(file.read_text("utf-8")).encode())
        file.replace(file.with_name(calmed_name(file.name)))
    write_notices(site, theme)
    if is_for_lms():
        trim(site, rf"{NOT_READ}|{later}|^404\.html$")
        set_scripts_apart(site)
        return
    if not is_serving:  # the server's own script, which reloads pages, would be against the policy
        furnish(site, locale, config.site_url, course.settings.framed_by, made)
    write_worker(site, locale, keeps=keeps_offline(course, is_serving=is_serving), never=NOT_READ, later=later)
