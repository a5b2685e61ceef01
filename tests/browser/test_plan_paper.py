"""The action plan on paper: a table with boxes, on as many sheets as it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.paper import A4, printed
from support.plan_page import LESSON, SAID, fill
from support.plans import action

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitor, Visitors

SCHEMES = {"light": "default", "dark": "slate"}
"""What the theme calls them."""


@pytest.fixture
def visitor(visitors: Visitors, plan_site: Path) -> Visitor:
    return visitors.arrive(plan_site.as_uri())


def test_paper_shows_a_table_with_boxes_and_nothing_else_and_from_the_dark_it_is_dark_on_white(
    visitor: Visitor,
) -> None:
    page = fill(visitor, {"een": action("Bellen", who="Ria", when="2030-01-01"), "twee": action("Klaar", 2, done=True)})
    inks = set()
    for scheme in ("light", "dark"):
        page.emulate_media(media="null", color_scheme=scheme)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMES[scheme])
        [sheet] = printed(page)
        assert (sheet.width, sheet.height) == A4
        assert sheet.words == "Mijn actieplan Gedaan Actie Wie Wanneer Bellen Ria 1 januari 2030 Klaar"
        page.emulate_media(media="print", color_scheme=scheme)
        assert page.locator(".lp-box").count() == 6  # and room to write
        assert page.locator(".lp-box svg").count() == 1
        inks.add(page.get_by_role("cell", name="Bellen").evaluate("element => getComputedStyle(element).color"))
    assert "rgb(232, 237, 242)" not in inks


def test_a_long_plan_repeats_its_heads_on_every_sheet(visitor: Visitor) -> None:
    page = fill(visitor, {f"a{n}": action(f"Actie nummer {n}", n) for n in range(1, 41)})
    sheets = printed(page)
    assert len(sheets) == 3
    assert all("Gedaan Actie Wie Wanneer" in sheet.words for sheet in sheets)
    assert all(sum(f"Actie nummer {n} " in f"{sheet.words} " for sheet in sheets) == 1 for n in range(1, 41))


def test_a_very_long_action_begins_on_the_first_sheet_and_a_short_one_stays_whole(visitor: Visitor) -> None:
    long, short = " ".join(f"lang{n}" for n in range(400)), " ".join(f"kort{n}" for n in range(30))
    sheets = printed(fill(visitor, {"a": action(long, 1), "b": action(short, 2), "c": action(short, 3)}))
    assert "Mijn actieplan Gedaan Actie Wie Wanneer lang0 lang1" in sheets[0].words
    assert sum("lang" in sheet.words for sheet in sheets) > 1
    assert all(sheet.words.count("kort0") == sheet.words.count("kort29") for sheet in sheets)


def test_a_lesson_on_paper_has_its_steps_without_buttons(visitor: Visitor) -> None:
    words = " ".join(sheet.words for sheet in printed(visitor.open(LESSON)))
    assert SAID in words
    assert "Zet op mijn actieplan" not in words
