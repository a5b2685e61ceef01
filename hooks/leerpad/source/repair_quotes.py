"""Texts that YAML reads as something else, written so that they are read as texts: nothing of them is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.source.model_keys import KNOWN_KEYS
from leerpad.source.repair import Repair, indent_of, is_said, key_of, with_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leerpad.source.diagnostics import Diagnostic

MOST_ON_A_LINE = 200
"""Letters of a line that is shown whole; a longer text gets lines of its own, and needs no quotation marks there."""

_VALUE = re.compile(r"(?P<head>[ \t]*(?:-[ \t]+)*(?:[A-Za-z_][\w-]*[ \t]*:[ \t]+)?)(?P<value>\S.*)")
_SHORTENED = re.compile(r"'(?:s|t|n|k|m|r|er|ie)\b(?!')", re.IGNORECASE)
_SILENCE = re.compile(r"[ \t]+#[ \t]*(?:negeer|ignore)[ \t]*:.*$")
_CLOSED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_CLOSERS = {"'": "'’‘", '"': '"”“„', "“": '”"', "„": '”“"', "‘": "’'"}
_CURLY = "“„‘"
_SIGNS = "[]{}&*!|>%@`,?-#:"
_EMPTY = {"~", "null", "Null", "NULL"}
_BLOCK = re.compile(r"[|>][-+]?\d?")
_FLOW = re.compile(r"(?P<head>[ \t]*(?:-[ \t]+)*)\{(?P<inside>[^{}\[\]]*)\}?[ \t]*")
_PART = re.compile(r"(?P<key>[a-z_]+):[ \t]*(?P<value>\S.*)")
_PLAIN = re.compile(r"true|false|[\w.%-]+")


def quoted(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """The whole text of a line between quotation marks, with the lines around it that belong to it."""
    first = _first_of_text(lines, number)
    match = _VALUE.fullmatch(lines[first])
    if match is None or not match["head"].strip() or _BLOCK.fullmatch(match["value"]):
        return
    silence = _SILENCE.search(match["value"])
    value = match["value"][: silence.start()] if silence else match["value"].rstrip()
    more = [line.strip() for line in lines[first + 1 : _end_of_text(lines, first)]]
    is_closed = _CLOSED.fullmatch(value) and not more
    if value in _EMPTY or (is_closed and not (fault.code == "yaml_syntax" and "\\" in value)):
        return
    text = meant(" ".join([value, *more]))
    line = f"{match['head']}{as_text(text)}{silence[0] if silence else ''}"
    count, params = 1 + len(more), {"better": line.strip()}
    if len(params["better"]) > MOST_ON_A_LINE or not all(more) or (more and value[0] in "|>"):
        begin = re.sub(r"^[|>][-+]?[ \t]+", "", value) if more else text
        yield _block(match["head"], [meant(begin), *more], first, count)
        return
    code, column = _reason(value), match.start("value") + 1
    if code == "yaml_curly":
        params["kept"] = f"{match['head']}{as_text(value)}".strip()
    if code == "yaml_sign":
        params["sign"] = value[0]
    if code == "yaml_colon_better" and (fault.code, fault.position.line) == ("yaml_colon", first + 1):
        column = fault.position.column
    if not code and not more:
        return
    at = first + 1
    if more:
        code, at, column = "yaml_needs_join", first + 2, indent_of(lines[first + 1]) + 1
    yield Repair(code, first + 1, column, (line,), count, params, at)


def quoted_flow(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """Each text between braces between quotation marks: there a comma ends a text, too."""
    match = _FLOW.fullmatch(lines[number])
    if match is None:
        return
    parts = [_PART.fullmatch(part) for part in re.split(r",[ \t]*(?=[a-z_]+:)", match["inside"].strip(" \t,"))]
    entries = [(part["key"], part["value"].strip()) for part in parts if part]
    if len(entries) == len(parts) and {key for key, _ in entries} <= KNOWN_KEYS:
        inside = ", ".join(f"{key}: {_in_flow(value)}" for key, value in entries)
        yield with_line("yaml_flow", lines, number, f"{match['head']}{{{inside}}}")


def _in_flow(value: str) -> str:
    return value if _CLOSED.fullmatch(value) or _PLAIN.fullmatch(value) else as_text(meant(value))


def as_text(text: str) -> str:
    """A text between the quotation marks that it doesn't hold itself."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'{}'".format(text.replace("'", "''"))


def meant(value: str) -> str:
    """The text that an author meant by a value: without the marks that should only have told that it is one."""
    closers = _CLOSERS.get(value[0], "")
    if not closers or _SHORTENED.match(value):
        return value
    if len(value) > 1 and value[-1] in closers:
        return value[1:-1]
    is_open = value[0] in "'\"" and value.count(value[0]) == 1
    return value[1:].lstrip() if is_open else value


def _reason(value: str) -> str:
    """The code that tells why YAML doesn't read this value as a text; empty if it does."""
    if value[0] in _CURLY and value[-1] in _CLOSERS[value[0]]:
        return "yaml_curly"
    if value[0] in "'\"":
        return "yaml_apostrophe" if _SHORTENED.match(value) else "yaml_marks"
    if value[0] in _SIGNS:
        return "yaml_sign"
    return "yaml_colon_better" if re.search(r":(?:\s|$)", value) else ""


def _block(head: str, text: list[str], first: int, count: int) -> Repair:
    """A text on lines of its own."""
    spaces = len(head) - len(head.lstrip(" \t-")) + 2
    lines = [f"{head}|-", *(" " * spaces + line if line else "" for line in text)]
    params = {"better": f"{head}|-".strip(), "spaces": str(spaces)}
    return Repair("yaml_needs_block", first + 1, len(head) + 1, tuple(lines), count, params)


def _first_of_text(lines: Sequence[str], number: int) -> int:
    """The line where the text begins that goes on in this one."""
    while number > 0 and _goes_on(lines[number]):
        number -= 1
    return number


def _end_of_text(lines: Sequence[str], first: int) -> int:
    """Behind the last line of the text that begins on this one."""
    end = first + 1
    while end < len(lines) and _goes_on(lines[end]):
        end += 1
    while end > first + 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _goes_on(line: str) -> bool:
    """Whether a line can only belong to the text above it: it begins with no key, no dash and no comment."""
    text = line.lstrip()
    if not text:
        return True
    return is_said(line) and not text.startswith(("- ", "---", "{", "}", "]")) and key_of(line) not in KNOWN_KEYS
