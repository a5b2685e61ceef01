"""One question at a time, or all below each other: what comes by itself, with mouse, thumb and keyboard, kept and calm."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from conftest import serve
from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.browser import choose, question
from support.examples import examples
from support.shifts import shifts, watch_shifts
from support.trees import build_site, lesson, quiz, rich_course
from support.trees import question as written

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Route
    from support.browser import Visitor, Visitors

TEST = "een/toets-een.html"
DRAWN = "twee/toets-twee.html"
LONG = "een/een-b.html"
ALL_TYPES = "drie/toets-drie.html"
COURSE = "proefpad"
SAID = "een/een-c.html"
ONE, ALL = "Eén vraag tegelijk", "Toon alle vragen"
PHONE = {"width": 390, "height": 844}
EXAMPLES = examples()


@pytest.fixture(scope="module")
def view_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files: dict[str, str | bytes] = {**rich_course()}
    lessons = ["een-a", "een-b", "een-a", "een-b", "een-a"]
    questions = [written(f"een-{n}", more=f"lesson: {name}") for n, name in enumerate(lessons, start=1)]
    files["quizzes/0-een/toets.yml"] = quiz("toets-een", *questions)
    files["quizzes/lang.yml"] = quiz("lang", *(written(f"lang-{n}") for n in range(1, 5)), keys="")
    files["modules/0-een/02-een-b.md"] = lesson("Les een B", "Vooraf.\n\n<!-- quiz: lang -->\n\nSlot van de les.")
    files["quizzes/gezegd.yml"] = quiz("gezegd", *(written(f"gezegd-{n}") for n in range(1, 9)), keys="view: all\n")
    files["modules/0-een/03-een-c.md"] = lesson("Les een C", "Vooraf.\n\n<!-- quiz: gezegd -->\n")
    every = {"id": "toets-drie", "title": "Alles", "mode": "test", "questions": [example.data for example in EXAMPLES]}
    files["quizzes/2-drie/toets.yml"] = json.dumps(every, ensure_ascii=False)
    return build_site(tmp_path_factory.mktemp("view"), files)


@pytest.fixture
def visitor(visitors: Visitors, view_site: Path) -> Visitor:
    return visitors.arrive(view_site.as_uri())


def button(page: Page, name: str) -> Locator:
    return page.locator("leerpad-quiz").get_by_role("button", name=name, exact=True)


def one_by_one(visitor: Visitor, path: str = TEST) -> Page:
    page = visitor.open(path)
    if button(page, ONE).count():
        button(page, ONE).click()
    return page


def all_below(visitor: Visitor, path: str = TEST) -> Page:
    page = visitor.open(path)
    if button(page, ALL).count():
        button(page, ALL).click()
    return page


def legend(page: Page) -> Locator:
    return page.locator(".lp-question:visible legend")


def overview(page: Page) -> Locator:
    return page.locator(".lp-overview")


def place(page: Page, number: int, total: int) -> Locator:
    """The button that says where one is, and opens the overview."""
    return button(page, f"Vraag {number} van {total}, overzicht")


def lines(page: Page) -> list[str]:
    """What the overview says of each question, without its prompt."""
    said = [" ".join(text.split()) for text in page.locator(".lp-listed a").all_text_contents()]
    return [re.sub(r"Wat kies je bij [a-z0-9-]+\? ?", "", text) for text in said]


def test_the_choice_is_kept_and_can_be_undone(visitor: Visitor) -> None:
    page = one_by_one(visitor)
    expect(page.get_by_text("Je ziet nu één vraag tegelijk.")).to_be_attached()
    expect(button(page, ALL)).to_be_focused()
    expect(page.locator("legend:visible")).to_have_count(1)
    page = visitor.open(DRAWN)  # it holds for every test
    expect(legend(page)).to_contain_text("Vraag 1 van 4")
    button(page, ALL).click()
    expect(page.locator("legend:visible")).to_have_count(4)
    expect(page.get_by_text("Vraag 1", exact=True).filter(visible=True)).to_be_visible()
    assert visitor.stored(COURSE)["settings"]["quiz-view"]["value"] == "all"


def test_going_back_and_forth_says_where_you_are_and_what_is_answered(visitor: Visitor) -> None:
    page = one_by_one(visitor)
    expect(button(page, "Vorige")).to_be_hidden()
    choose(page, "een-1", "Goed")
    button(page, "Volgende").click()
    expect(legend(page)).to_have_text("Vraag 2 van 5 Wat kies je bij een-2?")
    expect(legend(page)).to_be_focused()
    place(page, 2, 5).click()
    expect(place(page, 2, 5)).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("heading", name="Kijk je antwoorden na")).to_be_focused()
    expect(page.locator("legend:visible")).to_have_count(0)
    assert lines(page) == ["Vraag 1 beantwoord", *(f"Vraag {n} nog niet beantwoord" for n in range(2, 6))]
    expect(page.locator(".lp-listed [aria-current=step]")).to_contain_text("een-2")
    expect(overview(page).get_by_text("4 vragen zijn nog niet beantwoord.")).to_be_visible()
    place(page, 2, 5).click()  # closes it
    expect(legend(page)).to_contain_text("een-2")
    place(page, 2, 5).click()
    button(page, "Terug naar vraag 2").click()
    button(page, "Vorige").click()
    expect(question(page, "een-1").get_by_label("Goed", exact=True)).to_be_checked()
    place(page, 1, 5).click()
    overview(page).get_by_role("link", name="Vraag 5").click()
    expect(legend(page)).to_contain_text("een-5")
    expect(legend(page)).to_be_focused()
    expect(button(page, "Volgende")).to_have_count(0)
    expect(button(page, "Naar het overzicht")).to_be_visible()


@pytest.mark.parametrize("path", [TEST, DRAWN, ALL_TYPES])
def test_a_reload_comes_back_to_the_same_question(path: str, visitor: Visitor) -> None:
    page = one_by_one(visitor, path)
    page.locator(".lp-question:visible input").first.check()
    for _ in range(2):
        button(page, "Volgende").click()
    left = legend(page).inner_text()
    page.reload()
    expect(legend(page)).to_have_text(left)
    assert "#" not in page.url
    visitor.open("index.html")
    page.go_back()
    expect(legend(page)).to_have_text(left)


def test_who_comes_later_goes_on_at_the_first_open_question(visitor: Visitor) -> None:
    page = one_by_one(visitor)
    choose(page, "een-1", "Goed")
    page = visitor.open("index.html")
    expect(legend(visitor.open(TEST))).to_contain_text("een-2")
    expect(legend(visitor.open(f"{TEST}#question-een-4"))).to_contain_text("een-4")


def test_one_hands_in_from_an_overview_that_says_what_is_open_and_then_reviews(visitor: Visitor) -> None:
    page = one_by_one(visitor)
    choose(page, "een-1", "Goed")
    expect(button(page, "Lever in")).to_have_count(0)  # not before the overview
    place(page, 1, 5).click()
    overview(page).get_by_role("link", name="Naar vraag 2").click()  # the first that is open
    expect(legend(page)).to_contain_text("een-2")
    for number in (2, 3, 4):
        choose(page, f"een-{number}", "Goed")
        button(page, "Volgende").click()
    button(page, "Naar het overzicht").click()
    expect(overview(page).get_by_text("Eén vraag is nog niet beantwoord.")).to_be_visible()
    expect(overview(page).get_by_text("Lever je nu in, dan levert die vraag geen punten op.")).to_be_visible()
    expect(button(page, "Lever in")).to_have_count(0)
    button(page, "Toch inleveren").click()
    expect(page.locator(".lp-result-title")).to_be_focused()
    expect(legend(page)).to_contain_text("een-1")
    expect(overview(page)).to_be_hidden()
    place(page, 1, 5).click()
    assert lines(page) == [*(f"Vraag {n} Goed" for n in range(1, 5)), "Vraag 5 Niet beantwoord"]
    expect(button(page, "Lever in")).to_have_count(0)
    button(page, "Terug naar vraag 1").click()
    for number in range(1, 6):
        expect(page.get_by_text(f"Reden van goed bij een-{number}.").filter(visible=True)).to_be_visible()
        if number < 5:
            button(page, "Volgende").click()
    button(page, "Naar je resultaat").click()
    expect(page.locator(".lp-result-title")).to_be_focused()
    button(page, "Opnieuw, alle vragen").click()
    expect(legend(page)).to_contain_text("Vraag 1 van 5")


def test_practice_checks_each_question_and_ends_at_the_result(visitor: Visitor) -> None:
    page = one_by_one(visitor, LONG)
    for number in range(1, 5):
        page.get_by_role("button", name="Controleer").click()
        expect(page.get_by_text("Je hebt hier nog niets gekozen.")).to_be_visible()
        choose(page, f"lang-{number}", "Goed")
        page.get_by_role("button", name="Controleer").click()
        expect(page.locator(".lp-feedback-title:visible")).to_be_focused()
        if number < 4:
            button(page, "Volgende").click()
    button(page, "Naar je resultaat").click()
    expect(page.locator(".lp-result-score")).to_have_text("4 van 4 punten (100%)")


def test_a_short_check_shows_all_and_offers_no_choice(visitor: Visitor) -> None:
    one_by_one(visitor)
    page = visitor.open("een/een-a.html")
    expect(page.locator("legend:visible")).to_have_count(3)
    expect(button(page, ALL)).to_have_count(0)
    expect(page.get_by_text("Sneltoetsen")).to_have_count(0)


def test_every_type_of_question_is_asked_alone_and_kept(visitor: Visitor) -> None:
    page = one_by_one(visitor, ALL_TYPES)
    give = "([form, type, response]) => Leerpad.questions[type].show(form, response)"
    for number, example in enumerate(EXAMPLES, start=1):
        expect(legend(page).first).to_contain_text(f"Vraag {number} van {len(EXAMPLES)}")
        expect(page.locator(".lp-question:visible")).to_have_count(1)
        form = page.locator(".lp-question:visible > fieldset")
        response = next((response for response, _ in example.responses if response is not None), None)
        assert page.evaluate(give, [form.element_handle(), example.question.type, response])
        form.dispatch_event("change")
        if number < len(EXAMPLES):
            button(page, "Volgende").click()
    scored = sum(example.question.worth > 0 for example in EXAMPLES)
    page.reload()
    button(page, "Naar het overzicht").click()
    expect(overview(page).get_by_text("Alle vragen zijn beantwoord.")).to_be_visible()
    kept = visitor.stored(COURSE)["quizzes"]["toets-drie"]
    assert len(next(iter(kept.values()))["answers"]) == scored


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


@pytest.mark.parametrize("view", [ONE, ALL])
def test_a_whole_test_with_the_keyboard_alone(view: str, visitor: Visitor) -> None:
    page = visitor.open(TEST)
    press = page.keyboard.press

    def tab_to(name: str) -> None:
        for _ in range(60):
            if page.evaluate("document.activeElement.textContent.trim()") == name:
                return
            press("Tab")
        raise AssertionError(f"no way to {name}")

    if view == ONE:
        tab_to(ONE)
        press("Enter")
    for number in range(1, 6):
        for _ in range(40):
            if page.evaluate("document.activeElement.matches('.lp-question [type=radio]')"):
                break
            press("Tab")
        press("ArrowDown")
        expect(question(page, f"een-{number}").get_by_label("Goed", exact=True)).to_be_focused()
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        if number < 5 and view == ONE:
            tab_to("Volgende")
            press("Enter")
            expect(legend(page)).to_be_focused()
        elif number < 5:
            press("Tab")
    if view == ONE:
        tab_to("Naar het overzicht")
        press("Enter")
        expect(page.get_by_role("heading", name="Kijk je antwoorden na")).to_be_focused()
    tab_to("Lever in")
    press("Enter")
    expect(page.locator(".lp-result-title")).to_be_focused()
    expect(page.get_by_text("5 van 5 punten (100%)")).to_be_visible()


@pytest.mark.parametrize("view", [ONE, ALL])
def test_shortcuts_go_from_question_to_question_and_can_be_switched_off(view: str, visitor: Visitor) -> None:
    page = visitor.open(TEST)
    if view == ONE:
        button(page, ONE).click()
    page.keyboard.press("j")  # the focus is on no question
    expect(page.locator("legend:focus")).to_have_count(0)
    question(page, "een-1").get_by_role("radio").first.focus()
    page.keyboard.press("j")
    expect(page.locator("legend:focus")).to_contain_text("een-2")
    page.keyboard.press("K")
    expect(page.locator("legend:focus")).to_contain_text("een-1")
    page.keyboard.press("Alt+j")
    page.keyboard.press("k")  # there is none before the first
    expect(page.locator("legend:focus")).to_contain_text("een-1")
    page.get_by_text("Sneltoetsen", exact=True).click()
    page.get_by_label("Sneltoetsen gebruiken").uncheck()
    page.reload()
    question(page, "een-1").get_by_role("radio").first.focus()
    page.keyboard.press("j")
    expect(question(page, "een-1").get_by_role("radio").first).to_be_focused()


def test_letters_that_are_typed_are_letters(visitor: Visitor) -> None:
    page = all_below(visitor, ALL_TYPES)
    field = page.locator(".lp-gap input").first
    field.focus()
    page.keyboard.type("jk")
    expect(field).to_have_value("jk")
    expect(field).to_be_focused()
    page.locator(".lp-row select").first.focus()
    page.keyboard.press("j")
    expect(page.locator(".lp-row select").first).to_be_focused()


def test_control_and_enter_check_a_practice_question(visitor: Visitor) -> None:
    page = visitor.open(LONG)
    choose(page, "lang-2", "Goed")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Goed · 1 van 1 punt")).to_be_focused()
    page.keyboard.press("Control+Enter")  # it stands already
    expect(page.locator(".lp-error")).to_have_count(0)


def test_both_views_pass_axe_in_every_state(view_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(view_site.as_uri(), viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    page = one_by_one(visitor)
    page.get_by_text("Sneltoetsen", exact=True).click()
    choose(page, "een-1", "Goed")
    assert violations_in_both_schemes(page) == []
    place(page, 1, 5).click()
    assert violations_in_both_schemes(page) == []
    button(page, "Toch inleveren").click()
    assert violations_in_both_schemes(page) == []
    place(page, 1, 5).click()
    assert violations_in_both_schemes(page) == []
    button(page, ALL).click()
    assert violations_in_both_schemes(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = "[...document.querySelectorAll('.lp-quiz :is(a, button, summary)')].filter((one) => one.checkVisibility() && !one.closest('p, li:not(.lp-listed > li), span')).map((one) => [one.textContent, one.getBoundingClientRect().height]).filter(([, height]) => height < 24)"
    assert page.evaluate(small) == []


@pytest.mark.parametrize("path", [TEST, ALL_TYPES])
def test_at_four_hundred_percent_each_question_begins_in_sight(path: str, view_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(view_site.as_uri(), viewport={"width": 320, "height": 256})
    page = one_by_one(visitor, path)
    for _ in range(4):
        button(page, "Volgende").click()
        box = legend(page).first.bounding_box()
        assert box
        assert 48 <= box["y"] <= 200
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("slow", [False, True], ids=["quick", "painted before it lives"])
@pytest.mark.parametrize("view", [ONE, ALL])
@pytest.mark.parametrize("path", [TEST, DRAWN, ALL_TYPES])
def test_nothing_shifts_while_a_test_loads(
    path: str, view: str, slow: bool, view_site: Path, visitors: Visitors
) -> None:
    with serve(view_site) as address:
        visitor = visitors.arrive(address)
        page = (one_by_one if view == ONE else all_below)(visitor, path)
        page.locator(".lp-question:visible input").first.check()
        watch_shifts(visitor.context)
        held: list[Route] = []
        if slow:
            page.route("**/bundle.*.js", lambda route: held.append(route))
            page.goto(f"{address}/{path}", wait_until="commit")
            page.wait_for_function("() => performance.getEntriesByType('paint').length > 0")
            held[0].continue_()
            page.unroute("**/bundle.*.js")
        else:
            page.reload()
        expect(page.locator("leerpad-quiz.lp-live")).to_be_attached()
        expect(page.locator(":is(.lp-where, .lp-count):visible")).to_have_text(re.compile("[12] van \\d+"))
        assert shifts(page).moved == ()


@pytest.mark.parametrize("path", ["een/een-a.html", LONG])
def test_nothing_shifts_around_a_check_that_nobody_has_touched(path: str, view_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(view_site.as_uri(), viewport={"width": 1280, "height": 2600})
    watch_shifts(visitor.context)
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


def test_a_strange_setting_is_no_choice(visitor: Visitor) -> None:
    visitor.open(TEST)
    document = {
        "version": 1,
        "course": COURSE,
        "lessons": {},
        "quizzes": {},
        "settings": {"quiz-view": {"value": "zigzag", "at": 1}},
    }
    visitor.store(COURSE, json.dumps(document))
    page = visitor.open(TEST)
    expect(page.locator("legend:visible")).to_have_count(5)


def test_a_phone_and_a_long_test_begin_with_one_question_and_the_author_may_say_otherwise(
    view_site: Path, visitors: Visitors
) -> None:
    wide = visitors.arrive(view_site.as_uri())
    expect(wide.open(TEST).locator("legend:visible")).to_have_count(5)  # five fit
    expect(legend(wide.open(ALL_TYPES)).first).to_contain_text(f"Vraag 1 van {len(EXAMPLES)}")
    expect(wide.open(SAID).locator("legend:visible")).to_have_count(8)
    phone = visitors.arrive(view_site.as_uri(), viewport=PHONE)
    page = phone.open(TEST)
    expect(legend(page)).to_contain_text("Vraag 1 van 5")
    expect(phone.open("een/een-a.html").locator("legend:visible")).to_have_count(3)  # a short check
    expect(phone.open(SAID).locator("legend:visible")).to_have_count(8)
    page = phone.open(TEST)
    button(page, ALL).click()
    page.reload()
    expect(page.locator("legend:visible")).to_have_count(5)


def test_the_buttons_are_the_foot_of_a_phone_and_never_cover_what_has_the_focus(
    view_site: Path, visitors: Visitors
) -> None:
    page = visitors.arrive(view_site.as_uri(), viewport=PHONE).open(ALL_TYPES)
    covered = """() => {
      const foot = document.querySelector(".lp-quiz-bottom").getBoundingClientRect();
      const at = document.activeElement.getBoundingClientRect();
      return !document.activeElement.closest(".lp-quiz-bottom") && at.height > 0 && at.bottom > foot.top && at.top < foot.bottom;
    }"""
    for number in range(1, len(EXAMPLES) + 1):
        expect(legend(page).first).to_contain_text(f"Vraag {number} van")
        foot = page.locator(".lp-quiz-bottom").bounding_box()
        assert foot
        assert round(foot["y"] + foot["height"]) == PHONE["height"]
        assert (foot["x"], foot["width"]) == (0, PHONE["width"])
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.lp-quiz-bottom, .lp-quiz-tools') !== null"):
                break
            assert not page.evaluate(covered), page.evaluate("document.activeElement.outerHTML")
        if number < len(EXAMPLES):
            button(page, "Volgende").click()


def test_before_a_test_stands_how_long_it_takes_but_not_after_it(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    about = page.locator(".lp-about > summary")
    expect(about).to_have_text("Over deze toets ongeveer 2 minuten")
    time = page.get_by_text("Reken op ongeveer 2 minuten, met het lezen van de uitleg erbij.")
    expect(time).to_be_hidden()
    about.click()
    expect(time).to_be_visible()
    button(page, "Lever in").click()
    button(page, "Toch inleveren").click()
    expect(time).to_be_hidden()
    expect(about).to_have_text("Over deze toets", use_inner_text=True)
    button(page, "Opnieuw, alle vragen").click()
    expect(time).to_be_visible()
    choose(page, "een-1", "Goed")
    button(page, "Lever in").click()
    button(page, "Toch inleveren").click()
    button(page, "Oefen wat fout ging").click()
    expect(time).to_be_hidden()  # it is that of the whole test
