"""A course made into a build in this process: all that a site is made of, without the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.locales import load_locale
from leerpad.site.build import Build, Host, make_build
from leerpad.source.memory import NoMemory
from support.faults import checked
from support.trees import write_tree

if TYPE_CHECKING:
    from pathlib import Path


def build_of(folder: Path, files: dict[str, str]) -> Build:
    """The build of these files, in which nothing may be wrong."""
    read, report = checked(write_tree(folder, {**files}))
    assert report.faults == []
    return make_build(read.without_guide(), report, load_locale("nl"), Host("Proefpad", [], {}), folder, NoMemory())
