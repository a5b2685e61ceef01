"""A number to fill in: all or nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from leerpad.questions.base import ScoredQuestion
from leerpad.source.shape import AsNumber, Path, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIMIT = 10**12  # beyond, a browser's numbers lose their whole units


class Numeric(ScoredQuestion):
    """A question that asks for a number; `tolerance` says how far off is still right."""

    type: Literal["numeric"]
    answer: Annotated[Decimal, Field(ge=-_LIMIT, le=_LIMIT), AsNumber]
    tolerance: Annotated[Decimal, Field(ge=0, le=_LIMIT), AsNumber] = Decimal(0)
    unit: Text | None = None
    feedback: Text | None = None

    @property
    def low(self) -> Decimal:
        """The smallest right answer."""
        return self.answer - self.tolerance

    @property
    def high(self) -> Decimal:
        """The largest right answer."""
        return self.answer + self.tolerance

    def texts(self) -> Iterator[tuple[Path, str]]:
        """The common texts and the reason."""
        yield from super().texts()
        if self.feedback is not None:
            yield ("feedback",), self.feedback

    def key(self) -> dict[str, Any]:
        """The bounds, computed exactly: whoever answers at a bound is right, also where floating point would say no."""
        return {"low": float(self.low), "high": float(self.high)}

    def aids(self) -> dict[str, Any]:
        """The unit, which the learner may write too."""
        return {"unit": self.unit or ""}

    def response_of(self, answer: str) -> str:
        """The text as typed."""
        return answer
