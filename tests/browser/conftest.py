"""What several files of these tests share: sites, and learning systems that play packages by SCORM and cmi5."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from support.assigning import assign_course
from support.cmi5_session import store_of_sessions
from support.conversation import talk_course
from support.lms import package_of
from support.lms_server import Launch, learning_system
from support.lrs import record_store
from support.steps import steps_course
from support.trees import build_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from support.browser import Visitors
    from support.lms_server import Lms
    from support.lrs import RecordStore

    from leerpad.course.model.course import Course


@pytest.fixture(scope="session")
def steps_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course with steps to be put in order, built."""
    return build_site(tmp_path_factory.mktemp("steps"), steps_course())


@pytest.fixture(scope="session")
def talk_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course with conversations, built."""
    return build_site(tmp_path_factory.mktemp("talk"), talk_course())


@pytest.fixture(scope="session")
def assign_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small course with matching and categorize, built."""
    return build_site(tmp_path_factory.mktemp("assign"), assign_course())


@pytest.fixture(scope="session")
def packages(packaged: tuple[Path, Course]) -> dict[str, dict[str, bytes]]:
    """The packages by SCORM, by their versions."""
    site, course = packaged
    return {"1.2": package_of(site, course, "scorm12"), "2004": package_of(site, course, "scorm2004")}


@pytest.fixture(params=["1.2", "2004"])
def version(request: pytest.FixtureRequest) -> str:
    """Both versions of SCORM, unless the test names one."""
    return str(request.param)


@pytest.fixture
def lms(packages: dict[str, dict[str, bytes]], version: str) -> Iterator[Lms]:
    """A learning system with the package of this version, which asked for nothing that isn't in it."""
    with learning_system(packages[version]) as lms:
        yield lms
        assert lms.missing == []


@pytest.fixture
def launch(visitors: Visitors, lms: Lms, version: str) -> Callable[..., Launch]:
    """Open the package as a learner, in a browser that has nothing yet or in that of somebody who was here."""

    def open_(learner: str = "an", browser: Launch | None = None, **options: str) -> Launch:
        visitor = browser.visitor if browser else visitors.arrive(lms.address)
        return Launch(visitor, lms, version, learner, **options)

    return open_


@pytest.fixture
def package_store(packaged: tuple[Path, Course]) -> Iterator[RecordStore]:
    """A record store with the package by cmi5; in the end it may have refused nothing."""
    with record_store(package_of(*packaged, "cmi5")) as store:
        yield store
        assert store.refused == []


@pytest.fixture
def session_store() -> Iterator[RecordStore]:
    """A record store for sessions by cmi5 without a course; in the end it may have refused nothing."""
    with store_of_sessions() as store:
        yield store


@pytest.fixture(scope="module")
def session_page(browser: Browser) -> Iterator[Page]:
    """A page for such sessions, one after another."""
    with closing(browser.new_page()) as page:
        yield page
