"""What each directive shows: a record for every one that needs more than its template and the course."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from leerpad.course.model.own_pages import OWN, own_pages
from leerpad.site.plan.pages import NOTICES, relative_url
from leerpad.site.plan.path_picture import path_picture
from leerpad.site.plan.reviews import review_data
from leerpad.site.plan.scan_pages import scan_pages
from leerpad.site.plan.tracks_picture import tracks_picture
from leerpad.source.directives import split_argument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from leerpad.course.model.course import Course
    from leerpad.course.model.splits import Apart
    from leerpad.site.markdown.extension import PageContext
    from leerpad.site.render.tools import Tools
    from leerpad.source.directives import Directive


def _nothing(_: Tools, __: str) -> None:
    return None


def _no_names(_: Tools, __: str) -> dict[str, object]:
    return {}


def _no_anchors(_: Course, __: Directive) -> Iterable[str]:
    return ()


@dataclass(frozen=True)
class Shown:
    """How a directive becomes HTML.

    `anchors` are the ids that it brings into a page, to which links may lead; None where that can't be told. `names`
    are what its template may speak of beside the course, by the address of the page. `follows_from` is what else its
    HTML depends on: something of other files. `html` takes the place of a template. What `is_remembered` comes out as
    before where nothing of that changed.
    """

    anchors: Callable[[Course, Directive], Iterable[str]] | None = _no_anchors
    names: Callable[[Tools, str], dict[str, object]] = _no_names
    follows_from: Callable[[Tools, str], object] = _nothing
    html: Callable[[Tools, Directive, PageContext], str] | None = None
    is_remembered: bool = True


def defer_quiz(tools: Tools, quiz_id: str, page_url: str, apart: Apart | None = None) -> str:
    """Keep the place of a quiz, which comes when the search has read the page. In a lesson, some are asked apart."""
    render = partial(tools.quizzes.quiz, quiz_id, page_url, apart)
    return tools.deferred.defer(page_url, f"quiz-{quiz_id}", render)


def _quiz(tools: Tools, directive: Directive, page: PageContext) -> str:
    quiz, question = split_argument(directive)
    apart = tools.course.asked_apart(page.path, quiz)
    if not question:
        return defer_quiz(tools, quiz, page.url, apart)
    render = partial(tools.quizzes.question_apart, quiz, question, page.url, apart)
    return tools.deferred.defer(page.url, f"question-{question}", render)


def _anchors_of_quiz(course: Course, directive: Directive) -> Iterator[str]:
    name, question = split_argument(directive)
    quiz = course.quizzes.get(name)
    if question:
        yield f"question-{question}"
    elif quiz is not None:
        yield f"quiz-{name}"
        yield from (f"question-{asked.id}" for asked in quiz.model.questions if not asked.is_prediction)


def _anchor_of_note(_: Course, directive: Directive) -> Iterable[str]:
    return [f"question-{split_argument(directive)[0]}"]


def _anchors_of_terms(course: Course, _: Directive) -> Iterable[str]:
    return [f"term-{term}" for term in course.terms]


def _anchors_of_sources(course: Course, _: Directive) -> Iterable[str]:
    return [f"source-{source}" for source in course.references]


def _scan(tools: Tools, directive: Directive, page: PageContext) -> str:
    render = partial(tools.quizzes.scan, directive.argument, page.url)
    return tools.deferred.defer(page.url, f"scan-{directive.argument}", render)


def _question_type(tools: Tools, directive: Directive, page: PageContext) -> str:
    return tools.quizzes.question_type(directive.argument, page.url)


def _reflection(tools: Tools, directive: Directive, page: PageContext) -> str:
    return tools.quizzes.reflection(*split_argument(directive), page.path, page.url)


def _path(tools: Tools, url: str) -> dict[str, object]:
    course = tools.course
    return {
        "picture": path_picture(len(course.levels)),
        "tracks": None if course.graph.is_line else tracks_picture(course.graph),
        "beginnings": [level for level in course.levels if not course.befores(level)],
        "reviews": review_data(course),
        "scans": scan_pages(course, url),
        "mine": [name for name in own_pages(course.settings) if not OWN[name].is_for_others],
    }


def _beside_the_path(tools: Tools, url: str) -> object:
    return review_data(tools.course), scan_pages(tools.course, url)


def _terms(tools: Tools, url: str) -> dict[str, object]:
    return tools.context.of_terms(url)


def _uses_of_terms(tools: Tools, _: str) -> object:
    return [(term, [lesson.id for lesson in used]) for term, used in tools.context.lessons_by_term.items()]


def _sources(tools: Tools, url: str) -> dict[str, object]:
    names = tools.context.of_sources(url, tools.citations.sorted(tools.course.references))
    return names | {"used": tools.context.uses_of_sources(url)}


def _uses_of_sources(tools: Tools, url: str) -> object:
    return tools.context.uses_of_sources(url)


def _published(tools: Tools, url: str) -> dict[str, object]:
    day, notices = tools.version.day_in(tools.locale), relative_url(NOTICES, url)
    return {"version": tools.version, "day": day, "notices": notices}


def _faults(tools: Tools, _: str) -> dict[str, object]:
    """Every fault with its words, gaps as dots: the author's guide can't forget one."""
    rows: dict[str, list[str]] = {}
    for key, text in tools.locale.words.items():
        if key.startswith("fault."):
            code = key.removeprefix("fault.").removesuffix("_suggestion")
            rows.setdefault(code, []).append(re.sub(r"\{\w+\}", "…", text))
    return {"rows": rows}


SHOWN: dict[str, Shown] = {
    "quiz": Shown(_anchors_of_quiz, html=_quiz, is_remembered=False),  # the quiz itself is
    "scan": Shown(None, html=_scan, is_remembered=False),
    "question-type": Shown(None, html=_question_type),
    "reflect": Shown(_anchor_of_note, html=_reflection),
    "path": Shown(names=_path, follows_from=_beside_the_path),
    "terms": Shown(_anchors_of_terms, _terms, _uses_of_terms),
    "sources": Shown(_anchors_of_sources, _sources, _uses_of_sources),
    "published": Shown(names=_published, is_remembered=False),  # the version changes while no file does
    "fault-list": Shown(None, names=_faults),
}
"""By the name of the directive. One that isn't here shows its template, which may speak of the course."""


def brings(name: str) -> Callable[[Course, Directive], Iterable[str]] | None:
    """What says the anchors of a directive with this name; None where they can't be told."""
    return SHOWN[name].anchors if name in SHOWN else _no_anchors
