"""The engine's own share of a build: processor time inside our events and our Markdown extension, and nowhere else.

Run as a program, it builds a course as `mkdocs serve` does: once whole, and then again and again after one change,
in the same process. It prints what it measured as JSON.

PYTHONPATH=tests python -m bench.share FOLDER
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections import Counter
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

if TYPE_CHECKING:
    from collections.abc import Callable

CHANGES = 5
ADDRESS = "http://127.0.0.1:8000/"


class Clock:
    """Adds up the processor time of what it wraps, by name; a part inside another counts once, for the outer one."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._is_running = False

    def wrap(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, watched."""

        @wraps(work)
        def watched(*args: Any, **names: Any) -> Any:
            if self._is_running:
                return work(*args, **names)
            self._is_running = True
            begin = time.process_time()
            try:
                return work(*args, **names)
            finally:
                self.spent[name] += time.process_time() - begin
                self._is_running = False

        return watched

    def take(self) -> dict[str, float]:
        """What was spent since the last time this was asked."""
        spent = dict(self.spent)
        self.spent.clear()
        return spent


def watch_events(config: Any, hook: Any, clock: Clock) -> None:
    """Watch our events. A plugin's own are MkDocs' business."""
    for name, methods in config.plugins.events.items():
        methods[:] = [
            clock.wrap(f"on_{name}", method) if getattr(method, "__module__", "") == hook.__name__ else method
            for method in methods
        ]


def watch_extension(extension_class: Any, clock: Clock) -> None:
    """Watch each part that our extension puts into Python-Markdown."""
    timed = clock.wrap("extendMarkdown", extension_class.extendMarkdown)

    def registered(self: Any, md: Any) -> None:
        places = (md.preprocessors, md.treeprocessors, md.postprocessors, md.inlinePatterns)
        before = {id(part) for place in places for part in place}
        timed(self, md)
        for part in (part for place in places for part in place if id(part) not in before):
            method = "handleMatch" if hasattr(part, "handleMatch") else "run"
            setattr(part, method, clock.wrap(f"{type(part).__name__}.{method}", getattr(part, method)))

    extension_class.extendMarkdown = registered


def measure(folder: Path, changes: int = CHANGES) -> dict[str, Any]:
    """Build whole, then after each of some changes in one quiz: what we spent, and what the whole build took."""
    os.chdir(folder)
    clock = Clock()
    quizzes = sorted((folder / "quizzes").rglob("check-*.yml"))
    builds = []
    for number in range(changes + 1):
        if number:
            quiz = quizzes[number * len(quizzes) // (changes + 1)]
            text = quiz.read_text("utf-8")
            quiz.write_text(text.replace('explanation: "', f'explanation: "Anders {number}. ', 1), "utf-8")
        config = load_config(config_file="mkdocs.yml", site_dir=str(folder / "served"))
        hook = next(iter(config.hooks.values()))
        if not number:
            watch_extension(sys.modules["leerpad.site.markdown"].LeerpadExtension, clock)
            config.plugins.on_startup(command="serve", dirty=False)
        watch_events(config, hook, clock)
        config.site_url = ADDRESS
        clock.take()
        gc.collect()
        begin = time.process_time()
        build(config, serve_url=ADDRESS)
        whole = time.process_time() - begin
        ours = clock.take()
        builds.append({"whole": whole, "ours": sum(ours.values()), "parts": ours})
    return {"full": builds[0], "rebuilds": builds[1:]}


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]).resolve())))
