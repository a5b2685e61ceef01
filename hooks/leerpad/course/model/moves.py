"""Pages that had another address before: the old address redirects, and lessons that were read stay read.

An address is that of the page in the site, without `.html`: `basis/open-communicatie`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from leerpad.source.names import ID_PATTERN, given_twice, with_suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from leerpad.course.model.course import Course, Lesson
    from leerpad.source.diagnostics import Position, Report

INDEX = "index"
_ADDRESS = re.compile(f"{ID_PATTERN}/{ID_PATTERN}")


class Move(NamedTuple):
    """From an old address to the page that stood there, which has this title now."""

    old: str
    new: str
    title: str


class _Claim(NamedTuple):
    """An old address that an author wrote down."""

    move: Move
    path: str
    position: Position


def moves(course: Course) -> list[Move]:
    """Every old address with its page, for a course without faults.

    The old id of a level speaks for all of its pages, except where another page stands now or was named.
    """
    found = {claim.move.old: claim.move for claim in _claims(course)}
    pages = _pages(course)
    for level in course.levels:
        for old in level.document.model.moved_from:
            for name, title in [
                *((page.id, page.title) for page in level.pages),
                (level.quiz, course.quizzes[level.quiz].model.title),
            ]:
                if f"{old}/{name}" not in pages:
                    found.setdefault(f"{old}/{name}", Move(f"{old}/{name}", f"{level.id}/{name}", title))
    return sorted(found.values())


def earlier_ids(course: Course, lesson: Lesson) -> list[str]:
    """The ids that a lesson had before, under which a browser may know it as read; none that another lesson has now."""
    names = [address.partition("/")[2] for address in lesson.document.model.moved_from]
    return sorted({name for name in names if name not in course.lessons and name != INDEX})


def addresses(course: Course) -> set[str]:
    """Every address that leads to a page: those of the pages themselves, and those that are named as old ones."""
    old = {
        f"{level}/{page.id}" for one in course.levels for level in one.document.model.moved_from for page in one.pages
    }
    return {*_pages(course), *old, *(claim.move.old for claim in _claims(course))}


def check_moves(course: Course, report: Report) -> None:
    """Report old addresses that are no address, that another page has, or that are named twice."""
    pages = _pages(course)
    sound: list[_Claim] = []
    for claim in _claims(course):
        address = claim.move.old
        if not _ADDRESS.fullmatch(address):
            code, params = with_suggestion("moved_bad_address", _meant(address), address=address)
            report.fault(claim.path, claim.position, code, **params)
            continue
        if address in pages:
            report.fault(claim.path, claim.position, "moved_address_taken", address=address, other=pages[address])
        sound.append(claim)
    for claim, first in given_twice(sound, lambda claim: claim.move.old):
        other = f"{first.path}:{first.position.line}"
        report.fault(claim.path, claim.position, "moved_twice", address=claim.move.old, other=other)


def with_old_address(text: str, old: str, new: str, moved_from: Iterable[str]) -> str:
    """The file of a page with one more old address in its head; the one where it stands now is none."""
    addresses = [one for one in moved_from if one not in (old, new)] + [old]
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(ending)
    begin, end = _lines_of_key(lines, "moved_from")
    kept = [line for line in lines[begin + 1 : end] if line.lstrip().startswith("#")]
    lines[begin:end] = [f"moved_from: [{', '.join(addresses)}]", *kept]
    return ending.join(lines)


def _lines_of_key(lines: list[str], key: str) -> tuple[int, int]:
    """Where a key of the front matter stands, and where the next begins; before the end if there is no such key."""
    closing = next(number for number, line in enumerate(lines) if number and line.rstrip() == "---")
    begin = next((number for number in range(1, closing) if lines[number].startswith(f"{key}:")), closing)
    end = begin if begin == closing else begin + 1
    while end < closing and (not lines[end].strip() or lines[end][0] in " \t-#"):
        end += 1
    return begin, end


def _claims(course: Course) -> Iterator[_Claim]:
    for level in course.levels:
        for index, old in enumerate(level.document.model.moved_from):
            move = Move(f"{old}/{INDEX}", f"{level.id}/{INDEX}", level.title)
            yield _Claim(move, level.document.path, level.document.position(("moved_from", index)))
        for page in level.pages:
            for index, old in enumerate(page.document.model.moved_from):
                move = Move(old, f"{level.id}/{page.id}", page.title)
                yield _Claim(move, page.path, page.document.position(("moved_from", index)))


def _pages(course: Course) -> dict[str, str]:
    """The addresses that have a page now, each with its file."""
    pages = {path.removeprefix("docs/").removesuffix(".md"): path for path in course.docs_files if path.endswith(".md")}
    for level in course.levels:
        pages[f"{level.id}/{INDEX}"] = level.document.path
        if level.quiz in course.quizzes:
            pages[f"{level.id}/{level.quiz}"] = course.quizzes[level.quiz].path
        pages |= {f"{level.id}/{page.id}": page.path for page in level.pages}
    return pages


def _meant(written: str) -> str:
    """The address that somebody copied from a browser."""
    parts = re.split(r"[?#]", written)[0].removesuffix(".html").removesuffix(".md").strip("/").split("/")
    address = "/".join(parts[-2:])
    return address if _ADDRESS.fullmatch(address) else ""
