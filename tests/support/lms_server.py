"""A small learning system: serves a package, keeps what scorm-again commits, and lets a visitor in as a learner."""

from __future__ import annotations

import json
import mimetypes
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from support.servers import running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Frame, Page

    from support.browser import Visitor

ROOT = Path(__file__).parents[2]
SCORM_AGAIN = ROOT / "node_modules" / "scorm-again" / "dist"
FILES = Path(__file__).parent / "lms_files"
TEXTS = (".html", ".js", ".css", ".svg", ".json", ".xml", ".txt")
IN_ONE_VERSION = pytest.mark.parametrize("version", ["1.2"], indirect=True)
"""For what the shell does whichever version of SCORM it speaks."""

SHELL = "document.querySelector('iframe')?.contentWindow"


@dataclass
class Lms:
    """What the learning system knows. `states` are by learner, `posted` is every byte that came in."""

    package: dict[str, bytes]
    states: dict[str, Any] = field(default_factory=dict)
    posted: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    policy: str = ""
    address: str = ""


def kind_of(name: str) -> str:
    """The media type of a file."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind};charset=utf-8" if name.endswith(TEXTS) else kind


@contextmanager
def learning_system(package: dict[str, bytes]) -> Iterator[Lms]:
    """Run it on a free port."""
    lms = Lms(package)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            _, room, *rest = self.path.partition("?")[0].split("/", 2)
            name = "/".join(rest)
            if room == "lms":
                file = FILES / name if (FILES / name).is_file() else SCORM_AGAIN / name
                self.reply(file.read_bytes(), name)
            elif room == "state":
                self.reply(json.dumps(lms.states.get(name, {})).encode(), "state.json")
            elif room == "package" and name in lms.package:
                self.reply(lms.package[name], name, policy=lms.policy)
            else:
                if "favicon" not in name:
                    lms.missing.append(self.path)
                self.reply(b"", name, code=404)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            lms.posted.append(body)
            if "cmi" in json.loads(body):
                lms.states[self.path.split("/")[2]] = json.loads(body)
            self.reply(json.dumps({"result": "true", "errorCode": 0}).encode(), "said.json")

        def reply(self, body: bytes, name: str, *, code: int = 200, policy: str = "") -> None:
            self.send_response(code)
            self.send_header("Content-Type", kind_of(name))
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            if policy:
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(Handler) as lms.address:
        yield lms


class Launch:
    """A learner who opened the package in the learning system."""

    def __init__(self, visitor: Visitor, lms: Lms, version: str, learner: str, **options: str) -> None:
        self.lms = lms
        self.visitor = visitor
        self.page: Page = visitor.page
        more = "".join(f"&{name}={value}" for name, value in options.items())
        self.page.goto(f"{lms.address}/lms/host.html?version={version}&learner={learner}{more}")
        self.page.wait_for_function(
            f"{SHELL}?.frames[0]?.Leerpad?.store && {SHELL}.frames[0].document.readyState === 'complete'"
        )

    @property
    def shell(self) -> Frame:
        """The launch page."""
        return next(frame for frame in self.page.frames if frame.parent_frame == self.page.main_frame)

    @property
    def course(self) -> Frame:
        """The page of the course that is shown now."""
        return next(frame for frame in self.page.frames if frame.parent_frame == self.shell)

    def open(self, path: str) -> Frame:
        """Another page of the course."""
        self.course.goto(f"{self.lms.address}/package/{path}")
        return self.course

    @property
    def log(self) -> dict[str, Any]:
        """What the recorder heard."""
        return self.page.evaluate("window.__log")

    @property
    def progress(self) -> dict[str, Any]:
        """The document of the learner, as the course sees it."""
        return self.course.evaluate("JSON.parse(JSON.stringify(Leerpad.store.progress))")

    def told(self, element: str, value: str) -> None:
        """Wait until this was said and committed."""
        self.page.wait_for_function(
            "([element, value]) => __log.values[element] === value && __log.calls.at(-1)[0].endsWith('Commit')",
            arg=[element, value],
        )

    def leave(self) -> dict[str, Any]:
        """Close the window of the package, as a learning system does; gives what the recorder heard, once all arrived."""
        self.page.evaluate("document.querySelector('iframe').remove()")
        self.page.evaluate("Promise.allSettled(window.__sent).then(() => null)")
        return self.log


def suspended(lms: Lms, learner: str = "an") -> str:
    """The text that this learning system keeps of a learner's progress."""
    return str(lms.states[learner]["cmi"]["suspend_data"])
