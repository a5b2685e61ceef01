"""What an author may have meant by lines of YAML that can't be read as they stand: one small change each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.source.model_keys import KNOWN_KEYS
from leerpad.source.repair import Repair, indent_of, is_said, key_of, with_line
from leerpad.source.repair_quotes import quoted, quoted_flow
from leerpad.source.repair_values import other_values
from leerpad.source.syntax import space_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from leerpad.source.diagnostics import Diagnostic

    Rule = Callable[[Sequence[str], int, Diagnostic], Iterator[Repair]]

_FALSE_SPACE = re.compile(
    r"(?:^[ \t]*(?:-[ \t]*)*|^[ \t]*(?:-[ \t]+)*[a-z_]+:?)(?P<space>[^\S \t\n]|[\u200b\u2060\ufeff])"
)
_COMMENT = re.compile(r"(?P<indent>[ \t]*)(?:<!--|//|/\*)[ \t]*(?P<text>.*?)[ \t]*(?:-->|\*/)?[ \t]*")
_FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,})[a-z]*[ \t]*")
_NO_SPACE = re.compile(r"(?P<head>[ \t]*(?:-[ \t]+)*)(?P<key>[a-z_]+):(?P<value>[^\s:].*)")
_NO_COLON = re.compile(
    r"(?P<head>[ \t]*(?:-[ \t]+)*)(?P<key>[a-z_]+)(?:[ \t]*[=;.：][ \t]*|[ \t]+[-–—][ \t]+|[ \t]+)(?P<value>[^:：=].*|)"
)
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?:-(?=[^\s-])|[–—•*·‑−][ \t\u00a0]*|\d{1,2}[.)][ \t]+)(?P<rest>\S.*)")
_DASH = re.compile(r"(?P<indent> *)-[ ]+(?P<rest>\S.*)")
_NEAR = 8
_MOST_INDENTS = 6


def repairs_for(lines: Sequence[str], fault: Diagnostic) -> Iterator[Repair]:
    """The repairs to try for a fault, the likeliest first."""
    if fault.code.startswith("yaml_"):
        suspects = _suspects(lines, fault)
        for rule in (_false_space,) if fault.code in ("yaml_space", "yaml_invisible") else _IN_SYNTAX:
            for number in suspects:
                yield from rule(lines, number, fault)
        return
    number = fault.position.line - 1
    for rule in _IN_SHAPE.get(fault.code, ()):
        if number < len(lines):
            yield from rule(lines, number, fault)


def _suspects(lines: Sequence[str], fault: Diagnostic) -> list[int]:
    """The line where reading stopped, the one that was named with it, and the two above it that say something."""
    first = min(fault.position.line, len(lines)) - 1
    above = [number for number in range(first - 1, -1, -1) if is_said(lines[number])][:2]
    named = [int(value) - 1 for name, value in fault.params if name == "line"]
    return [first, *above, *named]


def _false_space(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    line = lines[number]
    first = _FALSE_SPACE.match(line)
    if first is None:
        return
    while (match := _FALSE_SPACE.match(line)) is not None:
        instead = " " if match["space"].isspace() else ""
        line = f"{line[: match.start('space')]}{instead}{line[match.end('space') :]}"
    params = {"character": f"U+{ord(first['space']):04X}"}
    yield Repair(space_code(first["space"]), number + 1, first.start("space") + 1, (line,), params=params)


def _space_after_colon(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    match = _NO_SPACE.fullmatch(lines[number])
    if match is not None and match["key"] in KNOWN_KEYS:
        line = f"{match['head']}{match['key']}: {match['value']}"
        yield with_line("yaml_needs_space", lines, number, line, match.end("key") + 1)


def _colon(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    match = _NO_COLON.fullmatch(lines[number])
    if match is not None and match["key"] in KNOWN_KEYS:
        line = f"{match['head']}{match['key']}: {match['value']}".rstrip()
        yield with_line("yaml_needs_colon", lines, number, line, match.end("key") + 1)


def _bullet(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    match = _BULLET.fullmatch(lines[number])
    if match is not None:
        yield with_line("yaml_needs_dash", lines, number, f"{match['indent']}- {match['rest']}")


def _comment(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """A comment as other languages write it."""
    match = _COMMENT.fullmatch(lines[number])
    if match is not None:
        yield with_line("yaml_needs_hash", lines, number, f"{match['indent']}# {match['text']}")


def _fences(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """The lines around a piece of code, which came along when it was copied."""
    fences = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line)]
    if number in fences:
        first, last = fences[0], fences[-1]
        kept = tuple(line for line in lines[first : last + 1] if not _FENCE.fullmatch(line))
        yield Repair("yaml_fence", first + 1, 1, kept, last - first + 1)


def _end(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """A line that ends the front matter of a lesson, in a file that has none."""
    if lines[number].strip() == "---":
        yield Repair("yaml_end", number + 1, 1, ())


def _add_dash(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    line = lines[number]
    if key_of(line) in KNOWN_KEYS and not line.lstrip().startswith("-"):
        for indent in (indent_of(line) - 2, indent_of(line)):
            if indent >= 0:
                yield with_line("yaml_needs_dash", lines, number, f"{' ' * indent}- {line.lstrip()}")


def _take_dash(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    match = _DASH.fullmatch(lines[number])
    if match is not None:
        start = match["indent"] if match["rest"].startswith("- ") else f"{match['indent']}  "
        yield with_line("yaml_extra_dash", lines, number, f"{start}{match['rest']}")


def _indent(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """The line moved to where lines near it begin, nearest first."""
    line = lines[number]
    if not is_said(line):
        return
    now, has_tab = indent_of(line), "\t" in line[: indent_of(line)]
    near = [one for one in lines[max(0, number - _NEAR) : number + _NEAR] if is_said(one)]
    ends = {indent_of(one) for one in near} | {len(one) - len(one.lstrip(" -")) for one in near}
    above = [one for one in lines[:number] if is_said(one)][-1:]
    ends |= {indent_of(one) + 2 for one in above}
    wanted = sorted(ends - (set() if has_tab else {now}), key=lambda end: (abs(end - now), -end))
    for end in wanted[:_MOST_INDENTS]:
        code = "yaml_tab_spaces" if has_tab else "yaml_needs_indent"
        params = {"now": str(now), "spaces": str(end)}
        yield Repair(code, number + 1, 1 if has_tab else now + 1, (" " * end + line.lstrip(),), params=params)


def _rename(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """The key that was meant. It is told already; that the right key is missing need not be told as well."""
    meant = dict(fault.params).get("suggestion", "")
    start = fault.position.column - 1
    match = re.compile(r"[^:]*").match(lines[number], start)
    if meant and match is not None:
        line = lines[number]
        yield Repair("", number + 1, fault.position.column, (f"{line[:start]}{meant}{line[match.end() :]}",))


def _text_key(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """An item that is a text, where a text with something beside it is asked."""
    match = _DASH.fullmatch(lines[number])
    if match is not None and not key_of(lines[number]):
        yield with_line("better_item", lines, number, f"{match['indent']}- text: {match['rest']}")


def _behind_hash(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """A text that begins with a hash, which leaves its key empty."""
    if lines[number][fault.position.column - 1 :].lstrip().startswith("#"):
        yield from quoted(lines, number, fault)


def _list_as_text(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """A list where a text is asked, which may be a list in Markdown."""
    above = number - 1
    if above >= 0 and re.fullmatch(r"[ \t]*(?:- )?[a-z_]+:[ \t]*", lines[above]):
        better = f"{lines[above].rstrip()} |-"
        yield with_line("better_block", lines, above, better, len(better) - 2)


def _one_item(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """A text where a list is asked."""
    start = fault.position.column - 1
    text = lines[number][start:].strip()
    if text and key_of(lines[number]):
        item = text if text[0] in "\"'" else '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))
        yield with_line("better_list", lines, number, f"{lines[number][:start]}[{item}]", start + 1)


_IN_SYNTAX: tuple[Rule, ...] = (
    _false_space, _comment, _fences, _space_after_colon, _colon, quoted_flow, quoted, _bullet, _add_dash, _take_dash,
    _indent,
)  # fmt: skip
_IN_SHAPE: dict[str, tuple[Rule, ...]] = {
    "duplicate_key": (_add_dash,),
    "missing_key": (_false_space, _take_dash),
    "second_document": (_end,),
    "expected_list": (_add_dash, _one_item),
    "expected_mapping": (_text_key,),
    "expected_text": (quoted, _list_as_text),
    "empty_value": (_behind_hash,),
    "unknown_key": (quoted_flow,),
    "unknown_key_suggestion": (_false_space, quoted_flow, _rename),
    **dict.fromkeys(
        ("bad_id", "expected_flag", "expected_number", "expected_whole_number", "expected_percentage", "not_one_of"),
        (other_values,),
    ),
    "unknown_type_suggestion": (other_values,),
}
