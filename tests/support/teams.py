"""Result files as the members of a team give them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload

ABOUT = {
    "format": "leerpad-result",
    "version": 1,
    "course": {"id": "proefpad", "title": "Proefpad", "edition": ""},
    "made": "2026-11-30",
}


def scan_file(number: int, rest: float | None, work: float | None, **other: Any) -> dict[str, Any]:
    """The scan of one person; the number tells it from those of others."""
    told = [{"dimension": "rust", "percent": rest}, {"dimension": "werk", "percent": work}]
    return {**ABOUT, "kind": "scan", "scan": "proefscan", "serial": f"{number:016x}", "dimensions": told, **other}


def answers_file(number: int, right: dict[str, bool], revisions: dict[str, str], **other: Any) -> dict[str, Any]:
    """One attempt at the first test: which questions were right."""
    answers = [
        {
            "question": name,
            "revision": revisions[name],
            "value": None,
            "points": int(is_right),
            "max": 1,
            "seconds": number,
        }
        for name, is_right in right.items()
    ]
    attempt = {"practice": False, "seconds": 60, "answers": answers}
    return {**ABOUT, "kind": "answers", "quizzes": [{"quiz": "toets-een", "attempts": [attempt]}], **other}


def as_files(*documents: Any, name: str = "bestand") -> list[FilePayload]:
    """As somebody chooses them: a document, or the bytes of a file."""
    return [
        {
            "name": f"{name}-{number}.json",
            "mimeType": "application/json",
            "buffer": one if isinstance(one, bytes) else json.dumps(one).encode(),
        }
        for number, one in enumerate(documents)
    ]
