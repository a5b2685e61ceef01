"""Read a course from disk. Every fault goes into the report; what can be read is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from leerpad.course.bibliography import BIBLIOGRAPHY, BibliographyFile
from leerpad.course.course import Course, Lesson, Level, Unread
from leerpad.course.glossary import GLOSSARY, GlossaryFile
from leerpad.course.lists import is_aside, is_draft, load_list
from leerpad.course.load_docs import load_docs_pages
from leerpad.course.load_settings import load_settings
from leerpad.course.models import LessonFile, LevelFile, QuizFile, Settings
from leerpad.course.scan import ScanFile
from leerpad.course.sign import Sign, read_sign
from leerpad.source.citations import find_citations
from leerpad.source.diagnostics import START, Report
from leerpad.source.directives import find_directives
from leerpad.source.files import SourceText, lines_of, read_text
from leerpad.source.front_matter import split_front_matter
from leerpad.source.names import suggestion
from leerpad.source.shape import ID_PATTERN, Document, locate, shape
from leerpad.source.slips import find_slips
from leerpad.source.tree import Mapping, Scalar, read_tree

if TYPE_CHECKING:
    from pathlib import Path

_LEVEL_FOLDER = re.compile(r"^(?P<number>\d+)-(?P<name>.+)$")
_LESSON_FILE = re.compile(r"^(?P<number>\d+)-(?P<name>.+)\.md$")
_ID_LINE = re.compile(rf"^id:[ \t]*(?!null)[\"']?({ID_PATTERN.replace('(', '(?:')})[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)
_YAML = {".yml", ".yaml"}
KindT = TypeVar("KindT", QuizFile, ScanFile)
_SCHEMA = ".schema.json"  # files that end so are made by us, for editors


@dataclass(frozen=True)
class Roots:
    """Where the parts of a course stand. All paths in faults are relative to `project`."""

    project: Path
    docs: Path
    settings: Path

    @property
    def modules(self) -> Path:
        """The folder of levels."""
        return self.project / "modules"

    @property
    def quizzes(self) -> Path:
        """The folder of quizzes."""
        return self.project / "quizzes"

    def name(self, file: Path) -> str:
        """The path to show to an author."""
        name = file.relative_to(self.project).as_posix() if file.is_relative_to(self.project) else file.name
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # it will be printed


def load_course(roots: Roots, report: Report) -> Course:
    """Read everything: the course as far as it could be read. It is whole if the report holds no faults."""
    settings = load_settings(roots.settings, roots.name(roots.settings), report) or Settings(course_id="unread")
    images: dict[str, Path] = {}
    unread: Unread = {}
    levels = _load_levels(roots, report, images, unread)
    quizzes, scans = _load_quizzes(roots, report, images, unread)
    glossary = load_list(roots.docs, GLOSSARY, GlossaryFile, report, unread)
    bibliography = load_list(roots.docs, BIBLIOGRAPHY, BibliographyFile, report, unread)
    docs_files = _visible(roots.docs) if roots.docs.is_dir() else []
    docs_pages = load_docs_pages([(roots.name(file), file) for file in docs_files], report, unread)
    return Course(
        settings,
        levels,
        quizzes,
        scans,
        docs_pages,
        docs_files=frozenset(path for file in docs_files if not is_aside(path := _docs_path(roots, file))),
        images=images,
        unread=unread,
        glossary=glossary,
        bibliography=bibliography,
    )


def read_sources(roots: Roots) -> dict[str, SourceText]:
    """Every page, lesson, level and quiz as written, by its path in the project. What can't be read is left out."""
    found = [(_docs_path(roots, file), file) for file in _all_files(roots.docs)]
    found += [(roots.name(file), file) for root in (roots.modules, roots.quizzes) for file in _all_files(root)]
    sources = {path: read_text(file, path, Report()) for path, file in found if file.suffix in {".md", *_YAML}}
    return {path: source for path, source in sources.items() if source is not None}


def _docs_path(roots: Roots, file: Path) -> str:
    return f"docs/{file.relative_to(roots.docs).as_posix()}"


def _all_files(folder: Path) -> list[Path]:
    return [file for file in _visible(folder) if file.is_file()] if folder.is_dir() else []


def _load_levels(roots: Roots, report: Report, images: dict[str, Path], unread: Unread) -> tuple[Level, ...]:
    if not roots.modules.is_dir():
        report.fault(roots.name(roots.modules), START, "no_levels")
        unread[roots.name(roots.modules)] = set()
        return ()
    levels = []
    numbers: dict[int, str] = {}
    for folder in _visible(roots.modules, "*"):
        if folder.name.endswith(_SCHEMA):
            continue
        path = roots.name(folder)
        match = _LEVEL_FOLDER.match(folder.name)
        if not folder.is_dir() or match is None:
            report.fault(path, START, "not_a_level")
            unread[path] = set()
            continue
        number = int(match["number"])
        if number in numbers:
            report.fault(path, START, "duplicate_number", number=number, other=numbers[number])
        numbers.setdefault(number, path)
        level = _load_level(roots, folder, number, report, images, unread)
        if level is not None:
            levels.append(level)
    if not numbers:
        report.fault(roots.name(roots.modules), START, "no_levels")
    return tuple(sorted(levels, key=lambda level: level.number))


def _load_level(
    roots: Roots, folder: Path, number: int, report: Report, images: dict[str, Path], unread: Unread
) -> Level | None:
    lessons = []
    numbers: dict[int, str] = {}
    for file in _visible(folder):
        is_lesson = file.suffix == ".md" and file.parent == folder
        if file.name == "level.yml" or (file.is_dir() and not is_lesson):
            continue
        path = roots.name(file)
        if not is_lesson:
            images[path] = file
            continue
        match = _LESSON_FILE.match(file.name)
        if match is None:
            report.fault(path, START, "not_a_lesson")
            unread[path] = {file.stem, *_claimed_ids(file)}
            continue
        lesson_number = int(match["number"])
        if lesson_number in numbers:
            report.fault(path, START, "duplicate_number", number=lesson_number, other=numbers[lesson_number])
        numbers.setdefault(lesson_number, path)
        lesson = _load_lesson(roots, file, lesson_number, match["name"], report)
        if lesson is None:
            unread[path] = {match["name"], *_claimed_ids(file)}
        else:
            lessons.append(lesson)
    document = _load_level_file(roots, folder / "level.yml", report)
    if not numbers:
        report.fault(roots.name(folder), START, "level_without_lessons")
    if document is None:
        unread |= {lesson.path: {lesson.id} for lesson in lessons}
        unread[roots.name(folder / "level.yml")] = _claimed_ids(folder / "level.yml")
        return None
    in_order = tuple(sorted(lessons, key=lambda lesson: lesson.number))
    return Level(document, folder.name, number, in_order, _load_sign(roots, folder, document, report))


def _load_sign(roots: Roots, folder: Path, document: Document[LevelFile], report: Report) -> Sign | None:
    name = document.model.sign
    if name is None:
        return None
    beside = [file.name for file in _visible(folder, "*") if file.suffix == ".svg"]
    if name not in beside:
        meant = suggestion(name, beside)
        code = "missing_sign_suggestion" if meant else "missing_sign"
        report.fault(document.path, document.position(("sign",)), code, name=name, suggestion=meant)
        return None
    source = read_text(folder / name, roots.name(folder / name), report)
    return read_sign(source, report) if source else None


def _load_level_file(roots: Roots, file: Path, report: Report) -> Document[LevelFile] | None:
    path = roots.name(file)
    if not file.exists():
        report.fault(path, START, "no_level_file")
        return None
    source = read_text(file, path, report)
    tree = read_tree(source, report) if source else None
    return shape(path, tree, LevelFile, report) if tree else None


def _load_lesson(roots: Roots, file: Path, number: int, name: str, report: Report) -> Lesson | None:
    path = roots.name(file)
    source = read_text(file, path, report)
    parts = split_front_matter(source, report) if source else None
    if parts is None:
        return None
    document = shape(path, parts.front_matter, LessonFile, report)
    directives = find_directives(path, parts.body, parts.body_line, report)
    find_slips(path, parts.body, parts.body_line, report)
    if not parts.body.strip():
        report.fault(path, START, "empty_lesson")
    if document is None:
        return None
    lesson_id = document.model.id or name
    if document.model.id is None and not re.fullmatch(ID_PATTERN, name):
        report.fault(path, START, "bad_file_name", value=name)
    folder = file.parent.name
    return Lesson(
        lesson_id,
        document,
        folder,
        file.name,
        number,
        parts.body,
        parts.body_line,
        tuple(directives),
        tuple(find_citations(parts.body)),
    )


def _load_quizzes(
    roots: Roots, report: Report, images: dict[str, Path], unread: Unread
) -> tuple[dict[str, Document[QuizFile]], dict[str, Document[ScanFile]]]:
    quizzes: dict[str, Document[QuizFile]] = {}
    scans: dict[str, Document[ScanFile]] = {}
    if not roots.quizzes.is_dir():
        if roots.quizzes.exists():
            report.fault(roots.name(roots.quizzes), START, "file_for_folder")
            unread[roots.name(roots.quizzes)] = set()
        return quizzes, scans
    for file in _visible(roots.quizzes):
        path = roots.name(file)
        if file.name.endswith(_SCHEMA) or (file.is_dir() and file.suffix not in _YAML):
            continue
        if file.suffix not in _YAML:
            images[path] = file
            continue
        source = read_text(file, path, report)
        tree = read_tree(source, report) if source else None
        kind = _kind_of(tree) if tree else ""
        if tree and kind == "scan":
            known = _keep(shape(path, tree, ScanFile, report), scans, report)
        elif tree and kind == "quiz":
            known = _keep(shape(path, tree, QuizFile, report), quizzes, report)
        else:
            known = False
            if tree:
                report.fault(path, locate(tree, ("kind",)), "not_one_of", key="kind", value=kind, known="quiz, scan")
        if not known:
            unread[path] = _claimed_ids(file)
    return quizzes, scans


def _kind_of(tree: Mapping) -> str:
    """What a file in `quizzes/` says it is; a quiz need not say so."""
    kind = tree.entries.get("kind")
    if isinstance(kind, Scalar) and kind.data() is not None:
        return kind.text
    # Where it isn't said, or not well, the keys tell which faults will be told.
    return "scan" if "statements" in tree.entries and "questions" not in tree.entries else "quiz"


def _keep(document: Document[KindT] | None, known: dict[str, Document[KindT]], report: Report) -> bool:
    """Put a document among its kind, by its id. False if it could not be read."""
    if document is None:
        return False
    first = known.setdefault(document.model.id, document)
    if first is not document:
        other = f"{first.path}:{first.position(('id',)).line}"
        report.fault(document.path, document.position(("id",)), "duplicate_id", id=document.model.id, other=other)
    return True


def _claimed_ids(file: Path) -> set[str]:
    """The ids that a file with faults seems to define: a reference to it is not a second fault."""
    return set(_ID_LINE.findall("\n".join(lines_of(file))))


def _visible(folder: Path, pattern: str = "**/*") -> list[Path]:
    """What is in a folder, in the order of names, the same on every machine; without drafts and hidden files."""
    return sorted(file for file in folder.glob(pattern) if not is_draft(file.relative_to(folder).as_posix()))
