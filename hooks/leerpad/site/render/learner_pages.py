"""What the pages of the learner's own need beside the course: a record for each that needs anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from leerpad.site.markdown.terms import met_terms
from leerpad.site.plan.reflections import reflections
from leerpad.site.plan.tracks_picture import tracks_picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.site.render.tools import Tools


def _nothing(_: Tools, __: str) -> None:
    return None


def _no_names(_: Tools, __: Any, ___: str) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class PageData:
    """What a template may speak of: `names`, made of what the page `follows_from`. Both know its address."""

    follows_from: Callable[[Tools, str], Any] = _nothing
    names: Callable[[Tools, Any, str], dict[str, Any]] = _no_names


PAGE_DATA: dict[str, PageData] = {
    "notes": PageData(
        lambda tools, _: reflections(tools.course),
        lambda tools, found, url: {"reflections": tools.context.of_reflections(found, url)},
    ),
    "certificate": PageData(
        lambda tools, _: tools.course.graph,
        lambda _, graph, __: {"tracks": None if graph.is_line else tracks_picture(graph)},
    ),
    "progress": PageData(
        lambda tools, url: met_terms(tools.course, tools.context.lessons_by_term, url),
        lambda _, found, __: {"terms": found},
    ),
}
"""By the name of the page's element."""
