"""One gap: what is accepted, what is a known mistake, and how strictly texts are compared."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Annotated, TypedDict

from pydantic import Field

from leerpad.questions.neutral import Blank, Mistake
from leerpad.source.diagnostics import Fault
from leerpad.source.shape import Flag, Shaped, Text, Texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.source.shape import KeyPath

GAP = re.compile(r"\{\{((?:(?!\{\{|\}\}).)*)\}\}", re.DOTALL)
"""A gap in a text, with its name and the spaces around that."""

_ALIKE = str.maketrans(dict.fromkeys("‘’‚‛′ʼ`´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-"))


class GapKey(TypedDict):
    """What is accepted in a gap, and what is forgiven."""

    accept: list[str]
    case_sensitive: bool
    accent_sensitive: bool
    space_sensitive: bool
    typos: int


class Reject(Shaped):
    """Wrong answers that the author saw coming, and what to say to them."""

    text: Texts
    feedback: Text


class Gap(Shaped):
    """What may stand in a gap. Capitals, accents and spaces are forgiven unless the author asks for them."""

    accept: Texts
    reject: tuple[Reject, ...] = ()
    case_sensitive: Flag = False
    accent_sensitive: Flag = False
    space_sensitive: Flag = False
    typos: Annotated[int, Field(ge=0)] = 0
    label: Text | None = None
    feedback: Text | None = None

    def plain(self, text: str) -> str:
        """The text without what this gap forgives: for faults and for the revision. Scoring is the browser's."""
        text = unicodedata.normalize("NFKD", text.translate(_ALIKE))
        kinds = ("Cf",) if self.accent_sensitive else ("Cf", "Mn", "Mc", "Me")
        text = "".join(letter for letter in text if unicodedata.category(letter) not in kinds)
        if not self.case_sensitive:
            text = text.upper().lower()
        text = re.sub(r"\s+", " " if self.space_sensitive else "", text).lstrip().rstrip(" .")
        return unicodedata.normalize("NFC", text)

    @property
    def accepted(self) -> list[str]:
        """The accepted texts in their plain form, in a fixed order."""
        return sorted({self.plain(text) for text in self.accept})

    def key(self) -> GapKey:
        """What the browser scores by."""
        return {
            "accept": self.accepted,
            "case_sensitive": self.case_sensitive,
            "accent_sensitive": self.accent_sensitive,
            "space_sensitive": self.space_sensitive,
            "typos": self.typos,
        }

    def neutral(self) -> Blank:
        """The gap in the form of banks."""
        mistakes = tuple(Mistake(reject.text, reject.feedback) for reject in self.reject)
        strict = {"case_sensitive", "accent_sensitive", "space_sensitive", "typos", "label", "feedback"}
        return Blank(self.accept, mistakes, **self.model_dump(include=strict))

    def check(self) -> Iterator[Fault[KeyPath]]:
        """Texts of which nothing is left, mistakes that are also right, and too much forgiveness."""
        for index, text in enumerate(self.accept):
            if not self.plain(text):
                yield Fault("nothing_to_compare", ("accept", index), {"text": text})
        first: dict[str, int] = {}
        accepted = set(self.accepted)
        for index, reject in enumerate(self.reject):
            for number, text in enumerate(reject.text):
                place = ("reject", index, "text", number)
                plain = self.plain(text)
                if not plain:
                    yield Fault("nothing_to_compare", place, {"text": text})
                elif plain in accepted:
                    yield Fault("rejected_and_accepted", place, {"text": text})
                elif plain in first:
                    yield Fault("rejected_twice", place, {"text": text, "number": first[plain] + 1})
                first.setdefault(plain, index)
        shortest = min((plain for plain in sorted(accepted) if plain), key=len, default=None)
        if shortest is not None and self.typos >= len(shortest):
            params = {"typos": self.typos, "text": shortest, "limit": len(shortest) - 1}
            yield Fault("too_many_typos", ("typos",), params)


def gap_keys(blank: Blank) -> dict[str, object]:
    """The keys of a gap, from the form of banks."""
    strict = ("label", "case_sensitive", "accent_sensitive", "space_sensitive", "typos", "feedback")
    reject = [{"text": list(one.texts), "feedback": one.feedback} for one in blank.mistakes]
    return {"accept": list(blank.accept), "reject": reject, **{key: getattr(blank, key) for key in strict}}
