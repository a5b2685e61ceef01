"""What scoring comes to, as data: Python and the browser are both held to the same rows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parents[1] / "vectors" / "scoring.json"
VECTORS: dict[str, list[dict[str, Any]]] = json.loads(_FILE.read_text("utf-8"))
"""`gaps`: a text as it is compared. `bands`: the band of a mean. `odds`: in how many ways a guess gets each share."""


def question_of(row: dict[str, Any]) -> dict[str, Any]:
    """The question of a row of `odds`, as an author writes it."""
    common = {"id": "v", "type": row["type"], "prompt": "Wat?", "scoring": row["scoring"]}
    if row["type"] == "ordering":
        return {**common, "items": [f"t{n}" for n in range(row["items"])]}
    count = row["right"] + row["wrong"]
    return {**common, "choices": [{"text": f"t{n}", "correct": n < row["right"]} for n in range(count)]}
