"""What a reader scores who knows nothing of a lesson, and chooses by how the answers look or sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.advice.language import load_language
from leerpad.advice.questions import plain
from leerpad.questions.looks import Guesser, Likings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from re import Pattern

    from leerpad.advice.language import Language
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale
    from leerpad.questions.base import Question


def guessers(language: Language) -> Mapping[str, Guesser]:
    """All kinds of guesser, by the name that `guess.<name>` has words for."""
    kindest = _counting(language.friendly)
    hedges, absolutes = _counting(language.hedges), _counting(language.absolutes)

    def careful(texts: Sequence[str]) -> Likings:
        return _added(hedges(texts), [-count for count in absolutes(texts)])

    return {
        "longest": Guesser(_lengths),
        "shortest": Guesser(lambda texts: [-length for length in _lengths(texts)]),
        "first": Guesser(_near(0)),
        "second": Guesser(_near(1)),
        "third": Guesser(_near(2)),
        "last": Guesser(lambda texts: [*range(len(texts))], believes=lambda _: False),
        "kindest": Guesser(kindest),
        "careful": Guesser(careful, believes=lambda text: not language.absolutes.search(text)),
        "combined": Guesser(
            lambda texts: _added(*map(_ranks, (kindest(texts), careful(texts), _lengths(texts)))),
            believes=lambda text: not language.absolutes.search(text),
        ),
    }


def tell_guessers(course: Course, locale: Locale) -> Iterator[str]:
    """Per test a line for each guesser, and what they mean; for `cli.py guess`."""
    kinds = guessers(load_language(locale.language))
    tests = [quiz for quiz in course.quizzes.values() if quiz.model.mode == "test"]
    yield locale.text("guess.head" if tests else "guess.none")
    for quiz in tests:
        yield ""
        yield locale.text("guess.test", title=quiz.model.title, path=quiz.path)
        for name, kind in kinds.items():
            share = f"{share_of_test(quiz.model.questions, kind):5.0%}"
            yield locale.text("guess.line", share=share, who=locale.text(f"guess.{name}"))


def share_of_test(questions: Sequence[Question], guesser: Guesser) -> float:
    """The share of all points of a test that a guesser may expect, whichever questions are drawn."""
    worth = sum(question.worth for question in questions)
    earned = sum(question.share_by_looks(guesser) * question.worth for question in questions if question.is_scored)
    return earned / (worth or 1)


def _lengths(texts: Sequence[str]) -> Likings:
    return [float(len(plain(text))) for text in texts]


def _near(place: int) -> Callable[[Sequence[str]], Likings]:
    return lambda texts: [-float(abs(number - place)) for number in range(len(texts))]


def _counting(pattern: Pattern[str]) -> Callable[[Sequence[str]], Likings]:
    return lambda texts: [float(len(pattern.findall(text))) for text in texts]


def _added(*likings: Likings) -> Likings:
    return [sum(each) for each in zip(*likings, strict=True)]


def _ranks(likings: Likings) -> Likings:
    """How many others each is liked better than."""
    return [float(sum(other < liking for other in likings)) for liking in likings]
