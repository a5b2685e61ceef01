"""A question to think about: never scored, kept in the learner's notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypedDict

from leerpad.questions.base import Question
from leerpad.questions.neutral import EssayForm
from leerpad.source.shape import KeyPath, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.neutral import Form


class ReflectionAids(TypedDict):
    """Whether there is something to show afterwards."""

    afterwards: bool


class Reflection(Question):
    """An open question. What the learner writes stays in *Mijn notities*; a sample answer may be shown afterwards."""

    is_note: ClassVar[bool] = True

    type: Literal["reflection"]
    sample: Text | None = None

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """The common texts and the sample."""
        yield from super().texts()
        if self.sample is not None:
            yield ("sample",), self.sample

    def key(self) -> dict[str, object]:
        """Nothing: there is no right answer that could change."""
        return {}

    def aids(self) -> ReflectionAids:
        """Whether there is something to show afterwards."""
        return {"afterwards": any((self.sample, self.explanation, self.lesson))}

    def neutral(self) -> Form:
        """An open question."""
        return EssayForm(self.sample)

    @classmethod
    def keys_of(cls, form: Form) -> dict[str, object] | None:
        """Those of an open question."""
        return {"sample": form.sample} if isinstance(form, EssayForm) else None

    def response_of(self, answer: str) -> str:
        """The text itself."""
        return answer
