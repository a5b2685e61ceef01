"""How `leerpad results` grows with the number of files: each holds one attempt of ten questions, made from a seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from support.trees import course, write_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZES = (1_000, 10_000, 100_000)
_QUESTIONS = 10
_KILOBYTE = 1 if sys.platform == "darwin" else 1024  # what the system counts ru_maxrss in, in bytes
_HOOKS = Path(__file__).parents[2] / "hooks"


def measure_results(folder: Path) -> str:
    """A table: files, seconds, seconds of the processor, the most memory."""
    project, given = write_tree(folder / "course", {**course()}), folder / "files"
    written, rows = 0, ["files  seconds  processor  MB"]
    for size in _SIZES:
        _write(given, written, size)
        written = size
        rows.append(_read(project, given, size))
    return "\n".join(rows)


def _read(project: Path, given: Path, size: int) -> str:
    begin = time.perf_counter()
    command = [sys.executable, str(_HOOKS / "cli.py"), "results", str(given), "--format", "json"]
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"results: exit code {process.returncode}")
    seconds, processor = time.perf_counter() - begin, used.ru_utime + used.ru_stime
    return f"{size:6}  {seconds:7.1f}  {processor:9.1f}  {used.ru_maxrss * _KILOBYTE / 1e6:.0f}"


def _write(folder: Path, first: int, last: int) -> None:
    """A thousand in each folder, as people who collect them would."""
    for number in range(first, last):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number}.json").write_text(json.dumps(_file(number)), "utf-8")


def _file(number: int) -> dict[str, object]:
    attempt = {"practice": False, "seconds": 300, "answers": list(_answers(Random(number)))}
    return {
        "format": "leerpad-result",
        "version": 1,
        "kind": "answers",
        "course": {"id": "proefpad", "title": "Proefpad", "edition": "1"},
        "made": "2026-11-30",
        "quizzes": [{"quiz": "toets-een", "attempts": [attempt]}],
    }


def _answers(chance: Random) -> Iterator[dict[str, object]]:
    ability = chance.gauss(0, 1)
    for question in range(_QUESTIONS):
        right = chance.gauss(0, 1) < ability - question / 5 + 1
        value = f"{chance.randrange(4):08x}"
        facts = {"question": f"vraag-{question}", "revision": "r", "value": value}
        yield {**facts, "points": int(right), "max": 1, "seconds": chance.randrange(3, 90)}
