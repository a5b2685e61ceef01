"""Foreign XML, read with care: no entities of its own, no network, no depth or size that a bomb needs."""

from __future__ import annotations

import re

from lxml import etree

from leerpad.exchange.foreign import MOST_BYTES, Spot, UnreadableError

_OWN_ENTITIES = re.compile(rb"<!(?:DOCTYPE[^>\[]*\[|ENTITY\b)", re.IGNORECASE)
"""Where a document declares things itself. A mere name of a document type is harmless: nothing is fetched."""


def read_xml(data: bytes, file: str = "") -> etree._Element:
    """The root of a document. Raises UnreadableError with the line and column of what is wrong."""
    if len(data) > MOST_BYTES:
        raise UnreadableError("too_large", Spot(file, 0), most=MOST_BYTES // 2**20)
    declared = _OWN_ENTITIES.search(data)
    if declared:
        raise UnreadableError("doctype", Spot(file, data.count(b"\n", 0, declared.start()) + 1))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise UnreadableError("bad_xml", Spot(file, line), reason=error.msg or "").at(max(column, 1)) from None
    except ValueError as error:  # a declaration that contradicts the bytes
        raise UnreadableError("bad_xml", Spot(file, 1), reason=str(error)) from None


def inner_html(element: etree._Element | None) -> str:
    """What stands inside an element, as markup without namespaces."""
    if element is None:
        return ""
    inside = [_escaped(element.text or "")]
    for child in element:
        if isinstance(child.tag, str):
            inside.append(_outer(child))
        inside.append(_escaped(child.tail or ""))
    return "".join(inside)


def _outer(element: etree._Element) -> str:
    name = etree.QName(element).localname
    attributes = "".join(
        f' {etree.QName(key).localname}="{_escaped(str(value), quotes=True)}"' for key, value in element.attrib.items()
    )
    return f"<{name}{attributes}>{inner_html(element)}</{name}>"


def _escaped(text: str, *, quotes: bool = False) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if quotes else text


def line_of(element: etree._Element) -> int:
    """The line of an element; 0 where it isn't known."""
    return int(element.sourceline or 0)
