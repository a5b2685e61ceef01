"""The site as a plan: which pages there are, where they stand, how they hang together. Nothing is written here."""

from __future__ import annotations

import json
import posixpath
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from leerpad.course.model.badges import DID_FILE, STATUS_FILE
from leerpad.course.model.moves import moves
from leerpad.course.model.own_pages import own_pages
from leerpad.site.plan.guide import plan_guide

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.course import Course, Lesson, Level
    from leerpad.course.model.handouts import Handout
    from leerpad.course.model.moves import Move
    from leerpad.locales import Locale
    from leerpad.site.plan.guide import Guide

DOCS = "docs/"
NOTICES = "licenses.txt"
"""The file beside the pages with the licences of all that a site gives its readers."""


@dataclass(frozen=True)
class Page:
    """One page that the engine makes.

    `uri` is its place in the source tree (what links between Markdown files mean), `url` its place in the site:
    without numbers, so that renumbering lessons breaks no bookmark. `element` names the template around the body.
    """

    uri: str
    url: str
    title: str
    description: str
    element: str
    body: str = ""
    level: Level | None = None
    lesson: Lesson | None = None
    quiz: str | None = None
    handout: Handout | None = None

    @property
    def is_written(self) -> bool:
        """Whether an author wrote its text, in the file at `uri`."""
        return self.lesson is not None or self.handout is not None

    @property
    def source(self) -> str:
        """The page as a file of Markdown. Python-Markdown doesn't run at all on an empty one: a comment is enough."""
        return f"---\ntitle: {json.dumps(self.title, ensure_ascii=False)}\n---\n{self.body or '<!-- -->'}"


@dataclass(frozen=True)
class Section:
    """A part of the navigation; its first page is its index. `handouts` stand in a group of their own within it."""

    title: str
    pages: tuple[Page, ...]
    handouts: tuple[Page, ...] = ()


@dataclass(frozen=True)
class SitePlan:
    """Everything the host has to mount. `moves` lead on.

    `files` are copied as they are, such as images: uri, url, and the file on disk. `handouts_title` is what the
    navigation calls the handouts of each level.
    """

    pages: tuple[Page, ...]
    levels: tuple[Section, ...]
    own: dict[str, Page]
    files: tuple[tuple[str, str, Path], ...]
    moves: tuple[Move, ...]
    guide: Guide
    handouts_title: str

    @cached_property
    def by_uri(self) -> dict[str, Page]:
        """The pages by their place in the source tree."""
        return {page.uri: page for page in self.pages}


def make_plan(course: Course, locale: Locale) -> SitePlan:
    """Plan the site of a course without faults."""
    sections = tuple(_plan_level(course, level) for level in course.levels)
    own = {name: _plan_own(name, locale) for name in own_pages(course.settings)}
    of_levels = (page for section in sections for page in (*section.pages, *section.handouts))
    pages = (*of_levels, *own.values())
    files = tuple((path, file_url(course, path), file) for path, file in sorted(course.images.items()))
    if course.badge_site is not None:
        files += tuple((name, name, course.badge_site.project / name) for name in (DID_FILE, STATUS_FILE))
    guide = plan_guide(course, locale)
    title = locale.text("handout.group")
    return SitePlan(pages, sections, own, files, (*moves(course), *guide.moves), guide, title)


def _plan_level(course: Course, level: Level) -> Section:
    folder = f"modules/{level.folder}"
    index = Page(f"{folder}/index.md", level_url(level), level.title, level.summary, "level", level=level)
    lessons = [
        Page(lesson.path, lesson_url(level, lesson), lesson.title, lesson.summary, "lesson", lesson.body, level, lesson)
        for lesson in level.lessons
    ]
    quiz = course.quizzes[level.quiz]
    title = quiz.model.title
    test = Page(f"{folder}/{level.quiz}.md", test_url(level), title, level.summary, "test", "", level, quiz=level.quiz)
    handouts = tuple(_plan_handout(level, handout) for handout in level.handouts)
    return Section(level.title, (index, *lessons, test), handouts)


def _plan_handout(level: Level, handout: Handout) -> Page:
    """A card or session: its kind is the name of its element."""
    url = handout_url(level, handout)
    return Page(handout.path, url, handout.title, handout.summary, handout.kind, handout.body, level, handout=handout)


def _plan_own(name: str, locale: Locale) -> Page:
    """A page of the learner's own."""
    title, description = locale.text(f"page.{name}.title"), locale.text(f"page.{name}.description")
    return Page(f"{locale.text(f'page.{name}.file')}.md", own_url(name, locale), title, description, name)


def level_url(level: Level) -> str:
    """Where a level's page stands in the site."""
    return f"{level.id}/index.html"


def lesson_url(level: Level, lesson: Lesson) -> str:
    """Where a lesson stands in the site."""
    return f"{level.id}/{lesson.id}.html"


def handout_url(level: Level, handout: Handout) -> str:
    """Where a card or session stands in the site."""
    return f"{level.id}/{handout.id}.html"


def test_url(level: Level) -> str:
    """Where a level's test stands in the site."""
    return f"{level.id}/{level.quiz}.html"


def own_url(name: str, locale: Locale) -> str:
    """Where a page of the learner's own stands in the site: see `course/model/course.py`."""
    return f"{locale.text(f'page.{name}.file')}.html"


def file_url(course: Course, path: str) -> str:
    """Where an image stands: in its level's folder if it belongs to one, else where it lies in the project."""
    parts = path.split("/")
    level = course.level_folders.get(parts[1]) if parts[0] == "modules" else None
    return path if level is None else "/".join([level.id, *parts[2:]])


def site_urls(course: Course) -> dict[str, str]:
    """Where each source file comes out in the site, by its path in the project."""
    urls = {path: file_url(course, path) for path in course.images}
    for level in course.levels:
        urls[level.document.path] = level_url(level)
        urls[course.quizzes[level.quiz].path] = test_url(level)
        urls |= {lesson.path: lesson_url(level, lesson) for lesson in level.lessons}
        urls |= {handout.path: handout_url(level, handout) for handout in level.handouts}
    for path in course.docs_files | course.guide:
        inside = path.removeprefix(DOCS)
        urls[path] = f"{inside.removesuffix('.md')}.html" if inside.endswith(".md") else inside
    return urls


def page_url_with(course: Course, directive: str) -> str | None:
    """Where the page of `docs/` stands that holds a directive; None if there is none."""
    path = course.page_with(directive)
    return None if path is None else site_urls(course)[path]


def relative_url(target: str, page: str) -> str:
    """The link from a page to a place in the site: relative, so that the site works in any folder."""
    path, hash_mark, anchor = target.partition("#")
    return _relative(path, posixpath.dirname(page)) + hash_mark + anchor


@lru_cache(maxsize=2000)  # the pages of one folder link to the same things
def _relative(path: str, folder: str) -> str:
    return quote(posixpath.relpath(path, folder or "."))
