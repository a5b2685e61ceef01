"""The licences of everything that a site brings to its readers, in one file beside its pages.

What is packed for a browser has lost most of its notices. The licences ask that they come along with each copy.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from leerpad.site.assets.minify import ENGINE
from leerpad.site.plan.pages import NOTICES

THEME = "mkdocs-material"
MATERIAL, ZENSICAL = "notices.txt", "notices-zensical.txt"
_HERE = Path(__file__).parent
_OF_FONT = ENGINE / "client" / "heading_font" / "OFL.txt"


def write_notices(site: Path, theme: str = MATERIAL) -> None:
    """Write the licences into a built site. `theme`: the text about what its theme brings."""
    notices = list_of_notices(theme).replace("{theme}", _theme_copyright())
    files = (_HERE / "licenses.txt", _HERE / "apache-2.0.txt", _OF_FONT)
    licenses = "\n\n\n".join(file.read_text("utf-8").rstrip("\n") for file in files)
    (site / NOTICES).write_bytes(f"{notices}{licenses}\n".encode())


def list_of_notices(theme: str = MATERIAL) -> str:
    """What a site brings to its readers, each with its licence in words."""
    return (_HERE / theme).read_text("utf-8")


def _theme_copyright() -> str:
    """As the installed theme says it: the years change with its version."""
    try:
        theme = distribution(THEME)  # its list of files has fifteen thousand, so it isn't asked
        text = theme.read_text("licenses/LICENSE") or theme.read_text("LICENSE") or ""
    except PackageNotFoundError:
        text = ""
    lines = text.splitlines()
    return next((line.strip() for line in lines if line.startswith("Copyright")), "Copyright (c) Martin Donath")
