"""The two lists that a course may have, terms and sources: reading them, and the pages that show them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from leerpad.course.model.bibliography import BIBLIOGRAPHY, EARLIER_BIBLIOGRAPHY, BibliographyFile
from leerpad.course.model.glossary import EARLIER_GLOSSARY, GLOSSARY, GlossaryFile
from leerpad.source.diagnostics import START
from leerpad.source.directives import DIRECTIVES
from leerpad.source.shape import Document, shape
from leerpad.source.tree import Mapping, Scalar, Sequence, read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.load.reader import CourseReader
    from leerpad.course.model.course import Course
    from leerpad.source.diagnostics import Report
    from leerpad.source.files import SourceText

LISTS = {"terms": (GLOSSARY, EARLIER_GLOSSARY), "sources": (BIBLIOGRAPHY, EARLIER_BIBLIOGRAPHY)}
"""The directives that show a whole list, each with its file, and the name that the file had before."""

ListT = TypeVar("ListT", GlossaryFile, BibliographyFile)


def is_draft(path: str) -> bool:
    """Whether a file, or a folder that it is in, is the author's own: its name begins with `_` or `.`."""
    return any(name.startswith(("_", ".")) for name in path.split("/"))


def is_excluded(path: str) -> bool:
    """Whether a file of `docs/` is no part of the site: drafts, and what we read or make ourselves."""
    return is_draft(path) or any(path in names for names in LISTS.values()) or path.endswith(".schema.json")


def load_list(reader: CourseReader, name: str, model: type[ListT]) -> Document[ListT] | None:
    """Read the list `name`, which may be absent; it counts as unread if it is there but has faults.

    A file with its earlier name is read in its place, with the advice to rename it. Both at once is a fault.
    """
    new, earlier = LISTS[name]
    there = [path for path in (new, earlier) if _is_there(_file(reader, path))]
    if not there:
        return None
    path = there[0]
    if len(there) > 1:
        reader.report.fault(earlier, START, "list_twice", file=new)
    elif path == earlier:
        reader.report.advice(earlier, START, "old-file-name", file=new)

    def make(source: SourceText, report: Report) -> Document[ListT] | None:
        tree = read_tree(source, report)
        return shape(path, _with_empty_list(tree, name), model, report) if tree else None

    document = reader.read("list", _file(reader, path), path, make)
    if path in reader.digests:
        reader.digests[new] = reader.digests[path]
    if document is None:
        reader.unread[path] = set()
    return document


def _with_empty_list(tree: Mapping, name: str) -> Mapping:
    """The same, with a list in the place of a key behind which nothing was written yet."""
    node = tree.entries.get(name)
    if not isinstance(node, Scalar) or node.data() is not None:
        return tree
    return replace(tree, entries={**tree.entries, name: Sequence([], node.position)})


def _file(reader: CourseReader, path: str) -> Path:
    return reader.roots.docs / path.removeprefix("docs/")


def _is_there(file: Path) -> bool:
    return file.exists() or file.is_symlink()


def check_lists(course: Course, report: Report) -> None:
    """Each page for a list has something to show; no lesson shows one."""
    lists = {"terms": course.glossary, "sources": course.bibliography}
    for page in course.docs_pages:
        for directive in page.directives:
            names = LISTS.get(directive.name, ())
            if names and lists[directive.name] is None and course.unread.keys().isdisjoint(names):
                report.fault(page.path, directive.position, "page_without_list", name=directive.name, file=names[0])
    for lesson in course.lessons.values():
        for directive in lesson.directives:
            if not DIRECTIVES[directive.name].in_lessons:
                report.fault(lesson.path, directive.position, "list_in_lesson", name=directive.name)
