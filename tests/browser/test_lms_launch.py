"""A session by cmi5 as its launch asks: of whom it is, what it says and when, and where it leads in the end."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from support.cmi5_session import DONE, FACTS, QUESTIONS, TELL, Talk, for_verb, store_of_sessions
from support.lrs import no_trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from support.lrs import RecordStore


@pytest.fixture
def store() -> Iterator[RecordStore]:
    with store_of_sessions() as store:
        yield store


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with closing(browser.new_page()) as page:
        yield page


def test_nothing_is_said_before_the_session_began(page: Page, store: RecordStore) -> None:
    store.trouble = for_verb(503)
    here = Talk(page, store, str(uuid4()))
    assert not here.keep(1, result=DONE)
    store.trouble = no_trouble
    assert here.keep(result=DONE)
    assert here.session.verbs == ["initialized", "completed", "passed", "answered"]


def test_a_pass_below_what_the_system_asks_by_now_is_not_said(page: Page, store: RecordStore) -> None:
    here = Talk(page, store, str(uuid4()))
    store.trouble = for_verb(503, "passed")
    assert not here.keep(result=DONE)
    here.leave(result=DONE)
    store.trouble = no_trouble
    there = Talk(page, store, here.registration, mastery=0.9)
    assert there.keep(result=DONE)
    assert there.keep(result={**DONE, "share": 0.95})
    assert there.session.verbs == ["initialized", "passed"]


def test_the_context_of_the_learning_system_is_kept_also_over_http(page: Page, store: RecordStore) -> None:
    page.add_init_script("Object.defineProperty(Crypto.prototype, 'randomUUID', { value: undefined })")
    here = Talk(page, store, str(uuid4()), parent={"id": "https://lms.voorbeeld.nl/course/9"})
    assert here.begun["problem"] == ""
    assert here.keep(1, result=DONE)
    said = store.statements[-1][1]
    assert [one["id"] for one in said["context"]["contextActivities"]["parent"]] == [
        "https://lms.voorbeeld.nl/course/9",
        "https://lms.voorbeeld.nl/activities/7",
    ]


def test_learners_without_an_account_never_share_a_name(page: Page, store: RecordStore) -> None:
    identities: list[tuple[dict[str, Any], str]] = [
        ({"mbox": "mailto:an@voorbeeld.nl"}, "mailto:an@voorbeeld.nl"),
        ({"account": {"name": "an"}}, ""),
        ({"name": "An"}, ""),
    ]
    for identity, learner in identities:
        assert Talk(page, store, str(uuid4()), identity=identity).begun["learner"] == learner


def test_a_launch_that_lacks_something_begins_no_session(page: Page, store: RecordStore) -> None:
    session, address = store.launch(str(uuid4()))
    place, _, asked = address.partition("?")
    for lacking in ("endpoint", "fetch", "actor", "registration", "activityId"):
        page.goto(f"{place}?{'&'.join(one for one in asked.split('&') if not one.startswith(lacking))}")
        assert page.evaluate("(facts) => Leerpad.connect(facts).then(({ problem }) => problem)", FACTS) == "untracked"
    assert session.fetched == 0
    store.trouble = lambda resource, _: 404 * (resource == "LMS.LaunchData")
    assert Talk(page, store, str(uuid4())).begun is None


def test_who_closes_is_led_to_where_the_learning_system_says(page: Page, store: RecordStore) -> None:
    there = "https://lms.voorbeeld.nl/mine"
    for mode in ("Normal", "Browse", "Review"):
        here = Talk(page, store, str(uuid4()), mode=mode, return_url=there)
        assert here.end() == there
        assert here.session.over.wait(10), store.refused
    assert Talk(page, store, str(uuid4())).end() == ""


def test_a_conversation_is_told_with_the_steps_that_its_answer_names(page: Page, store: RecordStore) -> None:
    here = Talk(page, store, str(uuid4()))
    answer = {"quiz": "toets", "question": QUESTIONS["gesprek"], "value": ["aa", "dd", "bb"], "at": 0}
    telling = {**here.telling(), "answers": [{**answer, "points": {"points": 1, "max": 2}}]}
    assert page.evaluate(TELL, ["keep", telling])
    said = store.statements[-1][1]
    definition = said["object"]["definition"]
    assert definition["interactionType"] == "performance"
    assert definition["steps"] == [
        {"id": "hallo_jij", "description": {"nl": "Hallo. (kaa: Vraag door; kbb: Ga weg)"}},
        {"id": "verder", "description": {"nl": "En nu? (kcc: Rond af; kdd: Begin opnieuw)"}},
    ]
    assert said["result"]["response"] == "hallo_jij[.]kaa[,]verder[.]kdd[,]hallo_jij[.]kbb"
