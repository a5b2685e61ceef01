"""Advice on a quiz as a whole: does it measure, or can it be outwitted?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from leerpad.advice.guessing import chance_to_pass
from leerpad.advice.questions import plain
from leerpad.questions.neutral import ChoiceForm
from leerpad.source.diagnostics import START, advice_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.course.model.course import Course
    from leerpad.course.model.files import QuizFile
    from leerpad.source.diagnostics import Diagnostic
    from leerpad.source.shape import Document, KeyPath

HIGHEST_CHANCE = 0.05
SPARE_QUESTIONS = 1.5
"""So many times `draw` questions make a new attempt a new test."""

_FEWEST = 3  # of something the same: twice may be chance
_MORE_OR_LESS = 1.15  # a choice that is hardly longer doesn't catch the eye


def advice(course: Course, faulty: set[str]) -> Iterator[Diagnostic]:
    """All advice on quizzes. Those with faults don't ask yet what their author means."""
    for quiz in course.quiz_documents():
        if quiz.path in faulty:
            continue
        yield from _longest(quiz)
        yield from _same_place(quiz)
        if quiz.model.mode == "test":
            yield from _guessing(course, quiz)
        yield from _draw(quiz)


def _single_choices(quiz: Document[QuizFile]) -> Iterator[tuple[int, ChoiceForm, int]]:
    """The questions with one right choice: their number, and where the right choice stands."""
    for index, question in enumerate(quiz.model.questions):
        form = question.neutral()
        if isinstance(form, ChoiceForm) and not form.several:
            right = [number for number, option in enumerate(form.options) if option.is_right]
            if len(right) == 1:
                yield index, form, right[0]


def _longest(quiz: Document[QuizFile]) -> Iterator[Diagnostic]:
    asked, telling = 0, list[tuple[int, int]]()
    for index, form, right in _single_choices(quiz):
        lengths = [len(plain(option.text)) for option in form.options]
        others = max(length for number, length in enumerate(lengths) if number != right)
        asked += 1
        if lengths[right] >= others * _MORE_OR_LESS:
            telling.append((index, right))
    if len(telling) >= _FEWEST and len(telling) > asked / 2:
        index, right = telling[0]
        place = quiz.position(("questions", index, "choices", right, "text"))
        yield advice_at(quiz.path, place, "longest-is-right", {"count": len(telling), "total": asked})


def _same_place(quiz: Document[QuizFile]) -> Iterator[Diagnostic]:
    places: list[tuple[int, KeyPath]] = [
        (right, ("questions", index, "choices", right))
        for index, form, right in _single_choices(quiz)
        if not form.shuffle
    ]
    counts = Counter(right for right, _ in places)
    for right, count in counts.most_common(1):
        if count >= _FEWEST and count > len(places) / 2 and (len(places) > _FEWEST or count == len(places)):
            place = next(where for number, where in places if number == right)
            params = {"count": count, "total": len(places), "number": right + 1}
            yield advice_at(quiz.path, quiz.position((*place, "text")), "right-in-same-place", params)


def _guessing(course: Course, quiz: Document[QuizFile]) -> Iterator[Diagnostic]:
    model = quiz.model
    chance = chance_to_pass(model.questions, course.pass_mark(model), model.draw, enough=HIGHEST_CHANCE)
    if chance > HIGHEST_CHANCE:
        position = START if model.pass_mark is None else quiz.position(("pass_mark",))
        params = {"chance": f"{chance * 100:.0f}", "mark": f"{course.pass_mark(model) * 100:g}"}
        yield advice_at(quiz.path, position, "guessable-test", params)


def _draw(quiz: Document[QuizFile]) -> Iterator[Diagnostic]:
    model = quiz.model
    if model.draw is None:
        return
    at = quiz.position(("draw",))
    count = len(model.questions)
    if count < SPARE_QUESTIONS * model.draw:
        needed = -(-SPARE_QUESTIONS * model.draw // 1)
        yield advice_at(
            quiz.path, at, "few-questions-to-draw", {"draw": model.draw, "count": count, "needed": f"{needed:g}"}
        )
    lessons = {question.lesson for question in model.questions if question.lesson is not None}
    if model.draw < len(lessons):
        yield advice_at(quiz.path, at, "draw-misses-lesson", {"draw": model.draw, "lessons": len(lessons)})
