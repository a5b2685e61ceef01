"""The variables that templates get: links from a page, the texts of a file, terms and sources."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from leerpad.course.model.bibliography import BIBLIOGRAPHY, lessons_by_source, pages_by_source
from leerpad.course.model.glossary import GLOSSARY, lessons_by_term, plain_letters
from leerpad.course.model.own_pages import own_pages
from leerpad.questions.base import Rendering
from leerpad.site.plan.pages import handout_url, lesson_url, level_url, own_url, relative_url, site_urls, test_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.course.model.bibliography import Source
    from leerpad.course.model.course import Course, Lesson
    from leerpad.course.model.glossary import Term
    from leerpad.course.model.handouts import Handout
    from leerpad.locales import Locale
    from leerpad.site.markdown.citations import Citations
    from leerpad.site.markdown.texts import Texts
    from leerpad.site.plan.reflections import Reflection
    from leerpad.source.memory import Memory


class TemplateContext:
    """What the templates of one course may use, for each page and each file of texts."""

    def __init__(self, course: Course, locale: Locale, texts: Texts, citations: Citations, memory: Memory) -> None:
        self._course = course
        self._locale = locale
        self._texts = texts
        self._citations = citations
        self._memory = memory
        self._levels = {page.id: level for level in course.levels for page in level.pages}
        self._handouts_by_lesson: dict[str, list[Handout]] = {lesson: [] for lesson in course.lessons}
        for handout in course.handouts.values():
            for lesson in dict.fromkeys(handout.document.model.lessons):
                self._handouts_by_lesson[lesson].append(handout)

    def of_page(self, page_url: str) -> dict[str, object]:
        """The course, and how to link from a page to its parts."""

        def to(url: str) -> str:
            return relative_url(url, page_url)

        return {
            "course": self._course,
            "level_link": lambda level: to(level_url(level)),
            "lesson_link": lambda level, lesson: to(lesson_url(level, lesson)),
            "test_link": lambda level: to(test_url(level)),
            "handout_link": lambda handout: to(handout_url(self._levels[handout.id], handout)),
            "handouts_by_lesson": self._handouts_by_lesson,
            "action_text": lambda action, lesson: self._line_or_block(action.text, lesson.path, page_url),
            "own_links": {name: to(own_url(name, self._locale)) for name in own_pages(self._course.settings)},
            "level_of": self._levels,
        }

    def of_quiz(self, path: str, page_url: str) -> dict[str, object]:
        """What a quiz in the file at `path` needs of the course: nothing but links, and its own texts."""

        def reread(lesson_id: str) -> tuple[str, str] | None:
            """The lesson to read again; none in a check of that lesson, which stands below what it is about."""
            url = lesson_url(self._levels[lesson_id], self._course.lessons[lesson_id])
            return None if url == page_url else self.lesson(lesson_id, page_url)

        notes = relative_url(own_url("notes", self._locale), page_url)
        return self.of_texts(path, page_url) | {"reread": reread, "notes_link": notes}

    def lesson(self, lesson_id: str, page_url: str) -> tuple[str, str]:
        """The link and the title of a lesson."""
        lesson = self._course.lessons[lesson_id]
        return relative_url(lesson_url(self._levels[lesson_id], lesson), page_url), lesson.title

    def rendering(self, path: str, page_url: str) -> Rendering:
        """How the Markdown texts of the file at `path` become HTML on a page."""

        def block(text: str | None) -> Markup:
            return Markup() if text is None else self._texts.block(text, path, page_url)

        def inline(text: str) -> Markup | None:
            return self._texts.inline(text, path, page_url)

        return Rendering(block, inline)

    def of_texts(self, path: str, page_url: str) -> dict[str, object]:
        """How a template renders the Markdown texts of the file at `path`."""
        block, inline = self.rendering(path, page_url)

        def plain(text: str) -> str:
            return self._texts.plain(text, path, page_url)

        return {"markdown": block, "inline": inline, "plain": plain}

    def of_terms(self, page_url: str) -> dict[str, object]:
        """The terms by their first letter, each with the lessons that use it."""
        letters: dict[str, list[Term]] = {}
        for term in sorted(self._course.terms.values(), key=lambda term: (plain_letters(term.term), term.id)):
            letters.setdefault(plain_letters(term.term)[:1].upper(), []).append(term)
        return {"letters": letters, "lessons_by_term": self.lessons_by_term} | self.of_texts(GLOSSARY, page_url)

    @cached_property
    def lessons_by_term(self) -> dict[str, list[Lesson]]:
        """The lessons that use each term; every lesson is read for it, so once in a build."""
        return lessons_by_term(self._course, self._memory)

    def explanations(self) -> dict[str, str]:
        """What each term means, without markup, by its id."""
        return {term.id: self._texts.plain(term.explanation, GLOSSARY, "") for term in self._course.terms.values()}

    def of_sources(self, page_url: str, sources: list[Source]) -> dict[str, object]:
        """Some sources, and how they are named."""

        def link(source: Source) -> str:
            return self._citations.link(source.id, page_url, is_listed_here=False)

        names = {"sources": sources, "citations": self._citations, "source_link": link}
        return names | self.of_texts(BIBLIOGRAPHY, page_url)

    def uses_of_sources(self, page_url: str) -> dict[str, list[tuple[str, str]]]:
        """Where each source is used: the title and the link of each lesson, and of each page."""
        urls = site_urls(self._course)
        used: dict[str, list[tuple[str, str]]] = {}
        for by_source in (lessons_by_source(self._course), pages_by_source(self._course)):
            for source, places in by_source.items():
                links = [(place.title, relative_url(urls[place.path], page_url)) for place in places]
                used.setdefault(source, []).extend(links)
        return used

    def of_reflections(self, all_of_them: Iterable[Reflection], page_url: str) -> list[dict[str, object]]:
        """The questions that are kept in the learner's notes."""
        found = []
        for one in all_of_them:
            prompt = self._texts.block(one.prompt, one.path, page_url)
            link = relative_url(f"{one.url}#question-{one.id}", page_url)
            names: dict[str, object] = {"id": one.id, "prompt": prompt, "plain": prompt.striptags()}
            found.append({**names, "where": one.where, "link": link})
        return found

    def _line_or_block(self, text: str, path: str, page_url: str) -> Markup:
        return self._texts.inline(text, path, page_url) or self._texts.block(text, path, page_url)
