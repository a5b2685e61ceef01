"""The real course, as a learner meets it: by double-click and from a subfolder of a web server."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.answers import answer_question, group_of
from support.trees import REPOSITORY

from leerpad.course.load import Roots, load_course
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors

    from leerpad.course.course import Course


@cache
def real_course() -> Course:
    return load_course(Roots(REPOSITORY, REPOSITORY / "docs", REPOSITORY / "mkdocs.yml"), Report())


LEVELS = [level.id for level in real_course().levels]


def answer(page: Page, quiz_id: str, *, right: bool) -> None:
    """Answer each question that is asked, with all right or all wrong answers."""
    page.get_by_role("button", name="Lever in").wait_for()
    for question in real_course().quizzes[quiz_id].model.questions:
        group = group_of(page, question)
        if group.count():  # or it was not drawn this time
            answer_question(group, question, right=right)


@pytest.mark.parametrize("level_id", LEVELS)
def test_every_level_test_can_be_failed_and_passed(level_id: str, site: Path, visitors: Visitors) -> None:
    level = next(level for level in real_course().levels if level.id == level_id)
    page = visitors.arrive(site.as_uri()).open(f"{level_id}/{level.quiz}.html")
    answer(page, level.quiz, right=False)
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_have_text("Nog niet geslaagd")
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    answer(page, level.quiz, right=True)
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")
    expect(page.get_by_text("(100%)")).to_be_visible()


def test_a_learner_reads_takes_a_test_passes_and_comes_back(address: str, visitors: Visitors) -> None:
    visitor = visitors.arrive(address)
    page = visitor.open("index.html")
    page.get_by_role("link", name="Begin: ").click()
    for _ in real_course().levels[0].lessons[1:]:
        page.get_by_role("button", name="Les afronden").click()
        page.get_by_role("link", name="Volgende les: ").click()
    page.get_by_role("button", name="Les afronden").click()
    page.get_by_role("link", name="Naar de toets: ").click()
    answer(page, "toets-tevredenheid", right=True)
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("link", name="Ga naar Basisbetrokkenheid").click()
    page.get_by_role("link", name="De zeven factoren").last.click()
    expect(page.get_by_role("heading", name="Misverstanden")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Misverstanden")).to_be_visible()
    expect(page.get_by_role("img").first).to_be_visible()
    page = visitor.open("index.html")
    expect(page.get_by_role("link", name="Ga verder waar je was: De zeven factoren")).to_be_visible()


def test_search_works(address: str, visitors: Visitors) -> None:
    page = visitors.arrive(address).open("basis/index.html")
    page.get_by_role("textbox", name="Zoeken").press_sequentially("erkenning")  # the theme listens to keys
    page.get_by_role("link", name="Erkenning").filter(has_text="Erkenning").first.wait_for()
    page.locator(".md-search-result").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_every_kind_of_page_opens_without_a_complaint(address: str, site: Path, visitors: Visitors) -> None:
    """The visitors' fixture fails the test on a console message, a failed request, or one to another host.

    Two pages of each folder; test_accessibility.py opens every page by double-click.
    """
    visitor = visitors.arrive(address)
    folders = [site, *sorted(folder for folder in site.rglob("*") if folder.is_dir())]
    some = [file for folder in folders for file in sorted(folder.glob("*.html"), reverse=True)[:2]]
    assert len(some) > len(real_course().levels)
    for file in some:
        page = visitor.open(file.relative_to(site).as_posix())
        assert page.locator("h1").count() == 1, file.name
        assert page.evaluate("[...document.images].every((image) => image.naturalWidth > 0)"), file.name
