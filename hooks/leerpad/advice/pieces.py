"""Everything that readers of a course read, in pieces: the same for a lesson's body and for a text in YAML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from leerpad.advice.prose import Block, blocks_of, without_quotes
from leerpad.advice.splitting import Sentence, split_sentences
from leerpad.source.markdown_text import MarkdownText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from leerpad.advice.language import Language
    from leerpad.course.model.course import Course
    from leerpad.course.model.files import QuizFile
    from leerpad.course.scan.model import ScanFile
    from leerpad.source.diagnostics import Position
    from leerpad.source.shape import Document


@dataclass(frozen=True)
class Piece:
    """A Markdown text of a file."""

    path: str
    markdown: MarkdownText

    @property
    def is_body(self) -> bool:
        """Whether this is the text of a whole page."""
        return self.markdown.position is None

    @cached_property
    def _texts(self) -> list[Block]:
        return [block for block in blocks_of(self.markdown) if block.kind == "text"]

    @cached_property
    def has_quotes(self) -> bool:
        """Whether somebody else speaks in it."""
        return any(without_quotes(block.text) != block.text for block in self._texts)

    def sentences(self, language: Language, *, quotes: bool = True) -> Iterator[Sentence]:
        """The sentences of its paragraphs and list items; without `quotes`, the writer's own."""
        for block in self._texts:
            text = block.text if quotes else without_quotes(block.text)
            for sentence in split_sentences(text, language):
                yield Sentence(sentence.text, block.start + sentence.start)

    def position(self, start: int) -> Position:
        """Where a sentence that begins at `start` stands in the file."""
        return self.markdown.at_offset(start)


def pieces_of(course: Course, pages: Mapping[str, MarkdownText]) -> Iterator[Piece]:
    """All texts of levels, lessons, handouts, quizzes, terms and sources. `pages` are the bodies, by their paths."""
    return chain(_of_levels(course), _of_pages(course, pages), quiz_pieces(course), _of_lists(course))


def _value(path: str, text: str, place: Position) -> Piece:
    return Piece(path, MarkdownText(text, position=place))


def _of_levels(course: Course) -> Iterator[Piece]:
    for level in course.levels:
        document = level.document
        yield _value(document.path, level.summary, document.position(("summary",)))
        for index, goal in enumerate(level.goals):
            yield _value(document.path, goal, document.position(("goals", index)))


def _of_pages(course: Course, pages: Mapping[str, MarkdownText]) -> Iterator[Piece]:
    for lesson in course.lessons.values():
        document = lesson.document
        yield _value(document.path, lesson.summary, document.position(("summary",)))
        for index, goal in enumerate(lesson.goals):
            yield _value(document.path, goal, document.position(("goals", index)))
        yield Piece(lesson.path, pages[lesson.path])
    for handout in course.handouts.values():
        yield _value(handout.path, handout.summary, handout.document.position(("summary",)))
        yield Piece(handout.path, pages[handout.path])


def _of_lists(course: Course) -> Iterator[Piece]:
    for document in (course.glossary, course.bibliography):
        for place, text in document.model.texts() if document else ():
            assert document is not None
            yield _value(document.path, text, document.position(place))


def quiz_pieces(course: Course) -> Iterator[Piece]:
    """All texts of quizzes and scans."""
    documents: list[Document[QuizFile] | Document[ScanFile]] = [*course.quiz_documents(), *course.scan_documents()]
    for document in documents:
        for place, text in document.model.texts():
            yield _value(document.path, text, document.position(place))
