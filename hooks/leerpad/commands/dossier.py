"""The dossier that `publish --dossier` writes beside the zip of the site."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from hashlib import file_digest
from typing import TYPE_CHECKING

from leerpad.authoring.beginning import VERSION
from leerpad.commands.project import roots_of, settings_of, site_title
from leerpad.course.load.course import read_sources
from leerpad.deploy.dossier.accessibility import measured
from leerpad.deploy.dossier.files import dossier_name, make_dossier
from leerpad.deploy.dossier.hosts import hosts_asked
from leerpad.deploy.dossier.sheets import Subject
from leerpad.deploy.notices import list_of_notices
from leerpad.deploy.servers import site_files
from leerpad.site.plan.pages import NOTICES

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.course import Course
    from leerpad.locales import Locale
    from leerpad.site.plan.version import Version

DIST = "dist"
LOCK = "requirements/site.lock"
"""Where a course that brings its own engine has pinned all software; an installed engine has none."""


@dataclass(frozen=True)
class Seen:
    """What a dossier needs of a built site, which is gone once it is packed."""

    hosts: list[str]
    licences: bytes


def seen_in(site: Path) -> Seen:
    """Read it from a built site."""
    files = site_files(site)
    pages, styles = (
        (file.read_text("utf-8") for name, file in files.items() if name.endswith(ending))
        for ending in (".html", ".css")
    )
    return Seen(hosts_asked(pages, styles), (site / NOTICES).read_bytes())


def write_dossier(project: Path, course: Course, version: Version, seen: Seen, locale: Locale) -> Path:
    """Write the dossier of this version into `dist`, in the place of an earlier one. Gives its folder."""
    title = site_title(settings_of(project), course)
    table = measured(source.text for source in read_sources(roots_of(project)).values())
    subject = Subject(title, course, version, VERSION, seen.hosts, table)
    lock = project / LOCK
    files = make_dossier(
        subject,
        locale,
        licences=seen.licences,
        notices=list_of_notices(),
        lock=lock.read_text("utf-8") if lock.is_file() else "",
        sums=_sums(project / DIST, version),
    )
    folder = project / DIST / dossier_name(subject)
    part = folder.with_name(f"{folder.name}.part")  # a disk that is full leaves no half folder under this name
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        for name, content in files.items():
            (part / name).write_bytes(content)
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return folder


def _sums(dist: Path, version: Version) -> dict[str, str]:
    """Those of each zip of this version: the site, and packages that were made before."""
    sums = {}
    for zipped in sorted(dist.glob(f"*-{version.day}-{version.short}.zip")):
        with zipped.open("rb") as file:
            sums[zipped.name] = file_digest(file, "sha256").hexdigest()
    return sums
