"""Which format a foreign file has, told by what it holds, and its questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from leerpad.exchange.aiken import is_aiken, read_aiken
from leerpad.exchange.foreign import MOST_BYTES, Spot, UnreadableError, texts_of
from leerpad.exchange.gift.read import read_gift
from leerpad.exchange.moodle_xml.read import read_moodle_xml
from leerpad.exchange.package_in import read_package
from leerpad.exchange.qti.read_package import read_qti, read_qti_package
from leerpad.exchange.sheet.read import read_csv, read_xlsx
from leerpad.exchange.xml_in import refuse_own_entities

if TYPE_CHECKING:
    from leerpad.exchange.foreign import Haul

_ZIP = b"PK\x03\x04"


def read_any(data: bytes, name: str) -> Haul:
    """The questions of a file; `name` only decides between formats of plain text. Raises UnreadableError."""
    if len(data) > MOST_BYTES:
        raise UnreadableError("too_large", Spot("", 0), most=MOST_BYTES // 2**20)
    if not data.strip():
        raise UnreadableError("empty", Spot("", 0))
    if data[:4] == _ZIP:
        return _zip(data)
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<") or (data[:2] in (b"\xff\xfe", b"\xfe\xff") and b"<\x00" in data[:8]):
        return _xml(data)
    text = texts_of(data)
    if name.lower().endswith((".csv", ".tsv")):
        return read_csv(data)
    if is_aiken(text):
        return read_aiken(data)
    if re.search(r"(?<!\\)\{|^[ \t]*::", text, re.MULTILINE):
        return read_gift(data)
    if re.search(r"[;,\t]", text.split("\n", 1)[0]):
        return read_csv(data)
    raise UnreadableError("unknown_format", Spot("", 1))


def _zip(data: bytes) -> Haul:
    files = read_package(data)
    if "xl/workbook.xml" in files:
        for name, part in files.items():
            if name.endswith((".xml", ".rels")):
                refuse_own_entities(part, name)
        return read_xlsx(data)
    return read_qti_package(files)


def _xml(data: bytes) -> Haul:
    is_moodle = re.search(rb"<\s*quiz[\s>]", data[:4096].replace(b"\0", b"")) is not None
    return read_moodle_xml(data) if is_moodle else read_qti(data)
