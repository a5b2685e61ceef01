"""Everything that readers of a course read, in pieces: the same for a lesson's body and for a text in YAML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from leerpad.advice.prose import Block, Places, blocks_of, without_quotes
from leerpad.advice.splitting import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.advice.language import Language
    from leerpad.course.model.course import Course
    from leerpad.course.model.files import QuizFile
    from leerpad.course.scan.model import ScanFile
    from leerpad.source.diagnostics import Position
    from leerpad.source.shape import Document


@dataclass(frozen=True)
class Piece:
    """A Markdown text. A body has `places`; a text in YAML has one place, where its value begins."""

    path: str
    markdown: str
    position: Position
    places: Places | None = None

    @property
    def is_body(self) -> bool:
        """Whether this is the text of a whole page."""
        return self.places is not None

    @cached_property
    def blocks(self) -> list[Block]:
        """Its paragraphs, items, headings and cells."""
        return blocks_of(self.markdown)

    def at(self, offset: int) -> Position:
        """The place of a letter; for a text in YAML, where that begins."""
        return self.places.at(offset) if self.places else self.position

    def sentences(self, language: Language, *, quotes: bool = True) -> Iterator[tuple[str, Position]]:
        """The sentences of its paragraphs and list items, with their places; without `quotes`, the writer's own."""
        for block in self.blocks:
            if block.kind == "text":
                text = block.text if quotes else without_quotes(block.text)
                for sentence in split_sentences(text, language):
                    yield sentence.text, self.at(block.start + sentence.start)


def pieces_of(course: Course) -> list[Piece]:
    """All texts of levels, lessons and quizzes, and of terms and sources."""
    return [*_of_levels(course), *_of_lessons(course), *quiz_pieces(course), *_of_lists(course)]


def _of_levels(course: Course) -> Iterator[Piece]:
    for level in course.levels:
        document = level.document
        yield Piece(document.path, level.summary, document.position(("summary",)))
        for index, goal in enumerate(level.goals):
            yield Piece(document.path, goal, document.position(("goals", index)))


def _of_lessons(course: Course) -> Iterator[Piece]:
    for lesson in course.lessons.values():
        document = lesson.document
        yield Piece(lesson.path, lesson.summary, document.position(("summary",)))
        for index, goal in enumerate(lesson.goals):
            yield Piece(lesson.path, goal, document.position(("goals", index)))
        places = Places(lesson.body, lesson.body_line)
        yield Piece(lesson.path, lesson.body, places.at(0), places)


def _of_lists(course: Course) -> Iterator[Piece]:
    for document in (course.glossary, course.bibliography):
        for place, text in document.model.texts() if document else ():
            assert document is not None
            yield Piece(document.path, text, document.position(place))


def quiz_pieces(course: Course) -> Iterator[Piece]:
    """All texts of quizzes and scans."""
    documents: list[Document[QuizFile] | Document[ScanFile]] = [*course.quiz_documents(), *course.scan_documents()]
    for document in documents:
        for place, text in document.model.texts():
            yield Piece(document.path, text, document.position(place))
