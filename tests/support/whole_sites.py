"""What must hold for every file of a built site, whatever its course."""

from __future__ import annotations

import json
import re
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leerpad.deploy.servers import FILES, WORKER
from leerpad.site.assets.split import make_bundles
from support.servers import header_rules
from support.trees import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable

LOADS = re.compile(
    r"<(?:script|img|iframe|frame|source|track|video|audio|embed|object|input|use|image|link(?![^>]*rel=\"?(?:canonical|next|prev)\b))\b"
    r"[^>]*?\s(?:src|srcset|href|xlink:href|data|poster)=\"?(?P<target>[^\"\s>]+)"
)
STYLES = re.compile(r"(?:url\(|@import\s)\s*[\"']?(?P<target>[^\"')\s]+)")
OWN = re.compile(r"(?!//)(?!\w+:)|data:image/")


def hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def rules(text: str) -> dict[str, list[str]]:
    return {rule.split()[0]: rule.split()[1:] for rule in text.split("; ")}


def of_kind(site: Path, suffix: str, read: Callable[[str], list[str]]) -> list[tuple[str, str]]:
    return [(file.name, found) for file in site.rglob(f"*{suffix}") for found in read(file.read_text("utf-8"))]


def allows_its_own_scripts_only(site: Path) -> None:
    """The policy names each script and style that stands in a page, and nothing else."""
    wanted = {"script-src": set(), "style-src": set()}
    sent = rules(header_rules((site / "_headers").read_text("utf-8"))["/*"]["Content-Security-Policy"])
    for file in site.rglob("*.html"):
        page = file.read_text("utf-8")
        wanted["script-src"] |= {hashed(text) for text in re.findall(r"<script>(.*?)</script>", page, re.DOTALL)}
        wanted["style-src"] |= {hashed(text) for text in re.findall(r"<style>(.*?)</style>", page, re.DOTALL)}
        wanted["style-src"] |= {hashed(text) for text in re.findall(r'<[a-z][^<>]* style="([^"]*)"', page)}
    for name, hashes in wanted.items():
        assert set(sent[name]) == hashes | {"'self'"} | ({"'unsafe-hashes'"} if name == "style-src" else set())
    assert "'unsafe-inline'" not in str(sent)
    assert sent["default-src"] == ["'self'"]  # a browser that fetches the next lesson ahead asks this rule
    assert not re.search(r"https?:|\*", str(sent))


def loads_what_it_shows(site: Path) -> None:
    """Each page loads our core, a bundle for what it holds and no other, and asks no other host.

    Questions that come back are asked for by who needs them.
    """
    bundles = make_bundles()[1:]
    later = {bundle.name for bundle in bundles if bundle.is_later}
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        if page.name == "404.html" or "http-equiv" in html:
            continue  # they carry what they need
        ours = re.findall(r'(?:src|href)="[^"]*assets/leerpad/([\w-]+)\.[0-9a-f]{10}\.(js|css)"', html)
        held = set(re.findall(r'<([a-z]+-[a-z-]+)|"type":"(\w+)"|class="(lp-term)"', html))
        marks = {name for found in held for name in found}
        shown = {name for bundle in bundles if bundle.marks & marks for name in bundle.way[1:]} - later
        scripts = [name for name, kind in ours if kind == "js"]
        assert scripts[:3] == ["iframe-worker", "course", "leerpad"], page.name
        assert set(scripts[3:]) == shown, page.name
        assert {name for name, kind in ours if kind == "css"} == {"leerpad"} | shown, page.name
        assert len(ours) == len(set(ours)), page.name
        asked = re.sub(r"<a\s[^>]*>", "", html)  # a link that a reader may follow asks for nothing
        assert not re.search(r'(?:src|href|srcset|action)="(?:https?:)?//', asked), page.name


def tells_no_path_and_asks_no_other_host(site: Path, loaded: int = 100) -> None:
    """No file has a path of the machine in it; no page has a remark, or loads from elsewhere."""
    paths = [str(site.parent), str(REPOSITORY), f"{Path.home()}/", sys.prefix]
    files = [file for file in site.rglob("*") if file.is_file()]
    assert [file.name for file in files for path in paths if path.encode() in file.read_bytes()] == []
    assert [file.name for file in files if file.suffix == ".html" and b"<!--" in file.read_bytes()] == []
    targets = of_kind(site, ".html", lambda text: LOADS.findall(text) + STYLES.findall(text))
    targets += of_kind(site, ".css", STYLES.findall)
    assert len(targets) > loaded
    assert [found for found in targets if not OWN.match(found[1])] == []


def site_of(worker: str) -> dict[str, Any]:
    """What the worker of a site knows of it."""
    found: dict[str, Any] = json.loads(re.findall(r"^const SITE=(.*);$", worker, re.MULTILINE)[0])
    return found


def is_kept_whole(site: Path, *also: str) -> None:
    """A browser keeps every page, and these files, but nothing that no reader needs."""
    kept = site_of((site / WORKER).read_text("utf-8"))
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    pages = {name for name in files if name.endswith(".html")}
    assert pages | {"search/search_index.json", *also} <= kept["now"].keys() <= files
    assert "assets/javascripts/lunr/min/lunr.nl.min.js" in kept["now"]
    assert all("/lunr/" in name for name in kept["later"])
    assert not {*FILES, WORKER} & kept["now"].keys()
    assert kept["bytes"] < 6_200_000


def course_map_of(site: Path) -> dict[str, Any]:
    """What every page knows of the course."""
    script = next((site / "assets" / "leerpad").glob("course.*.js")).read_text("utf-8")
    found: dict[str, Any] = json.loads(script.removeprefix("window.LeerpadCourse=").removesuffix(";\n"))
    return found
