"""The JSON Schema of a quiz, made from the models: completion, hover texts and errors in an author's editor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from leerpad.course.models import QuizFile

if TYPE_CHECKING:
    from leerpad.locales import Locale

SCHEMA_FILE = "quizzes/quiz.schema.json"


def quiz_schema(locale: Locale) -> str:
    """The schema as text. Descriptions come from the locale, under `schema.<key>`; raises KeyError if one lacks."""
    schema = QuizFile.model_json_schema(by_alias=True)
    schema["title"] = locale.text("schema.title")
    for definition in [schema, *schema.get("$defs", {}).values()]:
        definition.pop("description", None)
        if definition is not schema:
            definition.pop("title", None)
        for key, value in definition.get("properties", {}).items():
            _describe(value, locale.text(f"schema.{key}"))
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _describe(value: dict[str, Any], text: str) -> None:
    value.pop("title", None)
    value["description"] = text
    # A scalar without quotes may look like a number or a truth value to an editor; to us it is text until a model
    # says otherwise.
    parts = [value, *value.get("anyOf", [])]
    for part in [*parts, *(part["items"] for part in parts if "items" in part)]:
        if part.get("type") == "string" and "pattern" not in part:
            part["type"] = ["string", "number", "boolean"]
