"""A question of matching and one of categorize, on their page, and who answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.trees import course, lesson, quiz

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

MATCHING = """\
  - id: wie-wat
    type: matching
    prompt: Wat hoort bij wat?
    points: 3
    pairs:
      - {left: Eerste **links**, right: Eerste rechts, feedback: Reden van een.}
      - {left: Tweede links, right: Tweede rechts, feedback: Reden van twee.}
      - {left: Derde links, right: Tweede rechts, feedback: Reden van drie.}
    distractors: [Past nergens]
"""
CATEGORIZE = """\
  - id: wat-waar
    type: categorize
    prompt: Wat hoort waar?
    points: 3
    categories:
      - {name: Groep een, items: [Ding een, {text: Ding twee, feedback: Reden van ding twee.}]}
      - {name: Groep twee, items: [Ding drie]}
"""
RIGHT = {
    "Wat hoort bij wat?": {
        "Eerste links": "Eerste rechts",
        "Tweede links": "Tweede rechts",
        "Derde links": "Tweede rechts",
    },
    "Wat hoort waar?": {"Ding een": "Groep een", "Ding twee": "Groep een", "Ding drie": "Groep twee"},
}


def assign_course() -> dict[str, str | bytes]:
    """Both types on one page, to check one by one; and as the test of a level, to hand in."""
    files: dict[str, str | bytes] = {**course()}
    files["modules/0-een/01-een-a.md"] = lesson("Les", "<!-- quiz: oefening -->")
    files["quizzes/oefening.yml"] = quiz("oefening", MATCHING, CATEGORIZE, keys="")
    renamed = MATCHING.replace("wie-wat", "wie-wat-toets"), CATEGORIZE.replace("wat-waar", "wat-waar-toets")
    files["quizzes/0-een/toets.yml"] = quiz("toets-een", *renamed)
    return files


def asked(page: Page, prompt: str) -> Locator:
    return page.get_by_role("group", name=prompt)


def row(page: Page, label: str) -> Locator:
    return page.locator(".lp-row").filter(has_text=label)


def select(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label)


def check(page: Page, prompt: str) -> None:
    item = page.locator(".lp-question").filter(has=asked(page, prompt))
    item.get_by_role("button", name="Controleer").click()
