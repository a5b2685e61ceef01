"""All files of a dossier."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from leerpad.deploy.dossier.bom import bill_of_materials
from leerpad.deploy.dossier.components import ENGINE, Component, carried, installed, locked
from leerpad.deploy.dossier.sheets import SHEETS, file_name, sheet
from leerpad.site.plan.pages import NOTICES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leerpad.deploy.dossier.sheets import Subject
    from leerpad.locales import Locale

BOM = "sbom.cdx.json"
SUMS = "SHA256SUMS.txt"


def dossier_name(subject: Subject) -> str:
    """The name of the folder, beside the zip of the same version."""
    return f"{subject.course.settings.course_id}-{subject.version.day}-{subject.version.short}-dossier"


def make_dossier(
    subject: Subject, locale: Locale, *, licences: bytes, notices: str, lock: str, sums: Mapping[str, str]
) -> dict[str, bytes]:
    """The files by name. `licences` as the site carries them, `notices` the list of what it carries, `lock` empty where
    there is none; `sums` those of zips of this version, which stand beside the folder."""
    files = {file_name(name, locale): sheet(name, subject, locale) for name in SHEETS}
    files[BOM] = _bom(subject, notices, lock)
    files[NOTICES] = licences
    files[locale.text("publish.version_file")] = _version(subject)
    all_sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    all_sums |= {f"../{name}": known for name, known in sums.items()}
    lines = [f"{known}  {name}\n" for name, known in sorted(all_sums.items())]
    return dict(sorted((files | {SUMS: "".join(lines).encode()}).items()))


def _bom(subject: Subject, notices: str, lock: str) -> bytes:
    course = Component(subject.course.settings.course_id, subject.version.commit)
    tools = locked(lock) if lock else installed()
    needs = next((one.needs for one in tools if one.name == ENGINE), ())
    engine = Component(ENGINE, subject.engine, "MIT", is_spdx=True, needs=needs)
    others = [one for one in carried(notices) if one.name.lower() != ENGINE]
    return bill_of_materials(course, subject.version.time, engine, tools, others)


def _version(subject: Subject) -> bytes:
    told = {
        "course_id": subject.course.settings.course_id,
        "commit": subject.version.commit,
        "date": subject.version.day,
    }
    return f"{json.dumps({**told, 'engine': subject.engine}, indent=2)}\n".encode()
