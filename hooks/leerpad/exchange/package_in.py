"""A zip that somebody else packed: its files, with nothing that could leave it or burst it."""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile

from leerpad.exchange.foreign import MOST_BYTES, Spot, UnreadableError

MOST_FILES = 5000
_BROKEN = (BadZipFile, zlib.error, LZMAError, RuntimeError, OSError, EOFError, ValueError, LookupError)
"""What the library raises at a zip that is cut off, changed, locked or packed in a way that it doesn't know."""


def read_package(data: bytes) -> dict[str, bytes]:
    """The files by their names. Raises UnreadableError for a broken zip, a bomb, or a name that leads out of it."""
    try:
        package = ZipFile(BytesIO(data))
        entries = [entry for entry in package.infolist() if not entry.is_dir()]
        if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > 4 * MOST_BYTES:
            raise UnreadableError("bomb", Spot("", 0))
        for entry in entries:
            name = posixpath.normpath(entry.filename.replace("\\", "/"))
            if name.startswith(("/", "../")) or name == ".." or ":" in name.split("/")[0]:
                raise UnreadableError("outside", Spot(entry.filename, 0))
        return {
            posixpath.normpath(entry.filename.replace("\\", "/")): _read(package, entry.filename) for entry in entries
        }
    except _BROKEN as error:
        raise UnreadableError("bad_zip", Spot("", 0), reason=str(error)) from None


def _read(package: ZipFile, name: str) -> bytes:
    """One file, and never more of it than its entry promised: a lie about the size is a bomb too."""
    size = package.getinfo(name).file_size
    with package.open(name) as opened:
        data = opened.read(size + 1)
    if len(data) > size:
        raise UnreadableError("bomb", Spot(name, 0))
    return data
