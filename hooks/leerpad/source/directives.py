"""Directives in Markdown: `<!-- quiz: check-richting -->` on a line of its own.

One reader serves the checks and the rendering, so that a directive can't be seen by the one and missed by the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leerpad.source.diagnostics import Position, Report
from leerpad.source.markdown_blocks import outside_code
from leerpad.source.names import suggestion

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class DirectiveKind:
    """A directive that authors may write, what stands behind its colon, and whether a lesson may hold it."""

    name: str
    argument: Literal["nothing", "quiz", "scan", "question_type", "note"] = "nothing"
    in_lessons: bool = True


DIRECTIVES: dict[str, DirectiveKind] = {
    kind.name: kind
    for kind in (
        DirectiveKind("quiz", "quiz"),
        DirectiveKind("path"),
        DirectiveKind("scan", "scan"),
        DirectiveKind("question-type", "question_type"),
        DirectiveKind("fault-list"),
        DirectiveKind("reflect", "note"),
        DirectiveKind("terms", in_lessons=False),
        DirectiveKind("sources", in_lessons=False),
        DirectiveKind("published"),
    )
}
"""Every directive by its name. `elements/<name>/<name>.html` is what it shows."""

_NAME = re.compile(r"[A-Za-z][A-Za-z_-]*")


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
        written = read_directive(line)
        if written is None:
            if is_open_directive(line):
                report.fault(path, place, "open_directive", name=_meant(_name_of(line.strip()[4:])))
            continue
        name, argument = written
        if name not in DIRECTIVES:
            if argument and _meant(name):  # an ordinary comment rarely looks like `quizz: toets`
                report.fault(path, place, "unknown_directive", name=name, suggestion=_meant(name))
        elif line[0].isspace():
            report.fault(path, place, "indented_directive", name=name)
        else:
            found.append(Directive(name, argument, place))
    return found


def replace_directives(lines: list[str], render: Callable[[Directive], str]) -> list[str]:
    """Put what `render` gives in the place of each directive, as a block of its own."""
    result = list(lines)
    for number, line in outside_code(lines):
        written = read_directive(line) if "<!--" in line else None
        if written is not None and written[0] in DIRECTIVES and not line[0].isspace():
            result[number] = f"\n{render(Directive(*written, Position(number + 1, 1)))}\n"
    return "\n".join(result).split("\n")


def read_directive(line: str) -> tuple[str, str] | None:
    """The name and argument of a line that is one comment, and looks like a directive; the name may be unknown.

    By hand: a regular expression takes a very long time over a very long line of spaces.
    """
    text = line.strip()
    inner = text[4:-3]
    if not (text.startswith("<!--") and text.endswith("-->")) or "-->" in inner or "<!--" in inner:
        return None
    name = _name_of(inner)
    return (name, inner.partition(":")[2].strip()) if name else None


def is_open_directive(line: str) -> bool:
    """Whether a directive begins on this line that doesn't end on it."""
    text = line.strip()
    is_open = text.startswith("<!--") and "-->" not in text and ":" in text
    return is_open and bool(_meant(_name_of(text[4:])))


def _name_of(text: str) -> str:
    name = text.partition(":")[0].strip()
    return name if _NAME.fullmatch(name) else ""


def _meant(name: str) -> str:
    return name if name in DIRECTIVES or not name else suggestion(name, DIRECTIVES)
