"""Foreign XML, read with care: no entities of its own, no network, no depth or size that a bomb needs."""

from __future__ import annotations

import re
from html import escape

from lxml import etree

from leerpad.exchange.foreign import MOST_BYTES, Spot, UnreadableError

_OWN_ENTITIES = re.compile(rb"<!(?:DOCTYPE[^>\[]*\[|ENTITY\b)", re.IGNORECASE)
"""Where a document declares things itself. A mere name of a document type is harmless: nothing is fetched."""


def read_xml(data: bytes, file: str = "") -> etree._Element:
    """The root of a document. Raises UnreadableError with the line and column of what is wrong."""
    if len(data) > MOST_BYTES:
        raise UnreadableError("too_large", Spot(file, 0), most=MOST_BYTES // 2**20)
    skipped = len(data) - len(data.lstrip())
    before = data.count(b"\n", 0, skipped)  # lines that the parser doesn't see
    refuse_own_entities(data, file)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data[skipped:], parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        reason = (error.msg or "").split(", line ")[0]
        raise UnreadableError("bad_xml", Spot(file, line + before), reason=reason).at(max(column, 1)) from None
    except ValueError as error:  # a declaration that contradicts the bytes
        raise UnreadableError("bad_xml", Spot(file, 1), reason=str(error)) from None
    declares = root.getroottree().docinfo.internalDTD
    if declares is not None and any(True for _ in declares.iterentities()):  # in an encoding that hid them above
        raise UnreadableError("doctype", Spot(file, 1))
    return root


def refuse_own_entities(data: bytes, file: str) -> None:
    """Raise UnreadableError with the line where a document declares things itself."""
    declared = _OWN_ENTITIES.search(data)
    if declared:
        raise UnreadableError("doctype", Spot(file, data.count(b"\n", 0, declared.start()) + 1))


def inner_html(element: etree._Element | None) -> str:
    """What stands inside an element, as markup without namespaces."""
    if element is None:
        return ""
    inside = [escape(element.text or "", quote=False)]
    for child in element:
        if isinstance(child.tag, str):
            inside.append(_outer(child))
        inside.append(escape(child.tail or "", quote=False))
    return "".join(inside)


def _outer(element: etree._Element) -> str:
    name = etree.QName(element).localname
    attributes = "".join(
        f' {etree.QName(key).localname}="{escape(str(value))}"' for key, value in element.attrib.items()
    )
    return f"<{name}{attributes}>{inner_html(element)}</{name}>"


def line_of(element: etree._Element) -> int:
    """The line of an element; 0 where it isn't known."""
    return int(element.sourceline or 0)
