"""The files of a course that have to do with badges: the published ones, and the numbers that were given."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leerpad.badges import BadgeError
from leerpad.badges.keys import method_of
from leerpad.badges.status import SIZE, StatusList, read_status
from leerpad.course.model.badges import (
    DID_FILE,
    FOLDER,
    NUMBERS_FILE,
    STATUS_FILE,
    DidDocument,
    Method,
    read_did,
    written_did,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from joserfc.jwk import ECKey

    from leerpad.course.model.badges import BadgeSite


@dataclass(frozen=True)
class Shelf:
    """The folder of badges in a project."""

    site: BadgeSite

    def document(self) -> DidDocument:
        """Who the issuer is, as it is published. Raises BadgeError if that isn't there, or is of another address."""
        document = read_did(self._text(DID_FILE))
        if document is None or document.id != self.site.did:
            raise BadgeError("folder_unfit", file=DID_FILE)
        return document

    def status_text(self) -> str:
        """The list of withdrawn badges, as it is published. Raises BadgeError if it isn't there."""
        return self._text(STATUS_FILE)

    def name_of(self, key: ECKey) -> str:
        """The name under which this key is published. Raises BadgeError if it isn't."""
        method = method_of(key, self.site.did)
        if method.id not in {known.id for known in self.document().verificationMethod}:
            raise BadgeError("key_not_published")
        return method.id

    def publish_key(self, key: ECKey, now: datetime) -> None:
        """Put the public half among the published ones, and sign the list anew if it isn't of this address yet.

        What was published for another address goes along: the keys stay, and what was withdrawn stays withdrawn.
        """
        (self.site.project / FOLDER).mkdir(exist_ok=True)
        own = method_of(key, self.site.did)
        before = read_did(self._text(DID_FILE, otherwise=""))
        methods = [_renamed(method, self.site.did) for method in before.verificationMethod] if before else []
        if own.id not in {method.id for method in methods}:
            methods.append(own)
        revoked = self._revoked_before(before, own)
        self._write(DID_FILE, written_did(self.site.did, tuple(methods)))
        if revoked is not None:
            self._write(STATUS_FILE, revoked.signed(self.site, key, own.id, now))

    def revoke(self, numbers: Iterable[int], key: ECKey, now: datetime) -> None:
        """Withdraw badges by their numbers. Raises BadgeError if that can't be published."""
        listed = read_status(self.status_text(), self.site.did, self.document())
        for number in numbers:
            listed = listed.with_revoked(number)
        self._write(STATUS_FILE, listed.signed(self.site, key, self.name_of(key), now))

    def given_number(self, number: int) -> int:
        """This number, if it was given to a badge. Raises BadgeError if not: it will be a slip."""
        if number not in self._given():
            raise BadgeError("number_not_given", number=number)
        return number

    def new_number(self) -> int:
        """A number that no badge has; from now on it is given. Raises BadgeError if none is left."""
        given = self._given()
        free = [number for number in range(SIZE) if number not in given]
        if not free:
            raise BadgeError("no_number_left")
        number = secrets.choice(free)
        try:
            with (self.site.project / NUMBERS_FILE).open("a", encoding="utf-8", newline="\n") as file:
                file.write(f"{number}\n")
        except OSError as error:
            raise BadgeError("not_written", file=NUMBERS_FILE, why=error.strerror) from None
        return number

    def _given(self) -> set[int]:
        return {int(line) for line in self._text(NUMBERS_FILE, otherwise="").split() if line.isdecimal()}

    def _revoked_before(self, before: DidDocument | None, own: Method) -> StatusList | None:
        """The list to publish; None if the one that is there is right."""
        text = self._text(STATUS_FILE, otherwise="")
        if not text:
            return StatusList()
        known = before or DidDocument(id=self.site.did, verificationMethod=(own,))
        try:
            listed = read_status(text, known.id, known)
        except BadgeError:
            raise BadgeError("list_unfit", file=STATUS_FILE) from None
        return None if known.id == self.site.did else listed

    def _text(self, name: str, otherwise: str | None = None) -> str:
        try:
            return (self.site.project / name).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            if otherwise is None:
                raise BadgeError("folder_without", file=name) from None
            return otherwise

    def _write(self, name: str, text: str) -> None:
        """All of it or nothing: a list that is cut off would hold for none."""
        file: Path = self.site.project / name
        part = file.with_suffix(".part")
        try:
            part.write_text(text, "utf-8", newline="\n")
            part.replace(file)
        except OSError as error:
            raise BadgeError("not_written", file=name, why=error.strerror) from None
        finally:
            part.unlink(missing_ok=True)


def _renamed(method: Method, did: str) -> Method:
    return method.model_copy(update={"id": f"{did}#{method.id.rpartition('#')[2]}"})
