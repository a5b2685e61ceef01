"""What authors silence, and why: `# negeer: code | reason` in YAML, `<!-- negeer: code | reason -->` in Markdown.

One reader serves the advice and the rendering, so that what silences never shows on a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Position
from leerpad.source.front_matter import body_of
from leerpad.source.markdown_blocks import outside_code, without_code_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.source.files import SourceText

_IN_YAML = re.compile(r"(?:^|\s)(?P<mark>#[ \t]*(?:negeer|ignore)[ \t]*:)")
_IN_MARKDOWN = re.compile(r"<!--[ \t]*(?:negeer|ignore)[ \t]*:(?P<rest>(?:(?!-->|<!--).)*)-->")

WHOLE_FILE = 0


@dataclass(frozen=True)
class Silence:
    """One comment that silences. `line` is the line it speaks of, or WHOLE_FILE."""

    code: str
    reason: str
    position: Position
    line: int


def find_silences(source: SourceText) -> list[Silence]:
    """Every silence of a file. It speaks of its own line, or, standing alone, of the next line that says something.

    In the comments at the top of a YAML file, or of a page's front matter, it speaks of the whole file.
    """
    if not source.path.endswith(".md"):
        return list(_in_yaml(source.text.split("\n"), 1))
    body, first_line = body_of(source)
    front_matter = source.text.split("\n")[1 : max(first_line - 2, 0)]
    return [*_in_yaml(front_matter, 2), *_in_markdown(body.split("\n"), first_line)]


def without_silences(lines: list[str]) -> list[str]:
    """A page's lines without its silences; a line that held nothing else is gone."""
    result: list[str | None] = list(lines)
    for number, line in outside_code(lines):
        if "<!--" in line and _in_line(line):
            rest = _cut(line)
            result[number] = rest if rest.strip() else None
    return [line for line in result if line is not None]


def _in_yaml(lines: list[str], first_line: int) -> Iterator[Silence]:
    said = [number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    top = said[0] if said else len(lines)
    target = _Target(said)
    for number, line in enumerate(lines):
        match = _IN_YAML.search(line) if "#" in line else None
        if match is None:
            continue
        about = WHOLE_FILE if number < top else first_line + target.from_line(number)
        place = Position(first_line + number, match.start("mark") + 1)
        yield _silence(line[match.end() :], place, about)


def _in_markdown(lines: list[str], first_line: int) -> Iterator[Silence]:
    outside = list(outside_code(lines))
    said = [number for number, line in enumerate(lines) if line.strip()]
    alone = {number for number, line in outside if _in_line(line) and not _cut(line).strip()}
    target = _Target([number for number in said if number not in alone])
    for number, line in outside:
        for match in _in_line(line):
            place = Position(first_line + number, match.start() + 1)
            yield _silence(match["rest"], place, first_line + target.from_line(number))


class _Target:
    """Finds the first of some lines that isn't before a line; asked from top to bottom."""

    def __init__(self, lines: list[int]) -> None:
        self.lines = lines
        self.index = 0

    def from_line(self, number: int) -> int:
        while self.index < len(self.lines) and self.lines[self.index] < number:
            self.index += 1
        return self.lines[self.index] if self.index < len(self.lines) else number


def _in_line(line: str) -> list[re.Match[str]]:
    return list(_IN_MARKDOWN.finditer(without_code_spans(line))) if "<!--" in line else []


def _cut(line: str) -> str:
    for match in reversed(_in_line(line)):
        line = line[: match.start()].rstrip() + line[match.end() :]
    return line


def _silence(rest: str, place: Position, line: int) -> Silence:
    code, _, reason = rest.partition("|")
    return Silence(code.strip(), reason.strip(), place, line)
