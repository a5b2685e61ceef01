"""A quiz in both views, one question at a time and all below each other, and the course that asks each kind."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from support.examples import examples
from support.trees import lesson, question, quiz, rich_course

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from support.browser import Visitor

TEST = "een/toets-een.html"
LONG = "een/een-b.html"
ALL_TYPES = "drie/toets-drie.html"
ONE, ALL = "Eén vraag tegelijk", "Toon alle vragen"


def view_course() -> dict[str, str | bytes]:
    """The small course with tests and checks, short and long, of which one asks an example of every type."""
    files: dict[str, str | bytes] = {**rich_course()}
    lessons = ["een-a", "een-b", "een-a", "een-b", "een-a"]
    questions = [question(f"een-{n}", more=f"lesson: {name}") for n, name in enumerate(lessons, start=1)]
    files["quizzes/0-een/toets.yml"] = quiz("toets-een", *questions)
    aside = '!!! kanttekening "Een kanttekening"\n    Met een [link](02-een-b.md) erin.\n'
    files["modules/0-een/01-een-a.md"] = lesson("Les een A", f"## Kop\n\nTekst.\n\n{aside}\n<!-- quiz: check -->\n")
    files["quizzes/lang.yml"] = quiz("lang", *(question(f"lang-{n}") for n in range(1, 5)), keys="")
    files["modules/0-een/02-een-b.md"] = lesson("Les een B", "Vooraf.\n\n<!-- quiz: lang -->\n\nSlot van de les.")
    files["quizzes/gezegd.yml"] = quiz("gezegd", *(question(f"gezegd-{n}") for n in range(1, 9)), keys="view: all\n")
    files["modules/0-een/03-een-c.md"] = lesson("Les een C", "Vooraf.\n\n<!-- quiz: gezegd -->\n")
    asked = [example.data for example in examples()]
    every = {"id": "toets-drie", "title": "Alles", "mode": "test", "intro": "Vooraf gezegd.", "questions": asked}
    files["quizzes/2-drie/toets.yml"] = json.dumps(every, ensure_ascii=False)
    return files


def button(page: Page, name: str) -> Locator:
    """A button of the quiz."""
    return page.locator("leerpad-quiz").get_by_role("button", name=name, exact=True)


def one_by_one(visitor: Visitor, path: str = TEST) -> Page:
    """Open a quiz and see one question at a time."""
    page = visitor.open(path)
    if button(page, ONE).count():
        button(page, ONE).click()
    return page


def all_below(visitor: Visitor, path: str = TEST) -> Page:
    """Open a quiz and see all questions below each other."""
    page = visitor.open(path)
    if button(page, ALL).count():
        button(page, ALL).click()
    return page


def legend(page: Page) -> Locator:
    """What is asked now."""
    return page.locator(".lp-question:visible legend")


def place(page: Page, number: int, total: int) -> Locator:
    """The button that says where one is, and opens the overview."""
    return button(page, f"Vraag {number} van {total}, overzicht")
