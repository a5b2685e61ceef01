"""What each kind of page of the first course loads of ours: packed as a server does, and all of it.

`make weights` prints the tables that stand in how-to-measure.md.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.table import as_markdown
from course.support.states import HOME, LESSON, PROGRESS, SCAN, TEST

from leerpad.site.assets.split import make_bundles

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGES = {
    "home": HOME,
    "level": "tevredenheid/index.html",
    "other page": "over-dit-model.html",
    "lesson, plain questions": LESSON,
    "lesson, a conversation": "passie/passie-die-je-kiest.html",
    "test, all types": TEST,
    "test, asks what came before": "passie/toets-passie.html",
    "scan": SCAN,
    "own page": PROGRESS,
}
"""A page of each kind."""
_LATER = re.compile(r'data-later="([^"]*)"')
_FILE = re.compile(r'(?:src|href|data-font)="([^"]*assets/leerpad/[^"]*)"')
_EARLIER = re.compile(r"<leerpad-earlier [^>]*data-earlier='([^']*)'")
_RECALLED = re.compile(r'"recall":(\d+)')


class Weight(NamedTuple):
    """Bytes of what a page loads: scripts with their words, styles, the course map, scripts when the browser is idle, fonts."""

    scripts: int = 0
    styles: int = 0
    map: int = 0
    later: int = 0
    fonts: int = 0

    @property
    def whole(self) -> int:
        """All of it but fonts: one file for all pages, the same in every version."""
        return sum(self) - self.fonts


def files_of(site: Path, page: str) -> set[Path]:
    """The files of ours that a page loads: those that it names, and at worst so many scripts of questions as it recalls."""
    html = (site / page).read_text("utf-8")
    now = {(site / page).parent.joinpath(address).resolve() for address in _FILE.findall(html)}
    later = {name for names in _LATER.findall(html) for name in names.split()}
    return now | {site.resolve() / "assets/leerpad" / name for name in later} | _heaviest_recalled(site.resolve(), html)


def _heaviest_recalled(site: Path, html: str) -> set[Path]:
    known, count = _EARLIER.search(html), _RECALLED.search(html)
    if known is None or count is None:
        return set()
    scripts = {site / script for source in json.loads(known[1]) for script in source["scripts"]}
    return set(sorted(scripts, key=lambda script: weigh([script]).scripts)[-int(count[1]) :])


def weigh(files: Iterable[Path]) -> Weight:
    """What these weigh together."""
    kept = set(files)
    letters = {file for file in kept if file.suffix == ".woff2"}
    packed = [(file, len(gzip.compress(file.read_bytes(), 9))) for file in kept - letters]
    styles = sum(size for file, size in packed if file.suffix == ".css")
    course = sum(size for file, size in packed if file.name.startswith("course."))
    later = sum(size for file, size in packed if "-later." in file.name)
    fonts = sum(file.stat().st_size for file in letters)
    return Weight(sum(size for _, size in packed) - styles - course - later, styles, course, later, fonts)


def weights(site: Path) -> dict[str, Weight]:
    """Each kind of page, and last a walk through all of them: of that, what isn't the text of questions."""
    of_pages = {kind: files_of(site, page) for kind, page in PAGES.items()}
    walk = [file for file in set().union(*of_pages.values()) if not _is_questions(file)]
    return {kind: weigh(files) for kind, files in of_pages.items()} | {"a walk": weigh(walk)}


def _is_questions(file: Path) -> bool:
    return file.name.startswith("reviews-")


def in_one(site: Path) -> int:
    """What every page would load if all scripts were one, and all styles."""
    files = sorted((site / "assets/leerpad").glob("*.*"))
    kinds = [[file for file in files if file.suffix == kind and not _is_questions(file)] for kind in (".js", ".css")]
    return sum(len(gzip.compress(b"".join(file.read_bytes() for file in kind), 9)) for kind in kinds)


def of_bundles(site: Path) -> dict[str, Weight]:
    """What each bundle weighs by itself."""
    files = sorted((site / "assets/leerpad").glob("*.*"))
    return {
        bundle.name: weigh(file for file in files if file.name.startswith(f"{bundle.name}."))
        for bundle in make_bundles()
    }


def main() -> None:
    """Print the tables for a built site."""
    rows = [["kB", "scripts and words", "styles", "course map", "when idle", "fonts", "together"]]
    for kind, weight in weights(Path(sys.argv[1])).items():
        rows.append([kind, *(f"{size / 1000:.1f}" for size in (*weight, weight.whole))])
    rows.append(["every page, were all in one", "", "", "", "", "", f"{in_one(Path(sys.argv[1])) / 1000:.1f}"])
    print(as_markdown(rows), end="\n\n")
    bundles = [["bundle", "script and words", "styles"]]
    for name, weight in of_bundles(Path(sys.argv[1])).items():
        bundles.append([name, f"{(weight.scripts + weight.later) / 1000:.1f}", f"{weight.styles / 1000:.1f}"])
    print(as_markdown(bundles))


if __name__ == "__main__":
    main()
