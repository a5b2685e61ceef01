"""The engine's own share of a build: processor time inside our events and our Markdown extension, and nowhere else.

As a program it builds a made course in this process, and prints what it measured as JSON: `build` once, as an author
does; `serve` once and then again after each of a few changes, as the server does.

PYTHONPATH=tests python -m bench.share build|serve FOLDER
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


def watch_events(config: Any, clock: Clock) -> None:
    """Watch our events. A plugin's own are MkDocs' business."""
    for name, methods in config.plugins.events.items():
        methods[:] = [
            clock.wrap(f"on_{name}", method) if getattr(method, "__module__", "") == "leerpad.hosts.mkdocs" else method
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


def measure(folder: Path, command: str) -> list[float]:
    """What each build took of our own: the first, and those after a change in one quiz."""
    os.chdir(folder)
    clock = Clock()
    quizzes = sorted((folder / "quizzes").rglob("check-*.yml"))
    spent = []
    for number in range(1 + (CHANGES if command == "serve" else 0)):
        if number:
            change(quizzes[number * len(quizzes) // (CHANGES + 1)], number)
        config = load_config(config_file="mkdocs.yml", site_dir=str(folder / "site"))  # the server reads it again too
        if not number:
            watch_extension(sys.modules["leerpad.site.markdown.extension"].LeerpadExtension, clock)
            config.plugins.on_startup(command=command, dirty=False)
        watch_events(config, clock)
        clock.take()
        gc.collect()
        build(config, serve_url=ADDRESS if command == "serve" else None)
        spent.append(sum(clock.take().values()))
    return spent


def change(quiz: Path, number: int) -> None:
    """What an author does to a quiz: another explanation."""
    text = quiz.read_text("utf-8")
    changed = text.replace('explanation: "', f'explanation: "Anders {number}. ', 1)
    assert changed != text
    quiz.write_text(changed, "utf-8")


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[2]).resolve(), sys.argv[1])))
