"""What a page costs a reader: measured in Chromium by its own instruments, on a lesson and on a long test.

Times are those that the page's thread worked, so that it matters little what else the machine does.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from browser_setup import find_browser
from playwright.sync_api import sync_playwright
from support.examples import examples
from support.trees import write_tree

from bench.builds import build
from bench.courses import as_course, as_plain, made_levels
from bench.reactions import instruments, reaction_rows
from bench.table import as_markdown
from bench.visits import visit_rows

if TYPE_CHECKING:
    from playwright.sync_api import Browser

QUESTIONS = 200
VISITS = 5
LONG_TASK = 50  # ms; what a task takes more than this blocks (web.dev, “Total Blocking Time”)

_COLUMNS = {
    "script until usable, ms": ".0f",
    "script": ".0f",
    "style and layout": ".0f",
    "blocked": ".0f",
    "shift": ".3f",
    "kB gzip": ".1f",
}
_TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline"]

# Runs before anything of the page: notes shifts from the start.
_WATCH = """
  window.shift = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
"""


def measure_pages(folder: Path, python: str) -> str:
    """Three tables: what opening costs, beside the same lesson as plain Markdown; what a first visit over http transfers;
    and what an answer in a long test costs.
    """
    levels = made_levels(3, questions_in_test=QUESTIONS)
    mixed = {"docs/gemengd.md": "# Gemengd\n\n<!-- quiz: gemengd -->\n", "quizzes/gemengd.yml": _mixed_test()}
    ours = write_tree(folder / "leerpad", {**as_course(levels), **mixed}) / "site"
    plain = write_tree(folder / "plain", {**as_plain(levels)}) / "site"
    build(python, ours.parent)
    build(python, plain.parent)
    lesson, test = "niveau-0/les-1.html", ours / "niveau-0" / "toets-0.html"
    tests = {f"test of {QUESTIONS}": test, f"{QUESTIONS} of all types": ours / "gemengd.html"}
    opened = {"lesson": ours / lesson, "lesson, bare": plain / lesson, **tests}
    visited = {"home": "index.html", "lesson": lesson, "test": "niveau-0/toets-0.html"}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        rows = [["opening", *_COLUMNS]]
        for name, page in opened.items():
            visits = [visit(browser, page) for _ in range(VISITS)]
            rows.append([name, *(f"{median(one[key] for one in visits):{form}}" for key, form in _COLUMNS.items())])
        tables = [rows, visit_rows(browser, ours, visited), reaction_rows(browser, tests)]
        browser.close()
    return "\n\n".join(map(as_markdown, tables))


def _mixed_test() -> str:
    """The examples of all types, again and again."""
    data = [example.data for example in examples()]
    questions = [{**data[n % len(data)], "id": f"{data[n % len(data)]['id']}-{n}"} for n in range(QUESTIONS)]
    return json.dumps({"id": "gemengd", "title": "Gemengd", "mode": "test", "questions": questions}, ensure_ascii=False)


def visit(browser: Browser, file: Path) -> dict[str, float]:
    """Open a page as a new reader."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("http*://**", lambda route: route.abort())  # a plain build asks another host for a script
    loaded: set[str] = {file.as_uri()}
    page.on("request", lambda request: loaded.add(request.url.split("?")[0]))
    used = instruments(page)
    page.add_init_script(_WATCH)
    browser.start_tracing(page=page, categories=_TRACED)
    page.goto(file.as_uri(), wait_until="domcontentloaded")
    usable = used()
    page.wait_for_timeout(1000)
    all_of_it = used()
    events = json.loads(browser.stop_tracing())["traceEvents"]
    shift = float(page.evaluate("shift"))
    context.close()
    tasks = [event["tdur"] / 1000 for event in events if event["name"] == "RunTask" and "tdur" in event]
    values = (
        usable["ScriptDuration"],
        all_of_it["ScriptDuration"],
        all_of_it["RecalcStyleDuration"] + all_of_it["LayoutDuration"],
        sum(max(0, task - LONG_TASK) for task in tasks),
        shift,
        sum(_packed(url) for url in loaded) / 1000,
    )
    return dict(zip(_COLUMNS, values, strict=True))


def _packed(url: str) -> int:
    """What a web server would send of a local file: the instruments don't count transfer from a folder."""
    local = Path(urlsplit(url).path)
    return len(gzip.compress(local.read_bytes(), 9)) if url.startswith("file:") and local.is_file() else 0
