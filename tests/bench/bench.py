"""Measure builds of courses of several sizes, and pages in a browser; print tables.

PYTHONPATH=hooks:tests python -m bench.bench --python .venv-bench/bin/python --sizes "100 300" --runs 3
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from support.trees import write_tree

from bench.builds import build, profile
from bench.courses import as_course, as_peer, as_plain, made_levels
from bench.pages import measure_pages
from bench.table import Run, build_table, share_table

SHAPES = {"leerpad": as_course, "plain": as_plain, "peer": as_peer}


def main() -> None:
    """Run what is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable, help="the Python that has mkdocs-quiz")
    parser.add_argument("--sizes", default="100 300", help="numbers of lessons")
    parser.add_argument("--runs", type=int, default=3, help="builds of each, of which the median counts")
    parser.add_argument("--only", default="builds pages", help="builds, pages or profile")
    parser.add_argument("--without-peer", action="store_true", help="leave mkdocs-quiz out")
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.sizes.split()]
    # Not resolved: a virtual environment is known by the path of its Python.
    python = str(Path(asked.python).absolute())
    with tempfile.TemporaryDirectory(prefix="leerpad-bench-") as name:
        folder = Path(name)
        if "builds" in asked.only:
            names = [name for name in SHAPES if name != "peer" or not asked.without_peer]
            runs = measure_builds(folder, python, sizes, asked.runs, names)
            print(build_table(runs), share_table(runs), sep="\n\n", end="\n\n")
        if "profile" in asked.only:
            made = write_tree(folder / "profile", {**as_course(made_levels(sizes[-1]))})
            print(profile(python, made), end="\n\n")
        if "pages" in asked.only:
            print(measure_pages(folder / "pages", python))


def measure_builds(
    folder: Path, python: str, sizes: list[int], runs: int, names: list[str]
) -> dict[int, dict[str, list[Run]]]:
    """All runs. Contenders take turns, so that whatever else the machine does meets each of them."""
    found: dict[int, dict[str, list[Run]]] = {}
    for size in sizes:
        levels = made_levels(size)
        places = {name: write_tree(folder / f"{size}-{name}", {**SHAPES[name](levels)}) for name in names}
        found[size] = {name: [] for name in names}
        for _ in range(runs):
            for name, place in places.items():
                found[size][name].append(build(python, place))
                print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return found


if __name__ == "__main__":
    main()
