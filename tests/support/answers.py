"""Answering any question as a person does: by the words on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator, Page


def plain(markdown: str) -> str:
    """A text as it is read, without Markdown's marks."""
    return re.sub(r"[*_`]", "", markdown)


def group_of(page: Page | Frame | Locator, question: Any) -> Locator:
    """The group of a question, found by what it asks; empty if it isn't asked now."""
    name = re.compile(re.escape(plain(question.prompt)).replace(r"\ ", r"\s+"))
    return page.get_by_role("radiogroup", name=name).or_(page.get_by_role("group", name=name)).first


def answer_question(group: Locator, question: Any, *, right: bool) -> None:
    """Answer it fully: all right, or so wrong that it earns nothing."""
    _ANSWERS[question.type](group, question, right)


def _choose(group: Locator, question: Any, right: bool) -> None:
    chosen = [choice for choice in question.choices if choice.correct == right]
    for choice in chosen if question.type == "multiple_choice" else chosen[:1]:
        group.get_by_label(plain(choice.text), exact=True).check()


def _true_false(group: Locator, question: Any, right: bool) -> None:
    group.get_by_role("radio").nth(0 if question.correct == right else 1).check()  # “true” stands first


def _order(group: Locator, question: Any, right: bool) -> None:
    wanted = [plain(item.text) for item in (question.items if right else question.items[::-1])]
    group.scroll_into_view_if_needed()
    group.get_by_role("button", name="omlaag").first.wait_for()  # near the screen it comes to life, in its order
    for place, text in enumerate(wanted):
        items = group.get_by_role("list").first.get_by_role("listitem")
        at = next(at for at, words in enumerate(items.all_text_contents()) if text in " ".join(words.split()))
        for above in range(at - 1, place - 1, -1):
            items.filter(has_text=text).get_by_role("button", name="omhoog").click()
            expect(items.nth(above)).to_contain_text(text)
    keep = group.get_by_role("button", name="Deze volgorde klopt al")
    if (
        keep.is_visible() and keep.get_attribute("aria-pressed") != "true"
    ):  # by chance it stood so: that is said, not moved
        keep.click()


def _assign(group: Locator, question: Any, right: bool) -> None:
    options = [plain(option.text) for option in question.options()]
    for row in question.rows():
        wanted = plain(row.right) if right else next(text for text in options if text != plain(row.right))
        group.get_by_label(plain(row.text), exact=True).select_option(label=wanted)


def _fill_in(group: Locator, question: Any, right: bool) -> None:
    names = re.findall(r"\{\{\s*([\w-]+)\s*\}\}", question.text)
    for field, name in zip(group.get_by_role("textbox").all(), names, strict=True):
        field.fill(question.gaps[name].accept[0] if right else "iets heel anders")


def _numeric(group: Locator, question: Any, right: bool) -> None:
    group.get_by_role("textbox").fill(str(question.answer if right else question.answer + question.tolerance + 1))


def _talk(group: Locator, question: Any, right: bool) -> None:
    at = question.start
    seen: set[str] = set()
    best = dict(question.aids()["best_path"])
    while at in question.steps:
        choices = question.steps[at].choices
        if right:
            choice = next(choice for choice in choices if choice.key == best[at])
        else:  # the poorest choice that leads on to something new
            onward = [choice for choice in choices if choice.goto not in seen]
            choice = min(onward or choices, key=lambda choice: choice.points)
        seen.add(at)
        group.get_by_role("radio", name=plain(choice.text), exact=True).last.check()
        group.get_by_role("button", name="Verder").click()
        at = choice.goto


def _reflect(group: Locator, question: Any, right: bool) -> None:
    group.get_by_role("textbox").fill("Een gedachte")


_ANSWERS = {
    "single_choice": _choose,
    "multiple_choice": _choose,
    "true_false": _true_false,
    "ordering": _order,
    "matching": _assign,
    "categorize": _assign,
    "fill_in": _fill_in,
    "numeric": _numeric,
    "scenario": _talk,
    "reflection": _reflect,
}
