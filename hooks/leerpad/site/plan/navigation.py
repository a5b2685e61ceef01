"""The navigation that mkdocs.yml wishes for, with the pages in it that the engine makes."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from leerpad.course.model.own_pages import OWN
from leerpad.guide import is_of_guide
from leerpad.site.plan.pages import DOCS
from leerpad.source.diagnostics import START
from leerpad.source.links import runs_script
from leerpad.source.names import Names, did_you_mean, listed, suggestion, with_suggestion

if TYPE_CHECKING:
    from leerpad.course.model.course import Course
    from leerpad.site.plan.pages import Section, SitePlan
    from leerpad.source.diagnostics import Position, Report

OURS = "leerpad:"
LEVELS = f"{OURS}levels"
"""An entry of `nav` in mkdocs.yml that stands for pages the engine makes; so do those of the learner's own pages."""


def check_navigation(course: Course, settings: str, report: Report) -> None:
    """Report entries that lead nowhere, and pages that no entry leads to. `settings` is the path of mkdocs.yml."""
    if course.nav is None:
        return
    led_to = {DOCS + posixpath.normpath(target) for target, _ in course.nav}
    for target, at in course.nav:
        _check_entry(course, settings, target, at, report)
    for page in course.docs_pages:
        if page.path not in led_to and not is_of_guide(page.path):
            report.advice(page.path, START, "page-outside-menu", name=page.path.removeprefix(DOCS))


def _check_entry(course: Course, settings: str, target: str, at: Position, report: Report) -> None:
    if runs_script(target):
        report.fault(settings, at, "script_link", target=target)
    elif target.startswith(OURS):
        entries = (LEVELS, *(f"{OURS}{name}" for name in OWN))
        if target not in entries:
            code, params = did_you_mean("unknown_nav", target, Names(entries), target=target, known=listed(entries))
            report.fault(settings, at, code, **params)
    elif target and not _is_elsewhere(target):
        path = DOCS + posixpath.normpath(target)
        if path not in course.docs_files and course.targets["file"].is_missing(path):
            meant = suggestion(path, course.docs_files).removeprefix(DOCS)
            code, params = with_suggestion("missing_nav", meant, target=target)
            report.fault(settings, at, code, **params)


def _is_elsewhere(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return bool(len(parts.scheme) > 1 or parts.netloc) or target.startswith("/")


def navigation(nav: list[object] | None, plan: SitePlan) -> list[object]:
    """The navigation of mkdocs.yml with our pages in it; without one: home, the levels, the learner's own pages.

    The guide, where it is shown, comes last.
    """
    sections: list[object] = [{section.title: _of_section(section, plan.handouts_title)} for section in plan.levels]
    made: dict[str, list[object]] = {LEVELS: sections, **{f"{OURS}{name}": [] for name in OWN}}
    made |= {f"{OURS}{name}": [page.uri] for name, page in plan.own.items()}
    menu = _with_ours(["index.md", *made] if nav is None else nav, made)
    return [*menu, *({title: list(uris)} for title, uris in plan.guide.menu)]


def _of_section(section: Section, handouts_title: str) -> list[object]:
    handouts = [page.uri for page in section.handouts]
    return [*(page.uri for page in section.pages), *([{handouts_title: handouts}] if handouts else [])]


def _with_ours(entries: list[object], made: dict[str, list[object]]) -> list[object]:
    """These entries, and those in their sections; what stands for pages of ours is replaced by them, or left out."""
    result: list[object] = []
    for entry in entries:
        if isinstance(entry, str):
            result += made.get(entry, [entry])
        elif isinstance(entry, dict):
            result.append({title: _inside(inner, made) for title, inner in entry.items() if not _is_off(inner, made)})
        else:
            result.append(entry)
    return result


def _is_off(inner: object, made: dict[str, list[object]]) -> bool:
    """Whether an entry stands for a page of ours that this course doesn't have."""
    return isinstance(inner, str) and made.get(inner) == []


def _inside(inner: object, made: dict[str, list[object]]) -> object:
    if isinstance(inner, list):
        return _with_ours(inner, made)
    pages = made.get(inner) if isinstance(inner, str) else None
    if pages is None:
        return inner
    return pages[0] if len(pages) == 1 and isinstance(pages[0], str) else pages
