"""What a page costs a reader: measured in Chromium by its own instruments, on a lesson and on a long test."""

from __future__ import annotations

import gzip
from statistics import median
from typing import TYPE_CHECKING, Any

from browser_setup import find_browser
from playwright.sync_api import sync_playwright
from support.trees import write_tree

from bench.builds import build
from bench.courses import as_course, as_plain, made_levels
from bench.table import as_markdown

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

QUESTIONS = 200
VISITS = 5
LONG_TASK = 50  # ms; what a task takes more than this blocks (web.dev, “Total Blocking Time”)

# Runs before anything of the page: notes long tasks and shifts from the start.
_WATCH = """
  window.watched = { tasks: [], shift: 0 };
  new PerformanceObserver((list) => watched.tasks.push(...list.getEntries().map((task) => task.duration)))
    .observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) watched.shift += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
"""

# From the click on an answer until the browser has painted what it changed, for three answers.
_ANSWER = """async () => {
  const painted = () => new Promise((done) => setTimeout(done, 20));
  const times = [];
  for (const input of [...document.querySelectorAll(".lp-question input[type=radio]")].slice(0, 3)) {
    await painted();
    const begin = performance.now();
    input.click();
    times.push(performance.now() - begin);
  }
  return times.length ? times.sort((a, b) => a - b)[1] : 0;
}"""


def measure_pages(folder: Path, python: str) -> str:
    """A table: a lesson with ten questions, a test of 200, and the same lesson as plain Markdown."""
    levels = made_levels(3, questions_in_test=QUESTIONS)
    ours, plain = write_tree(folder / "leerpad", {**as_course(levels)}), write_tree(folder / "plain", as_plain(levels))  # type: ignore[arg-type]
    build(python, ours)
    build(python, plain)
    lesson, test = "niveau-0/les-1.html", "niveau-0/toets-0.html"
    pages = [
        ("les, Leerpad", ours / "site" / lesson),
        ("les, Markdown", plain / "site" / lesson),
        (f"toets van {QUESTIONS}", ours / "site" / test),
    ]
    head = ["pagina", "script ms", "stijl en plaats ms", "geblokkeerd ms", "verschuiving", "antwoord ms", "kB gzip"]
    rows = [head]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for name, page in pages:
            visits = [visit(browser, page) for _ in range(VISITS)]
            middle = {key: median(one[key] for one in visits) for key in visits[0]}
            rows.append([name, *(f"{middle[key]:.{digits}f}" for key, digits in _SHOWN.items())])
        browser.close()
    return as_markdown(rows)


_SHOWN = {"script": 0, "layout": 0, "blocked": 0, "shift": 3, "answer": 1, "kilobytes": 1}


def visit(browser: Browser, file: Path) -> dict[str, float]:
    """Open a page as a new reader, and answer."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("http*://**", lambda route: route.abort())  # a plain build asks another host for a script
    loaded: set[str] = {file.as_uri()}
    page.on("request", lambda request: loaded.add(request.url.split("?")[0]))
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    page.add_init_script(_WATCH)
    page.goto(file.as_uri(), wait_until="load")
    page.evaluate("() => new Promise((done) => setTimeout(done, 300))")
    used = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    watched: dict[str, Any] = page.evaluate("watched")
    answer = float(page.evaluate(_ANSWER))
    context.close()
    return {
        "script": 1000 * used["ScriptDuration"],
        "layout": 1000 * (used["RecalcStyleDuration"] + used["LayoutDuration"]),
        "blocked": sum(max(0, task - LONG_TASK) for task in watched["tasks"]),
        "shift": watched["shift"],
        "answer": answer,
        "kilobytes": sum(_packed(url, file) for url in loaded) / 1000,
    }


def _packed(url: str, page: Path) -> int:
    """What a web server would send of a local file: the instruments don't count transfer from a folder."""
    if not url.startswith("file://"):
        return 0
    local = page.parents[1] / url.partition("/site/")[2]
    return len(gzip.compress(local.read_bytes(), 9)) if local.is_file() else 0
