"""One question at a time, or all below each other, on any screen: nothing shifts, nothing is covered, all can be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import serve
from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.browser import choose
from support.examples import examples
from support.quiz_views import ALL, ALL_TYPES, LONG, ONE, TEST, all_below, button, legend, one_by_one, place
from support.shifts import shifts, watch_shifts

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route
    from support.browser import Visitor, Visitors

DRAWN = "twee/toets-twee.html"
SAID = "een/een-c.html"
PHONE = {"width": 390, "height": 844}
EXAMPLES = examples()


@pytest.fixture
def visitor(visitors: Visitors, view_site: Path) -> Visitor:
    return visitors.arrive(view_site.as_uri())


def test_the_buttons_stay_where_they_are(visitor: Visitor) -> None:
    page = one_by_one(visitor)
    button(page, "Volgende").click()
    seen = set()
    for number in range(2, 5):
        box = button(page, "Volgende").bounding_box()
        assert box
        seen.add((box["x"], box["y"]))
        expect(legend(page)).to_contain_text(f"een-{number}")
        button(page, "Volgende").click()
    assert len(seen) == 1
    page.evaluate("document.querySelectorAll('.lp-question li:last-child input').forEach((choice) => choice.click())")
    button(page, "Naar het overzicht").click()
    submit, (x, y) = button(page, "Lever in").bounding_box(), next(iter(seen))
    assert submit
    assert not (
        submit["x"] <= x <= submit["x"] + submit["width"] and submit["y"] <= y <= submit["y"] + submit["height"]
    )


def test_both_views_pass_axe(view_site: Path, visitors: Visitors) -> None:
    """In the states that `test_states.py` doesn't have: it has the overview and the result."""
    visitor = visitors.arrive(view_site.as_uri(), viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    page = one_by_one(visitor)
    page.get_by_text("Sneltoetsen", exact=True).click()
    choose(page, "een-1", "Goed")
    assert violations_in_both_schemes(page) == []
    place(page, 1, 5).click()
    button(page, "Toch inleveren").click()
    place(page, 1, 5).click()
    assert violations_in_both_schemes(page) == []
    button(page, ALL).click()
    assert violations_in_both_schemes(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = "[...document.querySelectorAll('.lp-quiz :is(a, button, summary)')].filter((one) => one.checkVisibility() && !one.closest('p, li:not(.lp-listed > li), span')).map((one) => [one.textContent, one.getBoundingClientRect().height]).filter(([, height]) => height < 24)"
    assert page.evaluate(small) == []


def test_at_four_hundred_percent_each_question_begins_in_sight(view_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(view_site.as_uri(), viewport={"width": 320, "height": 256})
    for path in (TEST, ALL_TYPES):
        page = one_by_one(visitor, path)
        for _ in range(4):
            button(page, "Volgende").click()
            box = legend(page).first.bounding_box()
            assert box
            assert 48 <= box["y"] <= 200
            assert page.evaluate("document.documentElement.scrollWidth") <= 320


def paint_first(page: Page, url: str) -> None:
    """Load a page whose script comes only when all else was painted."""
    held: list[Route] = []
    page.route("**/bundle.*.js", lambda route: held.append(route))
    page.goto(url, wait_until="commit")
    page.wait_for_function("() => performance.getEntriesByType('paint').length > 0")
    held[0].continue_()
    page.unroute("**/bundle.*.js")


def test_nothing_shifts_while_a_test_loads_quickly_or_is_painted_before_it_lives(
    view_site: Path, visitors: Visitors
) -> None:
    moved: dict[tuple[str, str, str], object] = {}
    with serve(view_site) as address:
        visitor = visitors.arrive(address)
        watch_shifts(visitor.context)
        for view, see in ((ONE, one_by_one), (ALL, all_below)):
            for path in (TEST, DRAWN, ALL_TYPES):
                page = see(visitor, path)
                page.locator(".lp-question:visible input").first.check()
                for how in ("quick", "painted before it lives"):
                    if how == "quick":
                        page.reload()
                    else:
                        paint_first(page, f"{address}/{path}")
                    expect(page.locator("leerpad-quiz.lp-live")).to_be_attached()
                    expect(page.locator(":is(.lp-where, .lp-count):visible")).to_have_text(re.compile("[12] van \\d+"))
                    moved[view, path, how] = shifts(page).moved
    assert moved == dict.fromkeys(moved, ())


def test_nothing_shifts_around_a_check_that_nobody_has_touched(view_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(view_site.as_uri(), viewport={"width": 1280, "height": 2600})
    watch_shifts(visitor.context)
    for path in ("een/een-a.html", LONG):
        page = visitor.open(path)
        expect(page.locator("leerpad-quiz.lp-live")).to_be_attached()
        assert shifts(page).moved == ()


def test_without_script_all_stand_below_each_other(view_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(view_site.as_uri(), java_script_enabled=False).open(TEST)
    expect(page.locator("legend:visible")).to_have_count(5)
    expect(page.locator(".lp-quiz-bar")).to_be_hidden()
    expect(page.get_by_text("Zonder JavaScript kun je de vragen lezen.")).to_be_visible()


def test_if_a_quiz_never_comes_to_life_it_can_be_read(view_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(view_site.as_uri())
    spoil = "for (const quiz of document.querySelectorAll('leerpad-quiz')) quiz.dataset.quiz = 'spoilt';"
    visitor.context.add_init_script(f"document.addEventListener('DOMContentLoaded', () => {{ {spoil} }})")
    page = visitor.open(TEST)
    expect(page.locator(".lp-question").first).to_have_css("visibility", "visible")
    expect(page.get_by_text("Antwoorden en uitleg")).to_be_visible()
    assert [complaint.split(":")[1].strip() for complaint in visitor.complaints] == ["leerpad-quiz"]
    visitor.complaints.clear()


def test_a_phone_and_a_long_test_begin_with_one_question_and_the_author_may_say_otherwise(
    view_site: Path, visitors: Visitors
) -> None:
    wide = visitors.arrive(view_site.as_uri())
    expect(wide.open(TEST).locator("legend:visible")).to_have_count(5)  # five fit
    expect(legend(wide.open(ALL_TYPES)).first).to_contain_text(f"Vraag 1 van {len(EXAMPLES)}")
    expect(wide.open(SAID).locator("legend:visible")).to_have_count(8)
    phone = visitors.arrive(view_site.as_uri(), viewport=PHONE)
    expect(phone.open("een/een-a.html").locator("legend:visible")).to_have_count(3)  # a short check
    expect(phone.open(SAID).locator("legend:visible")).to_have_count(8)
    page = phone.open(TEST)
    expect(legend(page)).to_contain_text("Vraag 1 van 5")
    button(page, ALL).click()
    page.reload()
    expect(page.locator("legend:visible")).to_have_count(5)


def test_the_buttons_are_the_foot_of_a_phone_and_never_cover_what_has_the_focus(
    view_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(view_site.as_uri(), viewport=PHONE).open(ALL_TYPES)
    at_foot = """() => {
      const at = document.activeElement, box = at.getBoundingClientRect();
      if (at.closest(".lp-quiz-bottom, .lp-quiz-tools")) return "foot";
      const foot = document.querySelector(".lp-quiz-bottom").getBoundingClientRect();
      return box.height > 0 && box.bottom > foot.top && box.top < foot.bottom ? at.outerHTML : "";
    }"""
    for number in range(1, len(EXAMPLES) + 1):
        expect(legend(page).first).to_contain_text(f"Vraag {number} van")
        foot = page.locator(".lp-quiz-bottom").bounding_box()
        assert foot
        assert round(foot["y"] + foot["height"]) == PHONE["height"]
        assert (foot["x"], foot["width"]) == (0, PHONE["width"])
        for _ in range(30):
            page.keyboard.press("Tab")
            covered = page.evaluate(at_foot)
            if covered == "foot":
                break
            assert covered == ""
        if number < len(EXAMPLES):
            button(page, "Volgende").click()
