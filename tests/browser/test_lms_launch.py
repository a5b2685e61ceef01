"""A session by cmi5 as its launch asks: of whom it is, what it says and when, and where it leads in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.cmi5_session import DONE, FACTS, QUESTIONS, TELL, Talk, for_verb
from support.lrs import no_trouble

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from support.lrs import RecordStore


def test_nothing_is_said_before_the_session_began(session_page: Page, session_store: RecordStore) -> None:
    session_store.trouble = for_verb(503)
    here = Talk(session_page, session_store, str(uuid4()))
    assert not here.keep(1, result=DONE)
    session_store.trouble = no_trouble
    assert here.keep(result=DONE)
    assert here.session.verbs == ["initialized", "completed", "passed", "answered"]


def test_a_pass_below_what_the_system_asks_by_now_is_not_said(session_page: Page, session_store: RecordStore) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    session_store.trouble = for_verb(503, "passed")
    assert not here.keep(result=DONE)
    here.leave(result=DONE)
    session_store.trouble = no_trouble
    there = Talk(session_page, session_store, here.registration, mastery=0.9)
    assert there.keep(result=DONE)
    assert there.keep(result={**DONE, "share": 0.95})
    assert there.session.verbs == ["initialized", "passed"]


def test_the_context_of_the_learning_system_is_kept_also_over_http(
    session_page: Page, session_store: RecordStore
) -> None:
    session_page.add_init_script("Object.defineProperty(Crypto.prototype, 'randomUUID', { value: undefined })")
    here = Talk(session_page, session_store, str(uuid4()), parent={"id": "https://lms.voorbeeld.nl/course/9"})
    assert here.begun["problem"] == ""
    assert here.keep(1, result=DONE)
    said = session_store.statements[-1][1]
    assert [one["id"] for one in said["context"]["contextActivities"]["parent"]] == [
        "https://lms.voorbeeld.nl/course/9",
        "https://lms.voorbeeld.nl/activities/7",
    ]


def test_learners_without_an_account_never_share_a_name(session_page: Page, session_store: RecordStore) -> None:
    identities: list[tuple[dict[str, Any], str]] = [
        ({"mbox": "mailto:an@voorbeeld.nl"}, "mailto:an@voorbeeld.nl"),
        ({"account": {"name": "an"}}, ""),
        ({"name": "An"}, ""),
    ]
    for identity, learner in identities:
        assert Talk(session_page, session_store, str(uuid4()), identity=identity).begun["learner"] == learner


def test_a_launch_that_lacks_something_begins_no_session(session_page: Page, session_store: RecordStore) -> None:
    session, address = session_store.launch(str(uuid4()))
    place, _, asked = address.partition("?")
    for lacking in ("endpoint", "fetch", "actor", "registration", "activityId"):
        session_page.goto(f"{place}?{'&'.join(one for one in asked.split('&') if not one.startswith(lacking))}")
        assert (
            session_page.evaluate("(facts) => Leerpad.connect(facts).then(({ problem }) => problem)", FACTS)
            == "untracked"
        )
    assert session.fetched == 0
    session_store.trouble = lambda resource, _: 404 * (resource == "LMS.LaunchData")
    assert Talk(session_page, session_store, str(uuid4())).begun is None


def test_who_closes_is_led_to_where_the_learning_system_says(session_page: Page, session_store: RecordStore) -> None:
    there = "https://lms.voorbeeld.nl/mine"
    for mode in ("Normal", "Browse", "Review"):
        here = Talk(session_page, session_store, str(uuid4()), mode=mode, return_url=there)
        assert here.end() == there
        assert here.session.over.wait(10), session_store.refused
    assert Talk(session_page, session_store, str(uuid4())).end() == ""


def test_a_conversation_is_told_with_the_steps_that_its_answer_names(
    session_page: Page, session_store: RecordStore
) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    answer = {"quiz": "toets", "question": QUESTIONS["gesprek"], "value": ["aa", "dd", "bb"], "at": 0}
    telling = {**here.telling(), "answers": [{**answer, "points": {"points": 1, "max": 2}}]}
    assert session_page.evaluate(TELL, ["keep", telling])
    said = session_store.statements[-1][1]
    definition = said["object"]["definition"]
    assert definition["interactionType"] == "performance"
    assert definition["steps"] == [
        {"id": "hallo_jij", "description": {"nl": "Hallo. (kaa: Vraag door; kbb: Ga weg)"}},
        {"id": "verder", "description": {"nl": "En nu? (kcc: Rond af; kdd: Begin opnieuw)"}},
    ]
    assert said["result"]["response"] == "hallo_jij[.]kaa[,]verder[.]kdd[,]hallo_jij[.]kbb"
