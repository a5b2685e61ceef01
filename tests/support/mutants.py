"""Good files, broken by rules: each mutant says where its fault must be told, or that it is still good.

The rules look at files through PyYAML's own composer, not through our reader, and know nothing of our models: what a
key may hold is read from what the good file holds there, and from the few tables below.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = {
    "id", "course_id", "quiz", "lesson", "level", "goto", "start", "dimension", "statement", "type", "mode", "kind",
    "scoring", "outcome", "gating", "certainty", "language", "sign", "url", "doi",
}  # fmt: skip
"""Keys whose text must be a certain word."""

CHOSEN_FROM = {"type", "mode", "kind", "scoring", "outcome", "gating", "certainty", "language", "url", "doi"}
ONE_OR_MORE = {"accept", "authors"}
"""Keys that take a list, or one text."""
EMPTY_LISTS = ("terms:", "sources:")
"""How the files begin whose one list may be empty: a course needs no terms and no sources."""


class Mutant(NamedTuple):
    """A file after one slip. A fault must be told at one of `lines`; None: it is still a good file.

    `reaches` tells that it is also a fault of other files: of those that name what is gone. `may_be_good` tells that
    silence is right too: what is left may be a whole file, which the schema of editors must then say as well.
    """

    rule: str
    what: str
    text: str | bytes
    lines: frozenset[int] | None
    reaches: bool = False
    may_be_good: bool = False


class Entry(NamedTuple):
    """A key of a good YAML file. Indexes count characters, lines from 1."""

    place: tuple[str | int, ...]
    key: yaml.ScalarNode
    value: yaml.Node
    holder: yaml.MappingNode
    number: int

    @property
    def name(self) -> str:
        return str(self.key.value)

    @property
    def line(self) -> int:
        return int(self.key.start_mark.line) + 1

    @property
    def first_line(self) -> int:
        """Where the block begins that the key stands in."""
        return int(self.holder.value[0][0].start_mark.line) + 1

    @property
    def inside(self) -> tuple[str, ...]:
        """The keys that lead here."""
        return tuple(step for step in self.place[:-1] if isinstance(step, str))


@cache
def entries(text: str, first_line: int = 1) -> list[Entry]:
    """Every key of a YAML text, top to bottom."""
    found: list[Entry] = []

    def walk(node: yaml.Node, place: tuple[str | int, ...]) -> None:
        if isinstance(node, yaml.MappingNode):
            for number, (key, value) in enumerate(node.value):
                found.append(Entry((*place, key.value), key, value, node, number))
                walk(value, (*place, key.value))
        elif isinstance(node, yaml.SequenceNode):
            for number, item in enumerate(node.value):
                walk(item, (*place, number))

    walk(yaml.compose(text, Loader=yaml.SafeLoader), ())
    return found


def first_of_each(text: str) -> list[Entry]:
    """Of keys that stand in the same place of several things in a list, the first."""
    return list({(*entry.inside, entry.name): entry for entry in reversed(entries(text))}.values())[::-1]


def end_of(text: str, node: yaml.Node) -> int:
    """Where a node really ends: PyYAML lets a block end where the next thing begins."""
    end = int(node.end_mark.index)
    in_block = node.style in ("|", ">") if isinstance(node, yaml.ScalarNode) else not node.flow_style
    return len(text[:end].rstrip()) if in_block else end


def _kind(entry: Entry) -> str:
    node = entry.value
    if isinstance(node, yaml.MappingNode):
        return "mapping"
    if isinstance(node, yaml.SequenceNode):
        return "list"
    if entry.name in NAMES or entry.inside[-1:] == ("when",) or "when" in entry.inside:
        return "flag" if node.value in ("true", "false") else "name"
    if node.style is None:
        for kind, pattern in {"flag": "true|false", "percentage": r"\d+%", "number": r"[-+]?\d+([.,]\d+)?"}.items():
            if re.fullmatch(pattern, node.value):
                return kind
    return "text"


def with_value(text: str, entry: Entry, written: str) -> str:
    start, end = entry.key.end_mark.index, end_of(text, entry.value)
    return f"{text[:start]}: {written}{text[end:]}" if written else f"{text[:start]}:{text[end:]}"


WRONG = {
    "text": "Zomaar iets.",
    "list": "[a, b]",
    "mapping": "{x: y}",
    "number": "7",
    "empty": "",
    "null": "null",
    "blank": "' '",
}
FITS = {
    "text": {"text", "number"},
    "name": {"number"},  # 7 is a name too
    "number": {"number"},
    "list": {"list"},
    "mapping": {"mapping"},
}


def wrong_types(text: str) -> Iterator[Mutant]:
    """Every key with a value of every other type."""
    for entry in first_of_each(text):
        kind = _kind(entry)
        fits = FITS.get(kind, set())
        if entry.name in ONE_OR_MORE or (entry.name == "text" and "reject" in entry.inside):
            fits = {"text", "list", "number"}
        if "when" in entry.inside:
            fits = {"number"}
        if text.startswith(EMPTY_LISTS) and len(entry.place) == 1:
            fits = {"list", "empty", "null"}
        for name, written in WRONG.items():
            if name not in fits:
                yield Mutant(f"{kind} becomes {name}", where(entry), with_value(text, entry, written), at(entry))
    yield from _wrong_items(text)


def _wrong_items(text: str) -> Iterator[Mutant]:
    for entry in first_of_each(text):
        if not isinstance(entry.value, yaml.SequenceNode):
            continue
        for number, item in enumerate(entry.value.value):
            start, end = item.start_mark.index, end_of(text, item)
            line = frozenset({item.start_mark.line + 1})
            for name in ("list", "mapping", "null", "blank"):
                changed = f"{text[:start]}{WRONG[name]}{text[end:]}"
                yield Mutant(f"item becomes {name}", f"{where(entry)}/{number}", changed, line)


def values(text: str) -> Iterator[Mutant]:
    """Numbers, percentages, words to choose from and ids that can't be."""
    for entry in first_of_each(text):
        kind, bad = _kind(entry), list[str]()
        if kind == "number":
            bad = ["veel", "1e3x", "1 2"] + ([] if entry.name == "answer" else ["-1"])
        elif kind == "percentage":
            bad = ["101%", "-5%", "70", "70 procent", "%", "nan%"]
        elif kind == "flag":
            bad = ["yes", "ja", "True", "1"]
        elif entry.name in CHOSEN_FROM:
            bad = ["onzin", "'1'"]
        elif entry.name in ("id", "course_id"):
            bad = ["Geen Id", "met_streep", "'-x'", "één", "a--b", "'x '' y'"]
        for written in bad:
            yield Mutant(f"bad {kind}", f"{where(entry)} {written}", with_value(text, entry, written), at(entry))


def at(entry: Entry) -> frozenset[int]:
    return frozenset({entry.line})


def where(entry: Entry) -> str:
    return "/".join(map(str, entry.place))
