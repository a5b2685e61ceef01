"""What each kind of page of the first course loads of ours: packed as a server does, and all of it.

`make weights` prints the table that stands in how-to-measure.md.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.table import as_markdown
from course.support.states import HOME, LESSON, PROGRESS, SCAN, TEST

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGES = {
    "home": HOME,
    "level": "tevredenheid/index.html",
    "other page": "over-dit-model.html",
    "lesson, plain questions": LESSON,
    "lesson, a conversation": "passie/passie-die-je-kiest.html",
    "test, all types": TEST,
    "scan": SCAN,
    "own page": PROGRESS,
}
"""A page of each kind."""
_FILE = re.compile(r'(?:src|href)="([^"]*assets/leerpad/[^"]*)"')


class Weight(NamedTuple):
    """Bytes of what a page loads: scripts with their words, styles, the course map."""

    scripts: int = 0
    styles: int = 0
    map: int = 0

    @property
    def whole(self) -> int:
        """All of it."""
        return sum(self)


def files_of(site: Path, page: str) -> set[Path]:
    """The files of ours that a page names."""
    html = (site / page).read_text("utf-8")
    return {(site / page).parent.joinpath(address).resolve() for address in _FILE.findall(html)}


def weigh(files: Iterable[Path]) -> Weight:
    """What these weigh together."""
    packed = [(file, len(gzip.compress(file.read_bytes(), 9))) for file in files]
    styles = sum(size for file, size in packed if file.suffix == ".css")
    course = sum(size for file, size in packed if file.name.startswith("course."))
    return Weight(sum(size for _, size in packed) - styles - course, styles, course)


def weights(site: Path) -> dict[str, Weight]:
    """Each kind of page, and last a walk through all of them."""
    of_pages = {kind: files_of(site, page) for kind, page in PAGES.items()}
    return {kind: weigh(files) for kind, files in of_pages.items()} | {"a walk": weigh(set().union(*of_pages.values()))}


def main() -> None:
    """Print the table for a built site."""
    rows = [["kB", "scripts and words", "styles", "course map", "together"]]
    for kind, weight in weights(Path(sys.argv[1])).items():
        rows.append([kind, *(f"{size / 1000:.1f}" for size in (*weight, weight.whole))])
    print(as_markdown(rows))


if __name__ == "__main__":
    main()
