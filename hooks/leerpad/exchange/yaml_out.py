"""Questions as YAML that an author can read and go on with: the keys in the usual order, remarks as comments."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from leerpad.exchange.foreign import printable
from leerpad.source.scalars import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_INDENT = "  "
_WIDTH = 112
_QUESTION = 2  # how deep the keys of a question stand
_RAW = {"answer", "tolerance"}
"""Keys whose texts are numbers, and stand without quotation marks."""


def quiz_text(head: Mapping[str, str], remarks: Iterable[str], questions: Iterable[str]) -> str:
    """A whole quiz file. `head`: its keys; `remarks`: comments above them; `questions`: items made by `item_text`."""
    lines = [line for remark in remarks for line in comment(remark, "")]
    lines += [f"{key}: {yaml_text(value)}" for key, value in head.items()]
    return "\n".join([*lines, "questions:", *questions]) + "\n"


def item_text(data: Mapping[str, object], remarks: Iterable[str]) -> str:
    """One question as an item of a list, its remarks above it."""
    lines = [line for remark in remarks for line in comment(remark, _INDENT)]
    body = list(_mapping(data, 2))
    body[0] = f"{_INDENT}- {body[0].lstrip()}"
    return "\n".join([*lines, *body])


def comment(text: str, indent: str) -> list[str]:
    """A text as lines of comment."""
    line = " ".join(printable(text).split())
    return textwrap.wrap(line, _WIDTH, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}#   ")


def _mapping(data: Mapping[str, object], depth: int) -> Iterable[str]:
    indent = _INDENT * depth
    for key, value in data.items():
        says_false = value is False and key == "correct" and depth == _QUESTION
        if value in (None, "", [], {}) or (value is False and not says_false):
            continue
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _mapping(value, depth + 1)
        elif isinstance(value, list):
            yield f"{indent}{key}:"
            yield from _sequence(value, depth + 1)
        else:
            yield from _scalar(f"{indent}{key}:", value, depth, is_raw=key in _RAW)


def _sequence(values: list[object], depth: int) -> Iterable[str]:
    indent = _INDENT * depth
    for value in values:
        if isinstance(value, dict):
            first, *rest = [*_mapping(value, depth + 1)] or ["{}"]
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield from _scalar(f"{indent}-", value, depth, is_raw=False)


def _scalar(head: str, value: object, depth: int, *, is_raw: bool) -> Iterable[str]:
    if isinstance(value, bool):
        yield f"{head} {str(value).lower()}"
    elif isinstance(value, (int, float)):
        yield f"{head} {value:g}"
    elif is_raw:
        yield f"{head} {value}"
    elif "\n" in str(value):
        yield f"{head} |-"
        yield from (f"{_INDENT * (depth + 1)}{line}".rstrip() for line in str(value).split("\n"))
    else:
        yield f"{head} {yaml_text(str(value))}"
