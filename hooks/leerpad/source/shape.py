"""From a tree to a pydantic model: every fault is reported at its own line, none stops the next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from leerpad.source.limits import LIMITS
from leerpad.source.model_keys import KNOWN_KEYS, keys_at, shared
from leerpad.source.names import ID_PATTERN, Names, did_you_mean, listed, suggestion
from leerpad.source.tangles import report_tangled_values
from leerpad.source.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.source.diagnostics import Position, Report

KeyPath = tuple[str | int, ...]  # the way to a value in a model: ("choices", 2, "correct")


class Shaped(BaseModel):
    """A thing that authors write: unknown keys are faults, and nothing changes once it is read."""

    # A model that others hold, or that a course doesn't need, is never built by itself.
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: object) -> None:
        KNOWN_KEYS.update(field.alias or name for name, field in cls.model_fields.items())

    def model_post_init(self, _context: object) -> None:
        """Keep the keys that are written in a set that others have too; a copy of the model copies the set."""
        object.__setattr__(self, "__pydantic_fields_set__", shared(self.__pydantic_fields_set__))


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).strip() in ("true", "false"):  # YAML 1.2: `yes`, `on` and `ja` are text
        return str(value).strip() == "true"
    raise PydanticCustomError("not_a_flag", "only true or false")


def _percentage(value: object) -> float:
    text = str(value).strip()
    number = text.removesuffix("%").strip().replace(",", ".")
    try:
        fraction = float(number) / 100
    except ValueError:
        fraction = -1.0
    if not text.endswith("%") or not 0 <= fraction <= 1:
        raise PydanticCustomError("not_a_percentage", "a percentage from 0% to 100%")
    return fraction


def _number(value: object) -> Decimal:
    text = str(value).strip()
    if not re.fullmatch(r"[-+]?\d+([.,]\d+)?", text):
        raise PydanticCustomError("not_a_number", "a number with a comma or a point")
    if re.fullmatch(r"[-+]?[1-9]\d{0,2}[.,]\d{3}", text):
        raise PydanticCustomError("ambiguous_number", "thousands or thousandths")
    return Decimal(text.replace(",", "."))


def _list_of(value: object) -> object:
    return [value] if isinstance(value, str) else value


Flag = Annotated[bool, BeforeValidator(_flag, json_schema_input_type=bool)]
"""`true` or `false`, nothing else."""

_WrittenPercentage = Annotated[str, StringConstraints(pattern=r"^\s*\d+([.,]\d+)?\s*%\s*$")]  # only for the schema
Percentage = Annotated[float, BeforeValidator(_percentage, json_schema_input_type=_WrittenPercentage)]
"""Written as `70%`, held as a fraction from 0 to 1."""

AsNumber = BeforeValidator(_number, json_schema_input_type=float | str)
"""For a Decimal: written with a comma or a point, held exactly."""

Text = Annotated[str, StringConstraints(min_length=1)]
"""Text that isn't empty. In quizzes it is Markdown."""

Texts = Annotated[
    tuple[Text, ...],
    Field(min_length=1),
    BeforeValidator(_list_of, json_schema_input_type=Text | Annotated[list[Text], Field(min_length=1)]),
]
"""A list of texts; one text may stand without a list."""

Id = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$", max_length=LIMITS["id"])]
"""A permanent name: small letters, digits and single hyphens, and no longer than stored progress can hold."""

Count = Annotated[int, Field(ge=1)]

ModelT = TypeVar("ModelT", bound=Shaped)


@dataclass(frozen=True)
class ModelFile(Generic[ModelT]):
    """A model and the file it was read from. Without its tree it takes little room, and can't be asked for lines."""

    path: str
    model: ModelT


@dataclass(frozen=True)
class Document(ModelFile[ModelT]):
    """A model with the tree it was read from, so that later checks can point at the line."""

    node: Mapping

    def position(self, place: KeyPath = ()) -> Position:
        """Where the value at `place` (keys and indexes) begins, or the nearest thing above it."""
        return locate(self.node, place)


def with_tree(file: ModelFile[ModelT]) -> Document[ModelT]:
    """The file with its tree. Raises TypeError if that was not kept."""
    if not isinstance(file, Document):
        raise TypeError(f"{file.path}: the tree is gone")
    return file


def shape(path: str, node: Mapping, model: type[ModelT], report: Report) -> Document[ModelT] | None:
    """Make a `model` of the tree, or None with all of its faults in the report."""
    empty = dict(_empty_values(node, ""))
    report_tangled_values(path, node, report)
    document = None
    try:
        document = Document(path, model.model_validate(node.data()), node)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            _report(path, node, model, details, report)
            empty.pop(locate(node, details["loc"]), None)
    for position, key in empty.items():
        report.fault(path, position, "empty_value", key=_short(key))
    return None if empty else document


def _empty_values(node: Node, key: str) -> Iterator[tuple[Position, str]]:
    """Keys without a value, each with its place. Also a key that may be left out is a slip when it says nothing."""
    if isinstance(node, Mapping):
        for name, value in node.entries.items():
            yield from _empty_values(value, name)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _empty_values(item, key)
    elif node.data() is None:
        yield node.position, key


def locate(node: Node, place: KeyPath, *, of_key: bool = False) -> Position:
    """The position of the value at `place`, or of its key; as deep as the tree goes."""
    position = node.position
    for step in place:
        if isinstance(node, Mapping) and isinstance(step, str):
            if step not in node.entries:
                # Pydantic names the member of a union in its path; the author's file has no such level.
                continue
            position = node.key_positions[step] if of_key else node.entries[step].position
            node = node.entries[step]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            position = node.position
        else:
            break
    return position


_EXPECTED = {
    "string_type": "text",
    "list_type": "list",
    "tuple_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "int_type": "whole_number",
    "int_parsing": "whole_number",
    "int_from_float": "whole_number",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "not_a_number": "number",
    "not_a_flag": "flag",
    "not_a_percentage": "percentage",
    "not_a_year": "year",
    "not_a_day": "day",
    "not_a_url": "url",
    "not_a_doi": "doi",
    "not_an_origin": "origin",
    "not_a_color": "color",
    "not_a_font": "font",
    "not_a_completion": "completion",
    "not_an_iri": "iri",
    "not_a_role": "role",
    "not_review_days": "review_days",
}
_LIMITS = {"greater_than_equal": "ge", "greater_than": "gt", "less_than_equal": "le"}
_OF_IDS = {"string_pattern_mismatch", "string_too_long"}
_OF_ONE_VALUE = {
    *(kind for kind, what in _EXPECTED.items() if what not in ("text", "list", "mapping", "role", "review_days")),
    *_LIMITS,
    "literal_error",
    "union_tag_invalid",
}


def _report(path: str, root: Mapping, model: type[Shaped], details: ErrorDetails, report: Report) -> None:
    kind, place, context = details["type"], details["loc"], details.get("ctx", {})
    if place and place[-1] == "[key]":  # pydantic's word for a name that the author gives to a part
        at = locate(root, place[:-1], of_key=True)
        code, params = _wrong_id(kind, str(details["input"]), "id")
        report.fault(path, at, code, **params)
    elif kind == "missing":
        report.fault(path, locate(root, place[:-1]), "missing_key", key=place[-1])
    elif kind == "union_tag_not_found":
        report.fault(path, locate(root, place), "missing_key", key="type")
        _report_misspelt_type(path, root, place, keys_at(model, place), report)
    elif kind == "extra_forbidden":
        key, known = str(place[-1]), keys_at(model, place[:-1])
        code, params = _misspelt("unknown_key", key, known)
        report.fault(path, locate(root, place, of_key=True), code, key=_short(key), **params)
    else:
        place = (*place, "type") if kind == "union_tag_invalid" else place
        key = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
        code, params = _wrong_value(kind, key, _node(root, place), context)
        report.fault(path, locate(root, place), code, **params)


def _report_misspelt_type(path: str, root: Mapping, place: KeyPath, known: list[str], report: Report) -> None:
    """Without a type no other key can be judged, but one of them may be the type itself."""
    node = _node(root, place)
    keys = node.key_positions if isinstance(node, Mapping) else {}
    for key, position in keys.items():
        if key not in known and suggestion(key, ["type"]):
            report.fault(path, position, "unknown_key_suggestion", key=_short(key), suggestion="type", known="")


def _wrong_value(kind: str, key: str, node: Node, context: dict[str, object]) -> tuple[str, dict[str, object]]:
    written = node.text if isinstance(node, Scalar) else ""
    params: dict[str, object] = {"key": key, "value": _short(written)}
    if isinstance(node, Scalar) and not written.strip():
        return "empty_value", {"key": key}
    if not isinstance(node, Scalar) and kind in _OF_ONE_VALUE:
        return "expected_value", {"key": key}
    if kind == "union_tag_invalid":
        code, meant = _misspelt("unknown_type", written, _plain(context["expected_tags"]).split(", "))
        return code, {"value": _short(written), **meant}
    if kind == "literal_error":
        return "not_one_of", {**params, "known": _plain(context["expected"])}
    if kind == "ambiguous_number":
        return kind, {**params, "whole": re.sub("[.,]", "", written), "decimal": f"{written}0"}
    if kind == "faint_color":
        return kind, {**params, "suggestion": context["better"]}
    if kind in _OF_IDS:
        return _wrong_id(kind, written, key)
    if kind in _EXPECTED:
        return f"expected_{_EXPECTED[kind]}", params
    if kind == "too_short":
        return "too_few", {"key": key, "minimum": context["min_length"]}
    if kind == "too_long":
        return "too_many", {"key": key, "maximum": context["max_length"]}
    if kind in _LIMITS:
        return kind, {**params, "limit": f"{context[_LIMITS[kind]]:g}"}
    return "invalid_value", params


def _wrong_id(kind: str, written: str, key: str) -> tuple[str, dict[str, object]]:
    params: dict[str, object] = {"key": key, "value": _short(written)}
    if kind == "string_too_long":
        return "id_too_long", {**params, "length": len(written), "maximum": LIMITS["id"]}
    return "bad_id", params


def _misspelt(code: str, word: str, known: list[str]) -> tuple[str, dict[str, object]]:
    return did_you_mean(code, word, Names(known), known=listed(known))


def _node(root: Node, place: KeyPath) -> Node:
    node = root
    for step in place:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.entries.get(step, node)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return node


def _plain(expected: object) -> str:
    return str(expected).replace("'", "").replace(" or ", ", ")


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
