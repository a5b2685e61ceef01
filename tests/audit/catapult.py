"""A cmi5 package, played in CATAPULT's player: `python -m audit.catapult FOLDER`.

The folder is `player/service` of its source, with what `npm install` brings, and a database that it finds by its own settings.
Behind it stands a record store of ours, which keeps all: the player itself refuses what the specification refuses.
"""

from __future__ import annotations

import base64
import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha1
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.parse import parse_qsl, urlsplit
from urllib.request import Request, urlopen
from uuid import uuid4

from browser_setup import find_browser
from playwright.sync_api import sync_playwright
from support.faults import load_flawless
from support.lms import ANSWERS, WORDS, build_lms_site, finish_lesson, package_of, take_test, tracked
from support.servers import running
from support.trees import SETTINGS, rich_course

from leerpad.source.zip_file import zip_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Frame, Page, Route

    from leerpad.course.model.course import Course

SECRET = "Geheim"
PATIENCE = 30_000
ORDINARY = {"GET activities/state", "GET agents/profile"}
"""What may not be there yet."""


@dataclass
class Kept:
    """What a record store keeps: statements in order, documents, and all that came in as text."""

    statements: list[dict[str, Any]] = field(default_factory=list)
    documents: dict[tuple[str, ...], bytes] = field(default_factory=dict)
    posted: list[str] = field(default_factory=list)

    def verbs(self, learner: str) -> list[str]:
        """What was said of a learner, in order."""
        own = [one for one in self.statements if one["actor"].get("account", {}).get("name") == learner]
        return [one["verb"]["id"].rpartition("/")[2] for one in own]


@contextmanager
def record_store(kept: Kept) -> Iterator[str]:
    """A record store that takes everything, on a free port."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            there = urlsplit(self.path)
            query = dict(parse_qsl(there.query))
            what = there.path.removeprefix("/xapi/")
            body = self.rfile.read(int(self.headers["Content-Length"] or 0))
            kept.posted.append(body.decode())
            if what == "statements":
                return self.say(json.loads(body)) if body else self.reply(200, b'{"statements": [], "more": ""}')
            key = (
                what,
                *(query.get(name, "") for name in ("activityId", "agent", "registration", "stateId", "profileId")),
            )
            if self.command in ("PUT", "POST"):
                kept.documents[key] = body
                return self.reply(204)
            return self.reply(200, kept.documents[key]) if key in kept.documents else self.reply(404)

        do_POST = do_PUT = do_GET  # noqa: N815 - the names are the server's

        def say(self, said: Any) -> None:
            new = said if isinstance(said, list) else [said]
            known = {one.get("id") for one in kept.statements}
            kept.statements += [one for one in new if one.get("id") not in known]
            self.reply(200, json.dumps([one.get("id") for one in new]).encode())

        def reply(self, code: int, body: bytes = b"") -> None:
            self.send_response(code)
            self.send_header("X-Experience-API-Version", "1.0.3")
            self.send_header("Content-Type", "application/json")
            self.send_header("ETag", f'"{sha1(body, usedforsecurity=False).hexdigest()}"')  # the player asks for it
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(Handler) as address:
        yield f"{address}/xapi/"


@dataclass
class Player:
    """CATAPULT's player, as a learning system uses it."""

    address: str
    authorization: str

    def ask(self, method: str, path: str, body: bytes | dict[str, Any] | None = None) -> Any:
        """What it answers. Raises HTTPError if it refuses."""
        kind = "application/zip" if isinstance(body, bytes) else "application/json"
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        headers = {"Authorization": self.authorization, **({"Content-Type": kind} if data else {})}
        with urlopen(Request(f"{self.address}/api/v1/{path}", data, headers, method=method)) as answer:
            return json.load(answer)


@contextmanager
def player(folder: Path, store: str) -> Iterator[Player]:
    """Run it on a free port, with this record store behind it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    facts = {
        "LRS_ENDPOINT": store,
        "LRS_USERNAME": "audit",
        "LRS_PASSWORD": "audit",
        "API_KEY": "audit",
        "API_SECRET": "audit",
        "TOKEN_SECRET": uuid4().hex,
        "CONTENT_URL": f"{address}/content",
        "FIRST_TENANT_NAME": "audit",
    }
    environment = {"DB_HOST": "127.0.0.1", **os.environ, **facts}
    migrate = ["node", "node_modules/.bin/knex", "migrate:latest", "--migrations-directory", "../migrations"]
    subprocess.run(migrate, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    command = ["node", "index.js", str(port), "127.0.0.1"]
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL) as process:
        try:
            found = Player(address, f"Basic {base64.b64encode(b'audit:audit').decode()}")
            while not _listens(address):
                assert process.poll() is None, "the player doesn't start"
                time.sleep(0.2)
            token = found.ask("POST", "auth", {"tenantId": 1, "audience": "audit"})["token"]
            yield Player(address, f"Bearer {token}")
        finally:
            process.terminate()


def _listens(address: str) -> bool:
    try:
        with urlopen(f"{address}/api/v1/ping"):
            return True
    except URLError as error:
        return hasattr(error, "code")


class Launched:
    """A learner who opened the package, in an empty browser profile."""

    def __init__(self, browser: Browser, player: Player, course: str, learner: str, registration: str) -> None:
        actor = {"account": {"homePage": "https://lms.voorbeeld.nl", "name": learner}}
        asked = {"actor": actor, "reg": registration, "returnUrl": f"{player.address}/api/v1/ping"}
        self.player = player
        self.launch = player.ask("POST", f"course/{course}/launch-url/0", asked)
        self.page: Page = browser.new_context().new_page()
        self.page.set_default_timeout(PATIENCE)
        self.refused: list[str] = []
        self.page.on("response", lambda answer: self._note(answer.status, answer.request.method, answer.url))
        self.page.goto(self.launch["url"])
        self.page.wait_for_function("frames[0]?.Leerpad?.store && frames[0].document.readyState === 'complete'")

    def _note(self, status: int, method: str, url: str) -> None:
        _, store, resource = urlsplit(url).path.partition("/lrs/")
        if store and status >= 400 and not (status == 404 and f"{method} {resource}" in ORDINARY):
            self.refused.append(f"{status} {method} {resource}")

    @property
    def course(self) -> Frame:
        """The page of the course that is shown."""
        return next(frame for frame in self.page.frames if frame.parent_frame)

    def open(self, path: str) -> Frame:
        """Another page of the course."""
        self.course.goto(f"{self.page.url.split('/leerpad.html')[0]}/{path}")
        return self.course

    @property
    def progress(self) -> dict[str, Any]:
        """The document of the learner, as the course sees it."""
        return self.course.evaluate("JSON.parse(JSON.stringify(Leerpad.store.progress))")

    def close(self) -> None:
        """Close with the button; wait until the player got the learner back."""
        self.page.get_by_role("button", name="Opslaan en sluiten").click()
        self.page.wait_for_url("**/api/v1/ping")
        while not self.player.ask("GET", f"session/{self.launch['id']}")[
            "isTerminated"
        ]:  # it was said while the page went
            time.sleep(0.2)


def play(browser: Browser, player: Player, kept: Kept, course: Course, made: str) -> None:
    """From the first lesson to another device. Raises AssertionError at what isn't as promised."""
    learner, registration = f"an-{uuid4().hex[:6]}", str(uuid4())
    here = Launched(browser, player, made, learner, registration)
    here.course.evaluate(
        f"""() => Leerpad.store.update((progress, {{put}}) => put(progress.notes, "n", {{text: "{SECRET}", prompt: "?"}}))"""
    )
    finish_lesson(here, "een/een-a.html")
    take_test(here, course, "een", right=False)
    for level in course.levels:
        take_test(here, course, level.id, right=True)
    take_test(here, course, "een", right=True, answered=2)
    before = here.progress
    here.close()
    assert here.refused == [], here.refused
    told = player.ask("GET", f"registration/{registration}")
    assert told["metadata"]["moveOn"]["satisfied"], told
    [unit] = told["aus"]
    assert (unit["isCompleted"], unit["isPassed"], unit["isSatisfied"]) == (1, 1, 1)
    session = player.ask("GET", f"session/{here.launch['id']}")
    assert (session["isFailed"], session["isAbandoned"]) == (0, 0)
    there = Launched(browser, player, made, learner, registration)
    assert tracked(there.progress) == tracked(before)
    assert there.progress["notes"] == {}
    there.close()
    assert there.refused == [], there.refused
    said = [verb for verb in kept.verbs(learner) if verb != "answered"]
    once = ["initialized", "completed", "passed", "terminated"]
    assert [verb for verb in said if verb in once] == [*once, "initialized", "terminated"], said
    assert SECRET not in "".join(kept.posted)


def play_in_trouble(browser: Browser, player: Player, kept: Kept, course: Course, made: str) -> None:
    """Pass while no answer to a statement arrives, though the player takes each. Raises AssertionError at what isn't said once."""
    learner, registration = f"bo-{uuid4().hex[:6]}", str(uuid4())
    here = Launched(browser, player, made, learner, registration)

    is_heard = Event()

    def lose(route: Route) -> None:
        answer = route.fetch()
        if is_heard.is_set():
            route.fulfill(response=answer)
        else:
            route.fulfill(status=503)

    here.page.route("**/statements*", lose)
    for level in course.levels:
        take_test(here, course, level.id, right=True)
    here.page.locator("[data-notice=refused]").wait_for()
    is_heard.set()
    finish_lesson(here, "een/een-a.html")
    here.page.locator("[data-notice=refused]").wait_for(state="detached")
    here.close()
    said = kept.verbs(learner)
    once = {"initialized", "completed", "passed", "terminated"}
    assert sorted(verb for verb in said if verb in once) == sorted(once), said
    own = [one for one in kept.statements if one["actor"].get("account", {}).get("name") == learner]
    asked = {one["object"]["id"] for one in own if one["verb"]["id"].endswith("answered")}
    assert said.count("answered") == len(asked) > 0, said
    assert player.ask("GET", f"registration/{registration}")["metadata"]["moveOn"]["satisfied"]


def main(folder: Path) -> int:
    """Play the package of a small course; gives the exit status."""
    kept = Kept()
    with TemporaryDirectory() as room, record_store(kept) as store, player(folder, store) as found:
        project = Path(room)
        settings = SETTINGS.replace("    pass_mark: 60%\n", ANSWERS)
        site = build_lms_site(project, {**rich_course(), **WORDS, "mkdocs.yml": settings})
        course = load_flawless(project)
        made = found.ask("POST", "course", zip_of(package_of(site, course, "cmi5"), 0))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
            play(browser, found, kept, course, made["id"])
            play_in_trouble(browser, found, kept, course, made["id"])
            browser.close()
    print("cmi5: played in CATAPULT, which says satisfied")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
