"""A course made into a build in this process: all that a site is made of, without the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.check.course import check_course
from leerpad.course.load.course import Roots, load_course
from leerpad.locales import load_locale
from leerpad.site.build import Build, Host, make_build
from leerpad.source.diagnostics import Report
from leerpad.source.memory import NoMemory
from support.trees import write_tree

if TYPE_CHECKING:
    from pathlib import Path


def build_of(folder: Path, files: dict[str, str]) -> Build:
    """The build of these files, in which nothing may be wrong."""
    write_tree(folder, {**files})
    report = Report()
    read = load_course(Roots(folder, folder / "docs", folder / "mkdocs.yml"), report)
    check_course(read, report)
    assert report.faults == []
    return make_build(read.without_guide(), report, load_locale("nl"), Host("Proefpad", [], {}), folder, NoMemory())
