"""HTML of another maker to Markdown: what runs or frames is taken out, images are sorted out, the rest stays text."""

from __future__ import annotations

import posixpath
import re
from base64 import b64decode
from binascii import Error as Base64Error
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, unquote_to_bytes

from bs4 import BeautifulSoup, Comment
from bs4.exceptions import ParserRejectedMarkup

from leerpad.exchange.foreign import printable
from leerpad.exchange.markdown_of import escaped, to_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bs4 import Tag

_RUNS = (
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "link",
    "meta",
    "title",
    "template",
    "noscript",
    "base",
)
_KINDS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/svg+xml": ".svg",
    "image/webp": ".webp",
}
_ENDINGS = (*_KINDS.values(), ".jpeg", ".avif")
_FORMULA = re.compile(r"\\\(|\\\[|\$\$|\\begin\{|<math\b", re.IGNORECASE)
_MEDIA = ("video", "audio")
_ATTRIBUTES = {"a": ("href",), "img": ("src", "alt"), "li": ("value",)}
_ADDRESS = "-._~:/?#@!$&'*+,;=%"
"""Signs of an address that end no link in Markdown."""
_SVG_RUNS = re.compile(rb"<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY|<\0s\0c\0r", re.IGNORECASE)
_BREAKS = re.compile(r"(?:<br>\n\s*){2,}|<br>\n\s*(?=\n)|(?:<br>\s*)+\Z")
_TAG = re.compile(r"<[^<>]*>")
_DEEPEST = 80
_MOST_WORK = 2 * 10**9
"""Tags times letters: Python's own reader of HTML may walk through all letters for each tag."""


@dataclass
class HtmlReader:
    """Reads the texts of one file. `images` came with it; `name_image` gives the name of a file that isn't taken.

    `kept` collects the images that texts show, by the name under which they must stand beside the quiz.
    """

    images: Mapping[str, bytes]
    name_image: Callable[[str, bytes], str]
    kept: dict[str, bytes] = field(default_factory=dict)

    def markdown(self, html: str, note: Callable[..., None], folder: str = "") -> str:
        """The text as Markdown. `note` hears what was lost; `folder` is where the file with this text stands."""
        if not html.strip():
            return ""
        if _FORMULA.search(html):
            note("formula")
        soup = _parsed(html)
        if soup is None:
            note("layout")
            soup = _parsed(_TAG.sub(" ", html).replace("<", " "))
            assert soup is not None  # without tags nothing is deep
        for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
            comment.extract()
        for drawn in soup.find_all("object", type=re.compile("image/")):  # as QTI 2 writes images
            drawn.replace_with(soup.new_tag("img", src=str(drawn.get("data", "")), alt=drawn.get_text(" ", strip=True)))
        for element in soup.find_all([*_RUNS, *_MEDIA]):
            note("media" if element.name in _MEDIA else "runs", name=element.name)
            element.decompose()
        for element in soup.find_all(True):
            kept = _ATTRIBUTES.get(element.name, ())
            element.attrs = {name: value for name, value in element.attrs.items() if name in kept}
        for link in soup.find_all("a"):
            target = str(link.get("href", "")).strip()
            if not re.match(r"(https?:|mailto:)", target, re.IGNORECASE) or not link.get_text().strip():
                link.unwrap()
            else:
                link["href"] = quote(target, safe=_ADDRESS)
        for image in soup.find_all("img"):
            self._image(image, note, folder)
        return _clean(to_markdown(soup))

    def _image(self, image: Tag, note: Callable[..., None], folder: str) -> None:
        address, alt = str(image.get("src", "")), str(image.get("alt", "")).strip()
        if re.match(r"https?:", address):
            note("remote_image", address=address)
            image.replace_with(alt)
            return
        data = self._data(address, folder)
        ending = _ending(address)
        if data is not None and ending == ".svg" and _SVG_RUNS.search(data):
            note("image_runs", address=address[:80])
            image.replace_with(alt)
            return
        if data is None or ending not in _ENDINGS:
            note("image_missing", address=address[:80])
            image.replace_with(alt or posixpath.basename(address)[:80])  # or choices would all say nothing
            return
        name = self.name_image(_base(address, data) + ending, data)
        self.kept[name] = data
        image["src"], image["alt"] = name, escaped(" ".join(alt.split())).replace("]", "\\]")
        if not alt:
            note("no_alt", name=name)

    def _data(self, address: str, folder: str) -> bytes | None:
        if address.startswith("data:"):
            head, _, body = address.partition(",")
            try:
                return b64decode(body) if head.endswith(";base64") else unquote_to_bytes(body)
            except (Base64Error, ValueError):
                return None
        plain = unquote(address)
        inside = posixpath.normpath(posixpath.join(folder, plain))
        canvas = plain.partition("?")[0].removeprefix("$IMS-CC-FILEBASE$/")
        for name in (address, plain, inside, canvas, f"web_resources/{canvas}"):
            if name in self.images:
                return self.images[name]
        return None


def _parsed(html: str) -> BeautifulSoup | None:
    """The tree, if a reader of it needn't fear its depth or size."""
    if html.count("<") * len(html) > _MOST_WORK:
        return None
    try:
        soup = BeautifulSoup(f"<div>{html}</div>", "html.parser")
    except ParserRejectedMarkup:  # half of a marked section
        return None
    level = {id(soup): 0}
    for node in soup.descendants:
        level[id(node)] = level[id(node.parent)] + 1
        if level[id(node)] > _DEEPEST:
            return None
    return soup


def _ending(address: str) -> str:
    if address.startswith("data:"):
        return _KINDS.get(address[5:].partition(",")[0].partition(";")[0], "")
    return posixpath.splitext(unquote(address).partition("?")[0])[1].lower()


def _base(address: str, data: bytes) -> str:
    if address.startswith("data:"):
        return f"image-{sha256(data).hexdigest()[:8]}"
    stem = posixpath.splitext(posixpath.basename(unquote(address)))[0]
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or f"image-{sha256(data).hexdigest()[:8]}"


def _clean(markdown: str) -> str:
    text = printable(markdown.replace("\xa0", " "))
    text = _BREAKS.sub("\n\n", text)
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()
