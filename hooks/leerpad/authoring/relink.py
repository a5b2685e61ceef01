"""Texts that lead to files, after files got other names: every link goes on to lead to the same file."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from leerpad.source.links import Link, project_path
from leerpad.source.markdown_text import MarkdownText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def relinked(text: str, old: str, new: str, renamed: Mapping[str, str], named: Iterable[Link] = ()) -> str:
    """The text of a file that was called `old` and is called `new`, with its links as they must be now.

    `renamed` gives the new path of files and folders that have one; all paths are relative to the project. `named` are
    the files that keys of the file name, each where its path begins: they are written as links are.
    """
    read = MarkdownText(text)
    lines = list(read.lines)
    for link in sorted([*read.links, *named], key=lambda link: (link.line, -link.column)):
        wanted = project_path(old, link.target)
        if wanted is None or (wanted not in renamed and posixpath.dirname(old) == posixpath.dirname(new)):
            continue
        line, start = lines[link.line], link.column - 1
        if line[start : start + len(link.target)] == link.target:
            target = _target(link.target, renamed.get(wanted, wanted), new)
            lines[link.line] = f"{line[:start]}{target}{line[start + len(link.target) :]}"
    return "\n".join(lines)


def with_new_paths(text: str, renamed: Mapping[str, str], *, only_comments: bool) -> str:
    """The text with whole paths of the project as they are now: in settings, or only in the comments of an author."""
    paths = "|".join(re.escape(path) for path in sorted(renamed, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w/.-])(?:{paths})(?![\w-])")
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not only_comments or line.lstrip().startswith("#"):
            lines[number] = pattern.sub(lambda match: renamed[match[0]], line)
    return "\n".join(lines)


def _target(written: str, wanted: str, path: str) -> str:
    """How a link in the file `path` to the file `wanted` is written, with what stood behind the name before."""
    at = re.search(r"[?#]", written)
    name, behind = (written[: at.start()], written[at.start() :]) if at else (written, "")
    target = posixpath.relpath(wanted, posixpath.dirname(path))
    return (quote(target) if "%" in name else target) + ("/" if name.endswith("/") else "") + behind
