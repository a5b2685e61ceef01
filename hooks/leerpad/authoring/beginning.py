"""A whole new course from its template: a folder for each language, in `course/`. Writes nothing.

What is *managed* belongs to the engine, and a later version brings it up to date (`updating.py`). The rest is the
author's from the first day.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.authoring.schema import SCHEMAS
from leerpad.authoring.starters import name_from
from leerpad.course.model.colors import LIGHT_PAGE, readable
from leerpad.locales import load_locale
from leerpad.source.scalars import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = "0.2.0"
"""The version of the engine, as in pyproject.toml."""
TEMPLATES = Path(__file__).with_name("course")
CHECKOUT = Path(__file__).parents[3]
"""The folder of the engine with all that belongs to it, where it isn't installed as a package."""
WHEELS = "wheels"
"""The folder of a course that holds the engine as a file, for who installs it."""
AUTHORS = ("mkdocs.yml", "docs/", "modules/", "quizzes/")
_GAP = re.compile(r"@(\w+)@")
_NAMED = re.compile(r"[A-Za-z0-9][\w.-]*")


@dataclass(frozen=True)
class Wishes:
    """What somebody wants of a new course. The colour is written `#rrggbb`."""

    name: str
    language: str
    color: str

    def as_data(self) -> dict[str, str]:
        """The same, to be kept with the course."""
        return asdict(self)


def course_files(wishes: Wishes) -> dict[str, str]:
    """Every file of a new course, by its path."""
    return {**_filled(wishes), **schema_files(wishes.language)}


def managed_files(wishes: Wishes) -> dict[str, str]:
    """The files that this version of the engine keeps up to date."""
    ours = {path: text for path, text in _filled(wishes).items() if not path.startswith(AUTHORS)}
    return {**ours, **schema_files(wishes.language)}


def schema_files(language: str) -> dict[str, str]:
    """The JSON Schemas, by which an editor helps."""
    return {path: make(load_locale(language)) for path, make in SCHEMAS.items()}


def _filled(wishes: Wishes) -> dict[str, str]:
    values = _values(wishes)
    folder = TEMPLATES / wishes.language
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {
        _path(file.relative_to(folder).as_posix()): _GAP.sub(lambda gap: values[gap[1]], file.read_text("utf-8"))
        for file in files
    }


def _path(name: str) -> str:
    """The path in a course. Templates have other names where a tool would take them for what they are."""
    return re.sub(r"(^|/)dot-", r"\1.", name.removesuffix(".template"))


def _values(wishes: Wishes) -> dict[str, str]:
    return {
        "name": yaml_text(wishes.name),
        "heading": re.sub(r"([\\`*_{}\[\]<>#&|!])", r"\\\1", wishes.name),
        "id": name_from(wishes.name) or "course",
        "color": readable(wishes.color, LIGHT_PAGE),
        "version": VERSION,
        "requirements": "\n".join(f"{name}=={number}" for name, number in sorted(_pins())),
    }


def _pins() -> Iterator[tuple[str, str]]:
    """The engine and all it needs, in the versions that are installed here; without those for other systems."""
    yield "leerpad", VERSION
    waiting, seen = _names(_needs()), {"leerpad"}
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            yield name, version(name)
            waiting += _names(requires(name) or [])
        except PackageNotFoundError:  # what another system needs
            continue


def _needs() -> list[str]:
    """What the engine needs, from its package or from the settings of a checkout."""
    settings = CHECKOUT / "pyproject.toml"
    if settings.is_file():
        project: dict[str, list[str]] = tomllib.loads(settings.read_text("utf-8")).get("project", {})
        return project.get("dependencies", [])
    try:
        return requires("leerpad") or []
    except PackageNotFoundError:  # somebody laid only our folder somewhere
        return []


def _names(lines: list[str]) -> list[str]:
    plain = [line for line in lines if "extra ==" not in line]
    return [match[0].lower().replace("_", "-") for line in plain if (match := _NAMED.match(line))]
