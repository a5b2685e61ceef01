"""The list of withdrawn badges: a long row of bits, one for each number, packed and signed (Bitstring Status List)."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from joserfc.util import urlsafe_b64decode, urlsafe_b64encode

from leerpad.badges import BadgeError
from leerpad.badges.tokens import check_signature, read_token, signed
from leerpad.course.model.badges import MAX_PUBLISHED

if TYPE_CHECKING:
    from datetime import datetime

    from joserfc.jwk import ECKey

    from leerpad.course.model.badges import BadgeSite, DidDocument

SIZE = 131_072
"""So many numbers there are: the least that the standard allows, so that a number hides among many."""
PURPOSE = "revocation"


@dataclass(frozen=True)
class StatusList:
    """Which numbers are withdrawn."""

    bits: bytes = bytes(SIZE // 8)

    def __contains__(self, number: int) -> bool:
        return bool(self.bits[number // 8] & (128 >> number % 8))

    def with_revoked(self, number: int) -> StatusList:
        """The list with one more."""
        bits = bytearray(self.bits)
        bits[number // 8] |= 128 >> number % 8
        return StatusList(bytes(bits))

    def signed(self, site: BadgeSite, key: ECKey, key_name: str, now: datetime) -> str:
        """The list as a token, to publish."""
        packed = urlsafe_b64encode(gzip.compress(self.bits, mtime=0)).decode()
        body = {
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "id": site.status_url,
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": site.did,
            "validFrom": f"{now:%Y-%m-%dT%H:%M:%SZ}",
            "credentialSubject": {
                "id": f"{site.status_url}#list",
                "type": "BitstringStatusList",
                "statusPurpose": PURPOSE,
                "encodedList": f"u{packed}",
            },
            "iss": site.did,
            "nbf": int(now.timestamp()),
            "jti": site.status_url,
        }
        return signed(body, key, key_name, "vc+jwt")


def read_status(text: str, did: str, document: DidDocument) -> StatusList:
    """The list in a token that this issuer signed. Raises BadgeError `status` if it isn't one."""
    try:
        token = read_token(text.strip(), MAX_PUBLISHED)
        check_signature(token, document)
        subject = token.body["credentialSubject"]
        if token.body["iss"] != did or not isinstance(subject, dict) or subject["statusPurpose"] != PURPOSE:
            raise BadgeError("status")
        packed = urlsafe_b64decode(str(subject["encodedList"]).removeprefix("u").encode())
        bits = zlib.decompressobj(wbits=31).decompress(packed, SIZE)
    except (BadgeError, KeyError, ValueError, zlib.error):
        raise BadgeError("status") from None
    if len(bits) < SIZE // 8:
        raise BadgeError("status")
    return StatusList(bits)
