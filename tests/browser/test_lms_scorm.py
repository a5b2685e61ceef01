"""The course in a learning system by SCORM 1.2 and 2004, played in scorm-again, with every call checked."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.lms import finish_lesson, take_test, tracked
from support.lms_server import IN_ONE_VERSION, SCORM_AGAIN, Launch, suspended

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.browser import Visitors
    from support.lms_server import Lms

    from leerpad.course.model.course import Course

pytestmark = [
    pytest.mark.xdist_group("lms"),
    pytest.mark.skipif(not SCORM_AGAIN.is_dir(), reason="scorm-again comes with npm ci"),
]
STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.success_status"}
SOON = 10_000
"""The milliseconds after which the shell keeps by itself what changed."""
SCORE = {"1.2": "cmi.core.score.raw", "2004": "cmi.score.raw"}


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


@IN_ONE_VERSION
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


@IN_ONE_VERSION
def test_without_a_learning_system_it_runs_and_says_that_nothing_is_kept(launch: Callable[..., Launch]) -> None:
    here = launch(deaf="1")
    expect(here.shell.locator("#notices")).to_contain_text("luistert geen leersysteem")
    finish_lesson(here, "een/een-b.html")
    here.course.locator(".lp-finished").first.wait_for()
    assert here.log["state"] == "new"


@IN_ONE_VERSION
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
    launch: Callable[..., Launch], lms: Lms, visitors: Visitors, version: str, packaged: tuple[Path, Course]
) -> None:
    """A learning system that has nothing yet looks like a new attempt, which would begin empty. And what answers it wasn't told, it is."""
    visitor = visitors.arrive(lms.address)
    visitor.page.route("**/commit/**", lambda route: route.fulfill(status=500))
    first = Launch(visitor, lms, version, "an")
    finish_lesson(first, "een/een-a.html")
    expect(first.shell.locator("#notices")).to_contain_text("dan wordt dit alsnog bewaard")
    take_test(first, packaged[1], "een", right=True)
    first.leave()
    first.page.unroute_all()
    first.visitor.complaints.clear()
    assert "an" not in lms.states
    second = launch("an", first)
    assert list(second.progress["lessons"]) == ["een-a"]
    second.page.wait_for_function("__log.commits > 0")
    told = [element for element in second.leave()["values"] if re.fullmatch(r"cmi\.interactions\.\d\.id", element)]
    assert len(told) == len(packaged[1].quizzes["toets-een"].model.questions)
    third = launch("an", first)
    third.page.wait_for_function("__log.commits > 0")
    assert not [element for element in third.leave()["values"] if "interactions" in element]
    assert list(launch().progress["lessons"]) == ["een-a"]


@IN_ONE_VERSION
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


@IN_ONE_VERSION
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


@IN_ONE_VERSION
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
