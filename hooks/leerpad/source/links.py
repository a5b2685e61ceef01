"""Links between the files of a course, written as an editor follows them: relative to the file."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from leerpad.source.markdown_blocks import outside_code, without_code_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = re.compile(r"\]\(\s*<?(?P<target>[^)\s>]+)")
_SCRIPTS = ("javascript:", "vbscript:", "data:text/html")


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
