"""Certificates: when they are earned, what stands on them, and the one sheet of paper that each takes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from conftest import serve
from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.browser import choose
from support.paper import A4_LANDSCAPE, printed
from support.storage import BLOCK, FULL
from support.trees import SETTINGS, build_site, course

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Route
    from support.browser import Visitor, Visitors

COURSE = "proefpad"
PAGE = "mijn-certificaten.html"
ALL = ("een", "twee", "drie")
HONEST = "Dit is geen diploma. De toets is zelf gemaakt, in de browser, zonder toezicht."
DAY = 86_400_000
SIGN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path d="M8 31h32"/></svg>'
FIRST_DAY = 1_767_268_800_000  # 1 January 2026, 12 o'clock


@pytest.fixture(scope="module")
def certificate_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = SETTINGS.replace("pass_mark: 60%", "pass_mark: 60%\n    version: 1.10")
    settings = (
        settings.replace("  name: material\n", "  name: material\n  logo: logo.svg\n") + "extra_css: [huisstijl.css]\n"
    )
    files: dict[str, str | bytes] = {**course(), "mkdocs.yml": settings, "modules/1-twee/teken.svg": SIGN}
    files |= {"docs/logo.svg": SIGN, "docs/huisstijl.css": ":root { --lp-stage-0: #7a1f6b; }\n"}
    files["modules/1-twee/level.yml"] = f"{files['modules/1-twee/level.yml']}sign: teken.svg\n"
    return build_site(tmp_path_factory.mktemp("certificate"), files)


@pytest.fixture
def visitor(visitors: Visitors, certificate_site: Path) -> Visitor:
    return visitors.arrive(certificate_site.as_uri(), timezone_id="Europe/Amsterdam")


def attempt(day: int, *, passed: bool = True, retry: bool = False) -> dict[str, Any]:
    at = FIRST_DAY + (day - 1) * DAY
    outcome = {"points": 1, "max": 1, "passed": passed, "questions": {}}
    draft = {"started": at, "seed": 1, "questions": ["een-1"], "retry": retry, "answers": {}}
    return {**draft, "finished": at, "outcome": outcome}


def fill(visitor: Visitor, quizzes: dict[str, list[dict[str, Any]]], name: str = "") -> Page:
    """These attempts at the tests of these levels, and this name."""
    visitor.open("index.html")
    kept = {f"toets-{level}": {f"a{n}": one for n, one in enumerate(tries)} for level, tries in quizzes.items()}
    parts: dict[str, Any] = {"version": 1, "course": COURSE, "lessons": {}, "quizzes": kept}
    visitor.store(COURSE, json.dumps({**parts, "name": {"text": name, "at": 1}}))
    return visitor.open(PAGE)


def test_the_logo_and_the_colours_of_the_house_stand_on_a_certificate(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1)]}, "Noor")
    page.goto(f"{page.url.partition('#')[0]}#certificate-een")
    logo = page.locator(".lp-certificate:visible .lp-certificate-logo")
    expect(logo).to_be_visible()
    assert logo.evaluate("(image) => image.complete && image.naturalWidth > 0")
    expect(page.locator(".lp-certificate:visible .lp-certificate-kind")).to_have_css("color", "rgb(122, 31, 107)")


def certificate(page: Page, title: str) -> Locator:
    return page.get_by_role("article", name=f"Certificaat: {title}")


def name_field(page: Page) -> Locator:
    return page.get_by_label("Jouw naam")


def test_a_certificate_waits_for_the_font_of_its_name(certificate_site: Path, visitors: Visitors) -> None:
    """It is printed and kept: never in letters that stand in for those."""
    with serve(certificate_site) as address:
        visitor = visitors.arrive(address)
        page = fill(visitor, {"een": [attempt(1)]}, "Noor")
        came = "() => [...document.fonts].find(({ family }) => family.includes('Sure')).status === 'loaded'"
        held: list[Route] = []
        page.route("**/*.woff2", lambda route: held.append(route))
        page.goto(f"{address}/{PAGE}?again", wait_until="domcontentloaded")
        expect(certificate(page, "Eerste")).to_be_visible()
        assert not page.evaluate(came)
        for route in held:
            route.continue_()
        page.unroute("**/*.woff2")
        page.wait_for_function(came)


def test_nothing_is_earned_at_first_and_it_says_how(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    expect(page.get_by_text("Je hebt nog geen certificaat.")).to_be_visible()
    expect(page.get_by_role("article", name="Certificaat")).to_have_count(0)
    expect(name_field(page)).to_be_hidden()
    expect(page.get_by_text("Nog niet verdiend. Slaag voor alle toetsen.")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Quiz toets-een").click()
    for number in range(1, 6):
        choose(page, f"een-{number}", "Goed")
    page.get_by_role("button", name="Lever in").click()
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")
    page = visitor.open(PAGE)
    expect(certificate(page, "Eerste")).to_be_visible()
    expect(page.get_by_text("Je hebt nog geen certificaat.")).to_be_hidden()


def test_failing_and_practising_earn_nothing(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1, passed=False), attempt(2, retry=True)]})
    expect(page.get_by_text("Je hebt nog geen certificaat.")).to_be_visible()


def test_the_first_pass_counts_and_stays(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1, passed=False), attempt(3), attempt(2), attempt(9)]})
    sheet = certificate(page, "Eerste")
    for words in ("Proefpad", "Start", "Eerste", "2 januari 2026", "versie 1.10", HONEST):
        expect(sheet).to_contain_text(words)
    expect(page.get_by_text("Verdiend op 2 januari 2026")).to_be_visible()


def test_the_whole_path_is_earned_with_the_last_test(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(5)], "drie": [attempt(1)]})
    expect(certificate(page, "Derde")).to_be_visible()
    expect(page.get_by_text("Nog niet verdiend. Slaag voor alle toetsen.")).to_be_visible()
    page = fill(visitor, {"een": [attempt(5)], "drie": [attempt(1)], "twee": [attempt(4), attempt(8)]})
    expect(certificate(page, "Het hele pad")).to_contain_text("5 januari 2026")


def test_another_certificate_is_a_link_away(visitor: Visitor) -> None:
    page = fill(visitor, {level: [attempt(n)] for n, level in enumerate(ALL, start=1)})
    card = page.get_by_role("listitem").filter(has_text="Niveau 1: Tweede")
    card.get_by_role("link", name="Bekijk").click()
    expect(certificate(page, "Tweede")).to_be_focused()
    expect(page.get_by_role("article", name="Certificaat")).to_have_count(1)
    page.go_back()
    expect(certificate(page, "Het hele pad")).to_be_visible()


def test_a_certificate_bears_the_sign_of_its_level_or_else_a_star(visitor: Visitor) -> None:
    page = fill(visitor, {level: [attempt(1)] for level in ALL})
    seals = [page.locator(f"#certificate{level} .lp-seal") for level in ("-een", "-twee", "")]
    assert [seal.locator(".lp-sign").count() for seal in seals] == [0, 1, 0]
    assert [seal.locator(".lp-seal-sign").count() for seal in seals] == [1, 0, 1]
    assert seals[1].locator(".lp-sign path").get_attribute("d") == "M8 31h32"


def test_an_address_of_a_certificate_that_is_not_there_yet_explains(visitor: Visitor) -> None:
    fill(visitor, {"een": [attempt(1)]})
    page = visitor.open("index.html")
    page = visitor.open(f"{PAGE}#certificate-twee")
    expect(page.get_by_text("Dit certificaat heb je nog niet verdiend.")).to_be_visible()
    expect(page.get_by_role("article", name="Certificaat")).to_have_count(0)


def test_the_name_is_kept_on_the_device_and_only_text(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1)]})
    name = "<b>Zoë</b> & Zn."
    name_field(page).press_sequentially(name)
    expect(certificate(page, "Eerste")).to_contain_text(name)
    page.reload()  # at once: without leaving the field
    expect(name_field(page)).to_have_value(name)
    expect(certificate(page, "Eerste")).to_contain_text(name)
    assert visitor.stored(COURSE)["name"]["text"] == name


def test_two_tabs_know_one_name_and_a_wipe_takes_it_away(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1)]})
    other = visitor.open(PAGE, visitor.tab())
    name_field(page).fill("Zoë")
    expect(name_field(other)).to_have_value("Zoë")
    expect(certificate(other, "Eerste")).to_contain_text("Zoë")
    page = visitor.open("mijn-voortgang.html")
    page.get_by_role("button", name="Wis alles").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(other.get_by_text("Je hebt nog geen certificaat.")).to_be_visible()
    assert "Zoë" not in other.content()


def test_a_copy_takes_the_name_along(visitor: Visitor, visitors: Visitors, tmp_path: Path) -> None:
    fill(visitor, {"een": [attempt(1)]}, "Zoë")
    visitor.save_copy(tmp_path / "kopie.json")
    other = visitors.arrive(visitor.address)
    page = other.restore(tmp_path / "kopie.json")
    expect(page.get_by_text("De kopie is teruggezet.")).to_be_visible()
    expect(certificate(other.open(PAGE), "Eerste")).to_contain_text("Zoë")


@pytest.mark.parametrize("strange", [{"text": 5, "at": 1}, {"text": "x" * 81, "at": 1}, {"text": "Zoë"}, "Zoë", []])
def test_a_strange_name_is_left_out(strange: Any, visitor: Visitor) -> None:
    fill(visitor, {"een": [attempt(1)]})
    visitor.store(COURSE, json.dumps({**visitor.stored(COURSE), "name": strange}))
    page = visitor.open(PAGE)
    expect(certificate(page, "Eerste")).to_be_visible()
    expect(name_field(page)).to_have_value("")


@pytest.mark.parametrize("how", ["full", "blocked"])
def test_a_name_can_be_written_where_it_can_not_be_kept(how: str, visitor: Visitor) -> None:
    fill(visitor, {"een": [attempt(1)]})
    visitor.context.add_init_script(FULL if how == "full" else BLOCK)
    page = visitor.open(PAGE)
    if how == "blocked":  # nothing was earned as far as this page can know
        expect(page.get_by_text("Je hebt nog geen certificaat.")).to_be_visible()
        visitor.complaints.clear()
        return
    name_field(page).fill("Zoë")
    name_field(page).blur()
    expect(certificate(page, "Eerste")).to_contain_text("Zoë")
    expect(page.get_by_role("region", name="Melding over je voortgang")).to_contain_text("vol")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("level", ["Eerste", "Het hele pad"])
def test_paper_is_one_white_sheet_with_the_certificate_alone(
    scheme: str, level: str, certificate_site: Path, visitors: Visitors
) -> None:
    visitor = visitors.arrive(certificate_site.as_uri(), color_scheme=scheme, timezone_id="Europe/Amsterdam")
    levels = ALL if level == "Het hele pad" else ALL[:1]
    page = fill(visitor, {one: [attempt(1)] for one in levels}, "Zoë van Dijk")
    [sheet] = printed(page)
    assert (sheet.width, sheet.height) == A4_LANDSCAPE
    about = "haalde alle toetsen van Het hele pad" if level == "Het hele pad" else "haalde de toets van Start Eerste"
    said = f"C E R T I F I C A A T Proefpad Zoë van Dijk {about} 1 januari 2026 · Leerpad versie 1.10 {HONEST}"
    assert sheet.words == said
    page.emulate_media(media="print")
    look = "element => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]"
    assert certificate(page, level).evaluate(look) == ["rgb(255, 255, 255)", "rgb(31, 39, 51)"]


LONG = {"words": "Maximiliaan-Alexander van der Woudenberg-Oosterhuis tot en met Zuiderveld 12", "one": "W" * 80}


@pytest.mark.parametrize("name", LONG.values(), ids=LONG)
def test_the_longest_name_stays_inside_the_frame(name: str, visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1)]}, name)
    [sheet] = printed(page)
    assert HONEST in sheet.words
    page.set_viewport_size({"width": 1122, "height": 794})
    page.emulate_media(media="print")
    fits = "element => element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth"
    assert certificate(page, "Eerste").locator("> div").evaluate(fits)
    assert certificate(page, "Eerste").evaluate(fits)


def test_nothing_earned_prints_what_to_do_in_the_usual_form(visitor: Visitor) -> None:
    [sheet] = printed(visitor.open(PAGE))
    assert "Je hebt nog geen certificaat." in sheet.words


def test_certificates_pass_axe_on_the_narrowest_screen(certificate_site: Path, visitors: Visitors) -> None:
    visitor = visitors.arrive(certificate_site.as_uri(), viewport={"width": 320, "height": 640})
    page = visitor.open(PAGE)
    assert violations_in_both_schemes(page) == []
    page = fill(visitor, {"een": [attempt(1)], "twee": [attempt(2)]}, "Langenaamzonderspaties" * 3)
    for title, other in (("Tweede", "Start: Eerste"), ("Eerste", "Niveau 1: Tweede")):
        expect(certificate(page, title)).to_be_visible()
        assert violations_in_both_schemes(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.get_by_role("listitem").filter(has_text=other).get_by_role("link", name="Bekijk").click()


def test_with_the_keyboard_only(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1)], "twee": [attempt(2)]})
    name_field(page).focus()
    page.keyboard.type("Zoë")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Print of bewaar als pdf")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(certificate(page, "Eerste")).to_be_focused()
    expect(certificate(page, "Eerste")).to_contain_text("Zoë")


def test_without_script_it_says_what_can_be_earned(certificate_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(certificate_site.as_uri(), java_script_enabled=False).open(PAGE)
    expect(page.get_by_text("Certificaten worden gemaakt door JavaScript,")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Quiz toets-twee")).to_be_visible()
    expect(page.get_by_role("article", name="Certificaat")).to_have_count(0)
