"""What is known of learning systems by name: which edition they ask, and which status they count by.

Nothing here is more than a beginning: whether a package was played there, or only read about, the note for HR says.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leerpad.course.model.course import Course


@dataclass(frozen=True)
class Preset:
    """What a learning system changes: the edition of SCORM 2004, and settings of packages."""

    edition: str = "3"
    settings: tuple[tuple[str, str], ...] = ()


PRESETS: dict[str, Preset] = {
    "moodle": Preset(settings=(("done_status", "passed"),)),
    "successfactors": Preset(),
    "cornerstone": Preset(settings=(("done_status", "completed"),)),
    "brightspace": Preset(),
    "ilias": Preset(edition="3"),
}
"""By the name after `--for`; the words for each stand under `lms.for`."""


def with_preset(course: Course, preset: Preset) -> Course:
    """The course with the settings of packages that a learning system asks."""
    packages = course.settings.packages.model_copy(update=dict(preset.settings))
    return replace(course, settings=course.settings.model_copy(update={"packages": packages}))
