"""The key of who signs: made once, kept in a file that only its owner reads, never written over."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from joserfc.jwk import ECKey

from leerpad.badges import BadgeError
from leerpad.course.model.badges import Method, PublicKey

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    AskPassphrase = Callable[[], str]

MAX_BYTES = 20_000
_CURVE = "P-256"


def make_key(file: Path, passphrase: str) -> ECKey:
    """Write a new key, which only the owner of the file may read. Raises BadgeError if it can't be written there."""
    key = ECKey.generate_key(_CURVE)
    text = key.as_pem(private=True, password=passphrase or None)
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except OSError as error:
        raise BadgeError("key_not_written", file=file, why=error.strerror) from None
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(text)
    return key


def read_key(file: Path, ask: AskPassphrase) -> ECKey:
    """The key in a file; `ask` gives the passphrase of one that has it. Raises BadgeError if it is no key of ours."""
    try:
        with file.open("rb") as opened:
            text = opened.read(MAX_BYTES)
    except OSError as error:
        raise BadgeError("key_unreadable", file=file, why=error.strerror) from None
    passphrase = ask() if b"ENCRYPTED" in text else None
    try:
        key = ECKey.import_key(text, password=passphrase)
    except (ValueError, TypeError):
        raise BadgeError("key_wrong_passphrase" if passphrase is not None else "key_no_key", file=file) from None
    if key.curve_name != _CURVE or not key.is_private:
        raise BadgeError("key_no_key", file=file)
    return key


def is_open_to_others(file: Path) -> bool:
    """Whether others on this computer can read the file; Windows keeps that elsewhere, and isn't asked."""
    return os.name == "posix" and bool(file.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))


def method_of(key: ECKey, did: str) -> Method:
    """The public half, with its name: that follows from the key, so the same key has the same name."""
    public = PublicKey.model_validate({name: key.as_dict(private=False)[name] for name in ("kty", "crv", "x", "y")})
    return Method(id=f"{did}#{key.thumbprint()}", publicKeyJwk=public)
