"""A role of one's own: asked once in the first lesson that helps, its steps first, the others a press away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html
from playwright.sync_api import expect
from support.axe import violations, violations_in_both_schemes
from support.paper import printed
from support.roles import role_files
from support.trees import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page
    from support.browser import Visitor, Visitors

COURSE = "proefpad"
FIRST, SECOND, PROGRESS, PLAN = "een/een-a.html", "een/een-b.html", "mijn-voortgang.html", "mijn-actieplan.html"
STEPS = ["Leidinggevende: vraag", "medewerker: vraag", "HR business partner: leg", "Zet de dag"]


@pytest.fixture(scope="session")
def role_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("roles"), role_files())


@pytest.fixture
def visitor(visitors: Visitors, role_site: Path) -> Visitor:
    return visitors.arrive(role_site.as_uri())


def question(page: Page) -> Locator:
    return page.get_by_role("region", name="Jouw rol")


def in_box(page: Page) -> Locator:
    """The steps of the box that can be seen."""
    return page.locator(".praktijk li:visible")


def expect_steps(steps: Locator, beginnings: list[str]) -> None:
    expect(steps).to_have_text([re.compile(r"^\s*" + r"\s+".join(map(re.escape, text.split()))) for text in beginnings])


def test_who_says_a_role_sees_its_steps_first_and_the_others_after_a_press(visitor: Visitor) -> None:
    page = visitor.open(FIRST)
    expect_steps(in_box(page), STEPS)
    expect(question(page)).to_have_count(1)
    assert violations(page) == []
    question(page).get_by_role("button", name="Medewerker").click()
    expect(page.get_by_text("Jouw stappen staan nu bovenaan.")).to_be_focused()
    expect(question(page)).to_be_hidden()
    expect_steps(in_box(page), ["medewerker: vraag", "Zet de dag"])
    fold = page.locator(".praktijk summary")
    expect(fold).to_have_text("Voor andere rollen: Leidinggevende en HR business partner")
    fold.press("Enter")
    expect_steps(in_box(page), ["medewerker: vraag", "Zet de dag", "Leidinggevende: vraag", "HR business partner: leg"])
    assert violations_in_both_schemes(page) == []
    assert visitor.stored(COURSE)["settings"]["role"]["value"] == "werker"

    # The box tells what comes of it at the end, and the end where its steps are from.
    page.locator(".praktijk").get_by_role("link", name="Aan het eind van de les kies je een eerste stap.").click()
    actions = page.get_by_role("region", name="Kies een eerste stap")
    expect(actions.get_by_role("heading")).to_be_in_viewport()
    expect(actions).to_contain_text("Dit zijn de stappen uit de les, nog eens kort.")

    # An action of another role can be chosen all the same, and the plan says whose it is.
    expect_steps(actions.locator("li:visible"), ["Medewerker", "Bedank"])
    actions.locator("summary", has_text="Voor andere rollen: Leidinggevende").click()
    actions.get_by_role("button", name="Kies drie prioriteiten.").click()
    assert visitor.stored(COURSE)["plan"]["kiezen"]["text"] == "Kies drie prioriteiten."
    page = visitor.open(PLAN)
    expect(page.get_by_role("main").get_by_role("listitem").filter(has_text="Kies drie")).to_contain_text(
        "Voor: Leidinggevende"
    )


def test_the_question_comes_no_more_for_who_answered_or_wants_no_role(visitor: Visitor) -> None:
    page = visitor.open(SECOND)
    expect(page.locator(".praktijk").get_by_role("link")).to_have_count(0)  # a lesson without steps at its end
    expect(question(page)).to_be_visible()
    question(page).get_by_role("button", name="Liever geen keuze").press("Enter")
    expect(page.get_by_text("Goed. Alle stappen blijven bij elkaar staan.")).to_be_focused()
    for path in (SECOND, FIRST):
        page = visitor.open(path)
        expect(page.locator("leerpad-roles").first).to_be_visible()
        expect(question(page)).to_be_hidden()
        expect(page.locator(".lp-fold")).to_have_count(0)
    expect_steps(in_box(page), STEPS)


def test_a_role_is_changed_on_my_progress_and_a_lesson_in_another_tab_and_on_paper_follows(
    visitor: Visitor, tmp_path: Path
) -> None:
    page = visitor.open(FIRST)
    page.evaluate("Leerpad.settings.set(Leerpad.store, 'role', 'directie')")
    expect(question(page)).to_be_visible()  # a role that the course no longer has is asked again
    expect_steps(in_box(page), STEPS)
    question(page).get_by_role("button", name="HR business partner").click()
    page.get_by_role("link", name="Wijzig dit op Mijn voortgang").first.click()
    choice = page.get_by_role("group", name="Jouw rol")
    expect(choice.get_by_label("HR business partner")).to_be_checked()
    lesson = visitor.open(FIRST, visitor.tab())
    expect_steps(in_box(lesson), ["HR business partner: leg", "Zet de dag"])
    choice.get_by_label("Leidinggevende").check()
    expect_steps(in_box(lesson), ["Leidinggevende: vraag", "Zet de dag"])

    # Paper has the steps of all roles.
    words = " ".join(sheet.words for sheet in printed(lesson))
    for step in (
        "vraag wat mag wachten",
        "leg twee jaardoelen",
        "Zet de dag",
        "Vraag wat wacht.",
        "Kies drie prioriteiten.",
    ):
        assert step in words
    assert "Voor andere rollen" not in words
    assert "Wat is jouw rol?" not in words
    expect(lesson.locator(".praktijk details")).not_to_have_attribute("open", "")

    choice.get_by_label("Geen keuze: alle stappen bij elkaar").check()
    expect_steps(in_box(lesson), STEPS)
    choice.get_by_label("Leidinggevende").check()
    visitor.open(SECOND, lesson)  # steps for others are better than none
    expect_steps(in_box(lesson), ["Medewerker: eerste", "Medewerker: tweede"])

    # It goes along in a copy, and away with all else.
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar een kopie").click()
    download.value.save_as(tmp_path / "kopie.json")
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(choice.get_by_label("Leidinggevende")).not_to_be_checked()
    page.set_input_files("input[type=file]", tmp_path / "kopie.json")
    expect(choice.get_by_label("Leidinggevende")).to_be_checked()


def test_without_scripts_all_steps_stand_there_with_their_roles(visitors: Visitors, role_site: Path) -> None:
    page = visitors.arrive(role_site.as_uri(), java_script_enabled=False).open(FIRST)
    expect_steps(in_box(page), STEPS)
    expect(page.locator(".lp-steps li")).to_have_text(
        [re.compile("^Leidinggevende Kies"), re.compile("^Medewerker Vraag"), re.compile("^Bedank")]
    )
    page.goto(page.url.replace(FIRST, PLAN))
    expect(page.locator("tbody tr").nth(1)).to_contain_text("Medewerker Vraag wat wacht.")
    page.goto(page.url.replace(PLAN, PROGRESS))
    expect(page.get_by_role("heading", name="Jouw rol")).to_have_count(0)


def test_a_course_without_roles_shows_nothing_of_them(plan_site: Path, role_site: Path) -> None:
    """What a page shows of roles, scripts make of these elements."""
    of_roles = "//leerpad-roles | //leerpad-role | //*[contains(concat(' ', @class, ' '), ' lp-for ')]"
    for path in (FIRST, PROGRESS):
        assert html.parse(role_site / path).xpath(of_roles) != []
        page = html.parse(plan_site / path)
        assert page.xpath(of_roles) == []
        assert page.xpath("//body//text()[contains(., 'Jouw rol') and not(ancestor::script)]") == []
