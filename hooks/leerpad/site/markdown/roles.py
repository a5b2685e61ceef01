"""Steps for the role that they are for: in a practice box, a list whose items begin with roles becomes an element."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from leerpad.course.model.roles import plain_name
from leerpad.site.markdown.practice import practice_boxes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TAG = "leerpad-roles"
_LISTS = ("ul", "ol")


def mark_roles(root: Element, ids: Mapping[str, str]) -> None:
    """Say of each item in a practice box that begins with a role in bold which it is. `ids` are by plain names."""
    for box in [*practice_boxes(root)]:
        for parent, place in [*_lists(box)]:
            _mark_list(parent, place, ids)


def _lists(box: Element) -> Iterator[tuple[Element, int]]:
    """Where the lists stand that are in no other list: what they are in, and their place there."""
    for place, child in enumerate(box):
        if child.tag in _LISTS:
            yield box, place
        elif child.tag != TAG:
            yield from _lists(child)


def _mark_list(parent: Element, place: int, ids: Mapping[str, str]) -> None:
    items = parent[place]
    marked = [(item, role) for item in items if (role := ids.get(plain_name(_name(item))))]
    for item, role in marked:
        item.set("data-role", role)
    if marked:
        element = Element(TAG)
        element.tail, items.tail = items.tail, None
        element.append(items)
        parent[place] = element


def _name(item: Element) -> str:
    """What an item begins with in bold, without its colon; empty if it begins with something else."""
    inside = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    if not len(inside) or inside[0].tag != "strong" or (inside.text or "").strip():
        return ""
    return "".join(inside[0].itertext()).strip().removesuffix(":")
