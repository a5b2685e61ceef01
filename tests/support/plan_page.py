"""The action plan on its page, and the steps at the end of a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from support.learners import progress, returned

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from support.browser import Visitor

COURSE = "proefpad"
LESSON = "een/een-a.html"
PLAN = "mijn-actieplan.html"
SAID = "Bel één klant, zie les B."


def step(page: Page, text: str) -> Locator:
    """A step at the end of a lesson."""
    return page.get_by_role("region", name="Kies een eerste stap").get_by_role("listitem").filter(has_text=text)


def card(page: Page, text: str) -> Locator:
    """An action on the plan."""
    return page.get_by_role("main").get_by_role("listitem").filter(has_text=text)


def tick(page: Page, text: str) -> Locator:
    return page.get_by_role("checkbox", name=text, exact=True)


def add(page: Page, text: str, who: str = "", when: str = "") -> None:
    page.get_by_label("Wat ga je doen?").fill(text)
    page.get_by_label("Wie?").fill(who)
    page.get_by_label("Wanneer?").fill(when)
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_text(f"Toegevoegd: {text}")).to_be_visible()


def expect_plan(page: Page, actions: list[str]) -> None:
    """The actions, from top to bottom."""
    expect(page.locator(".lp-plan-tick")).to_have_text(actions)


def fill(visitor: Visitor, plan: dict[str, Any]) -> Page:
    return returned(visitor, progress(COURSE, [], [], plan=plan), COURSE).open(PLAN)
