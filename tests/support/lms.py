"""Packages for learning systems: their scripts, and documents of learners to pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from leerpad.course.load.course import load_course
from leerpad.course.load.reader import Roots
from leerpad.deploy.lms.package import Wish, package_files
from leerpad.locales import load_locale
from leerpad.source.diagnostics import Report
from support.trees import build, write_tree

if TYPE_CHECKING:
    from leerpad.course.model.course import Course

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


def build_lms_site(folder: Path, files: dict[str, str | bytes]) -> Path:
    """The site of a course as it is in a package: built for real, as the command does."""
    done = build(write_tree(folder, files), LEERPAD_DELIVERY="lms")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def package_of(site: Path, course: Course, kind: str, edition: str = "3", level: str | None = None) -> dict[str, bytes]:
    """The files of a package."""
    return package_files(site, course, load_locale("nl"), Wish(kind, edition, level), "Proefpad")


def read_course(folder: Path) -> Course:
    """The course in a folder, which has no faults."""
    report = Report()
    course = load_course(Roots(folder, folder / "docs", folder / "mkdocs.yml"), report)
    assert report.faults == []
    return course
