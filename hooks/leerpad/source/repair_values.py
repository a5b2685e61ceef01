"""What an author may have meant by a value that can't stand behind its key."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from leerpad.source.repair import Repair, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from leerpad.source.diagnostics import Diagnostic

_QUOTED = re.compile(r"(?P<mark>[\"']).*?(?P=mark)")
_ALONE = re.compile(r"(?:(?![ \t]#).)+")
_IN_FLOW = re.compile(r"[^,}\]]+")
_MARKS = "\"'“”„‘’«»"
_YES = {"ja", "j", "waar", "juist", "goed", "yes", "y", "on", "1", "x", "v", "true", "✓", "✔"}
_NO = {"nee", "n", "onwaar", "onjuist", "fout", "no", "off", "0", "false", "-"}
_COUNTED = {"", "punt", "punten", "minuut", "minuten", "min", "vraag", "vragen", "point", "points", "minute", "minutes"}
"""Words behind a number that say what its key says already."""

_NUMBERS = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"]
_NUMBERS_EN = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def other_values(lines: Sequence[str], number: int, fault: Diagnostic) -> Iterator[Repair]:
    """The line with each value that this one may stand for."""
    line, start = lines[number], fault.position.column - 1
    is_in_flow = any(sign in line[:start] for sign in "[{")
    until = _IN_FLOW if is_in_flow else _ALONE
    match = _QUOTED.match(line, start) or until.match(line, start)
    if match is None:
        return
    written = match[0].rstrip(" \t")
    behind = re.search(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*$", line[:start])
    key, is_behind_key = (behind[1], True) if behind else (key_of(line), False)
    if not key:
        return
    for value in dict.fromkeys(_values(written, fault.code)):
        if value and value != written:
            better = f"{line[:start]}{value}{line[start + len(written) :]}"
            params = {"value": written, "key": key, "better": f"{key}: {value}" if is_behind_key else value}
            yield Repair("better_value", number + 1, start + 1, (better,), params=params)


def _values(written: str, code: str) -> Iterator[str]:
    bare = written.strip(f"{_MARKS} \u00a0")
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", bare.casefold()) if not unicodedata.combining(sign))
    yield bare
    if code == "expected_flag":
        yield "true" if plain in _YES else "false" if plain in _NO else ""
    elif code == "bad_id":
        yield re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    elif code in ("not_one_of", "unknown_type_suggestion"):
        yield plain
        yield re.sub(r"[\s-]+", "_", plain)
    else:
        yield from _numbers(plain, is_share=code == "expected_percentage")


def _numbers(plain: str, *, is_share: bool) -> Iterator[str]:
    match = re.search(r"\d+(?:[.,]\d+)?", plain)
    for words in (_NUMBERS, _NUMBERS_EN):
        if plain in words:
            yield str(words.index(plain) + 1)
    if match is None or plain.startswith("-"):
        return
    number = match[0].replace(",", ".")
    if not is_share:
        if plain.replace(match[0], "", 1).strip(" .") not in _COUNTED:
            return  # a unit, which must not get lost
        yield str(round(float(number))) if float(number).is_integer() else number
    elif float(number) <= 1 and "%" not in plain and "." in number:
        yield f"{float(number) * 100:g}%"
    else:
        yield f"{number}%"
