"""A whole question that an editor writes for an author: the first example of its type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.questions import TYPES
from leerpad.questions.examples import load_examples
from leerpad.source.scalars import yaml_text

if TYPE_CHECKING:
    from leerpad.locales import Locale

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def snippets(locale: Locale) -> list[dict[str, object]]:
    """One for each type, in the form that VS Code's YAML extension reads (`defaultSnippets`)."""
    return [
        {
            "label": name,
            "description": locale.text(f"value.type.{name}"),
            "body": {
                "id": f"${{1:{locale.text('starter.snippet_id')}}}",
                **_body(load_examples(name, locale.language)[0].data),
            },
        }
        for name in TYPES
    ]


def _body(data: dict[str, object]) -> dict[str, object]:
    return {key: _value(value) for key, value in data.items() if key != "id"}


def _value(value: object) -> object:
    """The extension writes texts as they are: what needs quotation marks must bring them."""
    if isinstance(value, dict):
        return {key: _value(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [_value(entry) for entry in value]
    if value in ("true", "false"):
        return value == "true"
    if not isinstance(value, str) or _NUMBER.fullmatch(value):
        return value
    return yaml_text(" ".join(value.split())).replace("$", "\\$")
