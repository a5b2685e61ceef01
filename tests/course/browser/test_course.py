"""The real course, as a learner meets it by double-click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.support.real import RECALLED, answer_quiz, real_course
from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors

LEVELS = real_course().levels
TWICE = "[...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) < at)"
"""The ids that more than one part of a page has, also once the scripts have run."""


def test_a_test_is_failed_taken_again_and_passed(site: Path, visitors: Visitors) -> None:
    """With all questions below each other; test_thumb.py passes the test of every level, one question at a time."""
    level = LEVELS[-1]
    page = visitors.arrive(site.as_uri()).open(f"{level.id}/{level.quiz}.html")
    answer_quiz(page, level.quiz, right=False)
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_have_text("Nog niet geslaagd")
    page.get_by_role("button", name="Opnieuw, met deels andere vragen").click()
    answer_quiz(page, level.quiz, right=True)
    expect(page.locator(RECALLED)).to_have_count(3)
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")
    expect(page.get_by_text("(100%)")).to_be_visible()


def test_every_kind_of_page_opens_without_a_complaint(site: Path, visitors: Visitors) -> None:
    """The visitors' fixture fails the test on a console message, a failed request, or one to another host.

    Two pages of each folder; test_accessibility.py opens every page on a server.
    """
    visitor = visitors.arrive(site.as_uri())
    folders = [site, *sorted(folder for folder in site.rglob("*") if folder.is_dir())]
    some = [file for folder in folders for file in sorted(folder.glob("*.html"), reverse=True)[:2]]
    assert len(some) > len(real_course().levels)
    for file in some:
        page = visitor.open(file.relative_to(site).as_posix())
        assert page.locator("h1").count() == 1, file.name
        assert page.evaluate("[...document.images].every((image) => image.naturalWidth > 0)"), file.name
        assert page.evaluate(TWICE) == [], file.name
