"""The accessibility statement of this course."""

from __future__ import annotations

from audit.statement import BEGIN, END
from support.trees import REPOSITORY


def test_the_statement_has_a_place_for_what_is_measured() -> None:
    text = (REPOSITORY / "docs" / "toegankelijkheid.md").read_text("utf-8")
    assert text.index(BEGIN) < text.index(END)
