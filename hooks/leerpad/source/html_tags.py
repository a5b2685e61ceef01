"""The tags in a text of HTML, or of Markdown with HTML in it, as a browser reads them. Reads every letter once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

VOID = frozenset(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]
)  # fmt: skip
"""Elements that have no end."""

RAW = frozenset(["iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"])
"""Elements in which a browser reads text until their own end tag, whatever else stands there."""

_NAME = re.compile(r"[A-Za-z][^\s/>\"'<`=]*")
_ATTRIBUTE = re.compile(
    r"""\s*(?:/\s*)?(?P<name>[^\s/>"'<=`]+)(?:\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'<>`]+)))?"""
)
_CLOSE = re.compile(r"\s*(?:/\s*)?>")


class Tag(NamedTuple):
    """One tag, from `start` to `end` in the text. Its name and those of its attributes are in small letters."""

    name: str
    start: int
    end: int
    is_end: bool
    is_empty: bool
    attributes: dict[str, str]


def find_tags(text: str) -> Iterator[Tag]:
    """Every tag outside comments and outside elements that hold only text."""
    at = 0
    ends = _Ends(text)
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<!--", at):
            closed = text.find("-->", at + 4)
            if closed < 0:
                return
            at = closed + 3
            continue
        tag = _tag_at(text, at)
        if tag is None:
            at += 1
            continue
        yield tag
        at = tag.end
        if tag.name in RAW and not tag.is_end:
            at = ends.of(tag.name, at)


class _Ends:
    """Where the end tags of elements with only text stand; each name is looked up once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, list[int]] = {}

    def of(self, name: str, start: int) -> int:
        """The first from here, or the end of the text."""
        if name not in self._found:
            pattern = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
            self._found[name] = [match.start() for match in pattern.finditer(self._text)][::-1]
        places = self._found[name]
        while places and places[-1] < start:
            places.pop()
        return places[-1] if places else len(self._text)


def _tag_at(text: str, start: int) -> Tag | None:
    is_end = text.startswith("/", start + 1)
    name = _NAME.match(text, start + 1 + is_end)
    if name is None:
        return None
    at = name.end()
    attributes: dict[str, str] = {}
    while (closed := _CLOSE.match(text, at)) is None:
        found = _ATTRIBUTE.match(text, at)
        if found is None or found.end() == at:
            return None
        value = found["a"] or found["b"] or found["c"] or ""
        attributes.setdefault(found["name"].lower(), value)
        at = found.end()
    return Tag(name[0].lower(), start, closed.end(), is_end, "/" in closed[0], attributes)
