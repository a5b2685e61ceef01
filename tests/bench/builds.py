"""Builds in processes of their own: what one took, and where its time went."""

from __future__ import annotations

import json
import os
import pstats
import subprocess
import sys
import time
from pathlib import Path

from bench.table import Run

_KILOBYTE = 1 if sys.platform == "darwin" else 1024  # what the system counts ru_maxrss in, in bytes
_ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0", "PYTHONDONTWRITEBYTECODE": ""}
"""As an author builds: what was compiled and minified once is kept."""
TOP = 25


def build(python: str, folder: Path, host: str = "mkdocs") -> Run:
    """Build once, as an author does, with a host that carries the plugins of MkDocs."""
    log = folder / "build.log"
    begin = time.perf_counter()
    with log.open("w") as output:
        process = subprocess.Popen(
            [python, "-m", host, "build", "-f", "mkdocs.yml"],
            cwd=folder,
            env=_ENVIRONMENT,
            stdout=output,
            stderr=output,
        )
        _, status, used = os.wait4(process.pid, 0)  # its own numbers, not those of all builds so far
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{folder}: {log.read_text('utf-8')}")
    html = sum(page.stat().st_size for page in (folder / "site").rglob("*.html"))
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * _KILOBYTE / 1e6, html)


def own_share(python: str, folder: Path, command: str) -> list[float]:
    """The processor time of our own in one build, or, for `serve`, in a build and those after a change in one quiz."""
    arguments = [python, "-m", "bench.share", command, str(folder)]
    environment = {**_ENVIRONMENT, "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run(arguments, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    spent: list[float] = json.loads(done.stdout.splitlines()[-1])
    return spent


def profile(python: str, folder: Path) -> str:
    """The engine's own functions in which most time was spent, callees included."""
    numbers = folder / "profile"
    command = [python, "-m", "cProfile", "-o", str(numbers), "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=folder, env=_ENVIRONMENT, check=True)
    stats = pstats.Stats(str(numbers)).stats  # type: ignore[attr-defined]
    ours = {place: taken for place, taken in stats.items() if "/leerpad/" in place[0]}
    lines = ["   total     own  calls  function"]
    for (file, line, name), (_, calls, own, total, _) in sorted(ours.items(), key=lambda item: -item[1][3])[:TOP]:
        lines.append(f"{total:8.2f}{own:8.2f}{calls:7}  {file.rpartition('hooks/')[2]}:{line} {name}")
    return "\n".join(lines)
