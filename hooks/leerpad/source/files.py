"""Read what an author wrote, or say exactly why it can't be read."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import START, Position, Report

if TYPE_CHECKING:
    from pathlib import Path

_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""Controls, and line ends that most editors don't count as such: they would put every later fault on another line."""

MOST_STRANGE = 5

_CONFLICT = re.compile(r"<<<<<<< (?<=^.{8})", re.MULTILINE)  # begins with its signs: `^` would be tried at each letter


@dataclass(frozen=True)
class SourceText:
    """The text of one file. `path` is relative to the project, with forward slashes: what a fault shows.

    `is_trial` tells that it is only tried: whether something is wrong matters, not in which words it is told.
    """

    path: str
    text: str
    is_trial: bool = False


def read_text(file: Path, path: str, report: Report) -> SourceText | None:
    """Read `file` as UTF-8 (a byte order mark is forgiven). None, and a fault, where that fails."""
    data = read_data(file, path, report)
    return None if data is None else text_of(data, path, report)


def read_data(file: Path, path: str, report: Report) -> bytes | None:
    """What `file` holds, whatever that is. None, and a fault, where it can't be read."""
    try:
        return _bytes_of(file)
    except IsADirectoryError:
        report.fault(path, START, "folder_for_file")
        return None
    except OSError as error:
        report.fault(path, START, "unreadable_file", reason=error.strerror or type(error).__name__)
        return None


def decoded(data: bytes, path: str, report: Report) -> str | None:
    """The text of bytes that are UTF-8, whatever it says; None, and a fault, where they aren't."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Everything before the bad byte is good, so it tells the place.
        before = data[: error.start].decode("utf-8-sig")
        report.fault(path, _end_of(before), "not_utf8")
        return None
    if text.count("\0") > len(text) // 4:  # UTF-16 without a mark that says so
        report.fault(path, _end_of(text[: text.index("\0")]), "not_utf8")
        return None
    return _with_plain_line_ends(text)


def text_of(data: bytes, path: str, report: Report) -> SourceText | None:
    """The text that a file holds, or None and a fault."""
    text = decoded(data, path, report)
    if text is None:
        return None
    if not text.strip():
        report.fault(path, START, "empty_file")
        return None
    if _STRANGE.search(text):
        _report_strange(path, text, report)
        return None
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        report.fault(path, _end_of(text[: conflict.start()]), "merge_conflict")
        return None
    return SourceText(path, text)


def _bytes_of(file: Path) -> bytes:
    mode = file.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))  # a device or a pipe may never end
    return file.read_bytes()


def _report_strange(path: str, text: str, report: Report) -> None:
    """The first such character of each line; of a file that isn't text at all there would be no end."""
    found = ((number, _STRANGE.search(line)) for number, line in enumerate(text.split("\n"), start=1))
    for number, match in islice(((number, match) for number, match in found if match), MOST_STRANGE):
        place = Position(number, match.start() + 1)
        report.fault(path, place, "yaml_character", character=f"U+{ord(match[0]):04X}")


def _end_of(text: str) -> Position:
    return Position(text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1)


def lines_of(file: Path) -> list[str]:
    """The lines of any file at all, to show to its author: what isn't UTF-8 is shown as such. Empty if unreadable."""
    try:
        data = _bytes_of(file)
    except OSError:
        return []
    encoding = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    return _with_plain_line_ends(data.decode(encoding, "replace")).split("\n")


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
