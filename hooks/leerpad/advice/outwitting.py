"""What a reader scores who knows nothing of a lesson, and chooses by how the answers look or sound."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from leerpad.advice.language import load_language
from leerpad.advice.questions import plain
from leerpad.questions.ordering.model import Ordering
from leerpad.questions.scenario.model import Scenario
from leerpad.questions.shared.assign import AssignQuestion
from leerpad.questions.shared.choices import ChoiceQuestion
from leerpad.questions.true_false.model import TrueFalse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from re import Pattern

    from leerpad.advice.language import Language
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale
    from leerpad.questions.base import Question

    Likings = list[float]
    """How much each text is liked; the highest is chosen, and of equals any."""


@dataclass(frozen=True)
class Guesser:
    """A way to choose by looks alone."""

    likes: Callable[[Sequence[str]], Likings]
    believes: Callable[[str], bool] = lambda _: True
    """Whether a statement is called true."""


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
    return sum(share_of(question, guesser) * question.worth for question in questions if question.worth) / (worth or 1)


def share_of(question: Question, guesser: Guesser) -> float:
    """The share of a question's points that a guesser may expect.

    Of choices: the best liked, and as many of them as are right, which is more than a reader knows. Of things to put
    in order: the order in which paper gives them, best liked first. Of groups and pairs: the best liked option, for
    every row. In a conversation: the best liked reply, until it ends or turns round. Who types, guesses nothing.
    """
    match question:
        case ChoiceQuestion():
            return _of_choices(guesser.likes([choice.text for choice in question.choices]), question)
        case TrueFalse():
            return float(guesser.believes(question.prompt) == question.correct)
        case Ordering():
            given = question.mixed()
            likings = guesser.likes([item.text for item in given])
            chosen = sorted(range(len(given)), key=lambda number: -likings[number])
            order = [question.items.index(given[number]) for number in chosen]
            return (_longest_row(order) - 1) / (len(order) - 1)
        case AssignQuestion():
            return _of_rows(guesser, question)
        case Scenario():
            return _of_talk(question, guesser, question.start, frozenset()) / question.ways.points(question.start)
        case _:
            return 0


def _of_choices(likings: Likings, question: ChoiceQuestion) -> float:
    correct = {number for number, choice in enumerate(question.choices) if choice.correct}
    count = len(correct)
    lowest = sorted(likings, reverse=True)[count - 1]  # of what is ticked
    sure = [number for number, liking in enumerate(likings) if liking > lowest]
    equal = [number for number, liking in enumerate(likings) if liking == lowest]
    ways = [{*sure, *more} for more in combinations(equal, count - len(sure))]
    return sum(max(0, 2 * len(ticked & correct) - count) / count for ticked in ways) / len(ways)


def _of_rows(guesser: Guesser, question: AssignQuestion) -> float:
    options = question.options()
    liked = {options[number].text for number in _best(guesser.likes([option.text for option in options]))}
    return sum(row.right in liked for row in question.rows()) / len(question.rows()) / len(liked)


def _of_talk(talk: Scenario, guesser: Guesser, step: str, seen: frozenset[str]) -> float:
    if step not in talk.steps or step in seen:
        return 0
    choices = talk.steps[step].choices
    replies = [choices[number] for number in _best(guesser.likes([choice.text for choice in choices]))]
    came = [reply.points + _of_talk(talk, guesser, reply.goto, seen | {step}) for reply in replies]
    return sum(came) / len(came)


def _best(likings: Likings) -> list[int]:
    return [number for number, liking in enumerate(likings) if liking == max(likings)]


def _longest_row(order: list[int]) -> int:
    """How many stand in the right order among themselves."""
    rows: list[int] = []
    for index, item in enumerate(order):
        rows.append(1 + max((rows[before] for before in range(index) if order[before] < item), default=0))
    return max(rows)


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
