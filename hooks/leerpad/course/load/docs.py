"""The pages in `docs/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.model.docs_page import DocsPage
from leerpad.course.model.file_index import links_of
from leerpad.source.directives import find_directives
from leerpad.source.front_matter import body_of, title_of
from leerpad.source.slips import find_slips
from leerpad.source.tangles import report_tangles

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from leerpad.course.load.reader import CourseReader
    from leerpad.source.diagnostics import Report
    from leerpad.source.files import SourceText


def load_docs_pages(reader: CourseReader, files: Iterable[tuple[str, Path]]) -> tuple[DocsPage, ...]:
    """The pages among these files, which come with their paths."""
    pages = []
    for path, file in files:
        if file.suffix != ".md":
            continue
        page = reader.read("page", file, path, _page)
        if page is None:
            reader.unread[path] = set()
        else:
            pages.append(page)
    return tuple(pages)


def _page(source: SourceText, report: Report) -> DocsPage:
    body = body_of(source)
    directives = find_directives(source.path, body, report)
    find_slips(source.path, body, report)
    report_tangles(source.path, body, report)
    title = title_of(source) or source.path.rpartition("/")[2].removesuffix(".md")
    cited, links = tuple(body.citations), links_of(body)
    return DocsPage(source.path, title, tuple(directives), cited, body.first_line, body.text, links)
