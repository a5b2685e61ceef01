"""Pictures leave their past behind, and look exactly as they did."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageOps, PngImagePlugin
from support.growth import TIMES, assert_linear

from leerpad.site.assets.images import strip_metadata

SECRET = b"Jan Geheim"
TURNED = 6
KINDS = {"foto.jpg": "JPEG", "foto.PNG": "PNG", "foto.webp": "WEBP"}


def photo(kind: str, orientation: int | None = None) -> bytes:
    """As a phone makes it: who, where, a comment, and in a JPEG a film behind the picture."""
    picture = Image.effect_mandelbrot((48, 32), (-2, -1, 1, 1), 20).convert("RGB")
    notes = Image.Exif()
    notes[0x013B] = SECRET.decode()
    if orientation:
        notes[0x0112] = orientation
    more: dict[str, Any] = {"exif": notes, "icc_profile": b"profile of colours"}
    if kind == "PNG":
        more["pnginfo"] = PngImagePlugin.PngInfo()
        more["pnginfo"].add_text("Author", SECRET.decode())
    else:
        more["xmp"] = b"<x>" + SECRET + b"</x>"
    if kind == "JPEG":
        more |= {"comment": SECRET, "progressive": True}
    made = BytesIO()
    picture.save(made, kind, **more)
    return made.getvalue() + (SECRET if kind == "JPEG" else b"")


def seen(content: bytes) -> tuple[tuple[int, int], bytes]:
    """The size and the dots, turned as a browser does."""
    shown = ImageOps.exif_transpose(Image.open(BytesIO(content)))
    return shown.size, shown.tobytes()


@pytest.mark.parametrize("orientation", [None, TURNED])
@pytest.mark.parametrize("name", KINDS)
def test_a_photo_tells_nothing_and_looks_the_same(name: str, orientation: int | None) -> None:
    before = photo(KINDS[name], orientation)
    after = strip_metadata(name, before)
    assert SECRET in before
    assert SECRET not in after
    assert seen(after) == seen(before)
    assert seen(after)[0] == ((32, 48) if orientation else (48, 32))
    assert Image.open(BytesIO(after)).info["icc_profile"] == b"profile of colours"
    assert strip_metadata(name, after) == after


DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="s" xmlns:inkscape="i" viewBox="0 0 9 9"{}>{}<style><![CDATA[/* <!-- */]]></style><path d="M0 0"/></svg>
"""


def test_a_drawing_forgets_its_program_and_folder() -> None:
    past = DRAWING.format(
        """ sodipodi:docname="Geheim.svg"\n inkscape:export-filename='C:\\Geheim'""",
        '<!-- Geheim\n --><sodipodi:namedview id="a"><x/></sodipodi:namedview><metadata id="m">\nGeheim</metadata><metadata/>',
    )
    assert strip_metadata("a.svg", past.encode()).decode() == DRAWING.format("", "")


def test_a_drawing_in_any_alphabet_forgets_too() -> None:
    """Illustrator writes a DTD with entities; Windows programs write UTF-16."""
    start = """<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY wie "é <!-- -->">{}]>"""
    before = (
        start.format("<!-- Geheim -->")
        + """<svg a=' inkscape:export-x="1" ' inkscape:export-x = "1" ><text>&wie;]]<!-- Geheim --><metadata>a<metadata/>b</metadata>></text></svg >\n"""
    )
    after = start.format("") + """<svg a=' inkscape:export-x="1" ' ><text>&wie;]]<!---->></text></svg >\n"""
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert strip_metadata("a.svg", before.encode(encoding)) == after.encode(encoding)


@pytest.mark.parametrize(
    "text",
    [
        '<svg xmlns="http://www.w3.org/2000/svg"><scr<!-- -->ipt>alert(1)</scr<!-- -->ipt></svg>',
        "<svg><text>&am<!-- -->p;</text></svg>",
        "<svg><!-- -- --></svg>",
        "<svg><!-- </svg>",
        '<?xml version="1.0" encoding="klingon"?><svg><!-- --></svg>',
    ],
)
def test_what_no_browser_draws_becomes_nothing_else(text: str) -> None:
    """Without the comment, the first would have become a script."""
    assert strip_metadata("a.svg", text.encode()) == text.encode()


@pytest.mark.parametrize(
    "shape", ["<svg>{}", "<svg {}/>", "<svg>{}</svg>", '<svg a="{}"/>', "<!DOCTYPE svg [{}]><svg/>"]
)
@pytest.mark.parametrize(
    "part",
    [
        "<metadata ",
        "<metadata>",
        "<metadata/>",
        " ",
        "<style>",
        "<!--",
        "<!-- -->",
        "]",
        "<![CDATA[",
        "sodipodi:docname='",
        "&a;",
    ],
)
def test_a_large_drawing_is_read_once(shape: str, part: str) -> None:
    small, large = (shape.format(part * number).encode() for number in (5000, 5000 * TIMES))
    assert_linear(lambda content: strip_metadata("a.svg", content), small, large)


@pytest.mark.parametrize("name", [*KINDS, "teken.svg"])
def test_what_can_not_be_read_stays_as_it_is(name: str) -> None:
    whole = photo(KINDS.get(name, "PNG"))
    for content in (b"", b"\xff", b"GIF89a", *(whole[:length] for length in range(0, len(whole) - 60, 50))):
        assert len(strip_metadata(name, content)) <= len(content)


def test_other_files_are_left_alone() -> None:
    assert strip_metadata("blad.pdf", photo("JPEG")) == photo("JPEG")
