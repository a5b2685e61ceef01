"""The HTML of everything that isn't plain Markdown: what stands around lessons, and in the place of directives."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from leerpad.course.model.bibliography import sources_of
from leerpad.course.model.course import OWN
from leerpad.site.assets.bundles import not_found_script
from leerpad.site.markdown.extension import PageContext
from leerpad.site.markdown.terms import met_terms
from leerpad.site.plan.pages import NOTICES, level_url, own_url, relative_url
from leerpad.site.plan.path_picture import path_picture
from leerpad.site.plan.reflections import reflections
from leerpad.site.render.context import Names
from leerpad.site.render.deferred import DeferredParts
from leerpad.site.render.quizzes import Quizzes
from leerpad.site.render.templates import make_templates
from leerpad.source.directives import split_argument

if TYPE_CHECKING:
    from leerpad.course.model.course import Course
    from leerpad.course.model.moves import Move
    from leerpad.locales import Locale
    from leerpad.site.markdown.citations import Citations
    from leerpad.site.markdown.extension import Texts
    from leerpad.site.plan.pages import Page
    from leerpad.site.plan.version import Version
    from leerpad.site.render.cache_keys import CacheKeys
    from leerpad.source.directives import Directive
    from leerpad.source.memory import Memory


class Renderer:
    """Renders the pages of one course with Jinja; what comes out as before is taken from the memory."""

    def __init__(
        self,
        course: Course,
        locale: Locale,
        texts: Texts,
        citations: Citations,
        version: Version,
        keys: CacheKeys,
        memory: Memory,
        site: tuple[str, str],
    ) -> None:
        self.course = course
        self.locale = locale
        self.citations = citations
        self.version = version
        self.deferred = DeferredParts()
        self.names = Names(course, locale, texts, citations, memory)
        self._keys = keys
        self._memory = memory
        self._templates = memory.recall(("templates", keys.words), lambda: make_templates(locale, *site))
        self.quizzes = Quizzes(course, locale, self.names, self._templates, keys, memory)

    def page(self, page: Page) -> PageContext:
        """What stands above and below the body of a page that the engine makes."""
        names: dict[str, Any] = {"page": page, "level": page.level, "lesson": page.lesson}
        names["quiz"] = "" if page.quiz is None else self._deferred_quiz(page.quiz, page.url, on_own_page=True)
        if page.element == "notes":
            names["reflections"] = reflections(self.course)
        if page.element == "progress":
            names["terms"] = met_terms(self.course, self.names.lessons_by_term, page.url)
        own = repr((names.get("reflections"), names.get("terms"), self.course.digests.get(page.uri)))
        header, footer = self._memory.recall(
            ("page", self._keys.path, page.uri, page.url, own), lambda: self._around(page, names)
        )
        return PageContext(
            page.uri,
            page.url,
            header,
            footer,
            marks_terms=page.lesson is not None and page.lesson.document.model.terms,
            lists_sources=page.lesson is not None,
        )

    def _around(self, page: Page, names: dict[str, Any]) -> tuple[str, str]:
        names = self.names.of_page(page.url) | names
        if page.element == "notes":
            names["reflections"] = self.names.of_reflections(names["reflections"], page.url)
        if page.lesson is not None:
            names |= self.names.of_sources(page.url, self.citations.sorted(sources_of(page.lesson)))
        template = self._templates.get_template(f"elements/{page.element}/{page.element}.html")
        module: Any = template.make_module(names)
        return str(module.header()), str(module.footer())

    def directive(self, directive: Directive, page: PageContext) -> str:
        """What stands in the place of a directive."""
        name, argument, url = directive.name, directive.argument, page.url
        if name == "quiz":
            return self._deferred_quiz(argument, url, on_own_page=False)
        if name == "scan":
            return self.deferred.defer(url, f"scan-{argument}", partial(self.quizzes.scan, argument, url))
        if name == "published":
            return self._published(url)
        uses: object = None  # what follows from the bodies of lessons
        if name == "terms":
            uses = [(term, [lesson.id for lesson in used]) for term, used in self.names.lessons_by_term.items()]
        if name == "sources":
            uses = self.names.uses_of_sources(url)
        key = ("directive", self._keys.path, name, argument, page.source, url, repr(uses))
        return self._memory.recall(key, lambda: self._directive(directive, page))

    def _directive(self, directive: Directive, page: PageContext) -> str:
        name, url = directive.name, page.url
        if name == "question-type":
            return self.quizzes.question_type(directive.argument, url)
        if name == "reflect":
            return self.quizzes.reflection(*split_argument(directive), page.source, url)
        if name == "fault-list":
            return self._fault_list()
        names = self.names.of_page(url)
        if name == "path":
            names |= self._path_names()
        if name == "terms":
            names |= self.names.of_terms(url)
        if name == "sources":
            names |= self.names.of_sources(url, self.citations.sorted(self.course.references))
            names["used"] = self.names.uses_of_sources(url)
        return self._element(name, names)

    def start(self) -> str:
        """What stands above every page, for a reader of whom the script doesn't run."""
        return self._memory.recall(("start", self._keys.words), lambda: self._element("start", {}))

    def moved(self, move: Move) -> str:
        """The whole page at an old address: it leads to the new one, with or without the browser's help."""
        link = relative_url(f"{move.new}.html", move.old)
        return self._element("moved", {"link": link, "title": move.title, "language": self.locale.language})

    def not_found(self, base: str | None, probe: str) -> str:
        """The whole page for an address that isn't there. `probe` is a file by which its script knows the root."""
        home = [("index.html", self.locale.text("not_found.home"))]
        levels = [(level_url(level), level.title) for level in self.course.levels]
        own = [(own_url(name, self.locale), self.locale.text(f"page.{name}.title")) for name in OWN]
        names = {"base": base, "probe": probe, "links": [*home, *levels, *own], "language": self.locale.language}
        return self._element("not-found", {**names, "course": self.course, "script": Markup(not_found_script())})

    def _element(self, name: str, names: dict[str, Any]) -> str:
        return self._templates.get_template(f"elements/{name}/{name}.html").render(names)

    def _deferred_quiz(self, quiz_id: str, page_url: str, *, on_own_page: bool) -> str:
        render = partial(self.quizzes.quiz, quiz_id, page_url, on_own_page=on_own_page)
        return self.deferred.defer(page_url, f"quiz-{quiz_id}", render)

    def _path_names(self) -> dict[str, Any]:
        levels = self.course.levels
        steps = [lesson.title for lesson in self.course.lessons.values()]
        steps += [self.course.quizzes[level.quiz].model.title for level in levels]
        return {"picture": path_picture(len(levels)), "longest_title": max(steps, key=len)}

    def _published(self, url: str) -> str:
        day, notices = self.version.day_in(self.locale), relative_url(NOTICES, url)
        names = {"course": self.course, "version": self.version, "day": day, "notices": notices}
        return self._element("published", names)

    def _fault_list(self) -> str:
        """Every fault with its words, gaps as dots: the author's guide can't forget one."""
        rows: dict[str, list[str]] = {}
        for key, text in self.locale.words.items():
            if key.startswith("fault."):
                code = key.removeprefix("fault.").removesuffix("_suggestion")
                rows.setdefault(code, []).append(re.sub(r"\{\w+\}", "…", text))
        return self._element("fault-list", {"rows": rows})
