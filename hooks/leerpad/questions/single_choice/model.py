"""One choice is right: all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypedDict

from leerpad.questions.base import text_key
from leerpad.questions.guess import Spread, all_or_nothing
from leerpad.questions.neutral import ChoiceForm
from leerpad.questions.shared.choices import ChoiceQuestion, choice_keys
from leerpad.source.diagnostics import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.neutral import Form
    from leerpad.source.shape import KeyPath


class SingleChoiceKey(TypedDict):
    """The right choice."""

    correct: str


class SingleChoice(ChoiceQuestion):
    """A question of which exactly one choice is right."""

    role: ClassVar[str] = "radiogroup"

    type: Literal["single_choice"]

    def check(self) -> Iterator[Fault[KeyPath]]:
        """Exactly one choice is right."""
        yield from super().check()
        right = [index for index, choice in enumerate(self.choices) if choice.correct]
        if not right:
            yield Fault("no_correct_choice", ("choices",))
        for index in right[1:]:
            yield Fault("second_correct_choice", ("choices", index, "correct"), {"number": right[0] + 1})

    def key(self) -> SingleChoiceKey:
        """The right choice. The wrong ones may be reworded: who chose one of those keeps what was scored."""
        return {"correct": self.correct_keys[0]}

    def guess(self) -> Spread:
        """One of the choices."""
        return all_or_nothing(1 / len(self.choices))

    def neutral(self) -> Form:
        """A list of which one choice is right."""
        return ChoiceForm(self.options(), partial=False, shuffle=self.shuffle)

    @classmethod
    def keys_of(cls, form: Form) -> dict[str, object] | None:
        """Those of a list of which one may be chosen."""
        return choice_keys(form) if isinstance(form, ChoiceForm) and not form.several else None

    def response_of(self, answer: str) -> str:
        """The key of the choice with this text."""
        return text_key(answer)
