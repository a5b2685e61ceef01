"""A check that is split over its lesson, and what a reader thinks before the text tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.browser import choose, question
from support.splits import split_course
from support.trees import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitor, Visitors

LESSON = "een/een-a.html"
COURSE = "proefpad"


@pytest.fixture(scope="module")
def split_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("split"), {**split_course()})


@pytest.fixture
def reader(visitors: Visitors, split_site: Path) -> Visitor:
    return visitors.arrive(split_site.as_uri())


def think(page: Page, number: str) -> None:
    page.get_by_label("Jouw antwoord").fill(number)
    page.get_by_role("button", name="Dit denk ik").click()


def check(page: Page, name: str, label: str) -> None:
    choose(page, f"Wat kies je bij {name}?", label)
    question(page, f"Wat kies je bij {name}?").locator("xpath=..").get_by_role("button", name="Controleer").click()


SLOWLY = '</leerpad-recall><script src="data:text/javascript,"></script>'
"""Until a script has come a browser reads no further: as where the rest of the page is still on its way."""


def test_what_was_thought_first_is_kept_never_judged_and_comes_back(reader: Visitor, split_site: Path) -> None:
    page = reader.open(LESSON)
    asked = question(page, "Hoeveel van de tien?")
    expect(asked.get_by_role("heading", level=3, name="Wat denk je?")).to_be_visible()
    page.get_by_role("button", name="Dit denk ik").click()
    expect(asked.get_by_text("Vul een getal in.")).to_be_visible()
    expect(page.get_by_label("Jouw antwoord")).to_be_focused()
    page.get_by_label("Jouw antwoord").fill("3")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Bewaard. Lees verder")).to_be_focused()
    expect(page.get_by_label("Jouw antwoord")).to_be_disabled()
    expect(asked.locator(".lp-verdict, .lp-feedback-title")).to_have_count(0)
    back = page.locator("leerpad-recall")
    slow = (split_site / LESSON).read_text("utf-8").replace("</leerpad-recall>", SLOWLY)
    for visit in ("now", "later, over a slow line"):
        expect(back).to_have_text(
            "Terug naar wat je dacht Hoeveel van de tien? Je dacht eerst: 3 mensen In de les las je: 7 mensen"
            " Zeven zeiden het. Uitleg over zeven.",
            use_inner_text=True,
        )
        if visit == "now":
            page.route("**/een-a.html", lambda route: route.fulfill(body=slow, content_type="text/html"))
            page.reload()
    assert violations_in_both_schemes(page, "article") == []
    assert "quizzes" not in reader.kept(COURSE)  # no attempt was begun by it
    expect(page.get_by_text("0 van 3 beantwoord")).to_be_visible()

    # It is asked again where another answer is right by now, and after wiping.
    field = page.locator("leerpad-predict input")
    for forget in (
        "Leerpad.store.update(({predictions}) => { predictions.vooraf.revision = 'oud'; })",
        "Leerpad.store.wipe()",
    ):
        page.evaluate(forget)
        expect(field).to_be_enabled()
        expect(back).to_be_hidden()
        think(page, "8")
        expect(field).to_be_disabled()
        expect(back.get_by_text("Dat klopt met wat je las.")).to_be_visible()


def test_a_guess_of_each_other_type_comes_back_in_words(reader: Visitor) -> None:
    """Also on a page that is no lesson, and where a check holds nothing but guesses."""
    page = reader.open("gokken.html")
    for prompt, choices in (
        ("Welke?", ["Links"]),
        ("Welke allemaal?", ["Rood", "Geel"]),
        ("Klopt dit?", ["Niet waar"]),
    ):
        choose(page, prompt, *choices)
    for button in page.get_by_role("button", name="Dit denk ik").all()[::-1]:
        button.click()
    assert [" ".join(back.split()) for back in page.locator("leerpad-recall").all_inner_texts()] == [
        "Terug naar wat je dacht Welke? Je dacht eerst: Links In de les las je: Rechts Waarom niet links. Waarom rechts.",
        "Terug naar wat je dacht Welke allemaal? Je dacht eerst: Rood; Geel In de les las je: Rood; Blauw Waarom geel niet.",
        "Terug naar wat je dacht Klopt dit? Je dacht eerst: Niet waar Dat klopt met wat je las. Waarom niet.",
    ]
    expect(page.locator(".lp-count")).to_be_hidden()


def test_all_parts_of_a_check_are_one_attempt(reader: Visitor) -> None:
    page = reader.open(LESSON)
    numbers = page.locator(".lp-question-number")
    assert numbers.all_inner_texts() == ["Wat denk je?", "Vraag 1", "Vraag 2", "Vraag 3"]
    # A question left open higher in the lesson is named at the end.
    check(page, "begin", "Goed")
    check(page, "eind", "Goed")
    page.get_by_role("link", name="Vraag 1 staat nog open, hoger in de les").click()
    expect(page.locator("#question-midden")).to_be_in_viewport()
    check(page, "midden", "Goed")
    expect(page.get_by_text("Vraag 1 staat nog open")).to_have_count(0)
    page.get_by_role("link", name="Naar de uitslag").click()
    expect(page.locator(".lp-result-score")).to_have_text("3 van 3 punten (100%)")
    expect(page.locator(".lp-result-score")).to_be_in_viewport()
    page.get_by_role("button", name="Opnieuw, alle vragen").click()
    expect(page.locator("#question-midden").get_by_label("Fout")).to_be_focused()
    expect(page.locator("#question-midden")).to_be_in_viewport()

    # It is done again, in all its parts.
    check(page, "midden", "Goed")
    expect(page.get_by_text("Reden van fout bij midden.").first).to_be_visible()
    expect(page.get_by_text("1 van 3 beantwoord")).to_be_visible()
    page.reload()
    check(page, "begin", "Fout")
    check(page, "eind", "Goed")
    expect(page.get_by_role("region", name="Je resultaat").get_by_text("2 van 3 punten (66%)")).to_be_visible()
    attempt = max(reader.stored(COURSE)["quizzes"]["check"].values(), key=lambda one: one["started"])
    assert attempt["questions"] == ["midden", "begin", "eind"]
    expect(page.get_by_role("link", name="Naar de uitslag")).to_have_attribute("href", "#quiz-check")
    page.get_by_role("button", name="Oefen wat fout ging").click()
    expect(page.locator("leerpad-part")).to_be_hidden()
    assert page.locator(".lp-question-number:visible").all_inner_texts() == ["Wat denk je?", "Vraag 1"]


def test_without_scripts_every_answer_stands_at_the_end(visitors: Visitors, split_site: Path) -> None:
    page = visitors.arrive(split_site.as_uri(), java_script_enabled=False).open(LESSON)
    expect(page.get_by_text("Kies voor jezelf en lees verder.")).to_be_visible()
    page.get_by_text("Antwoorden en uitleg").click()
    expect(page.locator(".lp-answers").get_by_text("Zeven zeiden het.")).to_be_visible()
    expect(page.locator(".lp-answers").get_by_text("Reden van goed bij midden.")).to_be_visible()
