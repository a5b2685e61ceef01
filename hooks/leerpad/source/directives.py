"""Directives in Markdown: `<!-- quiz: check-richting -->` on a line of its own.

One reader serves the checks and the rendering, so that a directive can't be seen by the one and missed by the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from leerpad.source.names import suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from leerpad.source.diagnostics import Position, Report
    from leerpad.source.markdown_text import MarkdownText


@dataclass(frozen=True)
class DirectiveKind:
    """A directive that authors may write, and what stands behind its colon: `argument`.

    `in_lessons`: whether a lesson may hold it. `is_task`: whether it gives a reader something to do.
    """

    name: str
    argument: Literal["nothing", "quiz", "scan", "question_type", "note"] = "nothing"
    in_lessons: bool = True
    is_task: bool = False


DIRECTIVES: dict[str, DirectiveKind] = {
    kind.name: kind
    for kind in (
        DirectiveKind("quiz", "quiz", is_task=True),
        DirectiveKind("path"),
        DirectiveKind("scan", "scan", is_task=True),
        DirectiveKind("question-type", "question_type"),
        DirectiveKind("fault-list"),
        DirectiveKind("reflect", "note", is_task=True),
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

    @property
    def kind(self) -> DirectiveKind:
        """What it is. Raises KeyError for one whose name nobody knows, which no checked page has."""
        return DIRECTIVES[self.name]


def split_argument(directive: Directive) -> tuple[str, str]:
    """The two parts of an argument such as `my-id | What do you think?`; the second is empty without a bar."""
    first, _, second = directive.argument.partition("|")
    return first.strip(), second.strip()


def read_directives(text: MarkdownText) -> Iterator[Directive]:
    """Every line outside fenced code that is one comment and looks like a directive; its name may be unknown."""
    for number, line in text.outside:
        written = read_directive(line) if "<!--" in line else None
        if written is not None:
            yield Directive(*written, text.at(number, len(line) - len(line.lstrip()) + 1))


def find_directives(path: str, text: MarkdownText, report: Report) -> list[Directive]:
    """All directives of a page, top to bottom; those that are misspelt, indented or not closed are faults."""
    found = []
    for directive in text.directives:
        name = directive.name
        if name not in DIRECTIVES:
            if directive.argument and _meant(name):  # an ordinary comment rarely looks like `quizz: toets`
                report.fault(path, directive.position, "unknown_directive", name=name, suggestion=_meant(name))
        elif is_indented(directive):
            report.fault(path, directive.position, "indented_directive", name=name)
        else:
            found.append(directive)
    for number, line in text.outside:
        if "<!--" in line and is_open_directive(line):
            place = text.at(number, len(line) - len(line.lstrip()) + 1)
            report.fault(path, place, "open_directive", name=_meant(_name_of(line.strip()[4:])))
    return found


def replace_directives(text: MarkdownText, render: Callable[[Directive], str]) -> list[str]:
    """The lines of a page with what `render` gives in the place of each directive, as a block of its own."""
    result = list(text.lines)
    for directive in text.directives:
        if directive.name in DIRECTIVES and not is_indented(directive):
            result[directive.position.line - text.first_line] = f"\n{render(directive)}\n"
    return "\n".join(result).split("\n")


def is_indented(directive: Directive) -> bool:
    """Whether it stands in a list or a box, where it isn't replaced."""
    return directive.position.column > 1


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
