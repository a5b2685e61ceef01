"""Medians of several runs, and the table that a person reads."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from statistics import linear_regression, median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Run:
    """One build: wall clock, processor time, peak memory, and what came out."""

    seconds: float
    processor: float
    megabytes: float
    html: int


class Case(NamedTuple):
    """What is built: a course of this size and shape, by this host."""

    lessons: int
    shape: str
    host: str


Runs = dict[Case, dict[str, list[Run]]]
"""The runs of each case, by contender."""

NAMES = {"leerpad": "Leerpad", "plain": "Markdown", "peer": "mkdocs-quiz"}


def middle(runs: Sequence[Run]) -> Run:
    """The median of each number by itself."""
    return Run(
        median(run.seconds for run in runs),
        median(run.processor for run in runs),
        median(run.megabytes for run in runs),
        round(median(run.html for run in runs)),
    )


def ratio(runs: Sequence[float], plain: Sequence[float]) -> float:
    """The median of the ratios of runs that were made one after the other: what else the machine did met both."""
    return median(one / other for one, other in zip(runs, plain, strict=True))


def build_table(runs: Runs) -> str:
    """A row for each case and contender; ratios are to plain Markdown of the same case, run by run."""
    head = ["lessons", "shape", "host", "with", "seconds", "processor", "MB", "MB HTML"]
    rows = [[*head, "× time", "× processor", "× memory", "× HTML"]]
    for case, of_case in runs.items():
        plain = of_case["plain"]
        for name, its_runs in of_case.items():
            run = middle(its_runs)
            numbers = [f"{run.seconds:.2f}", f"{run.processor:.2f}", f"{run.megabytes:.0f}", f"{run.html / 1e6:.2f}"]
            ratios = [
                ratio([one.seconds for one in its_runs], [one.seconds for one in plain]),
                ratio([one.processor for one in its_runs], [one.processor for one in plain]),
                ratio([one.megabytes for one in its_runs], [one.megabytes for one in plain]),
                ratio([one.html for one in its_runs], [one.html for one in plain]),
            ]
            rows.append([str(case.lessons), *case[1:], NAMES[name], *numbers, *(f"{one:.2f}" for one in ratios)])
    return as_markdown(rows)


def exponent_table(runs: Runs) -> str:
    """How processor time grows with the number of lessons n: as n to this power, over all sizes; 1 is in proportion."""
    names = list(dict.fromkeys(name for of_case in runs.values() for name in of_case))
    rows = [["shape", "host", *(NAMES[name] for name in names)]]
    for shape, host in dict.fromkeys(case[1:] for case in runs):
        here = {case.lessons: of_case for case, of_case in runs.items() if case[1:] == (shape, host)}
        if len(here) > 1:
            rows.append([shape, host, *(_exponent(here, name) for name in names)])
    return as_markdown(rows)


def _exponent(sizes: dict[int, dict[str, list[Run]]], name: str) -> str:
    known = {size: middle(of_size[name]) for size, of_size in sizes.items() if name in of_size}
    if len(known) < 2:
        return "–"
    return f"{linear_regression([log(n) for n in known], [log(run.processor) for run in known.values()]).slope:.2f}"


def growth_table(shares: dict[int, list[float]]) -> str:
    """Our own processor time for each lesson, and how often it is that of the first size: it must not grow."""
    rows = [["lessons", "own s", "ms per lesson", "× first"]]
    per_lesson = {size: 1000 * median(spent) / size for size, spent in shares.items()}
    first = next(iter(per_lesson.values()))
    for size, milliseconds in per_lesson.items():
        whole = milliseconds * size / 1000
        rows.append([str(size), f"{whole:.2f}", f"{milliseconds:.2f}", f"{milliseconds / first:.2f}"])
    return as_markdown(rows)


def loop_table(loops: dict[int, list[list[float]]]) -> str:
    """Our own processor time under `serve`: of a whole build, and of one after a change in one quiz."""
    rows = [["lessons", "all s", "one change s", "share"]]
    for size, of_size in loops.items():
        whole = median(spent[0] for spent in of_size)
        again = median(one for spent in of_size for one in spent[1:])
        rows.append([str(size), f"{whole:.2f}", f"{again:.3f}", f"{again / whole:.3f}"])
    return as_markdown(rows)


def as_markdown(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a Markdown table that also reads well in a terminal; the first is its head."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 1) + ":" for width in widths) + "|")
    return "\n".join(lines)
