"""Move a lesson, handout or level: numbers, links and old addresses come along. All of it happens, or nothing does."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar

from leerpad.authoring.relink import relinked, with_new_paths
from leerpad.authoring.workbench import RefusedError
from leerpad.course.check.course import check_course
from leerpad.course.load.course import load_course
from leerpad.course.load.reader import Roots
from leerpad.course.model.moves import with_old_address
from leerpad.source.diagnostics import Report
from leerpad.source.links import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leerpad.course.model.course import Course, Lesson, Level
    from leerpad.course.model.files import QuizFile
    from leerpad.course.model.handouts import Handout
    from leerpad.locales import Locale
    from leerpad.source.diagnostics import Diagnostic
    from leerpad.source.shape import Document

_T = TypeVar("_T")
_TEXTS = {".md", ".yml", ".yaml"}
_PARTS = ("docs", "modules", "quizzes")


@dataclass
class Moving:
    """What changes: the new path of each file that gets one, and the whole text of each that says something else.

    `told` is what an author needs to hear of the paths: a folder stands for all that is in it.
    """

    renamed: dict[str, str] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


class Mover:
    """Plans and does moves in one course."""

    def __init__(self, roots: Roots, locale: Locale) -> None:
        self.roots = roots
        self.locale = locale
        report = Report()
        self.course: Course = load_course(roots, report)
        check_course(self.course, report)
        if report.faults:
            raise self._refused("faults_first", report.faults)

    def plan(self, wanted: str, place: str) -> Moving:
        """What happens when a lesson, handout or level goes to a place; RefusedError says why it can't."""
        name = wanted.replace("\\", "/").strip("/").removesuffix("/level.yml").removeprefix("./")
        lesson = next((one for one in self.course.lessons.values() if name in (one.path, one.id)), None)
        if lesson is not None:
            return self._lesson(lesson, place)
        handout = next((one for one in self.course.handouts.values() if name in (one.path, one.id)), None)
        if handout is not None:
            return self._handout(handout, place)
        level = self._level_called(name)
        if level is None:
            raise RefusedError(self.locale.text("move.unknown", value=wanted))
        return self._level(level, place)

    def move(self, moving: Moving) -> None:
        """Do it, after it was tried in a copy. What goes wrong halfway is undone."""
        with TemporaryDirectory() as folder:
            copy = Roots(Path(folder), Path(folder) / "docs", Path(folder) / self.roots.settings.name)
            for part in _PARTS:
                if (self.roots.project / part).is_dir():
                    shutil.copytree(self.roots.project / part, copy.project / part)
            shutil.copy(self.roots.settings, copy.settings)
            _apply(copy.project, moving)
            check_course(load_course(copy, report := Report()), report)
            if report.faults:
                raise self._refused("would_break", report.faults)
        _apply(self.roots.project, moving)

    def _lesson(self, lesson: Lesson, place: str) -> Moving:
        old = self.course.level_folders[lesson.folder]
        level, number = self._place(place, old)
        others = [one for one in level.lessons if one is not lesson]
        first = min((one.number for one in (*others, lesson) if one.folder == level.folder), default=1)
        order = self._inserted(others, lesson, first, number)
        renamed = _renumbered([(one.path, one.file) for one in order], f"modules/{level.folder}", first, width=2)
        if level is not old:
            left = [one for one in old.lessons if one is not lesson]
            if not left:
                raise RefusedError(self.locale.text("move.last_lesson", level=old.id))
            start = old.lessons[0].number
            renamed |= _renumbered([(one.path, one.file) for one in left], f"modules/{old.folder}", start, width=2)
        moving = self._with_texts(renamed)
        return moving if level is old else self._readdressed(moving, lesson, level)

    def _handout(self, handout: Handout, place: str) -> Moving:
        level, number = self._place(place, self.course.level_folders[handout.folder])
        if number is not None:
            raise RefusedError(self.locale.text("move.handout_place", value=place))
        new = f"modules/{level.folder}/{handout.file}"
        if new != handout.path and (self.roots.project / new).exists():
            raise RefusedError(self.locale.text("move.file_there", file=new))
        return self._readdressed(self._with_texts({handout.path: new}), handout, level)

    def _readdressed(self, moving: Moving, page: Lesson | Handout, level: Level) -> Moving:
        """With the address that the page had, in the head of the page."""
        old, new = self.course.level_folders[page.folder], moving.renamed[page.path]
        text = moving.texts.get(new) or _read(self.roots.project / page.path)
        moved_from = page.document.model.moved_from
        moving.texts[new] = with_old_address(text, f"{old.id}/{page.id}", f"{level.id}/{page.id}", moved_from)
        return moving

    def _level(self, level: Level, place: str) -> Moving:
        if not re.fullmatch(r"\d+", place):
            raise RefusedError(self.locale.text("move.level_place", value=place))
        others = [one for one in self.course.levels if one is not level]
        first = self.course.levels[0].number
        order = self._inserted(others, level, first, int(place))
        folders = _renumbered([(one.folder, one.folder) for one in order], "", first, width=1)
        renamed = dict[str, str]()
        for root in ("modules", "quizzes"):
            for old, new in folders.items():
                if (self.roots.project / root / old).is_dir():
                    renamed[f"{root}/{old}"] = f"{root}/{new}"
        return self._with_texts(renamed)

    def _inserted(self, others: Sequence[_T], moved: _T, first: int, number: int | None) -> list[_T]:
        """The order in which the moved one gets this number."""
        last = first + len(others)
        number = last if number is None else number
        if not first <= number <= last:
            raise RefusedError(self.locale.text("move.no_such_number", value=number, first=first, last=last))
        at = number - first
        return [*others[:at], moved, *others[at:]]

    def _place(self, place: str, own: Level) -> tuple[Level, int | None]:
        """The level and the number that a place names: `3`, `basis` or `basis/3`."""
        parts = place.replace("\\", "/").strip("/").removeprefix("modules/").split("/")
        number = int(parts.pop()) if re.fullmatch(r"\d+", parts[-1]) else None
        level = self._level_called("/".join(parts)) if parts else own
        if level is None:
            known = ", ".join(one.id for one in self.course.levels)
            raise RefusedError(self.locale.text("move.unknown_place", value=place, known=known))
        return level, number

    def _level_called(self, name: str) -> Level | None:
        levels = self.course.levels
        return next((one for one in levels if name.removeprefix("modules/") in (one.id, one.folder)), None)

    def _with_texts(self, renamed: dict[str, str]) -> Moving:
        """With the new path of every file in a folder that gets one, and all texts that lead to any of them."""
        renamed = {old: new for old, new in renamed.items() if old != new}
        if not renamed:
            raise RefusedError(self.locale.text("move.there_already"))
        project = self.roots.project
        files = dict[str, str]()
        for old, new in renamed.items():
            inside = [file for file in (project / old).rglob("*") if file.is_file()] if (project / old).is_dir() else []
            files |= {self._name(file): new + self._name(file)[len(old) :] for file in inside}
            files |= {} if (project / old).is_dir() else {old: new}
        every = {**renamed, **files}
        moving = Moving(files, renamed)
        written = [file for part in _PARTS for file in sorted((project / part).rglob("*")) if file.suffix in _TEXTS]
        quizzes = {quiz.path: quiz for quiz in self.course.quiz_documents()}
        for file in written:
            path, text = self._name(file), _text_of(file)
            if text is None:
                continue
            named = _named(quizzes[path], text) if path in quizzes else ()
            changed = relinked(text, path, files.get(path, path), every, named)
            if file.suffix != ".md":
                changed = with_new_paths(changed, every, only_comments=True)
            if changed != text:
                moving.texts[files.get(path, path)] = changed
        settings = _read(self.roots.settings)
        changed = with_new_paths(settings, every, only_comments=False)
        if changed != settings:
            moving.texts[self._name(self.roots.settings)] = changed
        return moving

    def _name(self, file: Path) -> str:
        return file.relative_to(self.roots.project).as_posix()

    def _refused(self, key: str, faults: list[Diagnostic]) -> RefusedError:
        lines = map(self.locale.diagnostic, faults)
        return RefusedError("\n".join([self.locale.text(f"move.{key}"), *lines]))


def _named(quiz: Document[QuizFile], text: str) -> Iterator[Link]:
    """The files that keys of a quiz name, each where its path begins: behind a quotation mark, if there is one."""
    lines = text.split("\n")
    for place, target in quiz.model.files():
        line, column = quiz.position(place)
        if line <= len(lines):
            is_quoted = lines[line - 1][column - 1 : column] in ('"', "'")
            yield Link(target, line - 1, column + is_quoted)


def _renumbered(items: list[tuple[str, str]], folder: str, first: int, *, width: int) -> dict[str, str]:
    """The new path of each of these, which are given by path and name, with numbers one after the other."""
    start = f"{folder}/" if folder else ""
    return {
        path: f"{start}{number:0{width}}-{name.partition('-')[2]}" for number, (path, name) in enumerate(items, first)
    }


def _apply(project: Path, moving: Moving) -> None:
    """Write it. If that fails, everything is put back as it was."""
    new = {path: (project / old).read_bytes() for old, path in moving.renamed.items()}
    new |= {path: text.encode() for path, text in moving.texts.items()}
    touched = {*moving.renamed, *new}
    before = {path: (project / path).read_bytes() for path in touched if (project / path).is_file()}
    try:
        _write(project, new, gone=touched - new.keys())
    except BaseException:
        _write(project, before, gone=touched - before.keys())
        raise


def _write(project: Path, files: dict[str, bytes], gone: set[str]) -> None:
    for path, data in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(data)
    for path in gone:
        (project / path).unlink(missing_ok=True)
    for folder in sorted({(project / path).parent for path in gone}, reverse=True):
        while folder != project and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _read(file: Path) -> str:
    return file.read_bytes().decode("utf-8")


def _text_of(file: Path) -> str | None:
    """None for a draft that isn't UTF-8, which no check has read: it stays as it is."""
    try:
        return _read(file)
    except UnicodeDecodeError:
        return None
