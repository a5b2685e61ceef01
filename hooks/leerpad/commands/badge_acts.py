"""What `badge` does. Needs what `leerpad[badges]` brings."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime, time, timedelta
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from leerpad.badges import BadgeError
from leerpad.badges.check import MAX_GIVEN, Badge, badge_of, check_badge
from leerpad.badges.credential import Edition, Proof, body_of, proof_of
from leerpad.badges.keys import is_open_to_others, make_key, read_key
from leerpad.badges.links import link_of
from leerpad.badges.paper import sheet
from leerpad.badges.shelf import Shelf
from leerpad.badges.tokens import MAX_LETTERS, signed
from leerpad.commands.project import roots_of, settings_of, site_title
from leerpad.course.load.badges import issuer_of
from leerpad.course.load.course import load_course
from leerpad.course.load.settings import load_settings
from leerpad.course.model.badges import DID_FILE, NUMBERS_FILE, STATUS_FILE
from leerpad.results.files import StatementFile, UnreadableFileError, read_file
from leerpad.site.plan.pages import own_url
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    import argparse

    from leerpad.course.model.badges import BadgeSite
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale

PASSPHRASE = "LEERPAD_PASSPHRASE"
"""The variable of the environment that holds the passphrase, where nobody can type it."""


def act(project: Path, asked: argparse.Namespace, locale: Locale) -> int:
    """Do what is asked; 1, and the reason, if that can't be done."""
    acts = {"key": key, "sign": sign, "revoke": revoke, "verify": verify}
    try:
        return acts[asked.act](project, asked, locale)
    except BadgeError as error:
        print(reason(error, locale), file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):  # at a question; what was asked about isn't done
        return 130


def reason(error: BadgeError, locale: Locale) -> str:
    """Why something can't be done; of a badge that doesn't hold, in the words of the page that checks badges."""
    words = f"client.verify.not_{error.key}"
    return locale.text(words if words in locale.words else f"badge.{error.key}", **error.values)


def key(project: Path, asked: argparse.Namespace, locale: Locale) -> int:
    """Make a key and publish its public half; publish that of a key that is there already."""
    site = _issuer(project, locale)
    if asked.key.absolute().resolve().is_relative_to(project.resolve()):
        raise BadgeError("key_in_course", file=asked.key)
    is_new = not os.path.lexists(asked.key)
    own = make_key(asked.key, _new_passphrase(locale)) if is_new else read_key(asked.key, lambda: _passphrase(locale))
    Shelf(site).publish_key(own, datetime.now(UTC))
    print(locale.text("badge.key_made" if is_new else "badge.key_kept", file=asked.key))
    print(locale.text("badge.published", did=DID_FILE, status=STATUS_FILE, address=site.address))
    return 0


def sign(project: Path, asked: argparse.Namespace, locale: Locale) -> int:
    """Show each statement, and sign it where somebody says yes."""
    site, course = _course(project, locale)
    _warn_of_open(asked.key, locale)
    own = read_key(asked.key, lambda: _passphrase(locale))
    shelf = Shelf(site)
    name, title = shelf.name_of(own), site_title(settings_of(project), course)
    today = datetime.now(UTC).date()
    if asked.until is not None and asked.until < today:
        raise BadgeError("until_past", day=locale.day(asked.until))
    page = f"{site.address}{own_url('verify', locale)}"
    done = failed = 0
    for path in map(Path, asked.given):
        try:
            proof = proof_of(_statement(path, locale), course, title, today)
            print("\n".join([str(path), *_told(proof, site, asked.until, locale)]))
            if not (asked.yes or _agreed(locale.text("badge.ask_sign"), locale)):
                print(locale.text("badge.not_signed"))
                continue
            edition = Edition(uuid4(), shelf.new_number(), _midnight(today), _after(asked.until))
            token = signed(body_of(proof, edition, course, site, locale), own, name, "JWT")
            if len(token) > MAX_LETTERS:
                raise BadgeError("statement_too_long")
            link = link_of(token, page)
            folder, stem = asked.out or path.parent, f"badge-{edition.number}"
            _write(folder / f"{stem}.jwt", token)
            _write(folder / f"{stem}.html", sheet(proof, edition, site, link, page, locale))
            print(locale.text("badge.signed", file=folder / f"{stem}.jwt", sheet=folder / f"{stem}.html"))
            done += 1
        except BadgeError as error:
            print(f"{path}: {reason(error, locale)}", file=sys.stderr)
            failed += 1
    if done:
        print(locale.text("badge.keep_numbers", file=NUMBERS_FILE))
    return min(failed, 1)


def revoke(project: Path, asked: argparse.Namespace, locale: Locale) -> int:
    """Withdraw badges, by their numbers or their files."""
    site = _issuer(project, locale)
    _warn_of_open(asked.key, locale)
    shelf = Shelf(site)
    document = shelf.document()
    numbers = []
    for given in asked.given:
        if given.isdecimal():
            number, told = shelf.given_number(int(given)), locale.text("badge.number", number=given)
        else:
            badge = badge_of(_text(Path(given)), site, document)
            if badge.number is None:
                raise BadgeError("no_number", file=given)
            number, told = badge.number, f"{locale.text('badge.number', number=badge.number)}: {badge.name}"
        print(told)
        numbers.append(number)
    if not (asked.yes or _agreed(locale.text("badge.ask_revoke"), locale)):
        print(locale.text("badge.not_revoked"))
        return 1
    shelf.revoke(numbers, read_key(asked.key, lambda: _passphrase(locale)), datetime.now(UTC))
    print(locale.text("badge.revoked_now", file=STATUS_FILE))
    return 0


def verify(project: Path, asked: argparse.Namespace, locale: Locale) -> int:
    """Say of each file whether it is a badge that holds."""
    site = _issuer(project, locale)
    shelf = Shelf(site)
    document, status = shelf.document(), shelf.status_text()
    failed = 0
    for given in asked.given:
        try:
            badge = check_badge(_text(Path(given)), site, document, status, datetime.now(UTC))
            print("\n".join([given, *_found(badge, locale)]))
        except BadgeError as error:
            print(f"{given}: {reason(error, locale)}")
            failed += 1
    print(locale.text("badge.looked", did=DID_FILE, status=STATUS_FILE))
    return min(failed, 1)


def _issuer(project: Path, locale: Locale) -> BadgeSite:
    roots, report = roots_of(project), Report()
    settings = load_settings(roots.settings, roots.name(roots.settings), report)
    if settings is None:
        _stop(report, locale)
    if settings is None or settings.badges is None:
        raise BadgeError("not_set")
    site = issuer_of(roots, settings)
    if site is None:
        raise BadgeError("no_address")
    return site


def _course(project: Path, locale: Locale) -> tuple[BadgeSite, Course]:
    site, report = _issuer(project, locale), Report()
    course = load_course(roots_of(project), report)
    _stop(report, locale)
    return site, course


def _stop(report: Report, locale: Locale) -> None:
    """Titles come from the course, so one with faults signs nothing."""
    if report.faults:
        raise BadgeError("course_faults", faults="\n".join(map(locale.diagnostic, report.faults)))


def _statement(path: Path, locale: Locale) -> StatementFile:
    try:
        file = read_file(path)
    except UnreadableFileError as error:
        raise BadgeError("unread", why=locale.text(f"results.{error.key}", **error.values)) from None
    if not isinstance(file, StatementFile):
        raise BadgeError("no_statement")
    return file


def _told(proof: Proof, site: BadgeSite, until: date | None, locale: Locale) -> list[str]:
    """All that will be signed, and by whom."""
    ends = locale.text("badge.until", day=locale.day(until)) if until else locale.text("badge.no_end")
    return [
        locale.text("badge.shown_name", name=proof.name),
        locale.text("badge.shown_course", course=proof.course),
        *(locale.text("badge.shown_level", title=one.title, day=locale.day(one.day)) for one in proof.levels),
        locale.text("badge.shown_issuer", issuer=site.issuer, address=site.address),
        f"  {ends}",
    ]


def _found(badge: Badge, locale: Locale) -> list[str]:
    lines = [
        locale.text("client.verify.signed", issuer=badge.issuer.name or badge.issuer.id),
        locale.text("badge.shown_name", name=badge.name),
        locale.text("badge.shown_course", course=badge.credentialSubject.achievement.name),
        *(f"  {title}: {day}" for title, day in badge.levels),
    ]
    if badge.number is not None:
        lines.append(f"  {locale.text('badge.number', number=badge.number)}")
    return [*lines, f"  {locale.text('badge.criteria')}"]


def _warn_of_open(file: Path, locale: Locale) -> None:
    if file.exists() and is_open_to_others(file):
        print(locale.text("badge.key_open", file=file), file=sys.stderr)


def _new_passphrase(locale: Locale) -> str:
    """The passphrase of a new key; empty for none."""
    if PASSPHRASE in os.environ or not sys.stdin.isatty():
        return os.environ.get(PASSPHRASE, "")
    said = getpass(f"{locale.text('badge.ask_new_passphrase')} ")
    if said and getpass(f"{locale.text('badge.ask_again')} ") != said:
        raise BadgeError("passphrase_differs")
    return said


def _passphrase(locale: Locale) -> str:
    if PASSPHRASE in os.environ:
        return os.environ[PASSPHRASE]
    if not sys.stdin.isatty():
        raise BadgeError("passphrase_needed", variable=PASSPHRASE)
    return getpass(f"{locale.text('badge.ask_passphrase')} ")


def _agreed(question: str, locale: Locale) -> bool:
    if not sys.stdin.isatty():
        raise BadgeError("nobody_to_ask")
    yes = locale.text("badge.agree")
    return input(f"{question} [{yes}/N] ").strip().lower() in (yes, "yes", "y")


def _midnight(day: date) -> datetime:
    """When a day begins in Greenwich: a clock that is some hours behind doesn't find a badge too early."""
    return datetime.combine(day, time(), UTC)


def _after(day: date | None) -> datetime | None:
    return None if day is None else _midnight(day + timedelta(days=1))


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return opened.read(MAX_GIVEN + 1).decode()
    except OSError as error:
        raise BadgeError("unread", why=error.strerror) from None
    except UnicodeDecodeError:
        raise BadgeError("no_badge") from None


def _write(file: Path, text: str) -> None:
    """A badge that is there is never written over."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except OSError as error:
        raise BadgeError("not_written", file=file, why=error.strerror) from None
