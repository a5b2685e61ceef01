"""The guide in a site: shown where it is asked for, and nowhere a trace of it where it isn't."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from support.faults import faults_of
from support.trees import build_site, course

from leerpad.guide import NAMES, load_guide

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {
    "docs/index.md": "# Welkom\n\n<!-- path -->\n\nZie [de gids](leerpad-guide/index.md) en [ons deel](leerpad-guide/ons.md).\n",
    "docs/leerpad-guide/ons.md": "# Ons deel\n\nGeheimzinnig.\n",
}


def found_by_search(site: Path) -> str:
    return json.dumps(json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"])


@pytest.fixture(scope="module")
def without_guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(tmp_path_factory.mktemp("no-guide"), {**course(), **PAGES})


def test_a_site_for_readers_has_no_page_link_or_search_result_of_the_guide(without_guide: Path) -> None:
    assert not (without_guide / "leerpad-guide").exists()
    assert not (without_guide / "maken").exists()
    for page in without_guide.rglob("*.html"):
        assert "leerpad-guide" not in page.read_text("utf-8"), page
    assert not re.search("leerpad-guide|Geheimzinnig", found_by_search(without_guide))
    home = (without_guide / "index.html").read_text("utf-8")
    assert "<span>de gids</span>" in home
    assert "<span>ons deel</span>" in home


def test_a_site_with_the_guide_has_all_of_it_in_two_parts_of_the_menu(guide_site: Path) -> None:
    home = (guide_site / "index.html").read_text("utf-8")
    assert [title in home for title in ("Voor makers", "Voor beheerders")] == [True, True]
    for page in load_guide("nl"):
        html = (guide_site / "leerpad-guide" / f"{page.name}.html").read_text("utf-8")
        assert f"<title>{page.title} - Proefpad</title>" in html
        assert "&lt;!--" not in html.split("<article", 1)[1].split("<pre", 1)[0]
    assert 'href="leerpad-guide/index.html">de gids</a>' in home
    assert 'href="leerpad-guide/afspraken.html">ons deel</a>' in home
    assert 'href="levels.html#de-volgorde-veranderen"' in (guide_site / "leerpad-guide/afspraken.html").read_text(
        "utf-8"
    )


def test_every_link_within_the_guide_leads_to_a_place_that_is_there(guide_site: Path) -> None:
    pages = {name: (guide_site / "leerpad-guide" / f"{name}.html").read_text("utf-8") for name in NAMES}
    for name, html in pages.items():
        article = html.split("<article", 1)[1].split("</article>")[0]
        for file, anchor in re.findall(r'href="(?:([\w-]+)\.html)?#([^"]+)"', article):
            assert f'id="{anchor}"' in pages[file or name], f"{name}: {file}#{anchor}"
        for picture in re.findall(r'<img[^>]* src="([^":]+)"', article):
            assert (guide_site / "leerpad-guide" / picture).is_file(), f"{name}: {picture}"


def test_old_addresses_of_the_guide_lead_on(guide_site: Path) -> None:
    assert "../leerpad-guide/first-lesson.html" in (guide_site / "maken" / "eerste-les.html").read_text("utf-8")


def test_a_link_to_a_page_or_heading_that_the_guide_lacks_is_a_fault(tmp_path: Path) -> None:
    text = "# Welkom\n\n[a](leerpad-guide/levelz.md)\n\n[b](leerpad-guide/levels.md#nergens)\n"
    told = faults_of(tmp_path, {**course(), "docs/index.md": text})
    assert any("docs/index.md:3:5" in line and "leerpad-guide/levels.md" in line for line in told)
    assert any("docs/index.md:5:5" in line and "#nergens" in line for line in told)
    assert len(told) == 2
