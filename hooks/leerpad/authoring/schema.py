"""The JSON Schemas of what authors write, made from the models: completion, hover texts and errors in an editor."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypedDict

from leerpad.authoring.snippets import snippets
from leerpad.course.model.bibliography import BibliographyFile
from leerpad.course.model.files import LevelFile, QuizFile
from leerpad.course.model.glossary import GlossaryFile
from leerpad.course.scan.conditions import WORDS
from leerpad.course.scan.model import ScanFile
from leerpad.questions import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable

    from leerpad.locales import Locale
    from leerpad.source.shape import Shaped


Schema = dict[str, Any]
"""A JSON Schema, or a part of one, as pydantic makes it."""


class KeyRow(TypedDict):
    """A key that an author may write: its path (`choices.text`), its meaning, and whether it must be there."""

    path: str
    text: str
    required: bool


def quiz_schema(locale: Locale) -> str:
    """The schema of quizzes and scans, as text. Words come from the locale; raises KeyError if one lacks."""
    definitions: Schema = {}
    for model in (QuizFile, ScanFile):
        made = model.model_json_schema(by_alias=True)
        definitions |= made.pop("$defs", {}) | {model.__name__: made}
    for key in ("when", "says"):
        definitions["Profile"]["properties"][key] = {"$ref": "#/$defs/Condition"}
    for definition in definitions.values():
        _describe(definition, locale)
    definitions["QuizFile"]["properties"]["questions"]["items"] = _any_question(definitions, locale)
    schema = {
        "$defs": definitions | {"Condition": _condition(locale)},
        "title": locale.text("schema.document"),
        "type": "object",
        "properties": {"kind": _one_of("kind", ["quiz", "scan"], locale)},
        "if": {"properties": {"kind": {"const": "scan"}}, "required": ["kind"]},
        "then": {"$ref": "#/$defs/ScanFile"},
        "else": {"$ref": "#/$defs/QuizFile"},
    }
    return _as_text(schema)


def level_schema(locale: Locale) -> str:
    """The schema of a level.yml, as text."""
    schema = LevelFile.model_json_schema(by_alias=True)
    _describe(schema, locale)
    return _as_text({"title": locale.text("schema.level_document")} | schema)


def glossary_schema(locale: Locale) -> str:
    """The schema of docs/glossary.yml, as text."""
    return _list_schema(GlossaryFile, "schema.glossary_document", locale)


def bibliography_schema(locale: Locale) -> str:
    """The schema of docs/sources.yml, as text."""
    return _list_schema(BibliographyFile, "schema.bibliography_document", locale)


def _list_schema(model: type[Shaped], title: str, locale: Locale) -> str:
    schema = model.model_json_schema(by_alias=True)
    for definition in (schema, *schema["$defs"].values()):
        _describe(definition, locale)
    return _as_text({"title": locale.text(title)} | schema)


SCHEMAS: dict[str, Callable[[Locale], str]] = {
    "quizzes/quiz.schema.json": quiz_schema,
    "modules/level.schema.json": level_schema,
    "docs/glossary.schema.json": glossary_schema,
    "docs/sources.schema.json": bibliography_schema,
}
"""Where each schema stands in the project, and what makes it."""


def key_rows(model: type[Shaped], common: type[Shaped], locale: Locale) -> list[KeyRow]:
    """The keys of a model that `common` hasn't, top to bottom, those of its parts after a key that holds them."""
    schema = model.model_json_schema(by_alias=True)
    rows = _rows(schema, schema.get("$defs", {}), "", locale)
    return [row for row in rows if row["path"].split(".")[0] not in common.model_fields]


def _rows(part: Schema, parts: Schema, before: str, locale: Locale) -> list[KeyRow]:
    rows: list[KeyRow] = []
    for key, value in part.get("properties", {}).items():
        path = f"{before}{key}"
        rows.append({"path": path, "text": locale.text(f"schema.{key}"), "required": key in part.get("required", ())})
        for name in sorted(set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(value)))):
            rows += _rows(parts[name], parts, f"{path}.", locale)
    return rows


def _any_question(definitions: Schema, locale: Locale) -> Schema:
    """A question: its type decides which keys it has.

    Not “one of all types”: an editor would then have to guess which one was meant, and blame the wrong key.
    """
    names = {name: model.__name__ for name, model in TYPES.items()}
    common = definitions[next(iter(names.values()))]["properties"]
    return {
        "type": "object",
        "required": ["type"],
        "properties": {"id": common["id"], "type": _one_of("type", list(TYPES), locale), "prompt": common["prompt"]},
        "allOf": [
            {
                "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
                "then": {"$ref": f"#/$defs/{definition}"},
            }
            for name, definition in names.items()
        ],
        "defaultSnippets": snippets(locale),
    }


def _condition(locale: Locale) -> Schema:
    """A condition of a profile: its words, and any other key for a dimension."""
    itself: Schema = {"$ref": "#/$defs/Condition"}
    some: Schema = {"type": "array", "items": itself, "minItems": 1}
    flag: Schema = {"type": "boolean"}
    shapes = dict(zip(WORDS, (some, some, itself, flag), strict=True))
    return {
        "type": "object",
        "minProperties": 1,
        "properties": {word: {**shape, "description": locale.text(f"schema.{word}")} for word, shape in shapes.items()},
        "additionalProperties": {"type": ["string", "array"], "items": {"type": "string"}, "minItems": 1},
        "description": locale.text("schema.when"),
    }


def _describe(definition: Schema, locale: Locale) -> None:
    """Give each key of a model its words, and say it as simply as an editor can repeat it."""
    definition.pop("description", None)
    definition.pop("title", None)
    for key, value in definition.get("properties", {}).items():
        _simplify(value, locale)
        if "enum" in value:
            value |= _one_of(key, value["enum"], locale)
        if "const" in value:
            value["description"] = locale.text(f"value.{key}.{value['const']}")
        else:
            value["description"] = locale.text(f"schema.{key}")


def _one_of(key: str, values: list[str], locale: Locale) -> Schema:
    """A choice from a few words, each with its meaning."""
    meanings = [locale.text(f"value.{key}.{value}") for value in values]
    return {"enum": values, "enumDescriptions": meanings, "description": locale.text(f"schema.{key}")}


def _simplify(value: Schema, locale: Locale) -> None:
    """Say in the schema what authors need to know of a value.

    A key may be left out, but then the whole line goes: “or nothing” is no choice. A scalar without quotes may look
    like a number or a truth value to an editor; to us it is text until a model says otherwise.
    """
    value.pop("title", None)
    if value.get("default", ...) is None:
        del value["default"]
    options = [option for option in value.get("anyOf", []) if option != {"type": "null"}]
    if len(options) == 1:
        del value["anyOf"]
        value |= options[0]
    if value.get("type") == "string":
        if "pattern" in value:
            value["patternErrorMessage"] = locale.text(f"schema_fault.{_kind_of(value['pattern'])}")
        elif "const" not in value and "enum" not in value:
            value["type"] = ["string", "number", "boolean"]
    for part in [*value.get("anyOf", []), value.get("items"), value.get("additionalProperties")]:
        if isinstance(part, dict):
            _simplify(part, locale)


def _kind_of(pattern: str) -> str:
    return "percentage" if "%" in pattern else "id"


def _as_text(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
