"""On a phone, with one thumb: the test of every level is passed, and nothing scrolls inside a question of one choice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from course.support.real import RECALLED, question_called, real_course
from playwright.sync_api import expect
from support.answers import answer_question, group_of, plain

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator
    from support.browser import Visitor, Visitors

    from leerpad.course.model.course import Level

LEVELS = real_course().levels
NOW = ".lp-question:not([hidden], .lp-aside)"

ASK = """([quiz, ids]) => Leerpad.store.update((progress) => {
  const attempt = { started: 1, seed: 7, questions: ids, retry: false, answers: {}, finished: null, outcome: null };
  progress.quizzes[quiz] = { alles: attempt };
})"""
"""Have a test ask these questions, whatever it would draw."""

EARLIER = """() => JSON.parse(document.querySelector("leerpad-earlier").dataset.earlier).flatMap(({ questions }) => questions)"""
"""The questions of all levels before."""

ROOM = """() => document.querySelector(".lp-quiz-bottom").getBoundingClientRect().top
  - document.querySelector(".lp-question:not([hidden], .lp-aside) legend").getBoundingClientRect().top"""
"""From where the first question begins to the foot of the screen, in pixels."""

WALK = """(room) => {
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const foot = document.querySelector(".lp-quiz-bottom");
  const isSeen = (part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return top >= header - 1 && bottom <= Math.min(foot.getBoundingClientRect().top, innerHeight) + 1;
  };
  const unseen = [];
  for (;;) {
    const item = document.querySelector(".lp-question:not([hidden], .lp-aside)");
    const { type } = JSON.parse(item.dataset.question);
    const [legend, prompt] = ["legend", ".lp-prompt"].map((part) => item.querySelector(part).getBoundingClientRect());
    const long = Math.max(legend.bottom, prompt.bottom) - legend.top;
    if (long > room) unseen.push([item.id, long, room]);
    if (type === "single_choice" || type === "true_false") {
      const choices = [...item.querySelectorAll(".lp-choices input")];
      const verdict = item.querySelector(".lp-feedback-title");
      const labels = choices.map((choice) => choice.closest("label"));
      const wanted = verdict ? [verdict, labels[choices.findIndex((choice) => choice.checked)]] : [item.querySelector("legend"), ...labels];
      const lacking = wanted.filter((part) => !isSeen(part)).map((part) => part.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]);
      if (lacking.length) unseen.push([item.id, ...lacking]);
      if (!verdict) choices.at(-1).click();
    }
    const next = [...foot.children].find((button) => button.textContent === "Volgende" && button.checkVisibility({ visibilityProperty: true }));
    if (!next) return unseen;
    next.click();
  }
}"""
"""From the first question to the last: of those of one choice, what of them, or of their verdict and choice, can't be seen;
and any prompt that would be longer than the room on the first screen."""


def arrive(visitors: Visitors, site: Path) -> Visitor:
    return visitors.arrive(site.as_uri(), viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)


def tap_rows(item: Locator, question: object) -> None:
    """Each row, and then what belongs there."""
    for row in question.rows():  # type: ignore[attr-defined]
        picks = item.get_by_role("group", name=plain(row.text), exact=True)
        if picks.count() == 0:  # the next empty row opens by itself
            item.locator(".lp-row > label", has_text=re.compile(rf"^\s*{re.escape(plain(row.text))}\s*$")).tap()
        picks.get_by_role("button", name=plain(row.right), exact=True).tap()


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.id)
def test_the_test_of_every_level_is_passed_with_a_thumb(level: Level, site: Path, visitors: Visitors) -> None:
    page = arrive(visitors, site).open(f"{level.id}/{level.quiz}.html")
    total = int(page.locator(".lp-where").inner_text().split()[-1])
    for number in range(1, total + 1):
        expect(page.locator(".lp-where")).to_have_text(f"{number} van {total}")
        item = page.locator(NOW)
        question = question_called(str(item.get_attribute("id")).removeprefix("question-"))
        if question.type in ("matching", "categorize"):
            tap_rows(item, question)
        else:
            answer_question(group_of(item, question), question, right=True)
        page.get_by_role("button", name="Volgende" if number < total else "Naar het overzicht", exact=True).tap()
    expect(page.get_by_text("Alle vragen zijn beantwoord.")).to_be_visible()
    recalled = 0 if level is LEVELS[0] else 3
    expect(page.locator(RECALLED)).to_have_count(recalled)
    submit = page.get_by_role("button", name="Lever in")
    expect(submit).to_be_in_viewport(ratio=1)  # above the list, however long that is
    submit.tap()
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")
    expect(page.get_by_text("(100%)")).to_be_visible()
    expect(page.get_by_text("Van eerdere niveaus: 3 van 3 goed.")).to_have_count(recalled // 3)


@pytest.mark.parametrize("level", LEVELS, ids=lambda level: level.id)
def test_a_question_of_one_choice_fits_a_phone_and_so_do_its_verdict_and_choice(
    level: Level, site: Path, visitors: Visitors
) -> None:
    page = arrive(visitors, site).open(f"{level.id}/{level.quiz}.html")
    ids = [question.id for question in real_course().quizzes[level.quiz].model.questions]
    if level is LEVELS[-1]:  # with all that it may ask again of levels before
        ids += page.evaluate(EARLIER)
    page.evaluate(ASK, [level.quiz, ids])
    page.reload()
    expect(page.locator(".lp-where")).to_have_text(f"1 van {len(ids)}")
    room = page.evaluate(ROOM)  # whichever comes first, all that it asks stands on the first screen
    page.evaluate("document.querySelector('.lp-quiz-bar').scrollIntoView()")
    assert page.evaluate(WALK, room) == []
    page.get_by_role("button", name="overzicht").last.tap()
    anyway = page.get_by_role("button", name="Toch inleveren")
    expect(anyway).to_be_in_viewport(ratio=1)
    anyway.tap()
    expect(page.locator(".lp-result-title")).to_be_focused()
    page.get_by_role("button", name="Volgende").tap()
    page.get_by_role("button", name="Vorige").tap()
    assert page.evaluate(WALK, room) == []
