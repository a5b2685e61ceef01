"""Our side of Python-Markdown: the extension that puts elements into pages."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from leerpad.site.markdown.citations import CitationProcessor
from leerpad.site.markdown.practice import lead_on
from leerpad.site.markdown.roles import mark_roles
from leerpad.site.markdown.tree_links import give_final_links, leave_words, link_attributes, tail
from leerpad.site.markdown.watch import StuckError, watched
from leerpad.site.plan.pages import DOCS
from leerpad.source.diagnostics import START, Report
from leerpad.source.directives import replace_directives
from leerpad.source.html_pieces import PIECE
from leerpad.source.links import project_path
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.silences import without_silences
from leerpad.source.where import FOR_WEBSITE, said_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from leerpad.site.markdown.citations import Citations, CitedLink
    from leerpad.site.markdown.practice import LeadOn
    from leerpad.site.markdown.terms import TermMarker
    from leerpad.source.citations import Cited
    from leerpad.source.directives import Directive
    from leerpad.source.where import Delivery

AFTER_LINE_ENDINGS_BEFORE_CODE = 28  # Python-Markdown: normalize_whitespace has 30, fenced code 25
BEFORE_THE_HOST = 5  # MkDocs resolves links with priority 0
_AFTER_THE_HOST = -10
AFTER_RAW_HTML = 5  # Python-Markdown: raw_html has 30


class RefusedError(Exception):
    """A page that can't be rendered, where no host says how a build ends."""


Refusal = Callable[[Report], Exception]
"""Makes the error that ends a build, of a report."""


@dataclass(frozen=True)
class PageContext:
    """The page that is being rendered: its file in the project and its place in the site.

    A lesson marks terms and the steps of each role, and lists its own sources at its end. `after_practice` is where its
    practice box leads on to, if anywhere.
    """

    path: str
    url: str
    header: str = ""
    footer: str = ""
    marks_terms: bool = False
    lists_sources: bool = False
    marks_roles: bool = False
    after_practice: LeadOn | None = None


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
        left_out: frozenset[str] = frozenset(),
        roles: Mapping[str, str] = MappingProxyType({}),
        delivery: Delivery = FOR_WEBSITE,
    ) -> None:
        super().__init__()
        self.render = render
        self.citations = citations
        self.terms = terms
        self.page: PageContext | None = None
        self.refusal = refusal
        self.left_out = left_out
        self.roles = roles
        self.delivery = delivery

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register with Python-Markdown."""
        md.convert = partial(self._convert, md.convert)  # type: ignore[method-assign]
        md.preprocessors.register(_Elements(md, self), "leerpad_elements", AFTER_LINE_ENDINGS_BEFORE_CODE)
        md.treeprocessors.register(_SourceLinks(md, self), "leerpad_links", BEFORE_THE_HOST)
        md.treeprocessors.register(_Finish(md, self), "leerpad_finish", _AFTER_THE_HOST)
        md.postprocessors.register(WithoutComments(md), "leerpad_comments", AFTER_RAW_HTML)
        CitationProcessor.register(md, self._cite)

    def _convert(self, convert: Callable[[str], str], text: str) -> str:
        return converted(convert, text, self.page.path if self.page else "", self.refusal)

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
        here = posixpath.dirname(page.path.removeprefix(DOCS))
        leave_words(root, page.path, self.extension.left_out)
        for element, attribute, value in link_attributes(root):
            target = project_path(page.path, value)
            if target is not None and target.startswith(DOCS) != page.path.startswith(DOCS):
                inside = posixpath.relpath(target.removeprefix(DOCS), here or ".")
                element.set(attribute, inside + tail(value))


class _Finish(Treeprocessor):
    """What the host must not see: links that are right already, and terms, which it would look up one by one.

    Roles come before terms, which may stand in their names.
    """

    def __init__(self, md: Markdown, extension: LeerpadExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        give_final_links(root)
        page = self.extension.page
        if page is not None and page.marks_roles and self.extension.roles:
            mark_roles(root, self.extension.roles)
        if page is not None and page.after_practice is not None:
            lead_on(root, page.after_practice)
        if page is not None and page.marks_terms:
            self.extension.terms.mark(root, self.md.htmlStash.rawHtmlBlocks, page.url)


class WithoutComments(Postprocessor):
    """What authors note for themselves between `<!--` and `-->` is not for readers."""

    def run(self, text: str) -> str:
        """The HTML of a text without its comments."""
        if "<!--" not in text:
            return text
        return PIECE.sub(lambda piece: "" if _is_comment(piece[0]) else piece[0], text)


def _is_comment(piece: str) -> bool:
    return piece.startswith("<!--") and piece.endswith("-->")


def converted(convert: Callable[[str], str], text: str, path: str, refusal: Refusal) -> str:
    """What `convert` makes of a text of the file `path`; the refusal of a build, if it can't."""
    try:
        return watched(convert, text)
    except StuckError as stuck:
        report = Report()
        report.fault(path, START, stuck.code, **stuck.params)
        raise refusal(report) from None
