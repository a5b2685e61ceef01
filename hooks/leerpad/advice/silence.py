"""What authors silenced: advice that stays away, and advice on the silences themselves."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from leerpad.advice.codes import CODES, EARLIER
from leerpad.source.diagnostics import advice_at
from leerpad.source.silences import WHOLE_FILE, Silence, find_silences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from leerpad.source.diagnostics import Diagnostic
    from leerpad.source.files import SourceText
    from leerpad.source.markdown_text import MarkdownText

WHOLE_COURSE = {
    "mixed-address",
    "lesson-without-question",
    "level-without-handout",
    "unused-term",
    "unused-source",
    "unused-quiz",
    "unused-scan",
    "single-use-type",
}
"""Advice that isn't worked out while a file has faults: then nobody can say that its silence is for nothing."""


def keep_unsilenced(
    found: Iterable[Diagnostic], sources: Mapping[str, SourceText], pages: Mapping[str, MarkdownText], *, is_whole: bool
) -> Iterator[Diagnostic]:
    """The findings that nobody silenced, and what is to be said about the silences."""
    silences = {
        path: [*map(_with_code_now, find_silences(source, pages.get(path)))] for path, source in sources.items()
    }
    by_place: dict[tuple[str, int, str], list[Silence]] = {}
    for path, of_file in silences.items():
        for silence in of_file:
            by_place.setdefault((path, silence.line, silence.code), []).append(silence)
    used: set[tuple[str, Silence]] = set()
    for finding in found:
        matching = [
            silence
            for line in (finding.position.line, WHOLE_FILE)
            for silence in by_place.get((finding.path, line, finding.code), ())
        ]
        used |= {(finding.path, silence) for silence in matching}
        if not matching:
            yield finding
    for path, of_file in silences.items():
        for silence in of_file:
            yield from _about(path, silence, is_used=(path, silence) in used, is_whole=is_whole)


def _with_code_now(silence: Silence) -> Silence:
    return replace(silence, code=EARLIER.get(silence.code, silence.code))


def _about(path: str, silence: Silence, *, is_used: bool, is_whole: bool) -> Iterator[Diagnostic]:
    if silence.code not in CODES:
        nearest = get_close_matches(silence.code, CODES, n=1, cutoff=0)[0]
        params = {"code": silence.code, "suggestion": nearest}
        yield advice_at(path, silence.position, "unknown-silence", params)
    elif not is_used and (is_whole or silence.code not in WHOLE_COURSE):
        yield advice_at(path, silence.position, "needless-silence", {"code": silence.code})
    elif not silence.reason:
        yield advice_at(path, silence.position, "silence-without-reason", {"code": silence.code})
