"""Every type of question in one quiz: a test or practice, answered by hand, handed in, and found again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.answers import answer_question, group_of
from support.axe import violations
from support.examples import examples
from support.trees import build_site, course

from leerpad.questions import TYPES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors

FIRST = [next(example for example in examples() if example.question.type == name) for name in TYPES]
POINTS = sum(example.question.worth for example in FIRST)


@pytest.fixture(scope="module")
def types_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first level's test has one question of every type; a page of its own has the same as practice."""
    questions = [example.data for example in FIRST]
    renamed = [{**question, "id": f"oefen-{question['id']}"} for question in questions]
    test = {"id": "toets-een", "title": "Alles", "mode": "test", "shuffle": True, "questions": questions}
    files = {
        **course(),
        "quizzes/0-een/toets.yml": json.dumps(test, ensure_ascii=False),
        "quizzes/oefening.yml": json.dumps(
            {"id": "oefening", "title": "Alles", "questions": renamed}, ensure_ascii=False
        ),
        "docs/oefening.md": "# Oefening\n\n<!-- quiz: oefening -->\n",
    }
    return build_site(tmp_path_factory.mktemp("types"), {**files})


def answer_all(page: Page, *, right: bool) -> None:
    for example in FIRST:
        answer_question(group_of(page, example.question), example.question, right=right)


def reviews(page: Page) -> list[str]:
    """All that is said about the answers."""
    return page.locator(".lp-feedback-title, .lp-verdict").all_inner_texts()


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
def test_a_test_of_every_type_is_answered_by_hand_and_handed_in(
    right: bool, types_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(types_site.as_uri(), reduced_motion="reduce").open("een/toets-een.html")
    answer_all(page, right=right)
    scored = len(FIRST) - 1  # a reflection isn't counted
    expect(page.get_by_text(f"{scored} van {scored} beantwoord")).to_be_visible()
    page.get_by_role("button", name="Lever in").click()
    score = f"{POINTS:g} van {POINTS:g} punten (100%)" if right else f"0 van {POINTS:g} punten (0%)"
    expect(page.locator(".lp-result-score")).to_have_text(score)
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd" if right else "Nog niet geslaagd")
    assert violations(page) == []
    before = reviews(page)
    assert len(before) >= len(FIRST)
    page.reload()
    expect(page.locator(".lp-result-score")).to_have_text(score)
    assert reviews(page) == before


def test_practice_of_every_type_gives_the_reason_after_each(types_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(types_site.as_uri(), viewport={"width": 375, "height": 700}).open("oefening.html")
    for example in sorted(FIRST, key=lambda example: example.question.worth > 0):  # the last scored one ends it
        answer_question(group_of(page, example.question), example.question, right=True)
        item = page.locator(f"#vraag-oefen-{example.question.id}")
        item.get_by_role("button", name="Controleer").or_(item.get_by_role("button", name="Ga verder")).click()
        expect(item.locator(".lp-feedback-title")).to_be_focused()
    expect(page.locator(".lp-result-score")).to_have_text(f"{POINTS:g} van {POINTS:g} punten (100%)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
