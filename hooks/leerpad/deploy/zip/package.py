"""One zip to hand over: the site, a sum of every file, its version, and what to do with it.

The same site and version give the same bytes anywhere: entries are sorted, and carry the time of the commit.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from leerpad.deploy.servers import site_files
from leerpad.source.zip_file import zip_of

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.locales import Locale
    from leerpad.site.plan.version import Version

SITE = "site/"
SUMS = "SHA256SUMS.txt"
_PACKED_BY_HOST = "sitemap.xml.gz"  # sitemap.xml once more, in the words of this machine's zlib


def package_name(course_id: str, version: Version) -> str:
    """The name of the zip: which course, from when, and exactly which version. Sorted by name, the newest is last."""
    return f"{course_id}-{version.day}-{version.short}.zip"


def make_package(site: Path, course_id: str, version: Version, locale: Locale) -> bytes:
    """The zip with a built site."""
    entries = {f"{SITE}{name}": content for name, content in _files(site).items()}
    entries[locale.text("publish.version_file")] = _version(course_id, version)
    entries[locale.text("publish.readme_file")] = locale.text(
        "publish.readme", course=course_id, commit=version.short, day=version.day, sums=SUMS
    ).encode()
    sums = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(entries.items())]
    return zip_of(dict(sorted((entries | {SUMS: "".join(sums).encode()}).items())), version.time)


def _files(site: Path) -> dict[str, bytes]:
    return {name: file.read_bytes() for name, file in site_files(site).items() if file.name != _PACKED_BY_HOST}


def _version(course_id: str, version: Version) -> bytes:
    told = {"course_id": course_id, "commit": version.commit, "date": version.day}
    return f"{json.dumps(told, indent=2)}\n".encode()
