"""Every card and session of this course, and the page for managers, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.support.real import real_course
from support.paper import A4, printed

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors


def test_each_card_and_session_prints_to_exactly_one_sheet(site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(site.as_uri())
    sheets: dict[str, list[tuple[int, int]]] = {}
    for level in real_course().levels:
        for handout in level.handouts:
            paper = printed(visitor.open(f"{level.id}/{handout.id}.html"))
            sheets[handout.id] = [(sheet.width, sheet.height) for sheet in paper]
            assert handout.title in paper[0].words
    assert {name: paper for name, paper in sheets.items() if paper != [A4]} == {}
    assert len(sheets) == 11


def test_the_page_for_managers_prints_to_one_sheet(site: Path, visitors: Visitors) -> None:
    [sheet] = printed(visitors.arrive(site.as_uri()).open("kwartier-over-een-actieplan.html"))
    assert sheet.words.startswith("Een kwartier over een actieplan Je geeft leiding")


def test_each_level_has_a_card_and_a_session_of_half_an_hour() -> None:
    for level in real_course().levels:
        minutes = {one.kind: sum(one.step_minutes) for one in level.handouts}
        assert minutes == {"card": 0, "session": 30}
