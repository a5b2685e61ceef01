"""What the pages of the learner's own need beside the course: a record for each that needs anything."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from leerpad.site.markdown.terms import met_terms
from leerpad.site.plan.reflections import reflections
from leerpad.site.plan.reviews import review_data
from leerpad.site.plan.scan_pages import scan_pages
from leerpad.site.plan.team import team_data, with_prompts
from leerpad.site.plan.tracks_picture import tracks_picture
from leerpad.site.render.scan import shared_scan
from leerpad.site.render.templates import attribute

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.site.render.tools import Tools


@dataclass(frozen=True)
class PageData:
    """What a template may speak of: `names`, made anew when the page's text or what it `follows_from` has changed."""

    follows_from: object = None
    names: Callable[[], dict[str, object]] = dict


def _notes(tools: Tools, url: str) -> PageData:
    found = reflections(tools.course)
    return PageData(found, lambda: {"reflections": tools.context.of_reflections(found, url)})


def _certificate(tools: Tools, _: str) -> PageData:
    graph = tools.course.graph
    return PageData(graph, lambda: {"tracks": None if graph.is_line else tracks_picture(graph)})


def _progress(tools: Tools, url: str) -> PageData:
    course = tools.course
    given = [shared_scan(scan.model) for scan in course.scans.values()]
    found = met_terms(course, tools.context.lessons_by_term, url), review_data(course), scan_pages(course, url), given
    return PageData(found, lambda: dict(zip(("terms", "reviews", "scans", "shared_scans"), found, strict=True)))


def _reviews(tools: Tools, _: str) -> PageData:
    found = tools.reviews.data, tools.reviews.types
    return PageData(found, lambda: {"reviews": found[0], "types": found[1]})


def _plan(tools: Tools, _: str) -> PageData:
    found = review_data(tools.course)
    return PageData(found, lambda: {"reviews": found})


def _verify(tools: Tools, _: str) -> PageData:
    site = tools.course.badge_site
    if site is None:
        return PageData()
    names = {"issuer": site.issuer, "did": site.did, "address": site.address, "status": site.status_url}
    return PageData(tuple(names.values()), lambda: dict(names))


def _team(tools: Tools, url: str) -> PageData:
    def element() -> str:
        found = with_prompts(team_data(tools.course), partial(_in_words, tools, url))
        return Markup("<leerpad-team data-team='{}'></leerpad-team>").format(attribute(found))

    # It knows every question of the course, so that is put in last: neither Markdown nor the search need read it.
    place = Markup(tools.deferred.defer(url, "team", element))
    return PageData(names=lambda: {"team": place})


def _in_words(tools: Tools, url: str, quiz: str, prompt: str) -> str:
    block, _ = tools.context.rendering(tools.course.quizzes[quiz].path, url)
    return str(block(prompt).striptags())


PAGE_DATA: dict[str, Callable[[Tools, str], PageData]] = {
    "plan": _plan,
    "notes": _notes,
    "certificate": _certificate,
    "progress": _progress,
    "reviews": _reviews,
    "verify": _verify,
    "team": _team,
}
"""By the name of the page's element; each is told the address of the page."""
