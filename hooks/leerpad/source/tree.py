"""A YAML document as a tree in which every node knows its place.

We stand on PyYAML's scanner and parser (its events) and build our own tree, because its constructor guesses:
it turns `Yes` into true, `12:30` into 750, `1.10` into 1.1, and lets the last duplicate key win. Here a scalar
is text until a model says otherwise, and a key given twice is a fault. Anchors, tags and second documents are
refused: authors don't need them, and they are how a small file explodes or runs code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from leerpad.source.diagnostics import START, Fault, Position, Report
from leerpad.source.syntax import FALSE_SPACE, character_fault, position_of, space_code, syntax_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.source.files import SourceText

_Loader = type[yaml.SafeLoader] | type[yaml.CSafeLoader]
_FAST_LOADER: _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a PyYAML built without libyaml lacks it

_TAGGED = (ScalarEvent, SequenceStartEvent, MappingStartEvent)
_BLANKS = {" ", "\t"}

_COMMENT = re.compile(r"[ \t]+(?P<text>#(?![ \t]*(?:negeer|ignore)[ \t]*:).*)")

MAX_DEPTH = 40
MOST_READ_TWICE = 500_000
"""Letters of a text that is read again, slowly, when it has a fault: a second or two."""

Data = str | None | list["Data"] | dict[str, "Data"]
"""What YAML says without its places: text, nothing, lists and dictionaries."""

_EMPTY = {"", "~", "null", "Null", "NULL"}  # YAML 1.2 core schema, section 10.3.2


@dataclass(slots=True)  # not frozen: that takes four times as long to make, and a course has a hundred thousand
class Scalar:
    """Text. `is_plain` tells that it stood without quotes. Nobody changes it."""

    text: str
    is_plain: bool
    position: Position

    def data(self) -> str | None:
        """The text itself, or None for an empty value."""
        return None if self.is_plain and self.text in _EMPTY else self.text


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: list[Node]
    position: Position

    def data(self) -> list[Data]:
        """A plain list."""
        return [item.data() for item in self.items]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with nodes, in the order written."""

    entries: dict[str, Node]
    key_positions: dict[str, Position]
    position: Position

    def data(self) -> dict[str, Data]:
        """A plain dictionary."""
        return {key: node.data() for key, node in self.entries.items()}


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """The document uses something that a course file may not hold."""

    def __init__(self, code: str, event: Event) -> None:
        self.code = code
        self.position = position_of(event.start_mark)


def read_tree(source: SourceText, report: Report, first_line: int = 1, *, tags_allowed: bool = False) -> Mapping | None:
    """Parse YAML into a tree; None, and a fault, if it isn't a mapping or can't be parsed.

    `first_line` is the line of the file where the text begins (front matter begins on line 2). `tags_allowed`
    lets tags pass as if they were not there: MkDocs' own configuration uses them.
    """

    node, fault = _built(source, report, first_line, tags_allowed)
    if fault is not None:
        line, column = fault.place
        report.note(source.path, [fault.at(Position(line + first_line - 1, column))])
        return None
    if node is None or (isinstance(node, Scalar) and node.data() is None):
        report.fault(source.path, Position(first_line, 1), "empty_file")
        return None
    if not isinstance(node, Mapping):
        report.fault(source.path, node.position, "not_a_mapping")
        return None
    return node


def _built(
    source: SourceText, report: Report, first_line: int, tags_allowed: bool
) -> tuple[Node | None, Fault[Position] | None]:
    is_short = len(source.text) <= MOST_READ_TWICE and not source.is_trial
    # The second is ten times slower, but its messages and marks are the same on every machine.
    loaders = [_FAST_LOADER, yaml.SafeLoader] if is_short else [_FAST_LOADER]
    fault = None
    for loader in loaders:
        try:
            return _Builder(source, report, first_line, tags_allowed, loader).build(), None
        except _RefusedError as refused:
            return None, Fault(refused.code, refused.position)
        except yaml.reader.ReaderError as error:
            fault = character_fault(error, source.text)
        except yaml.MarkedYAMLError as error:
            fault = syntax_fault(error, source.text, may_scan=is_short and loader is loaders[-1])
    return None, fault


class _Builder:
    """Builds the tree from events, without recursion: a deep document can't exhaust the stack.

    A course has a hundred thousand events, so that each of the few lines for one counts.
    """

    def __init__(
        self, source: SourceText, report: Report, first_line: int, tags_allowed: bool, loader: _Loader
    ) -> None:
        self.path = source.path
        self.report = report
        self.first_line = first_line
        self.tags_allowed = tags_allowed
        self.text = source.text
        self.loader = loader
        self.root: Node | None = None
        self.open_nodes: list[tuple[Sequence | Mapping, Scalar | None]] = []
        """The nodes that aren't complete yet, each with the key under which it will stand."""
        self.parent: Sequence | Mapping | None = None
        self.key: Scalar | None = None
        """In a mapping: the key that waits for its value."""

    def build(self) -> Node | None:
        documents = 0
        for event in self._events():
            if type(event) is ScalarEvent:
                self._add(event)
            elif type(event) is MappingStartEvent or type(event) is SequenceStartEvent:
                self._open(event)
            elif type(event) is MappingEndEvent or type(event) is SequenceEndEvent:
                node, self.key = self.open_nodes.pop()
                self.parent = self.open_nodes[-1][0] if self.open_nodes else None
                self._attach(node)
                self.root = node
            elif type(event) is AliasEvent:
                self._refuse(event)
            elif type(event) is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise _RefusedError("second_document", event)
        return self.root

    def _events(self) -> Iterator[Event]:
        loader = self.loader(self.text)
        try:
            yield from iter(loader.get_event, None)
        finally:
            loader.dispose()

    def _add(self, event: ScalarEvent) -> None:
        """Put a scalar in its place: as a key, or as a value."""
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        scalar = Scalar(event.value, not event.style, self._place(event))
        if scalar.is_plain:
            self._look_inside(event, scalar)
        if self.key is None and type(self.parent) is Mapping:
            self.key = scalar
        else:
            self._attach(scalar)
            self.root = self.root or scalar

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        """Begin a node that holds others."""
        self._refuse(event)
        if self.key is None and type(self.parent) is Mapping:
            raise _RefusedError("yaml_braces" if self._is_second_brace(event) else "key_not_text", event)
        if len(self.open_nodes) >= MAX_DEPTH:
            raise _RefusedError("too_deep", event)
        place = self._place(event)
        self.parent = Mapping({}, {}, place) if type(event) is MappingStartEvent else Sequence([], place)
        self.open_nodes.append((self.parent, self.key))
        self.key = None

    def _attach(self, node: Node) -> None:
        """Put a finished node into its parent; no key waits then."""
        parent, key = self.parent, self.key
        if type(parent) is Sequence:
            parent.items.append(node)
        elif type(parent) is Mapping and key is not None:
            if key.is_plain and not key.text.isascii():
                self._look_at_key(key)
            if key.text in parent.entries:
                first = parent.key_positions[key.text]
                self.report.fault(self.path, key.position, "duplicate_key", key=key.text, line=first.line)
            else:
                parent.entries[key.text] = node
                parent.key_positions[key.text] = key.position
        self.key = None

    def _look_at_key(self, key: Scalar) -> None:
        strange = FALSE_SPACE.match(key.text)
        if strange is not None:
            character = f"U+{ord(strange[1]):04X}"
            self.report.fault(self.path, key.position, space_code(strange[1]), character=character)

    def _refuse(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent) or event.anchor is not None:
            raise _RefusedError("yaml_alias", event)
        if isinstance(event, _TAGGED) and event.tag is not None and not self.tags_allowed:
            raise _RefusedError("yaml_tag", event)

    def _look_inside(self, event: ScalarEvent, scalar: Scalar) -> None:
        """What YAML takes for text, and no author means so: a list that lost a dash or a bracket."""
        first, last = event.start_mark, event.end_mark
        if first is None or last is None:
            return
        if scalar.text.endswith("]") and "[" not in scalar.text:
            self.report.fault(self.path, scalar.position, "yaml_half_list")
        if self.text[last.index : last.index + 1] in _BLANKS:
            self._look_behind(last.index, position_of(last), scalar)
        if first.line == last.line:
            return
        for number, line in enumerate(self.text[first.index : last.index].split("\n")[1:], start=1):
            if re.match(r"[ \t]*-[ \t]", line):
                place = Position(scalar.position.line + number, len(line) - len(line.lstrip()) + 1)
                self.report.fault(self.path, place, "yaml_dash")

    def _look_behind(self, end: int, place: Position, scalar: Scalar) -> None:
        """A sentence with a comment behind it: to YAML, what follows ` #` is no text."""
        behind = _COMMENT.match(self.text, end)
        if behind is None or not scalar.text or self.tags_allowed:
            return
        if " " not in scalar.text and re.match(r"#(\s|$)", behind["text"]):
            return  # behind a word or a number it is a comment, unless it looks like “#1”
        at = Position(place.line + self.first_line - 1, place.column + behind.start("text") - end)
        self.report.advice(self.path, at, "text-after-hash", text=behind["text"].strip())

    def _is_second_brace(self, event: Event) -> bool:
        """Whether the event begins at the second of `{{`: a text with a gap, without quotes."""
        at = event.start_mark.index if event.start_mark else 0
        return at > 0 and self.text[at - 1 : at + 1] == "{{"

    def _place(self, event: Event) -> Position:
        mark = event.start_mark
        return START if mark is None else Position(mark.line + self.first_line, mark.column + 1)
