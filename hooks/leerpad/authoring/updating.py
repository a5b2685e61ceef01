"""A course brought to this version of the engine. Nothing that an author wrote is replaced.

A course keeps a record of the managed files as we wrote them. Where a file is still so, a new version takes its place;
where somebody changed it, the new one is laid beside it. Content is changed by the migrations alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leerpad.authoring.beginning import VERSION, Wishes, managed_files
from leerpad.authoring.migrations import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from leerpad.authoring.migrations import Change

RECORD = ".leerpad.json"
_PART = ".leerpad-part"
_NOTED = ("version", "name", "language", "color", "files")


class NoRecordError(Exception):
    """The course has no record of what it was made with, or one that can't be read."""


@dataclass(frozen=True)
class _Record:
    """What a course noted of itself: its wishes, and each managed file with a digest of what we wrote.

    `said` is all of it, also what only a later version knows.
    """

    version: str
    name: str
    language: str
    color: str
    files: dict[str, str]
    said: dict[str, object]


@dataclass
class Update:
    """What to write, by path, and what there is to say of it."""

    files: dict[str, str] = field(default_factory=dict)
    replaced: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)
    """Files that an author changed, with the name of the new one beside each."""
    gone: list[str] = field(default_factory=list)
    """Files that an author took away; they stay away."""
    changes: list[Change] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    """Files whose content has another name now."""
    before: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether the course is up to date."""
        return not self.files and not self.removed


def record_of(wishes: Wishes) -> dict[str, object]:
    """What a new course notes of itself: who made it, of what wishes, and the managed files."""
    return {
        "version": VERSION,
        **wishes.as_data(),
        "files": {path: _digest(text) for path, text in sorted(managed_files(wishes).items())},
    }


def plan_update(project: Path) -> Update:
    """What an update would do. Raises NoRecordError where it can't know what an author changed."""
    record = _read_record(project)
    known = record.files
    wishes = Wishes(record.name, record.language, record.color)
    update, noted = Update(before=record.version), dict(known)
    for path, text in sorted(managed_files(wishes).items()):
        now, wanted = _text_of(project / path), _digest(text)
        noted[path] = wanted
        if now is None and path in known:
            update.gone.append(path)
        elif now is None:
            update.added.append(path)
            update.files[path] = text
        elif _digest(now) == wanted or known.get(path) == wanted:
            continue  # it is so already, or the author chose otherwise when this version was offered
        elif _digest(now) == known.get(path):
            update.replaced.append(path)
            update.files[path] = text
        else:
            update.beside[path] = _name_beside(project, path, text)
            update.files[update.beside[path]] = text
    _migrate(project, update)
    new = {**record.said, "version": VERSION, "files": noted}
    if new != record.said:
        update.files[RECORD] = json.dumps(new, ensure_ascii=False, indent=2) + "\n"
    return update


def _migrate(project: Path, update: Update) -> None:
    before = {
        file.relative_to(project).as_posix(): text
        for folder in ("docs", "modules", "quizzes")
        for file in sorted((project / folder).rglob("*"))
        if file.suffix in (".md", ".yml", ".yaml") and (text := _content_of(file)) is not None
    }
    after = dict(before)
    for migrate in MIGRATIONS:
        update.changes += migrate(after)
    update.files |= {path: text for path, text in after.items() if before.get(path) != text}
    update.removed += sorted(before.keys() - after.keys())


def write_all(project: Path, files: Mapping[str, str], removed: Sequence[str] = ()) -> None:
    """Write files so that each is whole or as it was, whenever this breaks off; the record comes last.

    All are written beside their places first, so that a full disk shows before anything has changed.
    """
    in_order = sorted(files, key=lambda path: (path == RECORD, path))
    parts: list[Path] = []
    try:
        for path in in_order:
            target = project / path
            target.parent.mkdir(parents=True, exist_ok=True)
            part = target.with_name(target.name + _PART)
            parts.append(part)
            part.write_bytes(files[path].encode())
        for path, part in zip(in_order, parts, strict=True):
            if path == RECORD:
                _remove(project, removed)
            part.replace(project / path)
        _remove(project, removed)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _remove(project: Path, paths: Sequence[str]) -> None:
    for path in paths:
        (project / path).unlink(missing_ok=True)


def _name_beside(project: Path, path: str, text: str) -> str:
    """`README.new.md` beside `README.md`, or the first number that is free; what lies there may be an author's."""
    stem, dot, ending = path.rpartition(".")
    folder, slash, name = stem.rpartition("/")
    base, end = (f"{path}.new", "") if not dot or not name else (f"{folder}{slash}{name}.new", f".{ending}")
    number, beside = 1, f"{base}{end}"
    while (now := _text_of(project / beside)) is not None and now != text:
        number += 1
        beside = f"{base}-{number}{end}"
    return beside


def _read_record(project: Path) -> _Record:
    try:
        record = json.loads((project / RECORD).read_text("utf-8"))
        version, name, language, color, files = (record[key] for key in _NOTED)
        found = _Record(version, name, language, color, files, record)
        texts = [found.version, found.name, found.language, found.color, *found.files, *found.files.values()]
        ok = all(isinstance(text, str) for text in texts)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoRecordError from error
    if not ok:
        raise NoRecordError
    return found


def _content_of(file: Path) -> str | None:
    """The text of an author's file; None where it isn't UTF-8, which `check` says better."""
    try:
        return file.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return None


def _text_of(file: Path) -> str | None:
    return file.read_bytes().decode("utf-8", "surrogateescape") if file.is_file() else None


def _digest(text: str) -> str:
    """The same for both kinds of line ends, which git may change."""
    plain = re.sub("\r\n?", "\n", text)
    return hashlib.sha256(plain.encode("utf-8", "surrogateescape")).hexdigest()
