"""What a course publishes so that others can check its badges: read, and compared with the address of the site."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from dataclasses import replace
from typing import TYPE_CHECKING

from leerpad.course.load.settings import load_site_url, place_of_setting
from leerpad.course.model.badges import DID_FILE, STATUS_FILE, BadgeSite, badge_address, read_did
from leerpad.locales import LANGUAGES, load_locale
from leerpad.source.diagnostics import START
from leerpad.source.files import read_text

if TYPE_CHECKING:
    from leerpad.course.load.reader import Roots
    from leerpad.course.model.course import Course
    from leerpad.course.model.files import Settings
    from leerpad.source.diagnostics import Report


def issuer_of(roots: Roots, settings: Settings) -> BadgeSite | None:
    """The site as an issuer, by its settings alone; None if it is none, or has no address that a badge can name."""
    address = badge_address(load_site_url(roots.settings))
    return BadgeSite(settings.badges.issuer, address, roots.project) if settings.badges and address else None


def load_badge_site(roots: Roots, settings: Settings, report: Report) -> BadgeSite | None:
    """The site as an issuer of badges; None if it is none, or if its files don't fit: then the report says why."""
    if settings.badges is None:
        return None
    path, at = roots.name(roots.settings), place_of_setting(roots.settings, "badges")
    site = issuer_of(roots, settings)
    if site is None:
        report.fault(path, at, "badges_without_address")
        return None
    missing = [name for name in (DID_FILE, STATUS_FILE) if not (roots.project / name).exists()]
    if missing:
        report.fault(path, at, "badges_without_key", file=missing[0])
        return None
    return site if _fits(site, roots, report) else None


def without_badges(course: Course) -> Course:
    """The course as a package has it: a learning system has an address of its own, so nothing can be checked there."""
    if course.settings.badges is None:
        return course
    pages = {f"docs/{load_locale(language).text('page.verify.file')}.md" for language in LANGUAGES}
    settings = course.settings.model_copy(update={"badges": None})
    own = course.own_pages - pages
    return replace(course, settings=settings, badge_site=None, own_pages=own, left_out=course.left_out | pages)


def _fits(site: BadgeSite, roots: Roots, report: Report) -> bool:
    """Whether both files are of this site, and the list of one of its keys."""
    texts = {name: read_text(roots.project / name, name, report) for name in (DID_FILE, STATUS_FILE)}
    did, status = texts[DID_FILE], texts[STATUS_FILE]
    document = read_did(did.text) if did else None
    if did is None or status is None:
        return False
    if document is None:
        report.fault(DID_FILE, START, "badge_file_broken")
        return False
    if document.id != site.did:
        report.fault(DID_FILE, START, "badge_other_address", value=document.id, wanted=site.did)
        return False
    head, body, *_ = (*map(_object, status.text.split(".", 2)[:2]), _object(""), _object(""))
    if body.get("iss") != site.did or head.get("kid") not in {method.id for method in document.verificationMethod}:
        report.fault(STATUS_FILE, START, "badge_status_unfit")
        return False
    return True


def _object(part: str) -> dict[str, object]:
    """What a part of a token holds, true or not; nothing where it can't be read."""
    try:
        found = json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
