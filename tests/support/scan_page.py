"""The scan on its page, as a learner fills it in and reads its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from support.browser import choose

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SCAN = "scan.html"
TIRED = {"Ik slaap goed.": "oneens", "Ik ben moe.": "eens", "Ik werk graag.": "eens", "Ik werk veel.": "helemaal eens"}


def fill_in(page: Page, answers: dict[str, str]) -> None:
    """Choose an answer at each of these statements."""
    for statement, answer in answers.items():
        choose(page, statement, answer)


def show(page: Page) -> Locator:
    """Ask for the picture; it is there."""
    page.get_by_role("button", name="Bekijk mijn beeld").click()
    return picture(page)


def picture(page: Page) -> Locator:
    """The picture, once it is there."""
    found = page.get_by_role("region", name="Jouw beeld", exact=True)
    expect(found).to_be_visible()
    return found


def rows(page: Page) -> list[list[str]]:
    """What the table of the picture says, row by row."""
    for summary in page.locator(".lp-scan-table:not([open]) > summary").all():
        summary.click()
    body = page.get_by_role("region", name="Jouw beeld als tabel").get_by_role("row")
    return [row.get_by_role("rowheader").or_(row.get_by_role("cell")).all_inner_texts() for row in body.all()[1:]]
