"""Questions in the forms that question banks share: what each question type owes to `exchange`, in both directions.

A type that can't be said in one of these forms has none; it is then left out of a bank, and that is reported.
All texts are Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True)
class Option:
    """One choice of a list."""

    text: str
    is_right: bool = False
    feedback: str | None = None
    is_pinned: bool = False


@dataclass(frozen=True)
class ChoiceForm:
    """A list of choices. `several`: more than one may be chosen; `partial`: each right one earns a part."""

    options: tuple[Option, ...]
    several: bool = False
    partial: bool = True
    shuffle: bool = False


@dataclass(frozen=True)
class TruthForm:
    """A statement; what to say to who calls it true, and to who doesn't."""

    is_true: bool
    when_true: str | None = None
    when_false: str | None = None


@dataclass(frozen=True)
class Couple:
    """A row and the option that belongs to it."""

    row: str
    option: str
    feedback: str | None = None


@dataclass(frozen=True)
class MatchForm:
    """Rows that each get an option; `spare` options fit no row. `by_option`: the options are groups of rows."""

    couples: tuple[Couple, ...]
    spare: tuple[str, ...] = ()
    by_option: bool = False


@dataclass(frozen=True)
class OrderItem:
    """One thing in an order."""

    text: str
    feedback: str | None = None


@dataclass(frozen=True)
class OrderForm:
    """Things in their right order."""

    items: tuple[OrderItem, ...]
    partial: bool = True


@dataclass(frozen=True)
class Mistake:
    """Wrong answers that were foreseen, and what to say to them."""

    texts: tuple[str, ...]
    feedback: str


@dataclass(frozen=True)
class Blank:
    """One gap in a text: what is right in it, and how strictly texts are compared."""

    accept: tuple[str, ...]
    mistakes: tuple[Mistake, ...] = ()
    case_sensitive: bool = False
    accent_sensitive: bool = False
    space_sensitive: bool = False
    typos: int = 0
    label: str | None = None
    feedback: str | None = None


@dataclass(frozen=True)
class ClozeForm:
    """A text with gaps, each written in it as `{{name}}`."""

    text: str
    blanks: dict[str, Blank]


@dataclass(frozen=True)
class NumberForm:
    """A number, and how far off is still right."""

    answer: Decimal
    tolerance: Decimal
    unit: str | None = None
    feedback: str | None = None


@dataclass(frozen=True)
class EssayForm:
    """An open question that nothing scores; an answer to compare with."""

    sample: str | None = None


@dataclass(frozen=True)
class TalkForm:
    """A conversation: where it begins, and for each step its choices, by their keys, with where each leads.

    `said` is what is said at each step, `options` are the choices of all steps. Learning systems have words for a
    conversation; banks have none.
    """

    start: str
    steps: dict[str, tuple[tuple[str, str], ...]]
    said: dict[str, str]
    options: tuple[str, ...]


Form = ChoiceForm | TruthForm | MatchForm | OrderForm | ClozeForm | NumberForm | EssayForm


@dataclass(frozen=True)
class NeutralQuestion:
    """A question as banks know it. `lesson` is the id of the lesson to read again, where one is known."""

    id: str
    prompt: str
    form: Form
    points: float = 1
    hint: str | None = None
    explanation: str | None = None
    lesson: str | None = None
