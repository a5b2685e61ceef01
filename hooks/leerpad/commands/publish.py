"""`publish`: the site of what is committed, in one zip for a server, with a dossier beside it for who asks."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from leerpad.commands.dossier import seen_in, write_dossier
from leerpad.commands.project import language_of, roots_of
from leerpad.commands.site import run_host
from leerpad.course.load.course import load_course
from leerpad.deploy.dossier.sheets import SHEETS, file_name
from leerpad.deploy.zip.package import make_package, package_name
from leerpad.locales import load_locale
from leerpad.site.plan.version import read_version
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    import argparse

    from leerpad.commands.project import Commands
    from leerpad.locales import Locale

DIST = "dist"
"""Where packages go."""


def add(commands: Commands, locale: Locale) -> None:
    """The command `publish`."""
    publishing = commands.add_parser("publish", help=locale.text("publish.help"))
    publishing.add_argument("--dossier", action="store_true", help=locale.text("dossier.help"))
    publishing.set_defaults(run=_run)


def _run(project: Path, asked: argparse.Namespace) -> int:
    return publish(project, with_dossier=asked.dossier)


def publish(project: Path, *, with_dossier: bool = False) -> int:
    """Build the site of what is committed, and write it as one zip into `dist`; 1 if that can't be done."""
    locale = load_locale(language_of(project))
    version = read_version(project)
    if not version.commit or version.changed:
        print(locale.text("publish.changed" if version.commit else "publish.no_version"), *version.changed, sep="\n")
        return 1
    course = load_course(roots_of(project), Report())
    course_id = course.settings.course_id
    with TemporaryDirectory() as folder:  # what stands in `site` may be older, or hold what somebody put beside it
        site = Path(folder, "site")
        if run_host(project, version, "build", "--strict", "--quiet", "--site-dir", str(site)):
            print(locale.text("publish.refused"))
            return 1
        package = make_package(site, course_id, version, locale)
        seen = seen_in(site) if with_dossier else None
    target = project / DIST / package_name(course_id, version)
    target.parent.mkdir(exist_ok=True)
    part = target.with_suffix(".part")  # a disk that is full leaves no half zip under the name of a whole one
    try:
        part.write_bytes(package)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    print(locale.text("publish.done", file=target.relative_to(project).as_posix()))
    print(locale.text("publish.sum", sum=sha256(package).hexdigest()))
    if seen is not None:
        dossier = write_dossier(project, course, version, seen, locale)
        first = file_name(SHEETS[0], locale)
        print(locale.text("dossier.done", folder=dossier.relative_to(project).as_posix(), file=first))
    return 0
