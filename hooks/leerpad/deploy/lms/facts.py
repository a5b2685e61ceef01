"""What the shell of a package knows of the course: what counts, and what is told of each question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.questions.base import text_key
from leerpad.questions.neutral import ChoiceForm, ClozeForm, MatchForm, NumberForm, OrderForm, TalkForm, TruthForm
from leerpad.site.plan.pages import level_url
from leerpad.site.plan.reviews import origins, scored

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.course.model.course import Course
    from leerpad.course.model.files import QuizFile
    from leerpad.deploy.lms.data import KindName, PackageFacts, TellableQuestion, Told
    from leerpad.locales import Locale
    from leerpad.questions.base import Question

HOME = "index.html"
"""The page that a new learner sees first."""

WORDS = "lms.shell."
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|<[^>]*>")
_MARKS = re.compile(r"(?<!\w)[*_]{1,3}|[*_]{1,3}(?!\w)|`")


def package_facts(course: Course, locale: Locale, kind: KindName, title: str, level: str | None) -> PackageFacts:
    """What the shell is told. `level`: that of which alone the package is."""
    packages = course.settings.packages
    quizzes = {name: questions_asked(course, quiz.model) for name, quiz in sorted(course.quizzes.items())}
    words = {key.removeprefix(WORDS): text for key, text in sorted(locale.words.items()) if key.startswith(WORDS)}
    return {
        "kind": kind,
        "title": title,
        "language": locale.language,
        "iri": packages.iri or "",
        "home": home_of(course, level),
        "level": level or "",
        "quizzes": quizzes,
        "completion": {"tests": packages.asks_tests, "lessons": packages.asks_lessons, "level": packages.level},
        "done_status": packages.done_status,
        "resume": packages.resume,
        "keep_on_device": packages.keep_on_device,
        "questions": _told(course) if packages.answers else {},
        "words": words,
    }


def home_of(course: Course, level: str | None) -> str:
    """The page on which a package opens; `level`: the one that it holds, if it holds one only."""
    return level_url(course.levels[0]) if level else HOME


def questions_asked(course: Course, quiz: QuizFile) -> list[str]:
    """The ids of all questions that an attempt at a quiz can hold, also of those that come from levels before."""
    level = course.level_of_quiz.get(quiz.id) if quiz.recall else None
    before = course.levels_before(level) if level else []
    origin_quizzes = [course.quizzes[origin.quiz].model for one in before for origin in origins(course, one)]
    again = [question.id for one in origin_quizzes for question in scored(one)]
    return list(dict.fromkeys([*(question.id for question in quiz.questions), *again]))


def _told(course: Course) -> dict[str, TellableQuestion]:
    questions = (question for quiz in course.quizzes.values() for question in quiz.model.questions)
    told = ((question.id, question_facts(question)) for question in questions if question.is_scored)
    return {name: facts for name, facts in told if facts is not None}


def question_facts(question: Question) -> TellableQuestion | None:
    """A question with the keys of its answers in the author's order, and the words for each.

    None if learning systems have no words for its answers; it counts all the same.
    """
    about: Told = {"id": question.id, "prompt": plain(question.prompt)}
    match question.told_form():
        case ChoiceForm(options=options):
            right = [text_key(option.text) for option in options if option.is_right]
            return {**about, "form": "choice", "options": _named(option.text for option in options), "correct": right}
        case TruthForm(is_true=is_true):
            return {**about, "form": "truth", "correct": is_true}
        case OrderForm(items=items):
            named = _named(item.text for item in items)
            return {**about, "form": "order", "options": named, "correct": [key for key, _ in named]}
        case MatchForm(couples=couples, spare=spare):
            rows = _named(couple.row for couple in couples)
            fitting = _named([*(couple.option for couple in couples), *spare])
            pairs = {text_key(couple.row): text_key(couple.option) for couple in couples}
            return {**about, "form": "match", "rows": rows, "options": fitting, "correct": pairs}
        case NumberForm(answer=answer, tolerance=tolerance, unit=unit):
            low, high = float(answer - tolerance), float(answer + tolerance)
            return {**about, "form": "number", "low": low, "high": high, "unit": unit or ""}
        case ClozeForm(blanks=blanks):
            gaps = [(name, blank.label or name) for name, blank in blanks.items()]
            accepted = {name: blank.accept[0] for name, blank in blanks.items()}
            return {**about, "form": "gaps", "rows": gaps, "correct": accepted}
        case TalkForm(start=start, steps=steps, said=said, options=options):
            ways = {name: list(choices) for name, choices in steps.items()}
            words = {name: plain(text) for name, text in said.items()}
            return {**about, "form": "talk", "start": start, "steps": ways, "said": words, "options": _named(options)}
    return None


def _named(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Each text once, by its key."""
    return list({text_key(text): (text_key(text), plain(text)) for text in texts}.values())


def plain(text: str) -> str:
    """A text of an author as it is read, on one line."""
    return " ".join(_MARKS.sub("", _LINK.sub(lambda found: found[1] or "", text)).split())
