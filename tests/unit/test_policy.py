"""The policy for content: it allows what pages hold, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.servers import header_rules
from support.whole_sites import allows_its_own_scripts_only, hashed, rules

from leerpad.course.load.settings import load_settings
from leerpad.deploy.servers import FILES, HASHED, SAFETY, WORKER, settings
from leerpad.deploy.servers.policy import Inline, inline_parts, policy
from leerpad.locales import load_locale
from leerpad.source.diagnostics import Report
from leerpad.source.html_pieces import PIECE

if TYPE_CHECKING:
    from pathlib import Path

PAGE = '<!doctype html><html><head><meta charset="utf-8">\n<script>one()</script></head><body>{}</body></html>'
NAMES = ["index.html", "assets/leerpad/leerpad.0b1eb6c994.js", "assets/a.b/main.57a0d79d.min.css.map", "foto.12ab.jpg"]


def test_every_inline_script_of_every_page_is_allowed_and_no_other(small_site: Path) -> None:
    allows_its_own_scripts_only(small_site)


@pytest.mark.parametrize(
    ("more", "name", "text"),
    [
        ("<script>two()</script>", "script-src", "two()"),
        ("<SCRIPT type=module>\nif (a < b && c) two()\n</SCRIPT>", "script-src", "\nif (a < b && c) two()\n"),
        ("<style>p > a { color: red }</style>", "style-src", "p > a { color: red }"),
        ('<p title="a > b" style="--x: &quot;y&quot;">', "style-src", '--x: "y"'),
    ],
)
def test_what_stands_in_a_page_changes_the_policy(more: str, name: str, text: str) -> None:
    before, after = (policy(inline_parts([PAGE.format(part)])) for part in ("", more))
    assert hashed(text) not in before
    assert hashed(text) in rules(after)[name]
    assert set(rules(after)[name]) - set(rules(before)[name]) <= {hashed(text), "'unsafe-hashes'"}


@pytest.mark.parametrize(
    "more",
    [
        '<script type="application/json">{"a": 1}</script>',
        '<script src="a.js"></script>',
        "<!-- <script>two()</script> -->",
        "<pre>&lt;script&gt;two()&lt;/script&gt;</pre>",
        '<a onclick="two()">',
        "<script></script>",
    ],
)
def test_what_does_not_run_is_not_allowed_to(more: str) -> None:
    assert policy(inline_parts([PAGE.format(more)])) == policy(inline_parts([PAGE.format("")]))


def test_a_script_without_an_end_changes_nothing_for_another_page() -> None:
    pages = [PAGE.format("<script>a <b>"), PAGE.replace("one", "two").format("")]
    whole = [PAGE.format(""), pages[1]]
    assert policy(inline_parts(pages)) == policy(inline_parts(whole))


SIGNS = ["<", ">", "=", '"', "'", " ", "/", "\n", "x", ' x="y"', ' style="y"', " STYLE = 'z'", "<!--", "-->"]
TAGS = ["<script>", "</script>", "<title>", "</title>", "<style", "</style>", "<b", "<p title=", "<a>b</a>", "<scripts"]


@given(st.lists(st.sampled_from([*SIGNS, *TAGS]), max_size=16).map("".join))
@example('<<script>x</script><b ="x y="><b style="y">">')
@example('<b x="<script>y</script>"><style>z</style>')
def test_what_is_passed_over_needs_no_permission(page: str) -> None:
    """The slow way reads every piece by itself."""
    pieces = [piece[0] for piece in PIECE.finditer(page) if piece[0].endswith(">")]
    assert inline_parts([page]) == inline_parts(pieces)


def made(site_url: str | None = None) -> dict[str, str]:
    return settings(NAMES, policy(Inline((), (), ()), ["https://*.voorbeeld.nl:8443"]), load_locale("nl"), site_url)


def test_every_server_gets_the_same_headers() -> None:
    files = made()
    assert tuple(files) == FILES
    told = header_rules(files["_headers"])
    assert told["/*"].keys() == {"Content-Security-Policy", *SAFETY}
    assert told["/*"]["Cross-Origin-Opener-Policy"] == told["/*"]["Cross-Origin-Resource-Policy"] == "same-origin"
    assert {"camera=()", "serial=()", "fullscreen=(self)"} <= set(told["/*"]["Permissions-Policy"].split(", "))
    for name, value in told["/*"].items():
        assert f'add_header {name} "{value}" always;' in files["nginx.conf"]
        assert f'Header always set {name} "{value}"' in files[".htaccess"]
        assert f'<add name="{name}" value="{value}" />' in files["web.config"]
    assert told["/*"]["Content-Security-Policy"].endswith("frame-ancestors 'self' https://*.voorbeeld.nl:8443")
    assert set(told) == {"/*", f"/{WORKER}", f"/{NAMES[1]}", f"/{NAMES[2]}"}
    web = ElementTree.fromstring(files["web.config"].encode())
    assert [place.get("path") for place in web.findall("location")] == NAMES[1:3]


def test_no_server_lets_a_browser_keep_the_worker() -> None:
    """A browser that kept it would not hear of a new version. All servers ask again for what has no hash in its name."""
    assert header_rules(made()["_headers"])[f"/{WORKER}"] == {"Cache-Control": "no-cache"}
    assert not re.search(HASHED, WORKER)
    assert rules(policy(Inline((), (), ())))["worker-src"] == ["'self'"]


@pytest.mark.parametrize(
    ("site_url", "base"), [(None, "/"), ("https://a.nl", "/"), ("https://a.nl/x/leren", "/x/leren/")]
)
def test_the_page_for_what_is_not_there_stands_where_the_site_does(site_url: str | None, base: str) -> None:
    files = made(site_url)
    assert f"\nerror_page 404 {base}404.html;\n" in files["nginx.conf"]
    assert f"\nErrorDocument 404 {base}404.html\n" in files[".htaccess"]


@pytest.mark.parametrize(
    "value", ["intranet.nl", "https://intranet.nl/pad", "'none'", "https://a.nl; script-src *", "*"]
)
def test_only_servers_can_be_named(value: str, tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(f'extra:\n  leerpad:\n    course_id: x\n    framed_by: ["{value}"]\n', "utf-8")
    report = Report()
    load_settings(file, "mkdocs.yml", report)
    assert [found.code for found in report.faults] == ["expected_origin"]


def test_no_server_shows_its_settings() -> None:
    files = made()
    names = "web\\.config|nginx\\.conf|\\.htaccess|_headers"
    assert f'if ($uri ~ "/({names})$") {{\n  return 404;' in files["nginx.conf"]
    assert f'RedirectMatch 404 "/({names})$"' in files[".htaccess"]
    hidden = ElementTree.fromstring(files["web.config"].encode()).findall(".//hiddenSegments/add")
    assert [entry.get("segment") for entry in hidden] == ["nginx.conf", ".htaccess", "_headers"]  # IIS hides its own
