"""A day as authors write it."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError


def _day(value: object) -> date:
    text = str(value)
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text)
    except ValueError:  # there is no 30 February
        pass
    raise PydanticCustomError("not_a_day", "a day as 2027-12-01")


Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=str)]
"""Written as `2027-12-01`."""
