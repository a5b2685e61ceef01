"""Which file of the client needs which: each says so at its top, and its place in the script follows from that.

So do the words that a script needs: those whose keys stand in its files.

A need is written as `/// <reference path="../../client/dom.js" />`. That is TypeScript's own way to say it for scripts
that aren't modules: `tsc` refuses one that leads nowhere, and an editor opens it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from graphlib import CycleError
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_SAID = re.compile(r'"([\w.]+)"|`([\w.]+\.)\w*\$\{')
_SAYS = re.compile(r"/// (?<=^/// )(later|copied|with|after|on)(?: ([\w-]+))?$", re.MULTILINE)
_PLURAL = re.compile(r"\.(?:zero|one|two|few|many|other)$")
_NEED = re.compile(r'/// (?<=^/// )<reference path="([^"]+)" />$', re.MULTILINE)


def needs_of(file: Path) -> list[Path]:
    """The files that a file of the client says it needs."""
    return list(_needs_of(file, file.stat().st_mtime_ns))


@lru_cache(maxsize=1024)  # a build asks for each file many times
def _needs_of(file: Path, changed: int) -> tuple[Path, ...]:
    del changed  # a file that was written since is another
    return tuple((file.parent / path).resolve() for path in _NEED.findall(file.read_text("utf-8")))


def says(file: Path) -> dict[str, str]:
    """What a file says of its bundle, each on a line of its own, such as `/// with lesson`: see split.py."""
    return dict(_SAYS.findall(file.read_text("utf-8"))) if file.is_file() else {}


def in_order(roots: Iterable[Path]) -> list[Path]:
    """These files and all they need, each once and after what it needs; beyond that, as they are asked for.

    Raises `graphlib.CycleError`, which names the files, where one waits for itself.
    """
    ordered: dict[Path, None] = {}

    def place(file: Path, waiting: tuple[Path, ...]) -> None:
        if file in ordered:
            return
        if file in waiting:
            raise CycleError("files wait for each other", [*waiting[waiting.index(file) :], file])
        for need in needs_of(file):
            place(need, (*waiting, file))
        ordered[file] = None

    for root in roots:
        place(root.resolve(), ())
    return list(ordered)


def words_said(files: Iterable[Path], words: Mapping[str, str]) -> dict[str, str]:
    """Of these words, those that the files say.

    A key stands there whole, without its plural form (`order.moved` for `order.moved.one`), or up to a point where the
    rest is put in: `state.${level}` brings all that begins with `state.`.
    """
    found = [match for file in files for match in _SAID.findall(file.read_text("utf-8"))]
    keys = {key for key, _ in found}
    beginnings = tuple({beginning for _, beginning in found if beginning})
    return {
        key: text
        for key, text in words.items()
        if key in keys or _PLURAL.sub("", key) in keys or key.startswith(beginnings)
    }
