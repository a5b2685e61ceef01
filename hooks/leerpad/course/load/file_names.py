"""Files that can't go out, or not everywhere: links out of the course, names that some system refuses or mixes up,
pages and styles of an author's own that no server would give out right.

And files that were meant to take part, but that nobody reads because of their name or place.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.course.load.lists import is_draft
from leerpad.source.diagnostics import START
from leerpad.source.files import decoded, read_data
from leerpad.source.names import given_twice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.course.load.reader import Roots
    from leerpad.source.diagnostics import Report

_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ]$')
"""What no name may hold on Windows, and what would begin a line of its own in the settings of a server."""

_PAGE = re.compile(r"(?P<name>.+?)\.(?:md|markdown|mdown|mkdn?)(?:\.txt)?", re.IGNORECASE)
_DATA = re.compile(r"(?P<name>.+?)\.ya?ml(?:\.txt)?", re.IGNORECASE)
_READ = {".md", ".yml", ".yaml"}
_TEXTS = {".html", ".htm", ".css"}
"""What an author brings whole: servers give it out as UTF-8, and what the pages may do is read from it."""


def is_device(name: str) -> bool:
    """Whether Windows takes a name for that of a device, with any ending."""
    return _DEVICE.fullmatch(name) is not None


def check_files(roots: Roots, report: Report) -> None:
    """Report every such file; drafts and hidden files stay out of it."""
    for root in (roots.modules, roots.quizzes, roots.docs):
        files = list(_files(root))
        for file, first in given_twice(files, _blurred):
            report.fault(roots.name(file), START, "same_name", other=roots.name(first))
        for file in files:
            shown = roots.name(file)
            if is_device(file.name) or _REFUSED.search(file.name):
                report.fault(shown, START, "unfit_name", name=file.name)
            _check_kind(file, shown, roots, report)
            if not file.is_dir():
                _check_part(file, root, shown, roots, report)
            if root == roots.docs and file.suffix.lower() in _TEXTS and file.is_file():
                _check_text(file, shown, report)


def _blurred(file: Path) -> str:
    """The name of a file for systems that make no difference between capitals, or between ways to write an accent."""
    return unicodedata.normalize("NFC", file.as_posix()).casefold()


def _files(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not is_draft(name))
        yield from (Path(folder, name) for name in (*folders, *sorted(files)) if not is_draft(name))


def _check_kind(file: Path, path: str, roots: Roots, report: Report) -> None:
    """A link must lead to something of the course itself: what it leads to goes out."""
    if not file.is_symlink():
        mode = file.lstat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) and file.suffix not in _READ:
            report.fault(path, START, "not_a_file")
        return
    inside = [Path(os.path.realpath(root)) for root in (roots.project, roots.modules, roots.quizzes, roots.docs)]
    target = Path(os.path.realpath(file))
    if not any(target.is_relative_to(root) for root in inside):
        report.fault(path, START, "link_out_of_course")
    elif not file.exists() and file.suffix not in _READ:
        report.fault(path, START, "link_to_nothing")
    elif file.is_dir() and file.parent != roots.modules:
        report.fault(path, START, "link_to_folder")


def _check_text(file: Path, path: str, report: Report) -> None:
    data = read_data(file, path, report)
    if data is not None:
        decoded(data, path, report)


def _check_part(file: Path, root: Path, path: str, roots: Roots, report: Report) -> None:
    """A lesson, page or quiz under a name, or in a place, where nobody reads it."""
    page, data = _PAGE.fullmatch(file.name), _DATA.fullmatch(file.name)
    is_page, is_data = file.suffix == ".md", file.suffix in (".yml", ".yaml")
    if root == roots.modules and is_page and file.parent.parent != root and file.parent != root:
        folder = f"{root.name}/{file.relative_to(root).parts[0]}"
        report.fault(path, START, "lesson_in_subfolder", folder=folder)
    elif page and not is_page and root != roots.quizzes:
        report.fault(path, START, "page_by_another_name", name=f"{page['name']}.md")
    elif root == roots.quizzes and data and not is_data:
        report.fault(path, START, "quiz_by_another_name", name=f"{data['name']}.yml")
    elif root == roots.quizzes and page:
        report.fault(path, START, "page_among_quizzes")
    elif root == roots.modules and data and file.name != "level.yml" and file.parent != root:
        is_level = data["name"].lower() == "level" and file.parent.parent == root
        report.fault(path, START, "level_by_another_name" if is_level else "quiz_among_lessons")
