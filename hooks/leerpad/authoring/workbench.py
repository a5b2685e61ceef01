"""Make what an author asks for: the right place, the next number, a name of its own. Nothing is ever overwritten."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leerpad.authoring.append import DEFAULT_INDENT, addition
from leerpad.authoring.starters import (
    clean_title,
    free_name,
    handout_starter,
    lesson_starter,
    level_starter,
    name_from,
    question_starter,
    quiz_starter,
    scan_starter,
)
from leerpad.course.check.course import taken_ids
from leerpad.course.load.course import load_course
from leerpad.questions import TYPES
from leerpad.source.diagnostics import Report
from leerpad.source.directives import split_argument
from leerpad.source.files import read_text
from leerpad.source.names import Names, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from leerpad.course.load.reader import Roots
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale


MOST_DIMENSIONS = 8  # three bands each make 6,561 outcomes, and every one is worked out
_TEXTS = {".yml", ".yaml", ".md"}
_ID = re.compile(r"\bid:[ \t]*[\"']?([a-z0-9-]+)")


class RefusedError(Exception):
    """It can't be made; the message tells the author why, and what to do."""


@dataclass
class Plan:
    """What to write: whole new files, or something behind a file that is there; and what the author does next."""

    files: dict[str, str] = field(default_factory=dict)
    additions: dict[str, str] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)


class Workbench:
    """Plans new things for one course. `command` is how the author calls us, to be shown in what comes next."""

    def __init__(self, roots: Roots, locale: Locale, command: str) -> None:
        self.roots = roots
        self.locale = locale
        self.command = command
        self.course: Course = load_course(roots, Report())
        self.taken = taken_ids(self.course) | _written_ids(roots) | _folders(roots.docs)
        self.taken |= {_id_in(folder) for folder in _levels(roots)}
        self._roles = [role.name for role in self.course.settings.roles]

    def level(self, title: str) -> Plan:
        """A level with its first lesson and its test."""
        title, name = self._named(title)
        lesson_title = self.locale.text("starter.first_lesson", title=title)
        lesson = free_name(name_from(lesson_title), self.taken | {name})
        quiz = free_name(self.locale.text("starter.test_id", id=name), self.taken | {name, lesson})
        folder = f"{_next_number(_levels(self.roots))}-{name}"
        test_file = f"quizzes/{folder}/{self.locale.text('starter.test_file')}.yml"
        lesson_file = f"modules/{folder}/01-{lesson}.md"
        level_file = f"modules/{folder}/level.yml"
        taken = self.taken | {name, lesson, quiz}
        files = {
            level_file: level_starter(self.locale, name=name, title=title, quiz=quiz, quiz_file=test_file),
            lesson_file: lesson_starter(self.locale, title=lesson_title, roles=self._roles),
            test_file: quiz_starter(
                self.locale,
                name=quiz,
                title=self.locale.text("starter.test_title", title=title),
                file=test_file,
                taken=taken,
                is_test=True,
                lesson=lesson,
            ),
        }
        words = {"level": level_file, "lesson": lesson_file, "test": test_file, "id": name}
        return Plan(files, steps=self._steps("level", **words))

    def lesson(self, level: str, title: str) -> Plan:
        """A lesson, behind the others of its level."""
        folder = self._level_folder(level)
        title, name = self._named(title)
        number = _next_number(_names(self.roots.modules / folder, "*.md"))
        file = f"modules/{folder}/{number:02}-{name}.md"
        words = {"file": file, "level": level, "title": _in_quotes(title)}
        text = lesson_starter(self.locale, title=title, roles=self._roles)
        return Plan({file: text}, steps=self._steps("lesson", **words))

    def quiz(self, level: str, title: str, *, is_test: bool) -> Plan:
        """A quiz to put into a lesson; a test, if asked."""
        folder = self._level_folder(level)
        title, name = self._named(title)
        file = f"quizzes/{folder}/{name}.yml"
        text = quiz_starter(self.locale, name=name, title=title, file=file, taken=self.taken, is_test=is_test)
        return Plan({file: text}, steps=self._steps("quiz", file=file, id=name))

    def handout(self, kind: str, level: str, title: str) -> Plan:
        """A card or session for a team, beside the lessons of a level."""
        folder = self._level_folder(level)
        title, name = self._named(title, self.locale.text(f"starter.prefix_{kind}"))
        file = f"modules/{folder}/{name}.md"
        return Plan({file: handout_starter(self.locale, kind, title=title)}, steps=self._steps("handout", file=file))

    def scan(self, title: str) -> Plan:
        """A scan that draws each level of the course."""
        title, name = self._named(title)
        levels = [(level.id, level.title) for level in self.course.levels][:MOST_DIMENSIONS]
        if not levels:
            raise RefusedError(self.locale.text("fault.no_levels"))
        file = f"quizzes/{name}.yml"
        text = scan_starter(self.locale, name=name, title=title, levels=levels)
        return Plan({file: text}, steps=self._steps("scan", file=file, id=name))

    def question(self, wanted: str, kind: str) -> Plan:
        """One more question at the end of a quiz, which is named by its file or its id."""
        if kind not in TYPES:
            raise self._unknown("fault.unknown_type", value=kind, known=TYPES)
        path = self._quiz_file(wanted)
        source = read_text(self.roots.project / path, path, report := Report())
        if source is None:
            raise RefusedError("\n".join(self.locale.diagnostic(found) for found in report))
        document = next((quiz for quiz in self.course.quizzes.values() if quiz.path == path), None)
        count = len(document.model.questions) if document else 0
        quiz_id = document.model.id if document else name_from(path.rpartition("/")[2].rpartition(".")[0]) or "quiz"
        name = free_name(f"{quiz_id}-{count + 1}", self.taken)
        lesson = self._lesson_of(quiz_id)

        def starter(indent: int) -> str:
            return question_starter(kind, name, self.locale, lesson=lesson, indent=indent)

        added = addition((self.roots.project / path).read_bytes().decode("utf-8-sig"), starter)
        if added is None:
            text = starter(DEFAULT_INDENT)
            raise RefusedError(self.locale.text("starter.paste", file=path, text=text.rstrip()))
        return Plan(additions={path: added}, steps=self._steps("question", file=path, id=name))

    def write(self, plan: Plan) -> None:
        """Write it. A file that appeared in the meantime stays as it is: that raises FileExistsError."""
        for path in plan.files:
            if (self.roots.project / path).exists():
                raise FileExistsError(path)
        for path, text in plan.files.items():
            file = self.roots.project / path
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as opened:
                opened.write(text)
        for path, text in plan.additions.items():
            with (self.roots.project / path).open("ab") as existing:
                existing.write(text.encode())

    def _named(self, title: str, prefix: str = "") -> tuple[str, str]:
        """The title on one line, and a free id made from it."""
        clean = clean_title(title)
        if clean is None:
            raise RefusedError(self.locale.text("starter.bad_title"))
        name = name_from(clean)
        if not name:
            raise RefusedError(self.locale.text("starter.no_name", title=clean))
        return clean, free_name(f"{prefix}{name}", self.taken)

    def _level_folder(self, wanted: str) -> str:
        """The folder of a level, named by its id, its folder or its path."""
        folders = {_id_in(name): name for name in _levels(self.roots)}
        folders |= {level.id: level.folder for level in self.course.levels}
        name = re.split(r"[\\/]", wanted.strip("\\/"))[-1]
        if name in folders.values():
            return name
        if name not in folders:
            raise self._unknown("starter.unknown_level", value=wanted, known=folders)
        return folders[name]

    def _quiz_file(self, wanted: str) -> str:
        """The path of a quiz in the project, named by its path or its id."""
        by_id = {quiz.model.id: quiz.path for quiz in self.course.quizzes.values()}
        if wanted in by_id:
            return by_id[wanted]
        file = (self.roots.project / wanted.replace("\\", "/")).resolve()
        inside = self.roots.quizzes.resolve()
        if file.is_file() and file.is_relative_to(inside) and file.suffix in (".yml", ".yaml"):
            return f"quizzes/{file.relative_to(inside).as_posix()}"
        raise self._unknown("starter.unknown_quiz", value=wanted, known=sorted(by_id.values()))

    def _lesson_of(self, quiz: str) -> str | None:
        """The lesson that shows this quiz, if it is one."""
        lessons = [
            lesson.id
            for lesson in self.course.lessons.values()
            if any(found.kind.argument == "quiz" and split_argument(found)[0] == quiz for found in lesson.directives)
        ]
        return lessons[0] if len(lessons) == 1 else None

    def _unknown(self, key: str, *, value: str, known: Iterable[str]) -> RefusedError:
        names = list(known)
        key, params = did_you_mean(key, value, Names(names), value=value, known=", ".join(names))
        return RefusedError(self.locale.text(key, **params))

    def _steps(self, what: str, **params: str) -> list[str]:
        text = self.locale.text(f"starter.next_{what}", command=self.command, **params)
        return text.strip().split("\n")


def _written_ids(roots: Roots) -> set[str]:
    """Every id in a file that may have faults, or that is still a draft: once mended, it must be the only one."""
    files = [file for folder in (roots.modules, roots.quizzes) for file in folder.rglob("*") if file.suffix in _TEXTS]
    return {found for file in files for found in _ID.findall(file.read_bytes().decode("utf-8", "replace"))}


def _levels(roots: Roots) -> list[str]:
    return [name for name in _names(roots.modules, "*") if re.match(r"\d+-.", name)]


def _id_in(folder: str) -> str:
    """The id that the folder of a level seems to have, where its level.yml can't be read."""
    return folder.partition("-")[2]


def _names(folder: Path, pattern: str) -> list[str]:
    return sorted(file.name for file in folder.glob(pattern))


def _folders(folder: Path) -> set[str]:
    """A page of a level must not come to stand among those of a folder that a person wrote."""
    return {file.name for file in folder.glob("*") if file.is_dir()}


def _next_number(names: Iterable[str]) -> int:
    return max((int(match[0]) for name in names if (match := re.match(r"\d+", name))), default=0) + 1


def _in_quotes(title: str) -> str:
    """A title as an argument of a command, in any shell."""
    return re.sub(r'["`$\\!%]', "", title)
