"""Strip metadata from an SVG. An XML parser says where each part stands, and only whole parts are cut out.

What is cut is what a browser never draws: comments, `metadata`, what Inkscape notes of its window, and where and under
which name the file was saved. All the rest stays byte for byte. A drawing that isn't XML no browser shows: it stays
as it is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAST_ELEMENTS = {"metadata", "sodipodi:namedview"}
_PAST_ATTRIBUTE = re.compile(r"inkscape:export-.*|sodipodi:(?:docname|absref)", re.DOTALL)
_ATTRIBUTE = re.compile(r"[ \t\r\n]++(?:(?P<name>[^\s=/>]++)[ \t\r\n]*+=[ \t\r\n]*+(?:\"[^\"]*+\"|'[^']*+'))?+")
"""An attribute with the spaces before it, or the spaces at the end of a tag. What was read is never read again."""
_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class _Event(NamedTuple):
    """What the parser met, and the byte where that begins; it ends where the next one does."""

    place: int
    kind: str
    name: str = ""


def strip_svg_metadata(content: bytes) -> bytes:
    """The same drawing without notes on its making; the very same bytes where there are none, or it isn't XML."""
    try:
        events = _events(content)
    except (ExpatError, LookupError, ValueError):  # not XML, or in letters that nobody knows
        return content
    encoding = _WIDE.get(content[:2], "latin-1")  # each byte one letter: the signs of XML are the same in all others
    return b"".join(_kept(content, events, encoding))


def _events(content: bytes) -> list[_Event]:
    """Everything that stands in a file itself. What a DTD has replaced, or names elsewhere, is not looked into."""
    parser = ParserCreate()
    events = []

    def note(kind: str, name: str = "") -> None:
        events.append(_Event(parser.CurrentByteIndex, kind, name))

    parser.StartElementHandler = lambda name, _: note("start", name)
    parser.EndElementHandler = lambda name: note("end", name)
    parser.CommentHandler = lambda _: note("comment")
    parser.DefaultHandler = lambda _: note("other")  # with this one, the parser leaves entities as they are
    parser.Parse(content, True)
    return [_Event(0, "other"), *events, _Event(len(content), "other")]


def _kept(content: bytes, events: list[_Event], encoding: str) -> Iterator[bytes]:
    past = 0  # how many elements we are in that are cut, one inside the other
    last = b""
    for event, following in pairwise(events):
        part = content[event.place : following.place]
        begins = event.kind == "start" and (past > 0 or event.name in _PAST_ELEMENTS)
        past += begins
        if past or event.kind == "comment":
            part = b""
            if last.endswith("]".encode(encoding)):  # what follows may be `>`, and text can't hold `]]>`
                part = "<!---->".encode(encoding)
        elif event.kind == "start":
            part = _strip_attributes(part.decode(encoding)).encode(encoding)
        past -= past > 0 and event.kind == "end"
        last = part or last
        yield part


def _strip_attributes(tag: str) -> str:
    return _ATTRIBUTE.sub(lambda found: "" if _PAST_ATTRIBUTE.fullmatch(found["name"] or "") else found[0], tag)
