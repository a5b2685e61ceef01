"""The HTML of everything that isn't plain Markdown: quizzes, the path, and what stands around lessons."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from leerpad.course.bibliography import BIBLIOGRAPHY, lessons_by_source, pages_by_source, sources_of
from leerpad.course.glossary import GLOSSARY, lessons_by_term, plain_letters
from leerpad.course.models import QuizFile
from leerpad.course.schema import key_rows
from leerpad.questions import TYPES
from leerpad.questions.base import ScoredQuestion
from leerpad.questions.examples import load_examples
from leerpad.site.assets import ENGINE, not_found_script
from leerpad.site.gaps import gapped
from leerpad.site.late import LateParts
from leerpad.site.markdown import PageContext
from leerpad.site.path_picture import path_picture
from leerpad.site.plan import OWN, lesson_url, level_url, own_url, relative_url, site_urls, test_url
from leerpad.site.reflections import reflections
from leerpad.site.scan import ScanWords, scan_data
from leerpad.site.terms import met_terms
from leerpad.source.directives import split_argument

if TYPE_CHECKING:
    from leerpad.course.bibliography import Source
    from leerpad.course.course import Course
    from leerpad.course.glossary import Term
    from leerpad.course.moves import Move
    from leerpad.locales import Locale
    from leerpad.questions.base import Question
    from leerpad.questions.shared.choices import ChoiceQuestion
    from leerpad.site.citations import Citations
    from leerpad.site.markdown import Texts
    from leerpad.site.plan import Page
    from leerpad.site.version import Version
    from leerpad.source.directives import Directive


class Renderer:
    """Renders the elements of one course with Jinja."""

    def __init__(
        self, course: Course, locale: Locale, texts: Texts, citations: Citations, site_name: str, version: Version
    ) -> None:
        self.course = course
        self.locale = locale
        self.texts = texts
        self.late = LateParts()
        self.citations = citations
        self.version = version
        self._levels = {lesson.id: level for level in course.levels for lesson in level.lessons}
        self._environment = Environment(
            loader=FileSystemLoader(ENGINE),
            undefined=StrictUndefined,
            autoescape=True,
            auto_reload=False,  # it lives for one build
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= {
            "course": course,
            "site_name": site_name,
            "t": locale.text,
            "plural": locale.plural,
            "number": locale.number,
            "data": _attribute,
        }

    def page(self, page: Page) -> PageContext:
        """What stands above and below the body of a page that the engine makes."""
        template = self._environment.get_template(f"elements/{page.element}/{page.element}.html")
        names = self._names(page.url)
        quiz = "" if page.quiz is None else self.late.later(partial(self._quiz, page.quiz, page.url, on_own_page=True))
        names |= {"page": page, "level": page.level, "lesson": page.lesson, "quiz": quiz}
        if page.element == "notes":
            names["reflections"] = self._reflections(page.url)
        if page.element == "progress":
            names["terms"] = met_terms(self.course, page.url)
        if page.lesson is not None:
            names |= self._source_names(page.url, self.citations.sorted(sources_of(page.lesson)))
        module: Any = template.make_module(names)
        return PageContext(
            page.uri,
            page.url,
            str(module.header()),
            str(module.footer()),
            marks_terms=page.lesson is not None and page.lesson.document.model.terms,
            lists_sources=page.lesson is not None,
        )

    def directive(self, directive: Directive, page: PageContext) -> str:
        """What stands in the place of a directive."""
        if directive.name == "quiz":
            return self.late.later(partial(self._quiz, directive.argument, page.url, on_own_page=False))
        if directive.name == "question-type":
            return self._question_type(directive.argument, page.url)
        if directive.name == "scan":
            return self.late.later(partial(self._scan, directive.argument, page.url))
        if directive.name == "reflect":
            return self._reflect(*split_argument(directive), page)
        if directive.name == "fault-list":
            return self._fault_list()
        if directive.name == "path":
            return self._path(page.url)
        names = self._names(page.url)
        if directive.name == "terms":
            names |= self._term_names(page.url)
        if directive.name == "sources":
            names |= self._source_names(page.url, self.citations.sorted(self.course.references))
            names |= {"used": self._uses_of_sources(page.url)}
        if directive.name == "published":
            names |= {"version": self.version, "day": self.version.day_in(self.locale)}
        template = self._environment.get_template(f"elements/{directive.name}/{directive.name}.html")
        return template.render(names)

    def explanations(self) -> dict[str, str]:
        """What each term means, without markup, by its id."""
        return {term.id: self.texts.plain(term.explanation, GLOSSARY, "") for term in self.course.terms.values()}

    def _term_names(self, page_url: str) -> dict[str, Any]:
        """The terms by their first letter, each with the lessons that use it."""
        letters: dict[str, list[Term]] = {}
        for term in sorted(self.course.terms.values(), key=lambda term: (plain_letters(term.term), term.id)):
            letters.setdefault(plain_letters(term.term)[:1].upper(), []).append(term)
        names = {"letters": letters, "lessons_by_term": lessons_by_term(self.course)}
        return names | self._text_names(GLOSSARY, page_url)

    def _source_names(self, page_url: str, sources: list[Source]) -> dict[str, Any]:
        def link(source: Source) -> str:
            return self.citations.link(source.id, page_url, is_listed_here=False)

        names = {"sources": sources, "citations": self.citations, "source_link": link}
        return names | self._text_names(BIBLIOGRAPHY, page_url)

    def _uses_of_sources(self, page_url: str) -> dict[str, list[tuple[str, str]]]:
        """Where each source is used: the title and the link of each lesson, and of each page."""
        urls = site_urls(self.course)
        used: dict[str, list[tuple[str, str]]] = {}
        for by_source in (lessons_by_source(self.course), pages_by_source(self.course)):
            for source, places in by_source.items():
                links = [(place.title, relative_url(urls[place.path], page_url)) for place in places]
                used.setdefault(source, []).extend(links)
        return used

    def _path(self, page_url: str) -> str:
        levels = self.course.levels
        steps = [lesson.title for lesson in self.course.lessons.values()]
        steps += [self.course.quizzes[level.quiz].model.title for level in levels]
        names = {"picture": path_picture(len(levels)), "longest_title": max(steps, key=len)}
        return self._environment.get_template("elements/path/path.html").render(self._names(page_url) | names)

    def _fault_list(self) -> str:
        """Every fault with its words, gaps as dots: the author's guide can't forget one."""
        rows: dict[str, list[str]] = {}
        for key, text in self.locale.words.items():
            if key.startswith("fault."):
                code = key.removeprefix("fault.").removesuffix("_suggestion")
                rows.setdefault(code, []).append(re.sub(r"\{\w+\}", "…", text))
        return self._environment.get_template("elements/fault-list/fault-list.html").render(rows=rows)

    def moved(self, move: Move) -> str:
        """The whole page at an old address: it leads to the new one, with or without the browser's help."""
        link = relative_url(f"{move.new}.html", move.old)
        template = self._environment.get_template("elements/moved/moved.html")
        return template.render(link=link, title=move.title, language=self.locale.language)

    def not_found(self, base: str | None, probe: str) -> str:
        """The whole page for an address that isn't there. `probe` is a file by which its script knows the root."""
        home = [("index.html", self.locale.text("not_found.home"))]
        levels = [(level_url(level), level.title) for level in self.course.levels]
        own = [(own_url(name, self.locale), self.locale.text(f"page.{name}.title")) for name in OWN]
        return self._environment.get_template("elements/not-found/not-found.html").render(
            base=base,
            probe=probe,
            links=[*home, *levels, *own],
            language=self.locale.language,
            script=Markup(not_found_script()),
        )

    def _names(self, page_url: str) -> dict[str, Any]:
        def to(url: str) -> str:
            return relative_url(url, page_url)

        return {
            "level_link": lambda level: to(level_url(level)),
            "lesson_link": lambda level, lesson: to(lesson_url(level, lesson)),
            "test_link": lambda level: to(test_url(level)),
            "action_text": lambda action, lesson: self._action_text(action.text, lesson.path, page_url),
            "own_links": {name: to(own_url(name, self.locale)) for name in OWN},
            "notes_link": to(own_url("notes", self.locale)),
            "level_of": self._levels,
            "reread_link": lambda lesson_id: to(lesson_url(self._levels[lesson_id], self.course.lessons[lesson_id])),
        }

    def _reflections(self, page_url: str) -> list[dict[str, Any]]:
        """Every question that is kept in the learner's notes, in the order of the course."""
        found = []
        for one in reflections(self.course):
            prompt = self.texts.block(one.prompt, one.source, page_url)
            link = relative_url(f"{one.url}#vraag-{one.id}", page_url)
            names = {"id": one.id, "prompt": prompt, "plain": prompt.striptags()}
            found.append({**names, "where": one.where, "link": link})
        return found

    def _action_text(self, text: str, source: str, page_url: str) -> Markup:
        return self.texts.inline(text, source, page_url) or self.texts.block(text, source, page_url)

    def _reflect(self, name: str, prompt: str, page: PageContext) -> str:
        """A question to think about outside a quiz."""
        question = TYPES["reflection"].model_construct(id=name, type="reflection", prompt=prompt)
        names = self._names(page.url) | self._text_names(page.source, page.url) | {"question": question}
        return self._environment.get_template("elements/reflect/reflect.html").render(names)

    def _scan(self, scan_id: str, page_url: str) -> str:
        document = self.course.scans[scan_id]
        levels = {level.id: level for level in self.course.levels}
        stages = {level.id: self.course.stage(level) for level in self.course.levels}
        names = self._names(page_url) | self._text_names(document.path, page_url)
        more = {
            "scan": document.model,
            "scan_data": scan_data(document.model, stages),
            "words": ScanWords(document.model, self.locale),
            "levels": levels,
        }
        return self._environment.get_template("elements/scan/scan.html").render(names | more)

    def _text_names(self, source: str, page_url: str) -> dict[str, Any]:
        """How a template renders the Markdown texts of the file `source`."""

        def block(text: str | None) -> Markup:
            return Markup() if text is None else self.texts.block(text, source, page_url)

        def inline(text: str) -> Markup | None:
            return self.texts.inline(text, source, page_url)

        def plain(text: str) -> str:
            return self.texts.plain(text, source, page_url)

        return {"markdown": block, "inline": inline, "plain": plain}

    def _quiz(self, quiz_id: str, page_url: str, *, on_own_page: bool) -> str:
        document = self.course.quizzes[quiz_id]
        return self._quiz_html(document.model, document.path, page_url, on_own_page=on_own_page)

    def _question_type(self, name: str, page_url: str) -> str:
        """For the author's guide: the keys of a type, and each example as it is written and as it works."""
        rows = key_rows(TYPES[name], ScoredQuestion, self.locale)
        examples = []
        for number, example in enumerate(load_examples(name), start=1):
            quiz = QuizFile.model_construct(
                id=f"voorbeeld-{name.replace('_', '-')}-{number}", title=example.title, questions=[example.question]
            )
            html = self._quiz_html(quiz, "", page_url, on_own_page=True, is_trial=True)
            examples.append({"title": example.title, "yaml": example.yaml, "quiz": Markup(html)})
        template = self._environment.get_template("elements/question-type/question-type.html")
        return template.render(self._names(page_url) | {"name": name, "rows": rows, "examples": examples})

    def _quiz_html(
        self, quiz: QuizFile, source: str, page_url: str, *, on_own_page: bool, is_trial: bool = False
    ) -> str:
        text_names = self._text_names(source, page_url)
        inline, block = text_names["inline"], text_names["markdown"]

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

        names = self._names(page_url) | text_names | {"choices": choices}
        names["gapped"] = lambda text, part: gapped(text, part, block)
        questions = [self._question(question, names) for question in quiz.questions]
        template = self._environment.get_template("elements/quiz/quiz.html")
        return template.render(
            names
            | {
                "quiz": quiz,
                "quiz_data": self._quiz_data(quiz) | ({"trial": True} if is_trial else {}),
                "questions": questions,
                "own_page": on_own_page,
            }
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


def _attribute(value: object) -> Markup:
    """Data for the browser, for an attribute of its element in single quotes: JSON is full of double ones."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;"))
