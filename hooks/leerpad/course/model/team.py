"""From how many people a group is shown on the team picture: `extra.leerpad.team_picture` of mkdocs.yml."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

USUAL = 8
_Size = Annotated[int, Field(ge=5, le=100)]


def _on_or_off(value: object) -> object:
    """`false` is no team picture; `true` is the usual size."""
    return {"true": USUAL, "false": None}.get(str(value).strip().lower(), value)


TeamPicture = Annotated[_Size | None, BeforeValidator(_on_or_off, json_schema_input_type=bool | _Size)]
"""The least number of people in a group that is shown; None without a team picture."""
