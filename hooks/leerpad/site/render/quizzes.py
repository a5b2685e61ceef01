"""The HTML of quizzes, of the examples in the author's guide, and of scans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from leerpad.authoring.schema import key_rows
from leerpad.course.model.files import QuizFile
from leerpad.course.model.quiz_time import quiz_minutes
from leerpad.course.model.splits import in_order_of_page
from leerpad.questions import NOTE, TYPES
from leerpad.questions.base import Rendering, ScoredQuestion
from leerpad.questions.examples import load_examples
from leerpad.site.plan.reviews import scored
from leerpad.site.render.scan import ScanWords, scan_data
from leerpad.site.render.templates import called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from jinja2.environment import TemplateModule

    from leerpad.course.model.course import Course
    from leerpad.course.model.splits import Apart
    from leerpad.locales import Locale
    from leerpad.questions.base import Question
    from leerpad.site.data import QuizData
    from leerpad.site.render.cache_keys import CacheKeys
    from leerpad.site.render.context import TemplateContext
    from leerpad.source.memory import Memory


_LEADS_ELSEWHERE = re.compile(r'="(?:(?<=href=")|(?<=src="))(?![a-z][a-z0-9+.-]*:|#)')
"""A link or a picture in the HTML of a question that is written for the page where it stands. It begins with a text,
which is found ten times as fast."""


class _Place(NamedTuple):
    """Where questions are shown: a page, for which the texts of the file at `path` are rendered."""

    path: str
    names: dict[str, object]
    rendering: Rendering
    macros: TemplateModule
    """Those of `question.html`."""


class Quizzes:
    """Renders everything that asks something. Its templates don't know the course, only what a quiz says of it."""

    def __init__(
        self,
        course: Course,
        locale: Locale,
        context: TemplateContext,
        templates: Environment,
        keys: CacheKeys,
        memory: Memory,
    ) -> None:
        self._course = course
        self._locale = locale
        self._keys = keys
        self._memory = memory
        self._context = context
        self._templates = templates
        self._parts: dict[tuple[str, str], dict[str, Markup]] = {}
        """Of a question that is the same on every page, by its file and id, until its quiz is on its page."""

    def quiz(self, quiz_id: str, page_url: str, apart: Apart | None = None) -> str:
        """A quiz: on the page of its level's test; or in a lesson, without the questions that are asked apart there."""
        document = self._course.quizzes[quiz_id]
        quiz, path = document.model, document.path
        lessons = tuple(self._context.lesson(lesson, page_url) for lesson in self._lessons(path))
        place = (page_url, apart, tuple(self._data(quiz, is_trial=False).items()), lessons)
        return self._memory.recall(
            ("quiz", self._keys.texts, path, self._course.digests[path], place),
            lambda: self._html(quiz, path, page_url, apart),
        )

    def question_apart(self, quiz_id: str, question_id: str, page_url: str, apart: Apart) -> str:
        """One question of a quiz, higher on the page than the rest."""
        document = self._course.quizzes[quiz_id]
        quiz, path = document.model, document.path
        return self._memory.recall(
            ("apart", self._keys.texts, path, self._course.digests[path], question_id, page_url, apart),
            lambda: self._html_apart(quiz, path, question_id, page_url, apart),
        )

    def loose(self, quiz_id: str, lesson: str | None, page_url: str) -> dict[str, list[str]]:
        """Each scored question of a quiz by itself, by its id: the HTML that asks it, and its part of the answer sheet.

        `lesson` is the one to read again where a question names none.
        """
        document = self._course.quizzes[quiz_id]
        lessons = tuple(self._context.lesson(one, page_url) for one in self._lessons(document.path, lesson))
        return self._memory.recall(
            ("loose", self._keys.texts, document.path, self._course.digests[document.path], lesson, lessons, page_url),
            lambda: self._loose(document.model, document.path, lesson, page_url),
        )

    def _lessons(self, path: str, *more: str | None) -> list[str]:
        return [*(lesson for lesson, _ in self._course.indexes[path].lessons), *filter(None, more)]

    def _loose(self, quiz: QuizFile, path: str, lesson: str | None, page_url: str) -> dict[str, list[str]]:
        place = self._place(path, page_url)
        found = {}
        for question in scored(quiz):
            shown = self._question(question, place, {question.id: 1})
            asks = called(place.macros, "asked", shown, "li")
            explains = called(place.macros, "explained", shown, question.lesson or lesson)
            found[question.id] = [asks.strip(), explains.strip()]
        return found

    def question_type(self, name: str, page_url: str) -> str:
        """For the author's guide: the keys of a type, and each example as it is written and as it works."""
        rows = key_rows(TYPES[name], ScoredQuestion, self._locale)
        examples = []
        for number, example in enumerate(load_examples(name, self._locale.language), start=1):
            quiz_id = f"example-{name.replace('_', '-')}-{number}"
            quiz = QuizFile.model_validate({"id": quiz_id, "title": example.title, "questions": [example.data]})
            html = self._html(quiz, "", page_url, None, is_trial=True)
            examples.append({"title": example.title, "yaml": example.yaml, "quiz": Markup(html)})
        template = self._templates.get_template("elements/question-type/question-type.html")
        return template.render(name=name, rows=rows, examples=examples)

    def reflection(self, name: str, prompt: str, path: str, page_url: str) -> str:
        """A question to think about outside a quiz."""
        question = TYPES[NOTE].model_construct(id=name, type=NOTE, prompt=prompt)
        names = self._context.of_quiz(path, page_url) | {"question": question}
        return self._templates.get_template("elements/reflect/reflect.html").render(names)

    def scan(self, scan_id: str, page_url: str) -> str:
        """A scan, with how it counts."""
        document = self._course.scans[scan_id]
        levels = self._course.levels_by_id
        stages = {level.id: self._course.stage(level) for level in self._course.levels}
        names = self._context.of_page(page_url) | self._context.of_texts(document.path, page_url)
        more = {
            "scan": document.model,
            "scan_data": scan_data(document.model, levels, stages, history=self._course.settings.scan_history),
            "words": ScanWords(document.model, self._locale),
            "levels": levels,
        }
        return self._templates.get_template("elements/scan/scan.html").render(names | more)

    def _html(self, quiz: QuizFile, path: str, page_url: str, apart: Apart | None, *, is_trial: bool = False) -> str:
        place = self._place(path, page_url)
        asked = in_order_of_page(quiz, apart or ())
        numbers = _numbers(asked)
        questions = [self._question(question, place, numbers) for question in asked]
        for question in asked:  # this is the last that shows them, after the scripts of reviews and what stands apart
            self._parts.pop((path, question.id), None)
        more = {
            "quiz": quiz,
            "quiz_data": self._data(quiz, is_trial=is_trial),
            "questions": questions[len(apart or ()) :],
            "all_questions": questions,
            "own_page": apart is None,
            "minutes": quiz_minutes(quiz) if quiz.mode == "test" else None,
        }
        return self._templates.get_template("elements/quiz/quiz.html").render(place.names | more)

    def _html_apart(self, quiz: QuizFile, path: str, question_id: str, page_url: str, apart: Apart) -> str:
        place = self._place(path, page_url)
        asked = in_order_of_page(quiz, apart)
        model = next(question for question in asked if question.id == question_id)
        question = self._question(model, place, _numbers(asked))
        element = "predict" if model.is_prediction else "part"
        return self._templates.get_template(f"elements/{element}/{element}.html").render(
            place.names | {"quiz": quiz, "question": question}
        )

    def _place(self, path: str, page_url: str) -> _Place:
        names = self._context.of_quiz(path, page_url)
        macros = self._templates.get_template("elements/quiz/question.html").make_module(names)
        return _Place(path, names, self._context.rendering(path, page_url), macros)

    def _question(self, question: Question, place: _Place, numbers: dict[str, int]) -> dict[str, object]:
        key = place.path, question.id
        parts = self._parts.get(key)
        if parts is None:
            parts = self._rendered(question, place)
            if place.path and not any(map(_LEADS_ELSEWHERE.search, parts.values())):
                self._parts[key] = parts
        return {"model": question, "number": numbers.get(question.id), **parts}

    def _rendered(self, question: Question, place: _Place) -> dict[str, Markup]:
        """The parts of a question between which stands what differs from page to page."""
        template = self._templates.get_template(f"questions/{question.type}/form.html")
        form = template.make_module({**place.names, **question.context(place.rendering), "question": question})
        return {
            "before": Markup(called(place.macros, "before", question)),
            "after": Markup(called(place.macros, "after", question, Markup(called(form, "form")))),
            "answer": Markup(called(place.macros, "answer", question, Markup(called(form, "answers")))),
        }

    def _data(self, quiz: QuizFile, *, is_trial: bool) -> QuizData:
        level = self._course.level_of_quiz.get(quiz.id)
        data: QuizData = {
            "id": quiz.id,
            "mode": quiz.mode,
            "pass_mark": self._course.pass_mark(quiz) if quiz.mode == "test" else None,
            "draw": quiz.draw,
            "shuffle": quiz.shuffle,
            "level": level.id if level else None,
        }
        if is_trial:
            data["trial"] = True
        if quiz.view:
            data["view"] = quiz.view
        if quiz.recall:
            data["recall"] = quiz.recall
            data["recall_counts"] = self._course.settings.recall_counts
        return data


def _numbers(asked: Iterable[Question]) -> dict[str, int]:
    """The number of each question. A prediction is none of those that a reader counts."""
    counted = (question.id for question in asked if not question.is_prediction)
    return {name: number for number, name in enumerate(counted, start=1)}
