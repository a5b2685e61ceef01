"""A level's own sign: a small SVG beside level.yml, taken apart until only shapes are left that may stand in a page.

The sign is written into every page of its level, in the level's colour. So it holds shapes alone: no scripts, styles,
ids or colours of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, fromstring

from leerpad.source.diagnostics import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.source.diagnostics import Report
    from leerpad.source.files import SourceText

LARGEST = 8_000
DEEPEST = 100
_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {"g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}
_WITHOUT_MEANING = {"title", "desc", "metadata", "defs"}
_GEOMETRY = "d cx cy r rx ry x y x1 y1 x2 y2 width height points transform"
_STROKES = "stroke-width stroke-linecap stroke-linejoin stroke-dasharray fill-rule clip-rule opacity"
_PAINT = {"fill", "stroke"}
_KEPT = {*_GEOMETRY.split(), *_STROKES.split(), *_PAINT}
_SIZE = {"x", "y", "width", "height"}  # of the whole drawing: a page gives it its own


@dataclass(frozen=True)
class Sign:
    """A drawing for in a page: its `viewBox`, and its shapes as SVG."""

    view_box: str
    shapes: str


def read_sign(source: SourceText, report: Report) -> Sign | None:
    """The sign in a file; None, with the faults reported, if there is something that can't stand in a page."""
    size = len(source.text)
    if size > LARGEST:
        report.fault(source.path, Position(1, 1), "sign_too_large", size=-(-size // 1000), most=LARGEST // 1000)
        return None
    try:
        root = None if "<!ENTITY" in source.text else fromstring(source.text)
    except ParseError as error:
        line, column = error.position
        report.fault(source.path, Position(line, column + 1), "sign_not_svg")
        return None
    view_box = "" if root is None else root.get("viewBox", "")
    is_drawing = root is not None and root.tag == f"{_SVG}svg" and len(view_box.replace(",", " ").split()) == 4
    if root is None or not is_drawing or _is_deep(root):
        report.fault(source.path, Position(1, 1), "sign_not_svg")
        return None
    strange = sorted({name for name in _names(root) if name not in _SHAPES | _WITHOUT_MEANING})
    for name in strange:
        report.fault(source.path, _place(source.text, f"<{name}"), "sign_not_a_shape", name=name)
    lost = None if strange else next(_words(root), None)
    if lost is not None:
        report.fault(source.path, _place(source.text, lost), "sign_with_words")
    return None if strange or lost else Sign(view_box, _markup(root))


def _is_deep(root: Element) -> bool:
    """Whether groups stand in groups so often that no person drew it."""
    inside = [root]
    for _ in range(DEEPEST):
        inside = [child for element in inside for child in element]
    return bool(inside)


def _names(parent: Element) -> Iterator[str]:
    """The names of all SVG elements. What a drawing program adds in a namespace of its own means nothing here."""
    for element in parent:
        if element.tag.startswith(_SVG):
            name = element.tag.removeprefix(_SVG)
            yield name
            if name not in _WITHOUT_MEANING:
                yield from _names(element)


def _words(parent: Element) -> Iterator[str]:
    """Text between shapes, which nobody would see: often a shape that lost its first sign."""
    texts = [parent.text, *(child.tail for child in parent)]
    yield from (text.strip().split("\n")[0] for text in texts if text and text.strip())
    for child in parent:
        if child.tag.removeprefix(_SVG) in _SHAPES:
            yield from _words(child)


def _markup(element: Element) -> str:
    name = element.tag.removeprefix(_SVG)
    if name not in _SHAPES | {"svg"}:
        return ""
    inside = "".join(_markup(child) for child in element)
    dropped = _SIZE if name == "svg" else set()
    attributes = "".join(
        f' {key}="{escape(_painted(key, value))}"' for key, value in element.attrib.items() if key in _KEPT - dropped
    )
    name = "g" if name == "svg" else name
    return f"<{name}{attributes}>{inside}</{name}>" if inside or name == "g" else f"<{name}{attributes}/>"


def _painted(key: str, value: str) -> str:
    """A sign takes the colour of its level, so that it shows in every scheme and on paper."""
    return "currentColor" if key in _PAINT and value != "none" else value


def _place(text: str, part: str) -> Position:
    before = text[: max(text.find(part), 0)]
    return Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
