"""Links between the files of a course, written as an editor follows them: relative to the file."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TITLE = re.compile(r"""\s+(?:"[^"]*"|'[^']*')\s*$""")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\[\]]+\]:[ \t]*<?(?P<target>[^\s<>]+)")
LONGEST = 2000
"""Letters of a target and its title."""
_SCRIPTS = ("javascript:", "vbscript:", "data:text/html")


class Link(NamedTuple):
    """A link or image in Markdown; `line` is counted from 0, `column` from 1."""

    target: str
    line: int
    column: int


def find_links(plain: Iterable[str]) -> Iterator[Link]:
    """The targets of links and images, and of definitions of links, in the lines of a text without its code."""
    for number, line in enumerate(plain):
        if "](" not in line and "]:" not in line:
            continue
        defined = _DEFINITION.match(line)
        if defined:
            yield Link(defined["target"], number, defined.start("target") + 1)
        at = line.find("](")
        while at >= 0:
            following = line.find("](", at + 2)
            end = min(following if following >= 0 else len(line), at + LONGEST)
            target, column = _target(line[at + 2 : end])
            if target:
                yield Link(target, number, at + 3 + column)
            at = following


def _target(behind: str) -> tuple[str, int]:
    """What stands between the brackets of a link, without a title, and its place; spaces in a path are allowed."""
    text = behind.lstrip()
    start = len(behind) - len(text)
    if text.startswith("<") and ">" in text:
        return text[1 : text.index(">")].strip(), start + 1
    depth = 1
    for index, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if not depth:
            inside = text[:index]
            return _TITLE.sub("", inside).rstrip(), start
    return "", start  # without an end it is no link, which is told elsewhere


def runs_script(target: str) -> bool:
    """Whether a browser that follows this link runs what it says. It passes over spaces in the word, so we do too."""
    return re.sub(r"[\x00-\x20]+", "", unescape(unquote(target))).lower().startswith(_SCRIPTS)


def leads_to_a_computer(target: str) -> bool:
    """Whether a link leads to a file on one computer: `C:\\…`, `file:` or a share."""
    text = unquote(target).lower()
    return re.match(r"[a-z]:[\\/]|file:|\\\\", text) is not None


def whole_address(target: str) -> str:
    """What was meant by an address without its beginning: `www.` or an address of mail; empty for all else."""
    if re.match(r"www\.[^/\s]+\.", target, re.IGNORECASE):
        return f"https://{target}"
    return f"mailto:{target}" if re.fullmatch(r"[^@\s/:?#]+@[^@\s/:?#]+\.[a-z]+", target, re.IGNORECASE) else ""


def project_path(path: str, target: str) -> str | None:
    """The file that `target` means, seen from the file at `path`; None if it is no relative path.

    Both are relative to the project, with forward slashes. A path that leaves the project begins with `..`.
    """
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
