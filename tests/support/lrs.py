"""A record store for one course by cmi5, in memory: it refuses what the specification refuses, and says why."""

from __future__ import annotations

import json
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha1
from http.server import BaseHTTPRequestHandler
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import parse_qs, quote, urlsplit

from support.cmi5_rules import ACTIVITY, Session, forbidden, listed, verb_of
from support.lms_server import kind_of
from support.servers import running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from email.message import Message


def no_trouble(*_: object) -> int:
    """The record store does what it should."""
    return 0


@dataclass
class RecordStore:
    """What it knows: statements by registration, documents, what was refused, every byte that came in.

    `trouble` gives the status with which a resource is refused, of statements by their verbs, before anything is kept; `lost` the
    status that is given although all was kept. `tags`: documents have a tag, on which a write may hang; or none; or a weak one, as
    behind some proxies, on which none can; or nobody may write over a document without saying its tag. `full`: no document is kept.
    """

    package: dict[str, bytes]
    sessions: dict[str, Session] = field(default_factory=dict)
    statements: list[tuple[Session, dict[str, Any]]] = field(default_factory=list)
    documents: dict[tuple[str, str], bytes] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    posted: list[str] = field(default_factory=list)
    trouble: Callable[[str, list[str]], int] = no_trouble
    lost: Callable[[str, list[str]], int] = no_trouble
    tags: Literal["given", "none", "weak", "wanted"] = "given"
    full: bool = False
    address: str = ""

    def tag(self, key: tuple[str, str]) -> dict[str, str]:
        """The header with the tag of a document."""
        if self.tags == "none" or key not in self.documents:
            return {}
        tag = f'"{sha1(self.documents[key]).hexdigest()}"'
        return {"ETag": f"W/{tag}" if self.tags == "weak" else tag}

    def write(self, key: tuple[str, str], body: bytes, only: Message) -> int:
        """Keep a document on these conditions; gives the status."""
        if self.full:
            return 503
        tag, match = self.tag(key).get("ETag"), only.get("If-Match")
        if self.tags != "none" and (
            (match and (match != tag or self.tags == "weak")) or (only.get("If-None-Match") and tag)
        ):
            return 412
        if self.tags == "wanted" and tag and not match:
            return 409
        self.documents[key] = body
        return 204

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
        return [verb_of(one) for session, one in self.statements if session.registration == registration]

    def found(self, query: dict[str, list[str]]) -> list[dict[str, Any]]:
        """The statements of an agent with a verb about an activity in a registration."""
        verb, activity, registration = (query[name][0] for name in ("verb", "activity", "registration"))
        asked = (json.loads(query["agent"][0]), verb, activity, registration)
        return [
            one
            for _, one in self.statements
            if (one["actor"], one["verb"]["id"], one["object"]["id"], one["context"]["registration"]) == asked
        ]

    def take(self, session: Session, said: list[dict[str, Any]]) -> int:
        """Keep all of these statements, or none; gives the status. One that is here already is no news, if it is the same."""
        known = {one["id"]: one for _, one in self.statements}
        if any(one["id"] in known and known[one["id"]] != one for one in said):
            return 409
        before = (len(self.statements), list(session.verbs), session.begun)
        for one in said:
            if one["id"] in known:
                continue
            faults = list(forbidden(session, one, self.verbs(session.registration)))
            if len(said) > 1 and "initialized" not in before[1]:
                faults.append("initialized stands by itself, and is taken before anything else")
            self.refused += faults
            if faults:
                del self.statements[before[0] :]
                session.verbs, session.begun = before[1:]
                return 403
            session.verbs.append(verb_of(one))
            session.begun = session.begun or one["timestamp"]
            self.statements.append((session, one))
        if session.verbs[-1:] == ["terminated"]:
            session.over.set()
        return 200


@contextmanager
def record_store(package: dict[str, bytes]) -> Iterator[RecordStore]:
    """Run it on a free port, with the package beside it."""
    store = RecordStore(package)
    lock = Lock()

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
            is_said = resource == "statements" and self.command == "POST"
            said = listed(json.loads(body)) if is_said else []
            verbs = [verb_of(one) for one in said]
            name = query.get("stateId", [resource])[0]
            if status := store.trouble(name, verbs):
                return self.reply(status)
            if (
                self.headers["Authorization"] != f"Basic {session.token}"
                or not self.headers["X-Experience-API-Version"]
            ):
                store.refused.append(f"{resource}: no token or version")
                return self.reply(401)
            if is_said:
                with lock:
                    status = store.take(session, said)
                return self.reply(store.lost(name, verbs) or status, b"[]")
            if resource == "statements":
                if "statementId" not in query:
                    return self.reply(200, json.dumps({"statements": store.found(query)}).encode())
                known = any(one["id"] == query["statementId"][0] for _, one in store.statements)
                return self.reply(200 if known else 404, b"{}")
            if resource == "agents/profile":
                session.asked.add("profile")
                return self.reply(404)
            key = (session.registration, name)
            session.asked.add(name)
            if self.command == "PUT":
                with lock:
                    return self.reply(store.write(key, body, self.headers))
            if name == "LMS.LaunchData":
                return self.reply(200, json.dumps(session.launch).encode())
            with lock:
                found, tag = store.documents.get(key), store.tag(key)
            return self.reply(404) if found is None else self.reply(200, found, more=tag)

        def reply(
            self, code: int, body: bytes = b"", kind: str = "application/json", more: dict[str, str] | None = None
        ) -> None:
            self.send_response(code)
            for name, value in (more or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(Handler) as store.address:
        yield store
