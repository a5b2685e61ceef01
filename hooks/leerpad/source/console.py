"""Output for any console: characters that its encoding lacks are replaced by ones that every console has."""

from __future__ import annotations

import codecs
import io
import os
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

_HANDLER = "leerpad.readable"
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": "-", "→": "->", "≥": ">="}
)


def make_readable(*streams: TextIO) -> None:
    """Let these streams write everything, whatever their code page; what they can write stays as it is."""
    codecs.register_error(_HANDLER, _plainly)
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def plain(text: str, encoding: str = "ascii") -> str:
    """The text with signs that an encoding has: without accents or curls where it lacks those, `?` as a last resort."""
    simple = text.translate(_PLAIN)
    try:
        return simple.encode(encoding).decode(encoding)
    except UnicodeEncodeError:
        bare = "".join(sign for sign in unicodedata.normalize("NFKD", simple) if not unicodedata.combining(sign))
        return bare.encode(encoding, "replace").decode(encoding)


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return plain(error.object[error.start : error.end], error.encoding), error.end


def let_go(stream: TextIO) -> None:
    """Write what is left of a stream to nobody: who read it has gone, and Python would complain of that at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
