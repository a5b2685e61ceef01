"""Steps to be put in order, on their page: the question, and what a learner does with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.trees import course, lesson

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

RIGHT = ["Aap", "Noot", "Mies", "Wim", "Zus"]
STEPS = """\
id: stappen
title: Stappen
questions:
  - id: stappen-een
    type: ordering
    prompt: Wat komt eerst?
    points: 4
    items: [{text: Aap, feedback: Want aap.}, {text: Noot, feedback: Want noot.}, Mies, Wim, Zus]
"""
PAGE = "een/een-a.html"


def steps_course() -> dict[str, str | bytes]:
    """The small course with that question in its first lesson."""
    files: dict[str, str | bytes] = {**course(), "quizzes/stappen.yml": STEPS}
    files["modules/0-een/01-een-a.md"] = lesson("Les", "<!-- quiz: stappen -->")
    return files


def order(page: Page) -> list[str]:
    return [text.strip() for text in page.locator(".lp-order-text").all_inner_texts()]


def handle(page: Page, place: int) -> Locator:
    return page.locator(".lp-place").nth(place)


def middle(page: Page, place: int) -> tuple[float, float]:
    """Where to take hold of the item at this place, counted from 0."""
    box = handle(page, place).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def is_untouched(page: Page) -> bool:
    return bool(page.evaluate("Leerpad.questions.ordering.read(document.querySelector('fieldset')) === null"))


PUT = """(texts) => {
  const items = () => [...document.querySelectorAll(".lp-order-text")].map((item) => item.innerText.trim());
  for (const [place, text] of texts.entries()) {
    const up = document.querySelector(`button[aria-label="Omhoog: ${text}"]`);
    for (let at = items().indexOf(text); at > place; at -= 1) up.click();
  }
}"""


def put(page: Page, texts: list[str]) -> None:
    """Put the items in this order, with the buttons."""
    page.get_by_role("button", name=f"Omhoog: {texts[0]}").wait_for()  # near the screen the question comes to life
    page.evaluate(PUT, texts)
    if is_untouched(page):
        page.get_by_role("button", name="Deze volgorde klopt al").click()
    assert order(page) == texts
