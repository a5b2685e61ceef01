"""The font of headings: small, whole for our readers and their names, and a course may have another or none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from support.faults import faults_of
from support.trees import SETTINGS, course, write_tree

from heading_font import measures
from leerpad.course.load.course import load_course
from leerpad.course.load.reader import Roots
from leerpad.course.model.heading_font import MARK
from leerpad.site.assets.heading_font import FILE, MEASURES, heading_font
from leerpad.source.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

    from leerpad.course.model.course import Course

WRITTEN = "Ideeën, zoals ’s avonds: „één” of “twee”? Ja – 70 % — € 1.250… ĳs, IJs & ‘bijblijven’!"
NAMES = "Zoë Çelik Şahin Yıldız İnci Wałęsa Dvořák Šimůnková Nagy-Győrfi Søren Åsa Núñez Grün Popescu-Țăran"
OWN = MARK + b" of the house"


@pytest.fixture(scope="module")
def font() -> TTFont:
    return TTFont(FILE)


def read(folder: Path, setting: str, files: dict[str, str | bytes] | None = None) -> Course:
    settings = SETTINGS.replace("gating: required", setting)
    write_tree(folder, {**course(), "mkdocs.yml": settings, **(files or {})})
    report = Report()
    found = load_course(Roots(folder, folder / "docs", folder / "mkdocs.yml"), report)
    assert report.faults == []
    return found


def test_titles_and_names_have_all_their_letters(font: TTFont) -> None:
    letters = font.getBestCmap()
    assert [letter for letter in WRITTEN + NAMES if ord(letter) not in letters] == []


def test_figures_stand_as_high_as_capitals(font: TTFont) -> None:
    glyphs, letters = font.getGlyphSet(), font.getBestCmap()
    for figure in "0123456789":
        pen = BoundsPen(glyphs)
        glyphs[letters[ord(figure)]].draw(pen)
        _, bottom, _, top = pen.bounds
        assert bottom > -20
        assert top > 0.9 * font["OS/2"].sCapHeight


def test_the_substitute_has_the_measures_of_the_font(font: TTFont) -> None:
    assert measures(font) == MEASURES


def test_the_font_comes_with_its_hash_and_moves_nothing(tmp_path: Path) -> None:
    ours = heading_font(read(tmp_path, "gating: required"))
    assert ours is not None
    assert ours.file.content == FILE.read_bytes()
    assert f'url({ours.file.uri.rpartition("/")[2]}) format("woff2")' in ours.styles
    assert "font-display:optional" in ours.styles
    assert "size-adjust:92.3%" in ours.styles


def test_a_course_may_have_the_letters_of_the_system(tmp_path: Path) -> None:
    assert heading_font(read(tmp_path, "heading_font: false")) is None


def test_a_course_may_have_a_font_of_its_own_which_goes_out_once(tmp_path: Path) -> None:
    path = "docs/letters/huis.woff2"
    own = read(tmp_path, f"heading_font: {path}", {path: OWN})
    found = heading_font(own)
    assert found is not None
    assert found.file.content == OWN
    assert f"url({found.file.uri.rpartition('/')[2]})" in found.styles
    assert "Substitute" not in found.styles
    assert path not in own.docs_files
    assert heading_font(replace(own, heading_font=OWN + b"!")) != found


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "docs/letters/weg.woff2",
            "bij “heading_font” staat “docs/letters/weg.woff2”, en dat is er niet in docs/, modules/ of quizzes/; zet het bestand daar of verbeter het pad",
        ),
        ("../huis.woff2", "bij “heading_font” staat “../huis.woff2”, en dat is er niet"),
        ("docs/../docs/huis.woff2", "bij “heading_font” staat “docs/../docs/huis.woff2”, en dat is er niet"),
        ("docs/huis.woff2", "“docs/huis.woff2” is vanbinnen geen WOFF2"),
        ("Comic Sans", "met “Comic Sans” maken we geen koppen; schrijf bij “heading_font” het pad"),
        ("", "heading_font"),
    ],
)
def test_a_font_that_is_not_there_or_not_one_is_told_with_its_place(name: str, told: str, tmp_path: Path) -> None:
    settings = SETTINGS.replace("gating: required", f"heading_font: {name}")
    all_found = faults_of(tmp_path, {**course(), "mkdocs.yml": settings, "docs/huis.woff2": b"OTTO"})
    [found] = [line for line in all_found if line.startswith("mkdocs.yml:5:")]
    assert told in found
