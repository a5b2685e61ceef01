"""What must change in the content of a course so that it suits this version of the engine: one function for each.

Each gets the texts of a course by their paths, changes them in place, and says what it changed where. Doing it twice is
doing it once. An older course may need several; so none is ever taken away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from leerpad.course.model.bibliography import BIBLIOGRAPHY, EARLIER_BIBLIOGRAPHY
from leerpad.course.model.glossary import EARLIER_GLOSSARY, GLOSSARY

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Change:
    """A change of content. `key` names the words for it, among `update.change`; the place is where it was before."""

    path: str
    line: int
    key: str
    params: dict[str, str] = field(default_factory=dict)


def rename_lists(texts: dict[str, str]) -> list[Change]:
    """Terms and sources stand in files with English names, beside a schema of the same name."""
    changes = []
    for earlier, new in ((EARLIER_GLOSSARY, GLOSSARY), (EARLIER_BIBLIOGRAPHY, BIBLIOGRAPHY)):
        if earlier not in texts:
            continue
        text = _with_schema(texts[earlier], new)
        if texts.get(new, text) == text:  # where both are there and differ, only the author knows which is right
            del texts[earlier]
            texts[new] = text
            changes.append(Change(earlier, 1, "renamed", {"new": new}))
    return changes


def _with_schema(text: str, path: str) -> str:
    name = path.rpartition("/")[2].removesuffix(".yml")
    return re.sub(r"(?<=\$schema=)[\w-]+(?=\.schema\.json)", name, text, count=1)


MIGRATIONS: tuple[Callable[[dict[str, str]], list[Change]], ...] = (rename_lists,)
"""In the order in which the engine changed."""
