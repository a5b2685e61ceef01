"""Several choices may be right: partial credit, or all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypedDict

from leerpad.questions.base import text_key
from leerpad.questions.guess import Spread, ticking
from leerpad.questions.neutral import ChoiceForm
from leerpad.questions.shared.choices import ChoiceQuestion, choice_keys
from leerpad.source.diagnostics import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.neutral import Form
    from leerpad.source.shape import KeyPath


class MultipleChoiceKey(TypedDict):
    """The right choices and how they count."""

    correct: list[str]
    scoring: Literal["partial", "all_or_nothing"]


class MultipleChoice(ChoiceQuestion):
    """A question of which at least one choice is right.

    `partial`: each right choice counts, each wrong one takes as much away, never below 0.
    """

    instruction: ClassVar[str | None] = "question.choose_several"

    type: Literal["multiple_choice"]
    scoring: Literal["partial", "all_or_nothing"] = "partial"

    def check(self) -> Iterator[Fault[KeyPath]]:
        """At least one choice is right."""
        yield from super().check()
        if not any(choice.correct for choice in self.choices):
            yield Fault("no_correct_choice", ("choices",))

    def key(self) -> MultipleChoiceKey:
        """The right choices and how they count."""
        return {"correct": self.correct_keys, "scoring": self.scoring}

    def guess(self) -> Spread:
        """Some of the choices."""
        right = sum(choice.correct for choice in self.choices)
        return ticking(right, len(self.choices) - right, partial=self.scoring == "partial")

    def neutral(self) -> Form:
        """A list of which several choices may be right."""
        return ChoiceForm(self.options(), several=True, partial=self.scoring == "partial", shuffle=self.shuffle)

    @classmethod
    def keys_of(cls, form: Form) -> dict[str, object] | None:
        """Those of a list of which several may be chosen."""
        if not isinstance(form, ChoiceForm) or not form.several:
            return None
        return {"scoring": "partial" if form.partial else "all_or_nothing", **choice_keys(form)}

    def response_of(self, answer: list[str]) -> list[str]:
        """The keys of the choices with these texts."""
        return sorted(text_key(text) for text in answer)
