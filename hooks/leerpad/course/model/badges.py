"""Badges that an organisation signs: what a course says of them, and what is published so that others can check them.

The issuer of a badge is the site itself, by its address: `did:web:intranet.example:leren:badges` is the name of
`https://intranet.example/leren/badges/did.json`, where the public keys stand. Beside it stands the list of the badges
that were withdrawn.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path  # noqa: TC003 - part of what a BadgeSite is
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from leerpad.source.shape import Shaped, Text

FOLDER = "badges"
"""The folder in the project, and in the site."""
DID_FILE, STATUS_FILE = f"{FOLDER}/did.json", f"{FOLDER}/status.jwt"
NUMBERS_FILE = f"{FOLDER}/numbers.txt"
"""The numbers that were given to badges, one a line; it is never published."""
MAX_PUBLISHED = 1_000_000
"""Bytes of a file that is published for checking badges."""

_HOST = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,5})?", re.ASCII)
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*/?", re.ASCII)


class Badges(Shaped):
    """The setting `badges`: who signs."""

    issuer: Annotated[Text, Field(max_length=200)]


@dataclass(frozen=True)
class BadgeSite:
    """The site as an issuer: its name, its address with a slash at the end, and where its files stand on disk."""

    issuer: str
    address: str
    project: Path

    @property
    def did(self) -> str:
        """The name by which the issuer's keys are found."""
        parts = urlsplit(self.address)
        folders = [name for name in parts.path.split("/") if name]
        return ":".join(["did:web", parts.netloc.replace(":", "%3A"), *folders, FOLDER])

    @property
    def status_url(self) -> str:
        """Where the list of withdrawn badges stands."""
        return f"{self.address}{STATUS_FILE}"


def badge_address(site_url: object) -> str | None:
    """The address of the site as badges name it; None where it can't be part of the name of an issuer."""
    parts = urlsplit(str(site_url or ""))
    if parts.scheme != "https" or not _HOST.fullmatch(parts.netloc) or not _PATH.fullmatch(parts.path):
        return None
    return f"https://{parts.netloc.lower()}{parts.path.rstrip('/')}/"


class PublicKey(BaseModel):
    """A public key for signatures of the kind ES256. A private part has no place here."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    kty: Literal["EC"]
    crv: Literal["P-256"]
    x: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]
    y: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]
    d: None = None


class Method(BaseModel):
    """A key of the issuer, with its name."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Annotated[str, Field(max_length=2000)]
    publicKeyJwk: PublicKey  # noqa: N815 - the name of the standard


class DidDocument(BaseModel):
    """Who the issuer is, and with which keys it signs."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: Annotated[str, Field(max_length=2000)]
    verificationMethod: Annotated[tuple[Method, ...], Field(min_length=1, max_length=50)]  # noqa: N815


def read_did(text: str) -> DidDocument | None:
    """The document in a text; None if it isn't one, or if a key in it is not for us, or is a private one."""
    try:
        return DidDocument.model_validate_json(text)
    except ValidationError:
        return None


def written_did(did: str, methods: tuple[Method, ...]) -> str:
    """The text of the document with these keys."""
    document = {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
        "id": did,
        "verificationMethod": [
            {
                "id": method.id,
                "type": "JsonWebKey",
                "controller": did,
                "publicKeyJwk": {**method.publicKeyJwk.model_dump(exclude={"d"}), "alg": "ES256"},
            }
            for method in methods
        ],
        "assertionMethod": [method.id for method in methods],
    }
    return json.dumps(document, indent=2) + "\n"
