"""Tokens: a JSON object with a signature of the kind ES256. What a stranger gives is read with limits."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey
from joserfc.util import urlsafe_b64decode

from leerpad.badges import BadgeError

if TYPE_CHECKING:
    from leerpad.course.model.badges import DidDocument, Method

ALGORITHM = "ES256"
MAX_LETTERS = 20_000
"""Of a badge; a status list may be longer."""
_TOKEN = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*", re.ASCII)


@dataclass(frozen=True)
class Token:
    """What a token says. Nothing of it is true until its signature has been checked."""

    text: str
    head: dict[str, object]
    body: dict[str, object]


def signed(body: dict[str, object], key: ECKey, key_name: str, kind: str) -> str:
    """The token of an object. `kind` is what its head says that it is."""
    head = {"alg": ALGORITHM, "kid": key_name, "typ": kind}
    return jws.serialize_compact(head, written(body), key, algorithms=[ALGORITHM])


def written(body: object) -> bytes:
    """JSON as short as it gets: it must fit in a QR code."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def read_token(text: str, most: int = MAX_LETTERS) -> Token:
    """What a text says that may be a token. Raises BadgeError if it isn't one."""
    if len(text) > most:
        raise BadgeError("too_large")
    if not _TOKEN.fullmatch(text):
        raise BadgeError("no_badge")
    head, body = (_object(part) for part in text.split(".")[:2])
    return Token(text, head, body)


def check_signature(token: Token, document: DidDocument) -> None:
    """Raises BadgeError unless a published key signed this, word for word."""
    if token.head.get("alg") != ALGORITHM:
        raise BadgeError("algorithm")
    method = _method_of(token, document)
    if method is None:
        raise BadgeError("key")
    key = ECKey.import_key(method.publicKeyJwk.model_dump(exclude={"d"}))
    try:
        jws.deserialize_compact(token.text, key, algorithms=[ALGORITHM])
    except (JoseError, ValueError):
        raise BadgeError("changed") from None


def _method_of(token: Token, document: DidDocument) -> Method | None:
    """The published key that a token names, or of which it holds a copy: the copy itself is never trusted."""
    name, copy = token.head.get("kid"), token.head.get("jwk")
    for method in document.verificationMethod:
        published = method.publicKeyJwk
        is_copied = isinstance(copy, dict) and (copy.get("x"), copy.get("y")) == (published.x, published.y)
        if name == method.id or (name is None and is_copied):
            return method
    return None


def _object(part: str) -> dict[str, object]:
    try:
        found = json.loads(urlsafe_b64decode(part.encode()))
    except (ValueError, RecursionError):
        raise BadgeError("no_badge") from None
    if not isinstance(found, dict):
        raise BadgeError("no_badge")
    return found
