"""Marks which titles of a page are HTML already, so that a theme that escapes titles shows each as its author meant it.

Knows no host: a page is what `Page` says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping, Sequence


class Heading(Protocol):
    """A heading of a page, with those below it."""

    title: str

    @property
    def children(self) -> Sequence[Heading]:
        """Those right below it."""
        ...


class Page(Protocol):
    """What must be known of a page."""

    content: str | None
    meta: MutableMapping[str, object]

    @property
    def title(self) -> str | None:
        """As its author wrote it, or as its first heading says it in HTML."""
        ...

    @property
    def toc(self) -> Iterable[Heading]:
        """The headings at the top of its table of contents."""
        ...


def marked_title(page: Page) -> Markup:
    """The title of a page, before the theme and its search write it: that of a heading is HTML, others are text."""
    heading = next(iter(page.toc), None)
    if "title" in page.meta:
        page.meta["title"] = escape(page.meta["title"])
    elif heading is not None and heading.title == page.title:
        return Markup(page.title)
    return escape(page.title or "")


def mark_content(page: Page) -> None:
    """Say that what Markdown made of a page, and of its headings, is HTML."""
    page.content = Markup(page.content or "")
    todo = [*page.toc]
    while todo:
        heading = todo.pop()
        heading.title = Markup(heading.title)
        todo += heading.children
