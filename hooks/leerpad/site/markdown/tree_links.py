"""Links in the tree that Python-Markdown makes of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.site.markdown.citations import FINAL
from leerpad.source.links import project_path, runs_script

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def give_final_links(root: Element) -> None:
    """Take the mark from links that were right already; a link that would run a script leads nowhere."""
    for link in root.iter("a"):
        href = link.get("href", "").removeprefix(FINAL)
        link.set("href", "#" if runs_script(href) else href)


def leave_words(root: Element, path: str, left_out: frozenset[str]) -> None:
    """Leave of links to what readers of this site don't get only their words."""
    for link in root.iter("a") if left_out else ():
        if project_path(path, link.get("href", "")) in left_out:
            link.tag = "span"
            link.attrib.clear()


def link_attributes(root: Element) -> list[tuple[Element, str, str]]:
    """Each link and image under `root`: its element, the name of the attribute, and what that says."""
    return [
        (element, attribute, value)
        for element in root.iter()
        for attribute in ("href", "src")
        if (value := element.get(attribute))
    ]


def tail(target: str) -> str:
    """What follows the path in a target: a query, an anchor."""
    return target[len(re.split(r"[?#]", target, maxsplit=1)[0]) :]
