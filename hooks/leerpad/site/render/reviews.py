"""The questions that come back, each by itself: in scripts of a few, of which a page asks for those it needs."""

from __future__ import annotations

import hashlib
import json
from itertools import chain
from math import ceil
from typing import TYPE_CHECKING

from leerpad.site.assets.bundles import FOLDER, Asset
from leerpad.site.plan.pages import own_url
from leerpad.site.plan.reviews import origins, review_data, review_sources, scored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leerpad.course.model.course import Course, Level
    from leerpad.locales import Locale
    from leerpad.site.data import ReviewData, ReviewSource
    from leerpad.site.render.quizzes import Quizzes

MOST = 5
"""How many questions one script holds: a page that asks a few doesn't load a whole test for them."""


class ReviewScripts:
    """What asks questions again loads these. They stand on a page of their own: links in them lead on from there."""

    def __init__(self, course: Course, locale: Locale, quizzes: Quizzes) -> None:
        self._course = course
        self._page_url = own_url("reviews", locale)
        self._quizzes = quizzes
        self._known_uris: dict[tuple[str, str], list[str]] | None = None

    def made(self) -> Iterator[tuple[tuple[str, str], list[Asset]]]:
        """The scripts of each quiz of a level, with the ids of both; none where nothing is asked again.

        Only their addresses are kept here: together they weigh as much as all quizzes on their pages.
        """
        uris: dict[tuple[str, str], list[str]] = {}
        recalls = any(quiz.model.recall for quiz in self._course.quizzes.values())
        if self._course.settings.reviews.days or recalls:
            for found, scripts in chain.from_iterable(map(self._of_level, self._course.levels)):
                uris[found] = [script.uri for script in scripts]
                yield found, scripts
        self._known_uris = uris

    @property
    def data(self) -> ReviewData:
        """What the browser must know to ask the questions that are due."""
        return review_data(self._course, self._uris)

    @property
    def types(self) -> list[dict[str, str]]:
        """The types of all these questions: see `_types`."""
        return self._types(self._course.levels)

    def before(self, level: Level) -> tuple[list[ReviewSource], list[dict[str, str]]]:
        """The questions of all levels before this one, for a test that asks some of them, and their types."""
        before = self._course.levels_before(level)
        uris = self._uris
        sources = [source for one in before for source in review_sources(self._course, one, uris)]
        return sources, self._types(before)

    @property
    def _uris(self) -> dict[tuple[str, str], list[str]]:
        if self._known_uris is None:
            self._known_uris = {found: [script.uri for script in scripts] for found, scripts in self.made()}
        return self._known_uris

    def _types(self, levels: Iterable[Level]) -> list[dict[str, str]]:
        """The types of their questions, written as a page writes them: so it loads what they need."""
        course = self._course
        quizzes = (course.quizzes[one.quiz].model for level in levels for one in origins(course, level))
        return [{"type": name} for name in sorted({question.type for quiz in quizzes for question in scored(quiz)})]

    def _of_level(self, level: Level) -> Iterator[tuple[tuple[str, str], list[Asset]]]:
        number = 0
        for origin in origins(self._course, level):
            questions = list(self._quizzes.loose(origin.quiz, origin.lesson, self._page_url).items())
            size = ceil(len(questions) / ceil(len(questions) / MOST)) if questions else MOST
            parts = [dict(questions[first : first + size]) for first in range(0, len(questions), size)]
            names = (f"reviews-{level.id}-{number + place}" for place in range(1, len(parts) + 1))
            yield (level.id, origin.quiz), [_script(name, part) for name, part in zip(names, parts, strict=False)]
            number += len(parts)


def _script(name: str, questions: dict[str, list[str]]) -> Asset:
    """It is known by its own address, under which it puts what it holds."""
    written = json.dumps(questions, ensure_ascii=False, separators=(",", ":"))
    content = f"(window.LeerpadReviews??={{}})[document.currentScript.src]={written};\n".encode()
    return Asset(f"{FOLDER}/{name}.{hashlib.sha256(content).hexdigest()[:10]}.js", content)
