"""Which questions of a check a page asks apart from it, higher in its text: `<!-- quiz: my-check | my-question -->`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.source.directives import split_argument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.course.model.files import QuizFile
    from leerpad.questions.base import Question
    from leerpad.source.directives import Directive

Apart = tuple[str, ...]
"""The ids of the questions that a page asks apart from the rest of their quiz, from top to bottom."""


def asked_apart(directives: Iterable[Directive]) -> dict[str, Apart]:
    """What a page asks apart, by the id of the quiz."""
    found: dict[str, Apart] = {}
    for directive in directives:
        quiz, question = split_argument(directive)
        if directive.kind.argument == "quiz" and question:
            found[quiz] = (*found.get(quiz, ()), question)
    return found


def in_order_of_page(quiz: QuizFile, apart: Apart) -> list[Question]:
    """The questions of a quiz as a page asks them: those apart first. A prediction is asked apart, or not at all."""
    by_id = {question.id: question for question in quiz.questions}
    rest = [question for question in quiz.questions if question.id not in apart and not question.is_prediction]
    return [*(by_id[name] for name in apart), *rest]
