"""Cards and sessions for a team, as a reader meets them: open, shared, on a large screen, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import serve
from playwright.sync_api import expect
from support.axe import violations
from support.faults import load_flawless
from support.handouts import handouts_course
from support.lms import build_lms_site, package_of
from support.lms_server import SCORM_AGAIN, Launch, learning_system
from support.moved import MOVE
from support.paper import A4, printed
from support.trees import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route
    from support.browser import Visitors

CARD, SESSION = "een/kaart-vragen.html", "drie/sessie-terugkijken.html"
PHONE = {"width": 375, "height": 812}
CLIPBOARD = """() => {
  const value = { writeText: async (text) => { window.copied = text; } };
  Object.defineProperty(navigator, "clipboard", { configurable: true, value });
}"""
NO_CLIPBOARD = "() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined }) && null"


@pytest.fixture(scope="module")
def handouts_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("handouts"), handouts_course())


def expect_fit(page: Page, said: str) -> None:
    """It stands on a phone, and on one sheet of paper with nothing of the screen."""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert violations(page) == []
    sheets = printed(page)
    assert [(sheet.width, sheet.height) for sheet in sheets] == [A4]
    assert said in sheets[0].words
    shown = ("Print", "Deel", "Toon op", "Hoort bij", "Zoeken", "Mijn")
    assert [word for word in shown if word in sheets[0].words] == []


def copied(page: Page, name: str) -> str:
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("status").filter(has_text="Gekopieerd")).to_be_visible()
    return str(page.evaluate("window.copied"))


def test_a_team_finds_reads_prints_and_shares_them_also_in_a_closed_level(
    handouts_site: Path, visitors: Visitors
) -> None:
    visitor = visitors.arrive(handouts_site.as_uri(), viewport=PHONE)
    page = visitor.open("een/een-a.html")
    page.get_by_role("region", name="Hiermee verder met je team").get_by_role("link", name="Samen terugkijken").click()
    expect(page.get_by_text("Wat ging goed?")).to_be_visible()
    expect(page.get_by_text("Zeg zelf nog niets.")).to_be_visible()
    expect(page.locator("leerpad-gate")).to_have_count(0)
    expect_fit(page, "Zeg zelf nog niets.")
    page.get_by_role("link", name="Meer kaarten en sessies: Derde").click()
    cards = page.get_by_role("region", name="Kaarten en sessies")
    expect(cards.get_by_role("listitem")).to_have_text(
        "Samen terugkijken In een kwartier kies je één ding. Teamsessie 15 minuten", use_inner_text=True
    )
    visitor.open(f"{CARD}?van=mail#stel-ze")
    expect_fit(page, "Wat zie je?")
    # Sharing copies the question and its address, and nothing of the learner.
    page.evaluate(CLIPBOARD)
    shared = f"Drie <vragen> & een antwoord\n{handouts_site.as_uri()}/{CARD}"
    assert copied(page, "Deel deze kaart met je team") == shared
    # Where a page may not copy, the reader can.
    page.evaluate(NO_CLIPBOARD)
    for _ in range(2):
        page.get_by_role("button", name="Deel deze kaart").click()
    field = page.get_by_role("textbox", name="Vraag en link om te delen")
    expect(field).to_have_value(shared)
    expect(field).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="geselecteerd")).to_be_visible()
    # A question is shared by itself.
    visitor.open("een/een-b.html")
    page.evaluate(CLIPBOARD)
    page.get_by_role("textbox", name="Jouw antwoord").fill("Dit is van mij")
    address = f"{handouts_site.as_uri()}/een/een-b.html#question-denk"
    assert copied(page, "Deel deze vraag met je team") == f"Wat neem jij mee?\n{address}"


def test_what_is_pressed_or_written_while_a_page_still_loads_is_not_lost(
    handouts_site: Path, visitors: Visitors
) -> None:
    with serve(handouts_site) as address:
        visitor = visitors.arrive(address)
        visitor.context.add_init_script(f"({CLIPBOARD})()")
        page = visitor.page
        held: list[Route] = []
        page.route("**/bundle.*.js", lambda route: held.append(route))  # the page has been read when this is there
        page.goto(f"{address}/{SESSION}", wait_until="commit")
        assert copied(page, "Deel deze sessie met je team").startswith("Samen terugkijken\n")
        page.get_by_role("button", name="Toon op het scherm").click()
        expect(page.get_by_role("dialog", name="Samen terugkijken")).to_be_visible()
        held.pop().continue_()
        page.goto(f"{address}/een/een-b.html", wait_until="commit")
        page.get_by_role("textbox", name="Jouw antwoord").fill("Dit is van mij")
        assert page.evaluate("document.readyState") == "loading"
        page.locator(".lp-around-next").click(no_wait_after=True)
        page.wait_for_url("**/toets-een.html", wait_until="commit")
        kept = visitor.kept("proefpad")
        assert kept["lessons"]["een-b"]["done"]
        assert kept["notes"]["denk"]["text"] == "Dit is van mij"


def test_a_session_fills_the_screen_one_step_at_a_time(handouts_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(handouts_site.as_uri()).page
    page.clock.install(time="2027-01-01T09:00:00")
    page.goto(f"{handouts_site.as_uri()}/{SESSION}")
    page.clock.pause_at("2027-01-01T10:00:00")
    page.get_by_role("button", name="Toon op het scherm").click()
    dialog = page.get_by_role("dialog", name="Samen terugkijken")
    heading, place, clock = dialog.get_by_role("heading"), dialog.get_by_role("status"), dialog.get_by_role("timer")
    expect(heading).to_have_text("Welkom")
    expect(place).to_have_text("Stap 1 van 3: Welkom")
    expect(dialog.get_by_text("Wat ging goed?")).to_be_visible()
    expect(dialog.get_by_text("Zeg zelf nog niets.")).to_have_count(0)
    expect(dialog.get_by_role("link", name="les A")).to_have_attribute("href", "../een/een-a.html#kop")
    expect(clock).to_have_text("Nog 2:00")
    page.clock.run_for(65_000)
    expect(clock).to_have_text("Nog 0:55")
    page.keyboard.press("PageDown")
    expect(heading).to_have_text("Kies iets")
    expect(dialog.get_by_text("## Geen stap")).to_be_visible()
    expect(clock).to_have_text("Nog 12:00")
    page.keyboard.press("ArrowLeft")
    page.clock.run_for(60_000)
    expect(clock).to_have_text("0:05 over de tijd")
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(place).to_have_text("Stap 3 van 3: Slot")
    expect(dialog.get_by_role("button", name="Verder")).to_have_attribute("aria-disabled", "true")
    dialog.get_by_role("button", name="Terug").click()
    expect(heading).to_have_text("Kies iets")
    dialog.get_by_role("button", name="Verberg de klok").click()
    expect(clock).to_be_hidden()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.clock.run_for(30_000)  # while nobody looks, no time passes
    page.get_by_role("button", name="Toon op het scherm").click()
    dialog.get_by_role("button", name="Toon de klok").click()
    expect(clock).to_have_text("Nog 12:00")
    page.clock.resume()  # axe waits for frames
    assert violations(page) == []
    page.evaluate(MOVE, "leerpad-session")
    expect(page.locator("dialog")).to_have_count(0)
    page.get_by_role("button", name="Toon op het scherm").click()
    expect(place).to_have_text("Stap 1 van 3: Welkom")
    expect(page.locator("dialog")).to_have_count(1)


def test_without_script_a_session_is_a_list_of_steps(handouts_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(handouts_site.as_uri(), java_script_enabled=False).open(SESSION)
    steps = page.get_by_role("article").get_by_role("heading", level=2)
    expect(steps).to_have_text(["Welkom (2 min)", "Kies iets (12 min)", "Slot (1 min)"])
    expect(page.get_by_role("button", name="Toon op het scherm")).to_be_hidden()
    expect(page.get_by_role("button", name="Deel")).to_be_hidden()


@pytest.mark.xdist_group("lms")
@pytest.mark.skipif(not SCORM_AGAIN.is_dir(), reason="scorm-again comes with npm ci")
def test_in_a_learning_system_they_open_and_offer_no_link_that_leads_nobody_there(
    tmp_path: Path, visitors: Visitors
) -> None:
    site = build_lms_site(tmp_path, handouts_course())
    with learning_system(package_of(site, load_flawless(tmp_path), "scorm12")) as lms:
        launch = Launch(visitors.arrive(lms.address), lms, "1.2", "an")
        card = launch.open(CARD)
        expect(card.get_by_role("button", name="Print op één blad")).to_be_visible()
        expect(card.get_by_role("button", name="Deel")).to_be_hidden()
        session = launch.open(SESSION)
        session.get_by_role("button", name="Toon op het scherm").click()
        expect(session.get_by_role("dialog", name="Samen terugkijken")).to_be_visible()
        assert launch.leave()["broken"] == []
        assert lms.missing == []
