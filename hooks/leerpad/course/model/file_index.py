"""The index of one file: the ids it defines and the things it refers to, each with its position, and its own faults.

The index follows from the file alone, so it is made once, when the file is read. Checks across files use the index, so
the file's tree of positions can be dropped: trees weigh more than everything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from leerpad.course.scan.rules import scan_faults
from leerpad.source.citations import find_citations
from leerpad.source.diagnostics import Position, Report
from leerpad.source.fault import report_faults
from leerpad.source.limits import LIMITS
from leerpad.source.links import find_links
from leerpad.source.shape import Path, locate
from leerpad.source.slips import report_text_slips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.course.model.files import LessonFile, QuizFile
    from leerpad.course.scan.model import ScanFile
    from leerpad.source.citations import Citation
    from leerpad.source.shape import Document


class Place(NamedTuple):
    """A name in a file: an id, the target of a link, a cited source (empty where it can't be read)."""

    name: str
    position: Position


@dataclass(frozen=True)
class FileIndex:
    """`ids` are the ids that the file defines; the other places refer to things elsewhere. `own`: its own faults."""

    ids: tuple[Place, ...]
    levels: tuple[Place, ...] = ()
    lessons: tuple[Place, ...] = ()
    sources: tuple[Place, ...] = ()
    links: tuple[Place, ...] = ()
    citations: tuple[Place, ...] = ()
    own: Report | None = None

    @property
    def id(self) -> Place:
        """The id of the whole file."""
        return self.ids[0]


def index_quiz(quiz: Document[QuizFile]) -> FileIndex:
    """The index of a quiz."""
    questions = quiz.model.questions
    ids = [Place(quiz.model.id, quiz.position(("id",)))]
    ids += [Place(one.id, quiz.position(("questions", index, "id"))) for index, one in enumerate(questions)]
    lessons = tuple(
        Place(one.lesson, quiz.position(("questions", index, "lesson")))
        for index, one in enumerate(questions)
        if one.lesson is not None
    )
    links, citations = _in_texts(quiz, quiz.model.texts())
    links += tuple(Place(target, quiz.position(place)) for place, target in quiz.model.files())
    return FileIndex(tuple(ids), lessons=lessons, links=links, citations=citations, own=_quiz_faults(quiz))


def index_scan(scan: Document[ScanFile]) -> FileIndex:
    """The index of a scan."""
    own = Report()
    report_faults(scan.path, scan.node, scan_faults(scan.model), own)
    ids = (Place(scan.model.id, scan.position(("id",))),)
    levels = tuple(Place(level, scan.position(place)) for place, level in scan.model.levels())
    links, citations = _in_texts(scan, scan.model.texts())
    _report_texts(scan, scan.model.texts(), own)
    return FileIndex(ids, levels=levels, links=links, citations=citations, own=own)


def index_lesson(
    lesson: Document[LessonFile], lesson_id: str, body: str, body_line: int, cited: Iterable[Citation]
) -> FileIndex:
    """The index of a lesson. `cited` are the citations in its body, which begins at line `body_line`."""
    actions = [(("actions", index), action) for index, action in enumerate(lesson.model.actions)]
    ids = [Place(lesson_id, lesson.position(("id",)))]
    ids += [Place(action.id, lesson.position((*place, "id"))) for place, action in actions]
    sources = [Place(one, lesson.position(("sources", index))) for index, one in enumerate(lesson.model.sources)]
    links, citations = _in_texts(lesson, (((*place, "text"), action.text) for place, action in actions))
    cited_in_body = [Place(one.source, Position(body_line + one.line, one.column)) for one in cited]
    return FileIndex(
        tuple(ids),
        sources=tuple(sources),
        links=(*links_in_body(body, body_line), *links),
        citations=(*cited_in_body, *citations),
    )


def links_in_body(body: str, body_line: int) -> tuple[Place, ...]:
    """The links of a page whose body begins at line `body_line`."""
    return tuple(Place(link.target, Position(body_line + link.line, link.column)) for link in find_links(body))


def _in_texts(
    document: Document[QuizFile] | Document[ScanFile] | Document[LessonFile], texts: Iterable[tuple[Path, str]]
) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """The links and the citations in texts of YAML; each stands where its text begins."""
    links: list[Place] = []
    citations: list[Place] = []
    for place, text in texts:
        links += [Place(link.target, document.position(place)) for link in find_links(text)]
        citations += [Place(citation.source, document.position(place)) for citation in find_citations(text)]
    return tuple(links), tuple(citations)


def _report_texts(
    document: Document[QuizFile] | Document[ScanFile], texts: Iterable[tuple[Path, str]], report: Report
) -> None:
    for place, text in texts:
        if any(sign in text for sign in "<[!?"):
            report_text_slips(document.path, text, document.position(place), report)


def _quiz_faults(quiz: Document[QuizFile]) -> Report:
    own = Report()
    model, path = quiz.model, quiz.path
    _report_texts(quiz, model.texts(), own)
    if model.draw is not None and model.draw > len(model.questions):
        at = quiz.position(("draw",))
        own.fault(path, at, "draw_too_many", draw=model.draw, count=len(model.questions))
    asked = min(model.draw or len(model.questions), len(model.questions))
    if asked > LIMITS["items"]:
        at = quiz.position(("questions", LIMITS["items"]) if model.draw is None else ("draw",))
        own.fault(path, at, "asks_too_much", count=asked, maximum=LIMITS["items"])
    unscored = sum(not question.is_scored for question in model.questions)
    if model.mode == "test" and model.draw is not None and model.draw <= unscored < len(model.questions):
        own.fault(path, quiz.position(("draw",)), "draw_without_points", draw=model.draw, count=unscored)
    if model.mode == "practice" and model.pass_mark is not None:
        own.fault(path, locate(quiz.node, ("pass_mark",), of_key=True), "pass_mark_in_practice")
    if model.mode == "test" and not any(question.is_scored for question in model.questions):
        own.fault(path, quiz.position(("questions",)), "test_without_points")
    bands = model.bands
    if bands and bands[0].from_ != 0:
        own.fault(path, quiz.position(("bands", 0, "from")), "bands_from_zero")
    for index in range(1, len(bands)):
        if bands[index].from_ <= bands[index - 1].from_:
            own.fault(path, quiz.position(("bands", index, "from")), "bands_not_rising")
    for index, question in enumerate(model.questions):
        report_faults(path, quiz.node, question.check(), own, ("questions", index))
    return own
