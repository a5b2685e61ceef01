"""The parts of a question, whatever its type: choices, pairs, items, gaps, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.source.shape import KeyPath

REASON = "feedback"


def parts_of(model: BaseModel, place: KeyPath = ()) -> Iterator[tuple[KeyPath, BaseModel]]:
    """Every part of a model, with its place, those of its parts too; not the model itself."""
    for name in type(model).model_fields:
        yield from _parts_of_value(getattr(model, name), (*place, name))


def _parts_of_value(value: object, place: KeyPath) -> Iterator[tuple[KeyPath, BaseModel]]:
    if isinstance(value, BaseModel):
        yield place, value
        yield from parts_of(value, place)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _parts_of_value(item, (*place, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _parts_of_value(item, (*place, key))


class AnyChoice(NamedTuple):
    """A choice, and where its text stands."""

    place: KeyPath
    text: str
    is_pinned: bool


def choice_lists(model: BaseModel) -> list[list[AnyChoice]]:
    """Each list of choices in a question; a conversation has several."""
    lists: dict[KeyPath, list[AnyChoice]] = {}
    for place, part in parts_of(model):
        if place[-2:-1] == ("choices",):
            choice = AnyChoice((*place, "text"), str(getattr(part, "text", "")), bool(getattr(part, "pinned", False)))
            lists.setdefault(place[:-1], []).append(choice)
    return list(lists.values())


def without_reason(model: BaseModel) -> list[KeyPath]:
    """The places where a reason is missed: at every choice; elsewhere, if the question explains nothing at all."""
    choices: list[KeyPath] = []
    others: list[KeyPath] = []
    explained = getattr(model, "explanation", None) is not None
    for place, part in [((), model), *parts_of(model)]:
        for name in type(part).model_fields:
            if name == REASON or name.startswith(f"{REASON}_"):
                is_choice = name != REASON or place[-2:-1] == ("choices",)
                if getattr(part, name) is None:
                    (choices if is_choice else others).append(place)
                elif not is_choice:
                    explained = True
    return choices or ([] if explained else others)
