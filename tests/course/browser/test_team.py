"""The picture of a team in our own course: with all that it can hold, it is three sheets of paper."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from course.support.states import COURSE
from support.axe import violations
from support.paper import A4, printed
from support.teams import ABOUT, as_files

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors

SIZE = 12


def full_team(team: dict[str, Any]) -> list[dict[str, Any]]:
    """Of each dimension a spread in three parts, and of each question that half or fewer were right."""
    about = {**ABOUT, "course": {"id": COURSE, "title": "", "edition": ""}}
    [scan] = team["scans"]
    files: list[dict[str, Any]] = []
    for number in range(SIZE):
        told = [
            {"dimension": one["id"], "percent": [10, 50, 90][(number + place) % 3]}
            for place, one in enumerate(scan["dimensions"])
        ]
        files.append(
            {**about, "kind": "scan", "scan": scan["id"], "serial": f"{number:016x}", "dimensions": told},
        )
        answers = [
            {
                "question": one["id"],
                "revision": one["revision"],
                "value": None,
                "points": 0,
                "max": 1,
                "seconds": number,
            }
            for one in team["questions"]
        ]
        attempts = [
            {"quiz": one["quiz"], "attempts": [{"practice": False, "seconds": 9, "answers": [answer]}]}
            for one, answer in zip(team["questions"], answers, strict=True)
        ]
        files.append({**about, "kind": "answers", "quizzes": attempts})
    return files


def test_a_full_picture_prints_to_three_sheets(visitors: Visitors, site: Path) -> None:
    page = visitors.arrive(site.as_uri(), reduced_motion="reduce").open("teambeeld.html")
    team = json.loads(page.locator("leerpad-team").get_attribute("data-team") or "")
    page.set_input_files("leerpad-team input[type=file]", as_files(*full_team(team)))
    page.get_by_text(f"{2 * SIZE} bestanden erbij.").wait_for()
    page.get_by_role("button", name="Toon het teambeeld").click()
    assert page.locator(".lp-team-row").count() == len(team["scans"][0]["dimensions"])
    assert violations(page) == []
    sheets = printed(page)
    assert [(sheet.width, sheet.height) for sheet in sheets] == [A4] * 3
    for sheet, words in zip(
        sheets, ("Uit 12 bestanden", "hier lopen jullie uiteen", "Leg dit blad op tafel"), strict=True
    ):
        assert words in sheet.words
