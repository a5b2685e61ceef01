"""The site without a network: a service worker at its root that keeps one whole version in the browser.

Everything in it follows from what the site holds, so the same site gives the same worker anywhere.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.course.model.badges import DID_FILE, STATUS_FILE
from leerpad.deploy.servers import FILES, TYPES, WORKER, site_files
from leerpad.site.assets.minify import minified

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.locales import Locale

HERE = Path(__file__).parent
ALL = 50_000_000
"""What a first visit fetches at most, in bytes before packing: HTML goes over the line in about a seventh of that."""
EACH = 2_000_000
"""An image or document that is larger waits until somebody opens it."""
LARGEST = 20_000_000
"""What is larger still is never kept."""
MEDIA = {"mp3", "mp4", "webm", "ogg", "wav", "m4a", "mov", "zip"}
"""Never kept: a browser asks for parts of them, and they are large."""
NEEDED = ({"js", "css", "json"}, {"html"})
"""What goes first: what every page needs, then the pages themselves."""


def write_worker(site: Path, locale: Locale, *, keeps: bool, never: str, later: str) -> None:
    """Write the worker of a built site, whose settings for servers are there already.

    `keeps` is false where nothing may be kept: then the worker takes away what an earlier one left. `never` and `later`
    match files of the theme that no reader needs, and that only some do.
    """
    made = locale.text("hosting.made")
    if keeps:
        code = minified(HERE / "worker.js")
        settings = "".join((site / name).read_text("utf-8") for name in FILES)  # pages are kept with their headers
        data = site_data(_entries(site, never), later, code + settings)
        text = f"/* {made} {locale.text('offline.keeps')} */\nconst SITE={data};\n{code}\n"
    else:
        text = f"/* {made}\n   {locale.text('offline.leaves')} */\n{(HERE / 'leave.js').read_text('utf-8')}"
    (site / WORKER).write_bytes(text.encode())


def site_data(files: Iterable[tuple[str, int, str]], later: str, also: str) -> str:
    """What the worker knows of the site, as JSON: the files to keep at once and when opened, and the version of it all.

    `files` are names, sizes and hashes; `also` is what makes another version beside them.
    """
    now: dict[str, str] = {}
    rest: dict[str, str] = {}
    room = ALL
    for name, size, digest in sorted(files, key=lambda file: (_turn(file[0]), file[0])):
        ending = _ending(name)
        if ending in MEDIA or size > LARGEST:
            continue
        # What a server doesn't know it may refuse, and one file that fails holds everything up.
        waits = re.search(later, name) or ending not in TYPES or (_turn(name) == len(NEEDED) and size > EACH)
        if waits or size > room:
            rest[name] = digest
        else:
            now[name] = digest
            room -= size
    known = {"now": now, "later": rest, "bytes": ALL - room}
    version = hashlib.sha256(f"{json.dumps(known)}{also}".encode()).hexdigest()[:16]
    return json.dumps({"version": version, **known}, ensure_ascii=False, separators=(",", ":"))


def _entries(site: Path, never: str) -> Iterable[tuple[str, int, str]]:
    """Every file that may be kept. Which badges are withdrawn, and who signs them, is of use only as it is now."""
    for name, file in site_files(site).items():
        if name not in (*FILES, WORKER, DID_FILE, STATUS_FILE) and not re.search(never, name):
            content = file.read_bytes()
            yield name, len(content), hashlib.sha256(content).hexdigest()[:16]


def _turn(name: str) -> int:
    ending = _ending(name)
    return next((turn for turn, endings in enumerate(NEEDED) if ending in endings), len(NEEDED))


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()
