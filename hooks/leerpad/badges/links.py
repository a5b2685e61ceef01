"""A badge in the address of the page that checks it: behind the #, which no browser sends to a server.

The head, the body and the signature are packed together, so that the QR code on paper stays readable.
"""

from __future__ import annotations

import zlib

from joserfc.util import urlsafe_b64decode, urlsafe_b64encode

from leerpad.badges import BadgeError
from leerpad.badges.tokens import MAX_LETTERS

MARK = "badge="
_BETWEEN = b"\n"


def link_of(token: str, page: str) -> str:
    """The address of the page with the badge in it."""
    head, body, signature = (urlsafe_b64decode(part.encode()) for part in token.split("."))
    packed = zlib.compress(_BETWEEN.join((head, body, signature)), level=9)
    return f"{page}#{MARK}{urlsafe_b64encode(packed).decode()}"


def token_in(text: str) -> str:
    """The token in what somebody pasted: the token itself, or an address with a badge in it. Raises BadgeError."""
    _, mark, packed = text.strip().partition(f"#{MARK}")
    if not mark:
        return text.strip()
    if len(packed) > MAX_LETTERS:
        raise BadgeError("too_large")
    try:
        whole = zlib.decompressobj().decompress(urlsafe_b64decode(packed.encode()), MAX_LETTERS)
    except (ValueError, zlib.error):
        raise BadgeError("no_badge") from None
    parts = whole.split(_BETWEEN, 2)
    return ".".join(urlsafe_b64encode(part).decode() for part in parts)
