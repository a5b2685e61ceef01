"""The two lists that a course may have, terms and sources: reading them, and the pages that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from leerpad.course.bibliography import BIBLIOGRAPHY, BibliographyFile
from leerpad.course.glossary import GLOSSARY, GlossaryFile
from leerpad.source.diagnostics import START
from leerpad.source.shape import Document, shape
from leerpad.source.tree import read_tree

if TYPE_CHECKING:
    from leerpad.course.course import Course
    from leerpad.course.reading import Reading
    from leerpad.source.diagnostics import Report
    from leerpad.source.files import SourceText

LISTS = {"terms": GLOSSARY, "sources": BIBLIOGRAPHY}
"""The directives that show a whole list, each with its file."""

ListT = TypeVar("ListT", GlossaryFile, BibliographyFile)


def is_draft(path: str) -> bool:
    """Whether a file, or a folder that it is in, is the author's own: its name begins with `_` or `.`."""
    return any(name.startswith(("_", ".")) for name in path.split("/"))


def is_aside(path: str) -> bool:
    """Whether a file of `docs/` is no part of the site: drafts, and what we read or make ourselves."""
    return is_draft(path) or path in LISTS.values() or path.endswith(".schema.json")


def load_list(reading: Reading, path: str, model: type[ListT]) -> Document[ListT] | None:
    """Read a list, which may be absent; it counts as unread if it is there but has faults."""

    def make(source: SourceText, report: Report) -> Document[ListT] | None:
        tree = read_tree(source, report)
        return shape(path, tree, model, report) if tree else None

    file = reading.roots.docs / path.removeprefix("docs/")
    if not (file.exists() or file.is_symlink()):
        return None
    document = reading.read("list", file, path, make)
    if document is None:
        reading.unread[path] = set()
    return document


def check_lists(course: Course, report: Report) -> None:
    """Each list has a page where readers are led to; each such page has something to show."""
    written = {"terms": course.glossary is not None, "sources": course.bibliography is not None}
    every_page_is_read = not any(path.startswith("docs/") and path.endswith(".md") for path in course.unread)
    for name, path in LISTS.items():
        if written[name] and course.page_with(name) is None and every_page_is_read:
            report.fault(path, START, "list_without_page", page=path.replace(".yml", ".md"), name=name)
    for page in course.docs_pages:
        for directive in page.directives:
            path = LISTS.get(directive.name, "")
            if path and not written[directive.name] and path not in course.unread:
                report.fault(page.path, directive.position, "page_without_list", name=directive.name, file=path)
    for lesson in course.lessons.values():
        for directive in lesson.directives:
            if directive.name in LISTS:
                report.fault(lesson.path, directive.position, "list_in_lesson", name=directive.name)
