"""Links between the files of a course, written as an editor follows them: relative to the file."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from leerpad.source.markdown_blocks import outside_code

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = re.compile(r"\]\(\s*<?(?P<target>[^)\s>]+)")
_SCRIPTS = ("javascript:", "vbscript:", "data:text/html")
_BACKTICKS = re.compile(r"`+")


class Link(NamedTuple):
    """A link or image in Markdown; `line` is counted from 0, `column` from 1."""

    target: str
    line: int
    column: int


def find_links(markdown: str) -> Iterator[Link]:
    """The targets of inline links and images, outside code."""
    if "](" not in markdown:
        return
    for number, line in outside_code(markdown.split("\n")):
        if "](" not in line:
            continue
        for match in _LINK.finditer(without_code_spans(line)):
            yield Link(match["target"], number, match.start("target") + 1)


def without_code_spans(line: str, filler: str = " ") -> str:
    """The line with a filler for each letter of a code span: what stands in `code` is no link, no sentence."""
    if "`" not in line:
        return line
    marks = list(_BACKTICKS.finditer(line))
    later: dict[int, list[int]] = {}  # per length, where such marks stand, last one first
    for index in range(len(marks) - 1, -1, -1):
        later.setdefault(len(marks[index][0]), []).append(index)
    index = 0
    parts, done = [], 0
    while index < len(marks):
        alike = later[len(marks[index][0])]
        while alike and alike[-1] <= index:
            alike.pop()
        if alike:
            start, end = marks[index].start(), marks[alike[-1]].end()
            parts += [line[done:start], filler * (end - start)]
            done, index = end, alike[-1]
        index += 1
    return "".join([*parts, line[done:]])


def runs_script(target: str) -> bool:
    """Whether a browser that follows this link runs what it says. It passes over spaces in the word, so we do too."""
    return re.sub(r"[\x00-\x20]+", "", unescape(unquote(target))).lower().startswith(_SCRIPTS)


def project_path(source: str, target: str) -> str | None:
    """The file that `target` means, seen from the file `source`; None if it is no relative path.

    Both are relative to the project, with forward slashes. A path that leaves the project begins with `..`.
    """
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(parts.path)))
