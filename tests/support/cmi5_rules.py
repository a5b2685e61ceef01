"""The rules of cmi5: a session, and what may not be said in it."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

CMI5 = "https://w3id.org/xapi/cmi5/context/"
VERBS = "http://adlnet.gov/expapi/verbs/"
ACTIVITY = "https://lms.voorbeeld.nl/activities/7"
DEFINED = {"initialized", "completed", "passed", "failed", "terminated"}
DURATION = re.compile(r"PT\d+(\.\d{1,2})?S")


@dataclass
class Session:
    """One launch."""

    registration: str
    learner: str
    mode: str = "Normal"
    mastery: float = 0.6
    token: str = ""
    fetched: int = 0
    asked: set[str] = field(default_factory=set)
    verbs: list[str] = field(default_factory=list)
    begun: str = ""
    parent: dict[str, str] | None = None
    return_url: str | None = None
    identity: dict[str, Any] | None = None
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    over: Event = field(default_factory=Event)

    @property
    def actor(self) -> dict[str, Any]:
        account = {"account": {"homePage": "https://lms.voorbeeld.nl", "name": self.learner}}
        return {"objectType": "Agent", **(account if self.identity is None else self.identity)}

    @property
    def template(self) -> dict[str, Any]:
        grouping = [{"objectType": "Activity", "id": "https://leren.voorbeeld.nl/p/course"}]
        activities = {"grouping": grouping, **({"parent": self.parent} if self.parent else {})}
        return {"contextActivities": activities, "extensions": {f"{CMI5}extensions/sessionid": self.id}}

    @property
    def launch(self) -> dict[str, Any]:
        """What the document LMS.LaunchData holds."""
        facts = {"contextTemplate": self.template, "launchMode": self.mode, "masteryScore": self.mastery}
        there = {"returnURL": self.return_url} if self.return_url else {}
        return {**facts, **there, "moveOn": "CompletedAndPassed"}


def verb_of(statement: dict[str, Any]) -> str:
    """The last word of its verb."""
    return str(statement["verb"]["id"]).removeprefix(VERBS)


def listed(given: Any) -> list[Any]:
    """In xAPI one thing may stand for a list of one."""
    return given if isinstance(given, list) else [given]


def forbidden(session: Session, said: dict[str, Any], so_far: list[str]) -> Iterator[str]:
    """What the specification of cmi5 forbids in this statement, at this moment. `so_far`: what was said in its registration."""
    verb = verb_of(said)
    context, result = said.get("context", {}), said.get("result", {})
    categories = {one["id"].rpartition("/")[2] for one in context.get("contextActivities", {}).get("category", [])}
    before = session.verbs
    if not {"LMS.LaunchData", "profile"} <= session.asked:
        yield "launch data and preferences come before the first statement"
    if (not before and verb != "initialized") or said["timestamp"] < session.begun:
        yield "initialized comes first"
    if "terminated" in before:
        yield "nothing comes after terminated"
    if verb in before and verb in DEFINED:
        yield f"{verb} twice in a session"
    if verb in ("completed", "passed") and verb in so_far:
        yield f"{verb} twice in a registration"
    if verb == "failed":
        yield "failed is never said by this course"
    if session.mode != "Normal" and verb not in ("initialized", "terminated"):
        yield f"{verb} while somebody looks back"
    if str(uuid.UUID(said["id"])) != said["id"] or not said["timestamp"].endswith("Z"):
        yield "an id is a UUID, a time is in UTC"
    if said["actor"] != session.actor or context.get("registration") != session.registration:
        yield "another actor or registration"
    if context["extensions"].get(f"{CMI5}extensions/sessionid") != session.id:
        yield "the template of the context is kept"
    for name, given in session.template["contextActivities"].items():
        if any(one not in listed(context["contextActivities"][name]) for one in listed(given)):
            yield "the template of the context is kept"
    if (verb in DEFINED) != ("cmi5" in categories):
        yield "the category cmi5 belongs to the verbs of cmi5, and to no other"
    if (verb in ("completed", "passed")) != ("moveon" in categories):
        yield "the category moveon belongs to what moves on"
    if verb in DEFINED and said["object"]["id"] != ACTIVITY:
        yield "another activity"
    if verb in ("completed", "passed", "terminated") and not DURATION.fullmatch(result.get("duration", "")):
        yield "a duration is missing"
    if "score" in result and verb not in ("passed", "answered"):
        yield "a score where none belongs"
    if verb in DEFINED and not isinstance(result.get("score", {}).get("raw", 0), int):
        yield "a raw score of cmi5 is a whole number"
    if verb == "passed" and not (result["success"] and session.mastery <= result["score"]["scaled"] <= 1):
        yield "passed below the mastery score"
    if verb == "passed" and context["extensions"].get(f"{CMI5}extensions/masteryscore") != session.mastery:
        yield "passed says which score was asked"
    if verb == "completed" and result.get("completion") is not True:
        yield "completed says so in its result"
