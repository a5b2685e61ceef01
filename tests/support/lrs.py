"""A record store for one course by cmi5, in memory: it refuses what the specification refuses, and says why."""

from __future__ import annotations

import json
import re
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from threading import Event
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlsplit

from support.lms_server import kind_of
from support.servers import running

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
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    over: Event = field(default_factory=Event)

    @property
    def actor(self) -> dict[str, Any]:
        return {"objectType": "Agent", "account": {"homePage": "https://lms.voorbeeld.nl", "name": self.learner}}

    @property
    def template(self) -> dict[str, Any]:
        grouping = [{"objectType": "Activity", "id": "https://leren.voorbeeld.nl/p/course"}]
        return {"contextActivities": {"grouping": grouping}, "extensions": {f"{CMI5}extensions/sessionid": self.id}}


@dataclass
class RecordStore:
    """What it knows: statements by registration, documents, what was refused, every byte that came in."""

    package: dict[str, bytes]
    sessions: dict[str, Session] = field(default_factory=dict)
    statements: list[tuple[Session, dict[str, Any]]] = field(default_factory=list)
    documents: dict[tuple[str, str], bytes] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    posted: list[str] = field(default_factory=list)
    address: str = ""
    is_down: bool = False

    def launch(self, registration: str, learner: str = "an", **facts: Any) -> tuple[Session, str]:
        """A session, and the address with which the package is opened."""
        session = Session(registration, learner, **facts)
        self.sessions[session.id] = session
        asked = {
            "endpoint": f"{self.address}/xapi/{session.id}",
            "fetch": f"{self.address}/fetch/{session.id}",
            "actor": json.dumps(session.actor),
            "registration": registration,
            "activityId": ACTIVITY,
        }
        query = "&".join(f"{name}={quote(value, safe='')}" for name, value in asked.items())
        return session, f"{self.address}/package/leerpad.html?{query}"

    def verbs(self, registration: str) -> list[str]:
        """What was said in a registration, in order."""
        said = [one for session, one in self.statements if session.registration == registration]
        return [one["verb"]["id"].removeprefix(VERBS) for one in said]

    def faults(self, session: Session, said: dict[str, Any]) -> Iterator[str]:
        """What the specification of cmi5 forbids in this statement, at this moment."""
        verb = said["verb"]["id"].removeprefix(VERBS)
        context, result = said.get("context", {}), said.get("result", {})
        categories = {one["id"].rpartition("/")[2] for one in context.get("contextActivities", {}).get("category", [])}
        before = session.verbs
        if not {"LMS.LaunchData", "profile"} <= session.asked:
            yield "launch data and preferences come before the first statement"
        if not before and verb != "initialized":
            yield "initialized comes first"
        if "terminated" in before:
            yield "nothing comes after terminated"
        if verb in before and verb in DEFINED:
            yield f"{verb} twice in a session"
        if verb in ("completed", "passed") and verb in self.verbs(session.registration):
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
        if context["contextActivities"]["grouping"] != session.template["contextActivities"]["grouping"]:
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
        if verb == "passed" and not (result["success"] and session.mastery <= result["score"]["scaled"] <= 1):
            yield "passed below the mastery score"
        if verb == "passed" and context["extensions"].get(f"{CMI5}extensions/masteryscore") != session.mastery:
            yield "passed says which score was asked"
        if verb == "completed" and result.get("completion") is not True:
            yield "completed says so in its result"


@contextmanager
def record_store(package: dict[str, bytes]) -> Iterator[RecordStore]:
    """Run it on a free port, with the package beside it."""
    store = RecordStore(package)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            there = urlsplit(self.path)
            name = there.path.removeprefix("/package/")
            if there.path.startswith("/xapi/"):
                self.xapi(there.path.split("/", 3), parse_qs(there.query), b"")
            elif name in store.package:
                self.reply(200, store.package[name], kind_of(name))
            else:
                self.reply(404 if "favicon" not in name else 204)

        def do_POST(self) -> None:
            there = urlsplit(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
            store.posted.append(body.decode())
            if there.path.startswith("/fetch/"):
                session = store.sessions[there.path.split("/")[2]]
                session.fetched += 1
                session.token = session.token or str(uuid.uuid4())
                once = (
                    {"auth-token": session.token} if session.fetched == 1 else {"error-code": "1", "error-text": "used"}
                )
                self.reply(200, json.dumps(once).encode())
            else:
                self.xapi(there.path.split("/", 3), parse_qs(there.query), body)

        do_PUT = do_POST  # noqa: N815 - the name is the server's

        def xapi(self, path: list[str], query: dict[str, list[str]], body: bytes) -> None:
            session, resource = store.sessions[path[2]], path[3]
            if store.is_down:
                return self.reply(503)
            if (
                self.headers["Authorization"] != f"Basic {session.token}"
                or not self.headers["X-Experience-API-Version"]
            ):
                store.refused.append(f"{resource}: no token or version")
                return self.reply(401)
            if resource == "statements":
                return self.say(session, json.loads(body))
            if resource == "agents/profile":
                session.asked.add("profile")
                return self.reply(404)
            name = query["stateId"][0]
            key = (session.registration, name)
            session.asked.add(name)
            if self.command == "PUT":
                store.documents[key] = body
                return self.reply(204)
            if name == "LMS.LaunchData":
                launch = {
                    "contextTemplate": session.template,
                    "launchMode": session.mode,
                    "masteryScore": session.mastery,
                }
                return self.reply(200, json.dumps({**launch, "moveOn": "CompletedAndPassed"}).encode())
            return self.reply(200, store.documents[key]) if key in store.documents else self.reply(404)

        def say(self, session: Session, said: Any) -> None:
            for one in said if isinstance(said, list) else [said]:
                faults = list(store.faults(session, one))
                store.refused += faults
                if faults:
                    self.reply(403, json.dumps(faults).encode())
                    return
                session.verbs.append(one["verb"]["id"].removeprefix(VERBS))
                store.statements.append((session, one))
                if session.verbs[-1] == "terminated":
                    session.over.set()
            self.reply(200, b"[]")

        def reply(self, code: int, body: bytes = b"", kind: str = "application/json") -> None:
            self.send_response(code)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(Handler) as store.address:
        yield store
