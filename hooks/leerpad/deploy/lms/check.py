"""What must be so of a course before it can be a package, each with the place in the settings that asks for it."""

from __future__ import annotations

import posixpath
import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from leerpad.deploy.lms.room import SCORM12, core_letters
from leerpad.source.diagnostics import START, Position, Report
from leerpad.source.files import read_text
from leerpad.source.markdown_text import MarkdownText
from leerpad.source.names import listed
from leerpad.source.shape import locate
from leerpad.source.tree import Mapping, read_tree
from leerpad.source.where import for_package, said_for, slips_in

if TYPE_CHECKING:
    from collections.abc import Mapping as Mapping_
    from pathlib import Path

    from leerpad.course.load.reader import Roots
    from leerpad.course.model.course import Course
    from leerpad.source.files import SourceText

    Sources = Mapping_[str, SourceText]

PLACE = ("extra", "leerpad", "packages")
_PART = re.compile(r"""<(?:script|link)\s[^>]*?(?:src|href)="?([^"\s>?#]+\.(?:js|css))""")


def _parts_of(page: str, html: str) -> list[str]:
    """The scripts and styles that a page of the site loads, by their names in the site."""
    return [posixpath.normpath(posixpath.join(posixpath.dirname(page), name)) for name in _PART.findall(html)]


class PackageCheck:
    """Reports what is wrong with the settings of packages."""

    def __init__(self, course: Course, roots: Roots, report: Report) -> None:
        self._course = course
        self._packages = course.settings.packages
        self._report = report
        self._path = roots.name(roots.settings)
        source = read_text(roots.settings, self._path, Report())
        self._tree = read_tree(source, Report(), tags_allowed=True) if source else None

    def levels(self) -> None:
        """The level that completion names exists."""
        level, known = self._packages.level, [level.id for level in self._course.levels]
        if level is not None and level not in known:
            self._fault("package_level_missing", "completion", value=level, known=listed(known))

    def kind(self, kind: str) -> None:
        """What this kind of package asks."""
        if kind == "cmi5" and self._packages.iri is None:
            self._fault("package_without_iri", "iri")
        letters = core_letters(self._course)
        if kind == "scorm12" and letters > SCORM12:
            self._fault("package_too_large", letters=letters, maximum=SCORM12)

    def marks(self, sources: Sources) -> None:
        """Parts of texts that hold for one delivery only begin and end, and name one that there is."""
        for path, source in sources.items():
            text = MarkdownText(source.text)
            self._report.note(path, text.located(slips_in(text)))

    def promises(self, sources: Sources, pattern: str) -> None:
        """No text that goes into a package says what isn't true there. `pattern`: how such promises are worded."""
        for path, source in sources.items():
            said = said_for(MarkdownText(source.text), for_package(self._packages)).text
            for found in re.finditer(pattern.replace(" ", r"\s+"), said):
                line = said.count("\n", 0, found.start()) + 1
                column = found.start() - said.rfind("\n", 0, found.start())
                self._report.fault(path, Position(line, column), "package_promises", value=" ".join(found[0].split()))

    def left_out(self, site: Mapping_[str, Path], home: str) -> None:
        """Each pattern of `leave_out` matches a file of the site, and none that the page `home` can't do without."""
        needed = [home, *_parts_of(home, site[home].read_text("utf-8"))]
        for number, pattern in enumerate(self._packages.leave_out):
            matched = [name for name in site if fnmatchcase(name, pattern)]
            if not matched:
                self._fault("package_leaves_nothing_out", "leave_out", number, value=pattern)
            for name in [name for name in needed if name in matched][:1]:
                self._fault("package_leaves_out_what_it_needs", "leave_out", number, value=pattern, file=name)

    def _fault(self, code: str, *place: str | int, **params: object) -> None:
        self._report.fault(self._path, self._at(*place), code, **params)

    def _at(self, *place: str | int) -> Position:
        return locate(self._tree, (*PLACE, *place)) if isinstance(self._tree, Mapping) else START
