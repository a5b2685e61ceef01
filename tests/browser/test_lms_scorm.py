"""The course in a learning system by SCORM 1.2 and 2004, played in scorm-again, with every call checked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.lms import finish_lesson, package_of, take_test, tracked
from support.lms_server import SCORM_AGAIN, Launch, learning_system

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.browser import Visitors
    from support.lms_server import Lms

    from leerpad.course.model.course import Course

pytestmark = [
    pytest.mark.xdist_group("lms"),
    pytest.mark.skipif(not SCORM_AGAIN.is_dir(), reason="scorm-again comes with npm ci"),
]
VERSIONS = ["1.2", "2004"]
STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.success_status"}
SOON = 10_000
"""The milliseconds after which the shell keeps by itself what changed."""
SCORE = {"1.2": "cmi.core.score.raw", "2004": "cmi.score.raw"}


@pytest.fixture(scope="module")
def packages(packaged: tuple[Path, Course]) -> dict[str, dict[str, bytes]]:
    site, course = packaged
    return {"1.2": package_of(site, course, "scorm12"), "2004": package_of(site, course, "scorm2004")}


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def lms(packages: dict[str, dict[str, bytes]], version: str) -> Iterator[Lms]:
    with learning_system(packages[version]) as lms:
        yield lms
        assert lms.missing == []


@pytest.fixture
def launch(visitors: Visitors, lms: Lms, version: str) -> Callable[..., Launch]:
    """Open the package as a learner, in a browser that has nothing yet or in that of somebody who was here."""

    def open_(learner: str = "an", browser: Launch | None = None, **options: str) -> Launch:
        visitor = browser.visitor if browser else visitors.arrive(lms.address)
        return Launch(visitor, lms, version, learner, **options)

    return open_


def suspended(lms: Lms, learner: str = "an") -> str:
    return str(lms.states[learner]["cmi"]["suspend_data"])


def test_the_journey_in_a_learning_system_and_on_another_device(
    launch: Callable[..., Launch], packaged: tuple[Path, Course], lms: Lms, version: str
) -> None:
    """Launch, lesson, fail, pass, a draft, exit; then an empty browser profile shows all of it again."""
    course = packaged[1]
    here = launch()
    lesson = here.open("een/een-a.html")
    lesson.locator("leerpad-lesson button").first.click()
    here.page.wait_for_function("__log.commits > 0")
    take_test(here, course, "een", right=False)
    here.told(SCORE[version], "0")
    assert here.log["values"].get(STATUS[version]) in (None, "incomplete")
    for number, level in enumerate(("een", "twee", "drie"), 1):
        take_test(here, course, level, right=True)
        here.told(SCORE[version], {1: "33.33", 2: "66.66", 3: "100"}[number])
    assert here.log["values"][STATUS[version]] == "passed"
    take_test(here, course, "een", right=True, answered=2)
    before = here.progress
    asked = here.course.evaluate("[...document.querySelectorAll('.lp-question:not([hidden])')].map(({id}) => id)")
    log = here.leave()
    assert log["broken"] == []
    assert log["state"] == "closed"
    assert all(log["exits"])
    assert "failed" not in [value for _, value in log["said"]]
    assert len(suspended(lms)) <= 4096
    assert sum(element.endswith(".type") for element in log["values"]) >= 19

    there = launch()
    assert there.course.url.endswith("een/toets-een.html")
    assert tracked(there.progress) == tracked(before)
    again = there.course.evaluate("[...document.querySelectorAll('.lp-question:not([hidden])')].map(({id}) => id)")
    assert again == asked
    log = there.leave()
    assert log["broken"] == []
    assert [value for element, value in log["said"] if "status" in element] in ([], ["passed", "completed"], ["passed"])


def test_what_is_private_never_leaves_and_belongs_to_one_learner(launch: Callable[..., Launch], lms: Lms) -> None:
    an = launch()
    an.course.evaluate(
        """() => Leerpad.store.update((progress, {put}) => {
          put(progress.notes, "n", {text: "Geheim van An", prompt: "?"});
          progress.name = {text: "An Geheim", at: 5};
          put(progress.scans.scan ??= {}, "s", {value: 4});
          put(progress.plan, "p", {text: "Geheime actie", who: "", when: "", cue: "Geheim moment", lesson: null, done: false, removed: false, since: 1});
          put(progress.predictions, "v", {value: "Geheime gok", revision: "r"});
          put(progress.reviews, "geheim-1", {results: "+-+", day: 20000});
          put(progress.looks.p ??= {}, "2026-01-01", {went: "no", note: "Geheime reden"});
          put(progress.talk, "need", {text: "Geheime wens"});
        })"""
    )
    finish_lesson(an, "een/een-b.html")
    an.page.wait_for_function("__log.commits > 1")
    assert an.leave()["broken"] == []
    assert lms.posted
    assert "Gehei" not in "".join(lms.posted)
    assert "geheim-1" not in "".join(lms.posted)
    bo = launch("bo", an)
    assert (bo.progress["notes"], bo.progress["reviews"]) == ({}, {})
    assert bo.progress["lessons"] == {}
    bo.leave()
    again = launch("an", an)
    assert again.progress["notes"]["n"]["text"] == "Geheim van An"
    assert again.progress["name"]["text"] == "An Geheim"
    assert again.progress["predictions"]["v"]["value"] == "Geheime gok"
    assert again.progress["reviews"]["geheim-1"]["results"] == "+-+"
    assert again.progress["plan"]["p"]["cue"] == "Geheim moment"
    assert again.progress["talk"]["need"]["text"] == "Geheime wens"
    assert again.progress["looks"]["p"]["2026-01-01"]["note"] == "Geheime reden"
    assert list(again.progress["lessons"]) == ["een-b"]
    again.leave()


def test_looking_back_tells_nothing(launch: Callable[..., Launch], version: str) -> None:
    here = launch(mode="review")
    expect(here.shell.locator("#notices")).to_contain_text("Je kijkt terug")
    finish_lesson(here, "een/een-b.html")
    here.course.locator(".lp-finished").first.wait_for()
    log = here.leave()
    assert (log["sets"], log["broken"], log["state"]) == (0, [], "closed")


def test_without_a_learning_system_it_runs_and_says_that_nothing_is_kept(launch: Callable[..., Launch]) -> None:
    here = launch(deaf="1")
    expect(here.shell.locator("#notices")).to_contain_text("luistert geen leersysteem")
    finish_lesson(here, "een/een-b.html")
    here.course.locator(".lp-finished").first.wait_for()
    assert here.log["state"] == "new"


def test_what_a_lost_commit_held_comes_back_from_the_device(launch: Callable[..., Launch], lms: Lms) -> None:
    first = launch()
    finish_lesson(first, "een/een-a.html")
    first.page.wait_for_function("__log.commits > 1")
    first.leave()
    kept = json.dumps(lms.states["an"])
    second = launch("an", first)
    finish_lesson(second, "een/een-b.html")
    second.page.wait_for_function("__log.commits > 1")
    second.leave()
    known = suspended(lms)
    lms.states["an"] = json.loads(kept)
    third = launch("an", first)
    assert set(third.progress["lessons"]) == {"een-a", "een-b"}
    third.page.wait_for_function("__log.commits > 0")
    assert third.leave()["broken"] == []
    assert suspended(lms) == known


def test_what_no_commit_ever_held_comes_back_from_the_device(
    launch: Callable[..., Launch], lms: Lms, visitors: Visitors, version: str
) -> None:
    """A learning system that has nothing yet looks like a new attempt, which would begin empty."""
    visitor = visitors.arrive(lms.address)
    visitor.page.route("**/commit/**", lambda route: route.fulfill(status=500))
    first = Launch(visitor, lms, version, "an")
    finish_lesson(first, "een/een-a.html")
    expect(first.shell.locator("#notices")).to_contain_text("dan wordt dit alsnog bewaard")
    first.leave()
    first.page.unroute_all()
    first.visitor.complaints.clear()
    assert "an" not in lms.states
    second = launch("an", first)
    assert list(second.progress["lessons"]) == ["een-a"]
    second.page.wait_for_function("__log.commits > 0")
    second.leave()
    assert list(launch().progress["lessons"]) == ["een-a"]


def test_an_answer_is_kept_as_soon_as_somebody_turns_to_something_else(
    launch: Callable[..., Launch], packaged: tuple[Path, Course]
) -> None:
    """Sooner than by itself: to a page that goes, browsers refuse what a learning system does to keep something."""
    here = launch()
    here.page.wait_for_function("__log.commits > 0")
    height = here.page.evaluate("innerHeight")
    ways = (lambda: here.page.mouse.move(50, height - 2), lambda: here.page.evaluate("window.focus()"))
    for answered, turn in enumerate(ways, 1):
        here.page.mouse.move(50, 200)
        take_test(here, packaged[1], "een", right=True, answered=answered)
        commits = here.log["commits"]
        turn()
        here.page.wait_for_function("(commits) => __log.commits > commits", arg=commits, timeout=SOON / 2)
    before = here.progress
    assert here.leave()["broken"] == []
    there = launch()
    assert tracked(there.progress) == tracked(before)
    there.leave()


def test_a_new_attempt_there_begins_empty_and_keeps_the_notes(launch: Callable[..., Launch], lms: Lms) -> None:
    first = launch()
    first.course.evaluate(
        """() => Leerpad.store.update((progress, {put}) => put(progress.notes, "n", {text: "Blijft", prompt: "?"}))"""
    )
    finish_lesson(first, "een/een-a.html")
    first.page.wait_for_function("__log.commits > 1")
    first.leave()
    del lms.states["an"]
    second = launch("an", first)
    assert second.progress["lessons"] == {}
    assert second.progress["notes"]["n"]["text"] == "Blijft"
    second.page.wait_for_function("__log.commits > 0")  # Chromium refuses one that is begun while the page goes
    keys = second.shell.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('leerpad:proefpad:'))")
    assert len(keys) == 2, "of the earlier attempt nothing is left"
    second.leave()


def test_what_cannot_be_read_is_never_written_over(launch: Callable[..., Launch], lms: Lms) -> None:
    first = launch()
    finish_lesson(first, "een/een-a.html")
    first.page.wait_for_function("__log.commits > 1")
    first.leave()
    strange = suspended(lms)[:4] + "Z9 of a later version"
    lms.states["an"]["cmi"]["suspend_data"] = strange
    broken = first.page.evaluate(
        """() => Object.keys(localStorage).filter((key) => key.startsWith("leerpad:proefpad:")).sort().map((key) => {
          localStorage.setItem(key, localStorage.getItem(key).slice(0, -1));
          return localStorage.getItem(key);
        })"""
    )
    assert len(broken) == 2
    second = launch("an", first)
    expect(second.shell.locator("#notices")).to_contain_text("niet te lezen")
    expect(second.shell.locator("#state")).to_have_text("")
    finish_lesson(second, "een/een-b.html")
    second.page.wait_for_function("__log.commits > 1")
    kept = second.shell.evaluate(
        "Object.entries(localStorage).sort().flatMap(([key, text]) => key.includes(':kopie') ? [text] : [])"
    )
    assert kept == [strange, *broken]
    assert second.course.evaluate("Leerpad.store.copies()") == [strange, *broken]
    second.course.evaluate("Leerpad.store.wipe()")
    assert second.shell.evaluate("Object.keys(localStorage).filter((key) => key.includes(':kopie'))") == []
    assert second.leave()["broken"] == []
    assert suspended(lms) == strange


def test_what_is_refused_is_said_and_told_again(launch: Callable[..., Launch], lms: Lms) -> None:
    here = launch(refuses="cmi.suspend_data")
    here.shell.locator("[data-notice=refused]").wait_for()
    expect(here.shell.locator("#notices")).to_contain_text("Log dan opnieuw in")
    here.page.evaluate("window.__accepts = true")
    finish_lesson(here, "een/een-a.html")
    here.shell.locator("[data-notice=refused]").wait_for(state="detached")
    expect(here.shell.locator("#notices p")).to_have_count(0)
    here.leave()
    assert all("cmi.suspend_data was refused" in said for said in here.visitor.complaints)
    here.visitor.complaints.clear()
    assert suspended(lms)


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


@pytest.mark.parametrize("version", ["1.2"], indirect=True)
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


@pytest.mark.parametrize("version", ["1.2"], indirect=True)
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


@pytest.mark.parametrize("version", ["1.2"], indirect=True)
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


@pytest.mark.parametrize("version", ["2004"], indirect=True)
def test_who_wipes_all_wipes_the_bookmark_too(
    lms: Lms, launch: Callable[..., Launch], packaged: tuple[Path, Course]
) -> None:
    first = launch()
    take_test(first, packaged[1], "een", right=True)
    first.told("cmi.score.raw", "33.33")
    commits = first.log["commits"]
    first.course.evaluate("Leerpad.store.wipe()")
    first.page.wait_for_function("(commits) => __log.commits > commits", arg=commits)
    log = first.leave()
    assert log["broken"] == []
    assert log["values"]["cmi.score.raw"] == "33.33", "the learning system keeps its result"
    assert len(suspended(lms)) < 40
    for browser in (first, None):
        again = launch("an", browser)
        assert (again.progress["quizzes"], again.progress["lessons"]) == ({}, {})
        again.leave()
