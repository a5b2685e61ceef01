"""What a reference can lead to: the things that exist, and those that unreadable files may hold.

A file with faults of its own is not missing: one slip should not be told twice, least of all with another name to use.
"""

from __future__ import annotations

import posixpath
from functools import cached_property
from typing import TYPE_CHECKING

from leerpad.course.model.bibliography import BIBLIOGRAPHY, EARLIER_BIBLIOGRAPHY
from leerpad.course.model.glossary import EARLIER_GLOSSARY, GLOSSARY
from leerpad.source.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.course.model.course import Course


KINDS = ("quiz", "scan", "lesson", "level", "file", "source", "term")
LISTS = {"source": (BIBLIOGRAPHY, EARLIER_BIBLIOGRAPHY), "term": (GLOSSARY, EARLIER_GLOSSARY)}


class Targets:
    """The things of one kind (one of `KINDS`) that can be referred to in a course."""

    def __init__(self, course: Course, kind: str) -> None:
        there: dict[str, Iterable[str]] = {
            "quiz": course.quizzes,
            "scan": course.scans,
            "lesson": course.lessons,
            "level": (level.id for level in course.levels),
            "file": course.files,
            "source": course.references,
            "term": course.terms,
        }
        self.kind = kind
        self._there = set(there[kind])
        self._unread = {path: ids for path, ids in course.unread.items() if _may_hold(path, kind)}
        self._claimed = set(self._unread) if kind == "file" else set[str]().union(*self._unread.values())
        self._is_open = kind != "file" and not all(self._unread.values())
        # A quiz has a page if it closes a level, and which quiz that is stands in level.yml.
        level_is_unread = any(_may_hold(path, "level") for path in course.unread)
        self._maybe_pages = {quiz.path for quiz in course.quizzes.values()} if level_is_unread else set()

    def is_missing(self, name: str) -> bool:
        """Whether this is there nowhere, not even perhaps."""
        if self._is_open or name in self._there or name in self._claimed:
            return False
        return self.kind != "file" or not (name in self._maybe_pages or self._is_in_unread_folder(name))

    def nearest(self, name: str) -> str:
        """What was probably meant, or an empty text."""
        return self._names.nearest(name)

    @cached_property
    def _names(self) -> Names:
        return Names(sorted(self._there | self._claimed))

    def _is_in_unread_folder(self, path: str) -> bool:
        while path := posixpath.dirname(path):
            if path in self._unread:
                return True
        return False


def _may_hold(path: str, kind: str) -> bool:
    """Whether a file or folder that could not be read may hold a thing of this kind."""
    if kind == "file":
        return True
    if kind in LISTS:
        return path in LISTS[kind]
    if kind in ("quiz", "scan"):
        return path.startswith("quizzes")
    return path.startswith("modules") and not path.endswith(".md" if kind == "level" else "/level.yml")
