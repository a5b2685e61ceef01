"""A course of which readers get one level, for a learning system that wants each level apart."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from leerpad.course.model.packages import ALL_TESTS
from leerpad.source.links import project_path
from leerpad.source.shape import Shaped

if TYPE_CHECKING:
    from collections.abc import Container

    from leerpad.course.model.course import Course, Lesson, Level
    from leerpad.course.model.docs_page import DocsPage
    from leerpad.course.model.file_index import FileIndex
    from leerpad.course.model.files import QuizFile
    from leerpad.course.model.glossary import GlossaryFile
    from leerpad.course.model.handouts import Handout
    from leerpad.course.scan.model import ScanFile
    from leerpad.source.shape import Document, ModelFile

Thing = TypeVar("Thing", bound=Shaped)


def one_level(course: Course, level_id: str) -> Course:
    """The course with this level alone, its test and its checks; the pages of `docs/`, terms, sources and scans stay.

    Nothing refers to another level any more: a link to one is left as words. No level waits for a test, and a package
    asks the test of this level, even if the settings name another. Raises KeyError if there is no such level.
    """
    level = {one.id: one for one in course.levels}[level_id]
    names = [name for name, one in course.levels_by_id.items() if one.id == level_id]
    lessons = {lesson.id for lesson in level.lessons}
    level = replace(level, handouts=tuple(_handout(one, lessons) for one in level.handouts))
    packages = course.settings.packages
    if packages.level is not None:
        packages = packages.model_copy(update={"completion": ALL_TESTS})
    alone = replace(
        course,
        settings=course.settings.model_copy(update={"gating": "off", "packages": packages}),
        levels=(level,),
        stages={level.document.path: course.stage(level)},
        glossary=_terms(course.glossary, lessons),
        scans={name: _scan(scan, names) for name, scan in course.scans.items()},
    )
    asked = {level.quiz, *(directive.argument for page in _pages(alone) for directive in page.directives)}
    alone = replace(alone, quizzes={name: _quiz(alone, quiz) for name, quiz in course.quizzes.items() if name in asked})
    alone = replace(alone, indexes={path: _index(alone, index) for path, index in course.indexes.items()})
    alone = replace(alone, images={path: file for path, file in course.images.items() if _is_needed(alone, path)})
    return replace(alone, left_out=course.left_out | (course.files - alone.files))


def title_of_level(site_name: str, level: Level) -> str:
    """What a site of one level is called."""
    return f"{site_name}: {level.title}"


def _pages(course: Course) -> list[Lesson | Handout | DocsPage]:
    """The pages on which authors write."""
    return [*course.level_pages, *course.docs_pages]


def _within(thing: Thing, key: str, names: Container[str]) -> Thing:
    """A thing that leads to one of these or nowhere."""
    return thing if getattr(thing, key) in names else thing.model_copy(update={key: None})


def _handout(handout: Handout, lessons: Container[str]) -> Handout:
    """A card or session that belongs to these lessons alone."""
    document = handout.document
    kept = tuple(lesson for lesson in document.model.lessons if lesson in lessons)
    return replace(handout, document=replace(document, model=document.model.model_copy(update={"lessons": kept})))


def _terms(glossary: Document[GlossaryFile] | None, lessons: set[str]) -> Document[GlossaryFile] | None:
    """The terms, explained in these lessons or nowhere."""
    if glossary is None:
        return None
    terms = [_within(one, "lesson", lessons) for one in glossary.model.terms]
    return replace(glossary, model=glossary.model.model_copy(update={"terms": terms}))


def _scan(scan: ModelFile[ScanFile], names: list[str]) -> ModelFile[ScanFile]:
    """A scan that leads to this level or nowhere."""
    dimensions = [_within(one, "level", names) for one in scan.model.dimensions]
    profiles = [_within(one, "level", names) for one in scan.model.profiles]
    return replace(scan, model=scan.model.model_copy(update={"dimensions": dimensions, "profiles": profiles}))


def _quiz(course: Course, quiz: ModelFile[QuizFile]) -> ModelFile[QuizFile]:
    """A quiz of which no question leads to a lesson that isn't there."""
    questions = [_within(one, "lesson", course.lessons) for one in quiz.model.questions]
    return replace(quiz, model=quiz.model.model_copy(update={"questions": questions}))


def _index(course: Course, index: FileIndex) -> FileIndex:
    """An index that refers to no lesson that isn't there."""
    return replace(index, lessons=tuple(place for place in index.lessons if place.name in course.lessons))


def _is_needed(course: Course, path: str) -> bool:
    """Whether a picture can be seen: it lies beside something that stays, or something that stays names it."""
    parts = path.split("/")
    if parts[0] != "modules" or parts[1] in course.level_folders:
        return True
    if any(project_path(one, target) == path for one, index in course.indexed() for target, _ in index.links):
        return True
    name = posixpath.basename(path)  # HTML of an author has ways of its own to refer to a file
    return any(name in page.body for page in _pages(course))
