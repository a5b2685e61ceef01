"""The keys that an author may write at a place, read from the annotations of the models."""

from __future__ import annotations

import types
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Union, get_args, get_origin

from pydantic import BaseModel

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from leerpad.source.shape import KeyPath


KNOWN_KEYS: set[str] = set()
"""Every key that any file may hold: what begins with one of these is no text that goes on."""


_SHARED: dict[frozenset[str], set[str]] = {}


def shared(written: set[str]) -> set[str]:
    """The one set with these keys: with a set for each choice of each question, sets would outweigh texts."""
    return _SHARED.setdefault(frozenset(written), written)


def keys_at(model: type[BaseModel], place: KeyPath) -> list[str]:
    """The keys that an author may write at `place` in a `model`."""
    return _keys(model, tuple(0 if isinstance(step, int) else step for step in place))


@lru_cache(maxsize=1000)
def _keys(model: type[BaseModel], place: KeyPath) -> list[str]:
    annotation: object = model
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


def _members(annotation: object) -> list[object]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return [member for part in get_args(annotation) for member in _members(part)]
    return [annotation]


def _item_type(annotation: object) -> object:
    lists = [member for member in _members(annotation) if get_origin(member) in (list, tuple)]
    return get_args(lists[0])[0] if lists else annotation


def _fields(member: object) -> dict[str, FieldInfo]:
    """The fields of a model by the keys that authors write."""
    if not (isinstance(member, type) and issubclass(member, BaseModel)):
        return {}
    return {field.alias or name: field for name, field in member.model_fields.items()}


def _tag(member: object) -> str | None:
    field = _fields(member).get("type")
    return None if field is None else str(get_args(field.annotation)[0])
