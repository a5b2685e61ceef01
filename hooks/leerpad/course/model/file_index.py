"""The index of one file: the ids it defines and the things it refers to, each with its position, and its own faults.

The index follows from the file alone, so it is made once, when the file is read. Checks across files use the index, so
the file's tree of positions can be dropped: trees weigh more than everything else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from sys import intern
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from leerpad.course.scan.rules import scan_faults
from leerpad.source.diagnostics import Report
from leerpad.source.fault import report_faults
from leerpad.source.limits import LIMITS
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.shape import KeyPath, locate
from leerpad.source.slips import report_text_slips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.course.model.files import LessonFile, QuizFile
    from leerpad.course.model.handouts import HandoutFile
    from leerpad.course.scan.model import ScanFile
    from leerpad.source.diagnostics import Position
    from leerpad.source.shape import Document, Shaped


_File = TypeVar("_File", bound="Shaped")

_SAYS_MORE = re.compile(r"[<\[\]@!?](?:(?<=[<\[\]@])|[!?])")
"""What stands in every link, citation, and slip that is a fault (of a tag, link or box). Most texts are just words, so
it looks for one sign first: `!` and `?` say more only when there are two."""


class Mention(NamedTuple):
    """A name in a file: an id, the target of a link, a cited source (empty where it can't be read)."""

    name: str
    position: Position


@dataclass(frozen=True)
class FileIndex:
    """`ids` are the ids that the file defines; the others refer to things elsewhere. `own`: its own faults.

    `recall` is the place where it asks for questions of levels before.
    """

    ids: tuple[Mention, ...]
    levels: tuple[Mention, ...] = ()
    lessons: tuple[Mention, ...] = ()
    sources: tuple[Mention, ...] = ()
    links: tuple[Mention, ...] = ()
    citations: tuple[Mention, ...] = ()
    own: Report | None = None
    recall: Position | None = None

    @property
    def id(self) -> Mention:
        """The id of the whole file."""
        return self.ids[0]


def index_quiz(quiz: Document[QuizFile]) -> FileIndex:
    """The index of a quiz."""
    questions = quiz.model.questions
    ids = [Mention(quiz.model.id, quiz.position(("id",)))]
    ids += [Mention(one.id, quiz.position(("questions", index, "id"))) for index, one in enumerate(questions)]
    lessons = tuple(
        Mention(one.lesson, quiz.position(("questions", index, "lesson")))
        for index, one in enumerate(questions)
        if one.lesson is not None
    )
    texts = _texts(quiz, quiz.model.texts())
    files = (Mention(target, quiz.position(place)) for place, target in quiz.model.files())
    links, citations = (*_links(texts), *files), _citations(texts)
    is_test = quiz.model.mode == "test" and quiz.model.recall is not None
    recall = locate(quiz.node, ("recall",), of_key=True) if is_test else None
    return FileIndex(
        tuple(ids), lessons=lessons, links=links, citations=citations, own=_quiz_faults(quiz, texts), recall=recall
    )


def index_scan(scan: Document[ScanFile]) -> FileIndex:
    """The index of a scan."""
    own = Report()
    report_faults(scan.path, scan.node, scan_faults(scan.model), own)
    ids = (Mention(scan.model.id, scan.position(("id",))),)
    levels = tuple(Mention(level, scan.position(place)) for place, level in scan.model.levels())
    texts = _texts(scan, scan.model.texts())
    _report_texts(scan.path, texts, own)
    return FileIndex(ids, levels=levels, links=_links(texts), citations=_citations(texts), own=own)


def index_lesson(lesson: Document[LessonFile], lesson_id: str, body: MarkdownText) -> FileIndex:
    """The index of a lesson."""
    actions = [(("actions", index), action) for index, action in enumerate(lesson.model.actions)]
    ids = [Mention(lesson_id, lesson.position(("id",)))]
    ids += [Mention(action.id, lesson.position((*place, "id"))) for place, action in actions]
    sources = [Mention(one, lesson.position(("sources", index))) for index, one in enumerate(lesson.model.sources)]
    texts = [body, *_texts(lesson, (((*place, "text"), action.text) for place, action in actions))]
    return FileIndex(tuple(ids), sources=tuple(sources), links=_links(texts), citations=_citations(texts))


def index_handout(handout: Document[HandoutFile], handout_id: str, body: MarkdownText) -> FileIndex:
    """The index of a card or session for a team."""
    lessons = tuple(
        Mention(one, handout.position(("lessons", index))) for index, one in enumerate(handout.model.lessons)
    )
    ids = (Mention(handout_id, handout.position(("id",))),)
    return FileIndex(ids, lessons=lessons, links=links_of(body), citations=_citations([body]))


def links_of(text: MarkdownText) -> tuple[Mention, ...]:
    """The links of a text."""
    # One string for a target, however many links lead there.
    return tuple(Mention(intern(link.target), text.at(link.line, link.column)) for link in text.links)


def _texts(document: Document[_File], texts: Iterable[tuple[KeyPath, str]]) -> list[MarkdownText]:
    """Those texts of YAML that may hold more than words; what is in one stands where it begins."""
    return [MarkdownText(text, position=document.position(place)) for place, text in texts if says_more(text)]


def says_more(text: str) -> bool:
    """Whether a text may hold a link, a citation or a slip that is a fault."""
    return _SAYS_MORE.search(text) is not None


def _links(texts: Iterable[MarkdownText]) -> tuple[Mention, ...]:
    return tuple(chain.from_iterable(map(links_of, texts)))


def _citations(texts: Iterable[MarkdownText]) -> tuple[Mention, ...]:
    return tuple(Mention(one.source, text.at(one.line, one.column)) for text in texts for one in text.citations)


def _report_texts(path: str, texts: Iterable[MarkdownText], report: Report) -> None:
    for text in texts:
        report_text_slips(path, text, report)


def _quiz_faults(quiz: Document[QuizFile], texts: Iterable[MarkdownText]) -> Report:
    own = Report()
    model, path = quiz.model, quiz.path
    _report_texts(path, texts, own)
    if model.draw is not None and model.draw > len(model.questions):
        at = quiz.position(("draw",))
        own.fault(path, at, "draw_too_many", draw=model.draw, count=len(model.questions))
    asked = min(model.draw or len(model.questions), len(model.questions)) + (model.recall or 0)
    if asked > LIMITS["items"]:
        at = quiz.position(("questions", LIMITS["items"]) if model.draw is None else ("draw",))
        own.fault(path, at, "asks_too_much", count=asked, maximum=LIMITS["items"])
    # A prediction in a test is a fault of its own, and scored once that is mended.
    unscored = sum(not (question.is_scored or question.is_prediction) for question in model.questions)
    if model.mode == "test" and model.draw is not None and model.draw <= unscored < len(model.questions):
        own.fault(path, quiz.position(("draw",)), "draw_without_points", draw=model.draw, count=unscored)
    if model.mode == "practice" and model.recall is not None:
        own.fault(path, locate(quiz.node, ("recall",), of_key=True), "recall_in_practice")
    if model.mode == "practice" and model.pass_mark is not None:
        own.fault(path, locate(quiz.node, ("pass_mark",), of_key=True), "pass_mark_in_practice")
    if model.mode == "test":
        for index, question in enumerate(model.questions):
            if question.is_prediction:
                at = locate(quiz.node, ("questions", index, "predict"), of_key=True)
                own.fault(path, at, "predict_in_test", id=question.id)
    if model.mode == "test" and unscored == len(model.questions):
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
