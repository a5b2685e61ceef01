"""The guide “Je eerste les in tien minuten”, followed in this course: tests/support/newcomer.py says how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from course.support.real import copy_course, real_course
from playwright.sync_api import expect
from support.desk import PATIENCE, desk, no_noise
from support.guides import guide
from support.newcomer import WORDS, Newcomer

from leerpad.locales import load_locale
from leerpad.site.plan.guide_words import course_words, fitted

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors

pytestmark = pytest.mark.xdist_group("desk")


def test_a_newcomer_who_follows_the_page_ends_with_a_lesson_and_two_questions(
    tmp_path: Path, visitors: Visitors
) -> None:
    with desk(copy_course(tmp_path), {}) as served:
        visitor = visitors.arrive(served.address, patience=PATIENCE)
        newcomer = Newcomer(WORDS["nl"], tmp_path, visitor, {})
        words = course_words(real_course(), "Van tevredenheid naar passie", tmp_path, load_locale("nl"))
        text = fitted(guide("first-lesson"), words)
        newcomer.follow(text)
        assert newcomer.did_all(text)
        assert newcomer.done["changed"] == 2
        page = newcomer.page
        assert page is not None
        picture = page.get_by_role("img", name="Twee gesprekjes")
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("image => image.naturalWidth") > 0
        expect(page.get_by_role("link", name="Gaat het goed?").first).to_be_attached()
        page.get_by_label("Wat wil je hier graag bijdragen?").check()
        page.get_by_role("button", name="Controleer").first.click()
        expect(page.get_by_text("Op deze vraag past geen ja of nee.").first).to_be_visible()
        lesson = page.request.get(f"{served.address}/tevredenheid/gaat-het-goed.html").text()
        no_noise(newcomer.visitor)
    assert all(
        words in lesson for words in ("Prima hoor", "Met welke vraag kom je verder?", "Een goed gesprek is genoeg")
    )
