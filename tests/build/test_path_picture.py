"""The path on the home page is a picture of the course, however many levels it has, made of real links and real text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring

import pytest
from support.faults import checked
from support.trees import SETTINGS, lesson, level, question, quiz, write_tree

from leerpad.locales import load_locale
from leerpad.site.build import Host, make_build
from leerpad.site.markdown.extension import PageContext
from leerpad.site.plan.path_picture import MOST_BESIDE, path_picture
from leerpad.source.diagnostics import START
from leerpad.source.directives import Directive
from leerpad.source.memory import NoMemory

if TYPE_CHECKING:
    from pathlib import Path

COUNTS = range(1, 13)
SVG = "svg"
TITLE = 'Eigen & "zaak" <2>'


def course(count: int) -> dict[str, str | bytes]:
    """A course of so many levels, the first with a number of its own."""
    files: dict[str, str | bytes] = {"mkdocs.yml": SETTINGS, "docs/index.md": "# Welkom\n\n<!-- path -->\n"}
    for number in range(count):
        name = f"n{number}"
        files[f"modules/{number}-{name}/level.yml"] = level(name, f"'{TITLE} {number}'")
        files[f"modules/{number}-{name}/01-les-{number}.md"] = lesson(f"Les {number}")
        files[f"quizzes/{number}.yml"] = quiz(f"toets-{name}", question(f"v-{number}"))
    return files


def picture_of(folder: Path, files: dict[str, str | bytes]) -> Element:
    """The path as it stands in the page. That it parses as XML shows that every tag is closed."""
    read, report = checked(write_tree(folder, files))
    assert list(report) == []
    dutch = load_locale("nl")
    build = make_build(read, report, dutch, Host("Proefpad", [], {}), folder, NoMemory())
    html = build.renderer.directive(Directive("path", "", START), PageContext("docs/index.md", "index.html"))
    return fromstring(re.sub(" (data-search-exclude|hidden)(?=[ >])", "", html))


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> object:
    @cache
    def picture(count: int) -> Element:
        return picture_of(tmp_path_factory.mktemp(f"pad{count}"), course(count))

    return picture


def words(element: Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("count", COUNTS)
def test_every_station_is_a_link_with_its_name(count: int, pictures) -> None:  # type: ignore[no-untyped-def]
    links = pictures(count).findall(".//ol/li/a")
    assert [link.get("href") for link in links] == [f"n{number}/index.html" for number in range(count)]
    for number, link in enumerate(links):
        assert f"{TITLE} {number}" in words(link)


@pytest.mark.parametrize("count", COUNTS)
def test_the_drawing_has_a_title_and_ids_of_its_own(count: int, pictures) -> None:  # type: ignore[no-untyped-def]
    root = pictures(count)
    land = root.find(".//svg[@role='img']")
    title = land.find("title")
    assert title.get("id") == land.get("aria-labelledby")
    assert f"{TITLE} 0" in words(title)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    used = re.findall(r"url\(#(.+?)\)", " ".join(value for element in root.iter() for value in element.attrib.values()))
    assert set(used) <= set(ids)
    decorations = [svg for svg in root.iter(SVG) if svg is not land]
    assert all(svg.get("aria-hidden") == "true" for svg in decorations)


@pytest.mark.parametrize("count", COUNTS)
def test_colours_warm_from_the_first_to_the_last(count: int, pictures) -> None:  # type: ignore[no-untyped-def]
    stages = [int(station.get("data-stage")) for station in pictures(count).findall(".//ol/li")]
    assert stages == sorted(stages)
    assert (stages[0], stages[-1]) == (0, 4 if count > 1 else 0)


@pytest.mark.parametrize("count", COUNTS)
def test_stations_rise_inside_the_drawing_and_the_way_runs_through_them(count: int) -> None:
    picture = path_picture(count)
    across, heights = zip(*picture.stations, strict=True)
    assert len(picture.stations) == count
    assert list(heights) == sorted(set(heights), reverse=True)
    assert list(across) == sorted(set(across))
    assert all(0 < x < picture.width and 0 < y < picture.height for x, y in picture.stations)
    ends = [re.fullmatch(r"M(\d+) (\d+)C.* (\d+) (\d+)", trail) for trail in picture.trails]
    found = [tuple(map(int, end.groups())) for end in ends if end]
    assert found == [(*start, *stop) for start, stop in zip(picture.stations, picture.stations[1:], strict=False)]
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", picture.land)]
    assert min(numbers) >= 0
    assert max(numbers) <= max(picture.width, picture.height)


def test_a_long_path_stands_below_each_other(pictures) -> None:  # type: ignore[no-untyped-def]
    long = [count for count in COUNTS if "lp-path-long" in pictures(count).find("leerpad-path").get("class")]
    assert long == [count for count in COUNTS if count > MOST_BESIDE]


def test_a_level_without_a_sign_has_its_number_and_one_with_a_sign_its_drawing(tmp_path: Path) -> None:
    files = course(2)
    files["modules/1-n1/level.yml"] = level("n1", "Twee") + "sign: ster.svg\n"
    files["modules/1-n1/ster.svg"] = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 2h3" stroke="red"/></svg>'
    )
    first, second = picture_of(tmp_path, files).findall(".//li/a/span/svg")
    assert words(first.find("text")) == "0"
    assert second.get("viewBox") == "0 0 9 9"
    path = second.find("./g/path")
    assert path is not None
    assert path.attrib == {"d": "M1 2h3", "stroke": "currentColor"}


@pytest.mark.parametrize("gating", ["required", "advised"])
def test_only_what_may_be_closed_keeps_room_for_why(gating: str, tmp_path: Path) -> None:
    settings = SETTINGS.replace("gating: required", f"gating: {gating}")
    root = picture_of(tmp_path, {**course(2), "mkdocs.yml": settings})
    kept = [place.get("data-longest") or "" for place in root.findall(".//li//span[@data-longest]")]
    assert [("Gaat open na" in text) for text in kept] == [False, gating == "required"]
