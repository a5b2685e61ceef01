"""The same journey of a learner through our own course, over every way in which the site can reach somebody."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from course.support.real import answer_quiz, copy_course, real_course
from playwright.sync_api import expect
from support.browser import Visitors
from support.firefox import FIREFOX, firefox
from support.lms import build_lms_site, package_of
from support.lms_server import SCORM_AGAIN, Launch, learning_system
from support.transports import TRANSPORTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Page, Playwright
    from support.transports import Arrive


@contextmanager
def in_a_learning_system(_: Path, workplace: Path) -> Iterator[Arrive]:
    """A package of the same course, played in scorm-again."""
    if not SCORM_AGAIN.is_dir():
        pytest.skip("scorm-again comes with npm ci")
    folder = workplace / "course"
    folder.mkdir()
    site = build_lms_site(copy_course(folder), {})
    with learning_system(package_of(site, real_course(), "scorm12")) as lms:
        yield lambda visitors: Launch(visitors.arrive(lms.address), lms, "1.2", "an").course


WAYS = {**TRANSPORTS, "learning-system": in_a_learning_system}
in_firefox = pytest.mark.xdist_group("firefox")
JOURNEYS = [
    *(pytest.param("browser", transport, id=f"{transport}-chromium") for transport in WAYS),
    pytest.param("debians_firefox", "double-click", id="double-click-firefox", marks=in_firefox),
    pytest.param("debians_firefox", "subfolder", id="subfolder-firefox", marks=in_firefox),
]


@pytest.fixture(scope="module")
def debians_firefox(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One Firefox for all of its journeys: it starts slowly."""
    if FIREFOX is None:
        pytest.skip("there is no Firefox (Debian: apt-get install firefox-esr)")
    with firefox(playwright, FIREFOX, tmp_path_factory.mktemp("firefox")) as browser:
        yield browser


@pytest.mark.parametrize(("engine", "transport"), JOURNEYS)
def test_a_learner_reads_takes_a_test_passes_and_comes_back(
    engine: str, transport: str, site: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    visitors = Visitors(request.getfixturevalue(engine))
    with WAYS[transport](site, tmp_path) as arrive:
        try:
            journey(arrive(visitors))
        finally:
            visitors.leave()


def journey(view: Page | Frame) -> None:
    """From home to a lesson of the second level, and back later. `view` shows home to somebody who is new."""
    first, second = real_course().levels[:2]
    lesson = second.lessons[0]
    navigation = view.get_by_role("navigation", name="Navigatie")
    stations = view.get_by_role("navigation", name="Het pad").get_by_role("listitem")

    expect(stations.nth(1)).to_contain_text("Gesloten")
    view.get_by_role("link", name=f"Begin: {first.lessons[0].title}").click()
    view.get_by_role("button", name="Afronden en hier blijven").click()
    expect(view.get_by_role("link", name="Volgende les: ").first).to_be_visible()

    view.get_by_role("textbox", name="Zoeken").press_sequentially("erkenning")  # the theme listens to keys
    view.locator(".md-search-result").get_by_role("link").filter(has_text="Erkenning").first.click()
    expect(view.get_by_text("Dit niveau is nog gesloten")).to_be_visible()
    view.get_by_role("link", name="Doe meteen: ").click()
    answer_quiz(view, first.quiz, right=True)
    view.get_by_role("button", name="Lever in").click()
    expect(view.locator(".lp-result-title")).to_have_text("Geslaagd")

    view.get_by_role("link", name=f"Ga naar {second.title}").click()
    view.get_by_role("link", name=lesson.title).last.click()
    said = view.get_by_role("heading", name="Misverstanden")
    expect(said).to_be_visible()
    view.wait_for_load_state()  # or the end of this navigation would be taken for that of the next
    with view.expect_navigation():
        view.evaluate("location.reload()")
    expect(said).to_be_visible()
    expect(view.get_by_role("img").first).to_be_visible()
    assert view.evaluate("[...document.images].every((image) => image.naturalWidth > 0)")

    navigation.get_by_role("link", name="Home").click()
    expect(stations.nth(0)).to_contain_text("Afgerond")
    expect(view.get_by_role("link", name=f"Ga verder met: {lesson.title}")).to_be_visible()
