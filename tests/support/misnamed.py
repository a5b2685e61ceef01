"""Good files in which something has another name, none, or the same as its neighbour. See `support.mutants`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import yaml

from support.mutants import Entry, Mutant, at, end_of, entries, first_of_each, where, with_value

if TYPE_CHECKING:
    from collections.abc import Iterator

REFERENCES = {"quiz", "lesson", "level", "goto", "start", "dimension", "statement", "sign"}
LISTS_OF_REFERENCES = {"see", "sources"}

NEEDED = {
    "course_id", "title", "summary", "quiz", "questions", "type", "prompt", "choices", "text", "goto", "steps",
    "endings", "start", "outcome", "items", "pairs", "left", "right", "categories", "name", "gaps", "accept", "answer",
    "scale", "dimensions", "statements", "statement", "profiles", "caveats", "kind", "from", "id", "extra", "leerpad",
    "terms", "term", "authors", "certainty", "shows", "limit",
}  # fmt: skip
"""Keys that can't be left out where a good file has them; `_is_needed` adds those that only sometimes can."""

NEEDED_BY = {
    "mode": "pass_mark", "shuffle": "pinned", "when": "profiles",
    "space_sensitive": "reject", "accent_sensitive": "reject", "case_sensitive": "reject",
}  # fmt: skip
"""Keys that can be left out, unless this other key is there too."""


def keys(text: str) -> Iterator[Mutant]:
    """Every key misspelt, in capitals, given twice, removed."""
    for entry in first_of_each(text):
        start, end = entry.key.start_mark.index, entry.key.end_mark.index
        if _is_chosen(entry):
            lines = _naming(text, entry.name)
            yield Mutant("name misspelt", where(entry), f"{text[:start]}{slip(entry.name)}{text[end:]}", lines)
        else:
            yield Mutant("key misspelt", where(entry), f"{text[:start]}{slip(entry.name)}{text[end:]}", at(entry))
            yield Mutant("key capital", where(entry), f"{text[:start]}{entry.name.upper()}{text[end:]}", at(entry))
        yield _doubled(text, entry)
        may_hold_less = "when" in entry.inside or entry.name == "dimension"
        if len(entry.holder.value) > 1 and not may_hold_less:
            yield _removed(text, entry)


def _is_chosen(entry: Entry) -> bool:
    """Whether the author gave the key its name."""
    return entry.inside[-1:] in (("gaps",), ("steps",), ("endings",)) or ("when" in entry.inside)


def _naming(text: str, name: str) -> frozenset[int]:
    """The lines that say this name: a name that is misspelt once is told where it is used, or where it stands.

    In a text of several lines it is told where the text begins.
    """
    numbers = {number for number, line in enumerate(text.split("\n"), 1) if re.search(rf"\b{name}\b", line)}
    holders = [entry for entry in entries(text) if isinstance(entry.value, yaml.ScalarNode)]
    begins = {entry.line for entry in holders if re.search(rf"\b{name}\b", entry.value.value)}
    return frozenset(numbers | begins)


def slip(word: str) -> str:
    return word[0] + word[2:] if len(word) > 2 else word + word[-1]


def _doubled(text: str, entry: Entry) -> Mutant:
    start, end = entry.key.start_mark.index, end_of(text, entry.value)
    copy = text[start:end]
    if entry.holder.flow_style:
        changed = f"{text[:end]}, {copy}{text[end:]}"
        line = entry.value.end_mark.line + 1
    else:
        changed = f"{text[:end].rstrip(chr(10))}\n{' ' * entry.key.start_mark.column}{copy}{text[end:]}"
        line = text[:end].rstrip("\n").count("\n") + 2
    return Mutant("key twice", where(entry), changed, frozenset({line}))


def _removed(text: str, entry: Entry) -> Mutant:
    pairs = entry.holder.value
    if entry.number + 1 < len(pairs):
        start, end = entry.key.start_mark.index, pairs[entry.number + 1][0].start_mark.index
    else:
        start, end = end_of(text, pairs[entry.number - 1][1]), end_of(text, entry.value)
    changed = text[:start] + text[end:]
    reaches = entry.name == "mode"  # the test of a level is no test any more
    return Mutant("key removed", where(entry), changed, _missed(text, changed, entry), reaches)


def _missed(text: str, changed: str, entry: Entry) -> frozenset[int] | None:
    """Where it is told that a key is gone: where its block begins, or at what needs it."""
    if _is_chosen(entry):
        return _naming(changed, entry.name)
    if entry.name == "correct" and entry.inside[-1:] == ("choices",) and _is_needed(entry, text):
        return frozenset({min(other.first_line for other in entries(changed) if other.inside == entry.inside)})
    needy = NEEDED_BY.get(entry.name, "") if entry.inside or entry.name == "mode" else ""
    lines = frozenset(other.line for other in entries(changed) if needy in (other.name, *other.inside))
    return frozenset({entry.first_line}) if _is_needed(entry, text) else lines or None


def _is_needed(entry: Entry, text: str) -> bool:
    kind = next((pair[1].value for pair in entry.holder.value if pair[0].value == "type"), "")
    if entry.name == "correct":
        return kind == "true_false" or text.count("correct: true") == 1
    if entry.name == "feedback":
        return "reject" in entry.inside
    if entry.name == "explanation":
        return entry.inside == ("terms",)
    if entry.name == "kind" and entry.inside:
        return True
    if entry.name == "sources":
        return isinstance(entry.value.value[0], yaml.MappingNode)
    if entry.name in ("bands", "kind"):
        return len(entry.inside) == 0 and any(pair[0].value == "scale" for pair in entry.holder.value)
    return entry.name in NEEDED


def references(text: str) -> Iterator[Mutant]:
    """Every name of another thing, misspelt and made up."""
    for entry in first_of_each(text):
        for item in entry.value.value if entry.name in LISTS_OF_REFERENCES else ():
            if isinstance(item, yaml.ScalarNode):
                start, end = item.start_mark.index, item.end_mark.index
                changed = f"{text[:start]}{slip(item.value)}{text[end:]}"
                yield Mutant("reference in a list", where(entry), changed, frozenset({item.start_mark.line + 1}))
        if entry.name in REFERENCES and isinstance(entry.value, yaml.ScalarNode):
            for written in ("niets-zoals-dit", slip(entry.value.value)):
                yield Mutant("reference", f"{where(entry)} {written}", with_value(text, entry, written), at(entry))
    for match in re.finditer(r"\{\{([a-z]+)\}\}", text):
        changed = f"{text[: match.start(1)]}{slip(match[1])}{text[match.end(1) :]}"
        holder = next(entry for entry in reversed(entries(text)) if entry.key.start_mark.index < match.start())
        yield Mutant("gap misspelt", match[1], changed, frozenset({holder.value.start_mark.line + 1}))
    for match in re.finditer(r"\]\(([^)]+)\)", text):
        changed = f"{text[: match.start(1)]}{slip(match[1])}{text[match.end(1) :]}"
        yield Mutant("link", match[1], changed, frozenset({text[: match.start()].count("\n") + 1}))


def same_ids(text: str) -> Iterator[Mutant]:
    """Two things in one list with the same id."""
    lists: dict[tuple[str | int, ...], list[Entry]] = {}
    for entry in entries(text):
        if entry.name == "id":
            lists.setdefault(entry.place[:-2], []).append(entry)
    for same in lists.values():
        for first, second in pairwise(same):
            changed = with_value(text, second, first.value.value)
            reaches = second.inside in (("sources",), ("terms",))  # who refers to the second finds nothing
            yield Mutant("id twice", where(second), changed, at(second), reaches)
