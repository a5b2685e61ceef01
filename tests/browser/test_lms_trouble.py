"""A session by cmi5 with a record store in trouble: what was reached is told in the end, and each thing once."""

from __future__ import annotations

import json
from random import Random
from threading import Event
from typing import TYPE_CHECKING, Literal
from uuid import uuid4

import pytest
from support.cmi5_rules import verb_of
from support.cmi5_session import DONE, FACTS, UNDONE, Talk, for_verb
from support.lrs import no_trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page
    from support.lrs import RecordStore


def test_who_passed_while_statements_were_refused_has_passed_after_the_next_launch(
    session_page: Page, session_store: RecordStore
) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    session_store.trouble = for_verb(503)
    assert not here.keep(result=DONE)
    assert here.kept["told"] == []
    [_, passed] = here.kept["waiting"]
    here.leave(result=DONE)
    session_store.trouble = no_trouble
    there = Talk(session_page, session_store, here.registration)
    assert there.keep(result=UNDONE)  # even when it can't be seen any more from what is kept
    assert there.session.verbs == ["initialized", "completed", "passed"]
    assert session_store.statements[-1][1]["id"] == passed["id"]
    assert (there.kept["told"], there.kept["waiting"]) == (["completed", "passed"], [])
    assert there.keep(result=DONE)
    there.close(result=DONE)
    assert there.session.verbs[3:] == ["terminated"]


@pytest.mark.parametrize("status", [401, 408, 429, 500])
def test_what_may_be_taken_another_time_is_said_again(
    session_page: Page, session_store: RecordStore, status: int
) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    session_store.trouble = for_verb(status, "completed", "passed", "answered")
    assert not here.keep(1, 2, result=DONE)
    assert here.session.verbs == ["initialized"]
    session_store.trouble = no_trouble
    assert here.keep(result=DONE)
    assert here.session.verbs == ["initialized", "completed", "passed", "answered", "answered"]


def test_a_refused_answer_costs_nobody_the_pass(session_page: Page, session_store: RecordStore) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    session_store.trouble = for_verb(400, "answered")
    assert here.keep(1, 2, result=DONE)
    assert here.session.verbs == ["initialized", "completed", "passed"]
    assert here.kept["told"] == ["completed", "passed"]


def test_a_refused_answer_costs_nobody_the_other_answers(session_page: Page, session_store: RecordStore) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    session_store.trouble = lambda resource, said: 400 * (resource == "statements" and len(said) > 1)
    assert here.keep(1, 2, 3)
    assert here.session.verbs == ["initialized", *["answered"] * 3]


def test_a_pass_that_is_refused_is_no_secret_and_keeps_no_answer_back(
    session_page: Page, session_store: RecordStore
) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    session_store.trouble = for_verb(403, "passed")
    assert not here.keep(1, result=DONE)
    assert here.session.verbs == ["initialized", "completed", "answered"]
    session_store.trouble = no_trouble
    assert here.keep(result=DONE)
    assert here.session.verbs[3:] == ["passed"]


def test_who_leaves_while_the_pass_is_on_its_way_has_passed(session_page: Page, session_store: RecordStore) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    arrived, release = Event(), Event()

    def slow(resource: str, said: list[str]) -> int:
        if said == ["passed"]:
            arrived.set()
            assert release.wait(10)
        return 0

    session_store.trouble = slow
    session_page.evaluate("(telling) => void session.keep(telling)", here.telling(result=DONE))
    assert arrived.wait(10)
    here.close(result=DONE)
    release.set()
    assert here.session.verbs == ["initialized", "completed", "passed", "terminated"]


def test_who_passed_in_another_window_has_passed_in_this_one_too(
    session_page: Page, session_store: RecordStore, browser: Browser
) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    other = browser.new_page()
    there = Talk(other, session_store, here.registration)
    assert here.keep(result=DONE)
    assert there.keep(1, result=DONE)
    other.close()
    said = session_store.verbs(here.registration)
    assert (said.count("completed"), said.count("passed"), said.count("answered")) == (1, 1, 1)
    assert (here.kept["told"], here.kept["waiting"]) == (["completed", "passed"], [])
    assert session_store.refused == [f"{verb} twice in a registration" for verb in ("completed", "passed")]
    session_store.refused.clear()


def test_what_arrived_without_an_answer_is_not_told_twice(session_page: Page, session_store: RecordStore) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    session_store.lost = for_verb(503, "passed", "answered")
    assert not here.keep(1, 2, result=DONE)
    session_store.lost = no_trouble
    assert here.keep(result=DONE)
    session_store.lost = for_verb(503, "answered")
    assert not here.keep(3, result=DONE)
    here.close(result=DONE)
    session_store.lost = no_trouble
    there = Talk(session_page, session_store, here.registration)
    assert there.keep(result=DONE)
    said = session_store.verbs(here.registration)
    assert {verb: said.count(verb) for verb in said} == {
        "initialized": 2,
        "completed": 1,
        "passed": 1,
        "answered": 3,
        "terminated": 1,
    }
    assert there.kept["waiting"] == []


def test_answers_are_told_once_when_the_record_store_was_away(session_page: Page, session_store: RecordStore) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    session_store.trouble = for_verb(503)
    assert [here.keep(1, 2), here.keep(), here.keep(3)] == [False] * 3
    session_store.trouble = no_trouble
    assert here.keep()
    assert here.session.verbs == ["initialized", *["answered"] * 3]
    session_store.trouble = for_verb(503)
    assert not here.keep(4)
    here.leave()
    session_store.trouble = no_trouble
    there = Talk(session_page, session_store, here.registration)
    assert there.keep()
    assert there.session.verbs == ["initialized", "answered"]


def test_more_answers_than_a_page_that_goes_can_say_are_told_in_the_next_session(
    session_page: Page, session_store: RecordStore
) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    session_store.trouble = for_verb(503)
    assert not here.keep(*range(80), text="abcd" + "x" * 30_000)
    session_store.trouble = no_trouble
    here.close(text="abcd" + "y" * 30_000)
    told = here.session.verbs.count("answered")
    assert 0 < told < 80
    assert all(len(body) < 64_000 for body in session_store.posted)
    there = Talk(session_page, session_store, here.registration)
    assert there.keep()
    names = [one["object"]["id"] for _, one in session_store.statements if verb_of(one) == "answered"]
    assert len(names) == len(set(names)) > told


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_on_the_way_each_thing_is_told_once(
    session_page: Page, session_store: RecordStore, seed: int
) -> None:
    chance = Random(seed)

    def sometimes(*statuses: int) -> Callable[[str, list[str]], int]:
        return lambda resource, said: chance.choice(statuses) * (resource == "statements" and bool(said))

    here = Talk(session_page, session_store, str(uuid4()))
    for number in range(0, 24, 2):
        session_store.trouble, session_store.lost = sometimes(0, 0, 401, 429, 503), sometimes(0, 0, 408, 500)
        here.keep(number, number + 1, result=DONE if number > 12 else UNDONE)
        if chance.random() < 0.25:
            here.leave(result=DONE if number > 12 else UNDONE)
            session_store.trouble = session_store.lost = no_trouble
            here = Talk(session_page, session_store, here.registration)
    session_store.trouble = session_store.lost = no_trouble
    assert here.keep(result=DONE)
    names = [one["object"]["id"] for _, one in session_store.statements if verb_of(one) == "answered"]
    assert sorted(names) == sorted(f"{FACTS['iri']}/toets/v{number}" for number in range(24))
    said = session_store.verbs(here.registration)
    assert (said.count("completed"), said.count("passed")) == (1, 1)
    assert here.kept["waiting"] == []


@pytest.mark.parametrize("tags", ["given", "none", "weak", "wanted"])
def test_two_devices_at_once_keep_what_both_did(
    session_page: Page, session_store: RecordStore, browser: Browser, tags: Literal["given", "none", "weak", "wanted"]
) -> None:
    session_store.tags = tags
    here = Talk(session_page, session_store, str(uuid4()))
    other = browser.new_page()
    there = Talk(other, session_store, here.registration)
    assert here.keep(text="abcd-a")
    assert there.keep(text="abcd-b")
    assert here.kept["text"] == "abcd-ab"
    assert here.keep(text="abcd-ac")
    assert there.keep(text="abcd-abd")
    assert here.kept["text"] == "abcd-abcd"
    if tags == "given":  # the last word of a page that goes writes over nothing
        with session_page.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
            here.close(text="abcd-abce")
        assert here.kept["text"] == "abcd-abcde"
    other.close()


def test_what_one_of_two_devices_could_not_tell_yet_is_told_in_the_next_session(
    session_page: Page, session_store: RecordStore, browser: Browser
) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    other = browser.new_page()
    there = Talk(other, session_store, here.registration)
    session_store.trouble = for_verb(503, "answered")
    assert (here.keep(1), there.keep(2)) == (False, False)
    session_page.goto("about:blank")  # without a word
    session_store.trouble = no_trouble
    assert there.keep()
    there.close()
    assert there.session.verbs == ["initialized", "answered", "terminated"]
    again = Talk(other, session_store, here.registration)
    assert again.keep()
    assert again.session.verbs == ["initialized", "answered"]
    names = [one["object"]["id"] for _, one in session_store.statements if verb_of(one) == "answered"]
    assert sorted(names) == [f"{FACTS['iri']}/toets/v{number}" for number in (1, 2)]
    assert again.kept["waiting"] == []
    other.close()


def test_what_is_kept_is_not_written_over_by_who_could_not_read_it(
    session_page: Page, session_store: RecordStore
) -> None:
    here = Talk(session_page, session_store, str(uuid4()))
    assert here.keep(text="abcd-many-lessons")
    here.close(text="abcd-many-lessons")
    key = here.registration, "leerpad"
    session_store.trouble = lambda resource, _: 503 * (resource == "leerpad")
    assert Talk(session_page, session_store, here.registration).begun is None
    session_store.trouble = no_trouble
    session_store.documents[key] = b'{"text": "abcd-many'
    there = Talk(session_page, session_store, here.registration)
    assert there.begun["text"] == '{"text": "abcd-many'  # which the shell can't read either, and says so
    there.keep(text=None)
    there.close(text=None)
    assert session_store.documents[key] == b'{"text": "abcd-many'
    del session_store.documents[key]
    again = Talk(session_page, session_store, here.registration)
    assert again.keep()
    session_store.documents[key] = b'{"text": "abcd-many'
    assert again.keep(text="abcd-2")
    assert session_page.evaluate("mine") != "abcd-2"  # the shell has it, and says that it can't be read
    assert session_store.documents[key] == b'{"text": "abcd-many'


def test_what_somebody_else_put_among_what_waits_is_passed_over(session_page: Page, session_store: RecordStore) -> None:
    registration = str(uuid4())
    odd = [
        None,
        3,
        {"verb": "failed", "id": "x", "result": {}},
        {"verb": "passed"},
        {"verb": "answered", "question": "v1"},
    ]
    text = json.dumps({"text": "abcd-1", "place": ["een.html"], "told": [7], "waiting": odd})
    session_store.documents[registration, "leerpad"] = text.encode()
    here = Talk(session_page, session_store, registration)
    assert here.begun == {"learner": "https://lms.voorbeeld.nl an", "text": "abcd-1", "place": "", "problem": ""}
    assert here.keep(result=DONE)
    assert here.session.verbs == ["initialized", "completed", "passed"]
