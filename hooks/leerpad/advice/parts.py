"""The parts of a question, whatever its type: choices, pairs, items, gaps, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.source.shape import Path

REASON = "feedback"


def parts_of(model: BaseModel, place: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """Every part of a model, with its place, those of its parts too; not the model itself."""
    for name in type(model).model_fields:
        yield from _parts_of_value(getattr(model, name), (*place, name))


def _parts_of_value(value: Any, place: Path) -> Iterator[tuple[Path, BaseModel]]:
    if isinstance(value, BaseModel):
        yield place, value
        yield from parts_of(value, place)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _parts_of_value(item, (*place, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _parts_of_value(item, (*place, key))


def choice_lists(model: BaseModel) -> list[list[tuple[Path, str]]]:
    """Each list of choices in a question (a conversation has several), as places and texts."""
    lists: dict[Path, list[tuple[Path, str]]] = {}
    for place, part in parts_of(model):
        if place[-2:-1] == ("choices",):
            lists.setdefault(place[:-1], []).append(((*place, "text"), str(getattr(part, "text", ""))))
    return list(lists.values())


def without_reason(model: BaseModel) -> tuple[list[Path], list[Path]]:
    """The places where a reason could stand and doesn't: at choices, and elsewhere."""
    choices: list[Path] = []
    others: list[Path] = []
    for place, part in [((), model), *parts_of(model)]:
        for name in type(part).model_fields:
            if (name == REASON or name.startswith(f"{REASON}_")) and getattr(part, name) is None:
                is_choice = name != REASON or place[-2:-1] == ("choices",)
                (choices if is_choice else others).append(place)
    return choices, others
