"""Other site generators build the same site of this course: page by page, beside the one that MkDocs makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from course.support.real import copy_course
from playwright.sync_api import expect
from support.axe import violations
from support.hosts import build_with, contents, differences
from support.pages import search_index
from support.servers import header_rules, static_host
from support.shelf import SITE

from leerpad.deploy.servers import WORKER

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors

pytestmark = pytest.mark.xdist_group("hosts")  # their sites are shared by these tests

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')

OF_THE_THEME = re.compile(r"assets/(images|javascripts|stylesheets)/")
"""Zensical has the scripts and styles of its own theme, as Material has."""
OTHER_FILES = {
    "search/search_index.json": "Zensical's search reads search.json, which holds the same",
    "search/search_index.js": "the same for file://: search.js",
}
OTHER_CONTENT = {
    WORKER: "it names the files of the theme",
    "licenses.txt": "it names the theme and what that brings",
    **dict.fromkeys(["_headers", ".htaccess", "nginx.conf", "web.config"], "hashes of the theme's scripts and styles"),
}
"""Files that differ, each with the reason. Of pages, the test below says what must be the same: all that a reader finds.

Beside that, Zensical takes `data-search-exclude` away when it has made the index; its search dialog speaks English; and
where a box holds a heading, its search reckons what stands below the box to that heading too.
"""


@pytest.fixture(scope="session")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, as Zensical builds it."""
    folder = copy_course(tmp_path_factory.mktemp("zensical"))
    done = build_with("zensical", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "De site is gebouwd, in" in done.stderr
    return folder / SITE


def test_zensical_builds_the_same_site_from_finished_pages(site: Path, zensical_site: Path) -> None:
    ours, theirs = (
        {name: text for name, text in contents(folder).items() if not OF_THE_THEME.match(name)}
        for folder in (site, zensical_site)
    )
    assert ours.keys() - theirs.keys() == OTHER_FILES.keys()
    assert theirs.keys() - ours.keys() == {"search.json", "search.js"}
    same = ours.keys() & theirs.keys()
    differ = {name for name in same if ours[name] != theirs[name]}
    assert {name for name in differ if not name.endswith(".html")} == OTHER_CONTENT.keys()
    assert ours["404.html"] == theirs["404.html"]
    assert differences(site, zensical_site) == []


def test_zensical_finds_the_same_in_a_search(site: Path, zensical_site: Path) -> None:
    ours = search_index(site / "search" / "search_index.json", "docs")
    theirs = search_index(zensical_site / "search.json", "items")
    assert theirs == ours
    text = (zensical_site / "search.json").read_text("utf-8")
    assert (zensical_site / "search.js").read_text("utf-8") == f"var __index={text}"
    assert not re.search("[\ue000-\uf8ff]", text)


def test_zensical_asks_no_other_host_and_permits_nothing_more(site: Path, zensical_site: Path) -> None:
    for file in zensical_site.rglob("*.html"):
        assert not re.search(r'<(script|link|img)[^>]* (src|href)="(https?:)?//', file.read_text("utf-8")), file
    ours, theirs = (
        dict(rule.strip().split(" ", 1) for rule in headers["Content-Security-Policy"].split(";"))
        for headers in (
            header_rules((folder / "_headers").read_text("utf-8"))["/*"] for folder in (site, zensical_site)
        )
    )
    hashed = ("script-src", "style-src")
    assert {name: rule for name, rule in ours.items() if name not in hashed} == {
        name: rule for name, rule in theirs.items() if name not in hashed
    }
    for name in hashed:
        assert {word for word in ours[name].split() if "sha256" not in word} == {
            word for word in theirs[name].split() if "sha256" not in word
        }


def test_properdocs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    """Byte for byte. Only the name of the generator differs, and so the version in the worker, which follows from all."""
    done = build_with("properdocs", copy_course(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "De site is gebouwd, in" in done.stderr
    ours, theirs = contents(site), contents(tmp_path / SITE)
    assert sorted(theirs) == sorted(ours)
    assert b"ProperDocs" in GENERATOR.findall(theirs["index.html"])[0]
    differ = [name for name in ours if GENERATOR.sub(b"", ours[name]) != GENERATOR.sub(b"", theirs[name])]
    assert differ == [WORKER]


def test_a_reader_of_zensicals_site_reads_and_searches_under_the_policy(
    zensical_site: Path, visitors: Visitors
) -> None:
    with static_host(zensical_site) as address:
        visitor = visitors.arrive(address)
        page = visitor.open("tevredenheid/index.html")
        assert violations(page) == []
        search(page)
    search(visitors.arrive(zensical_site.as_uri()).open("tevredenheid/index.html"))


def search(page: Page) -> None:
    page.locator(".md-search__button").click()
    field = page.get_by_role("combobox")
    expect(field).to_be_visible()
    field.press_sequentially("correlatie")
    expect(page.get_by_role("option").first).to_contain_text("orrelatie")
