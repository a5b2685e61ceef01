"""Which of two files with the same id was there first, so that the fault is told at the copy, not the original."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from leerpad.course.model.files import QuizFile
from leerpad.course.scan.model import ScanFile

if TYPE_CHECKING:
    from leerpad.course.load.reader import CourseReader
    from leerpad.course.model.file_index import Mention
    from leerpad.source.shape import ModelFile

KindT = TypeVar("KindT", QuizFile, ScanFile)

_COPY = re.compile(r"\b(?:kopie|copy|kopieren)\b|\(\d+\)|\bcopy\d*$", re.IGNORECASE)


Age = tuple[bool, bool, tuple[tuple[int, str], ...], str]


@lru_cache(maxsize=10_000)  # every id in a file asks for the age of its path
def age(path: str, name: str = "") -> Age:
    """A key to sort by: originals first. `name` is the id that the file gives, if it gives one.

    A copy is called so by the computer that made it (“toets - kopie”, “Kopie van toets”, “toets (2)”), or has a name
    that isn't its id, or stands behind the other: in a later level, or with something added to its name.
    """
    file = PurePosixPath(path)
    is_copy = any(_COPY.search(part) for part in (*file.parent.parts, file.stem))
    pieces = re.findall(r"(\d+)|(\D+)", f"{file.parent}/{file.stem}")
    natural = tuple((int(number), "") if number else (-1, words) for number, words in pieces)
    return is_copy, bool(name) and file.stem != name, natural, path


def keep_older(document: ModelFile[KindT], known: dict[str, ModelFile[KindT]], reader: CourseReader) -> None:
    """Put a document among its kind, by its id. Of two with one id the older stays, and the copy is told all of it."""
    name = document.model.id
    first = known.setdefault(name, document)
    if first is document:
        return
    if age(document.path, name) < age(first.path, name):
        known[name], first, document = document, document, first
    there = dict(reader.indexes[first.path].ids)
    itself, *others = reader.indexes[document.path].ids
    again: list[Mention] = [place for place in others if place.name in there]
    code = "copied_file" if others and len(again) * 2 > len(others) else "duplicate_id"
    for place in (itself, *again):
        other = f"{first.path}:{there[place.name].line}"
        reader.report.fault(document.path, place.position, code, id=place.name, other=other)
        code = "duplicate_id"
