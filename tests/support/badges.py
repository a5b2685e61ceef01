"""An organisation that signs badges, and all that somebody may hand over in the place of one."""

from __future__ import annotations

import json
import random
import zlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from joserfc import jws
from joserfc.jwk import ECKey, OctKey
from joserfc.util import urlsafe_b64decode, urlsafe_b64encode
from openbadgeslib.ob3 import Achievement, Issuer, OB3Signer, OpenBadgeCredential

from leerpad.badges.credential import Edition, Passed, Proof, body_of
from leerpad.badges.keys import method_of
from leerpad.badges.shelf import Shelf
from leerpad.badges.status import StatusList
from leerpad.badges.tokens import signed
from leerpad.course.load.course import load_course
from leerpad.course.load.reader import Roots
from leerpad.course.model.badges import DID_FILE, STATUS_FILE, BadgeSite
from leerpad.locales import load_locale
from leerpad.source.diagnostics import Report
from support.trees import SETTINGS, course, write_tree

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.badges import DidDocument

ADDRESS = "https://leren.voorbeeld.nl/pad/"
PAGE = f"{ADDRESS}badge-nakijken.html"
ISSUER = "Voorbeeld & <Zn.>"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
GIVEN, REVOKED = 30_585, 77
BADGE_SETTINGS = SETTINGS.replace("site_name: Proefpad\n", f"site_name: Proefpad\nsite_url: {ADDRESS}\n").replace(
    "    pass_mark: 60%\n", f"    pass_mark: 60%\n    badges: {{issuer: '{ISSUER}'}}\n"
)
PROOF = Proof("Anna <b>de Vries</b>", "Proefpad", (Passed("een", "Eerste", date(2026, 5, 1)),))


def badge_course() -> dict[str, str]:
    """The small course as one that gives badges, before there is a key."""
    return {**course(), "mkdocs.yml": BADGE_SETTINGS}


@dataclass
class Organisation:
    """It has published its key, and withdrawn one badge."""

    project: Path
    key: ECKey = field(default_factory=lambda: ECKey.generate_key("P-256"))
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __post_init__(self) -> None:
        write_tree(self.project, {**badge_course()})
        self.site = BadgeSite(ISSUER, ADDRESS, self.project)
        self.shelf = Shelf(self.site)
        self.shelf.publish_key(self.key, self.now)
        self.shelf.revoke([REVOKED], self.key, self.now)
        self.course = load_course(
            Roots(self.project, self.project / "docs", self.project / "mkdocs.yml"), report := Report()
        )
        assert report.faults == []

    @property
    def key_name(self) -> str:
        return method_of(self.key, self.site.did).id

    @property
    def document(self) -> DidDocument:
        return self.shelf.document()

    def published(self) -> dict[str, str]:
        """The files that it publishes, by their addresses."""
        return {ADDRESS + name: (self.project / name).read_text("utf-8") for name in (DID_FILE, STATUS_FILE)}

    def body(self, number: int = GIVEN, begins: int = -1, ends: int | None = None) -> dict[str, Any]:
        """What a badge says, from and until so many days from now."""
        until = None if ends is None else self.now + timedelta(days=ends)
        edition = Edition(UUID(int=number), number, self.now + timedelta(days=begins), until)
        return body_of(PROOF, edition, self.course, self.site, load_locale("nl"))

    def badge(self, number: int = GIVEN, begins: int = -1, ends: int | None = None) -> str:
        return signed(self.body(number, begins, ends), self.key, self.key_name, "JWT")


def letters(value: object) -> str:
    """A part of a token."""
    return urlsafe_b64encode(json.dumps(value).encode()).decode()


def changed(token: str) -> str:
    """A badge in which another name was written, with its old signature."""
    head, body, signature = token.split(".")
    text = json.dumps(json.loads(urlsafe_b64decode(body.encode()))).replace("Anna", "Hanna")
    return f"{head}.{urlsafe_b64encode(text.encode()).decode()}.{signature}"


def forgeries(here: Organisation) -> dict[str, tuple[str, str]]:
    """What is no badge that holds: what it looks like, and the reason that must be given."""
    true, stranger = here.badge(), ECKey.generate_key("P-256")
    body, own = here.body(), here.key_name
    head = {"alg": "ES256", "kid": own}
    bomb = urlsafe_b64encode(zlib.compress(b"a" * 30_000_000)).decode()
    other_name = {
        **body,
        "iss": "did:web:elders.nl:badges",
        "issuer": {"id": "did:web:elders.nl:badges", "name": ISSUER},
    }
    with_key = {"alg": "ES256", "jwk": stranger.as_dict(private=False)}
    secret = OctKey.import_key("x" * 32)
    return {
        "nothing at all": ("...", "no_badge"),
        "a story": ("Anna de Vries haalde alles.", "no_badge"),
        "huge": ("a" * 25_000, "too_large"),
        "huge JSON": (json.dumps({"format": "leerpad-result", "name": "a" * 200_000}), "too_large"),
        "little that unpacks to much": (f"{ADDRESS}badge-nakijken.html#badge={bomb}", "too_large"),
        "an address that was cut off": (f"{ADDRESS}badge-nakijken.html#badge=eJy", "no_badge"),
        "parts that are no JSON": ("YWJj.YWJj.YWJj", "no_badge"),
        "parts that are lists": (f"{letters([])}.{letters([])}.YWJj", "no_badge"),
        "nested without end": (f"{letters(head)}.{urlsafe_b64encode(b'[' * 9_000).decode()}.YWJj", "no_badge"),
        "without a signature": (f"{letters({'alg': 'none'})}.{letters(body)}.", "algorithm"),
        "signed with a shared word": (
            jws.serialize_compact({"alg": "HS256", "kid": own}, json.dumps(body), secret, algorithms=["HS256"]),
            "algorithm",
        ),
        "signed by a stranger under our name": (signed(body, stranger, own, "JWT"), "changed"),
        "with the key of a stranger in it": (
            jws.serialize_compact(with_key, json.dumps(body), stranger, algorithms=["ES256"]),
            "key",
        ),
        "with a key that isn't published": (signed(body, stranger, f"{here.site.did}#weg", "JWT"), "key"),
        "of another issuer": (signed(other_name, stranger, "did:web:elders.nl:badges#k", "JWT"), "issuer"),
        "of ours in the name of another": (
            signed({**body, "issuer": "did:web:elders.nl"}, here.key, own, "JWT"),
            "issuer",
        ),
        "something else that we signed": (here.published()[ADDRESS + STATUS_FILE], "no_badge"),
        "a changed letter": (changed(true), "changed"),
        "a signature that was cut off": (true[:-4], "changed"),
        "withdrawn": (here.badge(REVOKED), "revoked"),
        "expired": (here.badge(ends=0), "late"),
        "not yet valid": (here.badge(begins=2), "early"),
        "of another list": (
            signed(
                {**body, "credentialStatus": {**body["credentialStatus"], "statusListCredential": "https://x.nl/"}},
                here.key,
                own,
                "JWT",
            ),
            "status",
        ),
        "a statement": (json.dumps({"format": "leerpad-result", "kind": "statement"}), "statement"),
    }


def mutants(token: str, count: int) -> list[str]:
    """The badge with one letter changed, anywhere: also where a letter holds bits that say nothing, as the last does."""
    chance = random.Random(7)
    places = [len(token) - 1, token.index(".") - 1, *(chance.randrange(len(token)) for _ in range(count))]
    others = [chance.choice([letter for letter in LETTERS if letter != token[place]]) for place in places]
    last = LETTERS[LETTERS.index(token[-1]) ^ 1]
    return [token[:-1] + last, *(token[:at] + new + token[at + 1 :] for at, new in zip(places, others, strict=True))]


def by_another(here: Organisation) -> str:
    """A badge that another library signed with our key."""
    status = {
        "id": f"{here.site.status_url}#5",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "5",
        "statusListCredential": here.site.status_url,
    }
    credential = OpenBadgeCredential(
        issuer=Issuer(id=here.site.did, name=ISSUER),
        recipient_id="mailto:anna@voorbeeld.nl",
        achievement=Achievement(
            id=f"{ADDRESS}#x", name="Iets anders", description="Over iets anders.", criteria_narrative="Zo."
        ),
        issuance_date=datetime.now(UTC) - timedelta(days=1),
        credential_status=[status],
    )
    return str(OB3Signer(here.key.as_pem(private=True), algorithm="ES256").sign(credential))


def other_list(here: Organisation) -> str:
    """A list of withdrawn badges that a stranger signed: no badge is withdrawn in it."""
    stranger = ECKey.generate_key("P-256")
    return StatusList().signed(here.site, stranger, here.key_name, here.now)


def rewrite(file: Path, before: str, after: str) -> None:
    """Change a file that says this."""
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")
