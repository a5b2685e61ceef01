"""Our own course, read as a build reads it."""

from __future__ import annotations

import shutil
from functools import cache
from typing import TYPE_CHECKING

from leerpad.course.load.course import Roots, load_course
from leerpad.source.diagnostics import Report
from support.answers import answer_question, group_of
from support.browser import AT_REST
from support.trees import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Frame, Page

    from leerpad.course.model.course import Course
    from leerpad.questions.base import Question

RECALLED = ".lp-recalled:not([hidden])"
"""The questions of levels before that a test asks at its end."""
COURSE_FILES = ("mkdocs.yml", "docs", "modules", "quizzes", "hooks")


def copy_course(folder: Path) -> Path:
    """Copy our own course, with the engine that builds it."""
    for name in COURSE_FILES:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
        else:
            shutil.copy(source, folder / name)
    return folder


@cache
def real_course() -> Course:
    """The course of this repository."""
    return load_course(Roots(REPOSITORY, REPOSITORY / "docs", REPOSITORY / "mkdocs.yml"), Report())


def answer_quiz(page: Page | Frame, quiz_id: str, *, right: bool) -> None:
    """Answer each question that is asked, those of levels before too, with all right or all wrong answers."""
    page.locator("leerpad-quiz.lp-live").first.wait_for()
    if page.get_by_role("button", name="Toon alle vragen").count():
        page.get_by_role("button", name="Toon alle vragen").click()
    page.get_by_role("button", name="Lever in").wait_for()
    page.evaluate(AT_REST)  # or what comes to life above a choice moves it from under the pointer
    for question in real_course().quizzes[quiz_id].model.questions:
        item = page.locator(f"#question-{question.id}")
        if item.is_visible():  # or it was not drawn this time
            answer_question(group_of(item, question), question, right=right)
    for item in page.locator(RECALLED).all():
        question = question_called(str(item.get_attribute("id")).removeprefix("question-"))
        answer_question(group_of(item, question), question, right=right)


def question_called(name: str) -> Question:
    """A question of any test or check."""
    return _questions()[name]


@cache
def _questions() -> dict[str, Question]:
    """Every question of the course by its id: a test may ask one of any level before it."""
    return {question.id: question for quiz in real_course().quizzes.values() for question in quiz.model.questions}
