"""Other servers that the pages of a built site ask for something by themselves.

A link that a reader may follow asks nothing.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

_LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "xlink:href"}
_STYLE = re.compile(r"(?:url\(|@import\s)\s*[\"']?\s*((?:https?:)?//[^\"')\s;]+)")
_ONLY_SAID = {"canonical", "next", "prev", "alternate", "author", "license", "edit"}
"""What a `link` says without fetching it."""


def hosts_asked(pages: Iterable[str], styles: Iterable[str]) -> list[str]:
    """The names of those servers, sorted."""
    reader = _Reader()
    for page in pages:
        reader.feed(page)
        reader.close()
        reader.reset()
    addresses = [*reader.addresses, *(found for style in styles for found in _STYLE.findall(style))]
    return sorted({host for address in addresses if (host := urlsplit(address.strip()).netloc)})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        for name, value in attributes.items():
            if name == "srcset":
                self.addresses += [part.split()[0] for part in value.split(",") if part.split()]
            elif name in _LOADING:
                self.addresses.append(value)
        if tag == "link" and not set(attributes.get("rel", "").split()) & _ONLY_SAID:
            self.addresses.append(attributes.get("href", ""))
        if tag in ("image", "use"):
            self.addresses.append(attributes.get("href", ""))
        self.addresses += _STYLE.findall(attributes.get("style", ""))
