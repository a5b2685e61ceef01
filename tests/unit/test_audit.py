"""What a measurement says in the accessibility statement."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from audit.statement import BEGIN, END, Outcome, write_statement

if TYPE_CHECKING:
    from pathlib import Path

OUTCOME = Outcome(date(2026, 3, 1), 65, 29, 4, "4.12.1", "140", "26.9.27", 4321, 3)


def test_the_outcome_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(f"# Boven\n\n{BEGIN}\n\noud\n{END}\n\nOnder.\n", "utf-8")
    for _ in range(2):
        write_statement(file, OUTCOME)
    text = file.read_text("utf-8")
    assert text.startswith("# Boven\n\n")
    assert text.endswith(f"{END}\n\nOnder.\n")
    assert "oud" not in text
    assert text.count("| Laatste meting | 1 maart 2026 |") == 1
    assert "| Focus | 4321 plaatsen" in text
    assert "voor 3 lezers" in text
    assert "axe-core 4.12.1, in Chromium 140" in text


def test_a_statement_without_a_place_for_it_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("# Niets\n", "utf-8")
    with pytest.raises(ValueError, match="not found"):
        write_statement(file, OUTCOME)
    assert file.read_text("utf-8") == "# Niets\n"
