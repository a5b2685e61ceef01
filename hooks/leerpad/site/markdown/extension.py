"""Our side of Python-Markdown: the extension that puts elements into pages, and the rendering of a quiz's texts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from leerpad.guide import is_of_guide
from leerpad.site.markdown.citations import FINAL, CitationProcessor
from leerpad.site.markdown.plain_words import is_words, passes_words
from leerpad.site.markdown.watch import StuckError, watched
from leerpad.site.plan.pages import DOCS, relative_url
from leerpad.source.diagnostics import START, Report
from leerpad.source.directives import replace_directives
from leerpad.source.html_pieces import PIECE
from leerpad.source.links import project_path, runs_script
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.silences import without_silences
from leerpad.source.where import WEBSITE, said_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from leerpad.site.markdown.citations import Citations, CitedLink
    from leerpad.site.markdown.terms import TermMarker
    from leerpad.source.citations import Cited
    from leerpad.source.directives import Directive

_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p[ >]).)*)</p>", re.DOTALL)
AFTER_LINE_ENDINGS_BEFORE_CODE = 28  # Python-Markdown: normalize_whitespace has 30, fenced code 25
_BEFORE_THE_HOST = 5  # MkDocs resolves links with priority 0
_AFTER_THE_HOST = -10
_AFTER_RAW_HTML = 5  # Python-Markdown: raw_html has 30


class RefusedError(Exception):
    """A page that can't be rendered, where no host says how a build ends."""


Refusal = Callable[[Report], Exception]
"""Makes the error that ends a build, of a report."""


@dataclass(frozen=True)
class PageContext:
    """The page that is being rendered: its file in the project and its place in the site.

    A lesson marks terms, and lists its own sources at its end.
    """

    source: str
    url: str
    header: str = ""
    footer: str = ""
    marks_terms: bool = False
    lists_sources: bool = False


class LeerpadExtension(Extension):
    """Puts headers, footers, directives, citations and terms into the pages of a build.

    The host sets `page` before each page.
    """

    def __init__(
        self,
        render: Callable[[Directive, PageContext], str],
        citations: Citations,
        terms: TermMarker,
        refusal: Refusal = RefusedError,
        *,
        shows_guide: bool = True,
        delivery: str = WEBSITE,
    ) -> None:
        super().__init__()
        self.render = render
        self.citations = citations
        self.terms = terms
        self.page: PageContext | None = None
        self.refusal = refusal
        self.shows_guide = shows_guide
        self.delivery = delivery

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with Python-Markdown."""
        md.convert = partial(self._convert, md.convert)  # type: ignore[method-assign]
        md.preprocessors.register(_Elements(md, self), "leerpad_elements", AFTER_LINE_ENDINGS_BEFORE_CODE)
        md.treeprocessors.register(_SourceLinks(md, self), "leerpad_links", _BEFORE_THE_HOST)
        md.treeprocessors.register(_Finish(md, self), "leerpad_finish", _AFTER_THE_HOST)
        md.postprocessors.register(_WithoutComments(md), "leerpad_comments", _AFTER_RAW_HTML)
        CitationProcessor.register(md, self._cite)

    def _convert(self, convert: Callable[[str], str], text: str) -> str:
        return _converted(convert, text, self.page.source if self.page else "", self.refusal)

    def _cite(self, cited: list[Cited]) -> list[CitedLink] | None:
        page = self.page
        if page is None:
            return None
        return self.citations.links(cited, page.url, is_listed_here=page.lists_sources)


class _Elements(Preprocessor):
    def __init__(self, md: Markdown, extension: LeerpadExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, lines: list[str]) -> list[str]:
        page = self.extension.page
        if page is None:
            return lines
        said = without_silences(said_for(MarkdownText("\n".join(lines)), self.extension.delivery))
        body = replace_directives(said, lambda directive: self._stash(self.extension.render(directive, page)))
        return [self._stash(page.header), "", *body, "", self._stash(page.footer)]

    def _stash(self, html: str) -> str:
        return self.md.htmlStash.store(html) if html else ""


class _SourceLinks(Treeprocessor):
    """Links are written between files of the project; the host knows `docs/` as its root. Bridge the two."""

    def __init__(self, md: Markdown, extension: LeerpadExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        page = self.extension.page
        if page is None:
            return
        here = posixpath.dirname(page.source.removeprefix(DOCS))
        if not self.extension.shows_guide:
            _unlink_guide(root, page.source)
        for element, attribute, value in _link_attributes(root):
            target = project_path(page.source, value)
            if target is not None and target.startswith(DOCS) != page.source.startswith(DOCS):
                inside = posixpath.relpath(target.removeprefix(DOCS), here or ".")
                element.set(attribute, inside + _tail(value))


class _Finish(Treeprocessor):
    """What the host must not see: links that are right already, and terms, which it would look up one by one."""

    def __init__(self, md: Markdown, extension: LeerpadExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        _give_final_links(root)
        page = self.extension.page
        if page is not None and page.marks_terms:
            self.extension.terms.mark(root, self.md.htmlStash.rawHtmlBlocks, page.url)


def _converted(convert: Callable[[str], str], text: str, path: str, refusal: Refusal) -> str:
    try:
        return watched(convert, text)
    except StuckError as stuck:
        report = Report()
        report.fault(path, START, stuck.code, **stuck.params)
        raise refusal(report) from None


def _give_final_links(root: Element) -> None:
    for link in root.iter("a"):
        href = link.get("href", "").removeprefix(FINAL)
        link.set("href", "#" if runs_script(href) else href)


class _WithoutComments(Postprocessor):
    """What authors note for themselves between `<!--` and `-->` is not for readers."""

    def run(self, text: str) -> str:
        if "<!--" not in text:
            return text
        return PIECE.sub(lambda piece: "" if _is_comment(piece[0]) else piece[0], text)


def _is_comment(piece: str) -> bool:
    return piece.startswith("<!--") and piece.endswith("-->")


class _SiteLinks(Treeprocessor):
    """In a quiz's text, which no host resolves: from a path in the project to a link from the page."""

    source = ""
    page = ""
    urls: Mapping[str, str] = {}

    def run(self, root: Element) -> None:
        if not any(map(is_of_guide, self.urls)):
            _unlink_guide(root, self.source)
        for element, attribute, value in _link_attributes(root):
            target = project_path(self.source, value)
            if target is not None and target in self.urls:
                element.set(attribute, relative_url(self.urls[target], self.page) + _tail(value))
        _give_final_links(root)


def _unlink_guide(root: Element, source: str) -> None:
    """Leave of links to the guide only their words: readers of this site don't have it."""
    for link in root.iter("a"):
        target = project_path(source, link.get("href", ""))
        if target is not None and is_of_guide(target):
            link.tag = "span"
            link.attrib.clear()


def _link_attributes(root: Element) -> list[tuple[Element, str, str]]:
    return [
        (element, attribute, value)
        for element in root.iter()
        for attribute in ("href", "src")
        if (value := element.get(attribute))
    ]


def _tail(target: str) -> str:
    return target[len(re.split(r"[?#]", target, maxsplit=1)[0]) :]


class Texts:
    """Renders the Markdown texts of quizzes, terms and sources with the site's own extensions; each once on a page."""

    def __init__(
        self,
        extensions: list[Any],
        configs: Mapping[str, Any],
        urls: Mapping[str, str],
        citations: Citations | None = None,
        refusal: Refusal = RefusedError,
        delivery: str = WEBSITE,
    ) -> None:
        self._refusal = refusal
        self._delivery = delivery
        self._md = Markdown(extensions=extensions, extension_configs=configs)
        self._links = _SiteLinks(self._md)
        self._links.urls = urls
        self._md.treeprocessors.register(self._links, "leerpad_links", _BEFORE_THE_HOST)
        self._md.postprocessors.register(_WithoutComments(self._md), "leerpad_comments", _AFTER_RAW_HTML)
        self._passes_words = passes_words(extensions, configs)
        self._rendered: dict[str, Markup] = {}
        if citations is not None:
            resolve = partial(self._cite, citations)
            CitationProcessor.register(self._md, resolve)

    def _cite(self, citations: Citations, cited: list[Cited]) -> list[CitedLink] | None:
        return citations.links(cited, self._links.page, is_listed_here=False)

    def block(self, text: str, source: str, page: str) -> Markup:
        """The text as HTML blocks. Links are relative to the file `source` and come out relative to `page`."""
        if self._passes_words and is_words(text):
            return Markup(f"<p>{text}</p>")
        if (source, page) != (self._links.source, self._links.page):
            self._links.source, self._links.page = source, page
            self._rendered.clear()
        if text not in self._rendered:
            self._md.reset()
            said = said_for(MarkdownText(text), self._delivery).text
            self._rendered[text] = Markup(_converted(self._md.convert, said, source, self._refusal))
        return self._rendered[text]

    def inline(self, text: str, source: str, page: str) -> Markup | None:
        """The text as one line of HTML; None if it has more than one paragraph."""
        if self._passes_words and is_words(text):
            return Markup(text)
        html = self.block(text, source, page)
        match = _ONE_PARAGRAPH.fullmatch(html)
        return None if match is None else Markup(match[1])

    def plain(self, text: str, source: str, page: str) -> str:
        """The text without markup, for places that hold no HTML, such as the options of a select."""
        return self.block(text, source, page).striptags()
