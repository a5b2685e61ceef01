"""Explain why a text isn't YAML. PyYAML reports the symptom where it appears; authors need the cause and its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import yaml
from yaml.tokens import ScalarToken

from leerpad.source.diagnostics import START, Fault, Position

if TYPE_CHECKING:
    from yaml.tokens import Token

FALSE_SPACE = re.compile(r"^[ \t]*([^\S \t]|[\u200b\u2060\ufeff])")
"""What looks like indentation, and isn't: a space that doesn't break, or one without width."""


NEAR = 2
"""Lines that one sees at a glance: which of them is out of place need not be said."""


class Mark(Protocol):
    """A place as both parsers of PyYAML tell it, counted from 0."""

    line: int
    column: int


def character_fault(error: yaml.reader.ReaderError, text: str) -> Fault[Position]:
    """A character that YAML refuses. Lines are counted from the first one of the text, here and below."""
    before = text[: error.position]
    place = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
    character = error.character if isinstance(error.character, str) else chr(error.character)
    return Fault("yaml_character", place, {"character": f"U+{ord(character):04X}"})


def syntax_fault(error: yaml.MarkedYAMLError, text: str, *, may_scan: bool) -> Fault[Position]:
    """The fault behind an error of the parser. `may_scan`: the text is short enough to be read once more."""
    mark: Mark | None = error.problem_mark or error.context_mark
    number = 0 if mark is None else mark.line
    lines = text.split("\n")
    line = lines[number] if number < len(lines) else ""
    for near in range(min(number, len(lines) - 1), -1, -1):
        match = FALSE_SPACE.match(lines[near])
        if match is not None:
            character = f"U+{ord(match[1]):04X}"
            place = Position(near + 1, match.start(1) + 1)
            return Fault(space_code(match[1]), place, {"character": character})
    code, mark = _code(error, line)
    quote = _runaway_quote(text, number) if may_scan and code not in ("yaml_tab", "yaml_quote") else None
    if quote:
        return Fault("yaml_quote", quote)
    suspect = _suspect(lines, number) if code == "yaml_indent" else None
    if suspect is not None and number + 1 - suspect > NEAR:
        return Fault("yaml_indent_or", position_of(mark), {"line": str(suspect)})
    return Fault(code, position_of(mark))


def space_code(character: str) -> str:
    """The code of what looks like a space, or like nothing, and isn't a space to YAML."""
    return "yaml_space" if character.isspace() else "yaml_invisible"


def position_of(mark: Mark | None) -> Position:
    """A mark of PyYAML as a position."""
    return START if mark is None else Position(mark.line + 1, mark.column + 1)


def _code(error: yaml.MarkedYAMLError, line: str) -> tuple[str, Mark | None]:
    mark = error.problem_mark or error.context_mark
    problem = f"{error.context or ''} {error.problem or ''}"
    if "\\t" in problem or "tab" in problem or line[: len(line) - len(line.lstrip())].count("\t"):
        return "yaml_tab", mark
    if "undefined alias" in problem or "alias" in problem or "anchor" in problem:
        return "yaml_alias", mark
    if "mapping values are not allowed" in problem:
        return "yaml_colon", mark
    if "quoted scalar" in problem and ("end of stream" in problem or "document separator" in problem):
        return "yaml_quote", error.context_mark or mark
    if "could not find expected ':'" in problem:
        return "yaml_no_colon", error.context_mark or mark
    if "flow sequence" in problem or "flow mapping" in problem:
        return "yaml_bracket", error.context_mark or mark
    if "block mapping" in problem or "block collection" in problem or "block sequence" in problem:
        return "yaml_indent", mark
    return "yaml_syntax", mark


def _runaway_quote(text: str, line: int) -> Position | None:
    """Where a text between quotation marks begins that runs over several lines, up to the line of the error.

    Without its own closing mark it ends at the opening mark of another text, and the error comes only there.
    """
    last: Token | None = None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if token.start_mark.line > line:
                break
            if isinstance(token, ScalarToken) and token.style in ("'", '"'):
                last = token
    except yaml.YAMLError:
        pass  # that is the error we look into
    if last is None or last.start_mark.line == last.end_mark.line or last.end_mark.line != line:
        return None
    return position_of(last.start_mark)


def _suspect(lines: list[str], number: int) -> int | None:
    """The line that may be the one out of place, where the parser blames the line `number` (counted from 0).

    A line that is moved takes along what stands below it, and the next one that should stand beside it is blamed.
    """
    depth = _indent(lines[number])
    said = [near for near, line in enumerate(lines[:number]) if line.strip() and not line.lstrip().startswith("#")]
    holder = next((index for index in range(len(said) - 1, -1, -1) if _indent(lines[said[index]]) < depth), None)
    if holder is None:
        return None
    above = lines[said[holder - 1]] if holder else ""
    before = next((lines[near] for near in reversed(said[:holder]) if _indent(lines[near]) <= depth), "")
    stands_beside = bool(before) and depth in (_indent(before), len(before) - len(before.lstrip(" -")))
    if stands_beside or above.rstrip().endswith(":"):
        return said[holder] + 1  # moved to the left
    return said[holder + 1] + 1 if holder + 1 < len(said) else None  # moved to the right


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
