"""What this course promises its readers: each level's test asks all of it and can't be outwitted, each lesson is short
and gives work.

These are promises of the course, not of the program. Who changes the course and breaks one reads in Dutch what to add,
and where.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
from support.promises import kept
from support.trees import REPOSITORY

from leerpad.advice.language import load_language, words_of
from leerpad.advice.outwitting import guessers, share_of_test
from leerpad.advice.pace import first_task
from leerpad.advice.parts import parts_of, without_reason
from leerpad.advice.pieces import Piece
from leerpad.advice.sentences import HIGHEST_MEAN
from leerpad.course.load.course import Roots, load_course
from leerpad.course.model.quiz_time import WORDS_PER_MINUTE
from leerpad.locales import load_locale
from leerpad.questions import TYPES
from leerpad.source.diagnostics import Report
from leerpad.source.directives import split_argument
from leerpad.source.markdown_text import MarkdownText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leerpad.course.model.course import Course, Lesson, Level
    from leerpad.questions.base import Question

ENOUGH_TO_BE_LUCKY = 0.4
MOST_MINUTES = 8
NUMBERS = dict(enumerate(["zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien"], start=7))
FIRST_QUARTER = 0.25
GUESSERS = guessers(load_language("nl"))


@cache
def curriculum() -> Course:
    return load_course(Roots(REPOSITORY, REPOSITORY / "docs", REPOSITORY / "mkdocs.yml"), Report())


def asked(quiz: str) -> Sequence[Question]:
    return curriculum().quizzes[quiz].model.questions


for_each_level = pytest.mark.parametrize("level", curriculum().levels, ids=lambda level: level.id)
for_each_lesson = pytest.mark.parametrize("lesson", curriculum().lessons.values(), ids=lambda lesson: lesson.id)


@for_each_level
def test_a_second_try_asks_other_questions_from_a_pool_of_all_types(level: Level) -> None:
    questions, quiz = asked(level.quiz), curriculum().quizzes[level.quiz]
    missing = ", ".join(sorted(set(TYPES) - {question.type for question in questions}))
    scored = sum(bool(question.worth) for question in questions)
    draw = quiz.model.draw or 0
    per_lesson = Counter(question.lesson for question in questions if question.worth)
    kept(
        "" if scored >= 20 else f"{quiz.path}: zet er vragen bij tot er 20 zijn die meetellen; nu zijn het er {scored}",
        "" if 12 <= draw <= 15 else f"{quiz.path}: zet draw op 12 tot 15, zodat een toets niet te lang of te kort is",
        f"{quiz.path}: zet er een vraag bij van elk van deze types: {missing}" if missing else "",
        *(
            f"{quiz.path}: over {lesson.path} zijn er te weinig vragen; zet er een bij, dan valt er iets te trekken"
            for lesson in level.lessons
            if per_lesson[lesson.id] < 2
        ),
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
@pytest.mark.parametrize("kind", GUESSERS)
def test_a_guesser_who_read_no_lesson_stays_far_below_the_mark(level: Level, kind: str) -> None:
    share = share_of_test(asked(level.quiz), GUESSERS[kind])
    path, way = curriculum().quizzes[level.quiz].path, load_locale("nl").text(f"guess.{kind}")
    asks = f"{path}: een gokker ({way}) haalt {share:.0%}; maak antwoorden even lang en even aardig"
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
    body = MarkdownText(lesson.body, lesson.body_line)
    sentences = [text for text, _ in Piece(lesson.path, body).sentences(language)]
    mean = sum(len(words_of(text)) for text in sentences) / max(len(sentences), 1)
    minutes = len(lesson.body.split()) / WORDS_PER_MINUTE
    short = f"{lesson.path}: een zin telt nu gemiddeld {mean:.1f} woorden; maak er hooguit {HIGHEST_MEAN} van"
    quick = (
        f"{lesson.path}: lezen duurt nu {minutes:.0f} minuten; kort de les in tot {MOST_MINUTES}, of maak er twee van"
    )
    kept("" if mean <= HIGHEST_MEAN else short, "" if minutes <= MOST_MINUTES else quick)


def test_what_the_course_says_of_its_lessons_is_how_long_they_take() -> None:
    minutes = [curriculum().lesson_minutes(lesson) for lesson in curriculum().lessons.values()]
    least, most = (NUMBERS.get(found, str(found)) for found in (min(minutes), max(minutes)))
    said = f"{least} tot {most} minuten"
    pages = {
        path: " ".join((REPOSITORY / path).read_text("utf-8").split()) for path in ("docs/index.md", "docs/voor-hr.md")
    }
    kept(*(f"{path}: lessen duren nu {said}; schrijf dat" for path, text in pages.items() if said not in text))


@for_each_lesson
def test_a_lesson_asks_a_guess_within_its_first_quarter(lesson: Lesson) -> None:
    task = first_task(lesson, MarkdownText(lesson.body, lesson.body_line))
    guesses = {question.id for quiz in curriculum().quizzes for question in asked(quiz) if question.is_prediction}
    told = {split_argument(directive)[1] for directive in lesson.directives if directive.name == "quiz"}
    early = (
        f"{lesson.path}: zet in het eerste kwart iets om te doen; zie hooks/leerpad/guide/nl/advice.md#late-first-task"
    )
    kept(
        "" if task is not None and task.share <= FIRST_QUARTER else early,
        "" if told & guesses else f"{lesson.path}: stel een vraag vooraf, met “predict: true” in de check",
    )


@for_each_lesson
def test_a_lesson_asks_and_gives_work(lesson: Lesson) -> None:
    told: dict[str, list[str]] = {}
    for directive in lesson.directives:
        told.setdefault(directive.name, []).append(split_argument(directive)[0])
    questions = sum(bool(question.worth) for quiz in set(told.get("quiz", [])) for question in asked(quiz))
    roles = curriculum().settings.roles
    told_apart = {step.name for step in lesson.role_steps if step.is_marked}
    missing = [role.name for role in roles if role.name not in told_apart]
    actions = lesson.document.model.actions
    without = [role for role in roles if all(action.role not in (None, role.id) for action in actions)]
    kept(
        ""
        if "reflect" in told
        else f"{lesson.path}: zet er een vraag bij om over na te denken: <!-- reflect: id | Wat …? -->",
        "" if actions else f"{lesson.path}: zet in de kop een of meer actions",
        "" if questions >= 2 else f"{lesson.path}: zet er een check bij van minstens twee vragen: <!-- quiz: id -->",
        f"{lesson.path}: zet in een vak “!!! praktijk” een regel “- **{missing[0]}:** …”" if missing else "",
        *(f"{lesson.path}: zet in dat vak ook een regel “- **{reader}:** …”" for reader in missing[1:]),
        *(f"{lesson.path}: zet bij actions iets met “role: {role.id}”" for role in without),
    )
