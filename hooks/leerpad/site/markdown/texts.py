"""The Markdown texts of quizzes, terms and sources, each rendered by itself."""

from __future__ import annotations

import re
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from leerpad.site.markdown.citations import CitationProcessor
from leerpad.site.markdown.extension import (
    AFTER_RAW_HTML,
    BEFORE_THE_HOST,
    Refusal,
    RefusedError,
    WithoutComments,
    converted,
)
from leerpad.site.markdown.plain_words import marked_words, passes_marks, passes_words
from leerpad.site.markdown.tree_links import give_final_links, leave_words, link_attributes, tail
from leerpad.site.plan.pages import relative_url
from leerpad.source.links import project_path
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.marked_words import is_marked_words, is_words
from leerpad.source.where import FOR_WEBSITE, said_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from leerpad.course.load.markdown import Extensions, ExtensionSettings
    from leerpad.site.markdown.citations import Citations, CitedLink
    from leerpad.source.citations import Cited
    from leerpad.source.where import Delivery

_PARAGRAPH = re.compile(r"</?p[ >]")


class _SiteLinks(Treeprocessor):
    """In a quiz's text, which no host resolves: from a path in the project to a link from the page."""

    path = ""
    page = ""

    def __init__(self, md: Markdown, urls: Mapping[str, str], left_out: frozenset[str]) -> None:
        super().__init__(md)
        self.urls, self.left_out = urls, left_out

    def run(self, root: Element) -> None:
        leave_words(root, self.path, self.left_out)
        for element, attribute, value in link_attributes(root):
            target = project_path(self.path, value)
            if target is not None and target in self.urls:
                element.set(attribute, relative_url(self.urls[target], self.page) + tail(value))
        give_final_links(root)

    def link(self, words: str, target: str) -> str:
        """The HTML of a link in a line of marked words. The way through a tree takes ten times as long."""
        path = project_path(self.path, target)
        if path in self.left_out:
            return f"<span>{words}</span>"
        if path is not None and path in self.urls:
            target = relative_url(self.urls[path], self.page) + tail(target)
        return f'<a href="{escape(target)}">{words}</a>'


class Texts:
    """Renders the Markdown texts of quizzes, terms and sources with the site's own extensions; each once on a page."""

    def __init__(
        self,
        extensions: Extensions,
        configs: ExtensionSettings,
        urls: Mapping[str, str],
        citations: Citations | None = None,
        refusal: Refusal = RefusedError,
        delivery: Delivery = FOR_WEBSITE,
        left_out: frozenset[str] = frozenset(),
    ) -> None:
        self._refusal = refusal
        self._delivery = delivery
        self._md = Markdown(extensions=extensions, extension_configs=configs)
        self._links = _SiteLinks(self._md, urls, left_out)
        self._md.treeprocessors.register(self._links, "leerpad_links", BEFORE_THE_HOST)
        self._md.postprocessors.register(WithoutComments(self._md), "leerpad_comments", AFTER_RAW_HTML)
        self._passes_words = passes_words(extensions, configs)
        self._passes_marks = passes_marks(extensions, configs)
        self._rendered: dict[str, Markup] = {}
        if citations is not None:
            resolve = partial(self._cite, citations)
            CitationProcessor.register(self._md, resolve)

    def _cite(self, citations: Citations, cited: list[Cited]) -> list[CitedLink] | None:
        return citations.links(cited, self._links.page, is_listed_here=False)

    def block(self, text: str, path: str, page: str) -> Markup:
        """The text as HTML blocks. Links are relative to the file at `path` and come out relative to `page`."""
        if self._passes_words and is_words(text):
            return Markup(f"<p>{text}</p>")
        if (path, page) != (self._links.path, self._links.page):
            self._links.path, self._links.page = path, page
            self._rendered.clear()
        if text not in self._rendered:
            self._rendered[text] = Markup(self._html(text))
        return self._rendered[text]

    def _html(self, text: str) -> str:
        if self._passes_marks and is_marked_words(text):
            return f"<p>{marked_words(text, self._links.link)}</p>"
        self._md.reset()
        said = said_for(MarkdownText(text), self._delivery).text
        return converted(self._md.convert, said, self._links.path, self._refusal)

    def inline(self, text: str, path: str, page: str) -> Markup | None:
        """The text as one line of HTML; None if it has more than one paragraph."""
        if self._passes_words and is_words(text):
            return Markup(text)
        html = self.block(text, path, page)
        line = html[len("<p>") : -len("</p>")]
        is_one = html.startswith("<p>") and html.endswith("</p>") and not _PARAGRAPH.search(line)
        return Markup(line) if is_one else None

    def plain(self, text: str, path: str, page: str) -> str:
        """The text without markup, for places that hold no HTML, such as the options of a select."""
        return self.block(text, path, page).striptags()
