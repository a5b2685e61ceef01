"""Whether a badge is what it says: each reason why not has a name, the same as on the page that checks badges."""

from __future__ import annotations

import json
from datetime import datetime  # noqa: TC003 - pydantic reads annotations at run time
from typing import TYPE_CHECKING, Annotated

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from leerpad.badges import BadgeError
from leerpad.badges.credential import KINDS
from leerpad.badges.links import token_in
from leerpad.badges.status import PURPOSE, SIZE, read_status
from leerpad.badges.tokens import ALGORITHM, check_signature, read_token

if TYPE_CHECKING:
    from leerpad.course.model.badges import BadgeSite, DidDocument


MAX_GIVEN = 100_000
"""Letters of whatever somebody hands over, of which a badge may be a part."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


def _listed(value: object) -> object:
    return value if isinstance(value, list) else [] if value is None else [value]


def _named(value: object) -> object:
    return {"id": value} if isinstance(value, str) else value


class _Issuer(_Part):
    id: str
    name: str = ""


class _Identity(_Part):
    identityType: str  # noqa: N815 - names of the standard, here and below
    identityHash: str  # noqa: N815
    hashed: bool


class _ResultDescription(_Part):
    id: str
    name: str


class _Achievement(_Part):
    name: str
    resultDescription: tuple[_ResultDescription, ...] = ()  # noqa: N815


class _Result(_Part):
    resultDescription: str  # noqa: N815
    value: str


class _Subject(_Part):
    id: str = ""
    identifier: Annotated[tuple[_Identity, ...], BeforeValidator(_listed)] = ()
    achievement: _Achievement
    result: tuple[_Result, ...] = ()


class _Status(_Part):
    statusPurpose: str  # noqa: N815
    statusListIndex: Annotated[int, Field(ge=0, lt=SIZE)]  # noqa: N815
    statusListCredential: str  # noqa: N815


class Badge(_Part):
    """A badge, once it is known that this site signed it."""

    issuer: Annotated[_Issuer, BeforeValidator(_named)]
    validFrom: AwareDatetime  # noqa: N815
    validUntil: AwareDatetime | None = None  # noqa: N815
    credentialSubject: _Subject  # noqa: N815
    credentialStatus: Annotated[tuple[_Status, ...], BeforeValidator(_listed)] = ()  # noqa: N815

    @property
    def name(self) -> str:
        """Whose badge it is."""
        subject = self.credentialSubject
        names = [one.identityHash for one in subject.identifier if one.identityType == "name" and not one.hashed]
        return names[0] if names else subject.id

    @property
    def levels(self) -> list[tuple[str, str]]:
        """The titles of the levels that were passed, each with its day."""
        titles = {one.id: one.name for one in self.credentialSubject.achievement.resultDescription}
        return [(titles.get(one.resultDescription, ""), one.value) for one in self.credentialSubject.result]

    @property
    def number(self) -> int | None:
        """Its number in the list of withdrawn badges; None if it can't be withdrawn."""
        return next((one.statusListIndex for one in self.credentialStatus), None)


def check_badge(text: str, site: BadgeSite, document: DidDocument, status: str, now: datetime) -> Badge:
    """The badge in this text. Raises BadgeError with the reason why it is none, or doesn't hold.

    `document` and `status` are what the site publishes.
    """
    badge = badge_of(text, site, document)
    if badge.validFrom > now:
        raise BadgeError("early")
    if badge.validUntil is not None and badge.validUntil <= now:
        raise BadgeError("late")
    for entry in badge.credentialStatus:
        if (entry.statusListCredential, entry.statusPurpose) != (site.status_url, PURPOSE):
            raise BadgeError("status")
        if entry.statusListIndex in read_status(status, site.did, document):
            raise BadgeError("revoked")
    return badge


def badge_of(text: str, site: BadgeSite, document: DidDocument) -> Badge:
    """The badge in this text, signed by this site: whether it still holds is another question. Raises BadgeError."""
    if len(text) > MAX_GIVEN:
        raise BadgeError("too_large")
    if is_statement(text):
        raise BadgeError("statement")
    token = read_token(token_in(text))
    if token.head.get("alg") != ALGORITHM:
        raise BadgeError("algorithm")
    kinds = token.body.get("type")
    if not isinstance(kinds, list) or not all(kind in kinds for kind in KINDS):
        raise BadgeError("no_badge")
    if token.body.get("iss") != site.did:
        raise BadgeError("issuer")
    check_signature(token, document)
    try:
        badge = Badge.model_validate(token.body)
    except ValidationError:
        raise BadgeError("no_badge") from None
    if badge.issuer.id != site.did:
        raise BadgeError("issuer")
    return badge


def is_statement(text: str) -> bool:
    """Whether this is a file that a learner made, which nobody signed."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("format") == "leerpad-result"
