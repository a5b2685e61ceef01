"""What somebody reads who typed a command wrongly: what is wrong, and a line that is right in this folder."""

from __future__ import annotations

import argparse
import os
import re
from typing import TYPE_CHECKING, NoReturn

from leerpad.commands.project import SETTINGS, course_near, is_course, roots_of
from leerpad.course.load.course import load_course
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.locales import Locale

EXAMPLES = {
    "": "check",
    "new": 'new level "{title}"',
    "new course": "new course {course} --language {language}",
    "new level": 'new level "{title}"',
    "new lesson": 'new lesson {level} "{title}"',
    "new quiz": 'new quiz {level} "{title}"',
    "new question": "new question {quiz} single_choice",
    "new scan": 'new scan "{title}"',
    "new card": 'new card {level} "{title}"',
    "new session": 'new session {level} "{title}"',
    "move": "move {lesson} {place}",
    "package": "package scorm12",
    "export": "export gift",
    "import": "import {bank} --into {level}",
    "results": "results {answers}",
    "badge": "badge verify {badge}",
    "badge key": "badge key {key}",
    "badge sign": "badge sign {key} {statement}",
    "badge revoke": "badge revoke {key} {badge}",
    "badge verify": "badge verify {badge}",
    "due": "due --until 2027-12-31",
    **{name: name for name in ("check", "guess", "pace", "build", "serve", "schema", "publish", "update")},
}
"""What to type, by the words that name a command."""
_OF_COURSE = {"level", "quiz", "lesson", "place"}
"""What an example takes from the course, where that has it."""


class MistypedError(Exception):
    """What was typed can't be read as a command. `program` is what it was read as so far, `message` what is wrong."""

    def __init__(self, program: str, message: str) -> None:
        super().__init__(message)
        self.program, self.message = program, message


class Parser(argparse.ArgumentParser):
    """Leaves it to who asked to say what is wrong; argparse would print all options first."""

    def error(self, message: str) -> NoReturn:
        """What argparse calls."""
        raise MistypedError(self.prog, message)


def told(mistyped: MistypedError, typed: list[str], project: Path, call: str, locale: Locale) -> str:
    """What is wrong, what would be right here, and how to see what else there is."""
    words, name = f"{mistyped.program}: {mistyped.message}", _name_in(typed)
    if is_course(project) or name == "new course":
        right = locale.text("arguments.example", command=f"{call} {example(name, project, locale)}")
    else:
        right = no_course(project, call, locale)
    asked = " ".join(word for word in (call, name, "--help") if word)
    return "\n".join([words, right, locale.text("arguments.more", command=asked)])


def example(name: str, project: Path, locale: Locale) -> str:
    """A command with the words that it needs, such as the id of a level that is in this course."""
    pattern = EXAMPLES[name]
    gaps = re.findall(r"\{(\w+)\}", pattern)
    words = {gap: locale.text(f"example.{gap}") for gap in gaps}
    return pattern.format(**{**words, **(_found(project) if _OF_COURSE & {*gaps} else {})})


def no_course(project: Path, call: str, locale: Locale) -> str:
    """That no course stands here, and where there is one, or how to begin one."""
    folder = course_near(project)
    if folder is None:
        command = f"{call} {example('new course', project, locale)}"
        return locale.text("command.no_course", file=SETTINGS, command=command)
    return locale.text("command.course_elsewhere", file=SETTINGS, folder=os.path.relpath(folder, project))


def _name_in(typed: list[str]) -> str:
    """The words that name a command, of all that was typed; empty where there is none."""
    return next((name for name in (" ".join(typed[:2]), *typed[:1]) if name in EXAMPLES), "")


def _found(project: Path) -> dict[str, str]:
    """What this course has for the words of an example."""
    course = load_course(roots_of(project), Report())
    levels, quizzes = course.levels, course.quiz_documents()
    found = {"level": levels[0].id} if levels else {}
    if quizzes:
        found["quiz"] = quizzes[0].path
    for lessons in (level.lessons for level in levels if len(level.lessons) > 1):
        return {**found, "lesson": lessons[-1].id, "place": str(lessons[0].number)}
    return found
