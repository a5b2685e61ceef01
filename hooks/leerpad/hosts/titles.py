"""Marks which titles of a page are HTML already, so that a theme that escapes titles shows each as its author meant it.

Knows no host: a page is anything with a `title`, `meta`, `content` and `toc`.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape


def mark_title(page: Any) -> None:
    """Tell the title of a page before the theme and its search write it: that of a heading is HTML, others are text."""
    heading = next(iter(page.toc), None)
    if "title" in page.meta:
        page.meta["title"] = escape(page.meta["title"])
    elif heading is not None and heading.title == page.title:
        page.title = Markup(page.title)
    page.title = escape(page.title or "")


def mark_content(page: Any) -> None:
    """Say that what Markdown made of a page, and of its headings, is HTML."""
    page.content = Markup(page.content or "")
    todo = [*page.toc]
    while todo:
        heading = todo.pop()
        heading.title = Markup(heading.title)
        todo += heading.children
