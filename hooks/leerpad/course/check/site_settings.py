"""What mkdocs.yml says of the site itself, as far as it could do harm: where it is made, its address, its links."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.source.diagnostics import START, Report
from leerpad.source.files import read_text
from leerpad.source.links import runs_script
from leerpad.source.shape import locate
from leerpad.source.tree import Mapping, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Mapping_

    from leerpad.course.load.reader import Roots
    from leerpad.source.diagnostics import Position
    from leerpad.source.shape import KeyPath

SITE_DIR = "site"
"""The folder of the site where nobody says another."""

_WORKING_FOLDERS = ("hooks", ".git", ".venv", "node_modules", "requirements", "tests")
_MARKS_OF_A_SITE = ("404.html", "assets/leerpad")
"""What every build writes, ours first of all: by these we know that a folder may be replaced."""

_SITE_URL = re.compile(r"https?://[\w.-]+(:\d+)?(/[A-Za-z0-9._~-]+)*/?", re.ASCII)
"""Goes as it is into the settings of servers, each with signs of its own that mean something: so few are let in."""

_HOLDING_LINKS = ("extra", "repo_url")


def check_site_settings(values: Mapping_[str, object], roots: Roots, report: Report) -> None:
    """Report what in the values of mkdocs.yml, or given in their place to the host, would do harm."""
    site = roots.project / str(values.get("site_dir") or SITE_DIR)
    path = roots.name(roots.settings)
    source = read_text(roots.settings, path, Report())
    tree = read_tree(source, Report(), tags_allowed=True) if source else None

    def at(*place: str | int) -> Position:
        return locate(tree, place) if isinstance(tree, Mapping) else START

    code = _harm_of_folder(site, roots)
    if code:
        inside = site.is_relative_to(roots.project) and site != roots.project
        folder = site.relative_to(roots.project) if inside else site
        report.fault(path, at("site_dir"), code, folder=folder.as_posix())
    address = values.get("site_url")
    if address and isinstance(address, str) and not _SITE_URL.fullmatch(address):
        report.fault(path, at("site_url"), "unsafe_site_url", value=address)
    for number, name in enumerate(_named_files(values)):
        file = roots.project / name
        if not roots.hold(file) or not file.exists():
            report.fault(path, at("extra", "leerpad", "files", number), "missing_named_file", name=name)
    for key in _HOLDING_LINKS:
        for place, text in _texts(values.get(key), (key,)):
            if runs_script(text):
                report.fault(path, at(*place), "script_link", target=text)


def _named_files(values: Mapping_[str, object]) -> list[str]:
    ours: object = values.get("extra")
    for key in ("leerpad", "files"):
        ours = ours.get(key) if isinstance(ours, dict) else None
    return [name for name in ours if isinstance(name, str)] if isinstance(ours, list) else []


def _harm_of_folder(site: Path, roots: Roots) -> str | None:
    """Why a folder can't be that of the site, as the code of a fault; all that is in it would be replaced."""
    sources = [roots.modules, roots.quizzes, roots.docs, *(roots.project / name for name in _WORKING_FOLDERS)]
    if site.exists() and not site.is_dir():
        return "site_is_a_file"
    place = _place(site)
    if any(_is_within(place, _place(folder)) for folder in sources):
        return "site_among_sources"
    if any(_is_within(_place(folder), place) for folder in (*sources, roots.project, roots.settings, Path.home())):
        return "site_around_sources"
    is_site = any((site / name).exists() for name in _MARKS_OF_A_SITE)
    if site.is_dir() and not is_site and any(not file.name.startswith(".") for file in site.iterdir()):
        return "site_over_other_files"
    return None


def _place(folder: Path) -> tuple[str, ...]:
    """Where a folder really is, in a form that is the same for two names that any system takes for one."""
    return Path(unicodedata.normalize("NFC", os.path.realpath(folder)).casefold()).parts


def _is_within(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    return inner[: len(outer)] == outer


def _texts(value: object, place: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*place, str(key)))
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*place, number))
