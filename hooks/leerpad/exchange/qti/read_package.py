"""QTI in whatever wrapping: one item, many items in one file, or a package with images."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from leerpad.exchange.foreign import Foreign, Haul, Spot, UnreadableError
from leerpad.exchange.qti.read import read_item, with_one_set_of_names
from leerpad.exchange.qti.read_old import read_old_item
from leerpad.exchange.xml_in import line_of, read_xml

if TYPE_CHECKING:
    from collections.abc import Mapping

_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")


def read_qti(data: bytes, file: str = "") -> Haul:
    """The items of one XML file. Raises UnreadableError where it holds none."""
    root = read_xml(data, file)
    haul = _items(root, file)
    if not haul.questions:
        raise UnreadableError("no_questions", Spot(file, line_of(root)), found=etree.QName(root).localname)
    return haul


def read_qti_package(files: Mapping[str, bytes]) -> Haul:
    """All items of a package, in the order of its test where it has one; and its images."""
    haul = Haul()
    by_file: dict[str, Haul] = {}
    order: dict[str, int] = {}
    for name, data in files.items():
        if not name.lower().endswith(".xml") or posixpath.basename(name) == "imsmanifest.xml":
            continue
        try:
            root = read_xml(data, name)
        except UnreadableError as error:
            by_file[name] = Haul([_unread(error, name)])
            continue
        order |= {path: len(order) + number for number, path in enumerate(_refs(root, name))}
        by_file[name] = _items(root, name)
    for name in sorted(by_file, key=lambda name: (order.get(name, len(order)), name)):
        haul.questions += by_file[name].questions
    if not haul.questions:
        raise UnreadableError("no_questions", Spot("", 0), found="zip")
    for name, data in files.items():
        if name.lower().endswith(_IMAGES):
            haul.images[name] = data
    return haul


def _unread(error: UnreadableError, name: str) -> Foreign:
    """A file that can't be read, as a question that is left out: the others don't suffer from it."""
    found = Foreign(error.spot, "item", name)
    found.note(f"unreadable.{error.code}", **error.params)
    return found


def _items(root: etree._Element, file: str) -> Haul:
    haul = Haul()
    local = etree.QName(root).localname
    if local == "questestinterop" or root.find(".//{*}presentation") is not None:
        for element in root.iter():
            if isinstance(element.tag, str):
                element.tag = etree.QName(element).localname
        haul.questions += [read_old_item(item, file) for item in root.iter("item")]
    elif any(etree.QName(one).localname.lower().replace("-", "").endswith("assessmentitem") for one in _elements(root)):
        with_one_set_of_names(root)
        haul.questions += [read_item(item, file) for item in root.iter("assessment-item")]
    return haul


def _elements(root: etree._Element) -> list[etree._Element]:
    return [element for element in root.iter() if isinstance(element.tag, str)]


def _refs(root: etree._Element, file: str) -> list[str]:
    """The files of items in the order in which a test names them."""
    found = []
    for element in _elements(root):
        if etree.QName(element).localname.lower().replace("-", "").endswith("assessmentitemref"):
            found.append(posixpath.normpath(posixpath.join(posixpath.dirname(file), element.get("href", ""))))
    return found
