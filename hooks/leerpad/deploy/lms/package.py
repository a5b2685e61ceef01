"""One zip for a learning system, made of a built site. The same commit gives the same bytes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from leerpad.deploy.lms import SHELL
from leerpad.deploy.lms.facts import package_facts
from leerpad.deploy.lms.lom import card_of, lom
from leerpad.deploy.lms.manifest import EDITIONS, About, cmi5, scorm12, scorm2004
from leerpad.deploy.servers import site_files
from leerpad.site.assets.bundles import FOLDER
from leerpad.site.assets.graph import in_order
from leerpad.source.templates import filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from leerpad.course.model.course import Course
    from leerpad.deploy.lms.data import KindName, PackageFacts
    from leerpad.locales import Locale
    from leerpad.site.plan.version import Version

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Kind:
    """A kind of package: its name for people, its script in `client`, and what the learning system reads first.

    That is a file by its name, made by `write` for the files of the package and an edition, if there are several.
    """

    name: str
    driver: str
    first: str
    write: Callable[[About, Iterable[str], str], bytes]

    def title(self, edition: str) -> str:
        """Its name, with that of the edition."""
        return self.name.format(edition=EDITIONS[edition])


KINDS = {
    "scorm12": Kind("SCORM 1.2", "scorm", "imsmanifest.xml", lambda about, files, _: scorm12(about, files)),
    "scorm2004": Kind("SCORM {edition}", "scorm", "imsmanifest.xml", scorm2004),
    "cmi5": Kind("cmi5", "cmi5", "cmi5.xml", lambda about, *_: cmi5(about)),
}


@dataclass(frozen=True)
class Wish:
    """Which package: its kind, the edition of SCORM 2004, the system it is for, the level where it holds one only."""

    kind: KindName
    edition: str = "3"
    system: str | None = None
    level: str | None = None


def package_name(course_id: str, wish: Wish, version: Version) -> str:
    """The name of the zip: which course, for what, and exactly which version."""
    level = f"-{wish.level}" if wish.level else ""
    edition = f"-{wish.edition}" if wish.kind == "scorm2004" else ""
    return f"{course_id}{level}-{wish.kind}{edition}-{version.day}-{version.short}.zip"


@dataclass(frozen=True)
class Front:
    """What the settings of the site say of it: its name, what it is about, who may do what with it."""

    title: str
    summary: str = ""
    rights: str = ""


def package_files(site: Path, course: Course, locale: Locale, wish: Wish, front: Front) -> dict[str, bytes]:
    """Everything in the package, by name and in order. Of a level alone, the course has that alone."""
    facts = package_facts(course, locale, wish.kind, front.title, wish.level)
    files = {name: file.read_bytes() for name, file in site_files(site).items() if not _is_left_out(name, course)}
    files |= _shell(files, facts)
    about = about_of(course, locale, wish, front)
    kind = KINDS[wish.kind]
    return {kind.first: kind.write(about, files, wish.edition)} | dict(sorted(files.items()))


def _is_left_out(name: str, course: Course) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in course.settings.packages.leave_out)


def about_of(course: Course, locale: Locale, wish: Wish, front: Front) -> About:
    """What the manifest says of the course."""
    settings = course.settings
    asked = [level for level in course.levels if settings.packages.level in (None, level.id)]
    marks = [course.pass_mark(course.quizzes[level.quiz].model) for level in asked]
    name = f"leerpad-{settings.course_id}" + (f"-{wish.level}" if wish.level else "")
    summary = front.summary or " ".join(level.summary for level in course.levels)
    iri = (settings.packages.iri or "") + (f"/{wish.level}" if wish.level else "")
    move_on = "CompletedAndPassed" if settings.packages.asks_tests else "Completed"
    card = card_of(course, name, front.title, summary, locale.language, front.rights)
    metadata = None if wish.kind == "cmi5" else lom(card, is_old=wish.kind == "scorm12")
    return About(name, front.title, summary, locale.language, iri, sum(marks) / max(len(marks), 1), move_on, metadata)


def _shell(files: dict[str, bytes], facts: PackageFacts) -> dict[str, bytes]:
    """The launch page, with all that it loads."""
    client = HERE / "client"
    kind = KINDS[facts["kind"]]
    roots = [client / f"{kind.driver}.js", client / "shell.js"]
    code = "\n".join(file.read_text("utf-8") for file in in_order(roots))
    course = next(name for name in files if re.fullmatch(rf"{FOLDER}/course\.\w+\.js", name))
    data = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    made = {
        f"{FOLDER}/package.js": f"window.LeerpadPackage={data};\n".encode(),
        f"{FOLDER}/shell.js": code.encode(),
        f"{FOLDER}/shell.css": (client / "shell.css").read_bytes(),
    }
    page = filled(
        HERE / "shell.html.jinja",
        **facts,
        style=f"{FOLDER}/shell.css",
        scripts=[f"{FOLDER}/package.js", course, f"{FOLDER}/shell.js"],
    )
    return {**made, SHELL: page.encode()}
