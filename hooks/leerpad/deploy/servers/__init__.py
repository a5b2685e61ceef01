"""Ready settings for whoever publishes the site: for IIS, nginx, Apache and static hosts, in the site's own folder."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from leerpad.deploy.servers.policy import inline_parts, policy
from leerpad.source.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from leerpad.locales import Locale

_HERE = Path(__file__).parent

FILES = ("web.config", "nginx.conf", ".htaccess", "_headers")
WORKER = "service-worker.js"
"""The file by which a browser knows of a new version: no server may let it be kept. See deploy/offline."""

HASHED = r"\.[0-9a-f]{8,10}\.(min\.)?(js|css|woff2)(\.map)?$"
"""Names that change with what the file holds; an engine of regular expressions of any server reads this."""

TEXTS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "json": "application/json",
    "map": "application/json",
    "webmanifest": "application/manifest+json",
    "svg": "image/svg+xml",
    "xml": "application/xml",
    "txt": "text/plain",
    "vtt": "text/vtt",
}
"""Media types of files that hold text: sent as UTF-8, and compressed."""

BINARIES = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff": "font/woff",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "zip": "application/zip",
    "jwt": "application/vc+jwt",
}

TYPES = {**TEXTS, **BINARIES}
"""Media types of everything that a server is told about."""

NEVER_USED = (
    "accelerometer browsing-topics camera captured-surface-control clipboard-read compute-pressure display-capture"
    " gamepad geolocation gyroscope hid identity-credentials-get idle-detection keyboard-map local-fonts magnetometer"
    " microphone midi otp-credentials payment publickey-credentials-create publickey-credentials-get screen-wake-lock"
    " serial usb window-management xr-spatial-tracking"
)
"""What of a device no page may reach. All are features that Chromium knows: it complains in the console of others."""

OWN_USE = "autoplay clipboard-write fullscreen picture-in-picture"
"""What a film beside a lesson or a button that copies needs; a page from elsewhere in a frame gets none of it."""

SAFETY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        [*(f"{name}=()" for name in NEVER_USED.split()), *(f"{name}=(self)" for name in OWN_USE.split())]
    ),
}
"""Headers that every answer carries beside the Content-Security-Policy.

No Trusted Types: the theme writes `innerHTML` and starts its search from an address, so under them its script stops. A
default policy that lets it through would let everything through, and scripts from elsewhere are stopped already.
"""


def furnish(
    site: Path, locale: Locale, site_url: str | None, framed_by: Iterable[str] = (), made: Iterable[str] = ()
) -> None:
    """Write the settings for each kind of server beside the pages of a built site, with the policy that they need.

    `made`: HTML that scripts of the theme make in a page, as far as it needs a permission.

    The policy isn't in a meta element too: with that, Chromium stops fetching ahead, paints before the scripts of
    the page are there, and what stands on it jumps. By double-click it would guard little.
    """
    files = site_files(site)
    pages = (file.read_text("utf-8") for name, file in files.items() if name.endswith(".html"))
    inline = inline_parts(chain(pages, made))
    for name, text in settings(list(files), policy(inline, framed_by), locale, site_url).items():
        (site / name).write_bytes(text.encode())


def site_files(site: Path) -> dict[str, Path]:
    """The files of a built site by their names in it, in order."""
    return {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}


def settings(names: list[str], rules: str, locale: Locale, site_url: str | None) -> dict[str, str]:
    """The settings for each kind of server, by the name of their file."""
    known = {
        "t": locale.text,
        "base": base_path(site_url) or "/",
        "hashed": HASHED,
        "hashed_files": [name for name in names if re.search(HASHED, name)],
        "headers": {"Content-Security-Policy": rules, **SAFETY},
        "texts": TEXTS,
        "types": TYPES,
        "own": "|".join(FILES),
        "worker": WORKER,
    }
    return {name: filled(_HERE / f"{name.lstrip('._')}.jinja", **known) for name in FILES}


def base_path(site_url: str | None) -> str | None:
    """The folder on its server where the site stands, such as `/leren/`; None if nobody said where."""
    return f"{urlsplit(site_url).path.rstrip('/')}/" if site_url else None
