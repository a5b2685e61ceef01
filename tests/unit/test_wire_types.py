"""The browser's types of what the build sends are made from the build's own."""

from __future__ import annotations

from typing import get_type_hints

import pytest

from leerpad.questions.data import QuestionFacts
from leerpad.site.assets.minify import ENGINE
from leerpad.site.assets.wire_types import type_name, typescript


def test_the_types_that_the_browser_is_checked_with_are_those_of_the_build() -> None:
    """Run `make types` after a change of `site/data.py`."""
    assert (ENGINE / "client" / "data.d.ts").read_text("utf-8") == typescript()


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        (str, "string"),
        (int | None, "number | null"),
        (list[str], "string[]"),
        (dict[str, float], "Record<string, number>"),
        (get_type_hints(QuestionFacts)["lesson"], "string | null"),
    ],
)
def test_a_type_is_written_as_the_browser_knows_it(hint: object, said: str) -> None:
    assert type_name(hint) == said
