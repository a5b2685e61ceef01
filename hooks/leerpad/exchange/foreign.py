"""What comes in: questions of another maker, and what was lost or guessed, each with its place in the foreign file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.neutral import Form

MOST_BYTES = 50 * 2**20
"""A larger file is refused: nobody writes so many questions, and everything is held in memory."""


_STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class Spot(NamedTuple):
    """A place in a foreign file: the file inside a package (or empty), and the line; 0 where lines mean nothing."""

    file: str
    line: int


class Note(NamedTuple):
    """Something lost or guessed. `params` fill the words of `what`.

    `what` is a key of the locale under `exchange.note`, or one under `exchange` itself if it has a dot.
    """

    what: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass
class Foreign:
    """One question as it was found. All texts are HTML.

    `form` is None for a question of a type that we don't have: `kind` says which, and it is only reported.
    """

    spot: Spot
    kind: str
    name: str = ""
    title: str = ""
    prompt: str = ""
    category: str = ""
    form: Form | None = None
    points: float = 1
    hint: str = ""
    explanation: str = ""
    tags: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def note(self, what: str, /, **params: object) -> None:
        """Note that something was lost or guessed; the same is said once."""
        note = Note(what, tuple(sorted((key, str(value)) for key, value in params.items())))
        if note not in self.notes:
            self.notes.append(note)


class UnreadableError(Exception):
    """A file can't be read at all. `code` is a key of the locale, under `exchange.unreadable`."""

    def __init__(self, code: str, spot: Spot, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.spot = spot
        self.column = 0
        self.params = params

    def at(self, column: int) -> UnreadableError:
        """The same, with the column of its line."""
        self.column = column
        return self


@dataclass
class Haul:
    """All that one file held. `images` are the files that came along, by the address that texts use for them."""

    questions: list[Foreign] = field(default_factory=list)
    images: dict[str, bytes] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Foreign]:
        return iter(self.questions)


def printable(text: str) -> str:
    """The text without signs that YAML can't hold, and that a terminal would obey."""
    return _STRANGE.sub("", text)


def category_name(path: str) -> str:
    """The name of a category of Moodle, without the roots that everybody has."""
    return re.sub(r"^(\$\w+\$|top)(/|$)", "", re.sub(r"^\$\w+\$/", "", path.strip())).replace("//", "/")


def texts_of(data: bytes, file: str = "") -> str:
    """The text of a file: UTF-8, or UTF-16 with its mark, or else the old code page of Windows. Raises UnreadableError.

    A line end is always `\\n`. A file with zeros that isn't UTF-16 is no text.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableError("too_large", Spot(file, 0), most=MOST_BYTES // 2**20)
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if "\0" in text:
        raise UnreadableError("no_text", Spot(file, 0))
    return text.replace("\r\n", "\n").replace("\r", "\n")
