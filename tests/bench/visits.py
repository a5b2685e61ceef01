"""What a first visit over http transfers: every byte that a server sends for a page, packed as servers do."""

from __future__ import annotations

import gzip
from collections import Counter
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from support.servers import running

from leerpad.deploy.servers import WORKER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
"""What servers pack; pictures and fonts are packed already."""
OURS = "/assets/leerpad/"


class Sent(NamedTuple):
    """One answer of the server, headers included. `by_worker`: for the copy that is kept for when there is no network."""

    path: str
    size: int
    by_worker: bool


@contextmanager
def packing_server(site: Path, sent: list[Sent]) -> Iterator[str]:
    """The address of a server that packs what it sends, and notes each answer."""

    class Server(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(site))  # type: ignore[arg-type]

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            file = site / path.lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            found = file.is_file()
            content = file.read_bytes() if found else b""
            is_packed = file.suffix in PACKED
            body = gzip.compress(content, 6) if is_packed else content
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", self.guess_type(str(file)))
            if is_packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            size = sum(map(len, self._headers_buffer)) + len(b"\r\n") + len(body)
            by_worker = f"/{WORKER}" in (path, urlsplit(self.headers.get("Referer", "")).path)
            sent.append(Sent(path, size, by_worker))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(Server) as address:
        yield address


def first_visit(browser: Browser, site: Path, page_url: str) -> list[Sent]:
    """All that is sent to a new reader who opens a page and looks at it for a while."""
    sent: list[Sent] = []
    with packing_server(site, sent) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(f"{address}/{page_url}", wait_until="networkidle")
        page.wait_for_timeout(3000)
        context.close()
    return sent


def visit_rows(browser: Browser, site: Path, pages: dict[str, str]) -> list[list[str]]:
    """A row for each page: answers, and kB by whose they are; then what the worker fetched for later."""
    rows = [["first visit over http, kB", "answers", "all", "page", "theme", "ours", "for offline"]]
    for name, url in pages.items():
        sent = first_visit(browser, site, url)
        sums: Counter[str] = Counter()
        for one in sent:
            sums["offline" if one.by_worker else _whose(one.path)] += one.size
        numbers = [
            sums["page"] + sums["theme"] + sums["ours"],
            *(sums[of] for of in ("page", "theme", "ours", "offline")),
        ]
        rows.append([name, str(sum(not one.by_worker for one in sent)), *(f"{size / 1000:.1f}" for size in numbers)])
    return rows


def _whose(path: str) -> str:
    if path.startswith(OURS):
        return "ours"
    return "page" if path.endswith((".html", "/")) else "theme"
