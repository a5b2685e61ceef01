"""What the machine or the theme refused during a build, as faults in words: lines of code help no author."""

from __future__ import annotations

import errno
import os
import re
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound

from leerpad.source.diagnostics import START, Position, Report
from leerpad.source.files import read_text
from leerpad.source.tree import Mapping, Node, Scalar, Sequence, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from leerpad.course.load.reader import Roots
    from leerpad.locales import Locale

_ICON = re.compile(r"\.icons/(?P<name>.+)\.svg")
_LANGUAGE = re.compile(r"partials/languages/(?P<name>.+)\.html")
_REFUSED = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EROFS: "no_permission",
    errno.EBUSY: "no_permission",
    errno.ELOOP: "link_in_circles",
}


def refusal_of(report: Report, locale: Locale) -> str:
    """Why nothing is built: how many faults there are, and each with its place."""
    lines = [locale.diagnostic(found) for found in report.faults]
    return "\n".join([locale.plural("portal.faults", len(lines)), *lines])


def trouble_of(error: BaseException, roots: Roots, site: Path) -> Report:
    """The faults that explain an exception; none where it is a mistake in a program. `site` is what was being made."""
    report = Report()
    if isinstance(error, TemplateNotFound):
        _missing_template(str(error.name), roots, report)
    elif isinstance(error, OSError):
        code = _REFUSED.get(error.errno or 0, "refused_by_machine")
        # Of a copy to a disk that is full, Python names the file that was copied.
        path = _path(site, roots) if code == "disk_full" or not error.filename else _path(error.filename, roots)
        report.fault(path, START, code, reason=error.strerror or type(error).__name__)
    return report


def _missing_template(name: str, roots: Roots, report: Report) -> None:
    path = roots.name(roots.settings)
    for pattern, code in ((_ICON, "unknown_icon"), (_LANGUAGE, "unknown_language")):
        match = pattern.fullmatch(name)
        if match:
            report.fault(path, _place_of(match["name"], roots.settings), code, value=match["name"])
            return
    report.fault(path, START, "missing_theme_file", file=name)


def _place_of(text: str, settings: Path) -> Position:
    """Where a value stands in mkdocs.yml; its beginning if it stands somewhere else."""
    source = read_text(settings, settings.name, Report())
    tree = read_tree(source, Report(), tags_allowed=True) if source else None
    return next((node.position for node in _scalars(tree) if node.text == text), START)


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    inner = node.entries.values() if isinstance(node, Mapping) else node.items if isinstance(node, Sequence) else ()
    for child in inner:
        yield from _scalars(child)


def _path(name: Path | str | bytes, roots: Roots) -> str:
    """The path to show: from the project where the file is in there."""
    file = roots.project / os.fsdecode(name)
    return file.relative_to(roots.project).as_posix() if file.is_relative_to(roots.project) else file.as_posix()
