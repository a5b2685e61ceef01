"""A list of choices."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from leerpad.questions.base import PredictableQuestion, text_key
from leerpad.questions.neutral import Option
from leerpad.source.diagnostics import Fault
from leerpad.source.fault import said_twice
from leerpad.source.limits import LIMITS
from leerpad.source.shape import Flag, KeyPath, Shaped, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.base import Rendering
    from leerpad.questions.looks import Guesser
    from leerpad.questions.neutral import ChoiceForm


class Choice(Shaped):
    """One choice of a question."""

    text: Text
    correct: Flag = False
    feedback: Text | None = None
    pinned: Flag = False

    @property
    def key(self) -> str:
        """The choice's name in stored answers."""
        return text_key(self.text)


class ChoiceQuestion(PredictableQuestion):
    """A question with a list of choices."""

    choices: Annotated[list[Choice], Field(min_length=2, max_length=LIMITS["items"])]
    shuffle: Flag = False

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """The common texts, then each choice and its reason."""
        yield from super().texts()
        for index, choice in enumerate(self.choices):
            yield ("choices", index, "text"), choice.text
            if choice.feedback is not None:
                yield ("choices", index, "feedback"), choice.feedback

    def check(self) -> Iterator[Fault[KeyPath]]:
        """Choices that say the same, pins that hold nothing, and pins that hold everything."""
        yield from super().check()
        yield from said_twice("same_choice", (choice.key for choice in self.choices), ("choices",), ("text",))
        for index, choice in enumerate(self.choices):
            if choice.pinned and not self.shuffle:
                yield Fault("pinned_without_shuffle", ("choices", index, "pinned"))
        if self.shuffle and sum(not choice.pinned for choice in self.choices) < 2:
            yield Fault("nothing_to_shuffle", ("shuffle",))

    def context(self, rendering: Rendering) -> dict[str, object]:
        """The choices, with their texts and reasons as HTML."""
        choices = [
            {
                "value": choice.key,
                "text": rendering.line_or_block(choice.text),
                "pinned": choice.pinned,
                "correct": choice.correct,
                "feedback": rendering.block(choice.feedback),
            }
            for choice in self.choices
        ]
        return {"choices": choices}

    def share_by_looks(self, guesser: Guesser) -> float:
        """The best liked choices, and as many of them as are right, which is more than a reader knows."""
        likings = guesser.likes([choice.text for choice in self.choices])
        correct = {number for number, choice in enumerate(self.choices) if choice.correct}
        count = len(correct)
        lowest = sorted(likings, reverse=True)[count - 1]  # of what is ticked
        sure = [number for number, liking in enumerate(likings) if liking > lowest]
        equal = [number for number, liking in enumerate(likings) if liking == lowest]
        ways = [{*sure, *more} for more in combinations(equal, count - len(sure))]
        return sum(max(0, 2 * len(ticked & correct) - count) / count for ticked in ways) / len(ways)

    def options(self) -> tuple[Option, ...]:
        """The choices in the form of banks."""
        return tuple(Option(one.text, one.correct, one.feedback, one.pinned) for one in self.choices)

    @property
    def correct_keys(self) -> list[str]:
        """The keys of the right choices, in a fixed order."""
        return sorted(choice.key for choice in self.choices if choice.correct)


def choice_keys(form: ChoiceForm) -> dict[str, object]:
    """The keys of a list of choices. A pin only says something in a list that is shuffled."""
    shuffles = form.shuffle and sum(not option.is_pinned for option in form.options) > 1

    def keys(option: Option) -> dict[str, object]:
        said = {"text": option.text, "correct": option.is_right, "feedback": option.feedback}
        return {**said, "pinned": option.is_pinned and shuffles}

    return {"shuffle": shuffles, "choices": [keys(option) for option in form.options]}
