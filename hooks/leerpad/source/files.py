"""Read what an author wrote, or say exactly why it can't be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import START, Position, Report

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class SourceText:
    """The text of one file. `path` is relative to the project, with forward slashes: what a fault shows."""

    path: str
    text: str


def read_text(file: Path, path: str, report: Report) -> SourceText | None:
    """Read `file` as UTF-8 (a byte order mark is forgiven). None, and a fault, where that fails."""
    try:
        data = file.read_bytes()
    except OSError as error:
        report.fault(path, START, "unreadable_file", reason=error.strerror or type(error).__name__)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Everything before the bad byte is good, so it tells the place.
        before = data[: error.start].decode("utf-8-sig")
        report.fault(path, _end_of(before), "not_utf8")
        return None
    text = _with_plain_line_ends(text)
    if not text.strip():
        report.fault(path, START, "empty_file")
        return None
    return SourceText(path, text)


def _end_of(text: str) -> Position:
    return Position(text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1)


def lines_of(file: Path) -> list[str]:
    """The lines of any file at all, to show to its author: what isn't UTF-8 is shown as such. Empty if unreadable."""
    try:
        data = file.read_bytes()
    except OSError:
        return []
    return _with_plain_line_ends(data.decode("utf-8-sig", "replace")).split("\n")


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
