"""A course, read and put together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from leerpad.course.model.files import LessonFile
from leerpad.course.model.level_graph import LevelGraph, level_graph, places_by_id
from leerpad.course.model.page import Page
from leerpad.course.model.quiz_time import lesson_time, whole
from leerpad.course.model.splits import asked_apart
from leerpad.course.model.targets import KINDS, Targets
from leerpad.guide import is_of_guide, project_paths
from leerpad.source.memory import digest
from leerpad.source.shape import with_tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from leerpad.course.model.badges import BadgeSite
    from leerpad.course.model.bibliography import BibliographyFile, Source
    from leerpad.course.model.docs_page import DocsPage
    from leerpad.course.model.file_index import FileIndex, Mention
    from leerpad.course.model.files import Action, LevelFile, QuizFile, Settings
    from leerpad.course.model.glossary import GlossaryFile, Term
    from leerpad.course.model.handouts import Handout
    from leerpad.course.model.sign import Sign
    from leerpad.course.model.splits import Apart
    from leerpad.course.scan.model import ScanFile
    from leerpad.source.role_steps import RoleStep
    from leerpad.source.shape import Document, ModelFile

Unread = dict[str, set[str]]
"""The paths of files that could not be read, each with the ids that it seems to define."""


@dataclass(frozen=True)
class Lesson(Page[LessonFile]):
    """One lesson; its number is that of its file. `role_steps` are steps that say whom they are for."""

    number: int
    role_steps: tuple[RoleStep, ...] = ()

    @property
    def goals(self) -> tuple[str, ...]:
        """What the reader will be able to do."""
        return self.document.model.goals

    @property
    def actions(self) -> tuple[Action, ...]:
        """What the reader can put on the own action plan."""
        return self.document.model.actions

    @cached_property
    def words(self) -> int:
        """How many there are to read: those of the text, and of the steps to take."""
        return sum(len(text.split()) for text in (self.body, *(action.text for action in self.actions)))

    @cached_property
    def outline(self) -> str:
        """A short name for all that other pages can say of the lesson: everything but its body."""
        return digest(repr(self.document.model))


@dataclass(frozen=True)
class Level:
    """One level with its lessons, and with its cards and sessions for a team, each in order."""

    document: Document[LevelFile]
    folder: str
    number: int
    lessons: tuple[Lesson, ...]
    sign: Sign | None = None
    handouts: tuple[Handout, ...] = ()

    @property
    def pages(self) -> tuple[Lesson | Handout, ...]:
        """Its lessons, then its handouts."""
        return (*self.lessons, *self.handouts)

    @property
    def id(self) -> str:
        """The level's permanent name."""
        return self.document.model.id

    @property
    def title(self) -> str:
        """The level's title."""
        return self.document.model.title

    @property
    def summary(self) -> str:
        """One sentence about the level."""
        return self.document.model.summary

    @property
    def goals(self) -> tuple[str, ...]:
        """What a reader of the whole level will be able to do."""
        return self.document.model.goals

    @property
    def quiz(self) -> str:
        """The id of the quiz that opens the next level."""
        return self.document.model.quiz


@dataclass(frozen=True)
class Course:
    """Everything that authors wrote.

    `docs_files` are the project paths of all files in `docs/`. `images` are the other files beside lessons and
    quizzes, by project path. `unread` are the files that could not be read, because of faults of their own.
    `indexes` are those of each lesson, quiz and scan by its path, `digests` say what each file holds. `nav` are the
    targets in the navigation of the settings, if those have one. `own_pages` are the learner's own, by the paths at
    which links find them. `badge_site` is the site as an issuer of badges, if it is one. `guide` are the files of the
    engine's guide; without them it is not part of the site. `left_out` are files that readers of this site don't get:
    of a link to one only the words are left. `stages` are the colours of the levels by their path, where those were
    given out for a longer path. `heading_font` holds the font for headings that the course brings itself.
    """

    settings: Settings
    levels: tuple[Level, ...]
    quizzes: dict[str, ModelFile[QuizFile]]
    scans: dict[str, ModelFile[ScanFile]] = field(default_factory=dict)
    docs_pages: tuple[DocsPage, ...] = ()
    docs_files: frozenset[str] = frozenset()
    images: dict[str, Path] = field(default_factory=dict)
    unread: Unread = field(default_factory=dict)
    glossary: Document[GlossaryFile] | None = None
    bibliography: Document[BibliographyFile] | None = None
    indexes: dict[str, FileIndex] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    nav: tuple[Mention, ...] | None = None
    own_pages: frozenset[str] = frozenset()
    badge_site: BadgeSite | None = None
    guide: frozenset[str] = field(default_factory=project_paths)
    left_out: frozenset[str] = frozenset()
    stages: Mapping[str, int] | None = None
    heading_font: bytes | None = None

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        """All lessons by id."""
        return {lesson.id: lesson for level in self.levels for lesson in level.lessons}

    @cached_property
    def levels_by_id(self) -> dict[str, Level]:
        """The levels by their ids, also by those that they had before."""
        return {name: self.levels[place] for name, place in places_by_id(self.levels).items()}

    def lesson_minutes(self, lesson: Lesson) -> int:
        """How long a lesson takes, with the questions that it asks: as written, or as reckoned."""
        return lesson.document.model.minutes or whole(lesson_time(lesson, self.quizzes))

    def level_minutes(self, level: Level) -> int:
        """That of all its lessons."""
        return sum(map(self.lesson_minutes, level.lessons))

    @cached_property
    def handouts(self) -> dict[str, Handout]:
        """All cards and sessions for teams, by id."""
        return {handout.id: handout for level in self.levels for handout in level.handouts}

    @property
    def level_pages(self) -> list[Lesson | Handout]:
        """All that stands in the levels as text of its own: lessons, then handouts."""
        return [*self.lessons.values(), *self.handouts.values()]

    @cached_property
    def terms(self) -> dict[str, Term]:
        """All terms by id."""
        return {term.id: term for term in self.glossary.model.terms} if self.glossary else {}

    @cached_property
    def role_names(self) -> dict[str, str]:
        """What each role is called, by its id."""
        return {role.id: role.name for role in self.settings.roles}

    @cached_property
    def references(self) -> dict[str, Source]:
        """All sources of knowledge by id."""
        return {source.id: source for source in self.bibliography.model.sources} if self.bibliography else {}

    def quiz_documents(self) -> list[Document[QuizFile]]:
        """The quizzes with their lines. Raises TypeError for a course that was read without keeping trees."""
        return [with_tree(quiz) for quiz in self.quizzes.values()]

    def scan_documents(self) -> list[Document[ScanFile]]:
        """The scans with their lines. Raises TypeError for a course that was read without keeping trees."""
        return [with_tree(scan) for scan in self.scans.values()]

    def page_with(self, directive: str) -> str | None:
        """The first page of `docs/` that holds a directive of this name, by its path in the project."""
        pages = (page.path for page in self.docs_pages if any(found.name == directive for found in page.directives))
        return next(pages, None)

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file that a link may lead to, by its path in the project."""
        quizzes = (level.quiz for level in self.levels)
        found = {self.quizzes[quiz].path for quiz in quizzes if quiz in self.quizzes}
        found |= {level.document.path for level in self.levels}
        found |= {page.path for page in self.level_pages}
        return frozenset(found | self.images.keys() | self.docs_files | self.own_pages | self.guide)

    def asked_apart(self, path: str, quiz: str) -> Apart:
        """The questions that the page at this path asks apart from the rest of a quiz."""
        return self._apart.get(path, {}).get(quiz, ())

    @cached_property
    def _apart(self) -> dict[str, dict[str, Apart]]:
        pages: list[Lesson | DocsPage] = [*self.lessons.values(), *self.docs_pages]
        return {page.path: asked_apart(page.directives) for page in pages}

    def without_guide(self) -> Course:
        """The course as readers get it: without the guide, and without what it says to its own authors."""
        pages = tuple(page for page in self.docs_pages if not is_of_guide(page.path))
        files = frozenset(path for path in self.docs_files if not is_of_guide(path))
        left_out = self.left_out | self.guide | (self.docs_files - files)
        return replace(self, docs_pages=pages, docs_files=files, guide=frozenset(), left_out=left_out)

    def without_handouts(self) -> Course:
        """The course without its cards and sessions for teams."""
        levels = tuple(replace(level, handouts=()) for level in self.levels)
        return replace(self, levels=levels, left_out=self.left_out | {one.path for one in self.handouts.values()})

    def indexed(self) -> list[tuple[str, FileIndex]]:
        """Each lesson, handout, quiz and scan, by its path, with its index."""
        paths = [page.path for page in self.level_pages]
        paths += [quiz.path for quiz in self.quizzes.values()]
        paths += [scan.path for scan in self.scans.values()]
        return [(path, self.indexes[path]) for path in paths]

    @cached_property
    def level_folders(self) -> dict[str, Level]:
        """The levels by the name of their folder."""
        return {level.folder: level for level in self.levels}

    @cached_property
    def level_of_quiz(self) -> dict[str, Level]:
        """The level that a quiz closes, by the quiz's id."""
        return {level.quiz: level for level in self.levels}

    @cached_property
    def targets(self) -> dict[str, Targets]:
        """What can be referred to, by kind."""
        return {kind: Targets(self, kind) for kind in KINDS}

    @cached_property
    def graph(self) -> LevelGraph:
        """How the levels follow each other, by their places in `levels`."""
        return level_graph(self.levels)

    def befores(self, level: Level) -> tuple[Level, ...]:
        """The levels that come right before this one."""
        return tuple(self.levels[place] for place in self.graph.befores[self.levels.index(level)])

    def levels_before(self, level: Level) -> list[Level]:
        """All levels that come before this one, on any way."""
        place = self.levels.index(level)
        return [self.levels[before] for before in sorted(self.graph.up_to(place) - {place})]

    def tests_before(self, level: Level) -> list[str]:
        """The titles of the tests that open a level, in a course without faults."""
        return [self.quizzes[before.quiz].model.title for before in self.befores(level)]

    def stage(self, level: Level) -> int:
        """Which of the five colours a level has. A path of any length goes from the coolest to the warmest."""
        return (self.stages or self._stages)[level.document.path]

    @cached_property
    def _stages(self) -> dict[str, int]:
        paths = (level.document.path for level in self.levels)
        return dict(zip(paths, self.graph.stages(), strict=True))

    def pass_mark(self, quiz: QuizFile) -> float:
        """The share of the points with which a test is passed: the quiz's own, or the course's."""
        return self.settings.pass_mark if quiz.pass_mark is None else quiz.pass_mark
