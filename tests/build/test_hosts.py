"""Other site generators build the same site, or say why not and leave what there was."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from support.hosts import build_with, contents, differences
from support.pages import search_index
from support.shelf import SITE
from support.trees import REPOSITORY, SETTINGS, build_site, course, lesson, write_tree

from leerpad import commands
from leerpad.commands import site as site_commands
from leerpad.guide import guide_file
from leerpad.hosts import zensical
from leerpad.locales import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("hosts")  # beside those of the course, whose sites are shared

WARNS_LATE = "import logging\ndef on_post_build(config):\n    logging.getLogger('mkdocs').warning('let op')\n"


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
