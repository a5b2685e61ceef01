"""Certificates: when they are earned, what stands on them, and the one sheet of paper that each takes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from conftest import serve
from playwright.sync_api import expect
from support.axe import violations_in_both_schemes
from support.browser import hand_in
from support.paper import A4_LANDSCAPE, printed
from support.storage import BLOCK, FULL
from support.trees import SETTINGS, build_site, course

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Route
    from support.browser import Visitor, Visitors

COURSE, KEY = "proefpad", "leerpad:proefpad"
PAGE = "mijn-certificaten.html"
ALL = ("een", "twee", "drie")
HONEST = "Dit is geen diploma. De toets is zelf gemaakt, in de browser, zonder toezicht."
DAY = 86_400_000
SEALS = ["-een", "-twee", ""]
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


def meet(page: Page, quizzes: dict[str, list[dict[str, Any]]], name: str = "") -> Page:
    """The page hears, as of another tab, of these attempts at the tests of these levels, and this name."""
    kept = {f"toets-{level}": {f"a{n}": one for n, one in enumerate(tries)} for level, tries in quizzes.items()}
    parts: dict[str, Any] = {"version": 1, "course": COURSE, "lessons": {}, "quizzes": kept}
    text = json.dumps({**parts, "name": {"text": name, "at": 1}})
    page.evaluate("([key, text]) => { localStorage.setItem(key, text); Leerpad.store.reload(); }", [KEY, text])
    return page


def fill(visitor: Visitor, quizzes: dict[str, list[dict[str, Any]]], name: str = "") -> Page:
    return meet(visitor.open(PAGE), quizzes, name)


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


def test_nothing_is_earned_at_first_and_it_says_how_also_on_paper(visitor: Visitor) -> None:
    page = visitor.open(PAGE)
    none = page.get_by_text("Je hebt nog geen certificaat.")
    expect(none).to_be_visible()
    expect(page.get_by_role("article", name="Certificaat")).to_have_count(0)
    expect(name_field(page)).to_be_hidden()
    expect(page.get_by_text("Nog niet verdiend. Slaag voor alle toetsen.")).to_be_visible()
    [sheet] = printed(page)
    assert "Je hebt nog geen certificaat." in sheet.words
    page.get_by_role("main").get_by_role("link", name="Quiz toets-een").click()
    hand_in(page)
    expect(page.locator(".lp-result-title")).to_have_text("Geslaagd")
    page = visitor.open(PAGE)
    expect(certificate(page, "Eerste")).to_be_visible()
    expect(none).to_be_hidden()


def test_the_first_pass_of_each_test_counts_and_stays_and_the_last_of_them_earns_the_path(visitor: Visitor) -> None:
    none = visitor.page.get_by_text("Je hebt nog geen certificaat.")
    tries = [attempt(1, passed=False), attempt(2, retry=True)]
    page = fill(visitor, {"een": tries})  # failing and practising earn nothing
    assert page.evaluate("Object.keys(Leerpad.store.progress.quizzes['toets-een']).length") == 2
    expect(none).to_be_visible()
    tries += [attempt(7), attempt(5), attempt(9)]
    sheet = certificate(meet(page, {"een": tries}), "Eerste")
    for words in ("Proefpad", "Start", "Eerste", "5 januari 2026", "versie 1.10", HONEST):
        expect(sheet).to_contain_text(words)
    expect(page.get_by_text("Verdiend op 5 januari 2026")).to_be_visible()
    meet(page, {"een": tries, "drie": [attempt(1)]})
    expect(certificate(page, "Derde")).to_be_visible()
    expect(page.get_by_text("Nog niet verdiend. Slaag voor alle toetsen.")).to_be_visible()
    meet(page, {"een": tries, "drie": [attempt(1)], "twee": [attempt(4), attempt(8)]})
    expect(certificate(page, "Het hele pad")).to_contain_text("5 januari 2026")


def test_each_certificate_has_an_address_a_sign_and_the_logo_and_colours_of_the_house(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1)]}, "Noor")
    # The address of one that is not there yet explains.
    page.evaluate("location.hash = 'certificate-twee'")
    page.reload()
    expect(page.get_by_text("Dit certificaat heb je nog niet verdiend.")).to_be_visible()
    expect(page.get_by_role("article", name="Certificaat")).to_have_count(0)
    # Another one is a link away.
    page.goto(f"{visitor.address}/{PAGE}#")
    meet(page, {level: [attempt(n)] for n, level in enumerate(ALL, start=1)}, "Noor")
    expect(certificate(page, "Het hele pad")).to_be_visible()
    card = page.get_by_role("listitem").filter(has_text="Niveau 1: Tweede")
    card.get_by_role("link", name="Bekijk").click()
    expect(certificate(page, "Tweede")).to_be_focused()
    expect(page.get_by_role("article", name="Certificaat")).to_have_count(1)
    page.go_back()
    expect(certificate(page, "Het hele pad")).to_be_visible()
    # It bears the sign of its level, or else a star.
    seals = page.evaluate(
        "(names) => names.map((name) => document.querySelector(`#certificate${name} .lp-seal`).innerHTML)", SEALS
    )
    assert ["lp-sign" in re.findall(r"[\w-]+", seal) for seal in seals] == [False, True, False]
    assert ["lp-seal-sign" in seal for seal in seals] == [True, False, True]
    assert 'd="M8 31h32"' in seals[1]
    # The logo and the colours of the house stand on it.
    page.goto(f"{visitor.address}/{PAGE}#certificate-een")
    logo = page.locator(".lp-certificate:visible .lp-certificate-logo")
    expect(logo).to_be_visible()
    assert logo.evaluate("(image) => image.complete && image.naturalWidth > 0")
    expect(page.locator(".lp-certificate:visible .lp-certificate-kind")).to_have_css("color", "rgb(122, 31, 107)")


def test_the_name_is_kept_on_the_device_and_only_text_and_the_keyboard_is_enough(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1)], "twee": [attempt(2)]})
    name = "<b>Zoë</b> & Zn."
    name_field(page).focus()
    page.keyboard.type(name)
    expect(certificate(page, "Tweede")).to_contain_text(name)
    page.reload()  # at once: without leaving the field
    expect(name_field(page)).to_have_value(name)
    expect(certificate(page, "Tweede")).to_contain_text(name)
    assert visitor.stored(COURSE)["name"]["text"] == name
    name_field(page).focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Print of bewaar als pdf")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(certificate(page, "Eerste")).to_be_focused()
    expect(certificate(page, "Eerste")).to_contain_text(name)


def test_two_tabs_know_one_name_and_a_wipe_takes_it_away(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1)]})
    other = visitor.open(PAGE, visitor.tab())
    name_field(page).fill("Zoë")
    expect(name_field(other)).to_have_value("Zoë")
    expect(certificate(other, "Eerste")).to_contain_text("Zoë")
    visitor.open("index.html").evaluate("Leerpad.store.wipe()")
    expect(other.get_by_text("Je hebt nog geen certificaat.")).to_be_visible()
    expect(other.get_by_role("link", name="Bekijk")).to_have_count(0)
    assert "Zoë" not in other.content()


def test_a_copy_takes_the_name_along(visitor: Visitor, visitors: Visitors, tmp_path: Path) -> None:
    meet(visitor.open("mijn-voortgang.html"), {"een": [attempt(1)]}, "Zoë")
    visitor.save_copy(tmp_path / "kopie.json")
    other = visitors.arrive(visitor.address)
    page = other.restore(tmp_path / "kopie.json")
    expect(page.get_by_text("De kopie is teruggezet.")).to_be_visible()
    expect(certificate(other.open(PAGE), "Eerste")).to_contain_text("Zoë")


STRANGE = [{"text": 5, "at": 1}, {"text": "x" * 81, "at": 1}, {"text": "Zoë"}, "Zoë", []]
READ = "(all) => all.map((one) => Leerpad.progress.parse(one, 'proefpad').progress)"


def test_a_strange_name_is_left_out(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1)]})
    stored = visitor.stored(COURSE)
    read = page.evaluate(READ, [{**stored, "name": name} for name in STRANGE])
    assert [(one["name"]["text"], len(one["quizzes"]["toets-een"])) for one in read] == [("", 1)] * len(STRANGE)
    visitor.store(COURSE, json.dumps({**stored, "name": STRANGE[1]}))
    page.reload()
    expect(certificate(page, "Eerste")).to_be_visible()
    expect(name_field(page)).to_have_value("")


def test_a_name_can_be_written_where_it_can_not_be_kept(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1)]})
    page.evaluate(f"() => {{ {FULL} }}")
    name_field(page).fill("Zoë")
    name_field(page).blur()
    expect(certificate(page, "Eerste")).to_contain_text("Zoë")
    expect(page.get_by_role("region", name="Melding over je voortgang")).to_contain_text("vol")
    assert visitor.complaints == []
    visitor.context.add_init_script(BLOCK)  # where nothing is kept at all, nothing was earned as far as a page can know
    expect(visitor.open(PAGE).get_by_text("Je hebt nog geen certificaat.")).to_be_visible()
    visitor.complaints.clear()


FITS = "element => element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth"
LOOK = "element => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]"
LONG = ("Maximiliaan-Alexander van der Woudenberg-Oosterhuis tot en met Zuiderveld 12", "W" * 80)


def test_paper_is_one_white_sheet_with_the_certificate_alone_and_holds_the_longest_name(visitor: Visitor) -> None:
    page = fill(visitor, {"een": [attempt(1)]}, "Zoë van Dijk")
    page.set_viewport_size({"width": 1122, "height": 794})
    for level, about in (("Eerste", "de toets van Start Eerste"), ("Het hele pad", "alle toetsen van Het hele pad")):
        meet(page, {one: [attempt(1)] for one in (ALL[:1] if level == "Eerste" else ALL)}, "Zoë van Dijk")
        expect(certificate(page, level)).to_be_visible()
        for scheme, colours in (("light", "default"), ("dark", "slate")):
            page.emulate_media(color_scheme=scheme, media="null")
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", colours)
            [sheet] = printed(page)
            assert (sheet.width, sheet.height) == A4_LANDSCAPE
            said = f"Zoë van Dijk haalde {about} 1 januari 2026 · Leerpad versie 1.10 {HONEST}"
            assert sheet.words == f"C E R T I F I C A A T Proefpad {said}"
            page.emulate_media(media="print")
            assert certificate(page, level).evaluate(LOOK) == ["rgb(255, 255, 255)", "rgb(31, 39, 51)"]
    page.evaluate("location.hash = 'certificate-een'")
    for name in LONG:
        page.emulate_media(media="null")
        name_field(page).fill(name)
        [sheet] = printed(page)
        assert HONEST in sheet.words
        page.emulate_media(media="print")
        assert certificate(page, "Eerste").locator("> div").evaluate(FITS), name
        assert certificate(page, "Eerste").evaluate(FITS), name


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


def test_without_script_it_says_what_can_be_earned(certificate_site: Path, visitors: Visitors) -> None:
    page = visitors.arrive(certificate_site.as_uri(), java_script_enabled=False).open(PAGE)
    expect(page.get_by_text("Certificaten worden gemaakt door JavaScript,")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="Quiz toets-twee")).to_be_visible()
    expect(page.get_by_role("article", name="Certificaat")).to_have_count(0)
