"""What the page with the picture of a team knows of the course: its scans, and the questions that can go badly."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from leerpad.site.plan.reviews import origins, scored

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.course.model.course import Course
    from leerpad.course.scan.model import ScanFile
    from leerpad.questions.base import Question
    from leerpad.site.data import TeamData, TeamQuestion, TeamScan
    from leerpad.site.plan.reviews import Origin

LONGEST = 160
"""How many letters of a question are told: who wants more, opens its lesson."""


def team_data(course: Course) -> TeamData:
    """The whole of it, with prompts as authors wrote them."""
    return {
        "least": course.settings.team_picture or 0,
        "scans": [_scan(scan.model) for scan in course.scans.values()],
        "questions": [
            _question(question, origin)
            for level in course.levels
            for origin in origins(course, level)
            for question in scored(course.quizzes[origin.quiz].model)
        ],
    }


def with_prompts(data: TeamData, in_words: Callable[[str, str], str]) -> TeamData:
    """The same with each prompt as it is read; `in_words` makes it of the id of its quiz and its Markdown."""
    questions: list[TeamQuestion] = [
        {**one, "prompt": _short(in_words(one["quiz"], one["prompt"]))} for one in data["questions"]
    ]
    return {**data, "questions": questions}


def _short(prompt: str) -> str:
    return prompt if len(prompt) <= LONGEST else shorten(prompt, LONGEST, placeholder=" …")


def _scan(scan: ScanFile) -> TeamScan:
    widest = len(scan.scale) - 1
    return {
        "id": scan.id,
        "title": scan.title,
        "bands": [{"title": one.title, "from_percent": (one.from_ - 1) / widest * 100} for one in scan.bands],
        "dimensions": [{"id": one.id, "title": one.title, "level": one.level} for one in scan.dimensions],
    }


def _question(question: Question, origin: Origin) -> TeamQuestion:
    return {
        "quiz": origin.quiz,
        "id": question.id,
        "revision": question.revision(),
        "prompt": question.prompt,
        "lesson": question.lesson or origin.lesson,
    }
