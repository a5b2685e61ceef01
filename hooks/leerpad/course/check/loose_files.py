"""Pictures and other files to which nothing refers: they don't go out to readers, unless the settings name them."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from leerpad.course.check.course import written_links
from leerpad.source.diagnostics import START
from leerpad.source.files import lines_of
from leerpad.source.links import project_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from leerpad.course.model.course import Course
    from leerpad.source.diagnostics import Report

_SOURCES = (".md", ".yml", ".yaml", ".css", ".js", ".html", ".svg", ".json", ".txt")
"""Files that can refer to another."""


def without_loose_files(course: Course, report: Report, files: Callable[[], Iterable[tuple[str, Path]]]) -> Course:
    """The course without the files that nothing refers to, of which the author is told.

    `files` gives every file of the course with its path; it is asked only if the links alone don't tell. If a file
    could not be read, all stay: it may refer to any of them.
    """
    others = {path for path in course.docs_files if not path.endswith(".md")}
    loose = course.images.keys() | others
    loose -= {project_path(path, target) for path, target, _ in written_links(course)}
    loose -= {f"modules/{level.folder}/{level.document.model.sign}" for level in course.levels}
    loose = {path for path in loose if not _is_named(path, course.settings.files)}
    if not loose or course.unread:
        return course
    texts = {path: "\n".join(lines_of(file)) for path, file in files() if path.endswith(_SOURCES)}
    loose = {path for path in loose if not any(_refers(text, other, path) for other, text in texts.items())}
    for path in loose:
        report.advice(path, START, "unused-file", path=path)
    images = {path: file for path, file in course.images.items() if path not in loose}
    return replace(course, images=images, docs_files=course.docs_files - loose)


def _is_named(path: str, named: Iterable[str]) -> bool:
    return any(path == name.rstrip("/") or path.startswith(f"{name.rstrip('/')}/") for name in named)


def _refers(text: str, other: str, path: str) -> bool:
    """Whether a text names a file, with the folder it is in or from a place beside it.

    Generous on purpose: HTML, styles and settings of a theme each have ways of their own to refer to a file.
    """
    folder, name = posixpath.split(path)
    written = {name, quote(name)}
    if other == path or not any(form in text for form in written):
        return False
    is_beside = posixpath.dirname(other) == folder or (folder == "docs" and "/" not in other)
    for form in written:
        for match in re.finditer(rf"(?P<before>[^\s\"'()<>\[\],=|]*){re.escape(form)}(?![\w.-]*\w)", text):
            parts = match["before"].split("/")
            if parts.pop():
                continue  # the end of another name
            last = parts[-1] if parts else ""
            if last == posixpath.basename(folder) or (is_beside and last in ("", ".", "..")):
                return True
            if last not in ("", ".", "..") and folder.startswith("modules/") and folder.endswith(f"-{last}"):
                return True
    return False
