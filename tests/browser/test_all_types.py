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

    from playwright.sync_api import Locator, Page
    from support.browser import Visitors

FIRST = [next(example for example in examples() if example.question.type == name) for name in TYPES]
PHONE, WIDE = {"width": 375, "height": 844}, {"width": 1280, "height": 900}
POINTS = sum(example.question.worth for example in FIRST)


@pytest.fixture(scope="module")
def types_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first level's test has one question of every type; a page of its own has the same as practice."""
    questions = [example.data for example in FIRST]
    renamed = [{**question, "id": f"oefen-{question['id']}"} for question in questions]
    test = {"id": "toets-een", "title": "Alles", "mode": "test", "view": "all", "shuffle": True, "questions": questions}
    files = {
        **course(),
        "quizzes/0-een/toets.yml": json.dumps(test, ensure_ascii=False),
        "quizzes/oefening.yml": json.dumps(
            {"id": "oefening", "title": "Alles", "view": "all", "questions": renamed}, ensure_ascii=False
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


STOPS = """() => [...document.querySelectorAll("leerpad-quiz :is(a[href], button, input, select, textarea, summary, [tabindex='0'])")]
  .filter((one) => one.checkVisibility() && !one.matches(":disabled")).length"""
STOP = """() => {
  const active = document.activeElement;
  const inQuiz = active.closest("leerpad-quiz") !== null;
  const { top, bottom, left } = active.getBoundingClientRect();
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const over = document.elementFromPoint(left + 4, (Math.max(top, header) + Math.min(bottom, innerHeight)) / 2);
  const seen = top >= header && top < innerHeight && (active.closest("label, .lp-choices > li, .lp-gap, .lp-row") ?? active).contains(over);
  return { inQuiz, seen, name: active.outerHTML.slice(0, 90) };
}"""


CLOSE_SEARCH = """() => {
  document.activeElement.blur();
  const toggle = document.querySelector("[data-md-toggle=search]");
  if (toggle.checked) toggle.click();
}"""
"""The theme opens it over the page when it gets the focus, as it does before the quiz."""


def walk_backwards(page: Page) -> None:
    """The keyboard goes backwards through every type, sees where it is, and finds the way out."""
    page.locator("leerpad-quiz :is(button, a, summary)").locator("visible=true").last.focus()
    met = 1
    for _ in range(page.evaluate(STOPS)):
        page.keyboard.press("Shift+Tab")
        stop = page.evaluate(STOP)
        if not stop["inQuiz"]:
            break
        assert stop["seen"], stop["name"]
        met += 1
    assert not stop["inQuiz"], "no way out"
    assert met > len(FIRST)
    page.evaluate(CLOSE_SEARCH)


def test_a_test_of_every_type_is_answered_by_hand_and_handed_in_with_the_keyboard_at_home_in_it(
    types_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(types_site.as_uri(), reduced_motion="reduce", viewport=PHONE).open("een/toets-een.html")
    walk_backwards(page)
    for right in (False, True):
        page.set_viewport_size(WIDE)
        answer_all(page, right=right)
        scored = len(FIRST) - 1  # a reflection isn't counted
        expect(page.get_by_text(f"{scored} van {scored} beantwoord")).to_be_visible()
        if not right:
            page.set_viewport_size(PHONE)
            walk_backwards(page)
            page.set_viewport_size(WIDE)
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
        if not right:
            page.get_by_role("button", name="Opnieuw, alle vragen").click()


EDGES = """() => {
  const box = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (color) => {
    box.clearRect(0, 0, 1, 1);
    box.fillStyle = color;
    box.fillRect(0, 0, 1, 1);
    const [r, g, b, seen] = [...box.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
    const parts = [r, g, b].map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return seen === 0 ? null : 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const ground = (element) => (element === null ? 1 : light(getComputedStyle(element).backgroundColor) ?? ground(element.parentElement));
  const edges = [...document.querySelectorAll(".lp-choices > li, .lp-row, .lp-row > select, .lp-order-item, .lp-move, .lp-keep, .lp-field, textarea")]
    .filter((one) => one.checkVisibility() && one.ariaDisabled !== "true")
    .map((one) => [one, light(getComputedStyle(one).borderTopColor)]);
  return edges.map(([one, edge]) => [one.className || one.nodeName, contrast(edge, ground(one)), contrast(edge, ground(one.parentElement))]);
}"""
HOW = "(all) => all.map((one) => `${one.dataset.verdict} ${getComputedStyle(one).outlineStyle} ${getComputedStyle(one).outlineWidth}`)"


HEADER = "document.querySelector('.md-header').getBoundingClientRect().bottom"
IN_SIGHT = """(item) => {
  const answers = ["input:checked", ".lp-paths .lp-chosen", ".lp-row", ".lp-order-item", ".lp-gap", ".lp-number", "textarea"];
  const answer = answers.map((name) => item.querySelector(name)).find(Boolean);
  const parts = [item.querySelector(".lp-feedback-title"), answer.closest("label") ?? answer];
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
  return parts.map((part) => part.getBoundingClientRect()).map(({ top, bottom }) => top >= header && bottom <= innerHeight);
}"""


def check(item: Locator, place: str) -> None:
    """Press the button of a question where it stands at the bottom of the screen, or at the top."""
    button = item.get_by_role("button", name="Controleer").or_(item.get_by_role("button", name="Ga verder"))
    # At the top is below the header, as where a thumb presses it.
    button.evaluate(
        """(button, place) => {
          button.scrollIntoView({ block: place === "top" ? "start" : "end" });
          if (place === "top") scrollBy(0, -100);
        }""",
        place,
    )
    button.click()
    expect(item.locator(".lp-feedback-title")).to_be_focused()


def check_all(page: Page, place: str) -> dict[str, list[str]]:
    """Check each question, after which its verdict and the answer are in sight.

    How it is told, without colour, what is right and what is wrong: by type.
    """
    told: dict[str, list[str]] = {}
    for example in sorted(FIRST, key=lambda example: example.question.worth > 0):  # the last scored one ends it
        item = page.locator(f"#question-oefen-{example.question.id}")
        check(item, place)
        assert item.evaluate(IN_SIGHT) == [True, True], (example.name, place)
        told[example.question.type] = item.locator("[data-verdict]").evaluate_all(HOW)
    return told


def test_practice_of_every_type_keeps_in_sight_on_a_phone_what_is_missing_and_each_verdict(
    types_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(types_site.as_uri(), viewport=PHONE).open("oefening.html")
    walk_backwards(page)
    # What is missing, and where to fill it in.
    for button in page.get_by_role("button", name="Controleer").all():
        button.click()
        item = page.locator(".lp-question", has=page.locator(":focus"))
        expect(item.locator(".lp-error")).to_be_in_viewport(ratio=1)
        expect(page.locator(":focus")).to_be_in_viewport(ratio=1)
        assert item.locator(".lp-error").evaluate(f"(error) => error.getBoundingClientRect().top >= {HEADER}")
    # Wrong, with the buttons at the bottom; then right, with them at the top.
    answer_all(page, right=False)
    walk_backwards(page)
    wrong = check_all(page, "bottom")
    assert {"wrong dashed 2px", "missed dotted 3px"} <= set(wrong["multiple_choice"])
    expect(page.locator(".lp-result-score")).to_have_text(f"0 van {POINTS:g} punten (0%)")
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    answer_all(page, right=True)
    right = check_all(page, "top")
    assert [look for look in right["single_choice"] if look.startswith("right")] == ["right solid 2px"]
    expect(page.locator(".lp-result-score")).to_have_text(f"{POINTS:g} van {POINTS:g} punten (100%)")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_every_edge_can_be_seen_and_a_check_that_is_wholly_in_sight_moves_nothing(
    types_site: Path, visitors: Visitors
) -> None:
    """Edges by WCAG 1.4.11: three to one, against what is in it and against what is around it."""
    screen = {"width": 1280, "height": 1200}
    page = visitors.arrive(types_site.as_uri(), color_scheme="light", viewport=screen).open("oefening.html")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        expect(page.locator("body")).to_have_attribute(
            "data-md-color-scheme", "default" if scheme == "light" else "slate"
        )
        edges = page.evaluate(EDGES)
        assert len(edges) > 20
        assert [edge for edge in edges if min(edge[1:]) < 3] == [], scheme
    item = page.locator(".lp-question").first
    item.evaluate("(item) => scrollTo(0, scrollY + item.getBoundingClientRect().top - 200)")
    answer_question(group_of(page, FIRST[0].question), FIRST[0].question, right=True)
    before = page.evaluate("scrollY")
    item.get_by_role("button", name="Controleer").click()
    expect(item.locator(".lp-feedback-title")).to_be_focused()
    assert page.evaluate("scrollY") == before
