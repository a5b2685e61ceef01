"""Medians of several runs, and the table that a person reads."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Run:
    """One build: wall clock, processor time, peak memory, and what came out."""

    seconds: float
    processor: float
    megabytes: float
    html: int


NAMES = {"leerpad": "Leerpad", "plain": "Markdown", "peer": "mkdocs-quiz"}


def middle(runs: Sequence[Run]) -> Run:
    """The median of each number by itself."""
    return Run(
        median(run.seconds for run in runs),
        median(run.processor for run in runs),
        median(run.megabytes for run in runs),
        round(median(run.html for run in runs)),
    )


def build_table(runs: dict[int, dict[str, list[Run]]]) -> str:
    """A row for each size and contender; ratios are to plain Markdown of the same size."""
    head = ["lessen", "met", "seconden", "processor", "MB", "MB HTML", "× tijd", "× processor", "× geheugen", "× HTML"]
    rows = [head]
    for size, of_size in runs.items():
        plain = middle(of_size["plain"])
        for name, its_runs in of_size.items():
            run = middle(its_runs)
            numbers = [f"{run.seconds:.2f}", f"{run.processor:.2f}", f"{run.megabytes:.0f}", f"{run.html / 1e6:.2f}"]
            ratios = [
                run.seconds / plain.seconds,
                run.processor / plain.processor,
                run.megabytes / plain.megabytes,
                run.html / plain.html,
            ]
            rows.append([str(size), NAMES[name], *numbers, *(f"{ratio:.2f}" for ratio in ratios)])
    return as_markdown(rows)


def share_table(runs: dict[int, dict[str, list[Run]]]) -> str:
    """What the engine adds to plain Markdown, for each lesson: it must not grow with the course."""
    rows = [["lessen", "ms per les", "ms processor per les"]]
    for size, of_size in runs.items():
        ours, plain = middle(of_size["leerpad"]), middle(of_size["plain"])
        wall, processor = ours.seconds - plain.seconds, ours.processor - plain.processor
        rows.append([str(size), f"{1000 * wall / size:.1f}", f"{1000 * processor / size:.1f}"])
    return as_markdown(rows)


def growth_table(shares: dict[int, list[float]]) -> str:
    """Our own processor time for each lesson, and how often it is that of the first size: it must not grow."""
    rows = [["lessen", "eigen s", "ms per les", "× eerste"]]
    per_lesson = {size: 1000 * median(spent) / size for size, spent in shares.items()}
    first = next(iter(per_lesson.values()))
    for size, milliseconds in per_lesson.items():
        whole = milliseconds * size / 1000
        rows.append([str(size), f"{whole:.2f}", f"{milliseconds:.2f}", f"{milliseconds / first:.2f}"])
    return as_markdown(rows)


def loop_table(loops: dict[int, list[list[float]]]) -> str:
    """Our own processor time under `serve`: of a whole build, and of one after a change in one quiz."""
    rows = [["lessen", "alles s", "één wijziging s", "deel"]]
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
