"""Things to put in the right order: points for what stands in order, or all or nothing."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypedDict

from pydantic import Field

from leerpad.questions.base import ScoredQuestion, fingerprint, text_key
from leerpad.questions.guess import Spread, in_any_order
from leerpad.questions.neutral import OrderForm, OrderItem
from leerpad.questions.shared.items import Item, TextOrItem
from leerpad.source.fault import said_twice
from leerpad.source.limits import LIMITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leerpad.questions.looks import Guesser
    from leerpad.questions.neutral import Form
    from leerpad.source.diagnostics import Fault
    from leerpad.source.shape import KeyPath


class OrderingKey(TypedDict):
    """The items in the right order, and how they count."""

    items: list[str]
    scoring: Literal["partial", "all_or_nothing"]


class Ordering(ScoredQuestion):
    """A question whose items, written in the right order, are shown in another.

    `partial`: what counts is the longest row of items that stand in the right order among themselves, whatever stands
    between them. Of n items, a row of L gets (L - 1) / (n - 1) of the points: the right order all, the reverse none.
    """

    instruction: ClassVar[str | None] = "question.put_in_order"

    type: Literal["ordering"]
    items: Annotated[list[TextOrItem], Field(min_length=3, max_length=LIMITS["items"])]
    scoring: Literal["partial", "all_or_nothing"] = "partial"

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """The common texts, then each item and its reason."""
        yield from super().texts()
        for index, item in enumerate(self.items):
            yield ("items", index, "text"), item.text
            if item.feedback is not None:
                yield ("items", index, "feedback"), item.feedback

    def check(self) -> Iterator[Fault[KeyPath]]:
        """Items that say the same: nobody could know which of them comes first."""
        return said_twice("same_item", (item.key for item in self.items), ("items",), ("text",))

    def key(self) -> OrderingKey:
        """The right order and how it counts."""
        return {"items": [item.key for item in self.items], "scoring": self.scoring}

    def guess(self) -> Spread:
        """Any order."""
        return in_any_order(len(self.items), partial=self.scoring == "partial")

    def share_by_looks(self, guesser: Guesser) -> float:
        """The order in which paper gives them, best liked first."""
        given = self.mixed()
        likings = guesser.likes([item.text for item in given])
        chosen = sorted(range(len(given)), key=lambda number: -likings[number])
        order = [self.items.index(given[number]) for number in chosen]
        return (_longest_row(order) - 1) / (len(order) - 1)

    def mixed(self) -> list[Item]:
        """The items as they stand on paper: in an order that is always the same, never right, and tells nothing."""
        orders = (self._by_hash(f"{self.id}/{salt}") for salt in count())
        return next(order for order in orders if order != self.items)

    def _by_hash(self, seed: str) -> list[Item]:
        return sorted(self.items, key=lambda item: fingerprint(f"{seed}/{item.key}"))

    def neutral(self) -> Form:
        """Things in their order."""
        return OrderForm(tuple(OrderItem(item.text, item.feedback) for item in self.items), self.scoring == "partial")

    @classmethod
    def keys_of(cls, form: Form) -> dict[str, object] | None:
        """Those of things in an order."""
        if not isinstance(form, OrderForm):
            return None
        items = [{"text": item.text, "feedback": item.feedback} for item in form.items]
        return {"scoring": "partial" if form.partial else "all_or_nothing", "items": items}

    def response_of(self, answer: list[str]) -> list[str]:
        """The keys of the items with these texts, in this order."""
        return [text_key(text) for text in answer]


def _longest_row(order: list[int]) -> int:
    """How many stand in the right order among themselves."""
    rows: list[int] = []
    for index, item in enumerate(order):
        rows.append(1 + max((rows[before] for before in range(index) if order[before] < item), default=0))
    return max(rows)
