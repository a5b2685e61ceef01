"""The guide in the site: its pages, pictures and menu. Readers of a published site have no part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.course.model.moves import Move
from leerpad.guide import ADMINISTRATORS, AUTHORS, PICTURES, PLACE, is_of_guide, load_guide, picture_file

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.course import Course
    from leerpad.guide import GuidePage
    from leerpad.locales import Locale


@dataclass(frozen=True)
class Guide:
    """What the engine adds to a site. `menu` has the title of each part, with the sources of its pages."""

    pages: tuple[GuidePage, ...] = ()
    pictures: tuple[tuple[str, Path], ...] = ()
    menu: tuple[tuple[str, tuple[str, ...]], ...] = ()
    moves: tuple[Move, ...] = ()


def plan_guide(course: Course, locale: Locale) -> Guide:
    """The guide in the language of the site; nothing where the course comes without it.

    A page that the course has itself at the place of one of ours takes that place. Its other pages come behind ours.
    """
    if not course.guide:
        return Guide()
    own = [page.path.removeprefix("docs/") for page in course.docs_pages if is_of_guide(page.path)]
    pages = tuple(page for page in load_guide(locale.language) if page.uri not in own)
    pictures = tuple(
        (f"{PLACE}{name}", picture_file(name, locale.language))
        for name in PICTURES
        if f"docs/{PLACE}{name}" in course.guide
    )
    authors, administrators = (tuple(f"{PLACE}{name}.md" for name in names) for names in (AUTHORS, ADMINISTRATORS))
    others = tuple(uri for uri in own if uri not in (*authors, *administrators))
    menu = (
        (locale.text("guide.authors"), (*authors, *others)),
        (locale.text("guide.administrators"), administrators),
    )
    moves = (Move(page.moved_from, page.uri.removesuffix(".md"), page.title) for page in pages if page.moved_from)
    return Guide(pages, pictures, menu, tuple(moves))
