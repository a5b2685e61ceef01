"""What this course promises its readers: each level's test asks all of it and can't be outwitted, each lesson is short
and gives work.

These are promises of the course, not of the program. Who changes the course and breaks one reads in Dutch what to add,
and where.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from support.promises import kept
from support.trees import REPOSITORY

from leerpad.advice.language import load_language, words_of
from leerpad.advice.parts import parts_of, without_reason
from leerpad.advice.pieces import Piece
from leerpad.advice.prose import Places
from leerpad.advice.sentences import HIGHEST_MEAN
from leerpad.course.load.course import Roots, load_course
from leerpad.course.model.course import WORDS_PER_MINUTE
from leerpad.questions import TYPES
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from leerpad.course.model.course import Course, Lesson, Level
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


KIND = re.compile(r"\b(?:samen|vra(?:ag|gen|agt)|dank|bedank|fijn|mooi|graag|luister)|\?", re.IGNORECASE)
"""What a friendly and open reply is full of."""

ABSOLUTE = re.compile(r"\b(?:altijd|nooit|alle|alles|iedereen|niemand|elke|ieder)\b", re.IGNORECASE)


def kindest(texts: Sequence[str]) -> list[int]:
    """For who takes what sounds friendly and asks something."""
    return sorted(range(len(texts)), key=lambda number: -len(KIND.findall(texts[number])))


def most_careful(texts: Sequence[str]) -> list[int]:
    """For who takes what claims least, and of those the friendliest."""
    return sorted(kindest(texts), key=lambda number: len(ABSOLUTE.findall(texts[number])))


TASTES = {
    "longest": longest,
    "shortest": shortest,
    "first": at(0),
    "second": at(1),
    "third": at(2),
    "last": at(99),
    "kindest": kindest,
    "most careful": most_careful,
}


IN_DUTCH = {
    "longest": "het langste antwoord",
    "shortest": "het kortste antwoord",
    "kindest": "het vriendelijkste antwoord",
    "most careful": "het voorzichtigste antwoord",
    "first": "het eerste antwoord",
    "second": "het tweede antwoord",
    "third": "het derde antwoord",
    "last": "het laatste antwoord",
}


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
    questions, quiz = asked(level.quiz), curriculum().quizzes[level.quiz]
    missing = ", ".join(sorted(set(TYPES) - {question.type for question in questions}))
    kept(
        ""
        if len(questions) >= 12
        else f"{quiz.path}: zet er vragen bij tot er 12 zijn; nu zijn het er {len(questions)}",
        "" if len(questions) <= 15 else f"{quiz.path}: haal vragen weg tot er 15 zijn; nu zijn het er {len(questions)}",
        f"{quiz.path}: zet er een vraag bij van elk van deze types: {missing}" if missing else "",
        f"{quiz.path}: haal draw weg, want een lezer krijgt anders niet alle vragen" if quiz.model.draw else "",
    )


@for_each_level
def test_a_test_asks_about_every_lesson(level: Level) -> None:
    scored = {question.lesson for question in asked(level.quiz) if question.worth}
    path = curriculum().quizzes[level.quiz].path
    kept(
        *(
            f"{path}: zet er een vraag bij over {lesson.path}, met “lesson: {lesson.id}”"
            for lesson in level.lessons
            if lesson.id not in scored
        ),
        *(
            f"{path}: “lesson: {name}” is geen les van dit niveau; kies een les van {level.folder}"
            for name in sorted(scored - {lesson.id for lesson in level.lessons} - {None}, key=str)
        ),
        f"{path}: zet bij elke vraag die punten oplevert een lesson" if None in scored else "",
    )


@for_each_level
@pytest.mark.parametrize("taste", TASTES)
def test_taste_alone_is_no_way_to_score(level: Level, taste: str) -> None:
    questions = asked(level.quiz)
    points = sum(share_of(question, TASTES[taste]) * question.worth for question in questions)
    share = points / sum(question.worth for question in questions)
    path, way = curriculum().quizzes[level.quiz].path, IN_DUTCH[taste]
    asks = f"{path}: wie steeds {way} kiest, haalt {share:.0%}; maak ze even lang en aardig, of zet de goede elders"
    kept("" if share < ENOUGH_TO_BE_LUCKY else asks)


@pytest.mark.parametrize("quiz", curriculum().quizzes)
def test_every_choice_has_its_reason(quiz: str) -> None:
    path = curriculum().quizzes[quiz].path
    kept(
        *(
            f"{path}: vraag “{question.id}”: zet feedback bij elk antwoord"
            for question in asked(quiz)
            if without_reason(question)
            or any(
                place[-2:-1] in [("choices",), ("items",), ("pairs",)] and not getattr(part, "feedback", None)
                for place, part in parts_of(question)
            )
        )
    )


@for_each_lesson
def test_a_lesson_reads_in_eight_minutes_and_short_sentences(lesson: Lesson) -> None:
    language = load_language("nl")
    places = Places(lesson.body, lesson.body_line)
    sentences = [text for text, _ in Piece(lesson.path, lesson.body, places.at(0), places).sentences(language)]
    mean = sum(len(words_of(text)) for text in sentences) / max(len(sentences), 1)
    minutes = len(lesson.body.split()) / WORDS_PER_MINUTE
    short = f"{lesson.path}: een zin telt nu gemiddeld {mean:.1f} woorden; maak er hooguit {HIGHEST_MEAN} van"
    quick = (
        f"{lesson.path}: lezen duurt nu {minutes:.0f} minuten; kort de les in tot {MOST_MINUTES}, of maak er twee van"
    )
    kept("" if mean <= HIGHEST_MEAN else short, "" if minutes <= MOST_MINUTES else quick)


@for_each_lesson
def test_a_lesson_asks_and_gives_work(lesson: Lesson) -> None:
    told: dict[str, list[str]] = {}
    for directive in lesson.directives:
        told.setdefault(directive.name, []).append(directive.argument)
    questions = sum(len(asked(quiz)) for quiz in told.get("quiz", []))
    box = re.search(r"^!!! praktijk.*\n(?:(?: {4}.*)?\n)+", f"{lesson.body}\n", re.MULTILINE)
    missing = [
        reader
        for reader in READERS
        if not re.search(rf"^ +- \*\*{reader}:\*\* \S", box[0] if box else "", re.MULTILINE)
    ]
    kept(
        ""
        if "reflect" in told
        else f"{lesson.path}: zet er een vraag bij om over na te denken: <!-- reflect: id | Wat …? -->",
        "" if lesson.document.model.actions else f"{lesson.path}: zet in de kop een of meer actions",
        "" if questions >= 2 else f"{lesson.path}: zet er een check bij van minstens twee vragen: <!-- quiz: id -->",
        f"{lesson.path}: zet in een vak “!!! praktijk” een regel “- **{missing[0]}:** …”" if missing else "",
        *(f"{lesson.path}: zet in dat vak ook een regel “- **{reader}:** …”" for reader in missing[1:]),
    )
