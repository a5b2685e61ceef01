"""The shell that a package by SCORM puts around the course: its button and its notices, and what holds on every page in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.lms import finish_lesson
from support.lms_server import IN_ONE_VERSION, SCORM_AGAIN, Launch, suspended

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.browser import Visitors
    from support.lms_server import Lms

pytestmark = [
    pytest.mark.xdist_group("lms"),
    pytest.mark.skipif(not SCORM_AGAIN.is_dir(), reason="scorm-again comes with npm ci"),
]


@IN_ONE_VERSION
def test_the_button_saves_all_and_says_so(launch: Callable[..., Launch], lms: Lms) -> None:
    here = launch()
    finish_lesson(here, "een/een-a.html?h=kop")
    targets = here.course.evaluate(
        """() => ["mailto:an@example.org", "https://example.org", "een-b.html"].map((href) => {
          const link = Object.assign(document.createElement("a"), { href, textContent: href });
          document.body.append(link);
          link.addEventListener("click", (event) => event.preventDefault());
          link.click();
          return link.target;
        })"""
    )
    assert targets == ["", "_blank", ""]
    here.course.evaluate("location.hash = 'fn:1'")  # to a footnote
    here.shell.get_by_role("button", name="Opslaan en sluiten").click()
    heading = here.shell.get_by_role("heading", name="Alles is opgeslagen")
    heading.wait_for()
    assert heading.evaluate("(element) => element === document.activeElement")
    assert here.log["state"] == "closed"
    assert here.log["broken"] == []
    assert suspended(lms)
    assert launch().course.url.endswith("/een/een-a.html#fn:1")


@IN_ONE_VERSION
def test_the_button_never_says_that_all_is_saved_when_it_is_not(launch: Callable[..., Launch], lms: Lms) -> None:
    here = launch(refuses="cmi.suspend_data")
    finish_lesson(here, "een/een-a.html")
    shell = here.shell
    shell.get_by_role("button", name="Opslaan en sluiten").click()
    heading = shell.get_by_role("heading", name="Nog niet alles is opgeslagen")
    heading.wait_for()
    assert heading.evaluate("(element) => element === document.activeElement")
    expect(shell.get_by_text("dan staat het nog op dit apparaat")).to_be_visible()
    shell.get_by_role("button", name="Terug naar het leerpad").click()
    expect(here.course.get_by_role("heading", level=1)).to_be_visible()
    shell.get_by_role("button", name="Opslaan en sluiten").click()
    here.page.evaluate("window.__accepts = true")
    shell.get_by_role("button", name="Probeer het opnieuw").click()
    shell.get_by_role("heading", name="Alles is opgeslagen").wait_for()
    assert here.log["state"] == "closed"
    here.visitor.complaints.clear()
    assert suspended(lms)
    for options in ({"deaf": "1"}, {"mode": "review"}):
        other = launch("bo", **options)
        other.shell.get_by_role("button", name="Opslaan en sluiten").click()
        other.shell.get_by_role("heading", name="Je kunt dit venster sluiten").wait_for()
        expect(other.shell.get_by_text("niets in je leersysteem opgeslagen")).to_be_visible()
        expect(other.shell.get_by_text("Alles is opgeslagen", exact=True)).to_be_hidden()


@IN_ONE_VERSION
def test_a_page_by_itself_leads_to_its_shell(visitors: Visitors, lms: Lms) -> None:
    visitor = visitors.arrive(lms.address)
    visitor.page.goto(f"{lms.address}/package/een/een-b.html")
    visitor.page.wait_for_function("frames[0]?.location.pathname.endsWith('/een/een-b.html')")
    assert visitor.page.url.endswith("/leerpad.html#een/een-b.html")


def test_a_package_says_what_is_true_there(packages: dict[str, dict[str, bytes]]) -> None:
    files = packages["1.2"]
    privacy, lesson = files["privacy.html"].decode(), files["een/een-a.html"].decode()
    index = files["search/search_index.json"].decode()
    assert "Je leersysteem krijgt je score." in privacy
    assert "Je leersysteem krijgt je score." in index
    assert "Je leersysteem krijgt ze." in lesson
    assert not [name for name, text in files.items() if b"nergens heen" in text or b"blijft in je browser" in text]
    assert "een bladwijzer om verder te gaan" in files["mijn-voortgang.html"].decode()
    assert "ook de bladwijzer in je leersysteem" in "".join(
        text.decode() for name, text in files.items() if name.startswith("assets/leerpad/") and name.endswith(".js")
    )


@IN_ONE_VERSION
def test_every_page_works_under_a_strict_policy(lms: Lms, launch: Callable[..., Launch]) -> None:
    """Reading, tests, what is told, and the theme with its search."""
    lms.policy = "default-src 'self'"
    here = launch()
    finish_lesson(here, "een/een-a.html")
    here.page.wait_for_function("__log.commits > 1")
    for name in (name for name in lms.package if name.endswith(".html") and name != "leerpad.html"):
        course = here.open(name)
        course.locator(".lp-js h1").wait_for(state="attached")
        assert course.locator("leerpad-quiz").count() == course.locator("leerpad-quiz.lp-live").count()
    course.get_by_role("textbox", name="Zoeken").press_sequentially("Les twee B")
    course.locator(".md-search-result").get_by_role("link").filter(has_text="Les twee B").first.wait_for()
    assert here.leave()["broken"] == []
    assert suspended(lms)
    of_the_theme = ("inline style", "Loading the image 'data:image/svg+xml")  # its icons, and what it hides by itself
    assert [said for said in here.visitor.complaints if not any(word in said for word in of_the_theme)] == []
    here.visitor.complaints.clear()


@IN_ONE_VERSION
def test_the_shell_can_be_used_by_everybody(launch: Callable[..., Launch]) -> None:
    """axe, in both colour schemes and on a phone; by keyboard; no sideways scrolling at 320 pixels."""
    ends = {
        "Je kunt dit venster sluiten": {"deaf": "1"},
        "Nog niet alles is opgeslagen": {"refuses": "cmi.suspend_data"},
    }
    for number, (heading, options) in enumerate({**ends, "Alles is opgeslagen": {}}.items()):
        here = launch(f"l{number}", **options)
        page = here.page
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 700})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
                assert violations(here.shell, place="body > :not(iframe)") == []
            assert here.shell.evaluate("document.documentElement.scrollWidth <= innerWidth")
        here.shell.locator("#close").focus()
        page.keyboard.press("Enter")
        here.shell.get_by_role("heading", name=heading).wait_for()
        assert violations(here.shell) == []
        here.visitor.complaints.clear()


@IN_ONE_VERSION
def test_on_a_shared_computer_nothing_stays_behind(lms: Lms, launch: Callable[..., Launch]) -> None:
    facts = "assets/leerpad/package.js"
    lms.package = {
        **lms.package,
        facts: lms.package[facts].replace(b'"keep_on_device":true', b'"keep_on_device":false'),
    }
    first = launch()
    expect(first.shell.locator("#notices")).to_contain_text("alleen bewaard tot je dit venster sluit")
    first.course.evaluate(
        """() => Leerpad.store.update((progress, {put}) => put(progress.notes, "n", {text: "Weg", prompt: "?"}))"""
    )
    finish_lesson(first, "een/een-a.html")
    first.page.wait_for_function("__log.commits > 1")
    assert first.progress["notes"]["n"]["text"] == "Weg"
    assert first.shell.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('leerpad:'))") == []
    first.leave()
    second = launch("an", first)
    assert second.progress["notes"] == {}
    assert list(second.progress["lessons"]) == ["een-a"]
    second.leave()
