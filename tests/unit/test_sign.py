"""A level's sign: what may stand in a page comes through, in the level's colour; the rest is a fault or is left out."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from leerpad.course.model.sign import LARGEST, Sign, read_sign
from leerpad.locales import load_locale
from leerpad.source.diagnostics import Report
from leerpad.source.files import SourceText

FILE = "modules/1-basis/teken.svg"
ROOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"'


def read(text: str) -> tuple[Sign | None, list[str]]:
    report = Report()
    sign = read_sign(SourceText(FILE, text), report)
    return sign, [load_locale("nl").diagnostic(found) for found in report]


def test_shapes_come_through_in_the_colour_of_the_level() -> None:
    sign, faults = read(
        f'{ROOT} width="99" fill="none" stroke="#f00"><g><path d="M1 1h2"/></g><circle r="3" fill="red"/></svg>'
    )
    assert faults == []
    assert sign is not None
    assert sign.view_box == "0 0 48 48"
    assert sign.shapes == (
        '<g fill="none" stroke="currentColor"><g><path d="M1 1h2"/></g><circle r="3" fill="currentColor"/></g>'
    )


def test_what_a_drawing_program_adds_is_left_out() -> None:
    text = (
        f'{ROOT} xmlns:ink="http://inkscape.org" id="a" ink:version="1"><title>Vlam</title><ink:view/><metadata/>'
        '<defs><style>*{fill:red}</style></defs><path id="b" class="c" style="x" onload="alert(1)" d="M0 0"/></svg>'
    )
    sign, faults = read(text)
    assert faults == []
    assert sign is not None
    assert sign.shapes == '<g><path d="M0 0"/></g>'


def test_an_attribute_can_not_leave_its_quotes() -> None:
    sign, _ = read(f"""{ROOT}><path d='"&gt;&lt;script&gt;'/></svg>""")
    assert sign is not None
    assert [element.tag for element in fromstring(sign.shapes).iter()] == ["g", "path"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"{ROOT}>\n<path></svg>", f"{FILE}:2:9  dit kan geen teken zijn; "),
        ("<html/>", f"{FILE}:1:1  dit kan geen teken zijn; "),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', f"{FILE}:1:1  dit kan geen teken zijn; "),
        (f"<!DOCTYPE svg [<!ENTITY a 'a'>]>{ROOT}/>", f"{FILE}:1:1  dit kan geen teken zijn; "),
        (f"{ROOT}>\n  <text>2</text></svg>", f"{FILE}:2:3  een teken bestaat alleen uit lijnen en vormen; haal <text> weg"),
        (f"{ROOT}><g><script/></g></svg>", f"{FILE}:1:64  een teken bestaat alleen uit lijnen en vormen; haal <script> weg"),
        (f"{ROOT}>{' ' * LARGEST}</svg>", f"{FILE}:1:1  dit teken is 9 kB"),
        (f"{ROOT}>{'<g>' * 1100}{'</g>' * 1100}</svg>", f"{FILE}:1:1  dit kan geen teken zijn; "),
    ],
    ids=["broken", "not SVG", "no viewBox", "entities", "text", "script", "large", "deep"],
)  # fmt: skip
def test_what_can_not_stand_in_a_page_is_a_fault(text: str, fault: str) -> None:
    sign, faults = read(text)
    assert sign is None
    assert [line[: len(fault)] for line in faults] == [fault]
