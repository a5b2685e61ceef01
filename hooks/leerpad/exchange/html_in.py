"""HTML of another maker to Markdown: what runs or frames is taken out, images are sorted out, the rest stays text."""

from __future__ import annotations

import posixpath
import re
from base64 import b64decode
from binascii import Error as Base64Error
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes

from bs4 import BeautifulSoup, Comment
from markdownify import markdownify

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
_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_FORMULA = re.compile(r"\\\(|\\\[|\$\$")
_MEDIA = ("video", "audio")


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
        if "<" not in html and "&" not in html:
            return _clean(_escaped_start(html))
        soup = BeautifulSoup(html, "html.parser")
        for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
            comment.extract()
        for element in soup.find_all([*_RUNS, *_MEDIA]):
            note("media" if element.name in _MEDIA else "runs", name=element.name)
            element.decompose()
        for link in soup.find_all("a"):
            target = str(link.get("href", ""))
            if not re.match(r"(https?:|mailto:)", target):
                link.unwrap()
        for image in soup.find_all("img"):
            self._image(image, note, folder)
        if _FORMULA.search(html):
            note("formula")
        return _clean(str(markdownify(str(soup), heading_style="ATX", bullets="-", strip=["span", "div"])))

    def _image(self, image: Tag, note: Callable[..., None], folder: str) -> None:
        address, alt = str(image.get("src", "")), str(image.get("alt", "")).strip()
        if re.match(r"https?:", address):
            note("remote_image", address=address)
            image.replace_with(alt)
            return
        data = self._data(address, folder)
        ending = _ending(address)
        if data is None or ending not in _ENDINGS:
            note("image_missing", address=address[:80])
            image.replace_with(alt)
            return
        name = self.name_image(_base(address, data) + ending, data)
        self.kept[name] = data
        for attribute in list(image.attrs):
            if attribute not in ("src", "alt"):
                del image[attribute]
        image["src"] = name
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
        for name in (address, plain, inside, plain.removeprefix("$IMS-CC-FILEBASE$/")):
            if name in self.images:
                return self.images[name]
        return None


def _ending(address: str) -> str:
    if address.startswith("data:"):
        return _KINDS.get(address[5:].partition(",")[0].partition(";")[0], "")
    return posixpath.splitext(unquote(address).partition("?")[0])[1].lower()


def _base(address: str, data: bytes) -> str:
    if address.startswith("data:"):
        return f"beeld-{sha256(data).hexdigest()[:8]}"
    stem = posixpath.splitext(posixpath.basename(unquote(address)))[0]
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or f"beeld-{sha256(data).hexdigest()[:8]}"


def _clean(markdown: str) -> str:
    text = _STRANGE.sub("", markdown.replace("\xa0", " "))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _escaped_start(text: str) -> str:
    """A plain text that would begin a list or a heading stays a sentence."""
    return re.sub(r"^(\s*)([-+#>]|\d+[.)])(?=\s)", r"\1\\\2", text)
