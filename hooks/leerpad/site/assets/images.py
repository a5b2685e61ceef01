"""Strip metadata from images: where and by whom they were made isn't published. How they look doesn't change.

A photo of a phone tells the place it was taken, a drawing the folder it was saved in. Only such parts are left out; the
picture itself isn't packed anew, so it loses nothing. Formats: JPEG (ISO/IEC 10918-1, annex B), PNG (third edition),
WebP (RFC 9649). A drawing is taken apart in drawings.py.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING, Protocol

from leerpad.site.assets.drawings import strip_svg_metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_EXIF = b"Exif\0\0"
_ORIENTATION = 0x0112
_JPEG_START, _JPEG_SCAN, _JPEG_END = b"\xff\xd8", 0xDA, 0xD9
_JPEG_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the coded lines of a scan."""
_JPEG_NOTES = {0xFE, *range(0xE0, 0xF0)} - {0xE0, 0xE2, 0xEE}
"""Comments and application segments, but for those that say how to show it: JFIF, a colour profile, Adobe's colours."""
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_LEFT_OUT = {b"tEXt", b"zTXt", b"iTXt", b"tIME", b"eXIf"}
_WEBP_LEFT_OUT = {b"EXIF": 0x08, b"XMP ": 0x04}
"""Chunks, with the bit of the first chunk that announces each."""


def strip_metadata(name: str, content: bytes) -> bytes:
    """The same picture without notes on its making; the very same bytes where there are none, or it can't be read."""
    clean = _CLEANERS.get(name.rpartition(".")[2].lower())
    try:
        return clean(content) if clean else content
    except (struct.error, IndexError):  # cut off, or another kind than its name says
        return content


def is_picture(name: str) -> bool:
    """Whether the name is that of a picture that may carry its past."""
    return name.rpartition(".")[2].lower() in _CLEANERS


def _jpeg(content: bytes) -> bytes:
    if not content.startswith(_JPEG_START):
        return content
    kept = [_JPEG_START]
    for kind, segment in _jpeg_segments(content):
        turned = _orientation(segment[4 + len(_EXIF) :]) if segment[4:].startswith(_EXIF) else 1
        if turned > 1:
            body = _EXIF + _only_orientation(turned)
            kept.append(struct.pack(">BBH", 0xFF, 0xE1, 2 + len(body)) + body)
        elif not (kind in _JPEG_NOTES or (kind == 0xE2 and not segment[4:].startswith(b"ICC_PROFILE"))):
            kept.append(segment)
    return b"".join(kept)


def _jpeg_segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Up to the end of the picture: what phones put behind it, a film of the moment, is left out."""
    place = len(_JPEG_START)
    while content[place + 1] != _JPEG_END:
        kind, length = struct.unpack_from(">xBH", content, place)
        end = place + 2 + length
        if kind == _JPEG_SCAN:
            following = _JPEG_MARKER.search(content, end)
            end = following.start() if following else len(content)
        yield kind, content[place:end]
        place = end
    yield _JPEG_END, content[place : place + 2]


def _png(content: bytes) -> bytes:
    if not content.startswith(_PNG_START):
        return content
    kept, place = [_PNG_START], len(_PNG_START)
    kind = b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, place)
        body = content[place + 8 : place + 8 + length]
        turned = _orientation(body) if kind == b"eXIf" else 1
        if turned > 1:
            body = kind + _only_orientation(turned)
            kept.append(struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body)))
        elif kind not in _PNG_LEFT_OUT:
            kept.append(content[place : place + 12 + length])
        place += 12 + length
    return b"".join(kept)


def _webp(content: bytes) -> bytes:
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        return content
    kept, announced = [], 0xFF
    for kind, body in _riff_chunks(content):
        turned = _orientation(body.removeprefix(_EXIF)) if kind == b"EXIF" else 1
        if turned > 1:
            kept.append((kind, _only_orientation(turned)))
        elif kind in _WEBP_LEFT_OUT:
            announced &= ~_WEBP_LEFT_OUT[kind]
        else:
            kept.append((kind, body))
    chunks = [(kind, bytes([body[0] & announced]) + body[1:] if kind == b"VP8X" else body) for kind, body in kept]
    packed = b"".join(kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2) for kind, body in chunks)
    return b"RIFF" + struct.pack("<I", 4 + len(packed)) + b"WEBP" + packed


def _riff_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place, end = 12, 8 + int.from_bytes(content[4:8], "little")
    while place < end:
        kind, length = struct.unpack_from("<4sI", content, place)
        yield kind, content[place + 8 : place + 8 + length]
        place += 8 + length + length % 2


def _orientation(tiff: bytes) -> int:
    """How a reader must turn the picture, 1 to 8 (Exif 2.3, tag 0x0112); 1, not at all, where the notes say nothing."""
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        entries = [struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number) for number in range(count)]
    except struct.error:
        return 1
    return next((value for tag, _, _, value in entries if tag == _ORIENTATION and 1 <= value <= 8), 1)


def _only_orientation(value: int) -> bytes:
    """The smallest notes that a browser turns the picture by."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, value, 0, 0)


_CLEANERS: dict[str, Callable[[bytes], bytes]] = {
    "jpg": _jpeg,
    "jpeg": _jpeg,
    "png": _png,
    "webp": _webp,
    "svg": strip_svg_metadata,
}


class HostFile(Protocol):
    """A file of a host."""

    content_bytes: bytes

    @property
    def src_uri(self) -> str:
        """Where it stands among the sources."""


def strip_metadata_of(file: HostFile) -> None:
    """Publish a picture among the files of a host without its metadata; the author's file stays as it is."""
    if not is_picture(file.src_uri):
        return
    content = file.content_bytes
    clean = strip_metadata(file.src_uri, content)
    if clean != content:
        file.content_bytes = clean
