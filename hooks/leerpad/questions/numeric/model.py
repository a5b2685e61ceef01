"""A number to fill in: all or nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, TypedDict

from pydantic import Field

from leerpad.questions.base import PredictableQuestion
from leerpad.questions.neutral import NumberForm
from leerpad.source.shape import AsNumber, KeyPath, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.neutral import Form

_LIMIT = 10**12  # beyond, a browser's numbers lose their whole units


class NumericKey(TypedDict):
    """The bounds of what is right."""

    low: float
    high: float


class NumericAids(TypedDict):
    """The unit, which the learner may write too; an empty text for none."""

    unit: str


class Numeric(PredictableQuestion):
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

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """The common texts and the reason."""
        yield from super().texts()
        if self.feedback is not None:
            yield ("feedback",), self.feedback

    def key(self) -> NumericKey:
        """The bounds, computed exactly: whoever answers at a bound is right, also where floating point would say no."""
        return {"low": float(self.low), "high": float(self.high)}

    def aids(self) -> NumericAids:
        """The unit, which the learner may write too."""
        return {"unit": self.unit or ""}

    def neutral(self) -> Form:
        """A number."""
        return NumberForm(self.answer, self.tolerance, self.unit, self.feedback)

    @classmethod
    def keys_of(cls, form: Form) -> dict[str, object] | None:
        """Those of a number."""
        if not isinstance(form, NumberForm):
            return None
        said = {"answer": written(form.answer), "tolerance": written(form.tolerance) if form.tolerance else None}
        return {**said, "unit": form.unit, "feedback": form.feedback}

    def response_of(self, answer: str) -> str:
        """The text as typed."""
        return answer


def written(number: Decimal) -> str:
    """A number as an author writes it. One with three decimals gets a fourth: `1.250` could be a thousand."""
    text = f"{number.normalize():f}"
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text
