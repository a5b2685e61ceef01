"""Directives in Markdown: `<!-- quiz: check-richting -->` on a line of its own.

One reader serves the checks and the rendering, so that a directive can't be seen by the one and missed by the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Position, Report
from leerpad.source.shape import suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NAMES = ("quiz", "path", "scan", "question-type", "fault-list", "reflect", "terms", "sources")
"""The directives that authors may write."""

_DIRECTIVE = re.compile(r"^(?P<indent>\s*)<!--\s*(?P<name>[a-z][a-z-]*)\s*(?::\s*(?P<argument>.*?))?\s*-->\s*$")
_OPENING = re.compile(r"^\s*<!--\s*(?P<name>[a-z][a-z-]*)\s*:(?!.*-->)")
_CODE_FENCE = re.compile(r"^\s*(?P<marks>`{3,}|~{3,})(?P<info>.*)$")


@dataclass(frozen=True)
class Directive:
    """One directive, with the line and column of its file."""

    name: str
    argument: str
    position: Position


def split_argument(directive: Directive) -> tuple[str, str]:
    """The two parts of an argument such as `my-id | What do you think?`; the second is empty without a bar."""
    first, _, second = directive.argument.partition("|")
    return first.strip(), second.strip()


def find_directives(path: str, body: str, first_line: int, report: Report) -> list[Directive]:
    """All directives of a body, top to bottom; those that are misspelt, indented or not closed are faults."""
    found = []
    for number, line in outside_code(body.split("\n")):
        place = Position(first_line + number, len(line) - len(line.lstrip()) + 1)
        match = _DIRECTIVE.match(line)
        if match is None:
            opening = _OPENING.match(line)
            if opening is not None and _meant(opening["name"]):
                report.fault(path, place, "open_directive", name=_meant(opening["name"]))
            continue
        name, argument = match["name"], match["argument"]
        if name not in NAMES:
            if argument and _meant(name):  # an ordinary comment rarely looks like `quizz: toets`
                report.fault(path, place, "unknown_directive", name=name, suggestion=_meant(name))
        elif match["indent"]:
            report.fault(path, place, "indented_directive", name=name)
        else:
            found.append(Directive(name, argument or "", place))
    return found


def replace_directives(lines: list[str], render: Callable[[Directive], str]) -> list[str]:
    """Put what `render` gives in the place of each directive, as a block of its own."""
    result = list(lines)
    for number, line in outside_code(lines):
        match = _DIRECTIVE.match(line)
        if match is not None and match["name"] in NAMES and not match["indent"]:
            directive = Directive(match["name"], match["argument"] or "", Position(number + 1, 1))
            result[number] = f"\n{render(directive)}\n"
    return "\n".join(result).split("\n")


def _meant(name: str) -> str:
    return name if name in NAMES else suggestion(name, NAMES)


def outside_code(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines that aren't in a fenced code block: an example of a directive is not a directive."""
    fence = ""
    for number, line in enumerate(lines):
        match = _CODE_FENCE.match(line)
        if fence:
            if match and match["marks"].startswith(fence) and not match["info"].strip():
                fence = ""
        elif match:
            fence = match["marks"]
        else:
            yield number, line
