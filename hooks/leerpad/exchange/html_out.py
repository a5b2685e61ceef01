"""Markdown to the HTML that banks take: well-formed, without links into the course, with images by name."""

from __future__ import annotations

import posixpath
import re
from html import escape
from typing import TYPE_CHECKING

from lxml import etree, html
from markdown import Markdown

from leerpad.source.citations import CITATION
from leerpad.source.links import project_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

IMAGE_FOLDER = "@@IMAGES@@/"
"""Before the name of an image; a format puts its own in its place."""

_EXTENSIONS = ("abbr", "attr_list", "def_list", "md_in_html", "tables", "fenced_code")
_PARAGRAPH = re.compile(r"<p>((?:(?!</?p[ >]).)*)</p>", re.DOTALL)
_CITED = re.compile(CITATION)


class HtmlWriter:
    """Writes the texts of one export. `images` are the files of the course, by their path in the project."""

    def __init__(self, images: Mapping[str, Path]) -> None:
        self._images = images
        self._markdown = Markdown(extensions=list(_EXTENSIONS))
        self.used: dict[str, Path] = {}
        """Every image that was met so far, by the name it got."""
        self.lost: set[str] = set()
        """What the last texts lost; the caller empties it."""

    def block(self, text: str | None, path: str) -> str:
        """The text as blocks. Links and images are relative to the file at `path`."""
        if not text:
            return ""
        without = _CITED.sub("", text)
        if without != text:
            self.lost.add("citation")
        self._markdown.reset()
        root = html.fragment_fromstring(self._markdown.convert(without), create_parent="div")
        for element in list(root.iter()):
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._image(element, path)
        inner = root.text or ""
        return escape(inner, quote=False) + "".join(etree.tostring(child, encoding="unicode") for child in root)

    def inline(self, text: str, path: str) -> str:
        """The text without the paragraph around it, where it is one; else as blocks."""
        block = self.block(text, path).strip()
        match = _PARAGRAPH.fullmatch(block)
        return match[1] if match else block

    def plain(self, text: str, path: str) -> str:
        """The text without markup."""
        block = self.block(text, path).strip()
        return " ".join(html.fragment_fromstring(block, create_parent="div").text_content().split())

    def _link(self, element: html.HtmlElement) -> None:
        target = element.get("href", "")
        if re.match(r"(https?|mailto):", target):
            element.set("target", "_blank")
            element.set("rel", "noopener")
        else:
            self.lost.add("link")
            element.drop_tag()

    def _image(self, element: html.HtmlElement, path: str) -> None:
        image = project_path(path, element.get("src", ""))
        file = self._images.get(image or "")
        if image is None or file is None:
            self.lost.add("image")
            return
        name = posixpath.relpath(image, "quizzes").replace("../", "").replace("/", "-")
        self.used[name] = file
        element.set("src", f"{IMAGE_FOLDER}{name}")
