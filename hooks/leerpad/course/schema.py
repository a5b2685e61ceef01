"""The JSON Schema of quizzes and scans, made from the models: completion, hover texts and errors while one writes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from leerpad.course.conditions import WORDS
from leerpad.course.models import QuizFile
from leerpad.course.scan import ScanFile

if TYPE_CHECKING:
    from leerpad.locales import Locale
    from leerpad.source.shape import Shaped

SCHEMA_FILE = "quizzes/quiz.schema.json"


def quiz_schema(locale: Locale) -> str:
    """The schema as text. Descriptions come from the locale, under `schema.<key>`; raises KeyError if one lacks."""
    definitions: dict[str, Any] = {}
    for model in (QuizFile, ScanFile):
        made = model.model_json_schema(by_alias=True)
        definitions |= made.pop("$defs", {}) | {model.__name__: made}
    definitions["Profile"]["properties"]["when"] = {"$ref": "#/$defs/Condition"}
    for definition in definitions.values():
        definition.pop("description", None)
        definition.pop("title", None)
        for key, value in definition.get("properties", {}).items():
            _describe(value, locale.text(f"schema.{key}"))
    schema = {
        "$defs": definitions | {"Condition": _condition(locale)},
        "title": locale.text("schema.document"),
        "type": "object",
        "properties": {"kind": {"enum": ["quiz", "scan"], "description": locale.text("schema.kind")}},
        "if": {"properties": {"kind": {"const": "scan"}}, "required": ["kind"]},
        "then": {"$ref": "#/$defs/ScanFile"},
        "else": {"$ref": "#/$defs/QuizFile"},
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def key_rows(model: type[Shaped], common: type[Shaped], locale: Locale) -> list[dict[str, Any]]:
    """The keys of a model that `common` hasn't, top to bottom, those of its parts after a key that holds them.

    Each row has the path (`choices.text`), the meaning, and whether the key must be there.
    """
    schema = model.model_json_schema(by_alias=True)
    rows = _rows(schema, schema.get("$defs", {}), "", locale)
    return [row for row in rows if row["path"].split(".")[0] not in common.model_fields]


def _rows(part: dict[str, Any], parts: dict[str, Any], before: str, locale: Locale) -> list[dict[str, Any]]:
    rows = []
    for key, value in part.get("properties", {}).items():
        path = f"{before}{key}"
        rows.append({"path": path, "text": locale.text(f"schema.{key}"), "required": key in part.get("required", ())})
        for name in sorted(set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(value)))):
            rows += _rows(parts[name], parts, f"{path}.", locale)
    return rows


def _condition(locale: Locale) -> dict[str, Any]:
    """A condition of a profile: its words, and any other key for a dimension."""
    itself: dict[str, Any] = {"$ref": "#/$defs/Condition"}
    some: dict[str, Any] = {"type": "array", "items": itself, "minItems": 1}
    flag: dict[str, Any] = {"type": "boolean"}
    shapes = dict(zip(WORDS, (some, some, itself, flag), strict=True))
    return {
        "type": "object",
        "minProperties": 1,
        "properties": {word: {**shape, "description": locale.text(f"schema.{word}")} for word, shape in shapes.items()},
        "additionalProperties": {"type": ["string", "array"], "items": {"type": "string"}, "minItems": 1},
        "description": locale.text("schema.when"),
    }


def _describe(value: dict[str, Any], text: str) -> None:
    value.pop("title", None)
    value["description"] = text
    # A scalar without quotes may look like a number or a truth value to an editor; to us it is text until a model
    # says otherwise.
    parts = [value, *value.get("anyOf", [])]
    inside = [kind["items"] for kind in parts if "items" in kind]
    for part in [*parts, *inside, *(option for item in inside for option in item.get("anyOf", []))]:
        if part.get("type") == "string" and "pattern" not in part:
            part["type"] = ["string", "number", "boolean"]
