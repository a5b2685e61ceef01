"""Foreign files with something wrong, or something in wait: what is said, where, and that nothing bad gets through."""

from __future__ import annotations

import re
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import Workbook
from support.banks import take, written
from support.examples import examples

from leerpad.exchange import FORMATS
from leerpad.exchange.foreign import MOST_BYTES, UnreadableError
from leerpad.exchange.read_any import read_any
from leerpad.locales import LANGUAGES, load_locale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOODLE = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{}</quiz>\n'
TRUTH = '<question type="truefalse"><name><text>{0}</text></name><questiontext format="html"><text><![CDATA[{0}]]></text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>\n'
LAUGHS = '<?xml version="1.0"?>\n<!DOCTYPE quiz [\n<!ENTITY a "ha">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">\n]>\n<quiz>&b;</quiz>'


def zipped(files: Mapping[str, str | bytes], compression: int = 0) -> bytes:
    with ZipFile(buffer := BytesIO(), "w", compression) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def book(*rows: list[str]) -> bytes:
    workbook = Workbook()
    assert workbook.active is not None
    for row in rows:
        workbook.active.append(row)
    workbook.save(buffer := BytesIO())
    return buffer.getvalue()


def with_part(workbook: bytes, part: str, text: str) -> bytes:
    """The workbook with another text in one of its parts."""
    with ZipFile(BytesIO(workbook)) as package:
        files = {name: package.read(name) for name in package.namelist()}
    return zipped({**files, part: text})


def lying_zip() -> bytes:
    """A zip of which the list promises one byte of a file that has thousands."""
    data = bytearray(zipped({"a.xml": b"0" * 5000}, ZIP_DEFLATED))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1).to_bytes(4, "little")
    return bytes(data)


def nameless_zip() -> bytes:
    """A zip of which the list takes the name of its file for a remark."""
    data = bytearray(zipped({"a": b"<x/>"}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 28], data[at + 32] = 0, 1
    return bytes(data)


def locked_zip() -> bytes:
    data = bytearray(zipped({"a.xml": b"<x/>"}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    data[6] |= 1
    return bytes(data)


REFUSED = {
    "empty": (b" \n", "x", "empty", 0, 0),
    "cut off in the middle of a tag": ((MOODLE.format(TRUTH.format("Zo")))[:150].encode(), "x.xml", "bad_xml", 3, 105),
    "cut off between questions": (MOODLE.format(TRUTH.format("Zo")).encode()[:-9], "x.xml", "bad_xml", 3, 234),
    "lines before the XML": (b"\n\n<quiz>\n<question>\n</quiz>", "x.xml", "bad_xml", 5, 8),
    "a sign that XML can't have": (MOODLE.format(TRUTH.format("a\x01b")).encode(), "x.xml", "bad_xml", 3, 41),
    "another encoding than it says": (MOODLE.format(TRUTH.format("één")).encode("cp1252"), "x.xml", "bad_xml", 3, 40),
    "an encoding nobody knows": (b'<?xml version="1.0" encoding="EBCDIC-X"?><quiz/>', "x.xml", "bad_xml", 1, 40),
    "an entity that HTML has and XML doesn't": (b"<quiz>\n&nbsp;</quiz>", "x.xml", "bad_xml", 2, 7),
    "entities of its own": (LAUGHS.encode(), "x.xml", "doctype", 2, 0),
    "entities in two bytes a sign": (
        LAUGHS.replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16"),
        "x.xml",
        "doctype",
        1,
        0,
    ),
    "a file of the computer as entity": (
        b'<!DOCTYPE q [<!ENTITY f SYSTEM "file:///etc/passwd">]><quiz>&f;</quiz>',
        "x.xml",
        "doctype",
        1,
        0,
    ),
    "XML of something else": (b"<html><body/></html>", "x.xml", "no_questions", 1, 0),
    "the settings of Canvas": (
        b'<quiz xmlns="http://canvas.instructure.com/xsd/cccv1p0"/>',
        "x.xml",
        "no_questions",
        1,
        0,
    ),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0", "x.png", "no_text", 0, 0),
    "a plain text": (b"Dag allemaal.", "x.txt", "unknown_format", 1, 0),
    "too large": (b"<" * (MOST_BYTES + 1), "x.xml", "too_large", 0, 0),
    "half a zip": (zipped({"a.xml": b"<x/>"})[:40], "x.zip", "bad_zip", 0, 0),
    "a zip with a password": (locked_zip(), "x.zip", "bad_zip", 0, 0),
    "a zip with a file without a name": (nameless_zip(), "x.zip", "bad_zip", 0, 0),
    "a zip that grows": (
        zipped({f"{n}.xml": b"0" * MOST_BYTES for n in range(5)}, ZIP_DEFLATED),
        "x.zip",
        "bomb",
        0,
        0,
    ),
    "a zip that lies about its size": (lying_zip(), "x.zip", "bad_zip", 0, 0),
    "a zip of very many files": (zipped({f"{n}": b"" for n in range(5001)}), "x.zip", "bomb", 0, 0),
    "a path out of the zip": (zipped({"../x.xml": "<x/>"}), "x.zip", "outside", 0, 0),
    "a path in disguise": (zipped({"a/..\\..\\x.xml": "<x/>"}), "x.zip", "outside", 0, 0),
    "a path from the root": (zipped({"/etc/x.xml": "<x/>"}), "x.zip", "outside", 0, 0),
    "a path on a drive": (zipped({"C:\\x.xml": "<x/>"}), "x.zip", "outside", 0, 0),
    "a zip without questions": (zipped({"a.txt": "x"}), "x.zip", "no_questions", 0, 0),
    "a sheet without a first row": (book([""]), "x.xlsx", "no_questions", 0, 0),
    "a sheet that says not where the question is": (book(["a", "b"], ["c", "d"]), "x.xlsx", "no_prompt_column", 1, 0),
    "a sheet that is broken": (with_part(book(["vraag"]), "xl/workbook.xml", "<x/>"), "x.xlsx", "bad_sheet", 0, 0),
    "a sheet with entities": (with_part(book(["vraag"]), "xl/styles.xml", LAUGHS), "x.xlsx", "doctype", 2, 0),
    "a sheet of a million rows": (
        with_part(
            book(["vraag"]),
            "xl/worksheets/sheet1.xml",
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>',
        ),
        "x.xlsx",
        "too_many_rows",
        10_000,
        0,
    ),
    "rows without end": (("vraag\n" + "x\n" * 10_001).encode(), "x.csv", "too_many_rows", 10_000, 0),
}


@pytest.mark.parametrize(("data", "name", "code", "line", "column"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_read_says_why_and_where(
    data: bytes, name: str, code: str, line: int, column: int
) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_any(data, name)
    error = caught.value
    assert (error.code, error.spot.line, error.column) == (code, line, column), error.params
    for language in LANGUAGES:
        words = load_locale(language).text(f"exchange.unreadable.{error.code}", **error.params)
        assert words
        assert not re.search(r"\{\w+\}", words)


@pytest.mark.parametrize(
    "data",
    [
        MOODLE.format(TRUTH.format("Eén")).encode("utf-8-sig"),
        MOODLE.replace("UTF-8", "UTF-16").format(TRUTH.format("Eén")).encode("utf-16"),
        MOODLE.replace("UTF-8", "ISO-8859-1").format(TRUTH.format("Eén")).encode("latin-1"),
        ("<!DOCTYPE quiz>\n" + MOODLE.partition("\n")[2].format(TRUTH.format("Eén"))).encode(),
        "::Eén::Eén{T}".encode("utf-8-sig"),
        "::Eén::Eén{T}".encode("utf-16"),
        "::Eén::Eén{T}".encode("cp1252"),
        "vraag;antwoord\r\nEén;waar\r\n".encode("utf-8-sig"),
        "A\n\nEén\rA. x\rB. y\rANSWER: A".encode("cp1252")[3:],
    ],
)
def test_each_ordinary_encoding_is_read(data: bytes) -> None:
    assert list(take(data).questions) == ["een"]


def test_a_large_file_is_read_whole() -> None:
    text = MOODLE.format("".join(TRUTH.format(f"Vraag {number} {'x' * 12_000}") for number in range(450)))
    assert len(text) > 10 * 2**20
    assert len(read_any(text.encode(), "x.xml").questions) == 450


def torn(data: bytes) -> Iterator[bytes]:
    """The file cut off, and with a letter gone or changed, at places all over it."""
    for at in range(0, len(data), max(1, len(data) // 12)):
        yield data[:at]
        yield data[:at] + data[at + 1 :]
        yield data[:at] + b"}" + data[at + 1 :]
        yield data[:at] + b"\x00\xff<" + data[at + 1 :]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_torn_file_is_read_or_refused_and_no_question_disappears(kind: str) -> None:
    content, _ = written(kind, [one.question for one in examples()][::4])
    file = content if isinstance(content, bytes) else zipped(content)
    for data in torn(file):
        with suppress(UnreadableError):
            take(data)  # which counts the questions, and reads the quiz back


SIGNS = st.text(alphabet="AB{}=~#%:->|[]\\/\n$Tgift:15.0 ;,'\"<>&", max_size=60)


@given(SIGNS)
@example("A{=\n")
@example("a{#1..}")
@example("// [id:]\n::::{}")
@example("A\nB. x\nANSWER: B")
def test_any_text_is_read_or_refused(text: str) -> None:
    for name in ("x.txt", "x.csv"):
        with suppress(UnreadableError):
            take(f"::Vast::Vast{{T}}\n\n{text}", name)


@given(
    st.lists(
        st.sampled_from(
            [
                "<quiz>",
                "</quiz>",
                "<question type='{}'>",
                "</question>",
                "<answer fraction='1e400'>",
                "</answer>",
                "<text>",
                "</text>",
                "{1:MC:",
                "{1:NM:=x~",
                "}",
                "<![CDATA[",
                "]]>",
                "<item>",
                "</item>",
                "<presentation>",
                "<response_lid>",
                "<assessmentItem>",
                "</assessmentItem>",
                "<itemBody>",
                "<choiceInteraction>",
                "nan",
                "cloze",
                "&#0;",
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_any_xml_is_read_or_refused(text: str) -> None:
    for kind in ("cloze", "multichoice", "numerical"):
        for data in (text.replace("{}", kind), f"<quiz><question type='{kind}'>{text}</question></quiz>"):
            with suppress(UnreadableError):
                take(data, "x.xml")


def test_every_word_of_an_exchange_is_said_somewhere() -> None:
    from support.trees import REPOSITORY

    room = REPOSITORY / "hooks" / "leerpad" / "exchange"
    code = "\n".join(file.read_text("utf-8") for file in room.rglob("*.py"))
    code += (REPOSITORY / "hooks" / "leerpad" / "commands" / "exchange.py").read_text("utf-8")
    keys = {key.removeprefix("exchange.") for key in load_locale("nl").words if key.startswith("exchange.")}
    unsaid = {key for key in keys if f'"exchange.{key}"' not in code and f'"{key.rpartition(".")[2]}"' not in code}
    assert {key for key in unsaid if not re.fullmatch(r"\w+\.(one|other)", key)} == set()
