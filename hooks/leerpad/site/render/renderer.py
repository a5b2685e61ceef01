"""The HTML of everything that isn't plain Markdown: what stands around lessons, and in the place of directives."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from leerpad.course.model.bibliography import sources_of
from leerpad.course.model.own_pages import own_pages
from leerpad.course.model.upkeep import upkeep_of
from leerpad.site.assets.bundles import not_found_script
from leerpad.site.markdown.extension import PageContext
from leerpad.site.markdown.practice import LeadOn
from leerpad.site.plan.pages import level_url, own_url, relative_url
from leerpad.site.render.context import TemplateContext
from leerpad.site.render.deferred import DeferredParts
from leerpad.site.render.directives import SHOWN, Shown, defer_quiz
from leerpad.site.render.learner_pages import PAGE_DATA, PageData
from leerpad.site.render.quizzes import Quizzes
from leerpad.site.render.reviews import ReviewScripts
from leerpad.site.render.templates import called, make_templates
from leerpad.site.render.tools import Tools
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.role_steps import has_practice

if TYPE_CHECKING:
    from leerpad.course.model.course import Course, Lesson, Level
    from leerpad.course.model.moves import Move
    from leerpad.locales import Locale
    from leerpad.site.markdown.citations import Citations
    from leerpad.site.markdown.texts import Texts
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
        self.context = TemplateContext(course, locale, texts, citations, memory)
        self._keys = keys
        self._memory = memory
        self._templates = memory.recall(("templates", keys.words), lambda: make_templates(locale, *site))
        self.quizzes = Quizzes(course, locale, self.context, self._templates, keys, memory)
        self.reviews = ReviewScripts(course, locale, self.quizzes)
        parts = self.context, self.deferred, self.quizzes, self.reviews
        self._tools = Tools(course, locale, citations, version, *parts)

    def page(self, page: Page) -> PageContext:
        """What stands above and below the body of a page that the engine makes."""
        names: dict[str, object] = {
            "page": page,
            "level": page.level,
            "lesson": page.lesson,
            "handout": page.handout,
        }
        quiz = page.quiz
        names["quiz"] = "" if quiz is None else self._recalled(page) + defer_quiz(self._tools, quiz, page.url)
        data = PAGE_DATA[page.element](self._tools, page.url) if page.element in PAGE_DATA else PageData()
        own = repr((data.follows_from, self.course.digests.get(page.uri)))
        header, footer = self._memory.recall(
            ("page", self._keys.path, page.uri, page.url, own),
            lambda: self._around(page, names | data.names()),
        )
        return PageContext(
            page.uri,
            page.url,
            header,
            footer,
            marks_terms=page.lesson is not None and page.lesson.document.model.terms,
            lists_sources=page.lesson is not None,
            marks_roles=page.lesson is not None,
            after_practice=self._after_practice(page.lesson),
        )

    def _after_practice(self, lesson: Lesson | None) -> LeadOn | None:
        if lesson is None or not lesson.actions:
            return None
        return LeadOn(f"#steps-{lesson.id}", self.locale.text("lesson.practice_leads_on"))

    def _recalled(self, page: Page) -> str:
        """The place of what tells which questions of levels before there are, if the test of this page asks any."""
        if page.quiz is None or page.level is None or not self.course.quizzes[page.quiz].model.recall:
            return ""
        return self.deferred.defer(page.url, f"recall-{page.quiz}", partial(self._sources, page.level))

    def _sources(self, level: Level) -> str:
        sources, types = self.reviews.before(level)
        return self._element("earlier", {"sources": sources, "types": types})

    def _around(self, page: Page, names: dict[str, object]) -> tuple[str, str]:
        names = self.context.of_page(page.url) | names
        if page.lesson is not None:
            names |= self.context.of_sources(page.url, self.citations.sorted(sources_of(page.lesson)))
            body = MarkdownText(page.lesson.body, page.lesson.body_line)
            names["has_practice"] = has_practice(body)
        written = page.lesson or page.handout
        names["upkeep"] = upkeep_of(self.course, page.level, written) if page.level and written else None
        template = self._templates.get_template(f"elements/{page.element}/{page.element}.html")
        module = template.make_module(names)
        return called(module, "header"), called(module, "footer")

    def directive(self, directive: Directive, page: PageContext) -> str:
        """What stands in the place of a directive."""
        shown = SHOWN.get(directive.name, Shown())
        if not shown.is_remembered:
            return self._directive(shown, directive, page)
        follows_from = repr(shown.follows_from(self._tools, page.url))
        what = directive.name, directive.argument, page.path, page.url, follows_from
        return self._memory.recall(
            ("directive", self._keys.path, *what), lambda: self._directive(shown, directive, page)
        )

    def _directive(self, shown: Shown, directive: Directive, page: PageContext) -> str:
        if shown.html is not None:
            return shown.html(self._tools, directive, page)
        names = self.context.of_page(page.url) | shown.names(self._tools, page.url)
        return self._element(directive.name, names)

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
        pages = own_pages(self.course.settings)
        own = [(own_url(name, self.locale), self.locale.text(f"page.{name}.title")) for name in pages]
        names = {"base": base, "probe": probe, "links": [*home, *levels, *own], "language": self.locale.language}
        return self._element("not-found", {**names, "course": self.course, "script": Markup(not_found_script())})

    def _element(self, name: str, names: dict[str, object]) -> str:
        return self._templates.get_template(f"elements/{name}/{name}.html").render(names)
