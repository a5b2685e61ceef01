"""One change of lines that an author can make, and how it is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Diagnostic, Position

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEY = re.compile(r"[ \t]*(?:-[ \t]+)*(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]|$)")


@dataclass(frozen=True)
class Repair:
    """`count` lines from `line` on (counted from 1) become `lines`.

    `code` and `params` tell it, at line `at` (or the first) and `column`. Without a code the fault is told as it was.
    """

    code: str
    line: int
    column: int
    lines: tuple[str, ...]
    count: int = 1
    params: dict[str, str] = field(default_factory=dict)
    at: int = 0

    def applied(self, lines: Sequence[str]) -> list[str]:
        """The lines after the author did what is told."""
        start = self.line - 1
        return [*lines[:start], *self.lines, *lines[start + self.count :]]

    def told(self, path: str, fault: Diagnostic) -> Diagnostic:
        """What to tell, in the place of this fault."""
        if not self.code:
            return fault
        params = tuple(sorted(self.params.items()))
        return Diagnostic(path, Position(self.at or self.line, self.column), self.code, params)


def with_line(code: str, lines: Sequence[str], number: int, line: str, column: int = 0, **params: str) -> Repair:
    """A repair of the line `number` (counted from 0), told by the line as it should be and how many spaces it has."""
    more = {"better": line.strip(), "spaces": str(indent_of(line)), **params}
    return Repair(code, number + 1, column or indent_of(lines[number]) + 1, (line,), params=more)


def is_said(line: str) -> bool:
    """Whether the line says something: it isn't empty, and no comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent_of(line: str) -> int:
    """How many signs stand before what the line says."""
    return len(line) - len(line.lstrip())


def key_of(line: str) -> str:
    """The key with which the line begins, or an empty text."""
    match = _KEY.match(line)
    return match["key"] if match else ""
