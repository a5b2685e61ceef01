"""The pages in `docs/`, as far as they have to do with the course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.course import DocsPage, Unread
from leerpad.source.citations import find_citations
from leerpad.source.directives import find_directives
from leerpad.source.files import read_text
from leerpad.source.front_matter import body_of, title_of
from leerpad.source.slips import find_slips

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from leerpad.source.diagnostics import Report


def load_docs_pages(files: Iterable[tuple[str, Path]], report: Report, unread: Unread) -> tuple[DocsPage, ...]:
    """Those of these files, with their paths, that show something of the course."""
    pages = []
    for path, file in files:
        if file.suffix != ".md":
            continue
        source = read_text(file, path, report)
        if source is None:
            unread[path] = set()
            continue
        body, first_line = body_of(source)
        directives = find_directives(path, body, first_line, report)
        find_slips(path, body, first_line, report)
        citations = tuple(find_citations(body))
        if directives or citations:
            pages.append(DocsPage(path, title_of(source) or file.stem, tuple(directives), citations, first_line))
    return tuple(pages)
