"""Measure every page and every state of our own course in every form, and write the outcome into the statement."""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from browser_setup import find_browser
from course.support.real import copy_course
from course.support.states import DONE, HALFWAY, STATES, come_back
from playwright.sync_api import Browser, sync_playwright
from support.axe import AXE_VERSION, violations
from support.browser import Visitors
from support.keyboard import complaints, walk
from support.shifts import shifts, watch_shifts
from support.trees import REPOSITORY, build_site

from audit.html import checker_version, invalid_html
from audit.statement import Outcome, write_statement
from leerpad.locales import load_locale
from leerpad.site.serve.fault_page import crash_page, host_page

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMES = ("light", "dark")
WIDTHS = (1280, 320)
MADE_BY_THE_THEME = {"search, results", "storage blocked"}
"""States in which a script of the theme writes HTML that isn't valid: `div` in `summary`, `meta` without content."""
LEARNERS = {"new": "", "halfway": HALFWAY, "done": DONE}
"""Who visits, by what their browser keeps."""
MOST_SHIFT = 0.001
"""Cumulative Layout Shift that no eye sees; 0.1 is what is called good."""
STATEMENT = REPOSITORY / "docs" / "toegankelijkheid.md"


def main() -> int:
    """Print what is wrong, one line each; write the statement only if nothing is. The exit code says which."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build_site(copy_course(Path(folder)))
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html") if file.name != "404.html")
        shots = Path(folder) / "states"
        shots.mkdir()
        _author_pages(shots)
        found = [*_audit_pages(browser, site, pages), *_audit_states(browser, site, shots)]
        stops = list(_audit_focus(browser, site, pages, found))
        found += _audit_shifts(browser, site, pages)
        outcome = Outcome(
            day=datetime.now(UTC).date(),
            pages=len(pages),
            states=len(STATES),
            forms=len(SCHEMES) * len(WIDTHS),
            axe=AXE_VERSION,
            chromium=browser.version.split(".")[0],
            checker=checker_version(),
            stops=sum(stops),
            learners=len(LEARNERS),
        )
        browser.close()
        found += [*invalid_html(site), *invalid_html(shots)]
    for line in found:
        print(line)
    if not found:
        write_statement(STATEMENT, outcome)
    print(f"{len(found)} found on {outcome.pages} pages and in {outcome.states} states, each in {outcome.forms} forms")
    return 1 if found else 0


def _forms() -> Iterator[tuple[str, int]]:
    return ((scheme, width) for scheme in SCHEMES for width in WIDTHS)


def _audit_pages(browser: Browser, site: Path, pages: list[str]) -> Iterator[str]:
    for scheme, width in _forms():
        print(f"pages, {scheme}, {width} px", file=sys.stderr)
        visitors = Visitors(browser)
        visitor = visitors.arrive(
            site.as_uri(), color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
        )
        for name in pages:
            page = visitor.open(name)
            yield from (f"{name}, {scheme}, {width} px: {line}" for line in violations(page, apart=True))
            if page.evaluate("document.documentElement.scrollWidth") > width:
                yield f"{name}, {scheme}, {width} px: scrolls sideways"
        visitors.leave()


def _audit_states(browser: Browser, site: Path, shots: Path) -> Iterator[str]:
    for scheme, width in _forms():
        print(f"states, {scheme}, {width} px", file=sys.stderr)
        for number, (name, arrive) in enumerate(STATES.items()):
            visitors = Visitors(browser)
            # States are reached on a wide screen, by what is in sight there, and looked at on any.
            visitor = visitors.arrive(site.as_uri(), color_scheme=scheme, reduced_motion="reduce")
            page = arrive(visitor)
            page.set_viewport_size({"width": width, "height": 800})
            yield from (f"{name}, {scheme}, {width} px: {line}" for line in violations(page, apart=True))
            if (scheme, width) == (SCHEMES[0], WIDTHS[0]) and name not in MADE_BY_THE_THEME:
                page.evaluate("document.querySelectorAll('script, style').forEach((made) => made.remove())")
                (shots / f"{number:02}-{name.replace(', ', '-').replace(' ', '-')}.html").write_text(page.content())
            visitors.leave()


def _audit_focus(browser: Browser, site: Path, pages: list[str], found: list[str]) -> Iterator[int]:
    """How many stops each page has for the keyboard; what is wrong with one, on the way there or back, is `found`."""
    print("keyboard", file=sys.stderr)
    visitors = Visitors(browser)
    visitor = visitors.arrive(site.as_uri(), reduced_motion="reduce")
    for name in pages:
        page = visitor.open(name)
        there, back = walk(page, "Tab"), walk(page, "Shift+Tab")
        found += [f"{name}, keyboard: {line}" for line in [*complaints(there), *complaints(back)]]
        if [stop.name for stop in there] != [stop.name for stop in reversed(back)]:
            found.append(f"{name}, keyboard: the way back isn't the way there")
        yield len(there)
    visitors.leave()


def _audit_shifts(browser: Browser, site: Path, pages: list[str]) -> Iterator[str]:
    for width in WIDTHS:
        print(f"layout shift, {width} px", file=sys.stderr)
        for learner, stored in LEARNERS.items():
            visitors = Visitors(browser)
            visitor = visitors.arrive(site.as_uri(), viewport={"width": width, "height": 800})
            watch_shifts(visitor.context)
            come_back(visitor, stored)
            for name in pages:
                seen = shifts(visitor.open(name))
                if seen.score >= MOST_SHIFT:
                    yield f"{name}, {learner}, {width} px: moves by {seen.score:.3f}: {'; '.join(seen.moved)}"
            visitors.leave()


def _author_pages(folder: Path) -> None:
    """What an author sees under `make serve` when nothing can be built."""
    locale = load_locale("nl")
    (folder / "host.html").write_text(host_page(["Een zin van MkDocs."], locale, "Proef"))
    (folder / "crash.html").write_text(crash_page(ValueError("proef"), locale, "Proef"))


if __name__ == "__main__":
    sys.exit(main())
