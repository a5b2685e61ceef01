"""A check whose questions are asked apart on a page: each is there, stands above the rest, and belongs to that page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from leerpad.source.directives import split_argument
from leerpad.source.names import Names, did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.course.model.course import Course
    from leerpad.course.model.files import QuizFile
    from leerpad.source.diagnostics import Report
    from leerpad.source.directives import Directive


class _Shown(NamedTuple):
    """A quiz, or one question of it, in the place of a directive."""

    path: str
    directive: Directive
    quiz: str
    question: str


def check_splits(course: Course, written: Iterable[tuple[str, tuple[Directive, ...]]], report: Report) -> None:
    """Report what is wrong with the questions that pages ask apart. `written` are the directives of each page."""
    shown = [
        _Shown(path, directive, *split_argument(directive))
        for path, directives in written
        for directive in directives
        if directive.kind.argument == "quiz"
    ]
    wholes: dict[str, list[_Shown]] = {}
    for one in shown:
        if not one.question:
            wholes.setdefault(one.quiz, []).append(one)
    for one in shown:
        quiz = course.quizzes.get(one.quiz)
        if quiz is not None and "|" in one.directive.argument:
            _check_part(one, quiz.model, wholes.get(one.quiz, ()), report)
    if not course.unread:  # a file that can't be read may ask them
        _check_predictions(course, shown, wholes, report)


def _check_part(part: _Shown, quiz: QuizFile, wholes: Iterable[_Shown], report: Report) -> None:
    def fault(code: str, **params: object) -> None:
        report.fault(part.path, part.directive.position, code, **{"quiz": part.quiz, **params})

    ids = [question.id for question in quiz.questions]
    here = next((whole for whole in wholes if whole.path == part.path), None)
    there = next((whole.path for whole in wholes if whole.path != part.path), None)
    if not part.question:
        fault("part_without_question", id=ids[0])
    elif part.question not in ids:
        code, params = did_you_mean("missing_question", part.question, Names(ids), id=part.question)
        fault(code, **params, known=listed(ids))
    elif quiz.mode == "test":
        fault("split_test")
    elif quiz.draw is not None:
        fault("split_draw")
    elif here is None and there is not None:
        fault("part_on_other_page", other=there)
    elif here is None:
        fault("part_without_rest")
    elif here.directive.position < part.directive.position:
        fault("part_below_rest", line=here.directive.position.line)


def _check_predictions(course: Course, shown: Iterable[_Shown], wholes: Iterable[str], report: Report) -> None:
    """A prediction that a check holds and no page asks; a check that is nowhere gets advice of its own."""
    asked = {(one.quiz, one.question) for one in shown}
    for quiz_id in wholes:
        quiz = course.quizzes.get(quiz_id)
        for number, question in enumerate(quiz.model.questions if quiz else (), start=1):
            if quiz and question.is_prediction and (quiz_id, question.id) not in asked:
                at = course.indexes[quiz.path].ids[number].position
                report.fault(quiz.path, at, "prediction_not_asked", quiz=quiz_id, id=question.id)
