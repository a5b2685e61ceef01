"""The navigation that mkdocs.yml wishes for, with the pages in it that the engine makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.site.plan import SitePlan

LEVELS = "leerpad:levels"
"""An entry of `nav` in mkdocs.yml that stands for pages the engine makes; so do those of the learner's own pages."""


def targets(nav: Any) -> Iterator[str]:
    """Everything that a navigation leads to."""
    if isinstance(nav, str):
        yield nav
    for inner in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from targets(inner)


def navigation(nav: list[Any] | None, plan: SitePlan) -> list[Any]:
    """The navigation of mkdocs.yml with our pages in it; without one: home, the levels, the learner's own pages."""
    sections = [{section.title: [page.uri for page in section.pages]} for section in plan.levels]
    own: dict[str, list[Any]] = {f"leerpad:{name}": [page.uri] for name, page in plan.own.items()}
    made = {LEVELS: sections, **own}
    written = ["index.md", LEVELS, *own] if nav is None else nav
    return [entry for item in written for entry in (made.get(item, [item]) if isinstance(item, str) else [item])]
