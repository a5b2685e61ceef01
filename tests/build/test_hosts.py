"""Other site generators build the same site: page by page, beside the one that MkDocs makes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from support.axe import violations
from support.pages import page_facts, search_index
from support.servers import header_rules, static_host
from support.shelf import SITE
from support.trees import REPOSITORY, SETTINGS, build_site, copy_course, course, lesson, write_tree

from leerpad import commands
from leerpad.commands import site as site_commands
from leerpad.deploy.servers import WORKER
from leerpad.guide import guide_file
from leerpad.hosts import zensical
from leerpad.locales import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page
    from support.browser import Visitors

pytestmark = pytest.mark.xdist_group("hosts")  # their sites are shared by these tests

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
WARNS_LATE = "import logging\ndef on_post_build(config):\n    logging.getLogger('mkdocs').warning('let op')\n"

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


def build_with(host: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Type `python -m leerpad build --host …` in the folder of a course."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "leerpad", "build", "--host", host]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture(scope="session")
def zensical_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, as Zensical builds it."""
    folder = copy_course(tmp_path_factory.mktemp("zensical"))
    done = build_with("zensical", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "De site is gebouwd, in" in done.stderr
    return folder / SITE


def differences(ours: Path, theirs: Path) -> list[str]:
    """Every fact of every page that isn't the same in two sites."""
    return [
        f"{name}: {kind}: {one} / {other}"
        for name in (file.relative_to(ours).as_posix() for file in sorted(ours.rglob("*.html")))
        for kind, one, other in zip(
            page_facts(ours / name)._fields, page_facts(ours / name), page_facts(theirs / name), strict=True
        )
        if one != other
    ]


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


def test_a_warning_stops_properdocs_too(tmp_path: Path) -> None:
    files = course()
    hooks = files["mkdocs.yml"].replace("portal.py]", "portal.py, late.py]")
    done = build_with("properdocs", write_tree(tmp_path, {**files, "mkdocs.yml": hooks, "late.py": WARNS_LATE}))
    assert done.returncode == 1
    assert "De site is niet gebouwd: ProperDocs vond 1 fout." in done.stderr
    assert not (tmp_path / SITE).exists()


def test_a_host_that_is_not_installed_is_told_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(write_tree(tmp_path, {**course()}))
    monkeypatch.setattr(site_commands, "find_spec", lambda _: None)
    assert commands.main(["build", "--host", "properdocs"]) == 1
    said = "properdocs is hier niet geïnstalleerd. Installeer hem met: python -m pip install properdocs==1.6.7\n"
    assert capsys.readouterr().err == said
    extras = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    for host in ("properdocs", "zensical"):
        assert extras[host] == [site_commands.PACKAGES[host]]
        for language in LANGUAGES:
            typed = f"pip install {extras[host][0]}\nleerpad build --host {host}\n"
            assert typed in guide_file("generators", language).read_text("utf-8")


STRANGE = "Q&A: <b> \"zo\" 'n' {{ 7 * 7 }} *ster* [x](y) #1 - a_b_c"


def test_zensical_shows_strange_titles_as_they_were_typed(tmp_path: Path) -> None:
    """Text of authors goes through a reader of Markdown and through templates that escape here and there."""
    quoted = "'" + STRANGE.replace("'", "''") + "'"
    body = "## `a < b` & *dit* {{ 7 }}\n\nTekst.\n\n## Kop met **vet** en ~~ster~~ 1. [les](02-een-b.md)\n\n- een\n\n### Drie\n\nMeer."
    settings = SETTINGS.replace("Proefpad", quoted, 1).replace(
        "attr_list,", "attr_list, md_in_html, {toc: {permalink: true}},"
    )
    extra = f"nav:\n  - {quoted}: index.md\n  - Van mij:\n      - leerpad:levels\n  - kaal.md\n"
    files = {
        **course(),
        "mkdocs.yml": settings + extra,
        "modules/0-een/01-een-a.md": f"---\ntitle: {quoted}\nsummary: {quoted}\n---\n{body}\n",
        "docs/los.md": "# Los van het menu\n\nTekst.\n",
        "docs/kaal.md": "# Kaal & *wit*\n\n    code\n\nNaar [de les](../modules/0-een/01-een-a.md#drie).\n\n<div markdown>\n\n## Binnen\n\nIn een vak.\n\n</div>\n",
    }
    ours = build_site(write_tree(tmp_path / "a", files))
    done = build_with("zensical", write_tree(tmp_path / "b", files))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 advies" in done.stderr
    assert differences(ours, tmp_path / "b" / SITE) == []
    found = search_index(tmp_path / "b" / SITE / "search.json", "items")
    assert found == search_index(ours / "search" / "search_index.json", "docs")


def test_a_fault_leaves_the_last_good_site_of_zensical(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = SETTINGS.replace("material/weather-night", "material/weg")
    for name, text, told in [
        (
            "modules/0-een/01-een-a.md",
            lesson("A", "<!-- quiz: weg -->"),
            "modules/0-een/01-een-a.md:5:1  er is geen quiz",
        ),
        ("mkdocs.yml", broken, "het thema heeft geen icoon “material/weg”"),
    ]:
        folder = tmp_path / name.replace("/", "-")
        files = {**course(), name: text, "site/404.html": "", "site/assets/leerpad/x.js": ""}
        monkeypatch.chdir(write_tree(folder, {**files}))
        before = contents(folder)
        assert zensical.main(["build", "--strict"]) == 1
        said = capsys.readouterr().err
        assert told in said
        assert "Er is gestopt. Aan de map van de site is niets veranderd." in said
        assert contents(folder) == before


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
