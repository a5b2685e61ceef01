"""Zips that are the same bytes wherever and whenever they are made."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

OLDEST = 315_532_800  # 1980: a zip knows nothing before
_ORDINARY_FILE = 0o100644 << 16
_UNIX = 3


def zip_of(files: Mapping[str, bytes], moment: int = OLDEST) -> bytes:
    """These files in this order, all of one moment, in seconds since 1970.

    Permissions are fixed, and nothing is compressed: not every machine has the same zlib, and they don't write the same
    bytes.
    """
    time = datetime.fromtimestamp(max(moment, OLDEST), UTC).timetuple()[:6]
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as package:
        for name, content in files.items():
            entry = ZipInfo(name, time)
            entry.create_system = _UNIX
            entry.external_attr = _ORDINARY_FILE
            package.writestr(entry, content)
    return buffer.getvalue()
