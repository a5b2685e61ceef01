"""The names that anchors of the engine had before: links with those lead on, by client/anchors.js."""

from __future__ import annotations

EARLIER = {
    "begrip": "term",
    "bron": "source",
    "vraag": "question",
    "actie": "action",
    "stappen": "steps",
    "certificaat": "certificate",
}
"""What a name began with, and what it begins with now."""

EARLIER_WHOLE = {"bronnen-van-deze-les": "lesson-sources"}


def name_now(anchor: str) -> str:
    """The name of an anchor today: `term-autonomie` for `begrip-autonomie`; the same where it didn't change."""
    kind, hyphen, name = anchor.partition("-")
    return EARLIER_WHOLE.get(anchor) or f"{EARLIER.get(kind, kind)}{hyphen}{name}"
