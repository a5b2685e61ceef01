"""What a browser keeps of a site: all of it where it can, what learners need first where it can't, and never a film."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.whole_sites import is_kept_whole

from leerpad.deploy.offline import ALL, EACH, LARGEST, site_data

if TYPE_CHECKING:
    from pathlib import Path

PAGES = [("index.html", 30_000), ("een/a.html", 40_000)]


def known(*files: tuple[str, int], later: str = "$^", also: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        site_data([(name, size, f"hash of {name}") for name, size in files], later, also)
    )
    return found


def test_what_a_learner_needs_goes_before_what_is_large() -> None:
    site = known(("foto.png", 500_000), ("boek.pdf", EACH + 1), *PAGES, ("a.js", 9), ("b.css", 9), ("teken.xyz", 9))
    assert list(site["now"]) == ["a.js", "b.css", "een/a.html", "index.html", "foto.png"]
    assert site["later"] == {"boek.pdf": "hash of boek.pdf", "teken.xyz": "hash of teken.xyz"}
    assert site["bytes"] == 570_018


@pytest.mark.parametrize("file", [("uitleg.mp4", 9), ("Praat.MP3", 9), ("alles.png", LARGEST + 1)])
def test_films_and_what_is_huge_are_never_kept(file: tuple[str, int]) -> None:
    site = known(file, *PAGES)
    assert file[0] not in {**site["now"], **site["later"]}


def test_a_site_that_is_too_large_to_fetch_is_kept_page_by_page() -> None:
    site = known(*((f"les-{number:04}.html", 100_000) for number in range(1000)), ("a.js", 100_000))
    assert site["bytes"] <= ALL
    assert len(site["now"]) == ALL // 100_000
    assert "a.js" in site["now"]
    assert len(site["now"]) + len(site["later"]) == 1001


def test_the_version_follows_from_all_that_is_kept_and_how_it_is_sent() -> None:
    site = known(*PAGES)
    assert site == known(*reversed(PAGES))
    others = [known(*PAGES, also="another policy"), known(PAGES[0]), known(*PAGES, later="een")]
    assert len({site["version"], *(other["version"] for other in others)}) == 4


def test_a_site_is_kept_whole_but_for_what_no_reader_needs(small_site: Path) -> None:
    is_kept_whole(small_site)
