"""What belongs together: each pair counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from leerpad.questions.base import text_key
from leerpad.questions.neutral import Couple, MatchForm
from leerpad.questions.shared.assign import AssignQuestion, Option, Row, options_of
from leerpad.source.diagnostics import Fault
from leerpad.source.fault import said_twice
from leerpad.source.limits import LIMITS
from leerpad.source.shape import KeyPath, Shaped, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.neutral import Form


class Pair(Shaped):
    """Two texts that belong together."""

    left: Text
    right: Text
    feedback: Text | None = None


class Matching(AssignQuestion):
    """For each left the learner looks for its right. Pairs may share a right; `distractors` fit nothing."""

    instruction: ClassVar[str | None] = "question.match"
    mixes_rows: ClassVar[bool] = False

    type: Literal["matching"]
    pairs: Annotated[list[Pair], Field(min_length=2, max_length=LIMITS["items"])]
    distractors: tuple[Text, ...] = ()

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """The common texts, then the pairs and the distractors."""
        yield from super().texts()
        for index, pair in enumerate(self.pairs):
            yield ("pairs", index, "left"), pair.left
            yield ("pairs", index, "right"), pair.right
            if pair.feedback is not None:
                yield ("pairs", index, "feedback"), pair.feedback
        for index, text in enumerate(self.distractors):
            yield ("distractors", index), text

    def check(self) -> Iterator[Fault[KeyPath]]:
        """Rows that say the same, distractors that fit or say the same, and nothing to choose from."""
        yield from said_twice("same_left", (text_key(pair.left) for pair in self.pairs), ("pairs",), ("left",))
        rights: dict[str, int] = {}
        for index, pair in enumerate(self.pairs):
            rights.setdefault(text_key(pair.right), index)
        seen: dict[str, int] = {}
        for index, text in enumerate(self.distractors):
            key = text_key(text)
            first = seen.setdefault(key, index)
            if key in rights:
                yield Fault("distractor_fits", ("distractors", index), {"number": rights[key] + 1})
            elif first != index:
                yield Fault("same_distractor", ("distractors", index), {"number": first + 1})
        if len(self.options()) == 1:
            yield Fault("one_option", ("pairs",))

    def rows(self) -> list[Row]:
        """The lefts, as the author wrote them."""
        return [Row(pair.left, pair.right, pair.feedback) for pair in self.pairs]

    def options(self) -> list[Option]:
        """The rights and distractors, by their keys: an order that tells nothing about what belongs together."""
        return sorted(options_of([*(pair.right for pair in self.pairs), *self.distractors]))

    def neutral(self) -> Form:
        """Rows with what belongs to them."""
        couples = tuple(Couple(pair.left, pair.right, pair.feedback) for pair in self.pairs)
        return MatchForm(couples, self.distractors)

    @classmethod
    def keys_of(cls, form: Form) -> dict[str, object] | None:
        """Those of rows and options."""
        if not isinstance(form, MatchForm) or form.by_option:
            return None
        pairs = [{"left": one.row, "right": one.option, "feedback": one.feedback} for one in form.couples]
        return {"pairs": pairs, "distractors": list(form.spare)}
