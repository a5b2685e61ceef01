"""The record store of the tests refuses what the specification of cmi5 refuses, and takes all of a message or nothing."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from support.cmi5_rules import ACTIVITY, CMI5, VERBS, Session
from support.lrs import RecordStore

if TYPE_CHECKING:
    from collections.abc import Callable

REGISTRATION = "6b7c1c1e-6d0f-4c53-8a35-0a2f7f1e2a11"
DURATION = {"duration": "PT1.00S"}
RESULTS: dict[str, dict[str, Any]] = {
    "completed": {"completion": True, **DURATION},
    "passed": {"success": True, "score": {"scaled": 0.8, "raw": 80, "min": 0, "max": 100}, **DURATION},
    "failed": {"success": False, **DURATION},
    "terminated": DURATION,
    "answered": {"response": "true", "score": {"scaled": 0.5, "raw": 0.5, "min": 0, "max": 1}},
}


def statement(session: Session, verb: str) -> dict[str, Any]:
    """As it should be."""
    context = deepcopy(session.template)
    moves = verb in ("completed", "passed", "failed")
    names = [*([] if verb == "answered" else ["cmi5"]), *(["moveon"] if moves else [])]
    context["contextActivities"]["category"] = [{"id": f"{CMI5}categories/{name}"} for name in names]
    context["registration"] = session.registration
    if verb == "passed":
        context["extensions"][f"{CMI5}extensions/masteryscore"] = session.mastery
    return {
        "id": str(uuid4()),
        "timestamp": "2026-11-30T12:00:00.000Z",
        "actor": session.actor,
        "verb": {"id": VERBS + verb},
        "object": {"id": ACTIVITY},
        "context": context,
        **({"result": deepcopy(RESULTS[verb])} if verb in RESULTS else {}),
    }


def begun(*verbs: str, **facts: Any) -> tuple[RecordStore, Session]:
    """A session in which this was said."""
    store, session = RecordStore({}), Session(REGISTRATION, "an", **facts)
    session.asked |= {"LMS.LaunchData", "profile"}
    for verb in verbs:
        assert store.take(session, [statement(session, verb)]) == 200, store.refused
    return store, session


def change(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Put this at a place in a statement; None takes away what stands there."""

    def changed(said: dict[str, Any]) -> None:
        *above, last = path.split(">")
        for name in above:
            said = said[name]
        if value is None:
            del said[last]
        else:
            said[last] = value

    return changed


SLIPS = {
    "a score below the mastery": ("passed", change("result>score>scaled", 0.5)),
    "a score over 1": ("passed", change("result>score>scaled", 1.1)),
    "half a point of a hundred": ("passed", change("result>score>raw", 87.5)),
    "a pass without success": ("passed", change("result>success", False)),
    "a pass that doesn't say what was asked": (
        "passed",
        change(f"context>extensions>{CMI5}extensions/masteryscore", 0.5),
    ),
    "a pass without a duration": ("passed", change("result>duration", None)),
    "milliseconds in a duration": ("completed", change("result>duration", "PT1.001S")),
    "completed without completion": ("completed", change("result>completion", False)),
    "a score of what is completed": ("completed", change("result>score", {"scaled": 1})),
    "no category": ("completed", change("context>contextActivities>category", [])),
    "the category of cmi5 for an answer": (
        "answered",
        change("context>contextActivities>category", [{"id": f"{CMI5}categories/cmi5"}]),
    ),
    "another activity": ("completed", change("object>id", "https://leren.voorbeeld.nl/p/course")),
    "another session": ("answered", change(f"context>extensions>{CMI5}extensions/sessionid", "x")),
    "another registration": ("answered", change("context>registration", str(uuid4()))),
    "another learner": ("answered", change("actor", {"account": {"name": "bo"}})),
    "a template that was written over": ("answered", change("context>contextActivities>grouping", [])),
    "a time of another zone": ("answered", change("timestamp", "2026-11-30T13:00:00.000+01:00")),
    "a time before the session": ("answered", change("timestamp", "2026-11-30T11:00:00.000Z")),
    "an id in capitals": ("answered", lambda said: change("id", said["id"].upper().replace("4", "A"))(said)),
}


@pytest.mark.parametrize(("verb", "slip"), SLIPS.values(), ids=SLIPS)
def test_each_slip_is_refused(verb: str, slip: Callable[[dict[str, Any]], None]) -> None:
    store, session = begun("initialized")
    said = statement(session, verb)
    slip(said)
    assert store.take(session, [said]) == 403
    assert store.take(session, [statement(session, verb)]) == 200


@pytest.mark.parametrize(
    ("before", "verb", "facts"),
    [
        ((), "answered", {}),
        (("initialized",), "initialized", {}),
        (("initialized", "passed"), "passed", {}),
        (("initialized",), "failed", {}),
        (("initialized", "terminated"), "answered", {}),
        (("initialized",), "completed", {"mode": "Review"}),
        (("initialized",), "answered", {"mode": "Browse"}),
    ],
)
def test_what_is_said_out_of_turn_is_refused(before: tuple[str, ...], verb: str, facts: dict[str, Any]) -> None:
    store, session = begun(*before, **facts)
    assert store.take(session, [statement(session, verb)]) == 403


def test_a_pass_is_refused_in_a_later_session_too() -> None:
    store, session = begun("initialized", "passed")
    later = Session(REGISTRATION, session.learner, asked=set(session.asked))
    assert store.take(later, [statement(later, "initialized")]) == 200
    assert store.take(later, [statement(later, "passed")]) == 403


def test_a_message_is_taken_wholly_or_not_at_all() -> None:
    store, session = begun("initialized")
    good, bad = statement(session, "completed"), statement(session, "failed")
    assert store.take(session, [good, bad]) == 403
    assert (session.verbs, len(store.statements)) == (["initialized"], 1)
    assert store.take(session, [good]) == 200
    assert store.take(session, [good, statement(session, "answered")]) == 200  # the same once more is no news
    assert store.take(session, [{**good, "timestamp": "2026-11-30T12:00:01.000Z"}]) == 409
    assert session.verbs == ["initialized", "completed", "answered"]
    fresh, one = begun()
    assert fresh.take(one, [statement(one, "initialized"), statement(one, "answered")]) == 403
