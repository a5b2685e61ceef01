"""The course in a learning system by cmi5, against a record store that refuses what the specification refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from support.cmi5 import NOTE, Launched
from support.lms import finish_lesson, take_test, tracked
from support.lrs import no_trouble
from support.storage import FILL

if TYPE_CHECKING:
    from pathlib import Path

    from support.browser import Visitors
    from support.lrs import RecordStore

    from leerpad.course.model.course import Course

pytestmark = pytest.mark.xdist_group("lms")


def test_the_journey_by_cmi5_and_on_another_device(
    visitors: Visitors, package_store: RecordStore, packaged: tuple[Path, Course]
) -> None:
    course, registration = packaged[1], str(uuid4())
    here = Launched(visitors, package_store, registration)
    here.course.evaluate(NOTE)
    finish_lesson(here, "een/een-a.html")
    here.saved()
    take_test(here, course, "een", right=False)
    for level in ("een", "twee", "drie"):
        take_test(here, course, level, right=True)
    take_test(here, course, "een", right=True, answered=2)
    before = here.course.evaluate("JSON.parse(JSON.stringify(Leerpad.store.progress))")
    here.close()
    said = here.session.verbs
    assert (said[0], said[-1]) == ("initialized", "terminated")
    assert [verb for verb in said[1:-1] if verb != "answered"] == ["completed", "passed"]
    assert said.count("answered") == 19
    assert "Geheim" not in "".join(package_store.posted)
    [passed] = [one for _, one in package_store.statements if one["verb"]["id"].endswith("/passed")]
    assert passed["result"]["score"] == {"scaled": 1, "raw": 100, "min": 0, "max": 100}
    answered = next(one for _, one in package_store.statements if one["verb"]["id"].endswith("/answered"))
    assert answered["object"]["id"].startswith("https://leren.voorbeeld.nl/p/toets-een/een-")
    definition = answered["object"]["definition"]
    assert definition["interactionType"] == "choice"
    assert answered["result"]["response"] in [choice["id"] for choice in definition["choices"]]
    assert list(definition["description"]) == ["nl"]

    there = Launched(visitors, package_store, registration)
    after = there.course.evaluate("JSON.parse(JSON.stringify(Leerpad.store.progress))")
    assert tracked(after) == tracked(before)
    take_test(there, course, "een", right=True)
    there.close()
    assert [verb for verb in there.session.verbs if verb != "answered"] == ["initialized", "terminated"]


def test_looking_back_tells_only_that_it_began_and_ended_and_keeps_notes(
    visitors: Visitors, package_store: RecordStore
) -> None:
    for mode in ("Browse", "Review"):
        here = Launched(visitors, package_store, str(uuid4()), mode=mode)
        finish_lesson(here, "een/een-b.html")
        here.course.locator(".lp-finished").first.wait_for()
        here.close()
        assert here.session.verbs == ["initialized", "terminated"]
    assert [name for _, name in package_store.documents] == []

    # Notes stay that were made in two windows of who looks back.
    here.launch(str(uuid4()), mode="Review")
    other = here.page.context.new_page()
    other.goto(package_store.launch(str(uuid4()), mode="Review")[1])
    other.wait_for_function("frames[0]?.Leerpad?.store && frames[0].document.readyState === 'complete'")
    here.course.evaluate(NOTE)
    other.frames[1].evaluate(NOTE.replace('"n"', '"m"'))
    other.close()
    here.launch(str(uuid4()), mode="Review")
    notes, _ = here.seen()
    assert sorted(notes) == ["m", "n"]
    here.close()


def test_who_presses_close_twice_is_led_back_all_the_same(visitors: Visitors, package_store: RecordStore) -> None:
    page = visitors.arrive(package_store.address).page
    back = "https://lms.voorbeeld.nl/mine"
    page.context.route(back, lambda route: route.fulfill(body="Mijn cursussen"))
    session, address = package_store.launch(str(uuid4()), return_url=back)
    with page.expect_popup() as opened:  # where there is nowhere to go, such a window closes itself
        page.evaluate("(address) => void window.open(address)", address)
    opened.value.locator("#close").wait_for()
    opened.value.evaluate("for (const _ of [1, 2]) document.querySelector('#close').click()")
    opened.value.wait_for_url(back)
    assert session.over.wait(10), package_store.refused
    assert session.verbs == ["initialized", "terminated"]


def test_a_score_below_the_mastery_of_the_system_is_no_pass(
    visitors: Visitors, package_store: RecordStore, packaged: tuple[Path, Course]
) -> None:
    here = Launched(visitors, package_store, str(uuid4()), mastery=0.9)
    for level in ("een", "twee", "drie"):
        right = packaged[1].quizzes[f"toets-{level}"].model
        page = here.open(f"{level}/toets-{level}.html")
        page.evaluate(
            """([quiz, ids]) => Leerpad.store.update((progress, {stamp}) => {
              const at = stamp();
              const questions = Object.fromEntries(ids.map((id) => [id, {points: 0.7, max: 1}]));
              const outcome = {points: 0.7 * ids.length, max: ids.length, passed: true, questions};
              (progress.quizzes[quiz] ??= {})["1-1"] = {started: at, seed: 1, questions: ids, retry: false, answers: {}, finished: at, outcome};
            })""",
            [right.id, [question.id for question in right.questions]],
        )
    here.saved()
    here.close()
    assert here.session.verbs == ["initialized", "completed", "terminated"]


def test_a_session_that_is_over_says_how_to_go_on_and_a_package_opened_by_itself_that_nothing_is_kept(
    visitors: Visitors, package_store: RecordStore
) -> None:
    here = Launched(visitors, package_store, str(uuid4()))
    here.page.reload()
    here.page.locator("[data-notice=over]").wait_for()
    assert here.session.fetched == 2
    here.forgive()
    here.page.goto(f"{package_store.address}/package/leerpad.html")
    here.page.locator("[data-notice=untracked]").wait_for()


def test_what_could_not_be_told_is_told_later_and_once(
    visitors: Visitors, package_store: RecordStore, packaged: tuple[Path, Course]
) -> None:
    registration = str(uuid4())
    here = Launched(visitors, package_store, registration)
    package_store.trouble = lambda *_: 503
    finish_lesson(here, "een/een-b.html")
    here.page.locator("[data-notice=refused]").wait_for()
    take_test(here, packaged[1], "een", right=True)
    package_store.trouble = no_trouble
    finish_lesson(here, "een/een-a.html")
    here.page.locator("[data-notice=refused]").wait_for(state="detached")
    here.saved()
    here.close()
    asked = len(packaged[1].quizzes["toets-een"].model.questions)
    assert here.session.verbs == ["initialized", *["answered"] * asked, "terminated"]
    kept = json.loads(package_store.documents[registration, "leerpad"])
    assert len(kept["text"]) > 20


def test_learners_and_registrations_stand_apart_in_one_browser(visitors: Visitors, package_store: RecordStore) -> None:
    registration = str(uuid4())
    here = Launched(visitors, package_store, registration)
    here.course.evaluate(NOTE)
    finish_lesson(here, "een/een-a.html")
    here.saved()
    here.close()
    here.launch(str(uuid4()), learner="bo")
    assert here.seen() == ([], [])
    here.close()
    here.launch(str(uuid4()))
    assert here.seen() == (["n"], [])  # a new attempt begins empty, and keeps the notes
    here.close()
    here.launch(registration)
    assert here.seen() == (["n"], ["een-a"])
    here.close()


def test_who_is_not_named_or_blocks_storage_keeps_nothing_on_the_device(
    visitors: Visitors, package_store: RecordStore
) -> None:
    here = Launched(visitors, package_store, str(uuid4()), identity={"name": "An"})
    here.page.locator("[data-notice=not_on_device]").wait_for()
    here.course.evaluate(NOTE)
    package_store.trouble = lambda *_: 503
    finish_lesson(here, "een/een-a.html")
    here.page.locator("[data-notice=refused]").wait_for()
    here.page.get_by_role("button", name="Opslaan en sluiten").click()
    here.page.locator("#unsaved h1").wait_for()
    assert here.page.locator("#unsaved [data-device]:visible").get_attribute("data-device") == "false"
    assert here.page.locator("[data-notice=open_again]").count() == 0
    here.page.locator("#back").click()
    package_store.trouble = no_trouble
    here.close()
    here.launch(str(uuid4()), identity={"name": "Bo"})
    assert here.seen() == ([], [])
    assert here.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('leerpad'))") == []
    here.close()

    # Nor does blocked storage promise anything on the device.
    here.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    here.launch(str(uuid4()))
    here.page.locator("[data-notice=not_on_device]").wait_for()
    here.close()


def test_a_full_device_costs_nobody_what_the_learning_system_keeps(
    visitors: Visitors, package_store: RecordStore
) -> None:
    registration = str(uuid4())
    here = Launched(visitors, package_store, registration)
    here.page.evaluate(FILL)
    finish_lesson(here, "een/een-a.html")
    here.saved()
    here.open("een/een-b.html")
    here.page.wait_for_function("frames[0]?.Leerpad?.store")
    assert here.seen() == ([], ["een-a"])
    here.close()
    there = Launched(visitors, package_store, registration)
    assert there.seen() == ([], ["een-a"])
    there.close()


def test_what_can_not_be_read_is_left_alone_and_said(visitors: Visitors, package_store: RecordStore) -> None:
    registration = str(uuid4())
    text = json.dumps({"text": "abcdZ9x", "place": "", "told": []})
    package_store.documents[registration, "leerpad"] = text.encode()
    here = Launched(visitors, package_store, registration)
    here.page.locator("[data-notice=unreadable]").wait_for()
    finish_lesson(here, "een/een-a.html")
    here.close()
    assert json.loads(package_store.documents[registration, "leerpad"])["text"] == "abcdZ9x"
    for broken in (b"", b"abc", b"[]"):
        package_store.documents[registration, "leerpad"] = broken
        here.launch(registration)
        assert here.page.locator("[data-notice=unreadable]").count() == int(broken != b"")
        here.close()
        assert (package_store.documents[registration, "leerpad"] == broken) == (broken != b"")


def test_closing_does_not_wait_for_ever_for_a_system_that_says_nothing(
    visitors: Visitors, package_store: RecordStore
) -> None:
    here = Launched(visitors, package_store, str(uuid4()))
    finish_lesson(here, "een/een-a.html")
    here.saved()
    here.page.clock.install()
    here.page.route("**/xapi/**", lambda _: None)
    finish_lesson(here, "een/een-b.html")
    here.page.get_by_role("button", name="Opslaan en sluiten").click()
    here.page.clock.fast_forward(10_500)
    here.page.get_by_role("heading", name="Nog niet alles is opgeslagen").wait_for()
    here.forgive()
