"""What every question type has in common."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, NamedTuple

from pydantic import Field

from leerpad.questions.guess import NO_CHANCE, Spread
from leerpad.source.diagnostics import Fault
from leerpad.source.shape import Flag, Id, KeyPath, Shaped, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from markupsafe import Markup

    from leerpad.questions.data import QuestionFacts
    from leerpad.questions.looks import Guesser
    from leerpad.questions.neutral import Form, TalkForm


class Rendering(NamedTuple):
    """How the Markdown texts of a question become HTML: as blocks, or within a line where that can be (else None)."""

    block: Callable[[str | None], Markup]
    inline: Callable[[str], Markup | None]

    def line_or_block(self, text: str) -> Markup:
        """Within a line if that can be."""
        return self.inline(text) or self.block(text)


class Question(Shaped):
    """A question as an author writes it. Subclasses are the types; see `leerpad.questions`.

    A type's folder holds `model.py` (a subclass of this), `form.html`, `client.js`, `style.css` and
    for each language `examples.en.yml`.
    Most types are a `ScoredQuestion`.
    """

    role: ClassVar[str] = "group"
    """The ARIA role of the question's fieldset: `radiogroup` where it holds one set of radio buttons."""

    instruction: ClassVar[str | None] = None
    """The key of the words that tell how to answer, where the form itself doesn't say it."""

    is_note: ClassVar[bool] = False
    """Whether the answer is kept in the learner's notes."""

    is_statement: ClassVar[bool] = False
    """Whether the prompt says something that may be untrue, rather than asks."""

    id: Id
    type: str
    prompt: Text
    hint: Text | None = None
    explanation: Text | None = None
    lesson: Id | None = None

    def check(self) -> Iterator[Fault[KeyPath]]:
        """The faults that no single key shows, such as two right choices."""
        yield from ()

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Every Markdown text of the question, with its place."""
        for key in ("prompt", "hint", "explanation"):
            text = getattr(self, key)
            if text is not None:
                yield (key,), text

    def files(self) -> Iterator[tuple[KeyPath, str]]:
        """Every file that a key names, such as an image: its place, and the path from the quiz, as in a link.

        Images and links in texts needn't be told.
        """
        yield from ()

    def key(self) -> Mapping[str, object]:
        """What the browser needs to score an answer. Also what makes a question another question: see `revision`.

        A type says by a TypedDict what it gives, here and in `aids`: the types of its script are made of that.
        """
        raise NotImplementedError

    def revision(self) -> str:
        """A short name for what is asked of the learner.

        It stays the same when a prompt, a hint or a reason is reworded and when points change; it changes when
        another answer becomes right. Stored answers carry it, so that a change can be shown as a change.
        """
        return fingerprint(json.dumps([self.type, self.key()], sort_keys=True, ensure_ascii=False))

    def aids(self) -> Mapping[str, object]:
        """What the browser needs besides: it helps to show or explain, and changing it makes no other question."""
        return {}

    @property
    def is_scored(self) -> bool:
        """Whether an answer earns points. A prediction's never does, whatever its type."""
        return False

    @property
    def worth(self) -> float:
        """The points of a perfect answer; 0 for a question that is never scored."""
        return 0

    @property
    def is_prediction(self) -> bool:
        """Whether it asks what the learner thinks before the text tells it; then it is never scored."""
        return False

    def context(self, rendering: Rendering) -> dict[str, object]:
        """What the type's template gets besides `question`."""
        del rendering
        return {}

    def guess(self) -> Spread:
        """What a guess brings. Nothing, unless a type says otherwise: what one must type can't be guessed."""
        return dict(NO_CHANCE)

    def share_by_looks(self, guesser: Guesser) -> float:
        """The share of the points, from 0 to 1, for who goes by looks alone. Who must type, guesses nothing."""
        del guesser
        return 0

    def client_data(self) -> dict[str, object]:
        """The whole question as the browser knows it."""
        facts: QuestionFacts = {
            "id": self.id,
            "type": self.type,
            "scored": self.is_scored,
            "points": self.worth,
            "lesson": self.lesson,
            "revision": self.revision(),
        }
        return {**facts, **self.key(), **self.aids()}

    def neutral(self) -> Form | None:
        """The question in a form that question banks share; None if there is no such form for it."""
        return None

    def told_form(self) -> Form | TalkForm | None:
        """The form in which learning systems are told of answers: that of banks, unless a type has one of its own."""
        return self.neutral()

    @classmethod
    def keys_of(cls, form: Form) -> dict[str, object] | None:
        """The keys of this type that say what a bank's form says, as an author writes them; None if it isn't ours."""
        return None

    def response_of(self, answer: Any) -> object:
        """The browser's response for an answer written as in `examples.<language>.yml`."""
        raise NotImplementedError


class ScoredQuestion(Question):
    """A question with points."""

    points: Annotated[float, Field(gt=0, le=100)] = 1

    @property
    def is_scored(self) -> bool:
        """It is, unless it is a prediction."""
        return not self.is_prediction

    @property
    def worth(self) -> float:
        """As the author wrote, or 1; nothing for a prediction."""
        return self.points if self.is_scored else 0


class PredictableQuestion(ScoredQuestion):
    """A question whose answer can be told in a line, so that it can be asked before the text that answers it."""

    predict: Flag = False

    @property
    def is_prediction(self) -> bool:
        """As the author wrote."""
        return self.predict

    def check(self) -> Iterator[Fault[KeyPath]]:
        """Points for what is never scored."""
        yield from super().check()
        if self.predict and "points" in self.model_fields_set:
            yield Fault("predict_with_points", ("points",), of_key=True)


def fingerprint(text: str) -> str:
    """Eight hexadecimal digits of SHA-256: enough to tell apart the few things of one course."""
    return _digits(text.encode())


def _digits(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]


_NO_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalnum())


@lru_cache(maxsize=256)  # one question asks for the same few, many times
def text_key(text: str) -> str:
    """The name of a choice or item in stored answers, made from its text: moving such things about changes no answer.

    Capitals, accents, marks and spaces don't count: mending those is no new answer.
    """
    if text.isascii():  # the same, in a third of the time
        letters = text.encode().translate(None, _NO_LETTERS).lower()
        return _digits(letters or text.encode())
    plain = unicodedata.normalize("NFKD", text).casefold()
    return fingerprint(re.sub(r"[\W_]+", "", plain) or text)
