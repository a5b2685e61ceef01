"""When questions come back: `extra.leerpad.reviews` of mkdocs.yml."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from leerpad.source.shape import Shaped

MOST = 8
LAST = 999
LEAST_BETWEEN = 2
"""Days between two reviews: on the days in between a question rests, so nobody meets it two days running."""


def _rising(days: tuple[int, ...]) -> tuple[int, ...]:
    gaps = [later - earlier for earlier, later in pairwise(days)]
    if len(days) > MOST or any(gap < LEAST_BETWEEN for gap in gaps) or not all(1 <= day <= LAST for day in days):
        raise PydanticCustomError("not_review_days", "days that rise by two or more")
    return days


def _off(value: object) -> object:
    """`false` takes the place of a list without days."""
    return {"days": ()} if str(value).strip().lower() == "false" else value


class Reviews(Shaped):
    """After how many days the questions of a lesson or a test come back; without days they never do."""

    days: Annotated[tuple[int, ...], AfterValidator(_rising)] = (1, 7, 21, 60)


ReviewSetting = Annotated[Reviews, BeforeValidator(_off)]
"""`false`, or the days."""
