"""Read a course from disk. Every fault goes into the report; what can be read is read."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from leerpad.course.check.loose_files import without_loose_files
from leerpad.course.load.badges import load_badge_site
from leerpad.course.load.copies import age
from leerpad.course.load.docs import load_docs_pages
from leerpad.course.load.file_names import check_files
from leerpad.course.load.folders import claimed_ids, visible
from leerpad.course.load.handouts import read_handout, report_numbered_handout
from leerpad.course.load.heading_font import load_heading_font
from leerpad.course.load.lists import is_excluded, load_list
from leerpad.course.load.quizzes import load_quizzes
from leerpad.course.load.reader import CourseReader, Roots
from leerpad.course.load.settings import load_nav, load_settings
from leerpad.course.model.bibliography import BibliographyFile
from leerpad.course.model.course import Course, Lesson, Level
from leerpad.course.model.file_index import FileIndex, index_lesson
from leerpad.course.model.files import UNREAD_SETTINGS, LessonFile, LevelFile, Settings
from leerpad.course.model.glossary import GlossaryFile
from leerpad.course.model.own_pages import own_pages
from leerpad.course.model.sign import Sign, read_sign
from leerpad.locales import LANGUAGES, load_locale
from leerpad.source.diagnostics import START, Report
from leerpad.source.directives import find_directives
from leerpad.source.files import SourceText, read_text
from leerpad.source.front_matter import split_front_matter
from leerpad.source.limits import LIMITS
from leerpad.source.memory import Memory, NoMemory
from leerpad.source.names import ID_PATTERN, Names, did_you_mean, given_twice
from leerpad.source.role_steps import find_role_steps
from leerpad.source.shape import Document, shape
from leerpad.source.slips import find_slips
from leerpad.source.tangles import report_tangles
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from leerpad.course.model.handouts import Handout

PageT = TypeVar("PageT")
_LEVEL_FOLDER = re.compile(r"^(?P<number>\d+)-(?P<name>.+)$")
_LESSON_FILE = re.compile(r"^(?P<number>\d+)-(?P<name>.+)\.md$")
_YAML = {".yml", ".yaml"}
RESULTS = "quizzes/results.json"
"""Where figures on questions may lie, made by `leerpad results --keep`; only advice reads them, no site has them."""
_SCHEMA = ".schema.json"  # files that end so are made by us, for editors


def load_course(roots: Roots, report: Report, memory: Memory | None = None, *, keeps_trees: bool = True) -> Course:
    """Read everything: the course as far as it could be read. It is whole if the report holds no faults.

    What was read before is taken from the memory. The trees of quizzes and scans are most of what a course weighs;
    who only checks and builds can do without, as `Course.indexes` has every place for that.
    """
    settings = load_settings(roots.settings, roots.name(roots.settings), report) or UNREAD_SETTINGS
    reader = CourseReader(roots, report, memory or NoMemory(), keeps_trees)
    levels = _load_levels(reader)
    quizzes, scans = load_quizzes(reader)
    glossary = load_list(reader, "terms", GlossaryFile)
    bibliography = load_list(reader, "sources", BibliographyFile)
    docs_files = visible(roots.docs) if roots.docs.is_dir() else []
    docs_pages = load_docs_pages(reader, [(roots.name(file), file) for file in docs_files])
    check_files(roots, report)
    course = Course(
        settings,
        levels,
        quizzes,
        scans,
        docs_pages,
        docs_files=frozenset(_docs_path(roots, file) for file in docs_files if _is_of_site(roots, file)),
        images=reader.images,
        unread=reader.unread,
        glossary=glossary,
        bibliography=bibliography,
        indexes=reader.indexes,
        digests=reader.digests,
        nav=load_nav(roots.settings),
        own_pages=frozenset(_own_pages(settings)),
        badge_site=load_badge_site(roots, settings, report),
        heading_font=load_heading_font(settings.heading_font, roots, report),
    )
    course = without_loose_files(
        course, report, lambda: [(roots.name(roots.settings), roots.settings), *_all_files(roots)]
    )
    return _without(settings.heading_font, course)  # it goes out under another name


def read_sources(roots: Roots) -> dict[str, SourceText]:
    """Every page, lesson, level and quiz as written, by its path in the project; and the results of questions, if kept.

    What can't be read is left out.
    """
    found = _all_files(roots)
    sources = {
        path: read_text(file, path, Report())
        for path, file in found
        if file.suffix in {".md", *_YAML} or path == RESULTS
    }
    return {path: source for path, source in sources.items() if source is not None}


def _without(path: str, course: Course) -> Course:
    """The course without one of its files; the same where it has no such file."""
    images = {name: file for name, file in course.images.items() if name != path}
    return replace(course, images=images, docs_files=course.docs_files - {path})


def _own_pages(settings: Settings) -> Iterator[str]:
    """Where links find the learner's own pages, in any language: which one the site has, the theme may decide."""
    for locale in map(load_locale, LANGUAGES):
        yield from (f"docs/{locale.text(f'page.{name}.file')}.md" for name in own_pages(settings))


def _is_of_site(roots: Roots, file: Path) -> bool:
    """Whether a file of `docs/` may go out; a folder is no file."""
    return not (is_excluded(_docs_path(roots, file)) or file.is_dir())


def _docs_path(roots: Roots, file: Path) -> str:
    return f"docs/{file.relative_to(roots.docs).as_posix()}"


def _all_files(roots: Roots) -> list[tuple[str, Path]]:
    """Every file of the course but drafts, with its path in the project."""
    found = [(_docs_path(roots, file), file) for file in visible(roots.docs)]
    found += [(roots.name(file), file) for root in (roots.modules, roots.quizzes) for file in visible(root)]
    return [(path, file) for path, file in found if file.is_file()]


def _load_levels(reader: CourseReader) -> tuple[Level, ...]:
    roots, report, unread = reader.roots, reader.report, reader.unread
    if not roots.modules.is_dir():
        report.fault(roots.name(roots.modules), START, "no_levels")
        unread[roots.name(roots.modules)] = set()
        return ()
    levels = []
    numbered: list[tuple[int, str]] = []
    for folder in sorted(visible(roots.modules, is_deep=False), key=lambda folder: age(folder.name)):
        if folder.name.endswith(_SCHEMA):
            continue
        path = roots.name(folder)
        match = _LEVEL_FOLDER.match(folder.name)
        if not folder.is_dir() or match is None:
            report.fault(path, START, "not_a_level")
            unread[path] = set()
            continue
        number = int(match["number"])
        numbered.append((number, path))
        level = _load_level(reader, folder, number)
        if level is not None:
            levels.append(level)
    _report_same_numbers(numbered, report)
    if not numbered:
        report.fault(roots.name(roots.modules), START, "no_levels")
    return tuple(sorted(levels, key=lambda level: level.number))


def _load_level(reader: CourseReader, folder: Path, number: int) -> Level | None:
    roots, report, unread = reader.roots, reader.report, reader.unread
    lessons: list[Lesson] = []
    handouts: list[Handout] = []
    numbered: list[tuple[int, str]] = []
    for file in sorted(visible(folder), key=lambda file: age(file.name)):
        is_page = file.suffix == ".md" and file.parent == folder
        if is_page and (match := _LESSON_FILE.match(file.name)):
            numbered.append((int(match["number"]), roots.name(file)))
            lessons += _read_page(reader, "lesson", file, match["name"], _lesson)
        elif is_page:
            handouts += _read_page(reader, "handout", file, file.stem, read_handout)
        elif file.name != "level.yml" and not file.is_dir():
            reader.images[roots.name(file)] = file
    _report_same_numbers(numbered, report)
    document = _load_level_file(reader, folder / "level.yml")
    if not numbered:
        report.fault(roots.name(folder), START, "level_without_lessons")
    if document is None:
        unread |= {lesson.path: {lesson.id} for lesson in lessons}
        unread |= {handout.path: {handout.id} for handout in handouts}
        unread[roots.name(folder / "level.yml")] = claimed_ids(folder / "level.yml")
        return None
    in_order = tuple(sorted(lessons, key=lambda lesson: lesson.number))
    beside = tuple(sorted(handouts, key=lambda handout: handout.place))
    return Level(document, folder.name, number, in_order, _load_sign(reader, folder, document), beside)


def _read_page(
    reader: CourseReader,
    kind: str,
    file: Path,
    name: str,
    make: Callable[[SourceText, Report], tuple[PageT, FileIndex] | None],
) -> list[PageT]:
    """The page in a file; none if it has faults: then `name`, and what else it seems to define, counts as there."""
    path = reader.roots.name(file)
    known = reader.read(kind, file, path, make)
    if known is None:
        reader.unread[path] = {name, *claimed_ids(file)}
        return []
    page, reader.indexes[path] = known
    return [page]


def _report_same_numbers(numbered: list[tuple[int, str]], report: Report) -> None:
    for (number, path), (_, first) in given_twice(numbered, itemgetter(0)):
        report.fault(path, START, "duplicate_number", number=number, other=first)


def _load_sign(reader: CourseReader, folder: Path, document: Document[LevelFile]) -> Sign | None:
    name = document.model.sign
    if name is None:
        return None
    beside = [file.name for file in visible(folder, is_deep=False) if file.suffix == ".svg"]
    if name not in beside:
        code, params = did_you_mean("missing_sign", name, Names(beside), name=name)
        reader.report.fault(document.path, document.position(("sign",)), code, **params)
        return None
    return reader.read("sign", folder / name, reader.roots.name(folder / name), read_sign)


def _load_level_file(reader: CourseReader, file: Path) -> Document[LevelFile] | None:
    path = reader.roots.name(file)
    if not file.exists():
        reader.report.fault(path, START, "no_level_file")
        return None
    return reader.read("level", file, path, _level_document)


def _level_document(source: SourceText, report: Report) -> Document[LevelFile] | None:
    tree = read_tree(source, report)
    return shape(source.path, tree, LevelFile, report) if tree else None


def _lesson(source: SourceText, report: Report) -> tuple[Lesson, FileIndex] | None:
    """A lesson, by its text and the path of its file."""
    path = source.path
    folder, file = path.split("/")[-2:]
    named = _LESSON_FILE.match(file)
    parts = split_front_matter(source, report)
    if parts is None or named is None:
        return None
    if report_numbered_handout(parts, file, report):
        return None
    document = shape(path, parts.front_matter, LessonFile, report)
    body = parts.body
    directives = find_directives(path, body, report)
    find_slips(path, body, report)
    report_tangles(path, body, report)
    if not body.text.strip():
        report.fault(path, START, "empty_lesson")
    if document is None:
        return None
    name = named["name"]
    lesson_id = document.model.id or name
    if document.model.id is None and not re.fullmatch(ID_PATTERN, name):
        report.fault(path, START, "bad_file_name", value=name)
    elif len(lesson_id) > LIMITS["id"]:
        report.fault(path, START, "file_name_too_long", length=len(name), maximum=LIMITS["id"])
    number, line, cited = int(named["number"]), body.first_line, tuple(body.citations)
    steps = tuple(find_role_steps(body))
    lesson = Lesson(lesson_id, document, folder, file, body.text, line, tuple(directives), cited, number, steps)
    return lesson, index_lesson(document, lesson_id, body)
