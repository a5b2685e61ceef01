"""What a badge says: who signed what of whom. All but the name and the days comes from the course itself."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from leerpad.badges import BadgeError
from leerpad.badges.status import PURPOSE

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from leerpad.course.model.badges import BadgeSite
    from leerpad.course.model.course import Course
    from leerpad.locales import Locale
    from leerpad.results.files import StatementFile

KINDS = ["VerifiableCredential", "OpenBadgeCredential"]


@dataclass(frozen=True)
class Passed:
    """A level as the course calls it, and the day on which its test was first passed."""

    id: str
    title: str
    day: date


@dataclass(frozen=True)
class Proof:
    """What is to be signed: a name, the course, and the levels that were passed."""

    name: str
    course: str
    levels: tuple[Passed, ...]


@dataclass(frozen=True)
class Edition:
    """One badge among others: its id, its number in the list of withdrawn badges, and from when to when it holds."""

    id: UUID
    number: int
    begins: datetime
    ends: datetime | None = None

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds."""
        return None if self.ends is None else (self.ends - timedelta(seconds=1)).date()


def proof_of(statement: StatementFile, course: Course, title: str, today: date) -> Proof:
    """What a statement tells of this course. Raises BadgeError if it can't be so."""
    if statement.course.id != course.settings.course_id:
        raise BadgeError("statement_other_course", course=_visible(statement.course.id))
    name = " ".join(statement.name.split())
    if not name or any(unicodedata.category(letter)[0] == "C" for letter in name):
        raise BadgeError("statement_odd_name")
    if not statement.levels:
        raise BadgeError("statement_empty")
    known = {level.id: level.title for level in course.levels}
    levels = [Passed(level.level, known.get(level.level, ""), level.passed) for level in statement.levels]
    ids = [level.id for level in levels]
    wrong = [one for one in ids if one not in known or ids.count(one) > 1]
    if wrong:
        raise BadgeError("statement_other_levels", levels=_visible(", ".join(wrong)))
    if any(level.day > today + timedelta(days=1) for level in levels):  # it may be tomorrow already where they are
        raise BadgeError("statement_in_future")
    return Proof(name, title, tuple(levels))


def body_of(proof: Proof, edition: Edition, course: Course, site: BadgeSite, locale: Locale) -> dict[str, object]:
    """The body of the token, as Open Badges 3.0 has it."""
    body: dict[str, object] = {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": edition.id.urn,
        "type": KINDS,
        "name": proof.course,
        "issuer": {"id": site.did, "type": ["Profile"], "name": site.issuer},
        "validFrom": _moment(edition.begins),
        "credentialSubject": _subject(proof, f"{site.address}#{course.settings.course_id}", locale),
        "credentialStatus": {
            "id": f"{site.status_url}#{edition.number}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": PURPOSE,
            "statusListIndex": str(edition.number),
            "statusListCredential": site.status_url,
        },
        "iss": site.did,
        "jti": edition.id.urn,
        "nbf": int(edition.begins.timestamp()),
    }
    if edition.ends is not None:
        body |= {"validUntil": _moment(edition.ends), "exp": int(edition.ends.timestamp())}
    return body


def _subject(proof: Proof, achievement: str, locale: Locale) -> dict[str, object]:
    """Who learned what; `achievement` is its address, and with the id of a level that of a result."""
    return {
        "type": ["AchievementSubject"],
        "identifier": [{"type": "IdentityObject", "identityType": "name", "identityHash": proof.name, "hashed": False}],
        "achievement": {
            "id": achievement,
            "type": ["Achievement"],
            "name": proof.course,
            "description": locale.text("badge.description", course=proof.course),
            "criteria": {"narrative": locale.text("badge.criteria")},
            "inLanguage": locale.tag,
            "resultDescription": [
                {"id": f"{achievement}-{level.id}", "type": ["ResultDescription"], "name": level.title}
                | {"resultType": "Result"}
                for level in proof.levels
            ],
        },
        "result": [
            {"type": ["Result"], "resultDescription": f"{achievement}-{level.id}", "value": level.day.isoformat()}
            for level in proof.levels
        ],
    }


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def _visible(text: str) -> str:
    """A stranger's text as it may be printed: what would steer a terminal shows as a question mark."""
    return "".join("?" if unicodedata.category(letter)[0] == "C" else letter for letter in text)[:200]
