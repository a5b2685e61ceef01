"""The HTML of everything that isn't plain Markdown: quizzes, the path, and what stands around lessons."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from leerpad.site.assets import ENGINE
from leerpad.site.markdown import PageContext
from leerpad.site.plan import lesson_url, level_url, progress_url, relative_url, test_url

if TYPE_CHECKING:
    from leerpad.course.course import Course
    from leerpad.course.models import QuizFile
    from leerpad.locales import Locale
    from leerpad.questions.base import Question
    from leerpad.questions.shared.choices import ChoiceQuestion
    from leerpad.site.markdown import Texts
    from leerpad.site.plan import Page
    from leerpad.source.directives import Directive


class Renderer:
    """Renders the elements of one course with Jinja."""

    def __init__(self, course: Course, locale: Locale, texts: Texts) -> None:
        self.course = course
        self.locale = locale
        self.texts = texts
        self._levels = {lesson.id: level for level in course.levels for lesson in level.lessons}
        self._environment = Environment(
            loader=FileSystemLoader(ENGINE),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= {
            "course": course,
            "t": locale.text,
            "plural": locale.plural,
            "number": locale.number,
            "data": _attribute,
        }

    def page(self, page: Page) -> PageContext:
        """What stands above and below the body of a page that the engine makes."""
        template = self._environment.get_template(f"elements/{page.element}/{page.element}.html")
        names = self._names(page.url)
        quiz = "" if page.quiz is None else self._quiz(page.quiz, page.url, on_own_page=True)
        module = template.make_module({**names, "page": page, "level": page.level, "lesson": page.lesson, "quiz": quiz})
        return PageContext(page.uri, page.url, str(module.header()), str(module.footer()))  # type: ignore[attr-defined]

    def directive(self, directive: Directive, page: PageContext) -> str:
        """What stands in the place of a directive."""
        if directive.name == "quiz":
            return self._quiz(directive.argument, page.url, on_own_page=False)
        template = self._environment.get_template(f"elements/{directive.name}/{directive.name}.html")
        return template.render(self._names(page.url))

    def _names(self, page_url: str) -> dict[str, Any]:
        def to(url: str) -> str:
            return relative_url(url, page_url)

        return {
            "level_link": lambda level: to(level_url(level)),
            "lesson_link": lambda level, lesson: to(lesson_url(level, lesson)),
            "test_link": lambda level: to(test_url(level)),
            "progress_link": to(progress_url(self.locale)),
            "reread_link": lambda lesson_id: to(lesson_url(self._levels[lesson_id], self.course.lessons[lesson_id])),
        }

    def _quiz(self, quiz_id: str, page_url: str, *, on_own_page: bool) -> str:
        document = self.course.quizzes[quiz_id]
        quiz = document.model

        def block(text: str | None) -> Markup:
            return Markup() if text is None else self.texts.block(text, document.path, page_url)

        def inline(text: str) -> Markup | None:
            return self.texts.inline(text, document.path, page_url)

        def plain(text: str) -> str:
            return self.texts.plain(text, document.path, page_url)

        def choices(question: ChoiceQuestion) -> list[dict[str, Any]]:
            return [
                {
                    "value": choice.key,
                    "text": inline(choice.text) or block(choice.text),
                    "pinned": choice.pinned,
                    "correct": choice.correct,
                    "feedback": block(choice.feedback),
                }
                for choice in question.choices
            ]

        names = self._names(page_url) | {"markdown": block, "inline": inline, "plain": plain, "choices": choices}
        questions = [self._question(question, names) for question in quiz.questions]
        template = self._environment.get_template("elements/quiz/quiz.html")
        return template.render(
            names | {"quiz": quiz, "quiz_data": self._quiz_data(quiz), "questions": questions, "own_page": on_own_page}
        )

    def _question(self, question: Question, names: dict[str, Any]) -> dict[str, Any]:
        template = self._environment.get_template(f"questions/{question.type}/form.html")
        module: Any = template.make_module({**names, "question": question})
        return {"model": question, "form": module.form(), "answers": module.answers(), "inline": names["inline"]}

    def _quiz_data(self, quiz: QuizFile) -> dict[str, Any]:
        level = self.course.level_of_quiz.get(quiz.id)
        return {
            "id": quiz.id,
            "mode": quiz.mode,
            "pass_mark": self.course.pass_mark(quiz) if quiz.mode == "test" else None,
            "draw": quiz.draw,
            "shuffle": quiz.shuffle,
            "level": level.id if level else None,
        }


def _attribute(value: object) -> str:
    """Data for the browser, in an attribute of its element; Jinja escapes it."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
