"""The questions that come back, each by itself: a script for each level, which the page of reviews asks for."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property
from typing import TYPE_CHECKING

from leerpad.site.assets.bundles import FOLDER, Asset
from leerpad.site.plan.pages import own_url
from leerpad.site.plan.reviews import origins, review_data, scored

if TYPE_CHECKING:
    from leerpad.course.model.course import Course, Level
    from leerpad.locales import Locale
    from leerpad.site.data import ReviewData
    from leerpad.site.render.quizzes import Quizzes


class ReviewScripts:
    """What the page of reviews loads. Its questions stand on a page of their own: links in them lead on from there."""

    def __init__(self, course: Course, locale: Locale, quizzes: Quizzes) -> None:
        self._course = course
        self._page_url = own_url("reviews", locale)
        self._quizzes = quizzes

    @cached_property
    def assets(self) -> dict[str, Asset]:
        """The script of each level that has questions, by the level's id; none where nothing is asked again."""
        recalls = any(quiz.model.recall for quiz in self._course.quizzes.values())
        if not self._course.settings.reviews.days and not recalls:
            return {}
        found = {level.id: self._questions(level) for level in self._course.levels}
        return {level: _script(level, questions) for level, questions in found.items() if questions}

    def before(self, level: Level) -> list[Asset]:
        """The scripts of all levels before this one, for a test that asks some of their questions."""
        return [self.assets[one.id] for one in self._course.levels_before(level) if one.id in self.assets]

    @property
    def data(self) -> ReviewData:
        """What the browser must know to ask the questions that are due."""
        return review_data(self._course, {level: asset.uri for level, asset in self.assets.items()})

    @property
    def types(self) -> list[dict[str, str]]:
        """The types of these questions, written as a page writes them: so it loads what they need."""
        course = self._course
        quizzes = (course.quizzes[one.quiz].model for level in course.levels for one in origins(course, level))
        return [{"type": name} for name in sorted({question.type for quiz in quizzes for question in scored(quiz)})]

    def _questions(self, level: Level) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for origin in origins(self._course, level):
            found |= self._quizzes.loose(origin.quiz, origin.lesson, self._page_url)
        return found


def _script(level: str, questions: dict[str, list[str]]) -> Asset:
    written = [json.dumps(part, ensure_ascii=False, separators=(",", ":")) for part in (level, questions)]
    content = f"(window.LeerpadReviews??={{}})[{written[0]}]={written[1]};\n".encode()
    return Asset(f"{FOLDER}/reviews-{level}.{hashlib.sha256(content).hexdigest()[:10]}.js", content)
