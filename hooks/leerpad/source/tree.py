"""A YAML document as a tree in which every node knows its place.

We stand on PyYAML's scanner and parser (its events) and build our own tree, because its constructor guesses:
it turns `Yes` into true, `12:30` into 750, `1.10` into 1.1, and lets the last duplicate key win. Here a scalar
is text until a model says otherwise, and a key given twice is a fault. Anchors, tags and second documents are
refused: authors don't need them, and they are how a small file explodes or runs code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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

from leerpad.source.diagnostics import START, Position, Report

if TYPE_CHECKING:
    from leerpad.source.files import SourceText

_Loader = type[yaml.SafeLoader] | type[yaml.CSafeLoader]
_FAST_LOADER: _Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a PyYAML built without libyaml lacks it

MAX_DEPTH = 40
_EMPTY = {"", "~", "null", "Null", "NULL"}  # YAML 1.2 core schema, section 10.3.2


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text. `is_plain` tells that it stood without quotes."""

    text: str
    is_plain: bool
    position: Position

    def data(self) -> Any:
        """The text itself, or None for an empty value."""
        return None if self.is_plain and self.text in _EMPTY else self.text


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: list[Node]
    position: Position

    def data(self) -> Any:
        """A plain list."""
        return [item.data() for item in self.items]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with nodes, in the order written."""

    entries: dict[str, Node]
    key_positions: dict[str, Position]
    position: Position

    def data(self) -> Any:
        """A plain dictionary."""
        return {key: node.data() for key, node in self.entries.items()}


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """The document uses something that a course file may not hold."""

    def __init__(self, code: str, event: Event) -> None:
        self.code = code
        self.position = _position(event.start_mark)


def read_tree(source: SourceText, report: Report, first_line: int = 1, *, tags_allowed: bool = False) -> Mapping | None:
    """Parse YAML into a tree; None, and a fault, if it isn't a mapping or can't be parsed.

    `first_line` is the line of the file where the text begins (front matter begins on line 2). `tags_allowed`
    lets tags pass as if they were not there: MkDocs' own configuration uses them.
    """

    def moved(position: Position) -> Position:
        return Position(position.line + first_line - 1, position.column)

    try:
        try:
            node = _Builder(source, report, first_line, tags_allowed, _FAST_LOADER).build()
        except yaml.YAMLError:
            # Ten times slower, but its messages and marks are the same on every machine.
            node = _Builder(source, report, first_line, tags_allowed, yaml.SafeLoader).build()
    except yaml.reader.ReaderError as error:
        before = source.text[: error.position]
        place = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
        report.fault(source.path, moved(place), "yaml_character", character=f"U+{ord(_char(error)):04X}")
        return None
    except yaml.MarkedYAMLError as error:
        code, mark = _syntax_fault(error, source.text)
        report.fault(source.path, moved(_position(mark)), code)
        return None
    except _RefusedError as refused:
        report.fault(source.path, moved(refused.position), refused.code)
        return None
    if node is None or (isinstance(node, Scalar) and node.data() is None):
        report.fault(source.path, moved(START), "empty_file")
        return None
    if not isinstance(node, Mapping):
        report.fault(source.path, node.position, "not_a_mapping")
        return None
    return node


class _Builder:
    """Builds the tree from events, without recursion: a deep document can't exhaust the stack."""

    def __init__(
        self, source: SourceText, report: Report, first_line: int, tags_allowed: bool, loader: _Loader
    ) -> None:
        self.path = source.path
        self.report = report
        self.first_line = first_line
        self.tags_allowed = tags_allowed
        self.text = source.text
        self.events = yaml.parse(source.text, Loader=loader)

    def build(self) -> Node | None:
        root: Node | None = None
        open_nodes: list[tuple[Sequence | Mapping, Scalar | None]] = []
        key: Scalar | None = None  # in a mapping: the key that waits for its value
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _RefusedError("second_document", event)
                continue
            if isinstance(event, MappingEndEvent | SequenceEndEvent):
                node, key = open_nodes.pop()
                key = self._attach(open_nodes, key, node)
                root = node
                continue
            if not isinstance(event, NodeEvent):
                continue
            self._refuse(event)
            parent = open_nodes[-1][0] if open_nodes else None
            if isinstance(event, ScalarEvent):
                scalar = Scalar(event.value, not event.style, self._place(event))
                if isinstance(parent, Mapping) and key is None:
                    key = scalar
                else:
                    key = self._attach(open_nodes, key, scalar)
                    root = root or scalar
                continue
            if isinstance(parent, Mapping) and key is None:
                raise _RefusedError("yaml_braces" if self._is_second_brace(event) else "key_not_text", event)
            if len(open_nodes) >= MAX_DEPTH:
                raise _RefusedError("too_deep", event)
            is_mapping = isinstance(event, MappingStartEvent)
            place = self._place(event)
            opened: Sequence | Mapping = Mapping({}, {}, place) if is_mapping else Sequence([], place)
            open_nodes.append((opened, key))
            key = None
        return root

    def _attach(
        self, open_nodes: list[tuple[Sequence | Mapping, Scalar | None]], key: Scalar | None, node: Node
    ) -> Scalar | None:
        """Put a finished node into its parent; gives the key that waits next, which is none."""
        if not open_nodes:
            return None
        parent = open_nodes[-1][0]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif key is not None:
            if key.text in parent.entries:
                first = parent.key_positions[key.text]
                self.report.fault(self.path, key.position, "duplicate_key", key=key.text, line=first.line)
            else:
                parent.entries[key.text] = node
                parent.key_positions[key.text] = key.position
        return None

    def _refuse(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent) or event.anchor is not None:
            raise _RefusedError("yaml_alias", event)
        if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
            has_tag = event.tag is not None and event.tag != "!"
            if has_tag and not self.tags_allowed:
                raise _RefusedError("yaml_tag", event)

    def _is_second_brace(self, event: Event) -> bool:
        """Whether the event begins at the second of `{{`: a text with a gap, without quotes."""
        line, column = _position(event.start_mark)
        return self.text.split("\n")[line - 1][max(column - 2, 0) : column] == "{{"

    def _place(self, event: Event) -> Position:
        line, column = _position(event.start_mark)
        return Position(line + self.first_line - 1, column)


def _position(mark: Any) -> Position:
    return START if mark is None else Position(mark.line + 1, mark.column + 1)


def _char(error: yaml.reader.ReaderError) -> str:
    return error.character if isinstance(error.character, str) else chr(error.character)


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> tuple[str, Any]:
    """Choose the words that help most: PyYAML names the symptom, authors need the cause."""
    mark = error.problem_mark or error.context_mark
    problem = f"{error.context or ''} {error.problem or ''}"
    line = text.split("\n")[mark.line] if mark is not None and mark.line < text.count("\n") + 1 else ""
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
