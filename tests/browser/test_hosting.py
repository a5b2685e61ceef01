"""The site under the settings that come with it: nothing a reader does is against the policy."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from conftest import serve
from playwright.sync_api import expect
from support.axe import violations
from support.browser import choose, hand_in
from support.servers import NGINX, header_rules, nginx, static_host
from support.trees import SETTINGS, build_site, rich_course

from leerpad.deploy.servers import FILES, SAFETY, site_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.browser import Visitor, Visitors

FOLDER = "/intranet/leren/"
LEVELS = {"Eerste": "een/index.html", "Tweede": "twee/index.html", "Derde": "drie/index.html"}
LETTERS = "() => document.fonts.ready.then(() => document.fonts.check('20px \"Leerpad Headings\"'))"
"""Whether the font of headings came, which a policy may forbid."""


@pytest.fixture(scope="module")
def placed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, which knows where it will stand."""
    settings = f"site_url: https://intranet.example.com{FOLDER}\n{SETTINGS}"
    return build_site(tmp_path_factory.mktemp("placed"), {**rich_course(), "mkdocs.yml": settings})


@pytest.fixture(scope="module", params=["static host", "nginx"])
def hosted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small site on a server with the settings that the build made."""
    if request.param == "static host":
        with static_host(request.getfixturevalue("small_site"), FOLDER) as address:
            yield address
        return
    if NGINX is None:
        pytest.skip("there is no nginx on this machine")
    with nginx(request.getfixturevalue("placed_site"), FOLDER, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def test_a_host_tells_what_may_be_kept_and_the_font_and_the_search_come(hosted: str, visitors: Visitors) -> None:
    visitor = visitors.arrive(hosted)
    page = visitor.open("index.html")
    response = page.request.get(f"{hosted}/index.html")
    assert "frame-ancestors 'self'" in response.headers["content-security-policy"]
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "immutable" not in response.headers.get("cache-control", "")
    script = page.locator("script[src*='assets/leerpad/leerpad.']").evaluate("script => script.src")
    assert page.request.get(script).headers["cache-control"] == "public, max-age=31536000, immutable"
    font = page.locator("link[as=font]").evaluate("(link) => link.href")
    assert page.request.get(font).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert page.request.get(font).headers["content-type"] == "font/woff2"
    assert page.evaluate(LETTERS)
    page.get_by_role("textbox", name="Zoeken").press_sequentially("gewone")  # the theme listens to keys
    page.locator(".md-search-result").get_by_role("link").first.click()
    expect(page.get_by_text("Een gewone tekst.")).to_be_visible()


def test_a_reader_does_everything_under_the_policy(visitors: Visitors, small_site: Path) -> None:
    """Every server gets the same policy: see test_policy.py."""
    with static_host(small_site, FOLDER) as address:
        visitor = visitors.arrive(address)
        page = visitor.open("een/een-a.html")
        choose(page, "Welke is goed?", "Fout")
        page.get_by_role("button", name="Controleer").first.click()
        expect(page.get_by_text("Reden van fout.").first).to_be_visible()
        visitor.open("een/toets-een.html")
        hand_in(page)
        expect(page.get_by_text("Geslaagd").first).to_be_visible()
        visitor.open("mijn-voortgang.html")
        expect(page.get_by_role("button", name="Bewaar een kopie")).to_be_visible()
        visitor.open("mijn-certificaten.html")
        expect(page.get_by_role("article", name="Certificaat: Eerste")).to_be_visible()
        page.clock.set_fixed_time(datetime.now(UTC) + timedelta(days=2))  # the questions of the test come back
        visitor.open("index.html")
        page.get_by_role("link", name="Vijf vragen van eerder").click()
        expect(page.locator("leerpad-reviews .lp-question")).to_be_visible()
        assert visitor.complaints == []
        leave(visitor)


def test_every_file_and_what_is_not_there_come_with_all_headers(hosted: str, small_site: Path) -> None:
    """A real crawl: one `add_header` of a server's own in a nested block takes all the others away."""
    names = [name for name in site_files(small_site) if name not in FILES]
    assert len(names) > 50
    told = header_rules((small_site / "_headers").read_text("utf-8"))["/*"]
    for name in [*names, "weg.html", "een/weg.js"]:
        try:
            answer = urlopen(f"{hosted}/{quote(name)}")
        except HTTPError as error:
            assert name.split("/")[-1].startswith("weg.")
            answer = error
        with answer:
            assert {header: answer.headers.get(header) for header in SAFETY} == {key: told[key] for key in SAFETY}, name
            assert answer.headers["Content-Security-Policy"], name


def test_the_settings_of_a_server_are_not_for_readers(hosted: str) -> None:
    with urlopen(f"{hosted}/") as home:
        if "nginx" not in home.headers.get("Server", ""):
            pytest.skip("a host for plain files knows only its own file")
    for name in FILES:
        with pytest.raises(HTTPError, match="404"):
            urlopen(f"{hosted}/{name}")


def leave(visitor: Visitor) -> None:
    """Go, before the server does. A browser says of every 404 that there was one; nothing else may be said."""
    visitor.page.wait_for_load_state()
    visitor.page.close()
    visitor.complaints[:] = [said for said in visitor.complaints if not re.search(r"status of 404|MIME type", said)]


def test_what_is_not_there_leads_home_from_any_depth_and_a_page_in_another_folder_is_suggested(
    hosted: str, visitors: Visitors
) -> None:
    visitor = visitors.arrive(hosted)
    urls = {name: f"{hosted}/{url}" for name, url in {"Home": "index.html", **LEVELS}.items()}
    for path in ("weg.html", "een/weg.html", "x/y/een/z/weg.html", "elders/twee-b.html"):
        page = visitor.open(path)
        expect(page.get_by_role("heading", name="Deze pagina is er niet")).to_be_visible()
        for name, url in urls.items():
            expect(page.get_by_role("link", name=name, exact=True)).to_have_js_property("href", url)
    expect(page.get_by_role("link", name="Les twee B")).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    page.get_by_role("link", name="Les twee B").click()
    expect(page.get_by_role("heading", level=1, name="Les twee B")).to_be_visible()
    leave(visitor)


def test_without_script_it_leads_home_if_it_was_told_and_says_so_if_not(
    visitors: Visitors, small_site: Path, placed_site: Path
) -> None:
    with static_host(placed_site, FOLDER) as address:
        visitor = visitors.arrive(address, java_script_enabled=False)
        page = visitor.open("x/weg.html")
        page.get_by_role("link", name="Home").click()
        expect(page.get_by_role("heading", level=1, name="Welkom")).to_be_visible()
        leave(visitor)
    with static_host(small_site, FOLDER) as address:
        visitor = visitors.arrive(address, java_script_enabled=False)
        page = visitor.open("x/weg.html")
        expect(page.get_by_role("link")).to_have_text(["de map van dit adres", "de map erboven"])
        page.get_by_role("link", name="de map erboven").click()
        expect(page.get_by_role("heading", level=1, name="Welkom")).to_be_visible()
        leave(visitor)


def test_pages_of_the_same_server_may_frame_the_site_and_nothing_else_may_be_added(
    visitors: Visitors, small_site: Path, tmp_path: Path
) -> None:
    with static_host(small_site, FOLDER) as address, serve(tmp_path) as elsewhere:
        (tmp_path / "intranet.html").write_text(f'<!doctype html><iframe src="{address}/een/een-a.html"></iframe>')
        visitor = visitors.arrive(address)
        page = visitor.open("index.html")
        page.evaluate(
            "src => document.body.append(Object.assign(document.createElement('iframe'), { src }))", "een/een-a.html"
        )
        frame = page.frame_locator("iframe")
        frame.get_by_label("Goed", exact=True).first.check()
        frame.get_by_role("button", name="Controleer").first.click()
        expect(frame.get_by_text("Reden van goed.").first).to_be_visible()
        assert visitor.complaints == []
        other = visitors.arrive(elsewhere)
        with other.page.expect_event("requestfailed"):
            other.open("intranet.html")
        assert any("frame-ancestors" in said for said in other.complaints)
        other.complaints.clear()
        # What was not in the pages does not run: an inline script of somebody else is text.
        page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "window.strange = true";
              document.body.append(script);
            }"""
        )
        assert page.evaluate("window.strange") is None
        assert any("violates the following Content Security Policy" in said for said in visitor.complaints)
        visitor.complaints.clear()
        page.close()
