"""Servers that obey the settings that a build makes: a static host that reads `_headers`, and a real nginx."""

from __future__ import annotations

import socket
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from browser_setup import find_program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from http.server import BaseHTTPRequestHandler
    from pathlib import Path

NGINX = find_program("nginx-light")


def header_rules(text: str) -> dict[str, dict[str, str]]:
    """What a file `_headers` says: the headers for each path, `/*` for all."""
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            rules[line] = here = {}
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            here[name] = value
    return rules


@dataclass
class Wall:
    """What may stand between a visitor and a server: a page of its own for everything that is asked, with a status."""

    status: int | None = None


@contextmanager
def running(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address of a server on a free port that answers with this handler, for as long as it is needed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def static_host(site: Path, folder: str = "/", wall: Wall | None = None) -> Iterator[str]:
    """A host of static files for a site in a folder: sends what `_headers` says, and 404.html for what isn't there."""
    rules = header_rules((site / "_headers").read_text("utf-8"))

    class Host(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(site))  # type: ignore[arg-type]

        def translate_path(self, path: str) -> str:
            return super().translate_path("/" + path.removeprefix(folder))

        def do_GET(self) -> None:
            if wall is None or wall.status is None:
                super().do_GET()
            else:
                self._send_page(wall.status, b"<!doctype html><title>Login</title><h1>Log eerst in</h1>")

        def end_headers(self) -> None:
            path = "/" + urlsplit(self.path).path.removeprefix(folder)
            for name, value in {**rules["/*"], **rules.get(path, {})}.items():
                self.send_header(name, value)
            super().end_headers()

        def send_error(self, code: int, *_: object) -> None:
            self._send_page(code, (site / "404.html").read_bytes())

        def _send_page(self, code: int, page: bytes) -> None:
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with running(Host) as address:
        yield f"{address}{folder}".rstrip("/")


@contextmanager
def nginx(site: Path, folder: str, workplace: Path) -> Iterator[str]:
    """A real nginx for a site in a folder, with the settings that the build made."""
    assert NGINX is not None
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    temporary = "".join(
        f"  {kind}_temp_path {workplace}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (workplace / "nginx.conf").write_text(f"""\
daemon off;
master_process off;
pid {workplace}/pid;
error_log stderr notice;
events {{}}
http {{
  access_log off;
{temporary}\
  server {{
    listen 127.0.0.1:{port};
    location {folder} {{
      alias {site}/;
      include {site}/nginx.conf;
    }}
  }}
}}
""")
    command = [NGINX, "-e", "stderr", "-p", str(workplace), "-c", str(workplace / "nginx.conf")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            said = ""
            while " OS: " not in said:  # it says so once it listens
                line = server.stderr.readline()
                assert line, said
                said += line
            yield f"http://127.0.0.1:{port}{folder}".rstrip("/")
        finally:
            server.terminate()
