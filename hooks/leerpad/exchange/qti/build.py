"""Elements of a QTI item, named as a version names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from leerpad.exchange.html_out import IMAGE_FOLDER

if TYPE_CHECKING:
    from leerpad.exchange.qti.names import Version

Element = etree._Element
IMAGES = "images/"
"""The folder of images in a package."""


class Builder:
    """Makes elements in the namespace of one version. Names are those of 3.0 without `qti-`."""

    def __init__(self, version: Version) -> None:
        self.version = version

    def tag(self, name: str) -> str:
        """The full name of an element of QTI."""
        return f"{{{self.version.item}}}{self.version.element(name)}"

    def add(self, parent: Element | None, name: str, text: str | None = None, **attributes: str) -> Element:
        """An element of QTI, at the end of its parent or on its own."""
        named = {self.version.attribute(key): value for key, value in attributes.items()}
        tag = self.tag(name)
        element = etree.Element(tag, named) if parent is None else etree.SubElement(parent, tag, named)
        element.text = text
        return element

    def plain(self, parent: Element | None, name: str) -> Element:
        """An element of HTML."""
        tag = f"{{{self.version.item}}}{name}"
        return etree.Element(tag) if parent is None else etree.SubElement(parent, tag)

    def put(self, element: Element, html: str) -> None:
        """Put HTML into an element."""
        address = html.replace(IMAGE_FOLDER, IMAGES)
        parsed = etree.fromstring(f'<x xmlns="{self.version.item}">{address}</x>')
        for child in parsed.iter():
            child.attrib.pop("target", None)
            child.attrib.pop("rel", None)
        element.text = (element.text or "") + (parsed.text or "")
        element.extend(list(parsed))


def replace_mark(root: Element, mark: str, put: Element) -> None:
    """Put an element in the place of a mark in the text of another."""
    for element in root.iter():
        for where in ("text", "tail"):
            text = getattr(element, where)
            if not text or mark not in text:
                continue
            before, _, after = text.partition(mark)
            put.tail = after
            setattr(element, where, before)
            if where == "text":
                element.insert(0, put)
            else:
                parent = element.getparent()
                assert parent is not None  # the root's own tail is not part of it
                parent.insert(parent.index(element) + 1, put)
            return
