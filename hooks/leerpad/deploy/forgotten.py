"""Pages of levels that got another address since the last commit, and don't name the old one: links would break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.course.model.moves import addresses
from leerpad.site.plan.version import git
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText
from leerpad.source.front_matter import split_front_matter
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.course import Course, Lesson
    from leerpad.course.model.handouts import Handout

_PAGE = re.compile(r"modules/(?P<folder>\d+-[^/]+)/(?:\d+-)?(?P<name>[^/_.][^/]*)\.md")


def tell_forgotten_moves(course: Course, project: Path, report: Report) -> None:
    """Advise to name the old address, where git knows it. A page is the same if its id or its title is."""
    changed = git(
        project, "diff", "--name-only", "--relative", "--no-renames", "--diff-filter=DM", "-z", "HEAD", "--", "modules"
    )
    known = addresses(course)
    for path in changed.split("\0"):
        named = _PAGE.fullmatch(path)
        before = _keys(git(project, "show", f"HEAD:./{path}"), is_lesson=True) if named else {}
        level = _keys(git(project, "show", f"HEAD:./modules/{named['folder']}/level.yml")) if named and before else {}
        if not named or "id" not in level:
            continue
        name, title = before.get("id", named["name"]), before.get("title")
        address = f"{level['id']}/{name}"
        page = _same(course, name, title)
        if address not in known and page is not None:
            report.advice(page.path, page.document.position(("title",)), "moved-without-address", address=address)


def _same(course: Course, name: str, title: object) -> Lesson | Handout | None:
    pages = {page.id: page for page in course.level_pages}
    alike = [page for page in pages.values() if page.title == title]
    return pages.get(name) or (alike[0] if len(alike) == 1 else None)


def _keys(text: str, *, is_lesson: bool = False) -> dict[str, str]:
    """The keys with a text of a file as it was; none if it can't be read."""
    if not text:
        return {}
    source = SourceText("", text.replace("\r\n", "\n"))
    parts = split_front_matter(source, Report()) if is_lesson else None
    tree = parts.front_matter if parts else None if is_lesson else read_tree(source, Report())
    return {key: value for key, value in tree.data().items() if isinstance(value, str)} if tree else {}
