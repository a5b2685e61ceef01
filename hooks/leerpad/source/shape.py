"""From a tree to a pydantic model: every fault is reported at its own line, none stops the next."""

from __future__ import annotations

import re
import types
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from leerpad.source.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.source.diagnostics import Position, Report

Path = tuple[str | int, ...]


class Shaped(BaseModel):
    """A thing that authors write: unknown keys are faults, and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _flag(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):  # YAML 1.2: `yes`, `on` and `ja` are text
        return value == "true"
    raise PydanticCustomError("not_a_flag", "only true or false")


def _percentage(value: Any) -> Any:
    text = str(value).strip()
    number = text.removesuffix("%").strip().replace(",", ".")
    try:
        fraction = float(number) / 100
    except ValueError:
        fraction = -1.0
    if not text.endswith("%") or not 0 <= fraction <= 1:
        raise PydanticCustomError("not_a_percentage", "a percentage from 0% to 100%")
    return fraction


def _number(value: Any) -> Any:
    if not re.fullmatch(r"[-+]?\d+([.,]\d+)?", str(value)):
        raise PydanticCustomError("not_a_number", "a number with a comma or a point")
    return Decimal(str(value).replace(",", "."))


def _list_of(value: Any) -> Any:
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

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
Id = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$")]
"""A permanent name: small letters, digits and single hyphens."""

Count = Annotated[int, Field(ge=1)]

ModelT = TypeVar("ModelT", bound=Shaped)


@dataclass(frozen=True)
class Document(Generic[ModelT]):
    """A model with the tree it was read from, so that later checks can point at the line."""

    path: str
    node: Mapping
    model: ModelT

    def position(self, place: Path = ()) -> Position:
        """Where the value at `place` (keys and indexes) begins, or the nearest thing above it."""
        return locate(self.node, place)


def shape(path: str, node: Mapping, model: type[ModelT], report: Report) -> Document[ModelT] | None:
    """Make a `model` of the tree, or None with all of its faults in the report."""
    try:
        return Document(path, node, model.model_validate(node.data()))
    except ValidationError as error:
        for details in error.errors(include_url=False):
            _report(path, node, model, details, report)
        return None


def locate(node: Node, place: Path, *, of_key: bool = False) -> Position:
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


def suggestion(word: str, known: Iterable[str]) -> str:
    """The known word that the author probably meant, or an empty text."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return close[0] if close else ""


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
    "not_a_url": "url",
    "not_a_doi": "doi",
}
_LIMITS = {"greater_than_equal": "ge", "greater_than": "gt", "less_than_equal": "le"}


def _report(path: str, root: Mapping, model: type[Shaped], details: ErrorDetails, report: Report) -> None:
    kind, place, context = details["type"], details["loc"], details.get("ctx", {})
    if place and place[-1] == "[key]":  # pydantic's word for a name that the author gives to a part
        report.fault(path, locate(root, place[:-1], of_key=True), "bad_id", key="id", value=details["input"])
        return
    key = next((str(step) for step in reversed(place) if isinstance(step, str)), "")
    at = locate(root, place)
    if kind == "missing":
        report.fault(path, locate(root, place[:-1]), "missing_key", key=key)
    elif kind == "extra_forbidden":
        position = locate(root, place, of_key=True)
        known = _keys_at(model, place[:-1])
        meant = suggestion(key, known)
        code = "unknown_key_suggestion" if meant else "unknown_key"
        report.fault(path, position, code, key=key, suggestion=meant, known=", ".join(known))
    elif kind == "union_tag_invalid":
        known = str(context["expected_tags"]).replace("'", "").split(", ")
        written = str(context["tag"])
        meant = suggestion(written, known)
        code = "unknown_type_suggestion" if meant else "unknown_type"
        at = locate(root, (*place, "type"))
        report.fault(path, at, code, value=written, suggestion=meant, known=", ".join(known))
    elif kind == "union_tag_not_found":
        report.fault(path, at, "missing_key", key="type")
    elif kind == "literal_error":
        report.fault(path, at, "not_one_of", key=key, value=details["input"], known=_plain(context["expected"]))
    elif _is_empty(root, place):
        report.fault(path, at, "empty_value", key=key)
    elif kind == "string_pattern_mismatch":
        report.fault(path, at, "bad_id", key=key, value=details["input"])
    elif kind in _EXPECTED:
        report.fault(path, at, f"expected_{_EXPECTED[kind]}", key=key, value=_short(details["input"]))
    elif kind == "string_too_short":
        report.fault(path, at, "empty_value", key=key)
    elif kind == "too_short":
        report.fault(path, at, "too_few", key=key, minimum=context["min_length"])
    elif kind == "too_long":
        report.fault(path, at, "too_many", key=key, maximum=context["max_length"])
    elif kind in _LIMITS:
        limit = f"{context[_LIMITS[kind]]:g}"
        report.fault(path, at, kind, key=key, value=details["input"], limit=limit)
    else:
        report.fault(path, at, "invalid_value", key=key, value=_short(details["input"]))


def _is_empty(root: Node, place: Path) -> bool:
    node = root
    for step in place:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.entries.get(step, node)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
    return isinstance(node, Scalar) and not node.text.strip()


def _keys_at(model: type[Shaped], place: Path) -> list[str]:
    """The keys that an author may write at `place`, read from the models' annotations."""
    annotation: Any = model
    for step in place:
        if isinstance(step, int):
            annotation = _item_type(annotation)
            continue
        members = _members(annotation)
        holder = next((member for member in members if step in _fields(member)), None)
        named = next((member for member in members if get_origin(member) is dict), None)
        if holder is not None:
            annotation = _fields(holder)[step].annotation
        elif named is not None:  # names that the author chooses
            annotation = get_args(named)[1]
        else:  # the tag of a union: keep the member that carries it
            annotation = next((member for member in members if _tag(member) == step), annotation)
    return sorted({name for member in _members(annotation) for name in _fields(member)})


def _members(annotation: Any) -> list[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return [member for part in get_args(annotation) for member in _members(part)]
    return [annotation]


def _item_type(annotation: Any) -> Any:
    lists = [member for member in _members(annotation) if get_origin(member) in (list, tuple)]
    return get_args(lists[0])[0] if lists else annotation


def _fields(member: Any) -> dict[str, Any]:
    """The fields of a model by the keys that authors write."""
    if not (isinstance(member, type) and issubclass(member, BaseModel)):
        return {}
    return {field.alias or name: field for name, field in member.model_fields.items()}


def _tag(member: Any) -> str | None:
    field = _fields(member).get("type")
    return None if field is None else str(get_args(field.annotation)[0])


def _plain(expected: object) -> str:
    return str(expected).replace("'", "").replace(" or ", ", ")


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
