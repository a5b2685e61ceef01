"""How much room a learning system must have for what may never be lost: see `client/code.js`, which writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.model.moves import earlier_ids
from leerpad.deploy.lms.facts import questions_asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leerpad.course.model.course import Course
    from leerpad.course.model.files import QuizFile

SCORM12 = 4096
"""The letters that SCORM 1.2 promises to keep."""

_MARK, _FORM, _WIPED, _LISTS, _SUM = 4, 2, 10, 3, 4
_SECOND, _RESULTS = 5, 3
_NARROWEST, _WIDEST = 4, 6


def core_letters(course: Course) -> int:
    """The most that the core of a learner's progress can take: all is read, opened, and made three times."""
    width = name_letters(course)
    tests = [course.quizzes[level.quiz].model for level in course.levels]
    lists = (width + _SECOND) * (len(course.lessons) + len(course.levels))
    scores = sum(_RESULTS * _score_letters(test, width, _most_recalled(course, test)) for test in tests)
    return _MARK + _FORM + _WIPED + _LISTS + _SUM + lists + scores


def _most_recalled(course: Course, test: QuizFile) -> list[float]:
    """The worths of the questions of levels before that weigh most in a score; none where they don't count."""
    if not test.recall or not course.settings.recall_counts:
        return []
    worths = {question.id: question.worth for quiz in course.quizzes.values() for question in quiz.model.questions}
    own = {question.id for question in test.questions}
    again = [worths[name] for name in questions_asked(course, test) if name not in own]
    return sorted(again, reverse=True)[: test.recall]


def _score_letters(test: QuizFile, width: int, recalled: list[float]) -> int:
    own = sorted((question.worth for question in test.questions), reverse=True)
    worths = [*own[: test.draw], *recalled]
    whole = sum(worths)
    digits = len(str(int(whole)))
    most = digits if all(worth == int(worth) for worth in worths) else digits + 7
    return 1 + width + 13 + 7 + 1 + (digits + 7) + 1 + most + 1  # of points six decimals are kept


def name_letters(course: Course) -> int:
    """The fewest letters in which no two ids of one kind have the same short name."""
    groups = [set(group) for group in _groups(course)]
    for width in range(_NARROWEST, _WIDEST):
        if all(len({text_hash(name) % 64**width for name in group}) == len(group) for group in groups):
            return width
    return _WIDEST


def _groups(course: Course) -> Iterator[Iterable[str]]:
    yield [name for lesson in course.lessons.values() for name in (lesson.id, *_earlier(course, lesson.id))]
    yield [level.id for level in course.levels]
    yield course.quizzes
    for quiz in course.quizzes.values():
        yield questions_asked(course, quiz.model)


def _earlier(course: Course, lesson: str) -> list[str]:
    return earlier_ids(course, course.lessons[lesson])


def text_hash(text: str) -> int:
    """What `client/order.js` makes of a text: FNV-1a with the finalizer of MurmurHash3."""
    value = 0x811C9DC5
    for unit in memoryview(text.encode("utf-16-le")).cast("H"):
        value = (value ^ unit) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    value = (value ^ value >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return value ^ value >> 16
