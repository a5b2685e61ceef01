"""The font for headings that a course brings itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leerpad.course.load.settings import place_of_setting
from leerpad.course.model.heading_font import MARK, NONE, OURS
from leerpad.source.files import read_data

if TYPE_CHECKING:
    from leerpad.course.load.reader import Roots
    from leerpad.source.diagnostics import Report

KEY = "heading_font"


def load_heading_font(choice: str, roots: Roots, report: Report) -> bytes | None:
    """What the file holds that the settings name; None if they name none, or with a fault if it is no font."""
    if choice in (OURS, NONE):
        return None
    file = roots.project / choice
    settings, at = roots.name(roots.settings), place_of_setting(roots.settings, KEY)
    if ".." in file.parts or not roots.hold(file) or not file.is_file():
        report.fault(settings, at, "missing_font", name=choice)
        return None
    content = read_data(file, choice, report)
    if content is not None and not content.startswith(MARK):
        report.fault(settings, at, "not_a_font", name=choice)
        return None
    return content
