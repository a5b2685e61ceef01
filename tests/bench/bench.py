"""Measure builds of courses of several sizes, and pages in a browser; print tables.

PYTHONPATH=hooks:tests python -m bench.bench --python .venv-bench/bin/python --sizes "100 300" --runs 3
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from support.trees import write_tree

from bench.builds import build, own_share, profile
from bench.courses import ORDINARY, SHAPES, Shape, as_course, as_peer, as_plain, made_levels
from bench.pages import measure_pages
from bench.results import measure_results
from bench.table import Case, Runs, build_table, exponent_table, growth_table, loop_table

CONTENDERS = {"leerpad": as_course, "plain": as_plain, "peer": as_peer}


def built(only: str) -> list[tuple[Shape, str]]:
    """What is built of each size: every shape by one host, and one shape by the other; or only the shape of a name."""
    every = [*((shape, "mkdocs") for shape in SHAPES), (ORDINARY, "properdocs")]
    return [(shape, host) for shape, host in every if shape.name == only][:1] if only else every


def main() -> None:
    """Run what is asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", default=sys.executable, help="the Python that has mkdocs-quiz")
    parser.add_argument("--sizes", default="100 300", help="numbers of lessons")
    parser.add_argument("--runs", type=int, default=3, help="builds of each, of which the median counts")
    parser.add_argument(
        "--only", default="builds share loop pages", help="builds, share, loop, pages, profile, results"
    )
    names = [shape.name for shape in SHAPES]
    parser.add_argument("--shape", default="", choices=["", *names], help="only this one; the peer is left out then")
    parser.add_argument("--without-peer", action="store_true", help="leave mkdocs-quiz out")
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.sizes.split()]
    # Not resolved: a virtual environment is known by the path of its Python.
    python = str(Path(asked.python).absolute())
    with tempfile.TemporaryDirectory(prefix="leerpad-bench-") as name:
        folder = Path(name)
        if "builds" in asked.only:
            with_peer = not (asked.without_peer or asked.shape)
            runs = measure_builds(folder, python, sizes, asked.runs, built(asked.shape), with_peer=with_peer)
            print(build_table(runs), exponent_table(runs), sep="\n\n", end="\n\n")
        if "share" in asked.only:
            shares = measure_own(folder, python, sizes, asked.runs, "build")
            print(growth_table({size: [one[0] for one in spent] for size, spent in shares.items()}), end="\n\n")
        if "loop" in asked.only:
            print(loop_table(measure_own(folder, python, sizes, asked.runs, "serve")), end="\n\n")
        if "profile" in asked.only:
            for shape in (SHAPES[0], SHAPES[-1]):
                made = write_tree(folder / f"profile {shape.name}", {**as_course(made_levels(sizes[-1], shape=shape))})
                print(shape.name, profile(python, made), sep="\n", end="\n\n")
        if "results" in asked.only:
            print(measure_results(folder / "results"), end="\n\n")
        if "pages" in asked.only:
            print(measure_pages(folder / "pages", python))


def measure_builds(
    folder: Path, python: str, sizes: list[int], runs: int, cases: list[tuple[Shape, str]], *, with_peer: bool
) -> Runs:
    """All runs. Contenders take turns, so that whatever else the machine does meets each of them."""
    found: Runs = {}
    for size in sizes:
        for number, (shape, host) in enumerate(cases):
            case = Case(size, shape.name, host)
            names = [name for name in CONTENDERS if name != "peer" or (with_peer and number == 0)]
            places = {name: made_course(folder / f"{size}-{number}-{name}", name, size, shape) for name in names}
            found[case] = {name: [] for name in names}
            for _ in range(runs):
                for name, place in places.items():
                    found[case][name].append(build(python, place, host))
                    print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return found


def made_course(folder: Path, contender: str, size: int, shape: Shape) -> Path:
    """A course of this size and shape, written for a contender."""
    return write_tree(folder, {**CONTENDERS[contender](made_levels(size, shape=shape))})


def measure_own(folder: Path, python: str, sizes: list[int], runs: int, command: str) -> dict[int, list[list[float]]]:
    """What we spend ourselves, in each of some runs."""
    found: dict[int, list[list[float]]] = {}
    for size in sizes:
        made = write_tree(folder / f"{size}-{command}", {**as_course(made_levels(size))})
        found[size] = [own_share(python, made, command) for _ in range(runs)]
        print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return found


if __name__ == "__main__":
    main()
