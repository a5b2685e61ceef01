"""What authors silence, and why: `# negeer: code | reason` in YAML, `<!-- negeer: code | reason -->` in Markdown.

One reader serves the advice and the rendering, so that what silences never shows on a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import Position
from leerpad.source.markdown_text import MarkdownText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


def find_silences(source: SourceText, page: MarkdownText | None = None) -> list[Silence]:
    """Every silence of a file; `page` is its body, if it is a page.

    It speaks of its own line, or, standing alone, of the next line that says something.
    In the comments at the top of a YAML file, or of a page's front matter, it speaks of the whole file.
    """
    lines = source.text.split("\n")
    if page is None:
        return list(_in_yaml(lines, 1))
    return [*_in_yaml(lines[1 : max(page.first_line - 2, 0)], 2), *_in_markdown(page)]


def without_silences(text: MarkdownText) -> MarkdownText:
    """A page without its silences; a line that held nothing else is gone."""
    matches = _by_line(text)
    if not matches:
        return text
    result: list[str | None] = list(text.lines)
    for number, found in matches.items():
        rest = _cut(text.lines[number], found)
        result[number] = rest if rest.strip() else None
    kept = MarkdownText("\n".join(line for line in result if line is not None))
    return without_silences(kept)  # one that stood between marks of code may stand free now


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


def _in_markdown(text: MarkdownText) -> Iterator[Silence]:
    matches = _by_line(text)
    alone = {number for number, found in matches.items() if not _cut(text.lines[number], found).strip()}
    target = _Target([number for number, line in enumerate(text.lines) if line.strip() and number not in alone])
    for number, found in matches.items():
        about = text.first_line + target.from_line(number)
        for match in found:
            yield _silence(match["rest"], text.at(number, match.start() + 1), about)


class _Target:
    """Finds the first of some lines that isn't before a line; asked from top to bottom."""

    def __init__(self, lines: list[int]) -> None:
        self.lines = lines
        self.index = 0

    def from_line(self, number: int) -> int:
        while self.index < len(self.lines) and self.lines[self.index] < number:
            self.index += 1
        return self.lines[self.index] if self.index < len(self.lines) else number


def _by_line(text: MarkdownText) -> dict[int, list[re.Match[str]]]:
    """The silences of a page outside its code, by the number of their line."""
    if not _IN_MARKDOWN.search(text.text):
        return {}
    found = {number: list(_IN_MARKDOWN.finditer(line)) for number, line in enumerate(text.plain) if "<!--" in line}
    return {number: matches for number, matches in found.items() if matches}


def _cut(line: str, matches: Sequence[re.Match[str]]) -> str:
    for match in reversed(matches):
        line = line[: match.start()].rstrip() + line[match.end() :]
    return line


def _silence(rest: str, place: Position, line: int) -> Silence:
    code, _, reason = rest.partition("|")
    return Silence(code.strip(), reason.strip(), place, line)
