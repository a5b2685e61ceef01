"""A practice box tells what can be done; at the end of its lesson one chooses of that for the plan. It says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from leerpad.source.role_steps import PRACTICE

if TYPE_CHECKING:
    from collections.abc import Iterator


class LeadOn(NamedTuple):
    """Where the last practice box of a page leads to, and what its link says."""

    target: str
    words: str


def practice_boxes(root: Element) -> Iterator[Element]:
    """Every practice box under `root`."""
    for box in root.iter():
        if not set(PRACTICE).isdisjoint(box.get("class", "").split()):
            yield box


def lead_on(root: Element, to: LeadOn) -> None:
    """Let the last practice box end with a link."""
    for box in [*practice_boxes(root)][-1:]:
        line = SubElement(box, "p", {"data-search-exclude": ""})
        SubElement(line, "a", {"href": to.target}).text = to.words
