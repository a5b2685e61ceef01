"""What stands in a folder of a course, and what ids a file claims that can't be read whole."""

from __future__ import annotations

import os
import re
from pathlib import Path

from leerpad.course.load.lists import is_draft
from leerpad.source.files import lines_of
from leerpad.source.names import ID_PATTERN

_ID_LINE = re.compile(rf"^id:[ \t]*(?!null)[\"']?({ID_PATTERN.replace('(', '(?:')})[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)


def claimed_ids(file: Path) -> set[str]:
    """The ids that a file with faults seems to define: a reference to it is not a second fault."""
    return set(_ID_LINE.findall("\n".join(lines_of(file))))


def visible(folder: Path, *, is_deep: bool = True) -> list[Path]:
    """What is in a folder, in the order of names, the same on every machine; without drafts and hidden files."""
    found: list[tuple[str, ...]] = []
    for root, folders, files in os.walk(folder):
        inside = Path(root).relative_to(folder).parts
        folders[:] = [name for name in folders if not is_draft(name)]
        found += [(*inside, name) for name in (*folders, *files) if not is_draft(name)]
        if not is_deep:
            break
    return [folder.joinpath(*parts) for parts in sorted(found)]
