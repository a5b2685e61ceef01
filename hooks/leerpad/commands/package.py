"""`package`: the committed course in one zip for a learning system, with a note for HR beside it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from leerpad.commands.project import language_of, roots_of, settings_of, site_title
from leerpad.commands.publish import DIST
from leerpad.commands.site import run_host
from leerpad.course.check.course import check_course
from leerpad.course.load.course import load_course, read_sources
from leerpad.course.load.one_level import one_level, title_of_level
from leerpad.deploy.lms import DELIVERY, LEVEL, LMS, SHARED
from leerpad.deploy.lms.check import PackageCheck
from leerpad.deploy.lms.facts import home_of, plain
from leerpad.deploy.lms.manifest import EDITIONS
from leerpad.deploy.lms.note import note_for_hr
from leerpad.deploy.lms.package import KINDS, Front, Wish, package_files, package_name
from leerpad.deploy.lms.presets import PRESETS, Preset, with_preset
from leerpad.deploy.servers import site_files
from leerpad.locales import load_locale
from leerpad.site.plan.version import read_version
from leerpad.source.diagnostics import Report
from leerpad.source.names import Names, did_you_mean, listed
from leerpad.source.zip_file import zip_of

if TYPE_CHECKING:
    import argparse

    from leerpad.commands.project import Commands
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale
    from leerpad.site.plan.version import Version


def add(commands: Commands, locale: Locale) -> None:
    """The command `package`."""
    packing = commands.add_parser("package", help=locale.text("lms.help"))
    words = locale.text("lms.kind", kinds=", ".join(KINDS))
    packing.add_argument("kind", choices=KINDS, metavar=locale.text("lms.name_kind"), help=words)
    packing.add_argument("--level", metavar="ID", help=locale.text("lms.level"))
    packing.add_argument("--edition", choices=EDITIONS, help=locale.text("lms.edition"))
    packing.add_argument("--for", dest="system", choices=PRESETS, help=locale.text("lms.for_help"))
    packing.set_defaults(run=_run)


def _run(project: Path, asked: argparse.Namespace) -> int:
    preset = PRESETS.get(asked.system, Preset())
    return package(project, Wish(asked.kind, asked.edition or preset.edition, asked.system, asked.level), preset)


def package(project: Path, wish: Wish, preset: Preset) -> int:
    """Build the package of what is committed into `dist`; 1 if that can't be done."""
    locale = load_locale(language_of(project))
    version = read_version(project)
    if not version.commit or version.changed:
        print(locale.text("publish.changed" if version.commit else "publish.no_version"), *version.changed, sep="\n")
        return 1
    report = Report()
    course = with_preset(load_course(roots_of(project), report), preset)
    check_course(course, report)
    unknown = _unknown_level(course, wish.level, locale)
    files: dict[str, bytes] = {}
    if not (unknown or report.faults):
        course = _checked(project, course, wish, locale, report)
        front = _front(project, course, wish)
        files = {} if report.faults else _built(project, course, wish, front, locale, version, report)
    if report.faults or not files:
        print(*unknown, *map(locale.diagnostic, report.faults), locale.text("publish.refused"), sep="\n")
        return 1
    name = package_name(course.settings.course_id, wish, version)
    content = zip_of(files, version.time)
    note = note_for_hr(course, locale, wish, name, front.title, version)
    for target, made in ((name, content), (Path(name).with_suffix(".txt").name, note.encode())):
        _write(project / DIST / target, made)
    print(locale.text("publish.done", file=f"{DIST}/{name}"))
    print(locale.text("publish.sum", sum=sha256(content).hexdigest()))
    return 0


def _unknown_level(course: Course, level: str | None, locale: Locale) -> list[str]:
    """What to say of a level that was asked for and isn't there."""
    if level is None or not course.targets["level"].is_missing(level):
        return []
    known = [one.id for one in course.levels]
    key, params = did_you_mean("lms.unknown_level", level, Names(known), value=level, known=listed(known))
    return [locale.text(key, **params)]


def _checked(project: Path, course: Course, wish: Wish, locale: Locale, report: Report) -> Course:
    """What goes into the package: the course, or one level of it. In the report stands what is wrong with that."""
    roots = roots_of(project)
    sources, check = read_sources(roots), PackageCheck(course, roots, report)
    check.levels()
    check.marks(sources)
    check.promises(sources, locale.text("lms.promises"))
    part = course if wish.level is None else one_level(course, wish.level)
    PackageCheck(part, roots, report).kind(wish.kind)
    return part


def _built(
    project: Path, course: Course, wish: Wish, front: Front, locale: Locale, version: Version, report: Report
) -> dict[str, bytes]:
    """The files of the package; none where the site can't be built, which says itself why."""
    with TemporaryDirectory() as folder:
        site = Path(folder, "site")
        words = ("build", "--strict", "--quiet", "--site-dir", str(site))
        shared = "" if course.settings.packages.keep_on_device else "yes"
        if run_host(project, version, *words, **{DELIVERY: LMS, LEVEL: wish.level or "", SHARED: shared}):
            return {}
        PackageCheck(course, roots_of(project), report).left_out(site_files(site), home_of(course, wish.level))
        return {} if report.faults else package_files(site, course, locale, wish, front)


def _front(project: Path, course: Course, wish: Wish) -> Front:
    said = settings_of(project)
    title, rights = site_title(said, course), plain(str(said.get("copyright") or ""))
    if wish.level is None:
        return Front(title, str(said.get("site_description") or ""), rights)
    [level] = course.levels
    return Front(title_of_level(title, level), level.summary, rights)


def _write(target: Path, content: bytes) -> None:
    """A disk that is full leaves no half file under the name of a whole one."""
    target.parent.mkdir(exist_ok=True)
    part = target.with_suffix(".part")
    try:
        part.write_bytes(content)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
