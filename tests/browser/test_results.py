"""What a result says: lesson by lesson what to read again, and every attempt that went before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.browser import choose
from support.trees import build_site, course, lesson, question, quiz

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

TEST = "een/toets-een.html"
OWN = "een/een-b.html"
LESSONS = {"een-1": "een-a", "een-2": "een-b", "een-3": "een-b"}

OWN_CHECK = """\
id: check
title: Korte check
questions:
  - id: eigen
    type: true_false
    prompt: Gaat dit over deze les?
    correct: true
    lesson: een-b
    feedback_true: "Zie [de reden](#waarom).\\n\\nDe reden.\\n{: #waarom }"
    explanation: "Uitleg.\\n{: #uitleg }"
  - id: ander
    type: true_false
    prompt: Gaat dit over een andere les?
    correct: true
    lesson: een-a
"""

OF_A_FORM = ["append", "closest", "contains", "matches", "constructor"]
"""What scripts ask of a form, by names that a question may have too."""

SIGNS = """(all) => all.map((one) => ["::before", "::after"].map((place) => getComputedStyle(one, place).display))"""
"""Of what folds: the theme's pencil before it, which reads as “edit”, and its arrow."""


@pytest.fixture(scope="module")
def results_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = course()
    questions = [question(name, more=f"lesson: {about}\nhint: Denk na.") for name, about in LESSONS.items()]
    files["quizzes/0-een/toets.yml"] = quiz("toets-een", *questions)
    files["quizzes/check.yml"] = OWN_CHECK
    files["quizzes/2-drie/toets.yml"] = quiz("toets-drie", *(question(name) for name in OF_A_FORM))
    pool = [question(f"twee-{n}", more=f"lesson: {about}") for n, about in enumerate(["twee-a", "twee-b"] * 3)]
    files["quizzes/1-twee/toets.yml"] = quiz("toets-twee", *pool, keys="mode: test\ndraw: 2\n")
    files["modules/0-een/02-een-b.md"] = lesson("Les een B", "Tekst.\n\n## Wat weet je nu?\n\n<!-- quiz: check -->\n")
    return build_site(tmp_path_factory.mktemp("results"), {**files})


@pytest.fixture
def visitor(visitors: Visitors, results_site: Path) -> Visitor:
    return visitors.arrive(results_site.as_uri())


def take(page: Page, *right: str) -> None:
    """Answer these right, the others wrong, and hand in."""
    for name in LESSONS:
        choose(page, name, "Goed" if name in right else "Fout")
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_be_focused()


def again(page: Page) -> None:
    page.get_by_role("button", name="Opnieuw, alle vragen").click()


def rows(page: Page) -> list[list[str]]:
    """The table of attempts, with what can be done in the place of its first column, which is a time."""
    found = []
    for row in page.locator(".lp-attempts tbody tr").all():
        button, why = row.get_by_role("button"), row.locator(".lp-why")
        deed = str(button.get_attribute("aria-label")).split(":")[0] if button.count() else why.inner_text()
        found.append([deed, *row.locator("td").all_inner_texts()])
    return found


def test_a_result_says_lesson_by_lesson_what_to_read_again_and_after_practice_a_pass_still_leads_on(
    visitor: Visitor,
) -> None:
    page = visitor.open(TEST)
    take(page, "een-1", "een-2")
    result = page.get_by_role("region", name="Je resultaat")
    expect(result.get_by_role("listitem")).to_have_text(["Lees terug: Les een B1 van 2 punten"])
    full = result.get_by_text("Les een A")
    for event, is_shown in (("afterprint", False), ("beforeprint", True), ("afterprint", False)):
        page.evaluate("(event) => dispatchEvent(new Event(event))", event)  # what was all right is folded, but on paper
        expect(full).to_be_visible(visible=is_shown)
    result.get_by_text("Eén les helemaal goed").click()
    expect(result.get_by_role("listitem").last).to_have_text("Les een AAlles goed")
    folds = page.locator("leerpad-quiz :is(.lp-hint, .lp-all-right) > summary")
    assert folds.evaluate_all(SIGNS) == [["none", "block"]] * 4
    result.get_by_role("link", name="Les een B").click()
    expect(page.get_by_role("heading", level=1, name="Les een B")).to_be_visible()
    visitor.open(TEST)
    page.get_by_role("button", name="Oefen wat fout ging").click()
    answer(page)
    assert deeds(page) == ["Ga naar Tweede", "Doe de hele toets opnieuw"]


def test_all_attempts_stay_and_each_can_be_looked_at_again_also_while_one_is_under_way(visitor: Visitor) -> None:
    page = visitor.open(TEST)
    take(page)
    expect(page.locator(".lp-attempts")).to_have_count(0)
    expect(page.get_by_role("link", name="Bekijk je certificaat")).to_have_count(0)
    again(page)

    # A test that is under way is found again after looking back.
    choose(page, "een-1", "Goed")
    page.get_by_text("Al je pogingen (1)").click()
    assert rows(page) == [["Bekijk", "0%", "Nog niet geslaagd"]]
    page.get_by_role("button", name="Bekijk").click()
    expect(page.get_by_text("Nog niet geslaagd").first).to_be_visible()
    page.get_by_text("Al je pogingen (1)").click()  # what is under way isn't counted
    assert rows(page) == [["Ga verder", "–", "Nog bezig"], ["Deze zie je nu", "0%", "Nog niet geslaagd"]]
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_text("1 van 3 beantwoord")).to_be_visible()
    expect(page.get_by_text("1 van 3 beantwoord")).to_be_focused()

    # All attempts stay.
    take(page, *LESSONS)
    page.get_by_text("Al je pogingen (2)").click()
    assert rows(page) == [["Deze zie je nu", "100%", "Geslaagd"], ["Bekijk", "0%", "Nog niet geslaagd"]]
    page.get_by_role("button", name="Bekijk").click()
    expect(page.locator(".lp-result-title")).to_have_text("Nog niet geslaagd")
    expect(page.locator(".lp-result-title")).to_be_focused()
    expect(page.get_by_text("Niet goed (jouw antwoord)")).to_have_count(3)
    page.reload()  # the newest is what counts
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")

    # A pass leads to the certificate that it earned.
    page.get_by_role("link", name="Bekijk je certificaat").click()
    expect(page.get_by_role("article", name="Certificaat: Eerste")).to_be_visible()


def asked(page: Page) -> list[str]:
    return [str(item.get_attribute("id")) for item in page.locator(".lp-question:not([hidden])").all()]


def answer(page: Page, *wrong: str) -> None:
    """Answer all that is asked, and hand in."""
    for name in asked(page):
        page.locator(f"#{name}").get_by_label("Fout" if name in wrong else "Goed", exact=True).check()
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_be_focused()


def deeds(page: Page) -> list[str]:
    return page.locator(".lp-result .lp-actions > *").all_inner_texts()


def test_practising_leads_on_to_what_the_same_lesson_asks_besides_and_never_to_all_again(visitor: Visitor) -> None:
    page = visitor.open("twee/toets-twee.html")
    drawn = asked(page)
    answer(page, drawn[0])
    assert deeds(page)[1:] == ["Oefen wat fout ging", "Opnieuw, met deels andere vragen"]
    page.get_by_role("button", name="Oefen wat fout ging").click()
    assert asked(page) == drawn[:1]
    answer(page, drawn[0])  # wrong again: of all that was practised
    assert deeds(page)[1:] == ["Oefen wat fout ging", "Oefen verder met andere vragen", "Doe de hele toets opnieuw"]
    page.get_by_role("button", name="Oefen wat fout ging").click()
    answer(page)  # all right: time for the whole test
    assert deeds(page) == ["Doe de hele toets opnieuw", "Oefen verder met andere vragen"]
    expect(page.locator(".lp-result .lp-actions > :not(.lp-button-quiet)")).to_have_text("Doe de hele toets opnieuw")
    page.get_by_role("button", name="Oefen verder met andere vragen").click()
    lesson_of = "(item) => JSON.parse(item.dataset.question).lesson"
    others = asked(page)
    assert len(others) == 2
    assert not set(others) & set(drawn)
    assert len({page.locator(f"#{name}").evaluate(lesson_of) for name in [*others, drawn[0]]}) == 1
    answer(page)
    assert deeds(page) == ["Doe de hele toets opnieuw"]  # of that lesson, all was asked


def test_a_question_may_be_called_what_scripts_ask_of_a_form(visitor: Visitor) -> None:
    page = visitor.open("drie/toets-drie.html")
    answer(page, "question-append")
    expect(page.locator(".lp-result-score")).to_have_text("4 van 5 punten (80%)")
    page.reload()
    expect(page.locator("#question-append").get_by_label("Fout", exact=True)).to_be_checked()


def test_result_and_attempts_pass_axe(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 320, "height": 640})
    page = visitor.open(TEST)
    page.get_by_role("button", name="Toon alle vragen").click()
    take(page, "een-1")
    again(page)
    take(page, "een-2")
    page.get_by_text("Al je pogingen (2)").click()
    assert violations_in_both_schemes(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def headings(page: Page) -> list[tuple[int, str]]:
    """The headings of the content, as one who walks by them hears them."""
    found = page.locator("article").get_by_role("heading").all()
    level = "(one) => Number(one.getAttribute('aria-level') ?? one.tagName.slice(1))"
    return [(int(one.evaluate(level)), " ".join(one.inner_text().replace("¶", "").split())) for one in found]


QUESTIONS = [(2, f"Vraag {number} Wat kies je bij {name}?") for number, name in enumerate(LESSONS, start=1)]


def test_one_walks_by_headings_through_a_test_its_missing_answers_and_its_result_and_practice_is_an_attempt_too(
    visitor: Visitor,
) -> None:
    page = visitor.open(TEST)
    title = (1, "Quiz toets-een")
    assert headings(page) == [title, *QUESTIONS]
    page.get_by_role("button", name="Lever in").click()
    assert headings(page) == [title, (2, "3 vragen zijn nog niet beantwoord"), *QUESTIONS]
    take(page, "een-1")
    assert headings(page) == [title, (2, "Nog niet geslaagd"), (3, "Per les"), *QUESTIONS]
    # They are real ones.
    tags = page.locator(".lp-result").get_by_role("heading").evaluate_all("(all) => all.map((one) => one.tagName)")
    assert tags == ["H2", "H3"]

    # What was practised again is an attempt too, and sends nobody back to what is right.
    page.get_by_role("button", name="Oefen wat fout ging").click()
    expect(page.locator(".lp-attempts > summary")).to_have_text("Al je pogingen (1)")  # while the practice runs
    for name in ("een-2", "een-3"):
        choose(page, name, "Goed")
    page.get_by_role("button", name="Lever in").click()
    result = page.get_by_role("region", name="Je resultaat")
    expect(result).to_contain_text("2 van 2 punten (100%)")
    expect(result.get_by_role("link")).to_have_count(0)
    page.get_by_text("Al je pogingen (2)").click()
    practised = ["Deze zie je nu", "100%", "Oefening met wat fout ging"]
    assert rows(page) == [practised, ["Bekijk", "33%", "Nog niet geslaagd"]]
    page.get_by_role("button", name="Bekijk").click()
    expect(page.get_by_text("1 van 3 punten (33%)")).to_be_visible()


def test_a_check_in_a_lesson_has_its_place_among_the_headings_sends_nobody_to_the_top_and_links_to_itself(
    visitor: Visitor,
) -> None:
    page = visitor.open(OWN)
    # Each button says which question it is about.
    for number in (1, 2):
        expect(page.get_by_role("button", name=f"Controleer Vraag {number}", exact=True)).to_be_visible()

    # It takes its place among the headings of the lesson.
    page.get_by_role("radio", name="Niet waar").first.check()
    expect(page.locator("leerpad-quiz.lp-live")).to_be_attached()
    assert headings(page)[1:] == [
        (2, "Wat weet je nu?"),
        (3, "Korte check"),
        (4, "Vraag 1 Gaat dit over deze les?"),
        (4, "Vraag 2 Gaat dit over een andere les?"),
    ]

    # It sends nobody to the top of the page.
    for _ in range(2):
        page.locator("fieldset:enabled").get_by_label("Niet waar").first.check()
        page.get_by_role("button", name="Controleer").first.click()
    expect(page.locator("#question-ander").get_by_text("Lees terug: Les een A")).to_be_visible()
    expect(page.get_by_text("Lees terug:").filter(visible=True)).to_have_count(1)

    # What is said twice has ids of its own, and links to itself.
    asked = page.locator("#question-eigen")
    expect(asked.get_by_text("Uitleg.")).to_be_visible()
    doubled = (
        "() => [...document.querySelectorAll('[id]')].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) < at)"
    )
    assert page.evaluate(doubled) == []
    asked.get_by_role("link", name="de reden").click()
    expect(asked.locator(":target")).to_have_text("De reden.")
