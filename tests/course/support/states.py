"""Every state in which our own course meets a learner, each as a function that brings a page into it.

The browser tests and `make audit` walk through the same ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.learners import progress, returned
from support.storage import BLOCK, FULL

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from support.browser import Visitor

COURSE = "betrokkenheid"
HOME, LESSON, TEST = "index.html", "tevredenheid/tevreden-is-een-begin.html", "tevredenheid/toets-tevredenheid.html"
CLOSED, SCAN, PROGRESS = "passie/ideeen-die-meetellen.html", "scan.html", "mijn-voortgang.html"
LEVELS = ["tevredenheid", "basis", "dienstverlener", "leiderschap", "passie"]


_PLAN = {
    f"actie-{number}": {
        "text": text,
        "who": "Ria",
        "when": "2030-01-02",
        "lesson": "tevreden-is-een-begin",
        "done": number == 2,
        "removed": False,
        "since": number,
        "at": number,
    }
    for number, text in enumerate(["Vraag wat wacht.", "Bel één klant."], start=1)
}
_NOTE = {"text": "Dat ik kan wachten.", "at": 1, "prompt": "Wanneer was je tevreden met je baan?"}
HALFWAY = progress(COURSE, ["tevreden-is-een-begin", "zeven-factoren"], ["toets-tevredenheid"], plan=_PLAN)
DONE = progress(COURSE, [], [f"toets-{level}" for level in LEVELS], name={"text": "Noor de Wit", "at": 1})


def come_back(visitor: Visitor, stored: str) -> Visitor:
    """Somebody who was here before, with this in storage; empty for nothing."""
    return returned(visitor, stored, COURSE)


def _back(path: str, stored: str) -> Callable[[Visitor], Page]:
    return lambda visitor: come_back(visitor, stored).open(path)


def _fresh(path: str) -> Callable[[Visitor], Page]:
    return lambda visitor: visitor.open(path)


def _test_with_gaps(visitor: Visitor) -> Page:
    page = visitor.open(TEST)
    page.locator(".lp-question:not([hidden]) [type=radio]").first.evaluate("(radio) => radio.click()")
    page.get_by_role("button", name="overzicht").click()
    page.get_by_role("button", name="Toch inleveren").wait_for()
    return page


def _failed(visitor: Visitor) -> Page:
    page = _test_with_gaps(visitor)
    page.get_by_role("button", name="Toch inleveren").click()
    page.locator(".lp-result-title").wait_for()
    return page


def _then(before: Callable[[Visitor], Page], button: str) -> Callable[[Visitor], Page]:
    def reach(visitor: Visitor) -> Page:
        page = before(visitor)
        page.get_by_role("button", name=button).first.click()
        return page

    return reach


def _checked(visitor: Visitor) -> Page:
    page = visitor.open(LESSON)
    page.locator(".lp-question").get_by_role("radio").first.check()
    page.get_by_role("button", name="Controleer").first.click()
    page.get_by_role("button", name="Afronden en hier blijven").click()
    return page


def _all_below(visitor: Visitor) -> Page:
    page = visitor.open(TEST)
    page.get_by_role("button", name="Toon alle vragen").click()
    page.get_by_role("button", name="Lever in").click()
    page.get_by_role("button", name="Toch inleveren").wait_for()
    return page


_ANSWER_SCAN = """(most) => [...document.querySelectorAll(".lp-statement")].slice(0, most).forEach((statement, number) => {
  statement.querySelectorAll("[type=radio]")[number * 2 % 5].click();
})"""


def answer_scan(page: Page, statements: int = 32) -> None:
    """Fill in so many statements of the scan, each with another answer than the one before."""
    page.evaluate(_ANSWER_SCAN, statements)


def _scanned(statements: int) -> Callable[[Visitor], Page]:
    def reach(visitor: Visitor) -> Page:
        page = visitor.open(SCAN)
        answer_scan(page, statements)
        page.get_by_role("button", name="Bekijk mijn beeld").click()
        page.get_by_text("Hoe de scan rekent").first.click()
        return page

    return reach


def _plan_changed(visitor: Visitor) -> Page:
    page = _back("mijn-actieplan.html", HALFWAY)(visitor)
    page.get_by_role("button", name="Pas aan").first.click()
    return page


def _plan_taken_along(visitor: Visitor) -> Page:
    page = _back("mijn-actieplan.html", HALFWAY)(visitor)
    page.get_by_text("Een kwartier met je leidinggevende").click()
    page.get_by_text("In je eigen agenda").click()
    return page


def _term_shown(visitor: Visitor) -> Page:
    page = visitor.open(LESSON)
    page.locator("leerpad-term, .lp-term").first.focus()
    return page


def _searched(visitor: Visitor) -> Page:
    page = visitor.open(HOME)
    page.locator("[data-md-toggle=search]").evaluate("(toggle) => toggle.click()")
    page.get_by_role("textbox", name="Zoeken").press_sequentially("erkenning")
    page.locator(".md-search-result__item").first.wait_for()
    return page


def _wiping(visitor: Visitor) -> Page:
    page = _back(PROGRESS, HALFWAY)(visitor)
    page.get_by_role("button", name="Wis alles").click()
    return page


def _blocked(visitor: Visitor) -> Page:
    visitor.context.add_init_script(BLOCK)
    return visitor.open(TEST)


def _full(visitor: Visitor) -> Page:
    page = visitor.open(LESSON)
    page.evaluate(f"() => {{ {FULL} }}")
    page.get_by_role("button", name="Afronden en hier blijven").click()
    page.get_by_role("region", name="Melding over je voortgang").wait_for()
    return page


def _bad_file(visitor: Visitor) -> Page:
    page = visitor.open(PROGRESS)
    page.locator("input[type=file]").set_input_files(
        {"name": "kopie.json", "mimeType": "application/json", "buffer": b"geen json"}
    )
    page.get_by_role("alert").or_(page.get_by_role("status")).filter(has_text="kopie").first.wait_for()
    return page


STATES: dict[str, Callable[[Visitor], Page]] = {
    "home, new": _fresh(HOME),
    "home, halfway": _back(HOME, HALFWAY),
    "home, done": _back(HOME, DONE),
    "home, how it went": _then(_back(HOME, HALFWAY.replace("2030-01-02", "2020-01-02")), "Deels"),
    "level, halfway": _back("basis/index.html", HALFWAY),
    "level, closed": _fresh("passie/index.html"),
    "lesson, closed": _fresh(CLOSED),
    "lesson, done": _back(LESSON, HALFWAY),
    "lesson, term shown": _term_shown,
    "lesson, nothing chosen": _then(_fresh(LESSON), "Controleer"),
    "lesson, checked and done": _checked,
    "lesson, choosing a moment": _then(_fresh(LESSON), "Zet op mijn actieplan"),
    "test, overview": _test_with_gaps,
    "test, result": _failed,
    "test, again": _then(_failed, "Opnieuw, met deels andere vragen"),
    "test, practising what was wrong": _then(_failed, "Oefen wat fout ging"),
    "test, one question at a time": _fresh(TEST),
    "test, all questions, answers missing": _all_below,
    "test, passed": _back(TEST, HALFWAY),
    "scan, too few answers": _scanned(15),
    "scan, result": _scanned(32),
    "scan, changing": _then(_scanned(32), "Antwoorden aanpassen"),
    "progress, empty": _fresh(PROGRESS),
    "progress, done": _back(PROGRESS, DONE),
    "progress, halfway": _back(PROGRESS, HALFWAY),
    "progress, about to wipe": _wiping,
    "progress, a bad file": _bad_file,
    "reviews, empty": _fresh("herhalen.html"),
    "reviews, asking": _back("herhalen.html", HALFWAY),
    "plan, empty": _fresh("mijn-actieplan.html"),
    "plan, changing": _plan_changed,
    "plan, card and calendar": _plan_taken_along,
    "notes, empty": _fresh("mijn-notities.html"),
    "notes, written": _back("mijn-notities.html", progress(COURSE, [], [], notes={"tevreden-niet-betrokken": _NOTE})),
    "certificate, none": _fresh("mijn-certificaten.html"),
    "certificate, earned": _back("mijn-certificaten.html", DONE),
    "storage unreadable": _back(HOME, "geen json"),
    "storage of another version": _back(HOME, HALFWAY.replace('"version": 1', '"version": 2')),
    "storage blocked": _blocked,
    "storage full": _full,
    "search, results": _searched,
}
"""What the state is called, and how a visitor with an empty profile comes there."""

BEFORE_A_PAGE = {"storage blocked"}
"""States of a browser rather than of a page: no other can follow in the same window."""
