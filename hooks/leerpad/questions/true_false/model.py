"""A statement that is true or not: all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypedDict

from leerpad.questions.base import PredictableQuestion
from leerpad.questions.guess import Spread, all_or_nothing
from leerpad.questions.neutral import TruthForm
from leerpad.source.shape import Flag, KeyPath, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.looks import Guesser
    from leerpad.questions.neutral import Form


class TrueFalseKey(TypedDict):
    """Whether the statement is true."""

    correct: bool


class TrueFalse(PredictableQuestion):
    """A statement that the learner calls true or not true."""

    role: ClassVar[str] = "radiogroup"
    is_statement: ClassVar[bool] = True

    type: Literal["true_false"]
    correct: Flag
    feedback_true: Text | None = None
    feedback_false: Text | None = None

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """The common texts and both reasons."""
        yield from super().texts()
        for key in ("feedback_true", "feedback_false"):
            if getattr(self, key) is not None:
                yield (key,), getattr(self, key)

    def key(self) -> TrueFalseKey:
        """Whether the statement is true."""
        return {"correct": self.correct}

    def guess(self) -> Spread:
        """One of two."""
        return all_or_nothing(1 / 2)

    def share_by_looks(self, guesser: Guesser) -> float:
        """Everything, if the statement looks like what it is."""
        return float(guesser.believes(self.prompt) == self.correct)

    def neutral(self) -> Form:
        """A statement."""
        return TruthForm(self.correct, self.feedback_true, self.feedback_false)

    @classmethod
    def keys_of(cls, form: Form) -> dict[str, object] | None:
        """Those of a statement."""
        if not isinstance(form, TruthForm):
            return None
        return {"correct": form.is_true, "feedback_true": form.when_true, "feedback_false": form.when_false}

    def response_of(self, answer: str) -> bool:
        """`true` or `false`, as written."""
        return answer == "true"
