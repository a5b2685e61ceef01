"""How questions did, from sums that are kept while answers pass by.

Difficulty is the mean share of the points. Discrimination is the corrected item-total correlation: Pearson's r between
the share of a question and the share of all others in the same attempt, so that a question isn't compared with itself.
Means and products are kept by Welford's method, which loses no digits over many answers.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from leerpad.results.files import Answer, AnswersFile, Chosen

FEW = 30
"""Below so many answers a figure says little."""
MOST_CHOICES = 200
"""Of a question; what comes after counts as something else, so that no file can fill the memory."""
MOST_QUESTIONS = 100_000
"""Revisions of questions; more are no course."""


@dataclass
class Correlation:
    """Pearson's r of pairs that pass by."""

    n: int = 0
    mean_x: float = 0.0
    mean_y: float = 0.0
    _xx: float = 0.0
    _yy: float = 0.0
    _xy: float = 0.0

    def add(self, x: float, y: float) -> None:
        """One pair more."""
        self.n += 1
        dx, dy = x - self.mean_x, y - self.mean_y
        self.mean_x += dx / self.n
        self.mean_y += dy / self.n
        self._xx += dx * (x - self.mean_x)
        self._yy += dy * (y - self.mean_y)
        self._xy += dx * (y - self.mean_y)

    @property
    def r(self) -> float | None:
        """None if there are fewer than two pairs, or one side never differs."""
        spread = math.sqrt(self._xx) * math.sqrt(self._yy)
        # What differs only by rounding doesn't differ.
        return self._xy / spread if self.n > 1 and spread > 1e-12 * self.n else None


@dataclass
class QuestionSums:
    """All that is kept of one revision of one question in one quiz."""

    n: int = 0
    difficulty: float = 0.0
    seconds: float = 0.0
    timed: int = 0
    rest: Correlation = field(default_factory=Correlation)
    choices: Counter[str] = field(default_factory=Counter)

    def add(self, share: float, rest: float | None, value: Chosen, seconds: int | None) -> None:
        """One answer. `rest` is the share of the other questions; None if there were none."""
        self.n += 1
        self.difficulty += (share - self.difficulty) / self.n
        if rest is not None:
            self.rest.add(share, rest)
        if seconds is not None:
            self.timed += 1
            self.seconds += (seconds - self.seconds) / self.timed
        for choice in _chosen(value):
            if choice in self.choices or len(self.choices) < MOST_CHOICES:
                self.choices[choice] += 1


Key = tuple[str, str, str]
"""The ids of a quiz and a question, and the question's revision."""


@dataclass(frozen=True)
class Given:
    """One answer that stands in no result file."""

    question: str
    revision: str
    points: float
    max: float
    value: Chosen = None
    seconds: int | None = None


@dataclass
class Analysis:
    """The sums of all answers that were added. Of each learner only the first attempt at a quiz counts.

    A later attempt was made by somebody who had seen the answers; what is practised is only what went wrong. `homes`
    are the quizzes of all questions: what a test asks again of a level before was met already, so it counts nowhere.
    """

    files: int = 0
    attempts: int = 0
    sums: dict[Key, QuestionSums] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)

    def add_file(self, file: AnswersFile) -> None:
        """The answers of one learner."""
        self.files += 1
        for quiz in file.quizzes:
            first = next((attempt for attempt in quiz.attempts if not attempt.practice), None)
            if first is not None:
                self.add_attempt(quiz.quiz, first.answers)

    def add_attempt(self, quiz: str, answers: Sequence[Answer | Given]) -> None:
        """The answers of one attempt at one quiz."""
        self.attempts += 1
        answers = [one for one in answers if self.homes.get(one.question, quiz) == quiz]
        points, most = math.fsum(one.points for one in answers), math.fsum(one.max for one in answers)
        for one in answers:
            key = (quiz, one.question, one.revision)
            if key not in self.sums:
                if len(self.sums) >= MOST_QUESTIONS:
                    continue
                self.sums[key] = QuestionSums()
            others = most - one.max
            rest = (points - one.points) / others if others > 0 else None
            self.sums[key].add(one.points / one.max, rest, one.value, one.seconds)


def _chosen(value: Chosen) -> Iterable[str]:
    """What was chosen, by name. An order or a map of pairs is no choice out of a list."""
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, str):
        return [value]
    return value if isinstance(value, list) else []
