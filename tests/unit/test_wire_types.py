"""The browser's types of what the build sends are made from the build's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_type_hints

import pytest

from leerpad.deploy.lms.wire_types import package_types
from leerpad.questions import TYPES
from leerpad.questions.data import QuestionFacts
from leerpad.site.assets.minify import ENGINE
from leerpad.site.assets.wire_types import question_types, site_types, type_name

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("file", "made"),
    [
        ("client/data.d.ts", site_types),
        ("questions/data.d.ts", question_types),
        ("deploy/lms/client/data.d.ts", package_types),
    ],
)
def test_the_types_that_the_browser_is_checked_with_are_those_of_the_build(file: str, made: Callable[[], str]) -> None:
    """Run `make types` after a change of what the build sends."""
    assert (ENGINE / file).read_text("utf-8") == made()


@pytest.mark.parametrize("name", TYPES)
def test_a_type_says_in_a_shape_of_its_own_what_its_script_gets(name: str) -> None:
    """Written by hand, the script's idea of a question and the build's drift apart."""
    [told] = re.findall(rf"^  {name}: QuestionType<(.*)>;$", question_types(), re.MULTILINE)
    assert told.startswith("Question & ")


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        (str, "string"),
        (int | None, "number | null"),
        (list[str], "string[]"),
        (dict[str, float], "Record<string, number>"),
        (dict[str, list[tuple[str, float]]], "Record<string, [string, number][]>"),
        (list[str | None], "(string | null)[]"),
        (get_type_hints(QuestionFacts)["lesson"], "string | null"),
    ],
)
def test_a_type_is_written_as_the_browser_knows_it(hint: object, said: str) -> None:
    assert type_name(hint) == said
