"""Fixtures for all houses: small sites, and a browser that listens for trouble.

How a new test stays cheap, from what costs least to what costs most:

- A rule that is a function is tested as a function, in `unit`; a pure function of the client, on `still_page`.
- A page is opened once: ask it all that the test is about, and loop over places rather than write a test for each.
  Many small things on one page (`test_examples.py`) cost axe little more than one.
- `visitor` and `visitors.arrive(address)` lend a browser profile that others used before: support/profiles.py. What lasts
  (a script before every page, another clock, a route) has the profile thrown away; that costs a tenth of a second of a
  processor. Make no profile by hand. Afterwards, no page may have complained or asked another host for anything.
- `small_site` has every kind of quiz; use it, or `gated("off")`, before making a course of your own. No test may
  change these; one that must, asks `build_site` for a site of its own. Only what needs the course of this repository
  stands in `course`, whose conftest.py has it as `site`: with another course in its place, all other tests stay green.
- `build_site(folder, files)` costs a second for a course that no test of this run had before, and next to nothing for
  one that it had: the site comes from the shelf (support/shelf.py). So take `rich_course()` or `course()` as they are
  where you can, and put what several tests need in one course, in a fixture of the session.
- axe costs a third of a second for a page: run it once for each page, state and colour scheme, and only where no other
  test does (`test_accessibility.py` has all pages, `test_states.py` all states).
- Wait for what is to be seen, never for time.
"""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

# Whatever tests start keeps what it compiled and minified, as with an author: a fifth of the work of a small build.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
pytest.register_assert_rewrite("support", "course.support")
settings.register_profile("patient", deadline=None)  # a machine that is busy with other things is no fault of ours
settings.load_profile("patient")

from browser_setup import find_browser  # noqa: E402
from support import trees  # noqa: E402
from support.browser import Visitor, Visitors  # noqa: E402
from support.client import load_whole_client  # noqa: E402
from support.faults import load_flawless  # noqa: E402
from support.lms import ANSWERS, WORDS, build_lms_site  # noqa: E402
from support.plans import plan_files  # noqa: E402
from support.profiles import Profiles  # noqa: E402
from support.quiz_views import view_course  # noqa: E402
from support.scans import scan_course  # noqa: E402
from support.servers import running  # noqa: E402
from support.shelf import Shelf  # noqa: E402
from support.trees import SETTINGS, build_site, course, rich_course  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Playwright

    from leerpad.course.model.course import Course


def pytest_collection_finish() -> None:
    """Look for garbage less often, and never among thousands of tests: a tenth of the work of the unit tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Where each site that tests build is kept for all processes of this run; the folder goes as pytest's others do."""
    own = tmp_path_factory.getbasetemp()
    trees.shelf = Shelf((own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "shelf")
    return trees.shelf


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course with every kind of quiz, built."""
    return build_site(tmp_path_factory.mktemp("small"), {**rich_course()})


@pytest.fixture(scope="session")
def plan_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course with steps for an action plan, built."""
    return build_site(tmp_path_factory.mktemp("plan"), plan_files())


@pytest.fixture(scope="session")
def scan_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course with a scan, one profile of which sends to a lesson, built."""
    files = scan_course()
    link = "[Les een A](../modules/0-een/01-een-a.md)"
    files["quizzes/scan.yml"] = files["quizzes/scan.yml"].replace("Slaap eerst.", f"Slaap eerst. Lees {link}.")
    return build_site(tmp_path_factory.mktemp("scan"), {**files})


@pytest.fixture(scope="session")
def view_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course with quizzes for both views, built."""
    return build_site(tmp_path_factory.mktemp("view"), view_course())


@pytest.fixture(scope="session")
def guide_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course whose site holds the guide in Dutch, with a page of its own for its authors."""
    home = "# Welkom\n\n<!-- path -->\n\nLees [de gids](leerpad-guide/index.md) of [ons deel](leerpad-guide/afspraken.md).\n"
    own = "---\ntitle: Onze afspraken\n---\n\n# Onze afspraken\n\nNaar [niveaus](levels.md#de-volgorde-veranderen).\n"
    settings = SETTINGS.replace("gating: required", "guide: true")
    files = {"mkdocs.yml": settings, "docs/index.md": home, "docs/leerpad-guide/afspraken.md": own}
    return build_site(tmp_path_factory.mktemp("guide"), {**course(), **files})


@pytest.fixture(scope="session")
def gated(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The small course with another `gating`, built once for each."""

    @cache
    def site_with(gating: str) -> Path:
        settings = SETTINGS.replace("gating: required", f"gating: {gating}")
        return build_site(tmp_path_factory.mktemp(gating), {**rich_course(), "mkdocs.yml": settings})

    return site_with


@pytest.fixture(scope="session")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Course]:
    """The small course as it is in packages for learning systems, which are told of answers: its site, and the course."""
    folder = tmp_path_factory.mktemp("lms")
    settings = SETTINGS.replace("    pass_mark: 60%\n", ANSWERS)
    return build_lms_site(folder, {**rich_course(), **WORDS, "mkdocs.yml": settings}), load_flawless(folder)


@contextmanager
def serve(folder: Path, headers: dict[str, str] | None = None) -> Iterator[str]:
    """An ordinary web server for a folder, on a free port. `headers`: what it says beside what is usual."""

    class Quiet(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(partial(Quiet, directory=str(folder))) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests of a process. It finds no other host, so that each request to one fails."""
    arguments = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    arguments.append("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost")
    browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def still_page(browser: Browser, small_site: Path) -> Iterator[Page]:
    """A page to run the client's pure functions in: nothing on it changes between tests."""
    page = browser.new_page()
    page.goto(f"{small_site.as_uri()}/index.html")
    load_whole_client(page, small_site)
    yield page
    page.close()


@pytest.fixture(scope="session")
def profiles(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Profiles:
    """Profiles of that browser, used one after another."""
    return Profiles(browser, tmp_path_factory.mktemp("profiles"))


@pytest.fixture
def visitors(browser: Browser, profiles: Profiles) -> Iterator[Visitors]:
    """Makes visitors; afterwards, no page may have complained or asked another host for anything."""
    visitors = Visitors(browser, profiles)
    yield visitors
    visitors.leave()


@pytest.fixture
def visitor(visitors: Visitors, small_site: Path) -> Visitor:
    """Somebody who opens the small site by double-click."""
    return visitors.arrive(small_site.as_uri())
