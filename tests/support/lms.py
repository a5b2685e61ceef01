"""Packages for learning systems: their scripts, and documents of learners to pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from leerpad.course.load.one_level import one_level
from leerpad.deploy.lms.package import Front, Wish, package_files
from leerpad.locales import load_locale
from support.answers import answer_question, group_of
from support.trees import CHECK, build, write_tree

if TYPE_CHECKING:
    from playwright.sync_api import Frame

    from leerpad.course.model.course import Course

ANSWERS = "    pass_mark: 60%\n    packages: {answers: true, iri: 'https://leren.voorbeeld.nl/p'}\n"
"""The settings of a package that tells answers, in the place of the pass mark."""

WORDS = {
    "docs/privacy.md": """# Privacy

<!-- where: website -->
Het blijft in je browser.
<!-- where: lms -->
Je leersysteem krijgt je score.
<!-- /where -->

Dit geldt overal.
""",
    "quizzes/check.yml": CHECK.replace(
        "title: Korte check\n",
        """title: Korte check
intro: |
  Kies wat klopt.

  <!-- where: website -->
  Je antwoorden gaan nergens heen.
  <!-- where: lms -->
  Je leersysteem krijgt ze.
  <!-- /where -->
""",
    ),
}
"""Texts that differ in a package."""

CLIENT = Path(__file__).parents[2] / "hooks" / "leerpad" / "deploy" / "lms" / "client"


def an_attempt(questions: list[str], *, started: int, finished: int | None, share: float = 1.0) -> dict[str, Any]:
    """An attempt at these questions, each answered with a choice."""
    answers = {
        question: {"value": "0123abcd", "revision": "89abcdef", "at": started + 20_017 * number, "checked": False}
        for number, question in enumerate(questions, 1)
    }
    points = {question: {"points": share, "max": 1} for question in questions}
    total = round(share * len(questions), 6)
    outcome = {"points": total, "max": len(questions), "passed": share >= 0.6, "questions": points}
    return {
        "started": started,
        "seed": 4_294_967_295,
        "questions": questions,
        "retry": False,
        "answers": answers,
        "finished": finished,
        "outcome": outcome if finished else None,
    }


def build_lms_site(folder: Path, files: dict[str, str | bytes], level: str = "") -> Path:
    """The site of a course, or of one level, as it is in a package: built for real, as the command does."""
    done = build(write_tree(folder, files), LEERPAD_DELIVERY="lms", LEERPAD_LEVEL=level)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def package_of(site: Path, course: Course, kind: str, edition: str = "3", level: str | None = None) -> dict[str, bytes]:
    """The files of a package: of the course, or of one level, of which the site is then too."""
    course = course if level is None else one_level(course, level)
    return package_files(site, course, load_locale("nl"), Wish(kind, edition, level=level), Front("Proefpad"))


class Opened(Protocol):
    """A package that somebody opened."""

    def open(self, path: str) -> Frame:
        """A page of the course."""


def take_test(launch: Opened, course: Course, level: str, *, right: bool, answered: int | None = None) -> Frame:
    quiz = course.quizzes[f"toets-{level}"].model
    page = launch.open(f"{level}/toets-{level}.html")
    again = page.get_by_role("button", name="Opnieuw, ")
    if again.count():
        again.click()
    asked = page.evaluate("[...document.querySelectorAll('.lp-question:not([hidden])')].map(({id}) => id)")
    questions = [question for question in quiz.questions if any(question.id in name for name in asked)]
    for question in questions[:answered]:
        answer_question(group_of(page, question), question, right=right)
    if answered is None:
        page.get_by_role("button", name="Lever in").click()
        page.locator(".lp-result-title").wait_for()
    return page


def finish_lesson(launch: Opened, path: str) -> None:
    launch.open(path).locator("leerpad-lesson button").first.click()


def tracked(document: dict[str, Any]) -> dict[str, Any]:
    """What a learning system keeps: without the last part of a second of a lesson."""
    lessons = {name: (one["done"], one["at"] // 1000) for name, one in document["lessons"].items()}
    return {"lessons": lessons, "quizzes": document["quizzes"]}
