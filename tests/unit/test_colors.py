"""The colours that an organisation chooses: they can be read, wherever they stand, or the author is told which can."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.faults import faults_of
from support.trees import REPOSITORY, SETTINGS, course

from leerpad.course.model.colors import DARK_PAGE, ENOUGH, LIGHT_PAGE, contrast, readable, styles
from leerpad.hosts.material import DARK

if TYPE_CHECKING:
    from pathlib import Path

CLIENT = REPOSITORY / "hooks" / "leerpad" / "client"
COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_black_on_white_has_all_contrast_that_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@given(COLORS, st.sampled_from([LIGHT_PAGE, DARK_PAGE]))
def test_every_colour_has_one_of_its_kind_that_can_be_read(color: str, page: str) -> None:
    found = readable(color, page)
    assert contrast(found, page) >= ENOUGH
    assert found == color or contrast(color, page) < ENOUGH


def test_the_pages_are_those_of_the_styles() -> None:
    assert f"--lp-page: {LIGHT_PAGE};" in (CLIENT / "base.css").read_text("utf-8")
    assert f"--lp-page: {DARK_PAGE};" in (CLIENT / "theme_material.css").read_text("utf-8")


def test_without_a_colour_the_stylesheet_stays_as_it_is() -> None:
    assert styles(None, None, DARK) == ""


def test_one_colour_gives_those_of_light_and_of_dark() -> None:
    said = styles("#7a1f5c", None, DARK)
    assert ":root{--lp-accent:#7a1f5c;" in said
    assert '@media screen{[data-md-color-scheme="slate"]{--lp-accent:#' in said
    assert styles("#7a1f5c", None, "") == said.partition("\n@media")[0]  # of a host that is never dark


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("color: '#7a1f5c'", []),
        ("color_dark: '#8EC5EE'", []),
        ("color: groen", ["“groen” is geen kleur die we kunnen lezen; schrijf bij “color” een hekje en zes tekens"]),
        (
            "color: '#ffe680'",
            ["tekst in “#ffe680” is op de pagina niet goed te lezen; schrijf bij “color” de dichtstb"],
        ),
        ("color_dark: '#20303c'", ["tekst in “#20303c” is op de pagina niet goed te lezen"]),
    ],
)
def test_a_colour_that_cannot_be_read_is_a_fault_with_one_that_can(
    setting: str, told: list[str], tmp_path: Path
) -> None:
    settings = SETTINGS.replace("gating: required", setting)
    found = faults_of(tmp_path, {**course(), "mkdocs.yml": settings})
    assert len(found) == len(told)
    for line, words in zip(found, told, strict=True):
        assert line.startswith("mkdocs.yml:5:")
        assert words in line
