"""Our own curriculum: each level's test asks all of it and can't be outwitted, each lesson is short and gives work."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from support.trees import REPOSITORY

from leerpad.advice.language import load_language, words_of
from leerpad.advice.parts import parts_of, without_reason
from leerpad.advice.pieces import Piece
from leerpad.advice.prose import Places
from leerpad.advice.sentences import HIGHEST_MEAN
from leerpad.course.course import WORDS_PER_MINUTE
from leerpad.course.load import Roots, load_course
from leerpad.questions import TYPES
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from leerpad.course.course import Course, Lesson, Level
    from leerpad.questions.base import Question

    Taste = Callable[[Sequence[str]], list[int]]
    """What a guesser likes best, and then next: numbers of texts."""

ENOUGH_TO_BE_LUCKY = 0.4
MOST_MINUTES = 8
READERS = ("Leidinggevende", "Medewerker", "HR business partner")


@cache
def curriculum() -> Course:
    return load_course(Roots(REPOSITORY, REPOSITORY / "docs", REPOSITORY / "mkdocs.yml"), Report())


def asked(quiz: str) -> Sequence[Question]:
    return curriculum().quizzes[quiz].model.questions


for_each_level = pytest.mark.parametrize("level", curriculum().levels, ids=lambda level: level.id)
for_each_lesson = pytest.mark.parametrize("lesson", curriculum().lessons.values(), ids=lambda lesson: lesson.id)


def longest(texts: Sequence[str]) -> list[int]:
    return sorted(range(len(texts)), key=lambda number: -len(texts[number]))


def shortest(texts: Sequence[str]) -> list[int]:
    return sorted(range(len(texts)), key=lambda number: len(texts[number]))


def at(place: int) -> Taste:
    """For who always takes the same place, as in the file; nearest to it in a shorter list."""
    return lambda texts: sorted(range(len(texts)), key=lambda number: abs(number - place))


TASTES = {"longest": longest, "shortest": shortest, "first": at(0), "second": at(1), "third": at(2), "last": at(99)}


def share_of(question: Any, taste: Taste) -> float:
    """The share of a question's points for who goes by taste alone.

    Of choices: the best liked, and as many of them as are right. Of a statement: true. Of things to put in order: the
    order in which paper gives them, best liked first. Of groups and pairs: the best liked option, for every row. In a
    conversation: the best liked reply, until it ends or turns round. Who types, guesses nothing.
    """
    match question.type:
        case "single_choice" | "multiple_choice":
            right = sum(choice.correct for choice in question.choices)
            ticked = taste([choice.text for choice in question.choices])[:right]
            hits = sum(question.choices[number].correct for number in ticked)
            return float(max(0, 2 * hits - right) / right)
        case "true_false":
            return float(question.correct)
        case "ordering":
            given = question.mixed()
            order = [question.items.index(given[number]) for number in taste([item.text for item in given])]
            return (longest_row(order) - 1) / (len(order) - 1)
        case "matching" | "categorize":
            options = [option.text for option in question.options()]
            favourite = options[taste(options)[0]]
            return float(sum(row.right == favourite for row in question.rows()) / len(question.rows()))
        case "scenario":
            return sum(replies(question, taste)) / float(question.ways.points(question.start))
        case _:
            return 0


def longest_row(order: list[int]) -> int:
    return max(
        size for size in range(1, len(order) + 1) for row in combinations(order, size) if list(row) == sorted(row)
    )


def replies(talk: Any, taste: Taste) -> Iterator[float]:
    step, seen = talk.start, set[str]()
    while step in talk.steps and step not in seen:
        seen.add(step)
        choices = talk.steps[step].choices
        reply = choices[taste([choice.text for choice in choices])[0]]
        yield reply.points
        step = reply.goto


@for_each_level
def test_a_test_has_twelve_to_fifteen_questions_of_all_types(level: Level) -> None:
    questions = asked(level.quiz)
    assert 12 <= len(questions) <= 15
    assert {question.type for question in questions} == set(TYPES)
    assert curriculum().quizzes[level.quiz].model.draw is None  # or a reader doesn't get them all


@for_each_level
def test_a_test_asks_about_every_lesson(level: Level) -> None:
    scored = {question.lesson for question in asked(level.quiz) if question.worth}
    assert scored == {lesson.id for lesson in level.lessons}


@for_each_level
@pytest.mark.parametrize("taste", TASTES)
def test_taste_alone_is_no_way_to_score(level: Level, taste: str) -> None:
    questions = asked(level.quiz)
    points = sum(share_of(question, TASTES[taste]) * question.worth for question in questions)
    assert points / sum(question.worth for question in questions) < ENOUGH_TO_BE_LUCKY


@pytest.mark.parametrize("quiz", curriculum().quizzes)
def test_every_choice_has_its_reason(quiz: str) -> None:
    for question in asked(quiz):
        assert without_reason(question) == [], question.id
        for place, part in parts_of(question):
            if place[-2:-1] in [("choices",), ("items",), ("pairs",)]:
                assert getattr(part, "feedback", None), (question.id, place)


@for_each_lesson
def test_a_lesson_reads_in_eight_minutes_and_short_sentences(lesson: Lesson) -> None:
    language = load_language("nl")
    places = Places(lesson.body, lesson.body_line)
    sentences = [text for text, _ in Piece(lesson.path, lesson.body, places.at(0), places).sentences(language)]
    assert sum(len(words_of(text)) for text in sentences) / len(sentences) <= HIGHEST_MEAN
    assert len(lesson.body.split()) / WORDS_PER_MINUTE <= MOST_MINUTES


@for_each_lesson
def test_a_lesson_asks_and_gives_work(lesson: Lesson) -> None:
    told: dict[str, list[str]] = {}
    for directive in lesson.directives:
        told.setdefault(directive.name, []).append(directive.argument)
    assert told["reflect"]
    assert lesson.document.model.actions
    assert sum(len(asked(quiz)) for quiz in told["quiz"]) >= 2
    box = re.search(r"^!!! praktijk.*\n(?:(?: {4}.*)?\n)+", lesson.body, re.MULTILINE)
    assert box
    for reader in READERS:
        assert re.search(rf"^ +- \*\*{reader}:\*\* \S", box[0], re.MULTILINE), reader
