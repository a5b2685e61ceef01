"""The Content-Security-Policy of a built site: what its pages really contain may run, and nothing else may."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from leerpad.source.html_pieces import PIECE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NOT_RUN = re.compile(r"(application|text)/([\w.-]+\+)?(json|template|markdown|plain|html)", re.IGNORECASE)
"""The types of script elements that are data to a browser."""

_NEEDS_NONE = r"""
    [^<]++ | <(?!!--|[a-z])
    | <(?!(?:script|style|textarea|title)[\s/>]) [a-z] [^<>"'=]*+ (?:(?<=[^\s/"])(?<!style)="[^"<>]*+" [^<>"'=]*+)*+ >
"""
"""Text, and tags written in the most ordinary way without a style: nearly all of a page."""
_PART = re.compile(rf"(?:{_NEEDS_NONE})*+ (?P<part>{PIECE.pattern} | \Z)", PIECE.flags)
"""The next piece that may need a permission, or the end. All before it is passed over at once, in half the time."""


@dataclass(frozen=True)
class Inline:
    """What stands in pages themselves and needs a permission: hashes, sorted."""

    scripts: tuple[str, ...]
    styles: tuple[str, ...]
    attributes: tuple[str, ...]


def inline_parts(pages: Iterable[str]) -> Inline:
    """The inline scripts, style sheets and style attributes of all pages."""
    reader = _Reader()
    for part in {part for page in pages for part in _scripts_and_styles(page)}:  # most stand on many pages
        reader.feed(part)
        reader.close()
        reader.reset()
    return Inline(_hashes(reader.scripts), _hashes(reader.styles), _hashes(reader.attributes))


def _scripts_and_styles(page: str) -> Iterator[str]:
    """The parts of a page that may need a permission: the reader takes a long time over all the others."""
    for found in _PART.finditer(page):
        part = found["part"]
        if (found["raw"] or "style" in part.lower()) and part.endswith(">"):  # what is cut off, no browser runs
            yield part


def policy(inline: Inline, framed_by: Iterable[str] = ()) -> str:
    """The policy as a server sends it. `framed_by`: other servers whose pages may show the site in a frame."""
    # Browsers take the hash of a style attribute only beside 'unsafe-hashes'; it allows those attributes alone.
    attributes = ("'unsafe-hashes'", *inline.attributes) if inline.attributes else ()
    rules = {
        # Not 'none': Firefox fetches the next lesson ahead, which no other rule is about.
        "default-src": ("'self'",),
        "script-src": ("'self'", *inline.scripts),
        "worker-src": ("'self'",),
        "style-src": ("'self'", *inline.styles, *attributes),
        "img-src": ("'self'", "data:"),
        "object-src": ("'none'",),
        "form-action": ("'none'",),
        "base-uri": ("'none'",),
        "frame-ancestors": ("'self'", *framed_by),
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())


def _hashes(texts: set[str]) -> tuple[str, ...]:
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return tuple(sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests))


def runs_in_page(attributes: Mapping[str, str | None]) -> bool:
    """Whether a script element with these attributes is a script, and one that stands in the page itself."""
    return "src" not in attributes and not NOT_RUN.fullmatch(attributes.get("type") or "")


class _Reader(HTMLParser):
    """Reads pages as a browser does: the text of a script is its text, a value of an attribute is decoded."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.scripts: set[str] = set()
        self.styles: set[str] = set()
        self.attributes: set[str] = set()

    def reset(self) -> None:
        """Begin anew, also where a script had no end."""
        super().reset()
        self._texts: set[str] | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if attributes.get("style"):
            self.attributes.add(str(attributes["style"]))
        if tag == "style":
            self._texts = self.styles
        elif tag == "script" and runs_in_page(attributes):
            self._texts = self.scripts

    def handle_data(self, data: str) -> None:
        if self._texts is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script") and self._texts is not None:
            if self._text:
                self._texts.add(self._text)
            self._texts, self._text = None, ""
