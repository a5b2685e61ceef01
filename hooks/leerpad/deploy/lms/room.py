"""How much room a learning system must have for what may never be lost: see `client/code.js`, which writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.model.moves import earlier_ids

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
    return (
        _MARK + _FORM + _WIPED + _LISTS + _SUM + lists + sum(_RESULTS * _score_letters(test, width) for test in tests)
    )


def _score_letters(test: QuizFile, width: int) -> int:
    worths = sorted((question.worth for question in test.questions), reverse=True)
    whole = sum(worths[: test.draw])
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
        yield [question.id for question in quiz.model.questions]


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
