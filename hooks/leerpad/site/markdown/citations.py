"""How sources are named to readers, and the links that citations become."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from leerpad.site.plan.pages import page_url_with, relative_url
from leerpad.source.citations import CITATION, read_citation

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

    from markdown import Markdown

    from leerpad.course.model.bibliography import Source
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale
    from leerpad.source.citations import Cited

FINAL = "leerpad-final:"
"""Before a link that is right already. It looks like a scheme, so the host doesn't touch it; then it is taken away."""

_BEFORE_LINKS = 165  # Python-Markdown: escapes have 180, references 170 but only of names that were defined, links 160


class CitedLink(NamedTuple):
    """One source of a citation, as a reader sees it."""

    text: str
    href: str


class Citations:
    """The sources of one course, in the words of its language."""

    def __init__(self, course: Course, locale: Locale) -> None:
        self._sources = course.references
        self._locale = locale
        self._page = page_url_with(course, "sources")

    def names(self, source: Source, *, short: bool = False) -> str:
        """The authors: all of them, or for a citation the first of more than two."""
        if short and len(source.authors) > 2:
            return self._locale.text("source.others", first=source.authors[0])
        *before, last = source.authors
        return f"{', '.join(before)} & {last}" if before else last

    def year(self, source: Source) -> str:
        """The year, or the words for a source without one."""
        return self._locale.text("source.no_year") if source.year is None else str(source.year)

    def title(self, source: Source) -> str:
        """Authors and year, as a source is called in a list."""
        return f"{self.names(source)} ({self.year(source)})"

    def link(self, source_id: str, page_url: str, *, is_listed_here: bool) -> str:
        """The link from a page to what is known of a source: on the page itself, or on that of all sources.

        Empty where neither shows it.
        """
        anchor = f"#source-{source_id}"
        if is_listed_here:
            return anchor
        return relative_url(self._page + anchor, page_url) if self._page else ""

    def sorted(self, ids: Iterable[str]) -> list[Source]:
        """Sources in the order of a list: by author, then by year."""
        found = [self._sources[source_id] for source_id in ids if source_id in self._sources]
        return sorted(found, key=lambda source: (self.names(source).casefold(), source.year or 0, source.id))

    def links(self, cited: list[Cited], page_url: str, *, is_listed_here: bool) -> list[CitedLink] | None:
        """What a citation becomes; None if one of its sources isn't known."""
        found = []
        for source_id, is_year_only in cited:
            source = self._sources.get(source_id)
            if source is None:
                return None
            year = self.year(source)
            text = year if is_year_only else f"{self.names(source, short=True)}, {year}"
            found.append(CitedLink(text, self.link(source_id, page_url, is_listed_here=is_listed_here)))
        return found


class CitationProcessor(InlineProcessor):
    """Puts links in the place of citations. `resolve` gives them, or None where the text must stay as it is."""

    def __init__(self, md: Markdown, resolve: Callable[[list[Cited]], list[CitedLink] | None]) -> None:
        super().__init__(CITATION, md)
        self.resolve = resolve

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Make the element, or leave the text alone."""
        cited = read_citation(m["cited"])
        links = None if cited is None else self.resolve(cited)
        if links is None:
            return None, None, None
        element = Element("span", {"class": "lp-cite"})
        element.text = AtomicString("(")
        for link in links:
            anchor = SubElement(element, "a", {"href": FINAL + link.href}) if link.href else SubElement(element, "span")
            anchor.text = AtomicString(link.text)
            anchor.tail = AtomicString("; ")
        anchor.tail = AtomicString(")")
        return element, m.start(0), m.end(0)

    @staticmethod
    def register(md: Markdown, resolve: Callable[[list[Cited]], list[CitedLink] | None]) -> None:
        """Add the processor to a Markdown."""
        md.inlinePatterns.register(CitationProcessor(md, resolve), "leerpad_citations", _BEFORE_LINKS)
